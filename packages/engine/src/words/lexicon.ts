// The words of one rule set in one language: how its facts, values, decisions and outcomes are called in a sentence.
// A name the document does not declare is quoted as it stands, so that a finding about it can still be worded.
import type { Literal } from "../model/condition.ts";
import type { Fact } from "../model/fact.ts";
import type { DraftRuleSet, RuleSet } from "../model/rule-set.ts";
import type { Lang, Text } from "../model/text.ts";
import { namesOf, type Names } from "../model/typing/index.ts";
import { dateIn, listOf, quantityIn, quote, say, textIn } from "./language.ts";

/** How a sentence is to be made, beside its language. */
export interface Style {
  readonly lang: Lang;
  /** Say in brackets what a named condition stands for. */
  readonly definitions?: boolean;
  /** `property`: conditions are two-valued, so that a negation also holds when nothing is known. */
  readonly reading?: "criterion" | "property";
}

export interface Lexicon extends Style {
  readonly names: Names;
  /** The quoted label of a fact. */
  fact(id: string): string;
  /** The quoted title of a decision. */
  decision(id: string): string;
  /** The quoted label of an outcome or of a computed state. */
  state(decision: string, state: string): string;
  /** The quoted label of a named condition. */
  condition(id: string): string;
  /** The quoted label of a parameter. */
  parameter(id: string): string;
  /** A text of the document, quoted; a placeholder while it is empty. */
  text(text: Text | undefined): string;
}

export type Wordable = RuleSet | DraftRuleSet;

export function lexiconOf(ruleSet: Wordable, style: Lang | Style): Lexicon {
  const names = namesOf(ruleSet);
  const s = typeof style === "string" ? { lang: style } : style;
  const { lang } = s;
  const quoted = (text: Text | undefined, id: string): string =>
    quote(text === undefined ? id : textIn(text, lang) || say(lang, "sans libellé", "unnamed"), lang);
  return {
    ...s,
    names,
    fact: (id) => quoted(names.facts.get(id)?.label, id),
    condition: (id) => quoted(names.conditions.get(id)?.label, id),
    parameter: (id) => quoted(names.parameters.get(id)?.label, id),
    decision: (id) => quoted(names.decisions.get(id)?.decision.title, id),
    state(id, state) {
      const decision = names.decisions.get(id)?.decision;
      if (state === "@undetermined" || state === "@safety-unknown") {
        const computed = decision?.states?.[state].label;
        return computed && textIn(computed, lang) !== ""
          ? quoted(computed, state)
          : quote(computedName(state, lang), lang);
      }
      return quoted(decision?.outcomes.find((o) => o.id === state)?.label, state);
    },
    text: (text) => quoted(text, say(lang, "sans libellé", "unnamed")),
  };
}

function computedName(state: "@undetermined" | "@safety-unknown", lang: Lang): string {
  return state === "@undetermined"
    ? say(lang, "Renseignements à compléter", "More information needed")
    : say(lang, "Sécurité à vérifier", "Safety to be checked");
}

/** One value of a fact in words: `oui`, `18 ans`, `« Idées passives »`, `22 novembre 2026`. */
export function valueIn(fact: Fact | undefined, value: unknown, lang: Lang): string {
  if (typeof value === "boolean") return value ? say(lang, "oui", "yes") : say(lang, "non", "no");
  if (typeof value === "number") return quantityIn(value, fact?.unit, lang);
  if (Array.isArray(value)) {
    const members = value.map((member) => valueIn(fact, member, lang));
    return members.length === 0 ? say(lang, "aucun élément", "no item") : listOf(members, lang, "and");
  }
  if (typeof value !== "string") return quote(String(value), lang);
  if (fact?.type === "date") return dateIn(value, lang);
  const member = fact?.values?.find((v) => v.id === value);
  if (!member && value.trim() === "") return say(lang, "(vide)", "(empty)");
  return quote(member ? textIn(member.label, lang) || say(lang, "sans libellé", "unnamed") : value, lang);
}

/** The literal of a leaf in words; a parameter is shown as its value, followed by its label. */
export function literalIn(
  lexicon: Lexicon,
  fact: Fact | undefined,
  literal: Literal,
  link: "and" | "or" = "or",
): string {
  const { lang, names } = lexicon;
  if (typeof literal === "object" && "parameter" in literal) {
    const parameter = names.parameters.get(literal.parameter);
    const named = say(
      lang,
      `seuil ${lexicon.parameter(literal.parameter)}`,
      `threshold ${lexicon.parameter(literal.parameter)}`,
    );
    return parameter ? `${valueIn(fact, parameter.value, lang)} (${named})` : `(${named})`;
  }
  if (typeof literal !== "object") return valueIn(fact, literal, lang);
  const values = literal.map((value) => valueIn(fact, value, lang));
  return listOf(values, lang, link);
}
