// What a change between two documents is, as data. Things are matched by their id, so a renamed id is one thing removed
// and another added.
import type { Expected } from "../model/profile.ts";

export const things = [
  "rule-set",
  "source",
  "statement",
  "parameter",
  "fact",
  "value",
  "condition",
  "decision",
  "outcome",
  "criterion",
  "property",
] as const;
export type Thing = (typeof things)[number];

export interface Change {
  readonly kind: "added" | "removed" | "changed";
  readonly what: Thing;
  readonly id: string;
  /** The fact of a value, the decision of an outcome, the source of a statement. */
  readonly of?: string;
  /** The keys of the thing that differ, in the order of the document; `order` when its members were reordered. */
  readonly parts: readonly string[];
  /**
   * Criteria, enabled or not, whose meaning rests on the changed thing (through named conditions too) in either
   * document, without being changed themselves; in the order of the documents.
   */
  readonly affects: readonly string[];
}

export interface FactChange {
  readonly fact: string;
  /** Absent when the profile did not have the fact. */
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface ProfileChange {
  readonly kind: "added" | "removed" | "changed";
  readonly profile: string;
  readonly facts: readonly FactChange[];
  /** The expectation, when it differs. */
  readonly expected?: { readonly before: Expected; readonly after: Expected };
  /** Other keys that differ: title, story, tags, evaluation date, provenance. */
  readonly parts: readonly string[];
}
