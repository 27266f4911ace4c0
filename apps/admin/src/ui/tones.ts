// The look of an outcome, from its tone alone: a glyph, a pattern and a colour, so that no meaning rests on colour.
import type { Decision, Lang, Outcome, Tone } from "@jumelage/engine";
import { shortComputedState } from "@jumelage/engine/words";

/** A tone of the rule set, or `unknown` for the two computed states. */
export type Look = Tone | "unknown";

export const glyphs: Readonly<Record<Look, string>> = {
  stop: "■",
  caution: "◐",
  neutral: "▲",
  go: "●",
  unknown: "?",
};

/** How a state of a decision looks and what it is called: an outcome of the rule set or a computed state. */
export function stateFace(
  decision: Decision,
  state: string,
  lang: Lang,
): { readonly look: Look; readonly label: string; readonly short: string } {
  const outcome = decision.outcomes.find((o) => o.id === state);
  if (outcome) return outcomeFace(outcome, lang);
  const computed =
    state === "@undetermined" || state === "@safety-unknown" ? decision.states?.[state] : undefined;
  const label = computed?.label[lang] ?? state;
  return { look: "unknown", label, short: shortComputedState(state, lang) ?? label };
}

export function outcomeFace(
  outcome: Outcome,
  lang: Lang,
): { readonly look: Look; readonly label: string; readonly short: string } {
  const label = outcome.label[lang] || outcome.label.fr || outcome.id;
  return { look: outcome.tone, label, short: outcome.short?.[lang] || label };
}
