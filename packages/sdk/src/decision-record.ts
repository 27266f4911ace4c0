// The record of what somebody decided with a recommendation before them: who, what, why where it differs, and the
// principal factors in plain words (Act respecting the protection of personal information in the private sector and Act
// respecting access, Québec: s. 12.1 and s. 65.2). It is made here and kept by the application; nothing of it is sent.
import type { Lang, TraceNode } from "@jumelage/engine";
import { explain, textIn } from "@jumelage/engine/words";
import type { CheckedReceipt } from "./receipt.ts";

/** Who decides, as their organization knows them. */
export interface DecidedBy {
  readonly id?: string;
  readonly name: string;
  /** What makes it theirs to decide: a title, a permit. */
  readonly role: string;
}

export interface HumanDecision {
  /** Which decision of the program. */
  readonly decision: string;
  /** What was decided: one outcome, or the suggestions that are followed. */
  readonly decided: readonly string[];
  readonly by: DecidedBy;
  /** When: an instant in UTC, `2026-03-02T15:04:05Z`. */
  readonly decidedAt: string;
  /**
   * Why a recommendation is not followed. `reason` is one of a short list of the organization’s own (small
   * letters and hyphens, at most 40), so that it can be counted; `text` says it in words and stays in the record.
   */
  readonly override?: { readonly reason: string; readonly text?: string };
}

export interface DecisionRecord extends HumanDecision {
  readonly schemaVersion: 1;
  /** SHA-256 of the signed receipt this belongs to. */
  readonly receipt: string;
  readonly program: string;
  readonly release: number;
  /** Of the signed release. */
  readonly sha256: string;
  /** The date the recommendation was for. */
  readonly at: string;
  /** The state, or the suggestions, that were recommended; a state that begins with `@` is no recommendation. */
  readonly recommended: readonly string[];
  /** The information about the person that was used, by name. */
  readonly used: Readonly<Record<Lang, readonly string[]>>;
  /** The reasons and principal factors of the recommendation, sentence by sentence. */
  readonly factors: Readonly<Record<Lang, readonly string[]>>;
}

export type RecordCode =
  | "unknown-decision"
  | "unknown-outcome"
  | "one-outcome"
  | "who-required"
  | "invalid-instant"
  | "override-not-allowed"
  | "reason-required"
  | "invalid-reason"
  | "nothing-overridden";

export type Recorded =
  | { readonly ok: true; readonly value: DecisionRecord }
  | { readonly ok: false; readonly code: RecordCode };

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
const reasonCode = /^[a-z][a-z-]{0,39}$/;

const suspended = {
  fr: "Le programme était suspendu\u00a0: aucune recommandation n’a été faite, la décision relève du jugement clinique.",
  en: "The program was suspended: no recommendation was made, the decision is a matter of clinical judgement.",
} as const;

/** The record of a decision; refused where it says too little, or overrides what may not be overridden. */
export function recordDecision(checked: CheckedReceipt, human: HumanDecision): Recorded {
  const { ruleSet, evaluation, receipt } = checked;
  const refused = (code: RecordCode): Recorded => ({ ok: false, code });
  const place = ruleSet.decisions.findIndex((d) => d.id === human.decision);
  const decision = ruleSet.decisions[place];
  const result = evaluation.result.decisions[human.decision];
  if (decision === undefined || result === undefined) return refused("unknown-decision");
  const { decided, override, by } = human;
  const outcomes = new Map(decision.outcomes.map((o) => [o.id, o]));
  if (decided.some((id) => !outcomes.has(id)) || new Set(decided).size !== decided.length)
    return refused("unknown-outcome");
  if (decision.kind === "one" && decided.length !== 1) return refused("one-outcome");
  if (by.name.trim() === "" || by.role.trim() === "") return refused("who-required");
  if (!instant.test(human.decidedAt) || Number.isNaN(Date.parse(human.decidedAt)))
    return refused("invalid-instant");
  const recommended = result.kind === "one" ? [result.state] : result.suggested;
  // What is not settled recommends nothing: whatever is decided then overrides nothing.
  const left = recommended.filter((id) => outcomes.has(id) && !decided.includes(id));
  if (left.some((id) => outcomes.get(id)?.override === false)) return refused("override-not-allowed");
  if (left.length > 0 && override === undefined) return refused("reason-required");
  if (left.length === 0 && override !== undefined) return refused("nothing-overridden");
  if (override !== undefined && !reasonCode.test(override.reason)) return refused("invalid-reason");
  const read = new Set(
    evaluation.trace.flatMap(({ criterion, node }) =>
      ruleSet.criteria.some((c) => c.id === criterion && c.then.decision === decision.id)
        ? knownIn(node)
        : [],
    ),
  );
  const used = ruleSet.facts.filter((fact) => read.has(fact.id));
  const sentences = (lang: Lang): readonly string[] =>
    receipt.suspended === undefined
      ? (explain(evaluation, ruleSet, lang).decisions[place]?.sentences ?? [])
      : [suspended[lang]];
  const named = (lang: Lang): readonly string[] => used.map((fact) => textIn(fact.label, lang));
  return {
    ok: true,
    value: {
      schemaVersion: 1,
      receipt: checked.sha256,
      program: receipt.program,
      release: receipt.release,
      sha256: receipt.sha256,
      at: receipt.at,
      ...human,
      recommended,
      used: { fr: named("fr"), en: named("en") },
      factors: { fr: sentences("fr"), en: sentences("en") },
    },
  };
}

/** The facts of which a value was known and looked at. */
function knownIn(node: TraceNode): readonly string[] {
  if (node.kind === "fact") return "value" in node.person && node.person.assumed !== true ? [node.fact] : [];
  if (node.kind === "condition") return knownIn(node.child);
  return "children" in node ? node.children.flatMap(knownIn) : [];
}

export interface OverrideCount {
  readonly reason: string;
  readonly count: number;
}

/** How often each reason was given: all that may leave the application, to be reported. */
export function overrideCounts(
  records: readonly Pick<DecisionRecord, "override">[],
): readonly OverrideCount[] {
  const counts = new Map<string, number>();
  for (const { override } of records)
    if (override) counts.set(override.reason, (counts.get(override.reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count);
}
