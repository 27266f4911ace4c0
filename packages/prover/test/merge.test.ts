// What a merge of two rule sets gives that neither gave, against going through everybody: the same answers, no other;
// and by the solver, on a conflict made by hand that stands in no text.
import { evaluate, mergeDocuments, parseRuleSet, type DecisionResult, type RuleSet } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { howMany } from "@jumelage/engine/test/small";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSolver, neitherGave, type MergedRuleSets, type Solver } from "../src/index.ts";
import { bruteForce, everybody, today } from "./everybody.ts";
import { chanceFrom, edited, tinyRuleSet } from "./tiny-rule-sets.ts";

const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** The two sides merged by ids, where that asks nothing and gives a rule set. */
function mergedOf(base: RuleSet, mine: RuleSet, theirs: RuleSet): MergedRuleSets | undefined {
  const documents = (ruleSet: RuleSet) => ({ ruleSet, profiles: [], hazards: [] });
  const { merged, conflicts } = mergeDocuments({
    base: documents(base),
    mine: documents(mine),
    theirs: documents(theirs),
  });
  const parsed = parseRuleSet(merged.ruleSet);
  return conflicts.length === 0 && parsed.ok ? { base, mine, theirs, merged: parsed.value } : undefined;
}

/** How each outcome stands, or the state. */
function answers(result: DecisionResult | undefined, ruleSet: RuleSet, decision: string): readonly string[] {
  if (result === undefined) return [];
  if (result.kind === "one") return [result.state];
  const outcomes = ruleSet.decisions.find((d) => d.id === decision)?.outcomes ?? [];
  const lists = ["suggested", "undetermined", "withheld"] as const;
  return outcomes.map(
    ({ id }) => `${id}:${lists.find((list) => result[list].includes(id)) ?? "not-suggested"}`,
  );
}

function expectedOf({ mine, theirs, merged }: MergedRuleSets): ReadonlySet<string> {
  const found = new Set<string>();
  for (const facts of everybody([mine, theirs, merged])) {
    const [a, b, m] = [mine, theirs, merged].map((r) => evaluate(r, facts, today).result.decisions);
    for (const { id } of merged.decisions) {
      const [own, other] = [answers(a?.[id], mine, id), answers(b?.[id], theirs, id)];
      for (const answer of answers(m?.[id], merged, id))
        if (!own.includes(answer) && !other.includes(answer)) found.add(`${id} ${answer}`);
    }
  }
  return found;
}

test(`random edits that merge cleanly: every answer that neither gave, and no other (SEED=${seed})`, async () => {
  const chance = chanceFrom(seed);
  let clean = 0;
  for (let round = 0; round < howMany({ quick: 20, long: 1_000 }); round += 1) {
    const base = tinyRuleSet(chance);
    const sides = mergedOf(base, edited(chance, base), edited(chance, base));
    if (!sides) continue;
    clean += 1;
    const report = await neitherGave(sides, { answerer: bruteForce, at: today });
    expect(report.status).toBe("complete");
    const found = new Set(report.conflicts.map((c) => `${c.decision} ${c.answer}`));
    expect(found, `SEED=${seed}, round ${round}`).toEqual(expectedOf(sides));
    for (const { decision, person, given } of report.conflicts) {
      expect(given.merged).not.toEqual(given.mine);
      expect(given.merged).not.toEqual(given.theirs);
      const again = evaluate(sides.merged, person.facts, person.at).result.decisions[decision];
      if (again?.kind === "one") expect(given.merged).toEqual([again.state]);
    }
  }
  expect(clean).toBeGreaterThan(3);
});

describe("by hand", () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await createSolver();
  }, 60_000);
  afterAll(() => solver.close());

  const old = { fact: "age", operator: "greaterThanInclusive", value: 65 } as const;
  const ill = { fact: "ill", operator: "equal", value: true } as const;
  const doc = (ageLimit: number, when: object) =>
    tiny({
      facts: [fact("age", "integer", { range: { min: 0, max: 99 } }), fact("ill", "boolean")],
      conditions: [{ id: "senior", label: { fr: "x", en: "x" }, when: { ...old, value: ageLimit } }],
      decisions: [{ ...one, outcomes: one.outcomes.slice(0, 2), otherwise: "care" }, many],
      criteria: [criterion("C1", when as never, "stop")],
    });
  const base = doc(65, { all: [{ condition: "senior" }, ill] });
  // One lowers the age; the other drops the second half of the test. Together a healthy person of 50 is stopped.
  const mine = doc(40, { all: [{ condition: "senior" }, ill] });
  const theirs = doc(65, { condition: "senior" });

  test("two edits that touch nowhere, and somebody who gets what neither gave", async () => {
    const sides = mergedOf(base, mine, theirs);
    if (!sides) throw new Error("a clean merge");
    const { status, conflicts } = await neitherGave(sides, { answerer: solver, at: today });
    expect(status).toBe("complete");
    // Whether they are ill does not matter to what the merge gives, so the person is not asked.
    expect(conflicts).toEqual([
      {
        decision: "d",
        answer: "stop",
        person: { at: today, facts: { age: expect.any(Number) } },
        given: { base: ["care"], mine: ["@undetermined"], theirs: ["care"], merged: ["stop"] },
      },
    ]);
    const { age } = conflicts[0]?.person.facts ?? {};
    expect(age).toBeGreaterThanOrEqual(40);
    expect(age).toBeLessThan(65);
  });

  test("one side alone gives nothing of its own; what could not be decided keeps its reason", async () => {
    const alone = mergedOf(base, mine, base);
    if (!alone) throw new Error("a clean merge");
    expect(await neitherGave(alone, { answerer: solver, at: today })).toMatchObject({
      status: "complete",
      conflicts: [],
    });
    const tired = { ask: async () => ({ status: "undecided", reason: "time" }) as const };
    expect(await neitherGave(alone, { answerer: tired, at: today })).toMatchObject({
      status: "undecided",
      reason: "time",
    });
  });
});
