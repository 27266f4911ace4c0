// Negation normal form: `not` pushed down to the leaves, named conditions inlined, parameters resolved, `atLeast`
// expanded. What is left are `all` and `any` over leaves; how a leaf is tested is the work of `leaf-tests.ts`.
import type { Condition, Fact, FactLeaf, FactOperator, RuleSet } from "../model/index.ts";
import type { PlainValue } from "./lowered-rules.ts";

/** A leaf without negation: a comparison, or one of the tests whose complement is not a comparison. */
export type NormalLeaf =
  | { readonly kind: "constant"; readonly holds: boolean }
  | {
      readonly kind: "compare";
      readonly fact: Fact;
      readonly operator: FactOperator;
      readonly value: PlainValue;
    }
  | { readonly kind: "known" | "unknown"; readonly fact: Fact; readonly negated: boolean }
  | {
      readonly kind: "outcome";
      readonly decision: string;
      readonly among: readonly string[];
      readonly negated: boolean;
    }
  | {
      readonly kind: "state";
      readonly decision: string;
      readonly among: readonly string[];
      readonly negated: boolean;
    };

export type Normal =
  | { readonly all: readonly Normal[] }
  | { readonly any: readonly Normal[] }
  | { readonly leaf: NormalLeaf };

/** What normalising looks up, and how much it may still produce before it gives up. */
export interface Normalising {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly parameters: ReadonlyMap<string, number>;
  readonly conditions: ReadonlyMap<string, Condition>;
  /** Called once for every leaf produced. @throws RangeError when the document grows out of bounds */
  readonly countLeaf: () => void;
}

/** The look-up tables of a rule set; `leaves` bounds the size of everything normalised with them together. */
export function normalising(ruleSet: RuleSet, leaves: number): Normalising {
  let left = leaves;
  return {
    facts: new Map(ruleSet.facts.map((f) => [f.id, f])),
    parameters: new Map(ruleSet.parameters.map((p) => [p.id, p.value])),
    conditions: new Map(ruleSet.conditions.map((c) => [c.id, c.when])),
    countLeaf: () => {
      left -= 1;
      if (left < 0)
        throw new RangeError(`too large to lower: more than ${leaves} leaves once conditions are inlined`);
    },
  };
}

const pairs: readonly (readonly [FactOperator, FactOperator])[] = [
  ["equal", "notEqual"],
  ["lessThan", "greaterThanInclusive"],
  ["greaterThan", "lessThanInclusive"],
  ["in", "notIn"],
  ["contains", "doesNotContain"],
  ["containsAny", "containsNone"],
  ["isEmpty", "isNotEmpty"],
];
const opposites: ReadonlyMap<string, FactOperator> = new Map(
  pairs.flatMap(
    ([a, b]) =>
      [
        [a, b],
        [b, a],
      ] as const,
  ),
);

/** The normal form of `condition`, or of its negation. */
export function normalForm(condition: Condition, context: Normalising, negated = false): Normal {
  const below = (child: Condition): Normal => normalForm(child, context, negated);
  if ("all" in condition)
    return negated ? { any: condition.all.map(below) } : { all: condition.all.map(below) };
  if ("any" in condition)
    return negated ? { all: condition.any.map(below) } : { any: condition.any.map(below) };
  if ("not" in condition) return normalForm(condition.not, context, !negated);
  if ("atLeast" in condition) {
    const { count, of } = condition.atLeast;
    return atLeast(negated ? of.length - count + 1 : count, of, below);
  }
  if ("condition" in condition) return below(found(context.conditions, condition.condition));
  if ("fact" in condition) return factLeaf(condition, context, negated);
  context.countLeaf();
  if ("always" in condition) return { leaf: { kind: "constant", holds: !negated } };
  const { decision } = condition;
  if ("state" in condition) return { leaf: { kind: "state", decision, among: condition.state, negated } };
  const among = typeof condition.value === "string" ? [condition.value] : condition.value;
  return { leaf: { kind: "outcome", decision, among, negated } };
}

function factLeaf(leaf: FactLeaf, context: Normalising, negated: boolean): Normal {
  const fact = found(context.facts, leaf.fact);
  context.countLeaf();
  if (leaf.operator === "isKnown") return { leaf: { kind: "known", fact, negated } };
  if (leaf.operator === "isUnknown") return { leaf: { kind: "unknown", fact, negated } };
  const value = literal(leaf, context);
  if (!negated) return { leaf: { kind: "compare", fact, operator: leaf.operator, value } };
  if (leaf.operator === "containsAll") {
    return {
      any: listed(value).map((m) => ({
        leaf: { kind: "compare", fact, operator: "doesNotContain", value: m },
      })),
    };
  }
  return { leaf: { kind: "compare", fact, operator: found(opposites, leaf.operator), value } };
}

function literal(leaf: FactLeaf, context: Normalising): PlainValue {
  const { value } = leaf;
  if (value === undefined) return null;
  return typeof value === "object" && "parameter" in value
    ? found(context.parameters, value.parameter)
    : value;
}

function listed(value: PlainValue): readonly (string | number | boolean)[] {
  return value === null || typeof value !== "object" ? [] : value;
}

/**
 * `count` of `of`, split into halves: some number of the left half and the rest of the right. The same verdict and
 * the same undecided leaves as the plain list of combinations, with 98 leaves instead of 1,260 for 5 of 10.
 */
function atLeast(count: number, of: readonly Condition[], below: (child: Condition) => Normal): Normal {
  if (count >= of.length) return { all: of.map(below) };
  if (count === 1) return { any: of.map(below) };
  const left = of.slice(0, Math.floor(of.length / 2));
  const right = of.slice(left.length);
  const ways: Normal[] = [];
  for (
    let fromLeft = Math.max(0, count - right.length);
    fromLeft <= Math.min(left.length, count);
    fromLeft += 1
  ) {
    const fromRight = count - fromLeft;
    if (fromLeft === 0) ways.push(atLeast(fromRight, right, below));
    else if (fromRight === 0) ways.push(atLeast(fromLeft, left, below));
    else ways.push({ all: [atLeast(fromLeft, left, below), atLeast(fromRight, right, below)] });
  }
  return { any: ways };
}

function found<V>(map: ReadonlyMap<string, V>, key: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the rule set does not declare ${key}`);
  return value;
}
