// What the proof lab shows, in words: the person who shows something, how that person is answered, and what is asked of
// every rule set.
import { readPerson } from "../model/person.ts";
import type { StandardCheck, WitnessReport } from "../model/lab.ts";
import type { LocalDate } from "../model/date.ts";
import type { Facts } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Lang } from "../model/text.ts";
import { criteriaIn } from "./criterion.ts";
import { capitalised, listOf, say, typeset } from "./language.ts";
import { lexiconOf, type Lexicon } from "./lexicon.ts";
import { knownIn } from "./reasons.ts";

/** A person's facts as sentences, those given only, in the order of the vocabulary. */
export function personSentences(
  facts: Facts,
  about: { readonly ruleSet: RuleSet; readonly at: LocalDate; readonly lang: Lang },
): readonly string[] {
  const { ruleSet, at, lang } = about;
  const lexicon = lexiconOf(ruleSet, lang);
  const { states } = readPerson(ruleSet, facts, at);
  const sentences = ruleSet.facts.flatMap(({ id }) => {
    const state = states.get(id);
    if (state === undefined || !Object.hasOwn(facts, id)) return [];
    const known =
      state.kind === "unknown"
        ? { unknown: state.reason }
        : { value: state.value, ...(state.kind === "partial" ? { unasked: state.unasked } : {}) };
    return [`${knownIn(lexicon, id, known)}.`];
  });
  if (sentences.length === 0) sentences.push(say(lang, "Rien n’est connu.", "Nothing is known."));
  return sentences.map((s) => typeset(capitalised(s), lang));
}

/** A witness as sentences: the person, the second one where there are two, and the answers. */
export function witnessSentences(witness: WitnessReport, ruleSet: RuleSet, lang: Lang): readonly string[] {
  const { at, facts, second, answers } = witness;
  const lexicon = lexiconOf(ruleSet, lang);
  const first = personSentences(facts, { ruleSet, at, lang });
  const other = second ? personSentences(second, { ruleSet, at, lang }) : [];
  const named = (title: string, sentences: readonly string[]): readonly string[] =>
    second ? [typeset(`${title}${say(lang, " :", ":")}`, lang), ...sentences] : sentences;
  return [
    ...named(say(lang, "Première personne", "First person"), first),
    ...named(say(lang, "Seconde personne", "Second person"), other),
    ...answers.map((a) => answerSentence(lexicon, a)),
  ];
}

function answerSentence(lexicon: Lexicon, { decision, answer }: WitnessReport["answers"][number]): string {
  const { lang } = lexicon;
  const parts = answer.map((entry) => {
    const [state = entry, standing] = entry.split(":");
    const label = lexicon.state(decision, state);
    if (standing === "undetermined") return say(lang, `${label} (en suspens)`, `${label} (open)`);
    return standing === "withheld" ? say(lang, `${label} (retenu)`, `${label} (withheld)`) : label;
  });
  const list = parts.length === 0 ? say(lang, "rien", "nothing") : listOf(parts, lang, "and");
  return typeset(`${lexicon.decision(decision)}${say(lang, " :", ":")} ${list}.`, lang);
}

/** What a standard check says of a rule set, as a sentence that ought to be true. */
export function standardSentence(check: StandardCheck, ruleSet: RuleSet, lang: Lang): string {
  return typeset(capitalised(`${checkIn(check, lexiconOf(ruleSet, lang))}.`), lang);
}

function checkIn(check: StandardCheck, lexicon: Lexicon): string {
  const { lang } = lexicon;
  switch (check.kind) {
    case "criterion-fires": {
      const criterion = criteriaIn([check.criterion], lang);
      return say(lang, `${criterion} peut s’appliquer à quelqu’un`, `${criterion} can apply to somebody`);
    }
    case "criterion-decides": {
      const criterion = criteriaIn([check.criterion], lang);
      return say(
        lang,
        `${criterion} change la réponse de quelqu’un`,
        `${criterion} changes somebody’s answer`,
      );
    }
    case "outcome-reached": {
      const decision = lexicon.decision(check.decision);
      const outcome = lexicon.state(check.decision, check.outcome);
      return say(lang, `${decision} peut aboutir à ${outcome}`, `${decision} can come to ${outcome}`);
    }
    case "determined-is-stable": {
      const decision = lexicon.decision(check.decision);
      return say(
        lang,
        `une fois déterminée, ${decision} reste la même, quoi qu’on apprenne ensuite`,
        `once determined, ${decision} stays the same whatever is learnt next`,
      );
    }
    case "safety-is-asked": {
      const decision = lexicon.decision(check.decision);
      return say(
        lang,
        `tant qu’un renseignement de sécurité est inconnu, ${decision} reste en suspens ou commande un arrêt`,
        `while a safety fact is unknown, ${decision} stays open or calls for a stop`,
      );
    }
    default:
      return check satisfies never;
  }
}
