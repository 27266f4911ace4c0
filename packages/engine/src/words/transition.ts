// Changes between two rule sets over all persons in words: what an answer becomes, of which kind the whole change is,
// and what changes without any answer showing it.
import type { DifferenceReport } from "../model/lab.ts";
import type { Change, Thing } from "../diff/index.ts";
import type { Lang } from "../model/text.ts";
import { changeSentence } from "./change.ts";
import { capitalised, quote, say, typeset } from "./language.ts";
import { lexiconOf, type Lexicon, type Wordable } from "./lexicon.ts";

/** What became of an answer; a witness beside it is worded like any other person. */
export type TransitionOf = Pick<DifferenceReport["transitions"][number], "decision" | "from" | "to">;

/** « Orientation » : « Évaluation approfondie » devient « Jumelage possible ». */
export function transitionSentence(
  { decision, from, to }: TransitionOf,
  base: Wordable,
  head: Wordable,
  lang: Lang,
): string {
  const [before, after] = [lexiconOf(base, lang), lexiconOf(head, lang)];
  const title = after.decision(decision);
  const colon = say(lang, " :", ":");
  const [outcome = from, was] = from.split(":");
  const is = to.split(":")[1];
  // Of a decision of several outcomes, the outcome is named once, by whichever of the two has it.
  if (was === undefined || is === undefined) {
    const [old, now] = [before.state(decision, from), after.state(decision, to)];
    const sentence = say(
      lang,
      `${title}${colon} ${old} devient ${now}`,
      `${title}${colon} ${old} becomes ${now}`,
    );
    return typeset(capitalised(`${sentence}.`), lang);
  }
  const name = nameOf(before, after, decision, outcome);
  const [old, now] = [standing(was, lang), standing(is, lang)];
  const sentence = say(
    lang,
    `${title}${colon} ${name} passe de ${old} à ${now}`,
    `${title}${colon} ${name} goes from ${old} to ${now}`,
  );
  return typeset(capitalised(`${sentence}.`), lang);
}

function nameOf(before: Lexicon, after: Lexicon, decision: string, outcome: string): string {
  const named = after.state(decision, outcome);
  return named === quote(outcome, after.lang) ? before.state(decision, outcome) : named;
}

function standing(is: string, lang: Lang): string {
  switch (is) {
    case "suggested":
      return quote(say(lang, "suggérée", "suggested"), lang);
    case "undetermined":
      return quote(say(lang, "en suspens", "undecided"), lang);
    case "withheld":
      return quote(say(lang, "retenue", "withheld"), lang);
    default:
      return quote(say(lang, "absente", "absent"), lang);
  }
}

const kinds: Readonly<Record<NonNullable<DifferenceReport["kind"]>, readonly [fr: string, en: string]>> = {
  equivalent: [
    "Équivalent : aucune réponse et aucun texte ne change, pour personne.",
    "Equivalent: no answer and no text changes, for anybody.",
  ],
  "texts-only": [
    "Textes seulement : aucune réponse ne change, pour personne.",
    "Texts only: no answer changes, for anybody.",
  ],
  "more-cautious": [
    "Plus prudent seulement : chaque réponse qui change devient plus prudente ou reste à préciser.",
    "More cautious only: every answer that changes becomes more cautious or remains to be completed.",
  ],
  "decides-more": [
    "Décide davantage : seules des réponses encore ouvertes deviennent des orientations.",
    "Decides more: only answers that were still open become outcomes.",
  ],
  "changes-outcomes": [
    "Change des orientations : des personnes reçoivent une autre réponse.",
    "Changes outcomes: some people get another answer.",
  ],
};

/** The kind of a whole change, as a sentence. */
export function differenceKindIn(kind: NonNullable<DifferenceReport["kind"]>, lang: Lang): string {
  return typeset(say(lang, ...kinds[kind]), lang);
}

/** Something that no answer shows, as a sentence: « Changement : orientation X de Y (message). » */
export function silentSentence(
  silent: DifferenceReport["silent"][number],
  base: Wordable,
  head: Wordable,
  lang: Lang,
): string {
  const [only] = silent.parts;
  const kind = only === "added" || only === "removed" ? only : "changed";
  const change: Change = {
    kind,
    what: silent.what as Thing,
    id: silent.id,
    ...(silent.of === undefined ? {} : { of: silent.of }),
    parts: kind === "changed" ? silent.parts : [],
    affects: [],
  };
  return changeSentence(change, base, head, lang).title;
}
