// A safety property as the sentence its claim makes, to stand beside the author's own statement. Conditions are read
// two-valued here, and the sentence says so: « il n’est pas établi que … ».
import type { Claim } from "../model/property.ts";
import type { Condition } from "../model/condition.ts";
import type { Lang } from "../model/text.ts";
import { conditionSentence } from "./condition.ts";
import { ifIn } from "./criterion.ts";
import { capitalised, listOf, say, typeset } from "./language.ts";
import { lexiconOf, valueIn, type Lexicon, type Style, type Wordable } from "./lexicon.ts";

/** The sentence of a claim, with its full stop. */
export function claimSentence(claim: Claim, ruleSet: Wordable, lang: Lang): string {
  const style: Style = { lang, reading: "property" };
  const lexicon = lexiconOf(ruleSet, style);
  const condition = (c: Condition): string => conditionSentence(c, ruleSet, style);
  return typeset(capitalised(`${sentence(claim, lexicon, condition)}.`), lang);
}

function sentence(claim: Claim, lexicon: Lexicon, condition: (c: Condition) => string): string {
  const { lang } = lexicon;
  const answer = say(
    lang,
    `la réponse à ${lexicon.decision(claim.decision)}`,
    `the answer to ${lexicon.decision(claim.decision)}`,
  );
  switch (claim.kind) {
    case "implies":
      return `${given(claim.given, lang, condition)}, ${statesIn(claim, lexicon, "always")}`;
    case "never":
      return `${given(claim.given, lang, condition)}, ${statesIn(claim, lexicon, "never")}`;
    case "requires": {
      const clause = ifIn(condition(claim.condition), lang);
      return say(
        lang,
        `${statesIn(claim, lexicon)} que ${clause}`,
        `${statesIn(claim, lexicon)} only ${clause}`,
      );
    }
    case "monotone": {
      const change = worsening(claim, lexicon);
      return say(
        lang,
        `quand ${change}, le reste étant égal, ${answer} ne devient jamais moins prudente`,
        `when ${change}, all else being equal, ${answer} never becomes less cautious`,
      );
    }
    case "independent": {
      const to = claim.facts.map((f) => say(lang, `à ${lexicon.fact(f)}`, `to ${lexicon.fact(f)}`));
      return say(
        lang,
        `${answer} reste la même, quelle que soit la réponse ${listOf(to, lang, "and")}`,
        `${answer} stays the same, whatever the answer ${listOf(to, lang, "and")}`,
      );
    }
    case "benignWhenUnknown": {
      const fact = lexicon.names.facts.get(claim.fact);
      const value = valueIn(fact, claim.value, lang);
      const set = Array.isArray(claim.value);
      return say(
        lang,
        `tant que ${lexicon.fact(claim.fact)} est simplement inconnu (non demandé, refus de répondre ou réponse non connue), ` +
          `${answer} est la même que si ${lexicon.fact(claim.fact)} ${set ? "comprenait" : "était"} ${value}`,
        `while ${lexicon.fact(claim.fact)} is simply unknown (not asked, declined or not known), ` +
          `${answer} is the same as if ${lexicon.fact(claim.fact)} ${set ? "included" : "were"} ${value}`,
      );
    }
    default:
      return claim satisfies never;
  }
}

function given(condition: Condition, lang: Lang, words: (c: Condition) => string): string {
  return "always" in condition
    ? say(lang, "dans tous les cas", "in every case")
    : ifIn(words(condition), lang);
}

/**
 * The decision and the states a claim names: « la réponse à … est toujours l’une de … », « … ne comprend jamais … »; without
 * `how`, the beginning of what is so only under a condition.
 */
function statesIn(
  claim: Extract<Claim, { states: unknown }>,
  lexicon: Lexicon,
  how?: "always" | "never",
): string {
  const { lang } = lexicon;
  const many = lexicon.names.decisions.get(claim.decision)?.decision.kind === "many";
  const title = lexicon.decision(claim.decision);
  const subject = many ? title : say(lang, `la réponse à ${title}`, `the answer to ${title}`);
  const object = objectIn(
    claim.states.map((state) => lexicon.state(claim.decision, state)),
    { many, never: how === "never", lang },
  );
  if (lang === "en") {
    if (how !== undefined) return `${subject} ${many ? `${how} includes` : `is ${how}`} ${object}`;
    return `${subject} ${many ? "includes" : "is"} ${object}`;
  }
  if (how === "always") return `${subject} ${many ? "comprend" : "est"} toujours ${object}`;
  return `${subject} ${many ? "ne comprend" : "n’est"} ${how === "never" ? "jamais " : ""}${object}`;
}

function objectIn(
  labels: readonly string[],
  { many, never, lang }: { readonly many: boolean; readonly never: boolean; readonly lang: Lang },
): string {
  const list = listOf(labels, lang, "or");
  if (labels.length === 1) return list;
  if (!many) return say(lang, `l’une de ces réponses (${list})`, `one of these answers (${list})`);
  return never
    ? say(lang, `aucun de ces éléments (${list})`, `any of these (${list})`)
    : say(lang, `au moins un de ces éléments (${list})`, `at least one of these (${list})`);
}

function worsening(claim: Extract<Claim, { kind: "monotone" }>, lexicon: Lexicon): string {
  const { lang } = lexicon;
  const declared = lexicon.names.facts.get(claim.fact);
  const subject = lexicon.fact(claim.fact);
  if (typeof claim.order !== "string") {
    const [first = "", second = "", ...rest] = claim.order.map((value) => valueIn(declared, value, lang));
    const further = rest.map((value) => say(lang, `, puis à ${value}`, `, then to ${value}`)).join("");
    return say(
      lang,
      `${subject} passe de ${first} à ${second}${further}`,
      `${subject} goes from ${first} to ${second}${further}`,
    );
  }
  const up = claim.order === "ascending";
  if (declared?.type === "date") {
    return up
      ? say(lang, `${subject} est plus tard`, `${subject} is later`)
      : say(lang, `${subject} est plus tôt`, `${subject} is earlier`);
  }
  return up
    ? say(lang, `${subject} augmente`, `${subject} rises`)
    : say(lang, `${subject} diminue`, `${subject} falls`);
}
