// What an app in use lacks for a new rule set, as a sentence for whoever publishes it.
import type { ConsumerLack } from "../diff/index.ts";
import type { Lang } from "../model/text.ts";
import { listOf, quote, say, typeset } from "./language.ts";
import { lexiconOf, valueIn, type Wordable } from "./lexicon.ts";

/** « Clinique A » (canal production) n’envoie pas encore « Pensées » : ce sera inconnu pour les personnes qu’elle sert. */
export function consumerLackSentence(lack: ConsumerLack, ruleSet: Wordable, lang: Lang): string {
  return typeset(`${sentence(lack, ruleSet, lang)}.`, lang);
}

function sentence(
  { name, channel, kind, of = "", ids }: ConsumerLack,
  ruleSet: Wordable,
  lang: Lang,
): string {
  const lexicon = lexiconOf(ruleSet, lang);
  const app = channel === null ? quote(name, lang) : `${quote(name, lang)} (${channelIn(channel, lang)})`;
  const list = (words: readonly string[]): string => listOf(words, lang, "and");
  const facts = list(ids.map((id) => lexicon.fact(id)));
  switch (kind) {
    case "facts":
      return say(
        lang,
        `${app} n’envoie pas encore ${facts} : ce sera inconnu pour les personnes qu’elle sert`,
        `${app} does not send ${facts} yet: it will be unknown for the people it serves`,
      );
    case "facts-unsaid":
      return say(
        lang,
        `${app} n’a jamais dit ce qu’elle envoie : vérifiez auprès de ses responsables qu’elle enverra ${facts}`,
        `${app} has never said what it sends: check with those responsible for it that it will send ${facts}`,
      );
    case "values": {
      const fact = lexicon.names.facts.get(of);
      const values = list(ids.map((id) => valueIn(fact, id, lang)));
      return say(
        lang,
        `${app} n’offre peut-être pas encore, pour ${lexicon.fact(of)}, la réponse ${values}`,
        `${app} may not offer, for ${lexicon.fact(of)}, the answer ${values} yet`,
      );
    }
    case "outcomes": {
      const outcomes = list(ids.map((id) => lexicon.state(of, id)));
      return say(
        lang,
        `${app} ne sait peut-être pas encore montrer, pour ${lexicon.decision(of)}, l’orientation ${outcomes}`,
        `${app} may not know how to show, for ${lexicon.decision(of)}, the outcome ${outcomes} yet`,
      );
    }
    default:
      return kind satisfies never;
  }
}

function channelIn(channel: string, lang: Lang): string {
  return say(lang, `canal ${channel === "preview" ? "d’essai" : `de ${channel}`}`, `channel ${channel}`);
}
