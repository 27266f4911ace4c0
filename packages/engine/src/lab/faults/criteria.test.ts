// Faults of whole criteria and of the order of outcomes.
import { expect, test } from "vitest";
import { criterion, many, one, tiny } from "../../../test/tiny.ts";
import type { Condition } from "../../model/condition.ts";
import { droppedCriterion, precedence, reAimedCriterion } from "./criteria.ts";

const always: Condition = { always: true };
const off = (made: Readonly<Record<string, unknown>>) => ({ ...made, enabled: false });
const third = { ...many, id: "n", outcomes: [...many.outcomes, { ...many.outcomes[1], id: "warn" }] };
const ruleSet = tiny({
  decisions: [one, many, third],
  criteria: [
    criterion("A", always, "care"),
    off(criterion("OFF", always, "stop")),
    criterion("B", always, "halt", "m"),
    criterion("C", always, "tell", "m"),
    criterion("D", always, "tell", "n"),
    criterion("E", always, "warn", "n"),
  ],
});

test("an enabled criterion is switched off; one that is off stays so", () => {
  expect(droppedCriterion(ruleSet)).toEqual(
    [
      ["A", 0],
      ["B", 2],
      ["C", 3],
      ["D", 4],
      ["E", 5],
    ].map(([of, i]) => ({
      kind: "dropped-criterion",
      of,
      at: ["criteria", i, "enabled"],
      before: true,
      after: false,
    })),
  );
});

test("a criterion speaks for every other outcome of a `one` decision, for the next one of a `many` decision", () => {
  const seeds = reAimedCriterion(ruleSet);
  expect(seeds.map((s) => [s.of, s.before, s.after])).toEqual([
    ["A", "care", "stop"],
    ["A", "care", "go"],
    ["A", "care", "rest"],
    ["B", "halt", "tell"],
    ["C", "tell", "halt"],
    ["D", "tell", "warn"],
    ["E", "warn", "halt"],
  ]);
  expect(seeds[3]).toEqual({
    kind: "re-aimed-criterion",
    of: "B",
    at: ["criteria", 2, "then", "outcome"],
    before: "halt",
    after: "tell",
  });
});

test("there is nothing else to speak for where a decision has one outcome, or is not there", () => {
  const alone = tiny({
    decisions: [{ ...many, outcomes: many.outcomes.slice(0, 1) }],
    criteria: [criterion("A", always, "halt", "m")],
  });
  expect(reAimedCriterion(alone)).toEqual([]);
  expect(reAimedCriterion({ ...ruleSet, decisions: [] })).toEqual([]);
});

test("two neighbouring outcomes of a `one` decision change places; outcomes of a `many` decision have no order", () => {
  const before = ["stop", "care", "go", "rest"];
  expect(precedence(ruleSet)).toEqual(
    [
      ["care", "stop", "go", "rest"],
      ["stop", "go", "care", "rest"],
      ["stop", "care", "rest", "go"],
    ].map((after) => ({ kind: "precedence", of: "d", at: ["decisions", 0, "outcomes"], before, after })),
  );
  const later = tiny({ decisions: [many, one] });
  expect(precedence(later).map((s) => s.at)).toEqual([0, 1, 2].map(() => ["decisions", 1, "outcomes"]));
});
