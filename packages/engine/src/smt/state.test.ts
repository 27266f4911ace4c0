// What a vocabulary can read in what was sent: of each fact whether it is known, asked in part, plainly unknown or none
// of these, which is doubtful; after assumptions and sums.
import { describe, expect, test } from "vitest";
import { statesFrom, type TermValues } from "../../test/smt-states.ts";
import { fact, members, tiny } from "../../test/tiny.ts";
import type { Fact } from "../model/fact.ts";

type Rest = Readonly<Record<string, unknown>>;

const declared = (type: string, rest: Rest = {}, id = "f"): Fact => {
  const [only] = tiny({ facts: [fact(id, type, rest)] }).facts;
  if (!only) throw new Error("a fact");
  return only;
};
const retired = { ...members[2], retired: true };

describe("a fact by itself", () => {
  const yes = { f_is_boolean: true };
  test.each<[string, Fact, TermValues, string]>([
    ["nothing sent", declared("boolean"), {}, "plain"],
    ["a value", declared("boolean"), yes, "known"],
    ["something unreadable", declared("boolean"), { f_junk: true }, "doubtful"],
    ["nothing sent of an optional fact", declared("boolean", { whenUnknown: "ignore" }), {}, "plain"],
    ["a value not too old", declared("boolean", { validFor: "P7D" }), yes, "known"],
    ["a value too old", declared("boolean", { validFor: "P7D" }), { ...yes, f_older7: true }, "doubtful"],
    ["a full set", declared("set", { values: members }), { f_is_set: true, f_in1: true }, "known"],
    [
      "a set asked in part",
      declared("set", { values: members }),
      { f_is_set: true, f_part: true, f_asked0: true, f_asked1: true },
      "partial doubtful",
    ],
    [
      "a set of which all was asked",
      declared("set", { values: members }),
      { f_is_set: true, f_part: true, f_asked0: true, f_asked1: true, f_asked2: true },
      "known",
    ],
    [
      "nobody has to ask about a retired member",
      declared("set", { values: [...members.slice(0, 2), retired] }),
      { f_is_set: true, f_part: true, f_asked0: true, f_asked1: true },
      "known",
    ],
    [
      "an old set asked in part",
      declared("set", { values: members, validFor: "P0D" }),
      { f_is_set: true, f_part: true, f_older0: true },
      "doubtful",
    ],
  ])("%s", (_, of, values, expected) => {
    expect(statesFrom([of]).kind("f", values)).toBe(expected);
  });

  test("members nobody asked about", () => {
    const made = statesFrom([declared("set", { values: [...members.slice(0, 2), retired] })]);
    const asked = { f_is_set: true, f_part: true, f_asked1: true };
    expect(made.members("f", "unasked", asked)).toEqual(["a"]);
    expect(made.members("f", "unasked", { ...asked, f_part: false })).toEqual([]);
    expect([...made.stateOf("f").unasked.keys()]).toEqual(["a", "b", "c"]);
    const single = statesFrom([declared("enum", { values: members })]);
    expect(single.members("f", "unasked", {})).toEqual([]);
  });
});

