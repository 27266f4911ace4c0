// The trace of a condition for a person: the tree with negations pushed down to the leaves, and at every node its
// verdict, its label, and what is known of the person. Nothing is short-circuited away.
import type { Condition, FactOperator, Literal } from "../model/condition.ts";
import type { Path } from "../model/diagnostic.ts";
import type { Value } from "../model/fact.ts";
import type { UnknownReason } from "../model/result.ts";
import type { Text } from "../model/text.ts";
import { allOf, anyOf, atLeastOf, notOf, type Verdict } from "../kleene.ts";
import { leafVerdict } from "./operators.ts";
import type { Reading } from "./reading.ts";

interface NodeBase {
  readonly verdict: Verdict;
  /** The place of the node in the criterion's `when`, or in the named condition it belongs to. */
  readonly at: Path;
}
/** What is known of the person's fact: a value (perhaps assumed, perhaps partly asked) or why there is none. */
export type Known =
  | { readonly value: Value; readonly assumed?: true; readonly unasked?: readonly string[] }
  | { readonly unknown: UnknownReason };

export interface GroupNode extends NodeBase {
  readonly kind: "all" | "any";
  readonly children: readonly TraceNode[];
}
export interface AtLeastNode extends NodeBase {
  readonly kind: "atLeast";
  readonly count: number;
  readonly children: readonly TraceNode[];
}
export interface NamedNode extends NodeBase {
  readonly kind: "condition";
  readonly id: string;
  readonly label: Text;
  readonly negated: boolean;
  readonly child: TraceNode;
}
export interface FactNode extends NodeBase {
  readonly kind: "fact";
  readonly fact: string;
  readonly label: Text;
  readonly operator: FactOperator;
  /** The literal with its parameter resolved. */
  readonly value?: Exclude<Literal, { parameter: string }>;
  readonly parameter?: string;
  /** The leaf stands for its own negation. */
  readonly negated: boolean;
  readonly person: Known;
}
export interface DecisionNode extends NodeBase {
  readonly kind: "decision";
  readonly decision: string;
  readonly label: Text;
  readonly value: readonly string[];
  readonly negated: boolean;
  readonly possible: readonly string[];
  readonly restsOn: readonly string[];
}
export interface StateNode extends NodeBase {
  readonly kind: "state";
  readonly decision: string;
  readonly label: Text;
  readonly states: readonly string[];
  readonly negated: boolean;
  readonly actual: string;
}
export interface AlwaysNode extends NodeBase {
  readonly kind: "always";
  readonly negated: boolean;
}
export type TraceNode =
  | GroupNode
  | AtLeastNode
  | NamedNode
  | FactNode
  | DecisionNode
  | StateNode
  | AlwaysNode;

/** The trace of `condition` (of its negation when `negated`) as `reading` sees the person. */
export function traceCondition(
  reading: Reading,
  condition: Condition,
  at: Path = [],
  negated = false,
): TraceNode {
  const below = (members: readonly Condition[], ...steps: Path): readonly TraceNode[] =>
    members.map((member, i) => traceCondition(reading, member, [...at, ...steps, i], negated));
  if ("always" in condition) return { kind: "always", negated, at, verdict: negated ? "false" : "true" };
  if ("not" in condition) return traceCondition(reading, condition.not, [...at, "not"], !negated);
  if ("all" in condition) return group(negated ? "any" : "all", at, below(condition.all, "all"));
  if ("any" in condition) return group(negated ? "all" : "any", at, below(condition.any, "any"));
  if ("atLeast" in condition) {
    const { count, of } = condition.atLeast;
    // Fewer than k of n hold exactly when at least n - k + 1 of their negations do.
    const needed = negated ? of.length - count + 1 : count;
    const children = below(of, "atLeast", "of");
    return {
      kind: "atLeast",
      count: needed,
      at,
      children,
      verdict: atLeastOf(
        needed,
        children.map((c) => c.verdict),
      ),
    };
  }
  if ("condition" in condition) {
    const named = reading.condition(condition.condition);
    const child = traceCondition(reading, named.when, [], negated);
    return {
      kind: "condition",
      id: named.id,
      label: named.label,
      negated,
      at,
      child,
      verdict: child.verdict,
    };
  }
  if ("fact" in condition) return factNode(reading, condition, at, negated);
  const { decision, result } = reading.decision(condition.decision);
  const base = { decision: decision.id, label: decision.title, negated, at };
  if ("state" in condition) {
    const holds = condition.state.includes(result.state) !== negated;
    return {
      ...base,
      kind: "state",
      states: condition.state,
      actual: result.state,
      verdict: holds ? "true" : "false",
    };
  }
  const value = typeof condition.value === "string" ? [condition.value] : condition.value;
  const inside = result.possible.filter((outcome) => value.includes(outcome)).length;
  const verdict: Verdict = inside === result.possible.length ? "true" : inside === 0 ? "false" : "unknown";
  return {
    ...base,
    kind: "decision",
    value,
    possible: result.possible,
    restsOn: result.missing,
    verdict: negated ? notOf(verdict) : verdict,
  };
}

/** The facts that the undecided leaves of a trace rest on: unknown leaves with only unknown nodes above them. */
export function undecidedFacts(node: TraceNode): readonly string[] {
  if (node.verdict !== "unknown") return [];
  switch (node.kind) {
    case "fact":
      return [node.fact];
    case "decision":
      return node.restsOn;
    case "condition":
      return undecidedFacts(node.child);
    case "all":
    case "any":
    case "atLeast":
      return node.children.flatMap(undecidedFacts);
    case "state":
    case "always":
      return [];
  }
}

function group(kind: "all" | "any", at: Path, children: readonly TraceNode[]): GroupNode {
  const verdicts = children.map((child) => child.verdict);
  return { kind, at, children, verdict: kind === "all" ? allOf(verdicts) : anyOf(verdicts) };
}

function factNode(
  reading: Reading,
  leaf: Extract<Condition, { fact: string }>,
  at: Path,
  negated: boolean,
): FactNode {
  const fact = reading.fact(leaf.fact);
  const state = reading.state(leaf.fact);
  const named =
    typeof leaf.value === "object" && "parameter" in leaf.value ? leaf.value.parameter : undefined;
  const value = named === undefined ? (leaf.value as FactNode["value"]) : reading.parameter(named).value;
  return {
    kind: "fact",
    fact: fact.id,
    label: fact.label,
    operator: leaf.operator,
    ...(value === undefined ? {} : { value }),
    ...(named === undefined ? {} : { parameter: named }),
    negated,
    at,
    person:
      state.kind === "unknown"
        ? { unknown: state.reason }
        : {
            value: state.value,
            ...(state.kind === "known" && state.assumed ? { assumed: true as const } : {}),
            ...(state.kind === "partial" ? { unasked: state.unasked } : {}),
          },
    verdict: leafVerdict({ ...leaf, value, negated }, fact, state),
  };
}
