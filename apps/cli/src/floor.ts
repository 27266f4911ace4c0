// Floors: the least share that is fine, given and shown in percent.
import type { Lang } from "@jumelage/engine";
import { quantityIn } from "@jumelage/engine/words";
import { Unusable } from "./outcome.ts";

/** A share between 0 and 1 from what was typed in percent, or the usual one. */
export function floorOf(typed: string | undefined, usual: number): number {
  if (typed === undefined) return usual / 100;
  const floor = /^\d{1,3}([.,]\d+)?$/.test(typed) ? Number(typed.replace(",", ".")) : Number.NaN;
  if (!(floor >= 0 && floor <= 100)) throw new Unusable("wrong-value", { what: typed });
  return floor / 100;
}

/** A share in percent with one decimal, never rounded up to a whole that is not reached. */
export function percent(share: number, lang: Lang): string {
  return quantityIn(Math.floor(share * 1000 + 1e-9) / 10, "%", lang);
}
