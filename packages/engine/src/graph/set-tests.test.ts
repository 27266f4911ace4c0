// What a test of a set looks at among the members, against what the test says of every way the members can stand.
import { describe, expect, test } from "vitest";
import { fact, members, tiny } from "../../test/tiny.ts";
import type { FactOperator } from "../model/condition.ts";
import type { FactState } from "../model/person.ts";
import type { LeafTest } from "./atoms.ts";
import { isMet } from "./leaf.ts";
import { looksFor, mentioned } from "./set-tests.ts";

const ids = members.map((m) => m.id);
const [declared] = tiny({ facts: [fact("f", "set", { values: members })] }).facts;
if (!declared) throw new Error("a set");

const standings = ["in", "out", "unasked"] as const;
type Standing = (typeof standings)[number];
const everyWay = standings.flatMap((a) => standings.flatMap((b) => standings.map((c) => [a, b, c])));

function stateOf(way: readonly Standing[]): FactState {
  const standing = (wanted: Standing): readonly string[] => ids.filter((_, i) => way[i] === wanted);
  const [value, unasked] = [standing("in"), standing("unasked")];
  return unasked.length === 0
    ? { kind: "known", value, assumed: false }
    : { kind: "partial", value, unasked };
}

const tests: readonly (readonly [FactOperator, unknown])[] = [
  ["contains", "b"],
  ["doesNotContain", "b"],
  ["containsAny", ["a", "c"]],
  ["containsNone", ["a", "c"]],
  ["containsAll", ["a", "b"]],
  ["isEmpty", null],
  ["isNotEmpty", null],
  ["isKnown", null],
  ["isUnknown", null],
];
const polarities = [false, true].flatMap((negated) =>
  (["must", "may"] as const).map((need) => ({ negated, need })),
);

describe.each(tests)("%s %s", (operator, value) => {
  test.each(polarities)("negated $negated, $need", ({ negated, need }) => {
    const leaf: LeafTest = { operator, value, negated, need };
    const { kind, some } = looksFor(leaf);
    const list = mentioned(leaf, ids);
    for (const way of everyWay) {
      const found = list.some((m) => kind.split(" or ").includes(way[ids.indexOf(m)] ?? ""));
      expect(found === some, way.join()).toBe(isMet(leaf, declared, stateOf(way)));
    }
  });
});

test("members a test mentions: those it names, or all", () => {
  const of = (operator: FactOperator, value: unknown): readonly string[] =>
    mentioned({ operator, value, negated: false, need: "must" }, ids);
  expect(of("contains", "b")).toEqual(["b"]);
  expect(of("doesNotContain", "c")).toEqual(["c"]);
  expect(of("containsAll", ["c", "a"])).toEqual(["c", "a"]);
  for (const operator of ["isEmpty", "isNotEmpty", "isKnown", "isUnknown"] as const)
    expect(of(operator, null)).toEqual(["a", "b", "c"]);
});

test("what is settled whatever the members is asked of none", () => {
  expect(looksFor({ operator: "isKnown", value: null, negated: true, need: "must" }).kind).toBe("nothing");
  expect(looksFor({ operator: "isKnown", value: null, negated: false, need: "may" }).kind).toBe("nothing");
});

test("no test of one value", () => {
  expect(() => looksFor({ operator: "equal", value: "a", negated: false, need: "must" })).toThrow(
    new TypeError("not a test of a set: equal"),
  );
});
