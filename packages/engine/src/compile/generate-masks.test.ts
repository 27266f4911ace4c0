// The ways to masks that are made for one rule set alone, beside the long way: for whoever is plain, and for whoever is not.
import { expect, test } from "vitest";
import { criterion, fact, tiny } from "../../test/tiny.ts";
import type { Condition, Fact, Facts, RuleSet } from "../model/index.ts";
import { compile } from "./compile.ts";
import { tablesOf } from "./generate-tables.ts";
import { masksSource, masksWays } from "./generate-masks.ts";
import type { EncodedPerson } from "./person.ts";
import { planOf } from "./plan.ts";
import type { Masks } from "./run.ts";

const ruleSet = tiny({
  criteria: [
    criterion("k", { fact: "danger", operator: "equal", value: true }, "stop"),
    criterion("l", { fact: "age", operator: "lessThan", value: 18 }, "stop"),
  ],
});
const day = "2026-03-15";

/** The ways of this rule set, and what they have left to the long way. */
function ways(of = ruleSet) {
  const plan = planOf(of);
  const tables = tablesOf(plan.layout);
  const source = masksSource(plan, tables);
  const own: Masks = { yes: new Int32Array(plan.words), no: new Int32Array(plan.words) };
  const left: unknown[] = [];
  const leave = (what: unknown): Masks => {
    left.push(what);
    return { yes: Int32Array.of(-7), no: Int32Array.of(-7) };
  };
  const long = { masks: leave, masksOf: leave };
  const made = masksWays(source, { T: tables.whole(), key: plan.layout.key, own, long });
  // The first of a date is always left.
  made.masks({}, day);
  left.length = 0;
  return { ...made, left, own, closures: compile(of) };
}

const said = ({ yes, no }: Masks): string => `${yes.join()} ${no.join()}`;

test.each<[string, Facts]>([
  ["nobody", {}],
  ["one fact", { danger: true }],
  ["both, in another order", { age: 17, danger: false }],
  ["the bounds", { age: 0 }],
  ["without a prototype", Object.assign(Object.create(null) as Facts, { danger: true, age: 40 })],
])("%s: answered at once, and as by closures", (_, facts) => {
  const { masks, left, own, closures } = ways();
  expect(masks(facts, day)).toBe(own);
  expect(left).toEqual([]);
  expect(said(own)).toBe(said(closures.masks(facts, day)));
});

test("of one person nothing is left for the next", () => {
  const { masks, own, closures } = ways();
  for (const facts of [{ danger: true, age: 3 }, {}, { danger: false, age: 99 }, {}]) {
    masks(facts, day);
    expect(said(own)).toBe(said(closures.masks(facts, day)));
  }
});

class Sent {
  danger = true;
}

test.each<[string, Facts]>([
  ["a value that may not be", { danger: "yes" }],
  ["a value with a date", { age: { value: 3, observedOn: "2026-03-01" } }],
  ["nothing, said so", { danger: null }],
  ["a fact nobody declared", { danger: true, nobody: 1 }],
  ["a name that every object has", { valueOf: 1 }],
  ["an object of a class", new Sent() as unknown as Facts],
  ["an object made of another", Object.create({ danger: true }) as Facts],
])("%s: left to the long way", (_, facts) => {
  const { masks, left, own } = ways();
  expect(masks(facts, day)).not.toBe(own);
  expect(left).toEqual([facts]);
});

test("every other date is looked at by the long way, once; one that is refused again and again", () => {
  const { masks, left } = ways();
  for (const at of ["2026-03-16", "2026-03-16", day, day]) masks({}, at);
  expect(left).toHaveLength(2);
  const compiled = compile(ruleSet, { ways: ["generated"] });
  for (let i = 0; i < 2; i++) expect(() => compiled.masks({}, "no day")).toThrow(RangeError);
});

test("an encoded person is answered at once, one of another vocabulary left", () => {
  const { masksOf, left, own, closures } = ways();
  const person = closures.encodeFacts({ danger: true, age: 5 }, day);
  expect(masksOf(person)).toBe(own);
  expect(said(own)).toBe(said(closures.masksOf(person)));
  const other: EncodedPerson = { ...person, key: `${person.key} ` };
  expect(masksOf(other)).not.toBe(own);
  expect(left).toEqual([other]);
});

test("a number that has no row is left to the long way where it was sent", () => {
  const number = fact("dose", "decimal", { scale: 1, range: { min: 0, max: 2 } }) as unknown as Fact;
  const when: Condition = { fact: "dose", operator: "greaterThan", value: 1 };
  const { masks, left, own, closures } = ways({
    ...ruleSet,
    facts: [...ruleSet.facts, number],
    criteria: [...ruleSet.criteria, criterion("n", when, "care") as unknown as RuleSet["criteria"][number]],
  });
  expect(masks({ danger: false }, day)).toBe(own);
  expect(said(own)).toBe(said(closures.masks({ danger: false }, day)));
  expect(masks({ dose: 1.5 }, day)).not.toBe(own);
  expect(left).toEqual([{ dose: 1.5 }]);
});

test("a vocabulary with a sum leaves all facts to the long way, but nobody encoded", () => {
  const range = { range: { min: 0, max: 9 } };
  const facts = [
    fact("part", "integer", range),
    fact("total", "integer", { ...range, derive: { sum: ["part"] } }),
  ];
  const { masks, masksOf, left, closures } = ways({
    ...ruleSet,
    facts: [...ruleSet.facts, ...(facts as unknown as readonly Fact[])],
  });
  masks({ danger: true }, day);
  expect(left).toHaveLength(1);
  masksOf(closures.encodeFacts({}, day));
  expect(left).toHaveLength(1);
});
