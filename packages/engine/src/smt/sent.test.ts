// What can be sent of a fact, as variables and the laws between them: what several vocabularies say of one fact, and who
// is somebody.
import { describe, expect, test } from "vitest";
import { termValue, type TermValues } from "../../test/term-value.ts";
import { fact, members, tiny } from "../../test/tiny.ts";
import type { Fact, FactType, Value } from "../model/fact.ts";
import {
  freshSent,
  nothingSent,
  rangeOf,
  scaleOf,
  slotsOf,
  sortOf,
  stepsOf,
  valueSent,
  type Sent,
  type Slot,
  type Sort,
} from "./sent.ts";
import { Terms, type Term } from "./terms.ts";

type Rest = Readonly<Record<string, unknown>>;
const declared = (type: string, rest: Rest = {}): Fact => {
  const [only] = tiny({ facts: [fact("f", type, rest)] }).facts;
  if (!only) throw new Error("a fact");
  return only;
};
const slotOf = (...facts: readonly Fact[]): Slot => {
  const slot = slotsOf(facts.map((f) => [f])).get("f");
  if (!slot) throw new Error("a slot");
  return slot;
};
const widest = Number.MAX_SAFE_INTEGER;

test.each<[FactType, Sort]>([
  ["boolean", "boolean"],
  ["integer", "number"],
  ["decimal", "number"],
  ["date", "date"],
  ["enum", "enum"],
  ["set", "set"],
])("%s is sent as a %s", (type, sort) => {
  expect(sortOf(type)).toBe(sort);
});

describe("numbers", () => {
  test("their scale", () => {
    expect(scaleOf(declared("decimal", { scale: 3 }))).toBe(3);
    expect(scaleOf(declared("integer"))).toBe(0);
    // What says no scale has none, and a whole number has none whatever it says.
    expect(scaleOf({ ...declared("integer"), scale: 2 })).toBe(0);
    expect(scaleOf({ ...declared("integer"), type: "decimal" })).toBe(0);
  });

  test.each<[string, Fact, number, number, number]>([
    ["a range", declared("integer", { range: { min: -2, max: 7 } }), 0, -2, 7],
    ["a range by tenths", declared("integer", { range: { min: -2, max: 7 } }), 1, -20, 70],
    ["tenths by hundredths", declared("decimal", { scale: 1, range: { min: 0.5, max: 9.5 } }), 2, 50, 950],
    ["no range of whole numbers", declared("integer"), 0, -widest, widest],
    ["no range of decimals", declared("decimal", { scale: 1 }), 1, -1e16, 1e16],
    [
      "a range wider than numbers are exact",
      { ...declared("decimal", { scale: 1 }), range: { min: -1e20, max: 1e20 } },
      1,
      -1e16,
      1e16,
    ],
  ])("%s", (_, of, scale, least, greatest) => {
    expect(rangeOf(of, scale)).toEqual({ least, greatest });
  });

  test("steps", () => {
    expect([stepsOf(3, 0), stepsOf(3, 2), stepsOf(0.29, 2), stepsOf(-0.5, 1), stepsOf("7", 0)]).toEqual([
      3, 300, 29, -5, 7,
    ]);
  });
});

describe("what vocabularies say of a fact together", () => {
  test("a yes or no", () => {
    expect(slotOf(declared("boolean"))).toEqual({
      id: "f",
      sorts: ["boolean"],
      scale: 0,
      least: Number.POSITIVE_INFINITY,
      greatest: Number.NEGATIVE_INFINITY,
      members: [],
      ages: [],
      junk: true,
    });
  });

  test("numbers: the finest scale, the widest range", () => {
    const whole = declared("integer", { range: { min: 0, max: 9 } });
    const tenths = declared("decimal", { scale: 1, range: { min: -0.5, max: 3 } });
    for (const facts of [
      [whole, tenths],
      [tenths, whole],
    ]) {
      const { sorts, scale, least, greatest } = slotOf(...facts);
      expect({ sorts, scale, least, greatest }).toEqual({
        sorts: ["number"],
        scale: 1,
        least: -5,
        greatest: 90,
      });
    }
  });

  test("a number here and something else there", () => {
    const { sorts, scale, least, greatest } = slotOf(
      declared("boolean"),
      declared("integer", { range: { min: 1, max: 2 } }),
      declared("date"),
    );
    expect({ sorts, scale, least, greatest }).toEqual({
      sorts: ["boolean", "number", "date"],
      scale: 0,
      least: 1,
      greatest: 2,
    });
  });

  test("members, each once, in the order of the vocabularies", () => {
    const [a, b, c] = members;
    const slot = slotOf(declared("enum", { values: [b, a] }), declared("enum", { values: [c, a] }));
    expect(slot.members).toEqual(["b", "a", "c"]);
  });

  test("ages, each once, the shortest first", () => {
    const ages = ["P14D", "P2D", "P14D", "P0D"].map((validFor) => declared("boolean", { validFor }));
    expect(slotOf(...ages).ages).toEqual([0, 2, 14]);
  });

  test("something unreadable need not be possible where everybody lets values age", () => {
    const [aging, lasting] = [declared("boolean", { validFor: "P1D" }), declared("boolean")];
    expect(
      [slotOf(aging), slotOf(lasting), slotOf(aging, lasting), slotOf(aging, aging)].map((s) => s.junk),
    ).toEqual([false, true, true, false]);
  });

  test("facts stand in the order in which they are first declared", () => {
    const [b, a, c] = ["b", "a", "c"].map((id) => ({ ...declared("boolean"), id }));
    if (!a || !b || !c) throw new Error("three facts");
    expect([
      ...slotsOf([
        [b, a],
        [c, a],
      ]).keys(),
    ]).toEqual(["b", "a", "c"]);
    expect(slotsOf([])).toEqual(new Map());
  });
});

