// How a result differs from what was expected of a profile, in words, and the names of states and outcomes.
import type { Difference } from "../simulate/index.ts";
import type { Lang, Text } from "../model/text.ts";
import { criteriaIn } from "./criterion.ts";
import { capitalised, listOf, quote, say, typeset } from "./language.ts";
import { lexiconOf, type Lexicon, type Wordable } from "./lexicon.ts";

/** The label of an outcome or a computed state, without quotation marks. */
export function stateLabel(decision: string, state: string, ruleSet: Wordable, lang: Lang): string {
  return lexiconOf(ruleSet, lang)
    .state(decision, state)
    .replaceAll(/^[«“]\s*|\s*[»”]$/gu, "");
}

const shortComputed: Readonly<Record<string, Text>> = {
  "@undetermined": { fr: "À compléter", en: "To complete" },
  "@safety-unknown": { fr: "Sécurité à vérifier", en: "Check safety" },
};

/** A word or two for a computed state, where cells and badges have no room for its label; absent for an outcome. */
export function shortComputedState(state: string, lang: Lang): string | undefined {
  return shortComputed[state]?.[lang];
}

/** One difference as a sentence: what was expected, and what was obtained. */
export function differenceSentence(difference: Difference, ruleSet: Wordable, lang: Lang): string {
  return typeset(capitalised(`${sentence(difference, lexiconOf(ruleSet, lang))}.`), lang);
}

function sentence(d: Difference, lexicon: Lexicon): string {
  const { lang } = lexicon;
  switch (d.kind) {
    case "state": {
      const [wanted, got] = [lexicon.state(d.decision, d.expected), lexicon.state(d.decision, d.obtained)];
      return say(
        lang,
        `${lexicon.decision(d.decision)} : attendu ${wanted}, obtenu ${got}`,
        `${lexicon.decision(d.decision)}: expected ${wanted}, obtained ${got}`,
      );
    }
    case "outcomes": {
      const part = {
        suggested: say(lang, "suggestions", "suggestions"),
        undetermined: say(lang, "réponses en suspens", "undecided answers"),
        withheld: say(lang, "réponses retenues", "withheld answers"),
      }[d.part];
      const head = `${lexicon.decision(d.decision)}, ${part}`;
      return listsIn(
        head,
        d.absent.map((o) => lexicon.state(d.decision, o)),
        d.extra.map((o) => lexicon.state(d.decision, o)),
        lang,
      );
    }
    case "list":
      if (d.part === "fired") {
        const named = (ids: readonly string[]): readonly string[] =>
          ids.length === 0 ? [] : [criteriaIn(ids, lang)];
        return listsIn(say(lang, "critères vrais", "true criteria"), named(d.absent), named(d.extra), lang);
      }
      if (d.part === "problems") {
        const named = (keys: readonly string[]): readonly string[] =>
          keys.map((key) => problemIn(key, lexicon));
        return listsIn(
          say(lang, "problèmes signalés", "problems reported"),
          named(d.absent),
          named(d.extra),
          lang,
        );
      }
      return listsIn(
        {
          missing: say(lang, "renseignements à demander", "facts to ask"),
          unverified: say(lang, "renseignements non vérifiés", "facts not verified"),
          assumed: say(lang, "valeurs supposées", "assumed values"),
        }[d.part],
        d.absent.map((f) => lexicon.fact(f)),
        d.extra.map((f) => lexicon.fact(f)),
        lang,
      );
    case "no-such-decision":
      return say(
        lang,
        `le profil attend une réponse à ${lexicon.decision(d.decision)}, que ce jeu de critères ne donne pas sous cette forme`,
        `the profile expects an answer to ${lexicon.decision(d.decision)}, which this rule set does not give in that form`,
      );
    default:
      return d satisfies never;
  }
}

function listsIn(head: string, absent: readonly string[], extra: readonly string[], lang: Lang): string {
  const parts = [
    ...(absent.length === 0
      ? []
      : [say(lang, `il manque ${listOf(absent, lang, "and")}`, `missing ${listOf(absent, lang, "and")}`)]),
    ...(extra.length === 0
      ? []
      : [
          say(
            lang,
            `il y a en trop ${listOf(extra, lang, "and")}`,
            `unexpected ${listOf(extra, lang, "and")}`,
          ),
        ]),
  ];
  return `${head}${say(lang, " :", ":")} ${parts.join("; ")}`;
}

function problemIn(key: string, lexicon: Lexicon): string {
  const at = key.lastIndexOf(":");
  const [fact, code] = [key.slice(0, at), key.slice(at + 1)];
  return code === "invalid"
    ? `${lexicon.fact(fact)} (${say(lexicon.lang, "réponse impossible", "impossible answer")})`
    : `${quote(fact, lexicon.lang)} (${say(lexicon.lang, "hors vocabulaire", "not in the vocabulary")})`;
}
