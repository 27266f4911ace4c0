// Safety properties: sentences that must hold for every possible person.
import { z } from "zod";
import { conditionSchema, stateSchema } from "./condition.ts";
import { valueSchema } from "./fact.ts";
import { camelIdSchema, idSchema, type draftTextSchema, type textSchema } from "./text.ts";

const statesSchema = z.array(stateSchema).min(1);

export const claimSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("implies"),
    given: conditionSchema,
    decision: idSchema,
    states: statesSchema,
  }),
  z.strictObject({
    kind: z.literal("never"),
    given: conditionSchema,
    decision: idSchema,
    states: statesSchema,
  }),
  z.strictObject({
    kind: z.literal("requires"),
    decision: idSchema,
    states: statesSchema,
    condition: conditionSchema,
  }),
  z.strictObject({
    kind: z.literal("monotone"),
    decision: idSchema,
    fact: camelIdSchema,
    order: z.union([
      z.enum(["ascending", "descending"]),
      z.array(z.union([z.boolean(), z.number(), z.string()])).min(2),
    ]),
  }),
  z.strictObject({
    kind: z.literal("independent"),
    decision: idSchema,
    facts: z.array(camelIdSchema).min(1),
  }),
  z.strictObject({
    kind: z.literal("benignWhenUnknown"),
    decision: idSchema,
    fact: camelIdSchema,
    value: valueSchema,
  }),
]);
export type Claim = z.infer<typeof claimSchema>;

export function propertySchemaOver<T extends typeof textSchema | typeof draftTextSchema>(text: T) {
  return z.strictObject({ id: idSchema, statement: text, claim: claimSchema });
}
export type Property = z.infer<ReturnType<typeof propertySchemaOver<typeof textSchema>>>;
