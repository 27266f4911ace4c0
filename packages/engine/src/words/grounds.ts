// What a verdict rests on, in words: the leaves that made a traced condition true, false or unknown.
import type { DecisionNode, FactNode, TraceNode } from "../evaluate/index.ts";
import type { FactOperator } from "../model/condition.ts";
import { listOf, say } from "./language.ts";
import { decisionLeafIn, factLeafIn } from "./leaf.ts";
import { literalIn, type Lexicon } from "./lexicon.ts";
import { knownIn } from "./reasons.ts";

/** The clauses a node's verdict rests on, each once, in the order of the condition. */
export function groundsOf(node: TraceNode, lexicon: Lexicon): readonly string[] {
  return [...new Set(clausesOf(node, lexicon))];
}

/** Several clauses as one: « a, et b »; from three on, with semicolons, since clauses have commas of their own. */
export function clausesIn(clauses: readonly string[], lexicon: Lexicon): string {
  if (clauses.length === 2) return clauses.join(say(lexicon.lang, ", et ", ", and "));
  return clauses.join("; ");
}

function clausesOf(node: TraceNode, lexicon: Lexicon): readonly string[] {
  const { lang } = lexicon;
  switch (node.kind) {
    case "all":
    case "any":
    case "atLeast":
      return node.children
        .filter((child) => child.verdict === node.verdict)
        .flatMap((child) => clausesOf(child, lexicon));
    case "condition": {
      const inner = clausesIn([...new Set(clausesOf(node.child, lexicon))], lexicon);
      if (node.verdict === "unknown") return [inner];
      const met = (node.verdict === "true") !== node.negated;
      const name = lexicon.condition(node.id);
      return [
        met
          ? say(
              lang,
              `la condition ${name} est remplie (${inner})`,
              `the condition ${name} is met (${inner})`,
            )
          : say(
              lang,
              `la condition ${name} n’est pas remplie (${inner})`,
              `the condition ${name} is not met (${inner})`,
            ),
      ];
    }
    case "fact":
      return [factClause(node, lexicon)];
    case "state":
      return [
        say(
          lang,
          `${lexicon.decision(node.decision)} est ${lexicon.state(node.decision, node.actual)}`,
          `${lexicon.decision(node.decision)} is ${lexicon.state(node.decision, node.actual)}`,
        ),
      ];
    case "decision":
      return [decisionClause(node, lexicon)];
    case "always":
      return [say(lang, "ce critère vaut pour tout le monde", "this criterion holds for everybody")];
    default:
      return node satisfies never;
  }
}

function decisionClause(node: DecisionNode, lexicon: Lexicon): string {
  const { lang } = lexicon;
  const labels = node.possible.map((state) => lexicon.state(node.decision, state));
  const title = lexicon.decision(node.decision);
  const list = listOf(labels, lang, "or");
  if (labels.length === 1) return say(lang, `${title} est ${list}`, `${title} is ${list}`);
  if (node.verdict === "unknown")
    return say(lang, `${title} peut encore être ${list}`, `${title} can still be ${list}`);
  // Several outcomes are still possible, all on the same side of the test: the side is what counts.
  const holds = (node.verdict === "true") !== node.negated;
  return decisionLeafIn(
    lexicon,
    { decision: node.decision, operator: node.value.length > 1 ? "in" : "equal", value: node.value },
    !holds,
  );
}

const bare: Partial<Readonly<Record<FactOperator, readonly [fr: string, en: string]>>> = {
  lessThan: ["moins de", "less than"],
  lessThanInclusive: ["au plus", "at most"],
  greaterThan: ["plus de", "more than"],
  greaterThanInclusive: ["au moins", "at least"],
};
const opposite: Partial<Readonly<Record<FactOperator, FactOperator>>> = {
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
};

function factClause(node: FactNode, lexicon: Lexicon): string {
  const { lang } = lexicon;
  const known = knownIn(lexicon, node.fact, node.person);
  const fact = lexicon.names.facts.get(node.fact);
  if ("unknown" in node.person || node.verdict === "unknown" || node.value === undefined) return known;
  if (node.person.assumed === true) return known;
  const holds = (node.verdict === "true") !== node.negated;
  // What a set has or lacks is said by the leaf itself: its whole content would hide the point.
  if (fact?.type === "set")
    return factLeafIn(lexicon, { fact: node.fact, operator: node.operator, value: node.value }, !holds);
  const operator = holds ? node.operator : opposite[node.operator];
  const words = operator === undefined ? undefined : bare[operator];
  if (words === undefined || fact?.type === "date") return known;
  const literal = literalIn(
    lexicon,
    fact,
    node.parameter === undefined ? node.value : { parameter: node.parameter },
  );
  return say(lang, `${known}, soit ${words[0]} ${literal}`, `${known}, that is, ${words[1]} ${literal}`);
}
