// Which person each world sees, fact by fact, and which relations are left to other means.
import { describe, expect, test } from "vitest";
import { fact, tiny } from "../../test/tiny.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Relation } from "../question/question.ts";
import { nothing } from "./sendings.ts";
import { UnmodelledQuestion } from "./unmodelled.ts";
import { factOf, viewsOf, type Views } from "./views.ts";

const small = { range: { min: 0, max: 3 } };
const facts = [
  fact("alone", "boolean"),
  fact("total", "integer", { range: { min: 0, max: 6 }, derive: { sum: ["left", "right"] } }),
  fact("left", "integer", small),
  fact("right", "integer", small),
];
const ruleSet = tiny({ facts, criteria: [] });
const withOther = tiny({ facts: [...facts, fact("other", "boolean")], criteria: [] });

const same: Relation = { kind: "same" };
const completed: Relation = { kind: "completed" };
const free = (...ids: string[]): Relation => ({ kind: "free", facts: ids });
const set = (id: string, to: "unknown" | { known: boolean | number }): Relation => ({
  kind: "set",
  settings: [{ fact: id, to }],
});

function views(people: readonly Relation[], ruleSets: readonly RuleSet[] = people.map(() => ruleSet)): Views {
  return viewsOf({
    worlds: people.map((person, i) => ({ person, ruleSet: ruleSets[i] ?? ruleSet })),
    ask: { all: [] },
  });
}

/** What each world sees of each fact: the number of a copy, or what is fixed. */
const seen = (of: Views): unknown =>
  Object.fromEntries(
    ["alone", "total", "left", "right"].map((id) => [
      id,
      of.ruleSets.map((_, world) => {
        const view = of.view(world, id);
        return "copy" in view ? view.copy : view.fixed.value;
      }),
    ]),
  );

describe("views", () => {
  test("one world sees its person", () => {
    expect(seen(views([same]))).toEqual({ alone: [0], total: [0], left: [0], right: [0] });
    expect(seen(views([set("alone", "unknown")]))).toEqual({
      alone: [undefined],
      total: [0],
      left: [0],
      right: [0],
    });
  });

  test("a first world has no other person to differ from", () => {
    expect(seen(views([free("alone")]))).toEqual(seen(views([same])));
    expect(seen(views([free("alone"), same]))).toEqual(seen(views([same, same])));
  });

  test("two worlds of the same person see the same", () => {
    expect(seen(views([same, same]))).toEqual({
      alone: [0, 0],
      total: [0, 0],
      left: [0, 0],
      right: [0, 0],
    });
  });

  test("facts that are free are the second world's own", () => {
    expect(seen(views([same, free("left", "alone")]))).toEqual({
      alone: [0, 1],
      total: [0, 0],
      left: [0, 1],
      right: [0, 0],
    });
  });

  test("a fact free in the second world and set in the first", () => {
    expect(seen(views([set("alone", { known: true }), free("alone")]))).toEqual({
      alone: [true, 1],
      total: [0, 0],
      left: [0, 0],
      right: [0, 0],
    });
    // What is set in the first world is what the second sees, if it is not free there.
    expect(seen(views([set("alone", { known: true }), free("left")]))).toEqual({
      alone: [true, true],
      total: [0, 0],
      left: [0, 1],
      right: [0, 0],
    });
  });

  test("who is completed is another person in everything", () => {
    expect(seen(views([same, completed]))).toEqual({
      alone: [0, 1],
      total: [0, 1],
      left: [0, 1],
      right: [0, 1],
    });
  });

  test("a fact that one world sets is the other's own", () => {
    expect(seen(views([set("alone", { known: false }), same]))).toEqual({
      alone: [false, 1],
      total: [0, 0],
      left: [0, 0],
      right: [0, 0],
    });
    expect(seen(views([same, set("alone", { known: false })]))).toEqual({
      alone: [0, false],
      total: [0, 0],
      left: [0, 0],
      right: [0, 0],
    });
    expect(seen(views([set("alone", "unknown"), set("left", { known: 2 })]))).toEqual({
      alone: [undefined, 1],
      total: [0, 0],
      left: [0, 2],
      right: [0, 0],
    });
  });

  test("a total that is set hides its parts, which are the other world's own", () => {
    expect(seen(views([set("total", { known: 4 }), same]))).toEqual({
      alone: [0, 0],
      total: [4, 1],
      left: [undefined, 1],
      right: [undefined, 1],
    });
    expect(seen(views([same, set("total", "unknown")]))).toEqual({
      alone: [0, 0],
      total: [0, undefined],
      left: [0, undefined],
      right: [0, undefined],
    });
  });

  test("what is unknown is nothing sent", () => {
    expect(views([set("total", "unknown")]).view(0, "total")).toEqual({ fixed: nothing });
    expect(views([set("total", { known: 4 })]).view(0, "total")).toEqual({ fixed: { value: 4 } });
    expect(views([set("total", { known: 4 })]).view(0, "left")).toEqual({ fixed: nothing });
  });

  test("rule sets, settings, and whether somebody is completed", () => {
    const made = views([set("alone", "unknown"), same], [ruleSet, withOther]);
    expect(made.ruleSets).toEqual([ruleSet, withOther]);
    expect(made.settings).toEqual([[{ fact: "alone", to: "unknown" }], []]);
    expect(made.completed).toBe(false);
    expect(views([same, completed]).completed).toBe(true);
  });
});

test.each<[string, () => Views]>([
  ["more than two worlds", () => views([same, same, same])],
  ["completed, and set", () => views([set("alone", "unknown"), completed])],
  ["a first world that is completed", () => views([completed])],
  ["a first world that is completed", () => views([completed, same])],
  ["completed, with facts of its own", () => views([same, completed], [ruleSet, withOther])],
])("refused: %s", (why, make) => {
  expect(make).toThrow(new UnmodelledQuestion(why));
});

test("who is completed may lack facts, and who is not may have facts of its own", () => {
  expect(views([same, completed], [withOther, ruleSet]).completed).toBe(true);
  expect(seen(views([same, same], [ruleSet, withOther]))).toEqual(seen(views([same, same])));
});

test("a fact as a world declares it", () => {
  const made = views([same, same], [ruleSet, withOther]);
  expect(factOf(made, 1, "other")).toBe(withOther.facts.at(-1));
  expect(factOf(made, 0, "left")).toBe(ruleSet.facts[2]);
  expect(() => factOf(made, 0, "other")).toThrow(new TypeError("not declared: other"));
  expect(() => factOf(made, 2, "left")).toThrow(new TypeError("not declared: left"));
});
