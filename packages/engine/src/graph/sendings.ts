// What a caller can send of a fact, as few ways as can make a difference: nothing, values around every number or date
// that some test names, every value of an enum, something too old, something that is no value.
import { dateOf, dayNumber, daysBefore, validDays, type LocalDate } from "../model/date.ts";
import { isValueOf, type Fact, type Value } from "../model/fact.ts";

/** What is sent, apart from the date: with an age it stands in an envelope, so do the members asked about. */
export interface Sending {
  readonly value: unknown;
  readonly daysOld?: number;
  readonly of?: readonly string[];
}
/** Nothing is sent. */
export const nothing: Sending = { value: undefined };
/** No value of any fact. */
export const invalid: Sending = { value: "?" };

/** What is sent, as JSON on a date; undefined when nothing is. */
export function sentOn({ value, daysOld, of }: Sending, at: LocalDate): unknown {
  if (daysOld === undefined && of === undefined) return value;
  return {
    value,
    ...(of === undefined ? {} : { of }),
    ...(daysOld === undefined ? {} : { observedOn: daysBefore(at, daysOld) }),
  };
}

/** The first age in whole days at which a value is too old, for each of the vocabularies that lets it age. */
export function agesOf(facts: readonly Fact[]): readonly number[] {
  const ages = facts.flatMap((f) => (f.validFor === undefined ? [] : [validDays(f.validFor) + 1]));
  return [...new Set(ages)].toSorted((a, b) => a - b);
}

/**
 * The ways to send something of a fact that is no set, ordinary ones first. `facts` are its declarations in the
 * vocabularies concerned, `literals` every value that some test compares it with.
 */
export function sendingsOf(facts: readonly Fact[], literals: readonly unknown[]): readonly Sending[] {
  const values = valuesAround(facts, literals);
  const ages = agesOf(facts);
  const ageMatters = new Set(facts.map((f) => f.validFor)).size > 1;
  const old = ages.flatMap((daysOld) =>
    (ageMatters ? values : values.slice(0, 1)).map((value) => ({ value, daysOld })),
  );
  return [nothing, ...values.map((value) => ({ value })), ...old, invalid];
}

/** Values of the fact so many that whatever compares it with a literal is true and false of some: middles first. */
export function valuesAround(facts: readonly Fact[], literals: readonly unknown[]): readonly Value[] {
  const values = facts.flatMap((fact): readonly Value[] => {
    switch (fact.type) {
      case "boolean":
        return [false, true];
      case "enum":
        return (fact.values ?? []).map((v) => v.id);
      case "integer":
      case "decimal":
        return numbersAround(fact, literals);
      case "date":
        return datesAround(literals);
      case "set":
        return [];
      default:
        return fact.type satisfies never;
    }
  });
  return [...new Set(values)].filter((value) => facts.some((fact) => isValueOf(fact, value)));
}

function numbersAround(fact: Fact, literals: readonly unknown[]): readonly number[] {
  const scale = fact.scale ?? 0;
  const unit = 10 ** scale;
  const { min, max } = fact.range ?? {};
  const cuts = [...literals, min, max].filter((c): c is number => typeof c === "number");
  const steps = spread((cuts.length > 0 ? cuts : [1]).map((c) => Math.round(c * unit)));
  return steps.map((step) => step / unit);
}

function datesAround(literals: readonly unknown[]): readonly LocalDate[] {
  const days = literals.flatMap((c) => (typeof c === "string" ? (dayNumber(c) ?? []) : []));
  const someDay = dayNumber("2000-01-01") ?? 0;
  return spread(days.length > 0 ? days : [someDay]).flatMap((day) => dateOf(day) ?? []);
}

/** Two steps to each side of every cut (so that two values stand between any two that are far enough apart), and the middles. */
function spread(cuts: readonly number[]): readonly number[] {
  const near = cuts.flatMap((c) => [c - 2, c - 1, c, c + 1, c + 2]);
  const sorted = [...new Set(near)].toSorted((a, b) => a - b);
  const middles = sorted.slice(1).map((high, i) => Math.floor(((sorted[i] ?? high) + high) / 2));
  return [...new Set([...middles.filter((m) => !sorted.includes(m)), ...sorted])];
}
