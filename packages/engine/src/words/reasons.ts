// Why a fact is unknown, and what is known of it, in a few words.
import type { Known } from "../evaluate/index.ts";
import type { UnknownReason } from "../model/result.ts";
import type { Lang } from "../model/text.ts";
import { listOf, say } from "./language.ts";
import { valueIn, type Lexicon } from "./lexicon.ts";

const reasons: Readonly<Record<UnknownReason, readonly [fr: string, en: string]>> = {
  "not-asked": ["non demandé", "not asked"],
  declined: ["refus de répondre", "declined"],
  "not-known": ["réponse non connue", "not known"],
  stale: ["périmé", "out of date"],
  invalid: ["réponse impossible", "impossible answer"],
  incomplete: ["incomplet", "incomplete"],
};

/** Why a fact is unknown: « non demandé », « refus de répondre », « périmé ». */
export function reasonIn(reason: UnknownReason, lang: Lang): string {
  return say(lang, ...reasons[reason]);
}

/** What to do about an unknown fact, as a short instruction. */
export function remedyIn(reason: UnknownReason, lang: Lang): string {
  switch (reason) {
    case "not-asked":
    case "not-known":
      return say(lang, "à demander", "to be asked");
    case "declined":
      return say(lang, "à redemander au moment opportun", "to be asked again at a suitable time");
    case "stale":
      return say(lang, "à redemander", "to be asked again");
    case "invalid":
      return say(lang, "à corriger", "to be corrected");
    case "incomplete":
      return say(lang, "à compléter", "to be completed");
    default:
      return reason satisfies never;
  }
}

/** A fact and what is known of it: « Âge » est 17 ans; « Âge » est inconnu (non demandé). */
export function knownIn(lexicon: Lexicon, fact: string, known: Known): string {
  const { lang } = lexicon;
  const declared = lexicon.names.facts.get(fact);
  const subject = lexicon.fact(fact);
  if ("unknown" in known) {
    return say(
      lang,
      `${subject} est inconnu (${reasonIn(known.unknown, lang)})`,
      `${subject} is unknown (${reasonIn(known.unknown, lang)})`,
    );
  }
  const said = valueIn(declared, known.value, lang);
  const value = declared?.type === "date" ? say(lang, `le ${said}`, said) : said;
  if (known.assumed === true) {
    return say(
      lang,
      `${subject} est tenu pour ${value}, faute de réponse`,
      `${subject} is taken as ${value}, for want of an answer`,
    );
  }
  if (declared?.type !== "set") return say(lang, `${subject} est ${value}`, `${subject} is ${value}`);
  const empty = Array.isArray(known.value) && known.value.length === 0;
  const phrase = empty
    ? say(lang, `${subject} ne comprend aucun élément`, `${subject} includes no item`)
    : say(lang, `${subject} comprend ${value}`, `${subject} includes ${value}`);
  if (known.unasked === undefined) return phrase;
  const unasked = listOf(
    known.unasked.map((member) => valueIn(declared, member, lang)),
    lang,
    "and",
  );
  return `${phrase} (${say(lang, `sans réponse sur ${unasked}`, `with no answer on ${unasked}`)})`;
}

/** A fact with the reason it is unknown in brackets. */
export function factWithReason(lexicon: Lexicon, fact: string, known: Known | undefined): string {
  if (known === undefined) return lexicon.fact(fact);
  if ("unknown" in known) return `${lexicon.fact(fact)} (${reasonIn(known.unknown, lexicon.lang)})`;
  return `${lexicon.fact(fact)} (${reasonIn("incomplete", lexicon.lang)})`;
}
