// Two people changed one draft: a three-way merge by named entry (a fact, a criterion, a profile…). What only one side
// changed is taken; what both changed differently is a question put to the person. Nothing is dropped.
import type { Documents } from "./document.ts";

export type Side = "mine" | "theirs";

/** One entry that both sides changed, differently. `undefined` means that this side removed it. */
export interface Clash {
  readonly key: string;
  readonly collection: string;
  readonly id: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Conflict {
  readonly theirs: Documents;
  readonly mine: Documents;
  readonly base: Documents;
  readonly revision: number;
  readonly by: string;
  readonly at: string;
  readonly clashes: readonly Clash[];
  readonly resolve: (choose: (clash: Clash) => Side) => void;
}
