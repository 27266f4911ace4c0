// The dimensions of a decision's diagram: for every fact it reads, the classes of values that none of its tests tells
// apart. A set has one dimension for each group of members that the tests only ever take together.
import { dateOf, dayNumber } from "../model/date.ts";
import type { DiagramDimension, DiagramOption } from "../model/diagram.ts";
import type { Fact } from "../model/fact.ts";
import { stepsIn } from "../model/steps.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { namesOf, type Names } from "../model/typing/index.ts";
import { present } from "../present.ts";
import { literalsOf, type FactReading } from "./readings.ts";

/** The dimensions of one fact, which stand together in every order; undefined where numbers are too large to count. */
export function dimensionsOf(
  ruleSet: RuleSet,
  reading: FactReading,
): readonly DiagramDimension[] | undefined {
  const names = namesOf(ruleSet);
  const { fact } = reading;
  if (fact.type === "set") return setDimensions(reading, names);
  const options = optionsOf(reading, names);
  if (!options) return undefined;
  const unknown: DiagramOption[] = fact.whenUnknown === "ignore" ? ["unknown"] : [];
  return [{ fact: fact.id, options: [...unknown, ...options], ...sumOf(fact, names) }];
}

function sumOf(fact: Fact, names: Names): Pick<Extract<DiagramDimension, { options: unknown }>, "sum"> {
  if (!fact.derive) return {};
  const sum = fact.derive.sum.map((part) => {
    const { range, whenUnknown } = names.facts.get(part) ?? {};
    const [min, max] = range ? [Math.ceil(range.min), Math.floor(range.max)] : [null, null];
    return { fact: part, min, max, ...(typeof whenUnknown === "object" ? { assumed: true as const } : {}) };
  });
  return { sum };
}

/** How many options a dimension has. */
export function widthOf(dimension: DiagramDimension): number {
  return "options" in dimension ? dimension.options.length : 2;
}

function optionsOf(reading: FactReading, names: Names): readonly DiagramOption[] | undefined {
  const { fact, leaves } = reading;
  const tests = leaves.map((leaf) => ({ operator: leaf.operator, literals: literalsOf(leaf, names) }));
  if (fact.type === "boolean") return [{ values: [false] }, { values: [true] }];
  if (fact.type !== "enum") return intervals(fact, tests);
  return groups(
    present(fact.values).map((v) => v.id),
    (value) => tests.map((t) => t.literals.includes(value)),
  ).map((values) => ({ values }));
}

/** Members are a group when every test that names one names all of them, and asks only whether any is there. */
function setDimensions({ fact, leaves }: FactReading, names: Names): readonly DiagramDimension[] {
  const members = present(fact.values).map((v) => v.id);
  const signature = (member: string): readonly unknown[] =>
    leaves.map(
      (leaf) => literalsOf(leaf, names).includes(member) && (leaf.operator === "containsAll" ? member : true),
    );
  const counts = ([first]: readonly string[]): boolean =>
    leaves.some(
      (leaf) =>
        leaf.operator === "isEmpty" ||
        leaf.operator === "isNotEmpty" ||
        literalsOf(leaf, names).includes(first),
    );
  const asked: DiagramDimension[] = fact.whenUnknown === "ignore" ? [{ fact: fact.id, isKnown: true }] : [];
  const grouped = groups(members, signature).filter(counts);
  return [...asked, ...grouped.map((anyOf): DiagramDimension => ({ fact: fact.id, anyOf }))];
}

/** Values in groups of one signature, each group at the place of its first value. */
function groups(values: readonly string[], signature: (value: string) => unknown): string[][] {
  const found = new Map<string, string[]>();
  for (const value of values) {
    const key = JSON.stringify(signature(value));
    found.set(key, [...(found.get(key) ?? []), value]);
  }
  return [...found.values()];
}

interface Test {
  readonly operator: string;
  readonly literals: readonly unknown[];
}

/** The line of numbers or days, cut wherever a test changes its answer. */
function intervals(fact: Fact, tests: readonly Test[]): readonly DiagramOption[] | undefined {
  const line = fact.type === "date" ? days : gridOf(fact);
  const cuts = new Set<number>();
  for (const { operator, literals } of tests) {
    for (const literal of literals) {
      const at = line.place(literal);
      if (at === undefined) return undefined;
      if (operator !== "lessThanInclusive" && operator !== "greaterThan") cuts.add(at);
      if (operator !== "lessThan" && operator !== "greaterThanInclusive") cuts.add(at + 1);
    }
  }
  // A cut stands before a place; the first and last place are the ends of the line.
  const inside = [...cuts].filter((c) => c > line.first && c <= line.last).sort((a, b) => a - b);
  return [line.first, ...inside].map((from, i) => ({
    from: line.at(from),
    to: line.at((inside[i] ?? line.last + 1) - 1),
  }));
}

/** A line of values as whole numbers. */
interface Line {
  readonly first: number;
  readonly last: number;
  /** The place of a value, or undefined where places can no longer be told apart. */
  readonly place: (value: unknown) => number | undefined;
  /** The value at a place, or null at an end that is none. */
  readonly at: (place: number) => number | string | null;
}

function gridOf(fact: Fact): Line {
  const unit = 10 ** (fact.scale ?? 0);
  return {
    ...stepsIn(fact.range ?? { min: -Infinity, max: Infinity }, fact.scale ?? 0),
    place: (value) => {
      const place = typeof value === "number" ? Math.round(value * unit) : Number.NaN;
      return Math.abs(place) < Number.MAX_SAFE_INTEGER && place / unit === value ? place : undefined;
    },
    // Plus 0, so that there is no negative zero, which JSON would not keep.
    at: (place) => (Number.isFinite(place) ? place / unit + 0 : null),
  };
}

const firstDay = dayNumber("0000-01-01") ?? 0;
const lastDay = dayNumber("9999-12-31") ?? 0;

const days: Line = {
  first: firstDay,
  last: lastDay,
  place: (value) => (typeof value === "string" ? dayNumber(value) : undefined),
  at: (place) => dateOf(place) ?? null,
};

/** Numbers as numbers; dates as text, which sorts as the calendar does. */
export function compareValues(a: number | string, b: number | string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
