// The proof lab in words: boundaries, seeded faults, and the titles of the profiles it makes.
import { diffRuleSets } from "../diff/index.ts";
import { applyFault } from "../lab/apply-fault.ts";
import type { FactLeaf } from "../model/condition.ts";
import type { Boundary, Fault } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Lang, Text } from "../model/text.ts";
import { changeSentence, type ChangeWords } from "./change.ts";
import { capitalised, quote, say, textIn, typeset } from "./language.ts";
import { factLeafIn } from "./leaf.ts";
import { lexiconOf, valueIn } from "./lexicon.ts";
import { sentIn } from "./profile-change.ts";

/** One side of one test as a phrase: « Score au PHQ-9 » est tout juste au-dessous de 15. */
export function boundarySentence(
  boundary: Pick<Boundary, "fact" | "side" | "value" | "every">,
  ruleSet: RuleSet,
  lang: Lang,
): string {
  const lexicon = lexiconOf(ruleSet, lang);
  const fact = lexicon.names.facts.get(boundary.fact);
  const { side, value } = boundary;
  const head = lexicon.fact(boundary.fact);
  const than = valueIn(fact, value, lang);
  const phrase = (): string => {
    switch (side) {
      case "below":
        return fact?.type === "date"
          ? say(lang, `${head} est la veille du ${than}`, `${head} is the day before ${than}`)
          : say(lang, `${head} est tout juste au-dessous de ${than}`, `${head} is just below ${than}`);
      case "at":
        return fact?.type === "date"
          ? say(lang, `${head} est exactement le ${than}`, `${head} is exactly ${than}`)
          : say(lang, `${head} est exactement ${than}`, `${head} is exactly ${than}`);
      case "above":
        return fact?.type === "date"
          ? say(lang, `${head} est le lendemain du ${than}`, `${head} is the day after ${than}`)
          : say(lang, `${head} est tout juste au-dessus de ${than}`, `${head} is just above ${than}`);
      case "inside":
      case "outside":
        if (fact?.type === "boolean")
          return factLeafIn(lexicon, { fact: fact.id, operator: "equal", value: side === "inside" }, false);
        return factLeafIn(lexicon, leafOf(boundary, fact?.type === "set"), side === "outside");
      case "unknown":
        return say(lang, `${head} est inconnu`, `${head} is unknown`);
      default:
        return side satisfies never;
    }
  };
  return typeset(capitalised(`${phrase()}.`), lang);
}

function leafOf(
  { fact, value, every }: Pick<Boundary, "fact" | "value" | "every">,
  isSet: boolean,
): FactLeaf {
  const members = Array.isArray(value) ? (value as readonly (string | boolean)[]) : [];
  const [only, ...others] = members;
  if (only === undefined) return { fact, operator: "isNotEmpty" };
  if (others.length === 0) return { fact, operator: isSet ? "contains" : "equal", value: only };
  if (!isSet) return { fact, operator: "in", value: members };
  return { fact, operator: every === true ? "containsAll" : "containsAny", value: members };
}

/** A seeded fault as the change it is: what stood there, and what wrongly stands there. */
export function faultWords(fault: Fault, ruleSet: RuleSet, lang: Lang): ChangeWords {
  const faulty = applyFault(ruleSet, fault);
  const [change] = diffRuleSets(ruleSet, faulty);
  return change ? changeSentence(change, ruleSet, faulty, lang) : { title: fault.id, affected: [] };
}

/** A seeded fault in one go: « Changement : seuil « … » (valeur). Valeur : 16. » */
export function faultSentence(fault: Fault, ruleSet: RuleSet, lang: Lang): string {
  const { title, after } = faultWords(fault, ruleSet, lang);
  return after === undefined ? title : `${title} ${after}`;
}

/** The title of somebody who differs from a profile in one fact. */
export function nearTitle(
  ruleSet: RuleSet,
  { near, fact, sent }: { readonly near: Profile | undefined; readonly fact: string; readonly sent: unknown },
): Text {
  const title = (lang: Lang): string => {
    const lexicon = lexiconOf(ruleSet, lang);
    const changed = `${lexicon.fact(fact)}${say(lang, " :", ":")} ${sentIn(lexicon, fact, sent)}`;
    if (near === undefined)
      return typeset(
        say(lang, `Rien d’autre n’est connu; ${changed}`, `Nothing else is known; ${changed}`),
        lang,
      );
    const of = quote(textIn(near.title, lang), lang);
    return typeset(say(lang, `Comme ${of}, mais ${changed}`, `Like ${of}, but ${changed}`), lang);
  };
  return { fr: title("fr"), en: title("en") };
}

/** The title of a person that a proof found, whom no profile is like. */
export function foundTitle(): Text {
  return { fr: "Profil témoin trouvé par la preuve", en: "Witness profile found by the proof" };
}

/** Why a profile was made: the boundary it stands at, or the fault it would notice. */
export function whyMade(
  ruleSet: RuleSet,
  why: { readonly boundary: Pick<Boundary, "fact" | "side" | "value" | "every"> } | { readonly fault: Fault },
): Text {
  const words = (lang: Lang): string =>
    "boundary" in why
      ? boundarySentence(why.boundary, ruleSet, lang)
      : typeset(
          say(
            lang,
            `Remarquerait cette erreur : ${faultSentence(why.fault, ruleSet, lang)}`,
            `Would notice this fault: ${faultSentence(why.fault, ruleSet, lang)}`,
          ),
          lang,
        );
  return { fr: words("fr"), en: words("en") };
}
