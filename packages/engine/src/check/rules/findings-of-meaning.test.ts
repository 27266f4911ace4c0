// What each law of meaning says in full: of what, where, and which other place takes part.
import { describe, expect, test } from "vitest";
import { adding, high, leaf, says, sound, text, told, withFact } from "../../../test/sound.ts";
import { criterion, fact } from "../../../test/tiny.ts";
import type { Condition } from "../../model/condition.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { alwaysTrue } from "./always-true.ts";
import { comparisonConstant } from "./comparison-constant.ts";
import { derivedRange } from "./derived-range.ts";
import { duplicateCriterion } from "./duplicate-criterion.ts";
import { ignoreNegative } from "./ignore-negative.ts";
import { neverTrue } from "./never-true.ts";
import { shadowedCriterion } from "./shadowed-criterion.ts";

const many = (id: string, when: Condition) => criterion(id, when, "tell", "m");
const danger = leaf("danger", "equal", true);
const isB = leaf("kind", "equal", "b");
const always: Condition = { always: true };
const open = { hole: {} } as unknown as Condition;
const off = (c: Readonly<Record<string, unknown>>) => ({ ...c, enabled: false });

test("always-true: of an enabled criterion of a decision of kind one", () => {
  const doc = adding(criterion("A", always, "care"), off(criterion("B", always, "care")), many("C", always));
  expect(says(alwaysTrue, doc)).toEqual([
    told("warning", "always-true", "criteria.3.when", { criterion: "A" }),
  ]);
});

test("never-true: of an enabled criterion, whatever it speaks for", () => {
  const never: Condition = { not: always };
  const doc = adding(
    criterion("A", never, "care"),
    off(criterion("B", never, "care")),
    many("C", never),
    many("D", { any: [never, open] }),
  );
  expect(says(neverTrue, doc)).toEqual([
    told("warning", "never-true", "criteria.3.when", { criterion: "A" }),
    told("warning", "never-true", "criteria.5.when", { criterion: "C" }),
  ]);
});

test("comparison-always and comparison-never: wherever the comparison stands", () => {
  const doc = {
    ...adding(many("A", { any: [high, leaf("score", "lessThan", 0), leaf("score", "isKnown")] })),
    conditions: [{ id: "high", label: text("high"), when: { not: leaf("score", "lessThanInclusive", 27) } }],
  };
  expect(says(comparisonConstant, doc)).toEqual([
    told("warning", "comparison-never", "criteria.3.when.any.1", { fact: "score" }),
    told("warning", "comparison-always", "conditions.0.when.not", { fact: "score" }),
  ]);
  // What is no comparison with a value cannot be one that is always so.
  for (const operator of ["isEmpty", "isNotEmpty", "isKnown", "isUnknown"])
    expect(says(comparisonConstant, adding(many("A", leaf("traits", operator))))).toEqual([]);
  expect(says(comparisonConstant, adding(many("A", leaf("kind", "isKnown"))))).toEqual([]);
  expect(says(comparisonConstant, adding(many("A", leaf("traits", "contains", "a"))))).toEqual([]);
});

describe("derived-range", () => {
  const range = (min: number, max: number) => ({ min, max });
  const parts = (p: unknown, q: unknown, total: unknown) => ({
    ...sound,
    facts: [
      ...sound.facts,
      fact("p", "integer", { range: p }),
      fact("q", "integer", { range: q }),
      fact("sum", "integer", { range: total, derive: { sum: ["p", "q"] } }),
    ],
  });
  test.each<[unknown, unknown, unknown, boolean]>([
    [range(0, 3), range(-1, 2), range(-1, 5), true],
    [range(0, 3), range(-1, 2), range(-2, 6), true],
    [range(0, 3), range(-1, 2), range(0, 5), false],
    [range(0, 3), range(-1, 2), range(-1, 4), false],
    // A part without a range can be anything.
    [range(0, 3), undefined, range(-1, 5), false],
    [undefined, undefined, undefined, true],
  ])("parts in %j and %j, the total in %j: %s", (p, q, total, fits) => {
    expect(says(derivedRange, parts(p, q, total))).toEqual(
      fits ? [] : [told("warning", "derived-range", "facts.7.range", { fact: "sum" })],
    );
  });
  test("a fact that is no total has its range for itself", () => {
    expect(says(derivedRange, withFact("score", { range: range(5, 20) }))).toEqual([]);
  });
});