/** Everything at once, as no vocabulary alone says it. */
const everything: Slot = {
  id: "f",
  sorts: ["boolean", "number", "date", "enum", "set"],
  scale: 1,
  least: -5,
  greatest: 90,
  members: ["a", "b"],
  ages: [0, 7],
  junk: true,
};

describe("fresh variables", () => {
  test("are those the slot needs, and no others", () => {
    const names = (slot: Partial<Slot>): readonly string[] =>
      freshSent(new Terms(), "x", { ...everything, ages: [], junk: false, ...slot }).sent.variables;
    expect(names({ sorts: ["boolean"] })).toEqual(["x_is_boolean", "x_true"]);
    expect(names({ sorts: ["number"] })).toEqual(["x_is_number", "x_number"]);
    expect(names({ sorts: ["date"] })).toEqual(["x_is_date", "x_date"]);
    expect(names({ sorts: ["enum"] })).toEqual(["x_is_enum", "x_one0", "x_one1"]);
    expect(names({ sorts: ["set"] })).toEqual([
      "x_is_set",
      "x_in0",
      "x_in1",
      "x_part",
      "x_asked0",
      "x_asked1",
    ]);
    expect(names({ sorts: ["boolean"], ages: [0, 7], junk: true })).toEqual([
      "x_is_boolean",
      "x_junk",
      "x_true",
      "x_older0",
      "x_older7",
    ]);
  });

  test("are declared with their sorts", () => {
    const terms = new Terms();
    const { sent } = freshSent(terms, "x", everything);
    expect(terms.variables.map((v) => v.name)).toEqual(sent.variables);
    expect(terms.variables.filter((v) => v.sort === "Int").map((v) => v.name)).toEqual([
      "x_number",
      "x_date",
    ]);
  });

  test("what is not of its sorts is fixed", () => {
    const terms = new Terms();
    const { sent } = freshSent(terms, "x", { ...everything, sorts: ["enum"], junk: false });
    expect([sent.boolean, sent.inPart, sent.junk]).toEqual([terms.no, terms.no, terms.no]);
    expect([sent.number, sent.date]).toEqual([terms.whole(0), terms.whole(0)]);
    expect([sent.among.size, sent.asked.size, sent.oneOf.size]).toEqual([0, 0, 2]);
    expect(sent.slot.members).toEqual(["a", "b"]);
  });

  test("nothing was sent when it is of no sort and not unreadable", () => {
    const { sent } = freshSent(new Terms(), "x", { ...everything, sorts: ["boolean", "number"] });
    const absent = (values: TermValues): boolean | number =>
      termValue(sent.absent, { x_junk: false, x_is_boolean: false, x_is_number: false, ...values });
    expect(absent({})).toBe(true);
    expect([absent({ x_junk: true }), absent({ x_is_boolean: true }), absent({ x_is_number: true })]).toEqual(
      [false, false, false],
    );
  });
});

