import type { Condition, FactLeaf } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { applied, blind } from "../../../test/applied.ts";
import { today } from "../../../test/everybody.ts";
import { createDiagrams } from "../../diagrams.ts";
import { thresholdAtEdge } from "./threshold-at-edge.ts";

const label = { fr: "texte", en: "text" };
const diagrams = createDiagrams();
function ruleSetOf(when: readonly Condition[], named: Condition = { always: true }, enabled = true) {
  return tiny({
    facts: [
      fact("a", "boolean"),
      fact("n", "integer", { range: { min: 2, max: 10 } }),
      fact("free", "integer"),
      fact("fixed", "integer", { range: { min: 3, max: 3 } }),
      fact("dose", "decimal", { scale: 1, range: { min: 0.1, max: 0.7 } }),
    ],
    conditions: [{ id: "named", label, when: named }],
    decisions: [one],
    criteria: when.map((c, i) => ({ ...criterion(`C${i}`, c, "stop"), enabled })),
  });
}
const compare = (
  id: string,
  operator: FactLeaf["operator"],
  value: NonNullable<FactLeaf["value"]>,
): FactLeaf => ({ fact: id, operator, value });

test("a comparison that only the last value passes: a note at its place, with somebody who passes it", async () => {
  const leaf = compare("n", "greaterThanInclusive", 10);
  const ruleSet = ruleSetOf([{ all: [{ fact: "a", operator: "equal", value: true }, { not: leaf }] }]);
  expect(await applied(thresholdAtEdge, ruleSet, diagrams)).toEqual({
    findings: [
      {
        severity: "info",
        at: ["criteria", 0, "when", "all", 1, "not"],
        params: { fact: "n", threshold: 10, only: 10 },
        witness: { at: today, facts: { n: 10 }, answers: [] },
      },
    ],
    undecided: [],
  });
});

test("in named conditions too, and not in criteria that are switched off", async () => {
  const leaf = compare("n", "lessThanInclusive", 2);
  const places = async (...asked: Parameters<typeof ruleSetOf>) =>
    (await applied(thresholdAtEdge, ruleSetOf(...asked), diagrams)).findings.map((f) => f.at);
  expect(await places([leaf], leaf)).toEqual([
    ["criteria", 0, "when"],
    ["conditions", 0, "when"],
  ]);
  expect(await places([leaf], leaf, false)).toEqual([["conditions", 0, "when"]]);
});

test("without a person to show it is told all the same", async () => {
  const { findings } = await applied(thresholdAtEdge, ruleSetOf([compare("n", "greaterThan", 9)]), blind);
  expect(findings).toStrictEqual([
    { severity: "info", at: ["criteria", 0, "when"], params: { fact: "n", threshold: 9, only: 10 } },
  ]);
});

test.each<[FactLeaf, number | undefined]>([
  [compare("n", "lessThan", 3), 2],
  [compare("n", "lessThan", 2), undefined],
  [compare("n", "lessThan", 4), undefined],
  [compare("n", "lessThanInclusive", 2), 2],
  [compare("n", "lessThanInclusive", 3), undefined],
  [compare("n", "lessThanInclusive", 10), undefined],
  [compare("n", "greaterThan", 9), 10],
  [compare("n", "greaterThan", 10), undefined],
  [compare("n", "greaterThan", 8), undefined],
  [compare("n", "greaterThanInclusive", 10), 10],
  [compare("n", "greaterThanInclusive", 9), undefined],
  [compare("n", "greaterThanInclusive", 2), undefined],
  [compare("n", "greaterThanInclusive", { parameter: "limit" }), 10],
  [compare("n", "equal", 10), undefined],
  [compare("n", "notEqual", 2), undefined],
  [compare("free", "greaterThan", 9), undefined],
  [compare("fixed", "greaterThanInclusive", 3), undefined],
  [compare("fixed", "lessThanInclusive", 3), undefined],
  [compare("dose", "lessThan", 0.2), 0.1],
  [compare("dose", "lessThan", 0.3), undefined],
  [compare("dose", "greaterThan", 0.6), 0.7],
  [compare("dose", "greaterThanInclusive", 0.7), 0.7],
  [compare("a", "equal", true), undefined],
  [{ fact: "n", operator: "isKnown" }, undefined],
])("%j is passed by %j alone", async (leaf, only) => {
  const { findings } = await applied(thresholdAtEdge, ruleSetOf([leaf]), blind);
  expect(findings.map((f) => f.params["only"])).toEqual(only === undefined ? [] : [only]);
});

test("it keeps its name", () => {
  expect(thresholdAtEdge.id).toBe("threshold-at-edge");
});
