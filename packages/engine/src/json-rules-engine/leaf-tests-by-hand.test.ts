// The two tests of every kind of leaf, written out: what must hold when it is true, and what may while it is not false.
import { describe, expect, test } from "vitest";
import { tiny } from "../../test/tiny.ts";
import type { Fact, FactOperator } from "../model/index.ts";
import { leafTests } from "./leaf-tests.ts";
import type { PlainNode, PlainValue } from "./lowered-rules.ts";

const facts = new Map(tiny().facts.map((f) => [f.id, f]));
const block = (id: string): Fact => facts.get(id) ?? expect.fail(`no fact ${id}`);
const ignore = (id: string): Fact => ({ ...block(id), whenUnknown: "ignore" });
const node = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const valued = (id: string) => node(id, "notEqual", null);
const empty = (id: string) => node(id, "equal", null);
const doubted = (id: string, is = true) => node(`${id}@doubtful`, "equal", is);
const constant = (holds: boolean) => node("@always", "equal", holds);
const named = (name: string, must: object, may: object) => ({
  must: { name, ...must },
  may: { name, ...may },
});

describe("a comparison with a number, a date, an answer or a member of a list", () => {
  const operators: readonly FactOperator[] = [
    "equal",
    "notEqual",
    "lessThan",
    "lessThanInclusive",
    "greaterThan",
    "greaterThanInclusive",
    "in",
    "notIn",
  ];
  test.each(operators)("%s on a fact that blocks or may be ignored", (operator) => {
    const compare = (fact: Fact) => leafTests({ kind: "compare", fact, operator, value: 3 });
    const holds = { all: [valued("age"), node("age", operator, 3)] };
    expect(compare(block("age"))).toEqual(named("age", holds, { any: [empty("age"), holds] }));
    expect(compare(ignore("age"))).toEqual(named("age", holds, { any: [doubted("age"), holds] }));
    expect(compare({ ...block("age"), whenUnknown: { assume: 1 } })).toEqual(compare(block("age")));
  });

  test("no other operator compares such a fact", () => {
    expect(() => leafTests({ kind: "compare", fact: block("age"), operator: "contains", value: 3 })).toThrow(
      new Error("contains compares sets only"),
    );
  });
});

describe("a comparison with a set, between what it has and what it may have", () => {
  const [has, may] = ["traits", "traits@possible"];
  test.each<[FactOperator, PlainValue, PlainNode, PlainNode]>([
    ["contains", "a", node(has, "contains", "a"), node(may, "contains", "a")],
    ["doesNotContain", "a", node(may, "doesNotContain", "a"), node(has, "doesNotContain", "a")],
    ["containsAny", ["a"], node(has, "someFact:in", ["a"]), node(may, "someFact:in", ["a"])],
    ["containsNone", ["a"], node(may, "everyFact:notIn", ["a"]), node(has, "everyFact:notIn", ["a"])],
    ["containsAll", ["a"], node(has, "everyValue:contains", ["a"]), node(may, "everyValue:contains", ["a"])],
    ["isNotEmpty", null, node(has, "someFact:notIn", []), node(may, "someFact:notIn", [])],
    ["isEmpty", null, node(may, "everyFact:in", []), node(has, "everyFact:in", [])],
  ] as never)("%s %j", (operator, value, must, mayHold) => {
    const compare = (fact: Fact) => leafTests({ kind: "compare", fact, operator, value });
    const [sure, possible] = [must, mayHold].map((each) => ({ all: [valued("traits"), each] }));
    expect(compare(block("traits"))).toEqual(
      named("traits", { ...sure }, { any: [empty("traits"), possible] }),
    );
    // A set asked in part is doubtful, and settled in part: only without a value is nothing settled.
    expect(compare(ignore("traits"))).toEqual(
      named("traits", { ...sure }, { any: [{ all: [empty("traits"), doubted("traits")] }, possible] }),
    );
  });

  test("no other operator compares a set", () => {
    expect(() =>
      leafTests({ kind: "compare", fact: block("traits"), operator: "equal", value: "a" }),
    ).toThrow(new Error("equal does not compare sets"));
  });
});

describe("whether a fact is known", () => {
  const known = (fact: Fact, negated = false) => leafTests({ kind: "known", fact, negated });
  const unknown = (fact: Fact, negated = false) => leafTests({ kind: "unknown", fact, negated });
  const setKnown = { all: [valued("traits"), doubted("traits", false)] };
  const setUnknown = { any: [empty("traits"), doubted("traits")] };

  test("known must be so, and may be so while it is unknown or in doubt", () => {
    expect(known(block("age"))).toEqual(named("age", valued("age"), constant(true)));
    expect(known(ignore("age"))).toEqual(
      named("age", valued("age"), { any: [valued("age"), doubted("age")] }),
    );
    expect(known(block("traits"))).toEqual(named("traits", setKnown, constant(true)));
    expect(known(ignore("traits"))).toEqual(
      named("traits", setKnown, { any: [setKnown, doubted("traits")] }),
    );
  });

  test("not known is never sure, and may be so while it is unknown or in doubt", () => {
    expect(known(block("age"), true)).toEqual(named("age", constant(false), empty("age")));
    expect(known(ignore("age"), true)).toEqual(named("age", constant(false), doubted("age")));
    expect(known(block("traits"), true)).toEqual(named("traits", constant(false), setUnknown));
    expect(known(ignore("traits"), true)).toEqual(named("traits", constant(false), doubted("traits")));
  });

  test("V5 unknown is two-valued", () => {
    for (const each of [block, ignore]) {
      expect(unknown(each("age"))).toEqual(named("age", empty("age"), empty("age")));
      expect(unknown(each("age"), true)).toEqual(named("age", valued("age"), valued("age")));
      expect(unknown(each("traits"))).toEqual(named("traits", setUnknown, setUnknown));
      expect(unknown(each("traits"), true)).toEqual(named("traits", setKnown, setKnown));
    }
  });
});

test("V6 an earlier decision is read through what is possible, V7 its state as it stands; what always holds always holds", () => {
  const among = ["go", "rest"];
  const both = (kind: "outcome" | "state") =>
    [false, true].map((negated) => leafTests({ kind, decision: "d", among, negated }));
  expect(both("outcome")).toEqual([
    named("@d", node("@d.possible", "everyFact:in", among), node("@d.possible", "someFact:in", among)),
    named("@d", node("@d.possible", "everyFact:notIn", among), node("@d.possible", "someFact:notIn", among)),
  ]);
  expect(both("state")).toEqual(
    ["in", "notIn"].map((operator) => named("@d", node("@d", operator, among), node("@d", operator, among))),
  );
  for (const holds of [true, false])
    expect(leafTests({ kind: "constant", holds })).toEqual(
      named("@always", constant(holds), constant(holds)),
    );
});
