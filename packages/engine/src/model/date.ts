// Calendar dates as text (YYYY-MM-DD) and whole days between them, without a clock and without time zones.
import { z } from "zod";

/** Days since 1970-01-01 in the proleptic Gregorian calendar, or undefined when `text` is not a real date. */
export function dayNumber(text: string): number | undefined {
  // Read by hand: a regular expression makes six objects on the way of every evaluation.
  if (text.length !== 10 || text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  // Not a number is in no month.
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined;
  // Days from civil, after Howard Hinnant's published algorithm (chrono-compatible date algorithms).
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The date of a day counted as `dayNumber` counts, or undefined outside the years 0000 to 9999. */
export function dateOf(day: number): LocalDate | undefined {
  // Civil from days, after the same algorithms.
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
  if (year < 0 || year > 9999) return undefined;
  const padded = (n: number, width: number): string => String(n).padStart(width, "0");
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/**
 * The date some days before.
 * @throws RangeError before the year 0000, and when `at` is not a date.
 */
export function daysBefore(at: LocalDate, days: number): LocalDate {
  const day = dayNumber(at);
  const date = day === undefined ? undefined : dateOf(day - days);
  if (date === undefined) throw new RangeError(`no date ${days} days before ${at}`);
  return date;
}

/**
 * The same day so many months later, or the last of that month where it has fewer.
 * @throws RangeError when `at` is not a date, and after the year 9999.
 */
export function monthsLater(at: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = at.split("-").map(Number);
  const counted = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(counted / 12), (counted % 12) + 1];
  const text = [String(y).padStart(4, "0"), m, Math.min(day, daysIn(y, m))]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
  if (dayNumber(at) === undefined || dayNumber(text) === undefined)
    throw new RangeError(`no date ${months} months after ${at}`);
  return text;
}

const [dash, zero] = [0x2d, 0x30];

/** The number that the characters from one place to before another write; not a number unless all are digits. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - zero;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A calendar date, `YYYY-MM-DD`. */
export const dateSchema = z.string().refine((s) => dayNumber(s) !== undefined, { message: "not-a-date" });
export type LocalDate = string;

/** `P<n>D`, the only form of a duration here; `P0D` means the same day only. */
export const validForSchema = z.string().regex(/^P(0|[1-9]\d{0,4})D$/, { message: "not-a-duration" });

/** The days of a `validFor`. */
export function validDays(validFor: string): number {
  return Number(validFor.slice(1, -1));
}
