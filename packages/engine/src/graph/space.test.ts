// The classes of one fact, as people read them: how coarse they are, what is known in each, and where each may turn out.
import { expect, test } from "vitest";
import { criterion, fact, members, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import { ruleSetGraph } from "./graph-of.ts";
import { classesOf, type Interval, type Option } from "./space.ts";

const text = { fr: "t", en: "t" };
const retired = { id: "old", label: text, retired: true };

/** A class by what is said of it. */
function nameOf({ known, unknown, doubtful, members: occurring }: Option): string {
  const values = known.map((v) =>
    typeof v === "object" && !Array.isArray(v) ? spanOf(v as Interval) : String(v),
  );
  const among = occurring
    ? Object.entries(occurring).flatMap(([standing, occurs]) => (occurs ? [standing] : []))
    : [];
  return [...values, ...among, ...(unknown ? ["unknown"] : []), ...(doubtful ? ["doubtful"] : [])].join(" ");
}

const spanOf = ({ from, to }: Interval): string => `${from ?? ""}..${to ?? ""}`;

type Classes = Readonly<Record<string, readonly string[]>>;

/** The classes of every dimension, with what each may turn out to be. */
function classes(what: Readonly<Record<string, unknown>>, ...conditions: readonly Condition[]) {
  const ruleSet = tiny({
    facts: [what],
    decisions: [one],
    criteria: conditions.map((when, i) => criterion(`C${i}`, when, "stop")),
  });
  const made = ruleSetGraph(ruleSet);
  if ("unmodelled" in made) throw new Error(made.unmodelled);
  expect(classesOf(made.space)).toBe(made.space.dimensions.reduce((n, d) => n * d.options.length, 1));
  return made.space.dimensions.map(({ name, options }): readonly [string, Classes] => [
    name,
    Object.fromEntries(
      options.map((o) => [nameOf(o), o.completions.map((c) => nameOf(options[c] ?? o)).toSorted()]),
    ),
  ]);
}

const yes = (whenUnknown: unknown = "block", rest = {}) => fact("f", "boolean", { whenUnknown, ...rest });
const isYes: Condition = { fact: "f", operator: "equal", value: true };
const isKnown: Condition = { fact: "f", operator: "isKnown" };
const count = (rest = {}) => fact("f", "integer", { range: { min: 0, max: 9 }, ...rest });
const kind = (rest = {}) => fact("f", "enum", { values: members, ...rest });
const traits = (rest = {}) => fact("f", "set", { values: members, ...rest });
const asked = (operator: string, value?: unknown): Condition =>
  ({ fact: "f", operator, ...(value !== undefined && { value }) }) as Condition;

test.each<[string, Readonly<Record<string, unknown>>, readonly Condition[], Classes]>([
  [
    "yes, no, and open",
    yes(),
    [isYes],
    { true: ["true"], false: ["false"], "unknown doubtful": ["false", "true"] },
  ],
  [
    // Not given, it makes no criterion true: like a no.
    "an optional fact",
    yes("ignore"),
    [isYes],
    { true: ["true"], "false unknown": ["false unknown"], doubtful: ["false unknown", "true"] },
  ],
  [
    "an assumed fact",
    yes({ assume: true }),
    [isYes],
    { "true unknown": ["true unknown"], false: ["false"], doubtful: ["false", "true unknown"] },
  ],
  ["known or not", yes(), [isKnown], { "false true": ["false true"], "unknown doubtful": ["false true"] }],
  [
    "an optional fact, known or not",
    yes("ignore"),
    [isKnown],
    { "false true": ["false true"], unknown: ["unknown"], doubtful: ["false true"] },
  ],
  [
    "what grows old is doubtful when it has",
    yes("ignore", { validFor: "P7D" }),
    [isYes],
    { true: ["true"], "false unknown": ["false unknown"], doubtful: ["false unknown", "true"] },
  ],
  [
    "numbers, cut where the test turns",
    count(),
    [asked("greaterThanInclusive", 5)],
    { "0..4": ["0..4"], "5..9": ["5..9"], "unknown doubtful": ["0..4", "5..9"] },
  ],
  [
    "numbers, cut twice",
    count(),
    [asked("lessThan", 3), asked("greaterThan", 6)],
    {
      "0..2": ["0..2"],
      "3..6": ["3..6"],
      "7..9": ["7..9"],
      "unknown doubtful": ["0..2", "3..6", "7..9"],
    },
  ],
  [
    "one number, and all others",
    count(),
    [asked("equal", 5)],
    { "5..5": ["5..5"], "0..4 6..9": ["0..4 6..9"], "unknown doubtful": ["0..4 6..9", "5..5"] },
  ],
  [
    "numbers without a range",
    count({ range: undefined }),
    [asked("lessThanInclusive", 5)],
    { "..5": ["..5"], "6..": ["6.."], "unknown doubtful": ["..5", "6.."] },
  ],
  [
    "tenths",
    fact("f", "decimal", { scale: 1, range: { min: 0, max: 2 } }),
    [asked("lessThan", 0.7)],
    { "0..0.6": ["0..0.6"], "0.7..2": ["0.7..2"], "unknown doubtful": ["0..0.6", "0.7..2"] },
  ],
  [
    "dates",
    fact("f", "date"),
    [asked("lessThan", "2024-03-01")],
    {
      "..2024-02-29": ["..2024-02-29"],
      "2024-03-01..": ["2024-03-01.."],
      "unknown doubtful": ["..2024-02-29", "2024-03-01.."],
    },
  ],
  [
    "an enumeration: what no test tells apart is one class",
    kind(),
    [asked("equal", "b")],
    { "a c": ["a c"], b: ["b"], "unknown doubtful": ["a c", "b"] },
  ],
  [
    "an enumeration, two tests",
    kind(),
    [asked("equal", "b"), asked("in", ["b", "c"])],
    { a: ["a"], b: ["b"], c: ["c"], "unknown doubtful": ["a", "b", "c"] },
  ],
])("%s", (_, what, conditions, expected) => {
  expect(classes(what, ...conditions)).toEqual([["f", expected]]);
});

test("a set asked for one member: in, out, or not asked, which is what nobody's answer is too", () => {
  expect(classes(traits(), asked("contains", "a"))).toEqual([
    ["f: a", { in: ["in"], out: ["out"], unasked: ["in", "out"] }],
  ]);
});

test("members always asked for together are one group; a retired one is its own, and is never unasked", () => {
  // Any of two: only whether one is in, else whether one is open, counts.
  expect(classes(traits(), asked("containsAny", ["a", "c"]))).toEqual([
    [
      "f: a, c",
      { "in out unasked": ["in out unasked"], out: ["out"], "out unasked": ["in out unasked", "out"] },
    ],
  ]);
  expect(
    classes(traits({ values: [...members, retired] }), asked("containsAny", ["a", "old"])).map(
      ([name]) => name,
    ),
  ).toEqual(["f: a", "f: old"]);
});

test("an optional set: not given at all is a class of its own", () => {
  expect(classes(traits({ whenUnknown: "ignore" }), asked("contains", "a"))).toEqual([
    // One that is too old is like one of which no member was asked about.
    ["f", { "": [""], unknown: ["unknown"] }],
    ["f: a", { in: ["in"], out: ["out"], unasked: ["in", "out"] }],
  ]);
});

test("what nothing rests on has no classes", () => {
  expect(classes(yes(), { always: true })).toEqual([]);
  expect(classes(traits(), { any: [{ always: true }, asked("contains", "a")] })).toEqual([]);
});
