// What a gate is: a check that must hold before a draft may become a release. Gates read, and change nothing.
import type {
  BoundaryScore,
  ConsumerInUse,
  DifferenceReport,
  DraftRuleSet,
  Floors,
  Hazard,
  MutationReport,
  Profile,
  ProofReport,
  RuleSet,
} from "@jumelage/engine";
import type { Approval, DraftStatus } from "../../drafts/drafts.schemas.ts";
import type { Job, JobObstacle, LedgerEntry } from "../../lab/lab.schemas.ts";
import type { Gate, GateFinding, GateId, Waiver } from "../publish.schemas.ts";

/** What the lab has to say so far. */
export interface LabAnswer<R> {
  readonly state: Job["state"];
  readonly obstacle?: JobObstacle;
  readonly report?: R;
}

/** The content a draft would be published with, and what has been said of it. */
export interface Candidate {
  readonly ruleSet: DraftRuleSet;
  /** The same as what can be run; present only when the draft is a complete, well-typed rule set. */
  readonly complete: RuleSet | undefined;
  readonly profiles: readonly Profile[];
  readonly hazards: readonly Hazard[];
  /** The rule set of the release it was made from. */
  readonly base: RuleSet | undefined;
  /** The number of that release, and of the one in force now; null: none. */
  readonly basedOn: number | null;
  readonly inForce: number | null;
  readonly hash: string;
  readonly status: DraftStatus;
  /** What its author wrote to the reviewers, or a reviewer to its author. */
  readonly note: string;
  readonly authors: readonly { readonly id: string }[];
  readonly approvals: readonly Approval[];
  readonly approvalsNeeded: number;
  readonly ledger: readonly LedgerEntry[];
  readonly waivers: readonly Waiver[];
  /** The apps that follow the program, as they say of themselves. */
  readonly consumers: readonly ConsumerInUse[];
  readonly lab: {
    readonly proofs: LabAnswer<ProofReport>;
    readonly mutation: LabAnswer<MutationReport>;
    readonly difference: LabAnswer<DifferenceReport>;
  };
  /** Computed here and now: it takes no job. */
  readonly boundaryScore: (ruleSet: RuleSet, profiles: readonly Profile[]) => BoundaryScore;
  /** What the program asks of its scores, between 0 and 1. */
  readonly floors: Floors;
}

export interface GateReport {
  /** How many things were looked at. */
  readonly count: number;
  readonly findings: readonly GateFinding[];
  /** The gate waits for the lab; its findings, if any, say for what. */
  readonly pending?: "running" | "not-run";
  /** What the gate found may not be waived, though it often may. */
  readonly final?: boolean;
  readonly score?: number;
  readonly floor?: number;
}

export interface GateRule {
  readonly id: GateId;
  /** Whether a reviewer may answer for an exception to it. */
  readonly waivable: boolean;
  /** The jobs of the lab it rests on. */
  readonly jobs?: Gate["jobs"];
  /** Whether a waiver that counts is for what was found; of every finding, where it does not say. */
  isCoveredBy?(waiver: Waiver, findings: readonly GateFinding[]): boolean;
  /** Whether it looks at nothing but the rule set and the profiles. */
  readonly restsOnContent?: true;
  /** Passes when it finds nothing and waits for nothing. */
  run(candidate: Candidate): GateReport | Promise<GateReport>;
}

/** A report of the lab, or what a gate says while there is none. */
export function awaited<R>(answer: LabAnswer<R>): { readonly report: R } | { readonly wait: GateReport } {
  if (answer.report !== undefined) return { report: answer.report };
  if (answer.state === "running") return { wait: { count: 0, findings: [], pending: "running" } };
  const because = answer.obstacle === "incomplete" ? "diagnostics" : answer.state;
  return {
    wait: { count: 0, findings: [{ code: "not-run", params: { because } }], pending: "not-run" },
  };
}