describe("a fact that another vocabulary declares otherwise", () => {
  const number = (min: number, max: number) => declared("integer", { range: { min, max } });
  const is = (value: number): TermValues => ({ f_is_number: true, f_number: value });

  test("a number out of its own range is doubtful", () => {
    const made = statesFrom([number(0, 9)], [number(-5, 20)]);
    const kinds = [-1, 0, 9, 10].map((value) => made.kind("f", is(value)));
    expect(kinds).toEqual(["doubtful", "known", "known", "doubtful"]);
  });

  test("one bound may be shared", () => {
    const low = statesFrom([number(0, 9)], [number(0, 20)]);
    expect([0, 9, 10].map((value) => low.kind("f", is(value)))).toEqual(["known", "known", "doubtful"]);
    const high = statesFrom([number(0, 9)], [number(-5, 9)]);
    expect([-1, 0, 9].map((value) => high.kind("f", is(value)))).toEqual(["doubtful", "known", "known"]);
  });

  test("what nobody else widens is not asked again", () => {
    const { terms, stateOf } = statesFrom([number(0, 9)]);
    expect(stateOf("f").known.head).toBe("f_is_number");
    expect(terms.variables.map((v) => v.name)).toEqual(["f_is_number", "f_junk", "f_number"]);
  });

  test("a decimal is no whole number", () => {
    const made = statesFrom([number(0, 9)], [declared("decimal", { scale: 1, range: { min: 0, max: 9 } })]);
    // In tenths.
    expect([0, 5, 10, 11, 90].map((value) => made.kind("f", is(value)))).toEqual([
      "known",
      "doubtful",
      "known",
      "doubtful",
      "known",
    ]);
    const tenths = statesFrom(
      [declared("decimal", { scale: 1, range: { min: 0, max: 9 } })],
      [declared("decimal", { scale: 3, range: { min: 0, max: 9 } })],
    );
    expect([100, 150, 200].map((value) => tenths.kind("f", is(value)))).toEqual([
      "known",
      "doubtful",
      "known",
    ]);
  });

  test("a value of another type is doubtful", () => {
    const made = statesFrom([declared("boolean")], [declared("date")]);
    expect(made.kind("f", { f_is_date: true })).toBe("doubtful");
    expect(made.kind("f", { f_is_boolean: true })).toBe("known");
  });

  test("a member it does not have is doubtful", () => {
    const made = statesFrom(
      [declared("enum", { values: members.slice(0, 2) })],
      [declared("enum", { values: members })],
    );
    const one = (i: number): TermValues => ({ f_is_enum: true, [`f_one${i}`]: true });
    expect([0, 1, 2].map((i) => made.kind("f", one(i)))).toEqual(["known", "known", "doubtful"]);
  });

  test("a set with a foreign member is doubtful, asked about it too", () => {
    const own = declared("set", { values: members.slice(0, 2) });
    const made = statesFrom([own], [declared("set", { values: members })]);
    const set = { f_is_set: true };
    const asked = { ...set, f_part: true, f_asked0: true, f_asked1: true };
    expect(made.kind("f", { ...set, f_in0: true })).toBe("known");
    expect(made.kind("f", { ...set, f_in2: true })).toBe("doubtful");
    expect(made.kind("f", asked)).toBe("known");
    expect(made.kind("f", { ...asked, f_asked2: true })).toBe("doubtful");
    // Where nothing says who was asked, nobody was asked about a foreign member.
    expect(made.kind("f", { ...set, f_asked2: true })).toBe("known");
  });

  test("members of the other type say nothing", () => {
    const [single, several] = [
      declared("enum", { values: members.slice(0, 1) }),
      declared("set", { values: members }),
    ];
    const asEnum = statesFrom([single], [several]);
    expect(asEnum.kind("f", { f_is_enum: true, f_one0: true, f_in2: true, f_asked2: true })).toBe("known");
    const asSet = statesFrom(
      [declared("set", { values: members.slice(0, 1) })],
      [declared("enum", { values: members })],
    );
    expect(asSet.kind("f", { f_is_set: true, f_one2: true })).toBe("known");
    // What is declared without members of its own cannot have foreign ones.
    expect(statesFrom([declared("boolean")], [several]).kind("f", { f_is_boolean: true, f_in1: true })).toBe(
      "known",
    );
    expect(statesFrom([declared("boolean")], [single]).kind("f", { f_is_boolean: true, f_one0: true })).toBe(
      "known",
    );
  });

  test("each has its own age", () => {
    const made = statesFrom(
      [declared("boolean", { validFor: "P7D" })],
      [declared("boolean", { validFor: "P0D" })],
    );
    const yes = { f_is_boolean: true };
    expect(made.kind("f", { ...yes, f_older0: true })).toBe("known");
    expect(made.kind("f", { ...yes, f_older0: true, f_older7: true })).toBe("doubtful");
    const lasting = statesFrom([declared("boolean")], [declared("boolean", { validFor: "P0D" })]);
    expect(lasting.kind("f", { ...yes, f_older0: true })).toBe("known");
  });
});

