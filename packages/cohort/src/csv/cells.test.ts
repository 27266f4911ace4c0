// What stands in the cells of a table, as a caller would send it: SPEC.md, section 9.
import { expect, test } from "vitest";
import { fact, members } from "@jumelage/engine/test/tiny";
import type { Fact } from "@jumelage/engine";
import { sentOf, type Cells } from "./cells.ts";

const wrong = {};
const of = (type: string, rest: Readonly<Record<string, unknown>> = {}): Fact =>
  fact("f", type, rest) as unknown as Fact;

test.each<[string, Fact, Cells, unknown]>([
  ["yes", of("boolean"), { value: "true" }, true],
  ["no", of("boolean"), { value: "false" }, false],
  ["nothing", of("boolean"), { value: "" }, undefined],
  ["no column", of("boolean"), {}, undefined],
  ["a word that is none of them", of("boolean"), { value: "oui" }, "oui"],
  ["capital letters", of("boolean"), { value: "True" }, "True"],
  ["one", of("boolean"), { value: "1" }, "1"],
  ["a whole number", of("integer"), { value: "15" }, 15],
  ["a negative one", of("integer"), { value: "-3" }, -3],
  ["a number with an exponent, as JSON has it", of("decimal"), { value: "1.5e2" }, 150],
  ["a decimal comma", of("decimal"), { value: "1,5" }, "1,5"],
  ["leading zeros", of("integer"), { value: "015" }, "015"],
  ["a plus sign", of("integer"), { value: "+15" }, "+15"],
  ["spaces", of("integer"), { value: " 15" }, " 15"],
  ["a point without digits", of("decimal"), { value: "1." }, "1."],
  ["no number", of("integer"), { value: "NaN" }, "NaN"],
  ["hexadecimal", of("integer"), { value: "0x10" }, "0x10"],
  ["a date", of("date"), { value: "2026-03-01" }, "2026-03-01"],
  ["a choice", of("enum", { values: members }), { value: "a" }, "a"],
  ["a day", of("integer"), { value: "3", observedOn: "2026-03-01" }, { value: 3, observedOn: "2026-03-01" }],
  ["a day of nothing", of("integer"), { value: "", observedOn: "2026-03-01" }, undefined],
  ["a day that is not given", of("integer"), { value: "3", observedOn: "" }, 3],
  ["a day that is none", of("integer"), { value: "3", observedOn: "hier" }, { value: 3, observedOn: "hier" }],
  ["unreadable", of("integer"), { value: "3", unreadable: "true" }, wrong],
  ["unreadable, without a value", of("integer"), { value: "", unreadable: "true" }, wrong],
  ["readable", of("integer"), { value: "3", unreadable: "false" }, 3],
  ["perhaps readable", of("integer"), { value: "3", unreadable: "?" }, wrong],
])("%s", (_, asked, cells, expected) => {
  expect(sentOf(asked, cells)).toEqual(expected);
});

const traits = of("set", { values: members });
const each = (a: string, b: string, c: string): Cells["members"] => [
  ["a", a],
  ["b", b],
  ["c", c],
];

test.each<[string, Cells, unknown]>([
  ["all settled", { members: each("true", "false", "true") }, { value: ["a", "c"], of: ["a", "b", "c"] }],
  ["one open", { members: each("true", "", "false") }, { value: ["a"], of: ["a", "c"] }],
  ["none settled", { members: each("", "", "") }, undefined],
  ["none settled, but asked", { members: each("", "", ""), asked: "true" }, { value: [], of: [] }],
  ["none settled, not asked", { members: each("", "", ""), asked: "false" }, undefined],
  ["a column is not there", { members: [["a", "true"]] }, { value: ["a"], of: ["a"] }],
  ["one that is neither", { members: each("true", "x", "") }, wrong],
  ["asked or not", { members: each("true", "", ""), asked: "x" }, wrong],
  ["unreadable", { members: each("true", "true", "true"), unreadable: "true" }, wrong],
  [
    "observed",
    { members: each("true", "", ""), observedOn: "2026-03-01" },
    { value: ["a"], of: ["a"], observedOn: "2026-03-01" },
  ],
  ["wrong, observed", { members: each("x", "", ""), observedOn: "2026-03-01" }, wrong],
])("a set: %s", (_, cells, expected) => {
  expect(sentOf(traits, cells)).toEqual(expected);
});
