// What laws walk through: conditions and leaves with their places, and the criteria that take part.
import { expect, test } from "vitest";
import { adding, draft, high, leaf, sound, text } from "../../test/sound.ts";
import { criterion } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import { namesOf } from "../model/typing/index.ts";
import { conditionsOf, factLeavesOf, runningCriteria } from "./law.ts";

const isB = leaf("kind", "equal", "b");
const hole = { hole: {} } as unknown as Condition;
const doc = draft({
  ...adding(
    { ...criterion("A", high, "tell", "m"), when: undefined },
    criterion("B", { all: [isB, { not: high }] }, "tell", "m"),
    { ...criterion("C", isB, "tell", "m"), enabled: false },
    criterion("D", { any: [isB, hole] }, "tell", "m"),
    criterion("E", { condition: "holed" }, "tell", "m"),
  ),
  conditions: [...sound.conditions, { id: "holed", label: text("holed"), when: { not: hole } }],
});

test("conditions are those of criteria, then the named ones", () => {
  expect(conditionsOf(doc).map(({ at }) => at.join("."))).toEqual([
    ...[0, 1, 2, 4, 5, 6, 7].map((i) => `criteria.${i}.when`),
    ...[0, 1].map((i) => `conditions.${i}.when`),
  ]);
  expect(conditionsOf(doc)[4]?.when).toEqual(isB);
  expect(conditionsOf(doc).at(-1)?.when).toEqual({ not: hole });
});

test("leaves on facts come with their places", () => {
  const found = factLeavesOf({ ...doc, criteria: doc.criteria.slice(4, 7) });
  expect(found).toEqual([
    { at: ["criteria", 0, "when", "all", 0], leaf: isB },
    { at: ["criteria", 0, "when", "all", 1, "not"], leaf: high },
    { at: ["criteria", 1, "when"], leaf: isB },
    { at: ["criteria", 2, "when", "any", 0], leaf: isB },
    { at: ["conditions", 0, "when"], leaf: sound.conditions[0]?.when },
  ]);
});

test("a criterion takes part when it is enabled and nothing of its condition is left to be written", () => {
  expect(
    runningCriteria(doc, namesOf(doc)).map(({ index, criterion: c, when }) => [index, c.id, when]),
  ).toEqual([
    [0, "K1", doc.criteria[0]?.when],
    [1, "K2", doc.criteria[1]?.when],
    [2, "K3", doc.criteria[2]?.when],
    [4, "B", doc.criteria[4]?.when],
  ]);
});
