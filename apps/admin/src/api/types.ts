// The shapes the console works with, as the API answers them.
import type { DraftRuleSet, Expected, Profile, RuleSet, Text } from "@jumelage/engine";

export type Role = "viewer" | "qa" | "author" | "reviewer";
export type DraftStatus = "editing" | "in-review" | "approved" | "published" | "discarded";
export interface PersonRef {
  readonly id: string;
  readonly name: string;
}
export interface DraftSummary {
  readonly id: string;
  readonly status: DraftStatus;
  readonly updatedAt: string;
  readonly updatedBy: PersonRef;
}
export interface Approval {
  readonly by: PersonRef;
  readonly at: string;
  readonly hash: string;
  readonly meaning: "clinical-approval" | "review" | "responsibility";
  readonly current: boolean;
}
export interface ExpectationChange {
  readonly profile: string;
  readonly before: Expected;
  readonly after: Expected;
  readonly reason: string;
  readonly by: PersonRef;
  readonly at: string;
}
export interface Draft {
  readonly id: string;
  readonly program: string;
  readonly base: { readonly number: number; readonly sha256: string } | null;
  readonly status: DraftStatus;
  readonly revision: number;
  readonly hash: string;
  readonly ruleSet: DraftRuleSet;
  readonly profiles: Profile[];
  readonly authors: readonly PersonRef[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly updatedBy: PersonRef;
  readonly note: string;
  readonly approvals: readonly Approval[];
  readonly expectationChanges: readonly ExpectationChange[];
}
export interface ReleaseSummary {
  readonly number: number;
  readonly sha256: string;
  readonly createdAt: string;
  readonly publishedBy: string;
  readonly approvedBy: readonly string[];
  readonly note: string;
  readonly waivers: readonly string[];
}
export interface Release extends ReleaseSummary {
  readonly ruleSet: RuleSet;
  readonly profiles: Profile[];
}
export interface ProgramTitle {
  readonly program: string;
  readonly title: Text;
}
