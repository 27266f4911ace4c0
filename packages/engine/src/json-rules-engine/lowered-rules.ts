// The lowered document: a rule set as plain json-rules-engine rules. It is data and travels inside every release, so
// that an app that already runs json-rules-engine can load it; it holds no custom operator and no path.
import { z } from "zod";
import { idSchema } from "../model/index.ts";

/** The operators of json-rules-engine 7 that lowered rules use; the library has every one of them built in. */
export const plainOperators = [
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
  "someFact:in",
  "someFact:notIn",
  "everyFact:in",
  "everyFact:notIn",
  "everyValue:contains",
] as const;
export type PlainOperator = (typeof plainOperators)[number];

const plain = z.union([z.boolean(), z.number(), z.string()]);
export type PlainValue = string | number | boolean | null | readonly (string | number | boolean)[];

/** One test of a runtime fact. `name` stands on the node that tests a leaf of the rule set, and says what the leaf rests on. */
export interface PlainTest {
  readonly name?: string | undefined;
  readonly fact: string;
  readonly operator: PlainOperator;
  readonly value: PlainValue;
}
export type PlainNode =
  | PlainTest
  | { readonly name?: string | undefined; readonly all: readonly PlainNode[] }
  | { readonly name?: string | undefined; readonly any: readonly PlainNode[] };

// `any: []` holds and `all: []` holds in json-rules-engine: an empty group would be a rule that always fires.
const nodeSchema: z.ZodType<PlainNode> = z.lazy(() => {
  const name = z.string().optional();
  return z.union([
    z.strictObject({
      name,
      fact: z.string(),
      operator: z.enum(plainOperators),
      value: z.union([plain, z.null(), z.array(plain)]),
    }),
    z.strictObject({ name, all: z.array(nodeSchema).min(1) }),
    z.strictObject({ name, any: z.array(nodeSchema).min(1) }),
  ]);
});

const ruleSchema = z.strictObject({
  name: z.string(),
  event: z.strictObject({
    type: z.enum(["must", "may"]),
    params: z.strictObject({ criterion: idSchema, decision: idSchema, outcome: idSchema }),
  }),
  conditions: z.strictObject({ all: z.array(nodeSchema).length(1) }),
});

/**
 * `stages` follow the decisions; each is run on its own, with the states of the decisions before it. A criterion is a
 * pair of rules whose trees have one shape: `must` fires exactly when its verdict is true, `may` when it is not false.
 * `reads` lists the runtime facts the rules of a stage read: each must be passed, an unknown one as an explicit `null`.
 */
export const loweredRulesSchema = z.strictObject({
  format: z.literal("jumelage-json-rules-engine"),
  formatVersion: z.literal(1),
  engine: z.literal("json-rules-engine@7"),
  program: idSchema,
  stages: z.array(
    z.strictObject({ decision: idSchema, reads: z.array(z.string()), rules: z.array(ruleSchema) }),
  ),
});
export type LoweredRules = z.infer<typeof loweredRulesSchema>;
export type LoweredStage = LoweredRules["stages"][number];
export type LoweredRule = LoweredStage["rules"][number];
