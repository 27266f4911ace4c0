// A criterion as one sentence: « Si …, alors … ».
import type { DraftCondition } from "../model/condition.ts";
import type { Criterion, DraftCriterion } from "../model/rule-set.ts";
import type { Lang } from "../model/text.ts";
import { conditionSentence } from "./condition.ts";
import { capitalised, listOf, say, typeset } from "./language.ts";
import { lexiconOf, type Lexicon, type Style, type Wordable } from "./lexicon.ts";

/** « Si » before a clause, elided where French wants it. */
export function ifIn(clause: string, lang: Lang): string {
  if (lang === "en") return `if ${clause}`;
  return /^ils? /u.test(clause) ? `s’${clause}` : `si ${clause}`;
}

/** What a criterion speaks for: « Orientation » est « … », « Devoirs » comprend « … ». */
export function conclusionIn(lexicon: Lexicon, then: Criterion["then"]): string {
  const many = lexicon.names.decisions.get(then.decision)?.decision.kind === "many";
  const verb = many ? say(lexicon.lang, "comprend", "includes") : say(lexicon.lang, "est", "is");
  return `${lexicon.decision(then.decision)} ${verb} ${lexicon.state(then.decision, then.outcome)}`;
}

/** A criterion as one sentence with its full stop. */
export function criterionSentence(
  criterion: Criterion | DraftCriterion,
  ruleSet: Wordable,
  style: Lang | Style,
): string {
  const lexicon = lexiconOf(ruleSet, style);
  const { lang } = lexicon;
  const conclusion = conclusionIn(lexicon, criterion.then);
  const when: DraftCondition | undefined = criterion.when;
  if (when === undefined) {
    return typeset(
      say(
        lang,
        `Si (condition à écrire), alors ${conclusion}.`,
        `If (condition to be written), then ${conclusion}.`,
      ),
      lang,
    );
  }
  if ("always" in when) {
    return typeset(say(lang, `Dans tous les cas, ${conclusion}.`, `In every case, ${conclusion}.`), lang);
  }
  const clause = ifIn(conditionSentence(when, ruleSet, style), lang);
  return typeset(
    capitalised(say(lang, `${clause}, alors ${conclusion}.`, `${clause}, then ${conclusion}.`)),
    lang,
  );
}

/** `critère A-D4`, `critères A-D4 et A-M1`: criteria are called by their id, which is also on paper. */
export function criteriaNamed(ids: readonly string[], lang: Lang): string {
  const list = listOf(ids, lang, "and");
  return ids.length === 1
    ? say(lang, `critère ${list}`, `criterion ${list}`)
    : say(lang, `critères ${list}`, `criteria ${list}`);
}

/** The same as the subject of a sentence: `le critère A-D4`, `les critères A-D4 et A-M1`. */
export function criteriaIn(ids: readonly string[], lang: Lang): string {
  const named = criteriaNamed(ids, lang);
  return say(lang, `${ids.length === 1 ? "le" : "les"} ${named}`, named);
}
