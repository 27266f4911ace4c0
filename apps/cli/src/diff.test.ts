// `diff` and `findings` from the inside: two files against each other and one alone, for everybody.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  differenceReportSchema,
  evaluate,
  findingsReportSchema,
  parseRuleSet,
  type RuleSet,
} from "@jumelage/engine";
import { run } from "./run.ts";

const file = new URL("../../../packages/content/choix-de-service/rule-set.json", import.meta.url).pathname;
let folder: string;
let base: RuleSet;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-diff-"));
  const parsed = parseRuleSet(JSON.parse(await readFile(file, "utf8")));
  if (!parsed.ok) throw new Error("the reference program does not parse");
  base = parsed.value;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function edited(name: string, change: (copy: RuleSet) => void): Promise<string> {
  const copy = structuredClone(base);
  change(copy);
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify(copy));
  return path;
}

async function jumelage(...args: string[]) {
  let [out, err] = ["", ""];
  const code = await run(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    input: async () => new Uint8Array(),
    consumerKey: undefined,
    now: () => Date.parse("2026-03-02T12:00:00Z"),
  });
  return { code, out, err };
}

/** One JSON document on standard output; keys a report does not have of itself are taken off. */
async function documentOf(...args: string[]): Promise<{ code: number; document: Record<string, unknown> }> {
  const { code, out } = await jumelage(...args, "--json");
  return { code, document: JSON.parse(out) as Record<string, unknown> };
}

const severe = (copy: RuleSet): void => {
  for (const c of copy.criteria)
    if (c.id === "B-P7") c.when = { fact: "severity", operator: "equal", value: "moderate" };
};

describe("diff", () => {
  test("a rule set and itself: equivalent, exit 0", async () => {
    const { code, document } = await documentOf("diff", file, file);
    expect(code).toBe(0);
    expect(document).toMatchObject({ status: "complete", kind: "equivalent", transitions: [], changes: [] });
  });

  test("another threshold: exit 1, every transition with a person who replays", async () => {
    const head = await edited("severe", severe);
    const { code, document } = await documentOf("diff", file, head);
    const { changes, ...rest } = document;
    const report = differenceReportSchema.parse(rest);
    expect(code).toBe(1);
    expect(report.kind).toBe("changes-outcomes");
    expect(changes).toMatchObject([{ kind: "changed", what: "criterion", id: "B-P7" }]);
    const other = structuredClone(base);
    severe(other);
    const own = report.transitions.filter((t) => t.decision === "service");
    expect(own.length).toBeGreaterThan(2);
    for (const { from, to, witness } of own) {
      const states = [base, other].map((r) => {
        const decided = evaluate(r, witness.facts, witness.at).result.decisions["service"];
        return decided?.kind === "one" ? decided.state : undefined;
      });
      expect(states).toEqual([from, to]);
    }
  });

  test("the same in words, in either language", async () => {
    const head = await edited("severe", severe);
    const [fr, en] = [await jumelage("diff", file, head), await jumelage("diff", file, head, "--lang=en")];
    expect(fr.out).toMatch(/Changement\u00a0: critère B-P7/u);
    expect(fr.out).toMatch(/devient/u);
    expect(fr.out).toMatch(/par exemple\u00a0:/u);
    expect(fr.out).toMatch(/Change des orientations/u);
    expect(en.out).toMatch(/becomes/u);
    expect(en.out).toMatch(/Changes outcomes/u);
    for (const { out } of [fr, en]) expect(out).not.toMatch(/suicidalIdeation|@undetermined|undefined/u);
  });

  test("a text alone is told, and is a difference", async () => {
    const head = await edited(
      "text",
      (copy) => copy.decisions[0]?.outcomes[0] && (copy.decisions[0].outcomes[0].message.fr += " Ensuite."),
    );
    const { code, document } = await documentOf("diff", file, head);
    expect(code).toBe(1);
    expect(document).toMatchObject({
      kind: "texts-only",
      equivalent: true,
      silent: [{ what: "outcome", id: "crisis", of: "service", parts: ["message"] }],
    });
  });

  test("what cannot be compared is refused", async () => {
    const other = new URL("../../../packages/content/autosoins-diriges/rule-set.json", import.meta.url)
      .pathname;
    expect(await documentOf("diff", file, other)).toMatchObject({
      code: 2,
      document: { error: { code: "other-program" } },
    });
    expect(await documentOf("diff", file, file, "--timeout", "none")).toMatchObject({
      code: 2,
      document: { error: { code: "wrong-value" } },
    });
  });
});

describe("findings", () => {
  test("the reference program: notes only, exit 0", async () => {
    const { code, document } = await documentOf("findings", file);
    const report = findingsReportSchema.parse(document);
    expect(code).toBe(0);
    expect(report.findings.map((f) => f.severity)).toEqual(report.findings.map(() => "info"));
    expect(report.undecided).toEqual([]);
  });

  test("a criterion that can never be true: exit 1, in words", async () => {
    const path = await edited("dead", (copy) => {
      for (const c of copy.criteria) if (c.id === "B-P6") c.when = { all: [c.when, { not: c.when }] };
    });
    const { code, out } = await jumelage("findings", path);
    expect(code).toBe(1);
    expect(out).toMatch(/\[erreur\] Critère B-P6\u00a0: ce critère n’est vrai pour personne/u);
  });
});