describe("criterion-duplicate", () => {
  const twice = (i: number, id: string, by: string, of: number) =>
    told("warning", "criterion-duplicate", `criteria.${i}`, { criterion: id, by }, `criteria.${of}`);

  test("each is told with the first that says the same for the same outcome", () => {
    const doc = adding(
      many("A", isB),
      criterion("B", isB, "care"),
      many("C", { all: [isB] }),
      many("D", { not: { not: isB } }),
    );
    expect(says(duplicateCriterion, doc)).toEqual([twice(5, "C", "A", 3), twice(6, "D", "A", 3)]);
  });

  test("one that says more, or less, is none; neither is one that is off, still written, or meant to be", () => {
    const meant = { ...many("S", isB), shadowedOnPurpose: text("why") };
    for (const list of [
      [many("A", isB), many("B", { all: [isB, high] })],
      [many("A", { all: [isB, high] }), many("B", isB)],
      [many("A", isB), off(many("B", isB))],
      [off(many("A", isB)), many("B", isB)],
      [many("A", isB), meant],
      [meant, many("B", isB)],
      [many("A", { all: [isB, open] }), many("B", { all: [isB, open] })],
      [many("A", isB), { ...many("B", isB), when: undefined }],
    ])
      expect(says(duplicateCriterion, adding(...list))).toEqual([]);
  });

  test("two decisions may have an outcome of the same name", () => {
    const outcomes = sound.decisions[1]?.outcomes;
    const doc = {
      ...adding(many("A", isB), criterion("B", isB, "tell", "n")),
      decisions: [...sound.decisions, { id: "n", title: text("n"), kind: "many", outcomes }],
    };
    expect(says(duplicateCriterion, doc)).toEqual([]);
  });
});

describe("criterion-shadowed", () => {
  const shadowed = (i: number, id: string, by: string, of: number, same: boolean) =>
    told("warning", "criterion-shadowed", `criteria.${i}`, { criterion: id, by, same }, `criteria.${of}`);
  const both: Condition = { all: [isB, leaf("traits", "contains", "b")] };

  test("by one for the same outcome that is true whenever it is, wherever that stands", () => {
    expect(says(shadowedCriterion, adding(many("A", isB), many("B", both)))).toEqual([
      shadowed(4, "B", "A", 3, true),
    ]);
    expect(says(shadowedCriterion, adding(many("B", both), many("A", isB)))).toEqual([
      shadowed(3, "B", "A", 4, true),
    ]);
  });

  test("in a decision of kind one by a more cautious outcome too, even by one that says the same", () => {
    expect(
      says(shadowedCriterion, adding(criterion("B", both, "rest"), criterion("A", isB, "care"))),
    ).toEqual([shadowed(3, "B", "A", 4, false)]);
    expect(says(shadowedCriterion, adding(criterion("B", isB, "rest"), criterion("A", isB, "stop")))).toEqual(
      [shadowed(3, "B", "A", 4, false)],
    );
  });

  test("not by a less cautious one, one of a decision of kind many, or of another decision", () => {
    const outcomes = ["tell", "wait"].map((id) => ({
      id,
      label: text(id),
      message: text(id),
      tone: "neutral",
      override: true,
    }));
    const list = [
      criterion("A", both, "stop"),
      criterion("B", isB, "care"),
      criterion("C", both, "wait", "m"),
      criterion("D", isB, "tell", "m"),
    ];
    const [one] = sound.decisions;
    const doc = { ...adding(...list), decisions: [one, { ...sound.decisions[1], outcomes }] };
    expect(says(shadowedCriterion, doc)).toEqual([]);
  });

  test("not by one that is off, or always true; and not one that is meant to be, or decides nothing anyway", () => {
    for (const list of [
      [off(criterion("A", isB, "stop")), criterion("B", both, "stop")],
      [criterion("A", isB, "stop"), off(criterion("B", both, "stop"))],
      [criterion("A", always, "stop"), criterion("B", both, "care")],
      [criterion("A", isB, "stop"), { ...criterion("B", both, "stop"), shadowedOnPurpose: text("why") }],
      [criterion("A", isB, "stop"), criterion("B", { all: [isB, { not: isB }] }, "care")],
      [criterion("A", isB, "stop"), criterion("B", always, "care")],
      // Two that say the same are duplicates.
      [criterion("A", isB, "stop"), criterion("B", isB, "stop")],
    ])
      expect(says(shadowedCriterion, adding(...list))).toEqual([]);
  });
});

