// What the answers of a cohort are about, in words and marks: a decision, or one outcome among several.
import type { PublishedSubject } from "@jumelage/cohort";
import type { Decision, DraftRuleSet, Lang } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { outcomeFace, stateFace, type Look } from "../../ui/tones.ts";

type Subject = PublishedSubject["subject"];

/** States of an outcome among several. */
export const outcomeStates = ["suggested", "undetermined", "withheld", "not-suggested"] as const;
export type OutcomeState = (typeof outcomeStates)[number];
export type WordOf = (state: OutcomeState) => string;

export interface Face {
  /** Nothing for whoever is simply not given an outcome. */
  readonly look: Look | undefined;
  readonly label: string;
  /** The same where there is little room. */
  readonly short: string;
}

export const keyOf = (subject: Subject): string => JSON.stringify(subject);

/** The decision a subject belongs to: the draft's, or the one of what it is compared with. */
function decisionOf(subject: Subject, ruleSets: readonly DraftRuleSet[]): Decision | undefined {
  if (subject.kind === "criterion") return undefined;
  return ruleSets.flatMap((r) => r.decisions.filter((d) => d.id === subject.decision))[0];
}

export function subjectName(subject: Subject, ruleSets: readonly DraftRuleSet[], lang: Lang): string {
  const decision = decisionOf(subject, ruleSets);
  if (decision === undefined) return "";
  const title = textIn(decision.title, lang);
  if (subject.kind !== "outcome") return title;
  const outcome = decision.outcomes.find((o) => o.id === subject.outcome);
  return `${title} – ${outcome ? outcomeFace(outcome, lang).label : subject.outcome}`;
}

/** How a state of a subject looks and is called. */
export function faceOf(
  { subject, state }: { readonly subject: Subject; readonly state: string },
  ruleSets: readonly DraftRuleSet[],
  { lang, word }: { readonly lang: Lang; readonly word: WordOf },
): Face {
  const known = outcomeStates.find((s) => s === state);
  if (subject.kind === "outcome" && known !== undefined) {
    const outcome = decisionOf(subject, ruleSets)?.outcomes.find((o) => o.id === subject.outcome);
    const look = known === "suggested" ? (outcome?.tone ?? "unknown") : "unknown";
    return { look: known === "not-suggested" ? undefined : look, label: word(known), short: word(known) };
  }
  // An outcome that only one of the two rule sets has is named by that one.
  const decisions = ruleSets.flatMap((r) => decisionOf(subject, [r]) ?? []);
  const named = decisions.find((d) => d.outcomes.some((o) => o.id === state)) ?? decisions[0];
  return named === undefined
    ? { look: "unknown", label: state, short: state }
    : stateFace(named, state, lang);
}

/** A share as it is shown: of what may be seen. */
export function shareOf(persons: number, all: number): number {
  return all === 0 ? 0 : persons / all;
}
