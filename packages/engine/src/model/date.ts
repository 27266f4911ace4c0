// Calendar dates as text (YYYY-MM-DD) and whole days between them, without a clock and without time zones.
import { z } from "zod";

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 in the proleptic Gregorian calendar, or undefined when `text` is not a real date. */
export function dayNumber(text: string): number | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  // Days from civil, after Howard Hinnant's published algorithm (chrono-compatible date algorithms).
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
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
