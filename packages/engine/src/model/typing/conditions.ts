// Conditions: references, operators and literals of every leaf, and where each kind of leaf may stand.
import { nodesOf, type DraftCondition, type FactLeaf, type Hole } from "../condition.ts";
import { collector, type Diagnostic, type Path } from "../diagnostic.ts";
import { isMember, isValueOf } from "../fact.ts";
import { literalKind, operatorsOf } from "../operators.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import type { Names } from "./names.ts";

/** Where a condition stands: it decides which leaves it may hold. */
export interface Place {
  /** Decisions before this index may be read; `all` in properties; none in named conditions. */
  readonly decisionsBefore: number | "all" | "none";
  /** `isUnknown` and `{ decision, state }`: criteria of `many` decisions, and properties. */
  readonly twoValued: boolean;
}

/** The findings of one condition that stands at `at`. */
export function checkCondition(
  condition: DraftCondition,
  at: Path,
  place: Place,
  names: Names,
): readonly Diagnostic[] {
  const { found, add } = collector();
  for (const { at: inside, node } of nodesOf<Hole>(condition)) {
    const here = [...at, ...inside];
    if ("fact" in node) found.push(...checkFactLeaf(node, here, place, names));
    else if ("condition" in node) {
      const named = names.conditions.get(node.condition);
      if (!named) add("undeclared-condition", here, { condition: node.condition });
      else if (
        !place.twoValued &&
        reaches(named.when, names, (n) => "fact" in n && n.operator === "isUnknown")
      ) {
        add("unknown-test-not-here", here, { condition: node.condition });
      }
    } else if ("decision" in node) found.push(...checkDecisionLeaf(node, here, place, names));
    else if ("atLeast" in node && node.atLeast.count > node.atLeast.of.length) {
      add("at-least-too-many", here, { count: node.atLeast.count, of: node.atLeast.of.length });
    } else if ("hole" in node && node.hole.fact !== undefined) {
      const fact = names.facts.get(node.hole.fact);
      if (!fact) add("undeclared-fact", here, { fact: node.hole.fact });
      else if (node.hole.operator !== undefined && !operatorsOf(fact.type).includes(node.hole.operator)) {
        add("operator-type", here, { fact: fact.id, operator: node.hole.operator, type: fact.type });
      }
    }
  }
  return found;
}

function checkFactLeaf(leaf: FactLeaf, at: Path, place: Place, names: Names): readonly Diagnostic[] {
  const { found, add } = collector();
  const fact = names.facts.get(leaf.fact);
  if (!fact) {
    add("undeclared-fact", at, { fact: leaf.fact });
    return found;
  }
  const about = { fact: fact.id, operator: leaf.operator, type: fact.type };
  if (!operatorsOf(fact.type).includes(leaf.operator)) add("operator-type", [...at, "operator"], about);
  else if (leaf.operator === "isUnknown" && !place.twoValued) add("unknown-test-not-here", at, about);
  const { value } = leaf;
  const kind = literalKind(leaf.operator);
  if (kind === "none") {
    if (value !== undefined) add("literal-not-allowed", [...at, "value"], about);
    return found;
  }
  if (value === undefined) {
    add("literal-required", at, about);
    return found;
  }
  const fits = (literal: unknown): boolean =>
    fact.type === "set" ? isMember(fact, literal) : isValueOf(fact, literal);
  if (kind === "list") {
    if (!Array.isArray(value) || value.length === 0) add("literal-list", [...at, "value"], about);
    else {
      value.forEach((literal, i) => {
        if (!fits(literal)) add("literal-type", [...at, "value", i], { ...about, literal: String(literal) });
      });
      if (new Set(value).size !== value.length) add("literal-repeated", [...at, "value"], about);
    }
  } else if (typeof value === "object" && "parameter" in value) {
    const parameter = names.parameters.get(value.parameter);
    if (!parameter) add("undeclared-parameter", [...at, "value"], { parameter: value.parameter });
    else if (!fits(parameter.value))
      add("literal-type", [...at, "value"], {
        ...about,
        parameter: parameter.id,
        literal: String(parameter.value),
      });
  } else if (!fits(value))
    add("literal-type", [...at, "value"], { ...about, literal: JSON.stringify(value) });
  return found;
}

