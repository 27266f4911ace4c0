// When persons are related as the worlds of a question say, relation by relation.
import { describe, expect, it, test } from "vitest";
import { fact, members, one, tiny } from "../../test/tiny.ts";
import type { Facts } from "../model/profile.ts";
import { askOne, samePerson, type Relation } from "./question.ts";
import { isRelated } from "./relation.ts";

const whole = (id: string, rest: Readonly<Record<string, unknown>> = {}) =>
  fact(id, "integer", { range: { min: 0, max: 9 }, ...rest });
const ruleSet = tiny({
  facts: [
    fact("a", "boolean"),
    fact("b", "boolean", { whenUnknown: "ignore", validFor: "P7D" }),
    fact("w", "boolean", { whenUnknown: { assume: false }, validFor: "P7D" }),
    fact("s", "set", { values: members, validFor: "P7D" }),
    whole("one"),
    whole("two"),
    whole("sum", { range: { min: 0, max: 18 }, derive: { sum: ["one", "two"] } }),
  ],
  decisions: [one],
  criteria: [],
});
const at = "2026-03-02";
const stale = (value: unknown) => ({ value, observedOn: "2026-01-02" });
const all = { all: [] };

function related(person: Relation, first: Facts, second: Facts, own: Relation = samePerson): boolean {
  const worlds = [
    { ruleSet, person: own },
    { ruleSet, person },
  ];
  return isRelated({ worlds, ask: all }, { at, people: [first, second] });
}

test("one person for each world, no more and no fewer", () => {
  const alone = askOne(ruleSet, all);
  expect(alone).toEqual({ worlds: [{ ruleSet, person: { kind: "same" } }], ask: all });
  expect(isRelated(alone, { at, people: [{ a: true }] })).toBe(true);
  expect(isRelated(alone, { at, people: [] })).toBe(false);
  expect(isRelated(alone, { at, people: [{}, {}] })).toBe(false);
  const two = { worlds: [...alone.worlds, { ruleSet, person: samePerson }], ask: all };
  expect(isRelated(two, { at, people: [{}] })).toBe(false);
});

const same: Relation = { kind: "same" };
const free: Relation = { kind: "free", facts: ["a", "s"] };
const set = (...settings: readonly (readonly [string, unknown])[]): Relation => ({
  kind: "set",
  settings: settings.map(([id, value]) => ({
    fact: id,
    to: value === undefined ? ("unknown" as const) : { known: value as boolean },
  })),
});

describe("the same person", () => {
  test.each<[Relation, Facts, Facts, boolean]>([
    [same, {}, {}, true],
    [same, { a: true, b: false }, { b: false, a: true }, true],
    [same, { a: true }, { a: false }, false],
    [same, { a: true }, {}, false],
    [same, {}, { a: true }, false],
    // Sent is sent: null is not the same as nothing.
    [same, { a: null }, {}, false],
    [free, { a: true, b: true }, { b: true }, true],
    [free, { a: true, s: ["a"], b: true }, { a: false, b: true }, true],
    [free, { a: true, b: true }, { a: true, b: false }, false],
    [free, { b: true }, {}, false],
  ])("%j: %j and %j: %j", (relation, first, second, expected) => {
    expect(related(relation, first, second)).toBe(expected);
  });
});

