// Conditions as sentences and as outlines with group headings. Both are made from the document each time they are
// shown, never stored beside it.
import { childrenOf, type DraftCondition } from "../model/condition.ts";
import type { Path } from "../model/diagnostic.ts";
import type { Lang } from "../model/text.ts";
import { capitalised, quote, say, typeset } from "./language.ts";
import { decisionLeafIn, factLeafIn, operatorIn } from "./leaf.ts";
import { lexiconOf, type Lexicon, type Style, type Wordable } from "./lexicon.ts";

/** A condition as a nested list: headings of groups, and phrases of leaves, each with its place in the condition. */
export interface ConditionPhrase {
  readonly kind: "group" | "leaf" | "named" | "hole";
  readonly text: string;
  readonly at: Path;
  /** The members of a group; of a named condition, its definition where the style asks for it. */
  readonly children: readonly ConditionPhrase[];
}

/** The same, flat: one line to show at a depth. */
export interface ConditionLine extends Omit<ConditionPhrase, "children"> {
  readonly depth: number;
}

/** A condition as one sentence without a full stop, its first letter small where it has one. */
export function conditionSentence(condition: DraftCondition, ruleSet: Wordable, style: Lang | Style): string {
  const lexicon = lexiconOf(ruleSet, style);
  return typeset(inline(lexicon, condition, "top", []), lexicon.lang);
}

/** A condition as a nested list with headings such as « Toutes ces conditions ». */
export function conditionPhrases(
  condition: DraftCondition,
  ruleSet: Wordable,
  style: Lang | Style,
): ConditionPhrase {
  return phrase(lexiconOf(ruleSet, style), condition, [], []);
}

/** The outline of a condition, line by line. */
export function conditionLines(
  condition: DraftCondition,
  ruleSet: Wordable,
  style: Lang | Style,
): readonly ConditionLine[] {
  const lines = (p: ConditionPhrase, depth: number): readonly ConditionLine[] => [
    { kind: p.kind, text: p.text, at: p.at, depth },
    ...p.children.flatMap((child) => lines(child, depth + 1)),
  ];
  return lines(conditionPhrases(condition, ruleSet, style), 0);
}

type Group = "all" | "any" | "none" | "not-all" | "at-least" | "fewer-than";

interface GroupView {
  readonly group: Group;
  readonly count: number;
  readonly members: readonly { readonly at: Path; readonly node: DraftCondition }[];
}

/** A node seen as a group with a heading of its own; a negated group is one group, not a negation of one. */
function groupView(node: DraftCondition): GroupView | undefined {
  const negated = "not" in node;
  const inner: DraftCondition = "not" in node ? node.not : node;
  const view = (group: Group, count = 0): GroupView => ({
    group,
    count,
    members: childrenOf(inner).map((child) => ({
      at: negated ? ["not", ...child.at] : child.at,
      node: child.node,
    })),
  });
  if ("all" in inner) return view(negated ? "not-all" : "all");
  if ("any" in inner) return view(negated ? "none" : "any");
  if ("atLeast" in inner) return view(negated ? "fewer-than" : "at-least", inner.atLeast.count);
  return undefined;
}

/** The heading of a group as it stands above its members. */
function headingOf(view: GroupView, lang: Lang): string {
  const of = view.members.length;
  switch (view.group) {
    case "all":
      return say(lang, "Toutes ces conditions", "All of these conditions");
    case "any":
      return say(lang, "Au moins une de ces conditions", "At least one of these conditions");
    case "none":
      return say(lang, "Aucune de ces conditions", "None of these conditions");
    case "not-all":
      return say(lang, "Pas toutes ces conditions à la fois", "Not all of these conditions at once");
    case "at-least":
      return say(
        lang,
        `Au moins ${view.count} de ces ${of} conditions`,
        `At least ${view.count} of these ${of} conditions`,
      );
    case "fewer-than":
      return say(
        lang,
        `Moins de ${view.count} de ces ${of} conditions`,
        `Fewer than ${view.count} of these ${of} conditions`,
      );
    default:
      return view.group satisfies never;
  }
}

/** The same at the head of a sentence, with its verb. */
function openingOf(view: GroupView, lexicon: Lexicon): string {
  const { lang } = lexicon;
  const of = view.members.length;
  switch (view.group) {
    case "all":
      return say(lang, "toutes ces conditions sont remplies", "all of these conditions are met");
    case "any":
      return say(
        lang,
        "au moins une de ces conditions est remplie",
        "at least one of these conditions is met",
      );
    case "none":
      return lexicon.reading === "property"
        ? say(lang, "aucune de ces conditions n’est établie", "none of these conditions is established")
        : say(lang, "aucune de ces conditions n’est remplie", "none of these conditions is met");
    case "not-all":
      return say(lang, "ces conditions ne sont pas toutes remplies", "these conditions are not all met");
    case "at-least":
      return say(
        lang,
        `au moins ${view.count} de ces ${of} conditions ${view.count > 1 ? "sont remplies" : "est remplie"}`,
        `at least ${view.count} of these ${of} conditions ${view.count > 1 ? "are" : "is"} met`,
      );
    case "fewer-than":
      return say(
        lang,
        `moins de ${view.count} de ces ${of} conditions sont remplies`,
        `fewer than ${view.count} of these ${of} conditions are met`,
      );
    default:
      return view.group satisfies never;
  }
}

