// How the saved profiles spread over the outcomes of one decision, in the order of precedence.
import type { Decision, DraftRuleSet, Lang, Profile } from "@jumelage/engine";
import type { StripPart } from "../ui/outcome.tsx";
import { outcomeFace, stateFace } from "../ui/tones.ts";
import { resultFor } from "./run.ts";

/** The decision a program is about: its first one of a single answer, else its first. */
export function mainDecision(ruleSet: DraftRuleSet): Decision | undefined {
  return ruleSet.decisions.find((d) => d.kind === "one") ?? ruleSet.decisions[0];
}

/** The counts per state of a `one` decision. */
export function outcomeCounts(
  documents: { readonly ruleSet: DraftRuleSet; readonly profiles: readonly Profile[] },
  decision: Decision,
  lang: Lang,
): readonly StripPart[] {
  const counts = new Map<string, number>();
  for (const profile of documents.profiles) {
    const result = resultFor(documents.ruleSet, profile).decisions[decision.id];
    const states = result === undefined ? [] : result.kind === "one" ? [result.state] : result.suggested;
    for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  const computed = decision.kind === "one" ? (["@safety-unknown", "@undetermined"] as const) : [];
  return [
    ...decision.outcomes.map((o) => ({ key: o.id, ...outcomeFace(o, lang), count: counts.get(o.id) ?? 0 })),
    ...computed.map((state) => ({
      key: state,
      ...stateFace(decision, state, lang),
      count: counts.get(state) ?? 0,
    })),
  ];
}