describe("ignore-negative", () => {
  const error = (place: string, also?: string) =>
    told("error", "ignore-negative", place, { fact: "score", criterion: "G" }, also);

  test.each<[Condition, readonly Diagnostic[]]>([
    [leaf("score", "notEqual", 3), [error("criteria.3.when")]],
    [{ not: { any: [isB, high] } }, [error("criteria.3.when.not.any.1")]],
    [{ not: { not: high } }, []],
    [{ not: leaf("score", "notEqual", 3) }, []],
    [{ not: { not: leaf("score", "notEqual", 3) } }, [error("criteria.3.when.not.not")]],
    [high, []],
    [{ not: isB }, []],
    [leaf("kind", "notEqual", "b"), []],
    [leaf("kind", "notIn", ["b"]), []],
  ])("%j", (when, findings) => {
    expect(says(ignoreNegative, adding(many("G", when)))).toEqual(findings);
  });

  test("of every negative operator", () => {
    const optional = (id: string, rest: Readonly<Record<string, unknown>>) =>
      withFact(id, { ...rest, whenUnknown: "ignore" });
    for (const [operator, value, wrong] of [
      ["notIn", ["b"], true],
      ["notEqual", "b", true],
      ["in", ["b"], false],
    ] as const) {
      const doc = { ...optional("kind", {}), criteria: [many("G", leaf("kind", operator, value))] };
      expect(says(ignoreNegative, doc).length, operator).toBe(wrong ? 1 : 0);
    }
    for (const [operator, value, wrong] of [
      ["doesNotContain", "b", true],
      ["containsNone", ["b"], true],
      ["containsAny", ["b"], false],
      ["isEmpty", undefined, false],
    ] as const) {
      const doc = { ...optional("traits", {}), criteria: [many("G", leaf("traits", operator, value))] };
      expect(says(ignoreNegative, doc).length, operator).toBe(wrong ? 1 : 0);
    }
  });

  test("through named conditions: the criterion is to blame, the place of the leaf takes part", () => {
    const named = [
      { id: "outer", label: text("outer"), when: { all: [danger, { condition: "high" }] } },
      { id: "high", label: text("high"), when: { any: [isB, { not: high }] } },
    ];
    const found = (when: Condition) =>
      says(ignoreNegative, { ...adding(many("G", when)), conditions: named });
    const k2 = told(
      "error",
      "ignore-negative",
      "criteria.1.when",
      { fact: "score", criterion: "K2" },
      "conditions.1.when.any.1.not",
    );
    const at = "conditions.1.when.any.1.not";
    expect(found({ any: [isB, { condition: "high" }] })).toEqual([k2, error("criteria.3.when.any.1", at)]);
    expect(found({ any: [isB, { condition: "outer" }] })).toEqual([k2, error("criteria.3.when.any.1", at)]);
    expect(found({ not: { condition: "high" } })).toEqual([k2]);
    // Each is entered once in each polarity.
    const twice: Condition = {
      all: [{ condition: "high" }, { condition: "high" }, { not: { condition: "high" } }],
    };
    expect(found(twice)).toEqual([k2, error("criteria.3.when.all.0", at)]);
    const other: Condition = { all: [{ not: { condition: "high" } }, { condition: "high" }] };
    expect(found(other)).toEqual([k2, error("criteria.3.when.all.1", at)]);
  });

  test("each criterion is looked at anew, one without a condition not at all", () => {
    const doc = adding(
      many("G", { not: { condition: "high" } }),
      { ...many("H", high), when: undefined },
      many("I", { not: { condition: "high" } }),
    );
    expect(says(ignoreNegative, doc).map((d) => d.params["criterion"])).toEqual(["G", "I"]);
  });
});
