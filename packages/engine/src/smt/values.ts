// From the values a solver gave to the facts a caller would send.
import { dayNumber, type LocalDate } from "../model/date.ts";
import type { Sent } from "./sent.ts";
import type { Term } from "./terms.ts";

/** The values of variables by name, as SMT-LIB writes them: `true`, `false`, `12`, `(- 12)`. */
export type Values = ReadonlyMap<string, string>;

/** What is sent of a fact; undefined when nothing is. */
export function readSent(sent: Sent, values: Values, at: LocalDate): unknown {
  const isTrue = (term: Term): boolean => truth(term, values);
  if (sent.exact !== undefined) return sent.exact;
  if (isTrue(sent.junk)) return "?";
  const value = readValue(sent, values);
  if (value === undefined) return undefined;
  const days = [...sent.older].flatMap(([age, older]) => (isTrue(older) ? [age] : []));
  const of = isTrue(sent.inPart)
    ? { of: [...sent.asked].flatMap(([member, asked]) => (isTrue(asked) ? [member] : [])) }
    : {};
  const observed =
    days.length > 0 ? { observedOn: dateOf((dayNumber(at) ?? 0) - Math.max(...days) - 1) } : {};
  const envelope = { ...of, ...observed };
  return Object.keys(envelope).length === 0 ? value : { value, ...envelope };
}

function readValue(sent: Sent, values: Values): unknown {
  const chosen = [...sent.is].find(([, is]) => truth(is, values))?.[0];
  const members = (of: ReadonlyMap<string, Term>): readonly string[] =>
    [...of].flatMap(([member, has]) => (truth(has, values) ? [member] : []));
  switch (chosen) {
    case undefined:
      return undefined;
    case "boolean":
      return truth(sent.boolean, values);
    case "number":
      return Number((whole(sent.number, values) / 10 ** sent.slot.scale).toFixed(sent.slot.scale));
    case "date":
      return dateOf(whole(sent.date, values));
    case "enum":
      return members(sent.oneOf)[0] ?? "?";
    case "set":
      return members(sent.among);
    default:
      return chosen satisfies never;
  }
}

function truth(term: Term, values: Values): boolean {
  if (term.head === "true") return true;
  if (term.head === "not") return term.below.every((t) => !truth(t, values));
  return values.get(term.head) === "true";
}

/** A value the solver was free to leave open is 0. */
function whole(term: Term, values: Values): number {
  const text = term.sort === "Int" ? (values.get(term.head) ?? term.head) : "0";
  const digits = /\d+/.exec(/^w\d/.test(text) ? "0" : text)?.[0] ?? "0";
  return text.includes("-") ? -Number(digits) : Number(digits);
}

/** The date of a day, counted as `dayNumber` counts. */
export function dateOf(day: number): LocalDate {
  // Civil from days, after Howard Hinnant's published algorithm.
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const padded = (n: number, width: number): string => String(n).padStart(width, "0");
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}
