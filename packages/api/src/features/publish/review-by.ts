// By when a release is due to be looked at again: the day somebody chose when publishing, or so many months from then.
import { Refusal } from "../../errors.ts";

interface Terms {
  /** Chosen when publishing. */
  readonly chosen: string | undefined;
  /** The program's setting; null where it has none. */
  readonly months: number | null;
  /** Today, where the program is. */
  readonly today: string;
}

/** @throws Refusal `invalid-input` for a day that has passed already. */
export function reviewByOf({ chosen, months, today }: Terms): string | undefined {
  if (chosen === undefined) return months === null ? undefined : monthsLater(today, months);
  if (chosen >= today) return chosen;
  throw new Refusal("invalid-input", {
    diagnostics: [
      { code: "review-passed", severity: "error", at: ["reviewBy"], params: { earliest: today } },
    ],
  });
}

/** The same day of a later month, or its last day where it has fewer. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
  return then.toISOString().slice(0, 10);
}
