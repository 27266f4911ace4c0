// The words of a decision table: what heads a column, and a test without what it is about, which the column says.
import type { TableTest, Column } from "../table/index.ts";
import type { Lang, Text } from "../model/text.ts";
import { say, textIn, typeset } from "./language.ts";
import { decisionTestIn, factTestIn, operatorIn } from "./leaf.ts";
import { lexiconOf, type Wordable } from "./lexicon.ts";

/** What a column is about. */
export function columnHeading({ kind, id }: Column, ruleSet: Wordable, lang: Lang): string {
  const lexicon = lexiconOf(ruleSet, lang);
  switch (kind) {
    case "fact":
      return plain(lexicon.names.facts.get(id)?.label, id, lang);
    case "condition":
      return typeset(
        say(lang, `Condition ${lexicon.condition(id)}`, `Condition ${lexicon.condition(id)}`),
        lang,
      );
    case "decision":
      return plain(lexicon.names.decisions.get(id)?.decision.title, id, lang);
    case "answer":
      return typeset(
        say(lang, `Réponse à ${lexicon.decision(id)}`, `Answer to ${lexicon.decision(id)}`),
        lang,
      );
    default:
      return kind satisfies never;
  }
}

function plain(text: Text | undefined, id: string, lang: Lang): string {
  return typeset((text && textIn(text, lang)) || id, lang);
}

/** A test in its column: `est au moins 10`, `est remplie`. */
export function testWords({ node }: Pick<TableTest, "node">, ruleSet: Wordable, lang: Lang): string {
  const lexicon = lexiconOf(ruleSet, lang);
  const [leaf, negated] = "not" in node ? [node.not, true] : [node, false];
  const words = (): string => {
    if ("fact" in leaf) return factTestIn(lexicon, leaf, negated);
    if ("decision" in leaf) return decisionTestIn(lexicon, leaf, negated);
    if ("condition" in leaf)
      return negated ? say(lang, "n’est pas remplie", "is not met") : say(lang, "est remplie", "is met");
    const operator = "hole" in leaf ? leaf.hole.operator : undefined;
    const fact =
      "hole" in leaf && leaf.hole.fact !== undefined ? lexicon.names.facts.get(leaf.hole.fact) : undefined;
    const test = operator === undefined ? "" : `${operatorIn(operator, fact?.type, lang)} `;
    return `${test}${say(lang, "(à compléter)", "(to be completed)")}`;
  };
  return typeset(words(), lang);
}
