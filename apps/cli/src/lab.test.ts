// `jumelage boundaries` and `jumelage mutate`: what they answer, and with which exit code.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  boundaryReportSchema,
  mutationReportSchema,
  type BoundaryReport,
  type MutationReport,
  type Profile,
} from "@jumelage/engine";
import { run } from "./run.ts";

const programs = ["autosoins-diriges", "choix-de-service"];
const content = (program: string, name: string): string =>
  new URL(`../../../packages/content/${program}/${name}.json`, import.meta.url).pathname;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-lab-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function jumelage(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const code = await run(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: () => Promise.resolve(new Uint8Array()),
    consumerKey: undefined,
    now: () => Date.parse("2026-03-02T12:00:00Z"),
  });
  return { code, out, err };
}

async function saved(name: string, document: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(document));
  return path;
}

async function profilesOf(program: string): Promise<readonly Profile[]> {
  return JSON.parse(await readFile(content(program, "profiles"), "utf8")) as Profile[];
}

async function json(args: readonly string[]): Promise<{ code: number; document: unknown }> {
  const { code, out } = await jumelage([...args, "--json"]);
  expect(out.indexOf("\n")).toBe(out.length - 1);
  return { code, document: JSON.parse(out) as unknown };
}

async function boundariesIn(args: readonly string[]): Promise<{ code: number; document: BoundaryReport }> {
  const { code, document } = await json(["boundaries", ...args]);
  return { code, document: boundaryReportSchema.parse(document) };
}

async function mutationIn(args: readonly string[]): Promise<{ code: number; document: MutationReport }> {
  const { code, document } = await json(["mutate", ...args]);
  return { code, document: mutationReportSchema.parse(document) };
}

describe.each(programs)("%s", (program) => {
  const files = [content(program, "rule-set"), content(program, "profiles")];

  test("the reference profiles stand at every boundary", async () => {
    const { code, document } = await boundariesIn([...files]);
    expect({ code, score: document.score, missing: document.missing }).toEqual({
      code: 0,
      score: 1,
      missing: [],
    });
  });

  test("they notice every seeded fault but those proved to be without effect", async () => {
    const { code, document } = await mutationIn([...files, "--timeout", "60"]);
    expect({ code, score: document.score, survivors: document.survivors }).toEqual({
      code: 0,
      score: 1,
      survivors: [],
    });
    expect(document.killed + document.equivalent).toBe(document.seeded);
    expect(document.seeded).toBeGreaterThan(200);
  });
});

describe("with fewer profiles", () => {
  const ruleSet = content("choix-de-service", "rule-set");

  test("missing boundaries are a finding below the floor, with profiles that cover them once saved", async () => {
    const few = (await profilesOf("choix-de-service")).slice(0, 8);
    const path = await saved("few.json", few);
    const { code, document } = await boundariesIn([ruleSet, path]);
    expect(code).toBe(1);
    expect(document.missing.length).toBe(document.boundaries.length - document.covered);
    expect((await jumelage(["boundaries", ruleSet, path, "--floor", "1"])).code).toBe(0);
    const all = await saved("all.json", [...few, ...document.missing.map((m) => m.profile)]);
    expect((await boundariesIn([ruleSet, all])).document.score).toBe(1);
    expect((await jumelage(["simulate", ruleSet, all])).code).toBe(0);
    const { out } = await jumelage(["boundaries", ruleSet, path, "--lang", "en"]);
    expect(out).toMatch(/^No profile: /);
    expect(out.trimEnd().split("\n").at(-1)).toMatch(/^Boundaries covered: \d+ of \d+ \(\d+(\.\d)?%\)$/);
  });

  test("faults that nobody notices are a finding, each with a person, and undecided ones are not set aside", async () => {
    const some = (await profilesOf("choix-de-service")).filter((_, i) => i % 3 === 0);
    const path = await saved("some.json", some);
    const { code, document } = await mutationIn([ruleSet, path, "--timeout", "0.001"]);
    expect(code).toBe(1);
    expect(document.survivors.length).toBeGreaterThan(0);
    for (const { status, profile, witness } of document.survivors)
      expect(profile !== undefined && witness !== undefined).toBe(status === "survived");
    const { out, err } = await jumelage(["mutate", ruleSet, path]);
    expect(out).toMatch(/Aucun profil ne remarquerait cette erreur\u00a0: Changement/);
    expect(out.trimEnd().split("\n").at(-1)).toMatch(
      /^Erreurs remarquées\u00a0: \d+ sur \d+ \(\d+(,\d)?\u00a0%\); sans effet/,
    );
    expect(err).toMatch(/^erreurs examinées\u00a0: 0 sur \d+\n/);
  });

  test("a profile that is not as expected is named, and is a finding", async () => {
    const [first, ...rest] = await profilesOf("choix-de-service");
    if (!first) throw new Error("no profile");
    const wrong = { ...first, expected: { decisions: { service: "orient" } } };
    const path = await saved("wrong.json", [wrong, ...rest]);
    const { code, document } = await mutationIn([ruleSet, path]);
    expect({ code, failing: document.failing }).toEqual({ code: 1, failing: [first.id] });
    expect((await jumelage(["mutate", ruleSet, path])).out).toContain(`Profil ${first.id}\u00a0:`);
  });

  test.each([
    ["boundaries", "--floor", "many"],
    ["boundaries", "--floor", "101"],
    ["mutate", "--floor", "-5"],
    ["mutate", "--timeout", "0"],
    ["mutate", "--timeout", "soon"],
  ])("%s %s %s is a wrong value: exit 2", async (command, option, value) => {
    const { code, err } = await jumelage([
      command,
      ruleSet,
      content("choix-de-service", "profiles"),
      option,
      value,
    ]);
    expect(code).toBe(2);
    expect(err).toMatch(/^jumelage/);
  });
});