function checkDecisionLeaf(
  leaf: Extract<DraftCondition, { decision: string }>,
  at: Path,
  place: Place,
  names: Names,
): readonly Diagnostic[] {
  const { found, add } = collector();
  const about = { decision: leaf.decision };
  const declared = names.decisions.get(leaf.decision);
  if (place.decisionsBefore === "none") add("decision-not-here", at, about);
  else if (!declared) add("undeclared-decision", at, about);
  else if (declared.decision.kind !== "one") add("decision-not-one", at, about);
  else if (place.decisionsBefore !== "all" && declared.index >= place.decisionsBefore)
    add("decision-not-earlier", at, about);
  else if ("state" in leaf && !place.twoValued) add("state-test-not-here", at, about);
  if (!declared) return found;
  const outcomes = new Set(declared.decision.outcomes.map((o) => o.id));
  const named = "state" in leaf ? leaf.state : typeof leaf.value === "string" ? [leaf.value] : leaf.value;
  if ("operator" in leaf && (leaf.operator === "in") !== Array.isArray(leaf.value))
    add("literal-list", at, about);
  for (const outcome of named) {
    if (!outcome.startsWith("@") && !outcomes.has(outcome))
      add("undeclared-outcome", at, { ...about, outcome });
  }
  if (new Set(named).size !== named.length) add("literal-repeated", at, about);
  return found;
}

/** Whether a condition, followed through its named conditions, holds a node that `test` accepts. */
export function reaches(
  condition: DraftCondition,
  names: Pick<Names, "conditions">,
  test: (node: DraftCondition) => boolean,
): boolean {
  // Each named condition is entered once, however often it is named.
  const entered = new Set<string>();
  const waiting = [condition];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const { node } of nodesOf<Hole>(next)) {
      if (test(node)) return true;
      if (!("condition" in node) || entered.has(node.condition)) continue;
      entered.add(node.condition);
      const named = names.conditions.get(node.condition);
      if (named) waiting.push(named.when);
    }
  }
  return false;
}

/** How many nodes a criterion may have once its named conditions are written out in full. */
export const expandedNodes = 10_000;

/**
 * `circular-conditions` for each named condition that comes back to itself. Where there is none,
 * `expands-too-far` for each condition that would not stay readable, or runnable, when written out: conditions that
 * each name another one twice double at every level.
 */
export function checkCircles(doc: DraftRuleSet, names: Names): readonly Diagnostic[] {
  const { found, add } = collector();
  doc.conditions.forEach((c, i) => {
    const back = reaches(c.when, names, (node) => "condition" in node && node.condition === c.id);
    if (back) add("circular-conditions", ["conditions", i, "when"], { condition: c.id });
  });
  if (found.length > 0) return found;
  const sizes = new Map<string, number>();
  const sizeOf = (when: DraftCondition): number => {
    let size = 0;
    for (const { node } of nodesOf<Hole>(when)) size += "condition" in node ? namedSize(node.condition) : 1;
    return size;
  };
  const namedSize = (id: string): number => {
    const known = sizes.get(id);
    if (known !== undefined) return known;
    const named = names.conditions.get(id);
    const size = 1 + (named ? sizeOf(named.when) : 0);
    sizes.set(id, size);
    return size;
  };
  const judge = (when: DraftCondition | undefined, at: Path): void => {
    if (when !== undefined && sizeOf(when) > expandedNodes)
      add("expands-too-far", at, { limit: expandedNodes });
  };
  doc.conditions.forEach((c, i) => judge(c.when, ["conditions", i, "when"]));
  doc.criteria.forEach((c, i) => judge(c.when, ["criteria", i, "when"]));
  return found;
}
