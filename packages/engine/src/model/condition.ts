// Conditions: the one recursive shape of a rule set. Shape only; types and references are `typing.ts`'s work.
import { z } from "zod";
import { camelIdSchema, idSchema, plainText } from "./text.ts";

/** Operators of fact leaves; the names are json-rules-engine's wherever it has one. */
export const factOperators = [
  "equal",
  "notEqual",
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
  "containsAny",
  "containsNone",
  "containsAll",
  "isEmpty",
  "isNotEmpty",
  "isKnown",
  "isUnknown",
] as const;
export type FactOperator = (typeof factOperators)[number];

/** A literal of the fact's type (or a list of them for list operators), or a named parameter. */
export type Literal =
  | boolean
  | number
  | string
  | readonly (string | number | boolean)[]
  | { readonly parameter: string };

export interface FactLeaf {
  readonly fact: string;
  readonly operator: FactOperator;
  readonly value?: Literal | undefined;
}
export interface DecisionLeaf {
  readonly decision: string;
  readonly operator: "equal" | "in";
  readonly value: string | readonly string[];
}
export interface StateLeaf {
  readonly decision: string;
  readonly state: readonly string[];
}
/** A gap an author has left in a draft, with whatever was already said. */
export interface Hole {
  readonly hole: {
    readonly fact?: string | undefined;
    readonly operator?: FactOperator | undefined;
    readonly text?: string | undefined;
  };
}

/** A condition over leaves, or over leaves and holes (`H = Hole`) in a draft. */
export type ConditionOf<H> =
  | H
  | { readonly always: true }
  | { readonly all: readonly ConditionOf<H>[] }
  | { readonly any: readonly ConditionOf<H>[] }
  | { readonly not: ConditionOf<H> }
  | { readonly atLeast: { readonly count: number; readonly of: readonly ConditionOf<H>[] } }
  | { readonly condition: string }
  | FactLeaf
  | DecisionLeaf
  | StateLeaf;
export type Condition = ConditionOf<never>;
export type DraftCondition = ConditionOf<Hole>;

const literalSchema = z.union([
  z.boolean(),
  z.number(),
  plainText,
  z.array(z.union([z.boolean(), z.number(), plainText])),
  z.strictObject({ parameter: camelIdSchema }),
]);

export const computedStates = ["@undetermined", "@safety-unknown"] as const;
export type ComputedState = (typeof computedStates)[number];
export const stateSchema = z.union([z.enum(computedStates), idSchema]);

function schemaOver<T>(node: z.ZodType<T>, extra: readonly z.ZodType<T>[]) {
  return z.union([
    z.strictObject({ always: z.literal(true) }),
    z.strictObject({ all: z.array(node).min(1) }),
    z.strictObject({ any: z.array(node).min(1) }),
    z.strictObject({ not: node }),
    z.strictObject({ atLeast: z.strictObject({ count: z.int().min(1), of: z.array(node).min(1).max(10) }) }),
    z.strictObject({ condition: idSchema }),
    z.strictObject({ fact: camelIdSchema, operator: z.enum(factOperators), value: literalSchema.optional() }),
    z.strictObject({
      decision: idSchema,
      operator: z.enum(["equal", "in"]),
      value: z.union([idSchema, z.array(idSchema).min(1)]),
    }),
    z.strictObject({ decision: idSchema, state: z.array(stateSchema).min(1) }),
    ...extra,
  ]);
}

export const conditionSchema: z.ZodType<Condition> = z.lazy(
  () => schemaOver<Condition>(conditionSchema, []) as z.ZodType<Condition>,
);

const holeSchema = z.strictObject({
  hole: z.strictObject({
    fact: camelIdSchema.optional(),
    operator: z.enum(factOperators).optional(),
    text: plainText.optional(),
  }),
});

export const draftConditionSchema: z.ZodType<DraftCondition> = z.lazy(
  () => schemaOver<DraftCondition>(draftConditionSchema, [holeSchema]) as z.ZodType<DraftCondition>,
);

/** The conditions directly below a node, with the path step that leads to each. */
export function childrenOf<H>(
  condition: ConditionOf<H>,
): readonly { readonly at: readonly (string | number)[]; readonly node: ConditionOf<H> }[] {
  const c = condition as DraftCondition;
  const children = (
    "all" in c
      ? c.all.map((node, i) => ({ at: ["all", i], node }))
      : "any" in c
        ? c.any.map((node, i) => ({ at: ["any", i], node }))
        : "not" in c
          ? [{ at: ["not"], node: c.not }]
          : "atLeast" in c
            ? c.atLeast.of.map((node, i) => ({ at: ["atLeast", "of", i], node }))
            : []
  ) as readonly { readonly at: readonly (string | number)[]; readonly node: unknown }[];
  return children as readonly { readonly at: readonly (string | number)[]; readonly node: ConditionOf<H> }[];
}

/** Every node of a condition, itself included, depth first, each with its path from the root. */
export function* nodesOf<H>(
  condition: ConditionOf<H>,
  at: readonly (string | number)[] = [],
): Generator<{ readonly at: readonly (string | number)[]; readonly node: ConditionOf<H> }> {
  yield { at, node: condition };
  for (const child of childrenOf(condition)) yield* nodesOf(child.node, [...at, ...child.at]);
}

/** Whether a draft's condition still has a hole somewhere. */
export function hasHole(condition: DraftCondition): boolean {
  for (const { node } of nodesOf<Hole>(condition)) if ("hole" in node) return true;
  return false;
}
