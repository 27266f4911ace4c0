import type { Fact, Facts } from "@jumelage/engine";
import { anyDay, programs } from "@jumelage/engine/test/reference-programs";
import { expect, test } from "vitest";
import {
  bytesOfColumns,
  cohortReader,
  doubtsOf,
  otherFacts,
  personAt,
  readCohort,
  Resident,
  type Cohort,
} from "./index.ts";

const text = { fr: "essai", en: "trial" };
const base: Pick<Fact, "label" | "question" | "whenUnknown" | "safety" | "sources"> = {
  label: text,
  question: text,
  whenUnknown: "block",
  safety: false,
  sources: [],
};
const facts: readonly Fact[] = [
  { ...base, id: "age", type: "integer", range: { min: 0, max: 120 } },
  { ...base, id: "weight", type: "decimal", scale: 1 },
  {
    ...base,
    id: "kind",
    type: "enum",
    values: [
      { id: "a", label: text },
      { id: "b", label: text },
    ],
  },
  {
    ...base,
    id: "signs",
    type: "set",
    values: [
      { id: "x", label: text },
      { id: "y", label: text },
    ],
  },
  { ...base, id: "seen", type: "boolean", validFor: "P30D" },
  { ...base, id: "agrees", type: "boolean", whenUnknown: { assume: true } },
];

const read = (persons: Iterable<Facts>): Cohort => readCohort(facts, persons, { at: anyDay });
const codesOf = (cohort: Cohort, fact: string): readonly number[] => [
  ...(cohort.columns.find((c) => c.slot.id === fact)?.codes ?? []),
];

test("what is no value of its fact is coerced into nothing: it is unknown, counted and listed by fact and kind", () => {
  const cohort = read([
    { age: "15", weight: 70.55, kind: "c", signs: ["x", "z"], seen: "TRUE" },
    { age: 15, weight: 70.5, kind: "a", signs: ["x"], seen: true },
    { age: 121, weight: Number.NaN, kind: 0, signs: "x", seen: 1, nobody: 1 },
    { age: 27.5, weight: "70", kind: null, signs: ["x", "x"], agrees: "yes" },
  ]);
  const invalid = (fact: string, rows: readonly number[]): object => ({
    fact,
    code: "invalid",
    persons: rows.length,
    rows,
  });
  expect(cohort.size).toBe(4);
  expect(cohort.problems.toSorted((a, b) => (a.fact < b.fact ? -1 : 1))).toEqual([
    invalid("age", [0, 2, 3]),
    invalid("agrees", [3]),
    invalid("kind", [0, 2]),
    { fact: "nobody", code: "undeclared-fact", persons: 1, rows: [2] },
    invalid("seen", [0, 2]),
    invalid("signs", [0, 2, 3]),
    invalid("weight", [0, 2, 3]),
  ]);
  expect(doubtsOf(cohort).find((d) => d.fact === "age")).toEqual({
    fact: "age",
    reason: "invalid",
    persons: 3,
  });
  // Invalid, or the value; of a number its place among the values there are.
  expect(codesOf(cohort, "age")).toEqual([1, 4 + 15, 1, 1]);
  expect(codesOf(cohort, "weight")).toEqual([1, 4, 1, 1]);
  expect(codesOf(cohort, "kind")).toEqual([1, 4, 1, 0]);
});

test("stale, half-asked and assumed are told apart", () => {
  const cohort = read([
    { seen: { value: true, observedOn: "2026-01-01" }, signs: { value: ["x"], of: ["x"] } },
    { seen: { unknown: "declined" }, agrees: false },
    { signs: { value: ["x"], of: ["x", "y"] } },
  ]);
  expect(doubtsOf(cohort)).toEqual([
    { fact: "signs", reason: "incomplete", persons: 1 },
    { fact: "seen", reason: "stale", persons: 1 },
  ]);
  expect(codesOf(cohort, "agrees")).toEqual([0, 4, 0]);
  expect(cohort.problems).toEqual([]);
});

test("names that nobody declared are listed up to a hundred, the others together", () => {
  const reader = cohortReader(facts);
  for (let i = 0; i < 130; i += 1) reader.add({ [`name${i}`]: 1, [`more${i}`]: 1 }, anyDay);
  const { problems } = reader.finish();
  expect(problems).toHaveLength(101);
  expect(problems.filter((p) => p.fact !== otherFacts).every((p) => p.persons === 1)).toBe(true);
  // Fifty persons filled the list with two names each; the eighty others have names beyond it.
  expect(problems.find((p) => p.fact === otherFacts)).toMatchObject({ code: "undeclared-fact", persons: 80 });
});

test("a column is as narrow as its codes, and the bytes of all are told", () => {
  const cohort = read(Array.from({ length: 1000 }, (_, i) => ({ age: i % 120, weight: i, signs: ["y"] })));
  const widths = cohort.columns.map((c) => c.codes.BYTES_PER_ELEMENT);
  // A thousand different weights need two bytes.
  expect(widths).toEqual([1, 2, 1, 1, 1, 1]);
  expect(bytesOfColumns(cohort)).toBe(1000 * (7 + 1) + 1000 * 8);
});

test("everybody is read on their own date; what is no date is refused", () => {
  const reader = cohortReader(facts);
  const seen = { seen: { value: true, observedOn: "2026-01-01" } };
  reader.add(seen, "2026-01-31");
  reader.add(seen, "2026-02-01");
  expect(() => reader.add(seen, "yesterday")).toThrow(RangeError);
  expect(codesOf(reader.finish(), "seen")).toEqual([5, 2]);
});

test("there is no person before the first and after the last", () => {
  const cohort = read([{ age: 1 }, { age: 2 }]);
  for (const row of [-1, 2, 0.5]) expect(() => personAt(cohort, row)).toThrow(RangeError);
});

test("nobody at all can be judged", () => {
  for (const { ruleSet } of programs) {
    const answers = new Resident(readCohort(ruleSet.facts, [], { at: anyDay })).judge(ruleSet);
    for (const { persons } of answers.counts())
      expect([...persons.values()].every((count) => count === 0)).toBe(true);
  }
});

test("a rule set with another vocabulary is refused", () => {
  const [one, other] = programs;
  if (!one || !other) throw new Error("there are two programs");
  const resident = new Resident(readCohort(one.ruleSet.facts, [{}], { at: anyDay }));
  expect(() => resident.judge(other.ruleSet)).toThrow(expect.objectContaining({ code: "other-vocabulary" }));
});