describe("assumed", () => {
  const assuming = (type: string, assume: unknown, rest: Rest = {}) =>
    statesFrom([declared(type, { whenUnknown: { assume }, ...rest })]);

  test("what is plainly unknown is known, and assumed; what is doubtful is not", () => {
    const made = assuming("boolean", true);
    expect(made.kind("f", {})).toBe("known assumed");
    expect(made.kind("f", { f_is_boolean: true })).toBe("known");
    expect(made.kind("f", { f_junk: true })).toBe("doubtful");
  });

  test("values", () => {
    const [yes, no] = [assuming("boolean", true), assuming("boolean", false)];
    expect([yes.worth("f", "boolean", {}), no.worth("f", "boolean", {})]).toEqual([true, false]);
    expect(yes.worth("f", "boolean", { f_is_boolean: true })).toBe(false);
    expect(no.worth("f", "boolean", { f_is_boolean: true, f_true: true })).toBe(true);
    const number = assuming("integer", 7);
    expect(number.worth("f", "number", { f_number: 3 })).toBe(7);
    expect(number.worth("f", "number", { f_number: 3, f_is_number: true })).toBe(3);
    expect(assuming("decimal", 0.7, { scale: 1 }).worth("f", "number", {})).toBe(7);
    const date = assuming("date", "1970-01-03");
    expect(date.worth("f", "date", {})).toBe(2);
    expect(date.worth("f", "date", { f_is_date: true, f_date: 9 })).toBe(9);
  });

  test("members", () => {
    const single = assuming("enum", "b", { values: members });
    expect(single.members("f", "oneOf", { f_one0: true })).toEqual(["b"]);
    expect(single.members("f", "oneOf", { f_one0: true, f_is_enum: true })).toEqual(["a"]);
    const several = assuming("set", ["a", "c"], { values: members });
    expect(several.members("f", "among", { f_in1: true })).toEqual(["a", "c"]);
    expect(several.members("f", "among", { f_in1: true, f_is_set: true })).toEqual(["b"]);
    expect(assuming("set", [], { values: members }).members("f", "among", { f_in1: true })).toEqual([]);
  });

  test("only what is of its type is assumed", () => {
    const { stateOf } = assuming("boolean", true);
    const plain = statesFrom([declared("boolean")]).stateOf("f");
    expect(stateOf("f").number.head).toBe(plain.number.head);
    expect(stateOf("f").date.head).toBe(plain.date.head);
    const set = declared("set", { values: members });
    const single = statesFrom([declared("enum", { whenUnknown: { assume: "a" }, values: members })], [set]);
    expect(single.members("f", "among", { f_in2: true })).toEqual(["c"]);
    const several = statesFrom(
      [declared("set", { whenUnknown: { assume: ["a"] }, values: members })],
      [declared("enum", { values: members })],
    );
    expect(several.members("f", "oneOf", { f_one2: true })).toEqual(["c"]);
    const date = statesFrom(
      [declared("date", { whenUnknown: { assume: "1970-01-03" } })],
      [declared("integer")],
    );
    expect(date.worth("f", "number", { f_number: 5 })).toBe(5);
    const number = statesFrom([declared("integer", { whenUnknown: { assume: 4 } })], [declared("date")]);
    expect(number.worth("f", "date", { f_date: 5 })).toBe(5);
  });
});