describe("facts that are set", () => {
  test.each<[Relation, Facts, Facts, boolean]>([
    [set(["a", true]), { b: true }, { a: true, b: true }, true],
    [set(["a", true]), { a: false, b: true }, { a: true, b: true }, true],
    [set(["a", true]), { b: true }, { a: false, b: true }, false],
    [set(["a", true]), { b: true }, { b: true }, false],
    [set(["a", true]), { b: true }, { a: true }, false],
    [set(["a", undefined]), { a: true }, {}, true],
    [set(["a", undefined]), { a: true }, { a: null }, false],
    [set(["a", undefined]), { a: true }, { a: true }, false],
    // Every one of several.
    [set(["a", true], ["b", undefined]), { b: true }, { a: true }, true],
    [set(["a", true], ["b", undefined]), { b: true }, { a: true, b: true }, false],
    [set(["a", true], ["b", undefined]), { b: true }, { a: false }, false],
    [set(["s", ["b", "a"]]), {}, { s: ["b", "a"] }, true],
    [set(["s", ["b", "a"]]), {}, { s: ["a", "b"] }, false],
    // A total that is set hides its parts.
    [set(["sum", 3]), { one: 4, two: 5 }, { sum: 3 }, true],
    [set(["sum", 3]), { one: 4, two: 5 }, { sum: 3, one: 4 }, false],
    [set(["sum", 3]), { one: 4, a: true }, { sum: 3 }, false],
    [set(["sum", undefined]), { one: 4, two: 5 }, {}, true],
    [set(["sum", undefined]), { one: 4, two: 5 }, { two: 5 }, false],
  ])("%j: %j and %j: %j", (relation, first, second, expected) => {
    expect(related(relation, first, second)).toBe(expected);
  });

  it("in the first world too", () => {
    const [off, on] = [set(["a", undefined]), set(["a", true])];
    expect(related(on, { b: true }, { a: true, b: true }, off)).toBe(true);
    expect(related(on, { a: true, b: true }, { a: true, b: true }, off)).toBe(false);
    // What is set there is apart in every world, parts included.
    expect(related(same, { a: true }, { a: false }, on)).toBe(true);
    expect(related(same, { sum: 3 }, { one: 1, two: 2 }, set(["sum", 3]))).toBe(true);
    expect(related(same, { sum: 3, b: true }, { one: 1, two: 2 }, set(["sum", 3]))).toBe(false);
  });
});

test("a fact that is set may be unknown to the vocabulary of another world", () => {
  const without = { ...ruleSet, facts: ruleSet.facts.filter(({ id }) => id !== "sum") };
  const worlds = [
    { ruleSet: without, person: samePerson },
    { ruleSet, person: set(["sum", 3]) },
  ];
  const people = [{ a: true }, { a: true, sum: 3 }];
  expect(isRelated({ worlds, ask: all }, { at, people })).toBe(true);
  expect(isRelated({ worlds, ask: all }, { at, people: people.toReversed() })).toBe(false);
});

describe("once what is open has turned out", () => {
  const asked = (value: readonly string[], of: readonly string[]) => ({ value, of });
  test.each<[Facts, Facts, boolean]>([
    [{}, {}, true],
    [{}, { a: true }, true],
    [{ a: "?" }, { a: false }, true],
    [{ a: true }, { a: true }, true],
    [{ a: true }, { a: false }, false],
    [{ a: true }, {}, false],
    // What is optional and plainly unknown stays so, what is assumed stays assumed; what is doubtful may turn out anyhow.
    [{}, { b: true }, false],
    [{ b: true }, {}, false],
    [{ b: stale(true) }, { b: false }, true],
    [{ b: stale(true) }, {}, true],
    [{}, { w: false }, false],
    [{}, { w: true }, false],
    [{ w: stale(false) }, { w: true }, true],
    // The order of members says nothing.
    [{ s: ["b", "a"] }, { s: ["a", "b"] }, true],
    [{ s: ["b", "a"] }, { s: ["a"] }, false],
    [{ s: [] }, { s: ["a"] }, false],
    [{}, { s: ["c"] }, true],
    // Members that were asked about keep their answer; the others may turn out, or stay open.
    [{ s: asked(["a"], ["a", "b"]) }, { s: ["a"] }, true],
    [{ s: asked(["a"], ["a", "b"]) }, { s: ["a", "c"] }, true],
    [{ s: asked(["a"], ["a", "b"]) }, { s: asked(["a"], ["a", "b"]) }, true],
    [{ s: asked(["a"], ["a"]) }, { s: asked(["a", "b"], ["a", "b"]) }, true],
    [{ s: asked(["a"], ["a", "b"]) }, { s: ["a", "b"] }, false],
    [{ s: asked(["a"], ["a", "b"]) }, { s: ["c"] }, false],
    [{ s: asked(["a"], ["a", "b"]) }, { s: asked(["a"], ["a", "c"]) }, false],
    [{ s: asked(["a"], ["a", "b"]) }, {}, false],
    [{ s: asked(["a"], ["a", "b"]) }, { s: stale(["a"]) }, false],
    [{ s: stale(["a"]) }, { s: asked(["b"], ["b"]) }, true],
    // One fact that does not follow is enough, and so is one among many that do.
    [{ s: asked(["a"], ["a", "b"]), a: true }, { s: ["a", "c"], a: false }, false],
    [{ a: false, one: 1 }, { a: false, one: 1, two: 2 }, true],
  ])("%j and %j: %j", (first, second, expected) => {
    expect(related({ kind: "completed" }, first, second)).toBe(expected);
  });
});