describe("laws", () => {
  const { sent, laws } = freshSent(new Terms(), "x", everything);
  const silent = Object.fromEntries(
    sent.variables.map((v) => [v, v === "x_number" || v === "x_date" ? 0 : false]),
  );
  const isLawful = (values: TermValues): boolean =>
    laws.every((law) => termValue(law, { ...silent, ...values }) === true);
  const set = { x_is_set: true };
  const yes = { x_is_boolean: true };
  const [earliest, latest] = [-719528, 2932896];

  test.each<[string, TermValues]>([
    ["nothing", {}],
    ["something unreadable", { x_junk: true }],
    ["yes", { ...yes, x_true: true }],
    ["no", yes],
    ["the least number", { x_is_number: true, x_number: -5 }],
    ["the greatest number", { x_is_number: true, x_number: 90 }],
    ["the first day", { x_is_date: true, x_date: earliest }],
    ["the last day", { x_is_date: true, x_date: latest }],
    ["a member", { x_is_enum: true, x_one1: true }],
    ["an empty set", set],
    ["a full set", { ...set, x_in0: true, x_in1: true }],
    ["a set of which nobody asked", { ...set, x_part: true }],
    ["a set asked in part", { ...set, x_part: true, x_in0: true, x_asked0: true, x_asked1: true }],
    ["a value a little old", { ...yes, x_older0: true }],
    ["an old value", { ...yes, x_older0: true, x_older7: true }],
  ])("allow %s", (_, values) => {
    expect(isLawful(values)).toBe(true);
  });

  test.each<[string, TermValues]>([
    ["two sorts at once", { ...yes, x_is_number: true }],
    ["something unreadable that is a value", { ...set, x_junk: true }],
    ["a number below the least", { x_is_number: true, x_number: -6 }],
    ["a number above the greatest", { x_is_number: true, x_number: 91 }],
    ["a day before the first", { x_is_date: true, x_date: earliest - 1 }],
    ["a day after the last", { x_is_date: true, x_date: latest + 1 }],
    ["no member", { x_is_enum: true }],
    ["two members", { x_is_enum: true, x_one0: true, x_one1: true }],
    ["something asked in part that is no set", { ...yes, x_part: true }],
    ["a member nobody asked about", { ...set, x_part: true, x_in0: true, x_asked1: true }],
    ["the age of nothing", { x_older0: true }],
    ["the age of something unreadable", { x_junk: true, x_older0: true }],
    ["older than a week and not than a day", { ...yes, x_older7: true }],
  ])("forbid %s", (_, values) => {
    expect(isLawful(values)).toBe(false);
  });

  test("a yes or no has no law of numbers or dates", () => {
    const { laws: few } = freshSent(new Terms(), "x", {
      ...everything,
      sorts: ["boolean"],
      junk: false,
      ages: [],
    });
    expect(few.filter((law) => law.head !== "true")).toEqual([]);
  });
});

const worth = (term: Term): boolean | number => termValue(term, {});
/** A sent thing without variables, as what it is worth. */
const worths = (sent: Sent) => ({
  absent: worth(sent.absent),
  junk: worth(sent.junk),
  is: [...sent.is].flatMap(([sort, is]) => (worth(is) === true ? [sort] : [])),
  boolean: worth(sent.boolean),
  number: worth(sent.number),
  date: worth(sent.date),
  oneOf: [...sent.oneOf].flatMap(([m, is]) => (worth(is) === true ? [m] : [])),
  among: [...sent.among].flatMap(([m, is]) => (worth(is) === true ? [m] : [])),
  inPart: worth(sent.inPart),
  asked: [...sent.asked].flatMap(([m, is]) => (worth(is) === true ? [m] : [])),
  older: [...sent.older].flatMap(([age, is]) => (worth(is) === true ? [age] : [])),
});
const absent = {
  absent: true,
  junk: false,
  is: [],
  boolean: false,
  number: 0,
  date: 0,
  oneOf: [],
  among: [],
  inPart: false,
  asked: [],
  older: [],
};

test("of nothing sent there are no variables, and everything is no", () => {
  const sent = nothingSent(new Terms(), everything);
  expect(worths(sent)).toEqual(absent);
  expect([sent.exact, sent.variables]).toEqual([undefined, []]);
  expect([[...sent.is.keys()], [...sent.oneOf.keys()], [...sent.older.keys()]]).toEqual([
    everything.sorts,
    everything.members,
    everything.ages,
  ]);
});

describe("a plain value", () => {
  test.each<[Value, Slot, object]>([
    [true, everything, { is: ["boolean"], boolean: true }],
    [false, everything, { is: ["boolean"] }],
    [0.5, everything, { is: ["number"], number: 5 }],
    ["1970-01-02", everything, { is: ["date"], date: 1 }],
    ["b", everything, { is: ["enum"], oneOf: ["b"] }],
    [["a"], everything, { is: ["set"], among: ["a"] }],
    [[], everything, { is: ["set"] }],
    ["c", everything, { junk: true }],
    [["a", "c"], everything, { junk: true }],
    ["1970-02-30", everything, { junk: true }],
    [true, { ...everything, sorts: ["number"] }, { junk: true }],
    [3, { ...everything, sorts: ["boolean", "date", "enum", "set"] }, { junk: true }],
    ["1970-01-02", { ...everything, sorts: ["boolean", "enum"] }, { junk: true }],
    ["a", { ...everything, sorts: ["boolean", "number", "date", "set"] }, { junk: true }],
    [["a"], { ...everything, sorts: ["boolean", "number", "date", "enum"] }, { junk: true }],
  ])("%j", (value, slot, expected) => {
    const sent = valueSent(new Terms(), slot, value);
    expect(worths(sent)).toEqual({ ...absent, absent: false, ...expected });
    expect([sent.exact, sent.variables, sent.slot]).toEqual([value, [], slot]);
  });
});
