// The values next to a value: one step below and above, as fine as the fact's type allows.
import { dayNumber } from "../model/date.ts";
import type { Fact } from "../model/fact.ts";

/** The number one step below (-1) or above (+1), where a decimal fact has `scale` digits; free of binary remainders. */
export function stepped(value: number, scale: number, steps: number): number {
  return Number((value + steps * 10 ** -scale).toFixed(scale));
}

/** A value of a numeric or date fact, so many steps away; undefined when the fact's range ends before. */
export function neighbour(fact: Fact, value: number | string, steps: number): number | string | undefined {
  if (typeof value === "string") return addDays(value, steps);
  const next = stepped(value, fact.scale ?? 0, steps);
  return fact.range !== undefined && (next < fact.range.min || next > fact.range.max) ? undefined : next;
}

/** The calendar date so many days after (or before) another; undefined outside the years 1 to 9999. */
export function addDays(date: string, days: number): string | undefined {
  const wanted = (dayNumber(date) ?? 0) + days;
  // A first guess by the mean length of a year, then month by month: dates are few and this is short.
  let year = 1970 + Math.floor(wanted / 365.2425);
  const first = (y: number, m: number): number | undefined => dayNumber(dated(y, m, 1));
  if ((first(year, 1) ?? Infinity) > wanted) year -= 1;
  else if ((first(year + 1, 1) ?? Infinity) <= wanted) year += 1;
  for (let month = 12; month >= 1; month -= 1) {
    const start = first(year, month);
    if (start !== undefined && start <= wanted) return dated(year, month, wanted - start + 1);
  }
  return undefined;
}

function dated(year: number, month: number, day: number): string {
  const pad = (n: number, width: number): string => String(n).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
