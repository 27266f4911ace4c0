// The values next to a value: one step below and above, as fine as the fact's type allows.
import { dateOf, dayNumber } from "../model/date.ts";
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

/** The calendar date so many days after (or before) another; undefined outside the years 0 to 9999. */
export function addDays(date: string, days: number): string | undefined {
  const day = dayNumber(date);
  return day === undefined ? undefined : dateOf(day + days);
}
