// What a gate is: a check that must hold before a draft may become a release. Gates read, and change nothing.
import type { DraftRuleSet, Profile, RuleSet } from "@jumelage/engine";
import type { Approval } from "../../drafts/drafts.schemas.ts";
import type { GateFinding, GateId } from "../publish.schemas.ts";

/** The content a draft would be published with, and what has been said of it. */
export interface Candidate {
  readonly ruleSet: DraftRuleSet;
  /** The same as what can be run; present only when the draft is a complete, well-typed rule set. */
  readonly complete: RuleSet | undefined;
  readonly profiles: readonly Profile[];
  readonly hash: string;
  readonly authors: readonly { readonly id: string }[];
  readonly approvals: readonly Approval[];
  readonly approvalsNeeded: number;
}

export interface GateReport {
  /** How many things were looked at. */
  readonly count: number;
  readonly findings: readonly GateFinding[];
}

export interface GateRule {
  readonly id: GateId;
  /** Passes when it finds nothing. */
  run(candidate: Candidate): GateReport | Promise<GateReport>;
}
