// The date an evaluation is made on: a date as it is, an instant as the date it is in the rule set's time zone.
import { dayNumber, type LocalDate } from "@jumelage/engine";

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** The local date of `at` (`YYYY-MM-DD`, or an instant with `Z` or an offset), or undefined when it is neither. */
export function evaluationDate(at: string, timeZone: string): LocalDate | undefined {
  if (dayNumber(at) !== undefined) return at;
  if (!instant.test(at) || dayNumber(at.slice(0, 10)) === undefined) return undefined;
  const milliseconds = Date.parse(at);
  return Number.isNaN(milliseconds) ? undefined : dateOf(milliseconds, timeZone);
}

/** The local date at a moment, in milliseconds since 1970. */
export function dateOf(milliseconds: number, timeZone: string): LocalDate {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const part = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  return `${(part.get("year") ?? "").padStart(4, "0")}-${part.get("month") ?? ""}-${part.get("day") ?? ""}`;
}
