// What a draft is, for everything that handles one: its content, its authors, its approvals, and the hash that an
// approval is bound to.
import { canonicalJson, type DraftRuleSet, type Expected, type Hazard, type Profile } from "@jumelage/engine";
import type { DraftUpdate } from "./draft-updates.ts";
import { sha256Hex } from "./digest.ts";
import type { DraftStatus, Meaning } from "./schema.ts";

/** A person as others see them. */
export interface PersonName {
  readonly id: string;
  readonly name: string;
}

/** A release as a base refers to it. */
export interface ReleaseRef {
  readonly number: number;
  readonly sha256: string;
}

export interface Approval {
  readonly by: PersonName;
  readonly at: Date;
  readonly hash: string;
  readonly meaning: Meaning;
  /** Whether it is for the content as it stands. */
  readonly current: boolean;
}

export interface ExpectationChange {
  readonly profile: string;
  readonly before: Expected;
  readonly after: Expected;
  readonly reason: string;
  readonly by: PersonName;
  readonly at: Date;
}

/** A draft without its documents. */
export interface DraftSummary {
  readonly id: string;
  readonly program: string;
  /** What its authors call it; no two open drafts of a program have the same. */
  readonly name: string;
  readonly base: ReleaseRef | null;
  readonly status: DraftStatus;
  readonly revision: number;
  readonly hash: string;
  readonly note: string;
  readonly createdAt: Date;
  readonly createdBy: PersonName;
  readonly updatedAt: Date;
  readonly updatedBy: PersonName;
}

export interface DraftContent {
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
  /** The hazard file: what could go wrong, what controls it, what tests the control. */
  readonly hazards: readonly Hazard[];
}

export interface Draft extends DraftSummary, DraftContent {
  readonly authors: readonly PersonName[];
  readonly approvals: readonly Approval[];
  readonly expectationChanges: readonly ExpectationChange[];
  /** The last time it was brought to another release. */
  readonly updated: DraftUpdate | null;
}

export type NotFound = { readonly kind: "not-found" };
export type StartResult =
  | { readonly kind: "started"; readonly draft: Draft }
  /** Another open draft of the program has this name; nothing was started. */
  | { readonly kind: "name-taken" };
export type RenameResult =
  | { readonly kind: "renamed" }
  | { readonly kind: "name-taken" }
  | { readonly kind: "closed"; readonly current: Draft }
  | NotFound;
export type SaveResult =
  | { readonly kind: "saved"; readonly draft: Draft }
  /** Somebody saved in between; nothing was written, `current` is what they left. */
  | { readonly kind: "stale"; readonly current: Draft }
  | { readonly kind: "closed"; readonly current: Draft }
  | NotFound;

/** The states in which a draft can still change. */
export const openStatuses = ["editing", "in-review", "approved"] as const satisfies readonly DraftStatus[];

/** What an approval is bound to: SHA-256 of the canonical JSON of base, rule set, profiles and, where there are any, hazards. */
export function draftHash(content: DraftContent & { readonly base: ReleaseRef | null }): Promise<string> {
  const { base, ruleSet, profiles, hazards } = content;
  return sha256Hex(canonicalJson({ base, ruleSet, profiles, ...(hazards.length > 0 ? { hazards } : {}) }));
}

export function isOpen(status: DraftStatus): boolean {
  return status === "editing" || status === "in-review" || status === "approved";
}

/** Whether a text can be the id of a draft at all; PostgreSQL answers anything else with an error. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
