// The phrase of one leaf: « renseignement » + operator + value. The same words stand in the slots of the editor, in
// sentences, in explanations and on paper.
import type { DraftCondition, FactLeaf, FactOperator } from "../model/condition.ts";
import type { FactType } from "../model/fact.ts";
import type { Lang } from "../model/text.ts";
import { listOf, say } from "./language.ts";
import { literalIn, type Lexicon } from "./lexicon.ts";

type Two = readonly [fr: string, en: string];

const words: Readonly<Record<FactOperator, Two>> = {
  equal: ["est", "is"],
  notEqual: ["n’est pas", "is not"],
  lessThan: ["est inférieur à", "is less than"],
  lessThanInclusive: ["est au plus", "is at most"],
  greaterThan: ["est supérieur à", "is more than"],
  greaterThanInclusive: ["est au moins", "is at least"],
  in: ["est l’une de ces réponses\u00a0:", "is one of these answers:"],
  notIn: ["n’est aucune de ces réponses\u00a0:", "is none of these answers:"],
  contains: ["comprend", "includes"],
  doesNotContain: ["ne comprend pas", "does not include"],
  containsAny: ["comprend au moins un de ces éléments\u00a0:", "includes at least one of these:"],
  containsNone: ["ne comprend aucun de ces éléments\u00a0:", "includes none of these:"],
  containsAll: ["comprend tous ces éléments\u00a0:", "includes all of these:"],
  isEmpty: ["ne comprend aucun élément", "includes no item"],
  isNotEmpty: ["comprend au moins un élément", "includes at least one item"],
  isKnown: ["est connu", "is known"],
  isUnknown: ["est inconnu", "is unknown"],
};

const dateWords: Partial<Readonly<Record<FactOperator, Two>>> = {
  equal: ["est le", "is"],
  notEqual: ["n’est pas le", "is not"],
  lessThan: ["est avant le", "is before"],
  lessThanInclusive: ["est au plus tard le", "is no later than"],
  greaterThan: ["est après le", "is after"],
  greaterThanInclusive: ["est au plus tôt le", "is no earlier than"],
};

/** The operator in words, as it stands between a fact and a value: `est au moins`, `comprend`. */
export function operatorIn(operator: FactOperator, type: FactType | undefined, lang: Lang): string {
  const [fr, en] = (type === "date" ? dateWords[operator] : undefined) ?? words[operator];
  return say(lang, fr, en);
}

// Negations are read pushed down to the leaf (SPEC.md V4), so a negated operator is called by its opposite.
const opposites: Readonly<Record<FactOperator, FactOperator | Two>> = {
  equal: "notEqual",
  notEqual: "equal",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
  in: "notIn",
  notIn: "in",
  contains: "doesNotContain",
  doesNotContain: "contains",
  containsAny: "containsNone",
  containsNone: "containsAny",
  containsAll: ["ne comprend pas tous ces éléments\u00a0:", "does not include all of these:"],
  isEmpty: "isNotEmpty",
  isNotEmpty: "isEmpty",
  isKnown: ["n’est pas connu", "is not known"],
  isUnknown: ["n’est pas inconnu", "is not unknown"],
};

/** The operator that says the contrary; undefined where only a negation does. */
export function oppositeOf(operator: FactOperator): FactOperator | undefined {
  const opposite = opposites[operator];
  return typeof opposite === "string" ? opposite : undefined;
}

/** The negated operator in words. */
export function negatedOperatorIn(operator: FactOperator, type: FactType | undefined, lang: Lang): string {
  const opposite = opposites[operator];
  return typeof opposite === "string" ? operatorIn(opposite, type, lang) : say(lang, ...opposite);
}

/** A fact leaf, or its negation, as a phrase. */
export function factLeafIn(lexicon: Lexicon, leaf: FactLeaf, negated: boolean): string {
  return `${lexicon.fact(leaf.fact)} ${factTestIn(lexicon, leaf, negated)}`;
}

/** The same without the fact, as it stands in a column of its own. */
export function factTestIn(lexicon: Lexicon, leaf: FactLeaf, negated: boolean): string {
  const fact = lexicon.names.facts.get(leaf.fact);
  const { lang } = lexicon;
  const operator = negated
    ? negatedOperatorIn(leaf.operator, fact?.type, lang)
    : operatorIn(leaf.operator, fact?.type, lang);
  const link = leaf.operator === "containsAll" ? "and" : "or";
  const value = leaf.value === undefined ? "" : ` ${literalIn(lexicon, fact, leaf.value, link)}`;
  return `${operator}${value}`;
}

/** A leaf on an earlier decision, or its negation: what that decision can only be, or which state it is in. */
export function decisionLeafIn(
  lexicon: Lexicon,
  leaf: Extract<DraftCondition, { decision: string }>,
  negated: boolean,
): string {
  const title = lexicon.decision(leaf.decision);
  const { lang } = lexicon;
  const subject = "state" in leaf ? say(lang, `la réponse à ${title}`, `the answer to ${title}`) : title;
  return `${subject} ${decisionTestIn(lexicon, leaf, negated)}`;
}

/** The same without the decision, as it stands in a column of its own. */
export function decisionTestIn(
  lexicon: Lexicon,
  leaf: Extract<DraftCondition, { decision: string }>,
  negated: boolean,
): string {
  const { lang } = lexicon;
  const states = "state" in leaf ? leaf.state : typeof leaf.value === "string" ? [leaf.value] : leaf.value;
  const labels = states.map((state) => lexicon.state(leaf.decision, state));
  const list = "state" in leaf ? labels.length > 1 : leaf.operator === "in";
  const operator = list ? (negated ? "notIn" : "in") : negated ? "notEqual" : "equal";
  return `${operatorIn(operator, undefined, lang)} ${listOf(labels, lang, "or")}`;
}
