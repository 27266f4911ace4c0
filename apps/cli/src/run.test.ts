// The command line from the inside: arguments in, one document out, and the exit code.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluate, parseProfiles, parseRuleSet, type Profile, type RuleSet } from "@jumelage/engine";
import { run } from "./run.ts";

const content = (program: string, name: string): string =>
  new URL(`../../../packages/content/${program}/${name}.json`, import.meta.url).pathname;
const ruleSetFile = content("autosoins-diriges", "rule-set");
const profilesFile = content("autosoins-diriges", "profiles");

let folder: string;
let ruleSet: RuleSet;
let profiles: readonly Profile[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-cli-"));
  const [rules, people] = [await json(ruleSetFile), await json(profilesFile)].map((document, i) =>
    i === 0 ? parseRuleSet(document) : parseProfiles(document),
  );
  if (rules?.ok !== true || people?.ok !== true) throw new Error("the reference program does not parse");
  ruleSet = rules.value as RuleSet;
  profiles = people.value as Profile[];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function json(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8")) as unknown;
}

async function saved(name: string, document: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof document === "string" ? document : JSON.stringify(document));
  return path;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function jumelage(args: readonly string[], input = ""): Promise<Ran> {
  let [out, err] = ["", ""];
  const code = await run(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: async () => new TextEncoder().encode(input),
    consumerKey: undefined,
    now: () => Date.parse("2026-03-02T12:00:00Z"),
  });
  return { code, out, err };
}

/** Runs with `--json`: exactly one document on standard output, whatever happened. */
async function documentOf(
  args: readonly string[],
  input = "",
): Promise<{ code: number; document: unknown; err: string }> {
  const { code, out, err } = await jumelage([...args, "--json"], input);
  expect(out.endsWith("\n") && out.indexOf("\n") === out.length - 1).toBe(true);
  return { code, document: JSON.parse(out) as unknown, err };
}

describe("check", () => {
  test("nothing is found in the reference programs", async () => {
    for (const program of ["autosoins-diriges", "choix-de-service"]) {
      const { code, document } = await documentOf(["check", content(program, "rule-set")]);
      expect({ code, errors: errorsOf(document) }).toEqual({ code: 0, errors: [] });
    }
    expect((await jumelage(["check", ruleSetFile])).code).toBe(0);
  });

  test("a finding has its code and place, and exit 1", async () => {
    const path = await saved("typo.json", {
      ...ruleSet,
      criteria: [{ ...ruleSet.criteria[0], sources: 7 }],
      zz: 1,
    });
    const { code, document } = await documentOf(["check", path]);
    expect(code).toBe(1);
    expect(errorsOf(document)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "unknown-key", params: { key: "zz" } }),
        expect.objectContaining({ code: "wrong-type", at: ["criteria", 0, "sources"] }),
      ]),
    );
    expect((await jumelage(["check", path])).out).toMatch(/\[wrong-type\]/);
  });
});

function errorsOf(document: unknown): readonly unknown[] {
  const { diagnostics } = document as { diagnostics: readonly { severity: string }[] };
  return diagnostics.filter((d) => d.severity === "error");
}

describe("evaluate", () => {
  const facts = (): Record<string, unknown> => profiles.find((p) => p.id === "PA03")?.facts ?? {};

  test("result and trace are those of the direct reading", async () => {
    const path = await saved("facts.json", facts());
    const direct = evaluate(ruleSet, facts(), "2026-03-02");
    const expected = JSON.parse(
      JSON.stringify({
        result: direct.result,
        certain: { orientation: { outcomes: ["deeper"], canChange: [] } },
        trace: direct.trace,
      }),
    ) as unknown;
    expect(await documentOf(["evaluate", ruleSetFile, "--facts", path])).toEqual({
      code: 0,
      document: expected,
      err: "",
    });
    expect(
      await documentOf(["evaluate", ruleSetFile, "--facts", "-"], JSON.stringify(facts())),
    ).toMatchObject({ document: expected });
  });

  test("three evaluators agree on every reference profile", async () => {
    for (const profile of profiles) {
      const args = [
        "evaluate",
        ruleSetFile,
        "--facts",
        "-",
        "--lenient",
        "--engine",
        "evaluate,compiled,json-rules-engine",
      ];
      const { code, document } = await documentOf(
        [...args, "--at", profile.evaluatedOn ?? "2026-03-02"],
        JSON.stringify(profile.facts),
      );
      expect({ id: profile.id, code, document }).toMatchObject({
        id: profile.id,
        code: 0,
        document: { agree: true },
      });
      expect((document as { results: unknown[] }).results).toHaveLength(3);
    }
  });

  test("without facts, what to ask is said in the reader's language", async () => {
    expect((await jumelage(["evaluate", ruleSetFile])).out).toMatch(/deman/i);
    expect((await jumelage(["evaluate", ruleSetFile, "--lang", "en"])).out).toMatch(/ask/i);
  });

  test("facts that cannot be read are refused together, unless lenient", async () => {
    const bad = JSON.stringify({ ...facts(), phq9Total: "15", nope: 1 });
    const refused = await documentOf(["evaluate", ruleSetFile, "--facts", "-"], bad);
    const problems = [
      { fact: "phq9Total", code: "invalid" },
      { fact: "nope", code: "undeclared-fact" },
    ];
    expect(refused).toMatchObject({ code: 2, document: { error: { code: "fact-problems", problems } } });
    expect(refused.err).toMatch(/«\u00a0nope\u00a0»/);
    expect(await documentOf(["evaluate", ruleSetFile, "--facts", "-", "--lenient"], bad)).toMatchObject({
      code: 0,
      document: { result: { problems } },
    });
  });

  test("a date, an evaluator or facts that are none are refused", async () => {
    for (const args of [
      ["--at", "hier"],
      ["--engine", "fast"],
      ["--engine", ""],
      ["--engine", "constructor"],
    ]) {
      expect(await documentOf(["evaluate", ruleSetFile, ...args])).toMatchObject({
        code: 2,
        document: { error: { code: "wrong-value" } },
      });
    }
    expect(await documentOf(["evaluate", ruleSetFile, "--facts", "-"], "[1]")).toMatchObject({
      code: 2,
      document: { error: { code: "not-facts" } },
    });
  });
});