/** A group of one is its member: « toutes ces conditions » over a single line would only be in the way. */
function alone({ group, count, members }: GroupView): DraftCondition | undefined {
  const only = members.length === 1 ? members[0]?.node : undefined;
  if (only === undefined || count > 1) return undefined;
  return group === "none" || group === "not-all" || group === "fewer-than" ? { not: only } : only;
}

function inline(
  lexicon: Lexicon,
  node: DraftCondition,
  level: "top" | "nested",
  seen: readonly string[],
): string {
  const view = groupView(node);
  if (!view) return leaf(lexicon, node, seen);
  const single = alone(view);
  if (single) return inline(lexicon, single, level, seen);
  const members = view.members.map((m) => inline(lexicon, m.node, "nested", seen)).join("; ");
  const text = `${openingOf(view, lexicon)}${say(lexicon.lang, " :", ":")} ${members}`;
  return level === "nested" ? `(${text})` : text;
}

function leaf(lexicon: Lexicon, node: DraftCondition, seen: readonly string[]): string {
  const { lang } = lexicon;
  if (!("not" in node)) return positiveLeaf(lexicon, node, seen, false);
  if ("not" in node.not) {
    const inner = inline(lexicon, node.not, "nested", seen);
    return say(lang, `il n’est pas vrai que ${inner}`, `it is not true that ${inner}`);
  }
  const plain = "always" in node.not || "hole" in node.not;
  if (lexicon.reading === "property" && !plain) {
    const inner = positiveLeaf(lexicon, node.not, seen, false);
    return say(lang, `il n’est pas établi que ${inner}`, `it is not established that ${inner}`);
  }
  return positiveLeaf(lexicon, node.not, seen, true);
}

function positiveLeaf(
  lexicon: Lexicon,
  node: DraftCondition,
  seen: readonly string[],
  negated: boolean,
): string {
  const { lang } = lexicon;
  if ("fact" in node) return factLeafIn(lexicon, node, negated);
  if ("decision" in node) return decisionLeafIn(lexicon, node, negated);
  if ("always" in node) return negated ? say(lang, "jamais", "never") : say(lang, "toujours", "always");
  if ("hole" in node) return holeIn(lexicon, node.hole, negated);
  if (!("condition" in node)) return inline(lexicon, node, "nested", seen);
  const name = lexicon.condition(node.condition);
  const phrase = negated
    ? say(lang, `la condition ${name} n’est pas remplie`, `the condition ${name} is not met`)
    : say(lang, `la condition ${name} est remplie`, `the condition ${name} is met`);
  const named = lexicon.names.conditions.get(node.condition);
  if (lexicon.definitions !== true || !named || seen.includes(node.condition)) return phrase;
  const definition = inline(lexicon, named.when, "top", [...seen, node.condition]);
  return `${phrase} (${say(lang, "c’est-à-dire :", "that is:")} ${definition})`;
}

function holeIn(
  lexicon: Lexicon,
  hole: Extract<DraftCondition, { hole: unknown }>["hole"],
  negated: boolean,
): string {
  const { lang, names } = lexicon;
  const fact = hole.fact === undefined ? undefined : names.facts.get(hole.fact);
  const parts = [
    negated ? say(lang, "il n’est pas vrai que", "it is not true that") : "",
    hole.fact === undefined ? "" : lexicon.fact(hole.fact),
    hole.operator === undefined ? "" : operatorIn(hole.operator, fact?.type, lang),
    hole.text === undefined ? "" : quote(hole.text, lang),
    say(lang, "(à compléter)", "(to be completed)"),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function phrase(lexicon: Lexicon, node: DraftCondition, at: Path, seen: readonly string[]): ConditionPhrase {
  const { lang } = lexicon;
  const view = groupView(node);
  if (view) {
    return {
      kind: "group",
      text: headingOf(view, lang),
      at,
      children: view.members.map((m) => phrase(lexicon, m.node, [...at, ...m.at], seen)),
    };
  }
  const named = "condition" in node ? lexicon.names.conditions.get(node.condition) : undefined;
  const plain: Lexicon = { ...lexicon, definitions: false };
  const text = typeset(capitalised(leaf(plain, node, seen)), lang);
  if (!named) return { kind: "hole" in node ? "hole" : "leaf", text, at, children: [] };
  const open = lexicon.definitions === true && !seen.includes(named.id);
  const children = open ? [phrase(lexicon, named.when, at, [...seen, named.id])] : [];
  return { kind: "named", text, at, children };
}
