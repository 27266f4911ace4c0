// The answer for one person: the same shape from every evaluator.
import { z } from "zod";
import { stateSchema } from "./condition.ts";
import { camelIdSchema, idSchema } from "./text.ts";

export const doubtReasons = ["invalid", "stale", "incomplete"] as const;
export type DoubtReason = (typeof doubtReasons)[number];
export const plainReasons = ["not-asked", "declined", "not-known"] as const;
export type PlainReason = (typeof plainReasons)[number];
export type UnknownReason = DoubtReason | PlainReason;

export const problemSchema = z.strictObject({
  fact: z.string(),
  code: z.enum(["invalid", "undeclared-fact"]),
});
export type Problem = z.infer<typeof problemSchema>;

export const decisionResultSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("one"),
    state: stateSchema,
    outcome: idSchema.optional(),
    possible: z.array(idSchema),
    missing: z.array(camelIdSchema),
  }),
  z.strictObject({
    kind: z.literal("many"),
    suggested: z.array(idSchema),
    undetermined: z.array(idSchema),
    withheld: z.array(idSchema),
  }),
]);
export type DecisionResult = z.infer<typeof decisionResultSchema>;
export type OneResult = Extract<DecisionResult, { kind: "one" }>;
export type ManyResult = Extract<DecisionResult, { kind: "many" }>;

export const resultSchema = z.strictObject({
  decisions: z.record(idSchema, decisionResultSchema),
  fired: z.array(idSchema),
  undecided: z.array(idSchema),
  missing: z.array(camelIdSchema),
  unverified: z.array(camelIdSchema),
  assumed: z.array(camelIdSchema),
  doubtful: z.array(z.strictObject({ fact: camelIdSchema, reason: z.enum(doubtReasons) })),
  problems: z.array(problemSchema),
});
export type Result = z.infer<typeof resultSchema>;
