// What is sent of a fact: so few ways that there is one on each side of every test, and no fewer.
import { describe, expect, test } from "vitest";
import { fact, members, tiny } from "../../test/tiny.ts";
import type { Fact } from "../model/fact.ts";
import { agesOf, invalid, nothing, sendingsOf, sentOn, valuesAround } from "./sendings.ts";

/** The same fact as several vocabularies declare it. */
const declared = (type: string, ...ways: readonly Readonly<Record<string, unknown>>[]): readonly Fact[] =>
  (ways.length > 0 ? ways : [{}]).flatMap((rest) => tiny({ facts: [fact("f", type, rest)] }).facts);
const range = (min: number, max: number) => ({ range: { min, max } });

describe("on a day", () => {
  test.each([
    ["nothing", nothing, undefined],
    ["what is no value", invalid, "?"],
    ["a plain value", { value: 3 }, 3],
    ["a no", { value: false }, false],
    ["a value of the day", { value: 3, daysOld: 0 }, { value: 3, observedOn: "2026-03-01" }],
    ["an old value", { value: 3, daysOld: 1 }, { value: 3, observedOn: "2026-02-28" }],
    ["a set asked in part", { value: ["a"], of: ["a", "b"] }, { value: ["a"], of: ["a", "b"] }],
    ["a set of which nobody asked", { value: [], of: [] }, { value: [], of: [] }],
    ["both", { value: [], of: ["a"], daysOld: 8 }, { value: [], of: ["a"], observedOn: "2026-02-21" }],
  ])("%s", (_, sending, expected) => {
    expect(sentOn(sending, "2026-03-01")).toStrictEqual(expected);
  });
});

test("ages: the first day on which a value is too old, each once, the youngest first", () => {
  const ways = [{ validFor: "P30D" }, {}, { validFor: "P0D" }, { validFor: "P7D" }, { validFor: "P30D" }];
  expect(agesOf(declared("boolean", ...ways))).toStrictEqual([1, 8, 31]);
  expect(agesOf(declared("boolean"))).toStrictEqual([]);
  expect(agesOf([])).toStrictEqual([]);
});

describe("values", () => {
  test.each<[string, readonly Fact[], readonly unknown[], readonly unknown[]]>([
    ["yes and no", declared("boolean"), [], [false, true]],
    ["members", declared("enum", { values: members }), ["b"], ["a", "b", "c"]],
    [
      "members of either vocabulary",
      declared("enum", { values: members.slice(0, 2) }, { values: members.slice(1) }),
      [],
      ["a", "b", "c"],
    ],
    ["none of a set", declared("set", { values: members }), ["a"], []],
    ["two to each side of a number", declared("integer"), [5], [3, 4, 5, 6, 7]],
    ["two to each side of both", declared("integer"), [5, 8], [3, 4, 5, 6, 7, 8, 9, 10]],
    [
      "the middle between numbers far apart",
      declared("integer"),
      [0, 10],
      [5, -2, -1, 0, 1, 2, 8, 9, 10, 11, 12],
    ],
    [
      "the lower middle where there are two",
      declared("integer"),
      [0, 7],
      [3, -2, -1, 0, 1, 2, 5, 6, 7, 8, 9],
    ],
    ["nothing out of range", declared("integer", range(0, 9)), [5], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ["the ends of the range", declared("integer", range(0, 20)), [], [10, 0, 1, 2, 18, 19, 20]],
    ["some number where no test names one", declared("integer"), [], [-1, 0, 1, 2, 3]],
    ["numbers alone are cut at", declared("integer"), ["x", true, null, 5], [3, 4, 5, 6, 7]],
    ["tenths", declared("decimal", { scale: 1 }), [0.5], [0.3, 0.4, 0.5, 0.6, 0.7]],
    ["hundredths", declared("decimal", { scale: 2 }), [0.29], [0.27, 0.28, 0.29, 0.3, 0.31]],
    ["a whole number read by tenths", declared("decimal", { scale: 1 }), [2], [1.8, 1.9, 2, 2.1, 2.2]],
    ["a decimal without places", declared("decimal", { scale: 0 }), [2], [0, 1, 2, 3, 4]],
    [
      "by whole numbers and by halves",
      declared("decimal", { scale: 0, ...range(0, 1) }, { scale: 1, ...range(0, 0.3) }),
      [],
      [0, 1, 0.1, 0.2, 0.3],
    ],
    [
      "two days to each side of a date",
      declared("date"),
      ["2024-03-01"],
      ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02", "2024-03-03"],
    ],
    [
      "some date where no test names one",
      declared("date"),
      [5, "not a date"],
      ["1999-12-30", "1999-12-31", "2000-01-01", "2000-01-02", "2000-01-03"],
    ],
    [
      "no date before the first",
      declared("date"),
      ["0000-01-01"],
      ["0000-01-01", "0000-01-02", "0000-01-03"],
    ],
    ["no date after the last", declared("date"), ["9999-12-31"], ["9999-12-29", "9999-12-30", "9999-12-31"]],
  ])("%s", (_, facts, literals, expected) => {
    expect(valuesAround(facts, literals)).toStrictEqual(expected);
  });
});

describe("ways to send a fact, ordinary ones first", () => {
  const yesNo = [{ value: false }, { value: true }];

  test("nothing, every value, what is no value", () => {
    expect(sendingsOf(declared("boolean"), [])).toStrictEqual([nothing, ...yesNo, invalid]);
  });

  test("one old value where age makes any doubtful", () => {
    expect(sendingsOf(declared("boolean", { validFor: "P7D" }), [])).toStrictEqual([
      nothing,
      ...yesNo,
      { value: false, daysOld: 8 },
      invalid,
    ]);
    expect(sendingsOf(declared("boolean", { validFor: "P7D" }, { validFor: "P7D" }), [])).toHaveLength(5);
  });

  test("every value at every age where one vocabulary still reads what another does not", () => {
    expect(sendingsOf(declared("boolean", { validFor: "P7D" }, {}), [])).toStrictEqual([
      nothing,
      ...yesNo,
      { value: false, daysOld: 8 },
      { value: true, daysOld: 8 },
      invalid,
    ]);
    expect(
      sendingsOf(declared("boolean", { validFor: "P7D" }, { validFor: "P0D" }), []).slice(3, -1),
    ).toStrictEqual([
      { value: false, daysOld: 1 },
      { value: true, daysOld: 1 },
      { value: false, daysOld: 8 },
      { value: true, daysOld: 8 },
    ]);
  });
});