describe("simulate", () => {
  test("every reference profile is as expected", async () => {
    const { code, document } = await documentOf(["simulate", ruleSetFile, profilesFile]);
    expect({ code, document }).toMatchObject({ code: 0, document: { passed: profiles.length, failed: 0 } });
  });

  test("a threshold moved from 15 to 16 fails exactly the profiles it moves, and says from what", async () => {
    const moved = {
      ...ruleSet,
      parameters: ruleSet.parameters.map((p) => (p.id === "phq9LookAgain" ? { ...p, value: 16 } : p)),
    };
    const path = await saved("moved.json", moved);
    const { code, document } = await documentOf(["simulate", path, profilesFile, "--baseline", ruleSetFile]);
    const simulated = document as {
      passed: number;
      failed: number;
      profiles: { id: string; ok: boolean; changed: unknown[] }[];
    };
    expect({ code, passed: simulated.passed, failed: simulated.failed }).toEqual({
      code: 1,
      passed: profiles.length - 2,
      failed: 2,
    });
    expect(simulated.profiles.filter((p) => !p.ok).map((p) => p.id)).toEqual(["PA03", "PA55"]);
    expect(simulated.profiles.filter((p) => p.changed.length > 0).map((p) => p.id)).toEqual(["PA03", "PA55"]);
    expect(simulated.profiles.find((p) => p.id === "PA03")?.changed).toContainEqual({
      decision: "orientation",
      from: "deeper",
      to: "match",
    });
    expect((await jumelage(["simulate", path, profilesFile, "--baseline", ruleSetFile])).out).toMatch(
      /PA03, changé\u00a0: .* → /,
    );
  });

  test("a baseline of another program is refused", async () => {
    expect(
      await documentOf([
        "simulate",
        ruleSetFile,
        profilesFile,
        "--baseline",
        content("choix-de-service", "rule-set"),
      ]),
    ).toMatchObject({
      code: 2,
      document: { error: { code: "other-program" } },
    });
  });
});

describe("whatever is given", () => {
  test("what cannot be read is exit 2 with a reason, in either language, and one document", async () => {
    const cases: readonly (readonly [readonly string[], string])[] = [
      [["check", join(folder, "absent.json")], "unreadable"],
      [["check", folder], "unreadable"],
      [["check", await saved("empty.json", "")], "not-json"],
      [["check", await saved("bom.json", "\ufeff{}")], "not-json"],
      [["check", await saved("big.json", " ".repeat(1024 * 1024 + 1))], "too-large"],
      [["evaluate", await saved("nothing.json", {})], "not-a-rule-set"],
      [["evaluate", await saved("deep.json", "[".repeat(100_000))], "not-json"],
      [["evaluate", await saved("nested.json", `${"[".repeat(5000)}${"]".repeat(5000)}`)], "not-a-rule-set"],
      [["simulate", ruleSetFile, ruleSetFile], "not-profiles"],
      [["simulate", ruleSetFile], "wrong-arguments"],
      [["check", ruleSetFile, "more"], "wrong-arguments"],
      [["check", ruleSetFile, "--fast"], "unknown-option"],
      [["prouve"], "unknown-command"],
    ];
    for (const [args, code] of cases) {
      const fr = await documentOf(args);
      expect({ args, code: fr.code, document: fr.document }).toMatchObject({
        args,
        code: 2,
        document: { error: { code } },
      });
      expect(fr.err).toMatch(/^jumelage\u00a0: ./);
      const en = await jumelage([...args, "--lang=en"]);
      expect({ args, code: en.code, out: en.out, same: en.err === fr.err }).toEqual({
        args,
        code: 2,
        out: "",
        same: false,
      });
    }
  });

  test("a language that is not spoken is refused", async () => {
    expect(await documentOf(["check", ruleSetFile, "--lang", "de"])).toMatchObject({
      code: 2,
      document: { error: { code: "wrong-value" } },
    });
  });

  test("help is in the reader's language", async () => {
    const [fr, en] = [await jumelage(["--help"]), await jumelage(["--help", "--lang", "en"])];
    expect([fr.code, en.code]).toEqual([0, 0]);
    expect(fr.out).toMatch(/compare des profils/);
    expect(en.out).toMatch(/compares profiles/);
  });
});