describe("a total", () => {
  const range = (min: number, max: number) => ({ range: { min, max } });
  const summing = (total: Rest = {}, left: Rest = {}, right: Rest = {}) =>
    statesFrom(
      tiny({
        facts: [
          fact("t", "integer", { ...range(0, 5), derive: { sum: ["l", "r"] }, ...total }),
          fact("l", "integer", { ...range(0, 3), ...left }),
          fact("r", "integer", { ...range(0, 3), ...right }),
        ],
      }).facts,
    );
  const is = (id: string, value: number): TermValues => ({
    [`${id}_is_number`]: true,
    [`${id}_number`]: value,
  });
  const junk = { r_junk: true };

  test.each<[string, TermValues, string]>([
    ["nothing of anything", {}, "plain"],
    ["the total alone", is("t", 4), "known"],
    ["both parts", { ...is("l", 2), ...is("r", 3) }, "known"],
    ["parts that make too much", { ...is("l", 3), ...is("r", 3) }, "doubtful"],
    ["one part", is("l", 2), "doubtful"],
    ["an unreadable part", { ...is("l", 2), ...junk }, "doubtful"],
    ["a total and its very parts", { ...is("t", 5), ...is("l", 2), ...is("r", 3) }, "known"],
    ["a total and other parts", { ...is("t", 4), ...is("l", 2), ...is("r", 3) }, "doubtful"],
    ["a total and one part", { ...is("t", 2), ...is("l", 2) }, "doubtful"],
    ["a total and an unreadable part", { ...is("t", 2), ...junk }, "doubtful"],
    ["an unreadable total", { t_junk: true }, "doubtful"],
    ["an unreadable total beside parts", { t_junk: true, ...is("l", 2), ...is("r", 3) }, "doubtful"],
  ])("%s", (_, values, expected) => {
    expect(summing().kind("t", values)).toBe(expected);
  });

  test("is the sum of its parts, or what was sent", () => {
    const made = summing();
    expect(made.worth("t", "number", { ...is("l", 2), ...is("r", 3) })).toBe(5);
    expect(made.worth("t", "number", { ...is("t", 4), l_number: 1, r_number: 1 })).toBe(4);
  });

  test("what is assumed of a part counts, and was not sent", () => {
    const made = summing({}, { whenUnknown: { assume: 1 } });
    expect(made.kind("t", is("r", 3))).toBe("known");
    expect(made.worth("t", "number", is("r", 3))).toBe(4);
    expect(made.kind("t", {})).toBe("doubtful");
    expect(made.kind("t", is("t", 0))).toBe("known");
    const both = summing({}, { whenUnknown: { assume: 1 } }, { whenUnknown: { assume: 2 } });
    expect([both.kind("t", {}), both.worth("t", "number", {})]).toEqual(["known", 3]);
    expect([both.kind("t", is("t", 0)), both.worth("t", "number", is("t", 0))]).toEqual(["known", 0]);
  });

  test("what is assumed of a total is so when nothing is known of anything", () => {
    const made = summing({ whenUnknown: { assume: 2 } });
    expect([made.kind("t", {}), made.worth("t", "number", {})]).toEqual(["known assumed", 2]);
    expect(made.kind("t", is("l", 2))).toBe("doubtful");
    const parts = { ...is("l", 2), ...is("r", 3) };
    expect([made.kind("t", parts), made.worth("t", "number", parts)]).toEqual(["known", 5]);
  });

  test("parts that another vocabulary reads by tenths", () => {
    const { facts } = tiny({
      facts: [
        fact("t", "integer", { ...range(0, 5), derive: { sum: ["l", "r"] } }),
        fact("l", "integer", range(0, 3)),
        fact("r", "integer", range(0, 3)),
      ],
    });
    const made = statesFrom(facts, [declared("decimal", { scale: 1, ...range(0, 3) }, "l")]);
    const parts = { ...is("l", 20), ...is("r", 3) };
    expect(made.kind("t", parts)).toBe("known");
    // In tenths, as the finest of them is read.
    expect([made.stateOf("t").scale, made.worth("t", "number", parts)]).toEqual([1, 50]);
    expect(made.kind("t", { ...parts, ...is("t", 5) })).toBe("known");
    expect(made.kind("t", { ...parts, ...is("t", 4) })).toBe("doubtful");
    expect(made.kind("t", { ...is("l", 15), ...is("r", 3) })).toBe("doubtful");
  });
});
