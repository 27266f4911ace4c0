// Calendar dates from day numbers: the way back from `dayNumber`.
import { dayNumber, type LocalDate } from "../model/date.ts";

/** The date of a day number (days since 1970-01-01), or undefined outside the years 0000 to 9999. */
export function dateOf(day: number): LocalDate | undefined {
  // Civil from days, after Howard Hinnant's published algorithm (chrono-compatible date algorithms).
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 0 || year > 9999) return undefined;
  const padded = (n: number, length: number): string => String(n).padStart(length, "0");
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

/** The date some days before. */
export function daysBefore(at: LocalDate, days: number): LocalDate {
  const day = dayNumber(at);
  const date = day === undefined ? undefined : dateOf(day - days);
  if (date === undefined) throw new RangeError(`no date ${days} days before ${at}`);
  return date;
}
