// The ways that check the solver: which they are, and how much the enumeration takes on.
import { askOne, type Condition } from "@jumelage/engine";
import { fact, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { crossChecks } from "./cross-checks.ts";

/** Whether three of so many facts, here and there, can always be one of them true: hardly any can be merged. */
function entangled(count: number) {
  const facts = Array.from({ length: count }, (_, i) => fact(`f${i}`, "boolean"));
  const is = (i: number): Condition => ({ fact: `f${i % count}`, operator: "equal", value: true });
  const triples = facts.map((_, i): Condition => ({ any: [is(i), is(7 * i + 3), is(11 * i + 5)] }));
  return askOne(tiny({ facts, decisions: [one] }), { world: 0, holds: { all: triples } });
}

test("an enumeration and diagrams, by their names, of which only the enumeration minds how many classes there are", async () => {
  const checks = crossChecks();
  expect(checks.map((c) => c.method)).toEqual(["enumeration", "diagram"]);
  const answers = (count: number) =>
    Promise.all(checks.map(async (c) => (await c.ask(entangled(count))).status));
  expect(await answers(8)).toEqual(["somebody", "somebody"]);
  expect(await answers(30)).toEqual(["undecided", "somebody"]);
});
