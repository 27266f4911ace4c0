// The solver in its thread: answers, ended at its time, cancelled at once, and none the worse for it afterwards.
import {
  askOne,
  breaksClaim,
  isWitness,
  type Condition,
  type Question,
  type RuleSet,
} from "@jumelage/engine";
import { afterAll, describe, expect, test } from "vitest";
import { autosoins, choix, referenceRuleSets, without } from "../test/reference.ts";
import { createSolver, type Solver } from "./solver.ts";

const solver = await createSolver({ at: "2026-03-02" });
afterAll(() => solver.close());

function breaks(ruleSet: RuleSet, property: string): Question {
  const found = ruleSet.properties.find((p) => p.id === property);
  if (!found) throw new Error(`no property ${property}`);
  return breaksClaim(ruleSet, found.claim);
}

/** As many pigeons as holes and one more: no solver that reasons step by step says quickly that it cannot be. */
function hard(ruleSet: RuleSet, holes: number): Question {
  const facts = Array.from({ length: holes + 1 }, (_, pigeon) => ({
    ...(ruleSet.facts.find((f) => f.type === "set") ?? ruleSet.facts[0]),
    id: `pigeon${pigeon}`,
    whenUnknown: "block" as const,
    values: Array.from({ length: holes }, (__, hole) => ({ id: `h${hole}`, label: { fr: "h", en: "h" } })),
  })) as RuleSet["facts"];
  const isIn = (pigeon: number, hole: number): Condition => ({
    fact: `pigeon${pigeon}`,
    operator: "contains",
    value: `h${hole}`,
  });
  const pairs = facts.flatMap((_, i) => facts.slice(i + 1).map((__, j) => [i, i + 1 + j] as const));
  const crowded = pairs.flatMap(([a, b]) =>
    Array.from({ length: holes }, (_, hole): Condition => ({ not: { all: [isIn(a, hole), isIn(b, hole)] } })),
  );
  const housed = facts.map(({ id }): Condition => ({ fact: id, operator: "isNotEmpty" }));
  return askOne(
    { ...ruleSet, facts, conditions: [], criteria: [], decisions: [], parameters: [] },
    { world: 0, holds: { all: [...housed, ...crowded] } },
  );
}

async function standsUp(again: Solver): Promise<void> {
  expect(await again.ask(breaks(choix, choix.properties[0]?.id ?? ""))).toEqual({ status: "nobody" });
}

test("a property that holds has nobody who breaks it", async () => {
  for (const ruleSet of referenceRuleSets)
    for (const { id } of ruleSet.properties.slice(0, 4))
      expect(await solver.ask(breaks(ruleSet, id)), id).toEqual({ status: "nobody" });
});

test("whoever breaks a property replays, and only what matters is said of them", async () => {
  const question = breaks(without(autosoins, "A-I1", "A-I4"), "SP1");
  const answer = await solver.ask(question, { at: "2026-01-31" });
  expect(answer).toEqual({
    status: "somebody",
    witness: { at: "2026-01-31", people: [{ suicidalIdeation: "passive" }] },
  });
  expect(answer.status === "somebody" && isWitness(question, answer.witness)).toBe(true);
});

test("a small question of the hard kind is answered", async () => {
  expect(await solver.ask(hard(autosoins, 4))).toEqual({ status: "nobody" });
});

describe("a question that would take very long", () => {
  test("is undecided when its time is over, and the next one is answered", async () => {
    expect(await solver.ask(hard(autosoins, 14), { milliseconds: 400 })).toEqual({
      status: "undecided",
      reason: "time",
    });
    await standsUp(solver);
  });

  test("is cancelled at once, and the next one is answered", async () => {
    const stop = new AbortController();
    const asked = solver.ask(hard(autosoins, 14), { signal: stop.signal });
    setTimeout(() => stop.abort(), 300);
    expect(await asked).toEqual({ status: "undecided", reason: "cancelled" });
    await standsUp(solver);
  });

  test("does not keep a closed solver from ending, nor those that wait behind it", async () => {
    const own = await createSolver();
    const both = [own.ask(hard(autosoins, 14)), own.ask(breaks(autosoins, "SP1"))];
    await new Promise((resolve) => setTimeout(resolve, 200));
    await own.close();
    expect(await Promise.all(both)).toEqual([
      { status: "undecided", reason: "cancelled" },
      { status: "undecided", reason: "cancelled" },
    ]);
  });
});

test("what was cancelled before it began is not begun", async () => {
  const answer = await solver.ask(breaks(autosoins, "SP1"), { signal: AbortSignal.abort() });
  expect(answer).toEqual({ status: "undecided", reason: "cancelled" });
});

test("a question that cannot be asked is a fault, told to whoever asked, and the next one is answered", async () => {
  const nonsense: Question = askOne(autosoins, { world: 0, decision: "noSuchDecision", state: ["match"] });
  await expect(solver.ask(nonsense)).rejects.toThrow("noSuchDecision");
  await standsUp(solver);
});
