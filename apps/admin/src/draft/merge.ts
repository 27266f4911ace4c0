// Two people changed one draft: the engine's merge, part by part. What only one side changed is taken; what both changed
// differently is a question put to the person; what both added under one name is two things. Nothing is dropped.
import {
  canKeepBoth,
  conflictKey,
  keepApart,
  mergeDocuments,
  type Conflict as Clash,
  type Choice,
  type Sides,
} from "@jumelage/engine";
import type { Documents } from "./document.ts";

export type { Clash, Choice };
export { canKeepBoth, conflictKey };

/** What two people made of one draft, and what is left to choose; without clashes the two have already been joined. */
export interface Conflict extends Sides<Documents> {
  readonly by: string;
  readonly at: string;
  readonly clashes: readonly Clash[];
}

/** The parts that both sides changed, differently. */
export function clashesOf(sides: Sides<Documents>): readonly Clash[] {
  return mergeDocuments(keepApart(sides).sides).conflicts;
}

/** The two sides joined; `choose` settles the clashes. */
export function mergeSides(sides: Sides<Documents>, choose: (clash: Clash) => Choice): Documents {
  return mergeDocuments(keepApart(sides).sides, choose).merged;
}
