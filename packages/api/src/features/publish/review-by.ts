// By when a release is due to be looked at again: the day somebody chose when publishing, or so many months from then.
import { monthsLater } from "@jumelage/engine";
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
