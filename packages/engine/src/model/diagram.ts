// The serial form of a decision diagram: how a `one` decision depends on the facts of a person, small enough to travel
// in a release. Shape only; whether it is well formed and says what its rule set says is `checkDiagram`'s work.
import { z } from "zod";
import { camelIdSchema, idSchema } from "./text.ts";

const endSchema = z.union([z.number(), z.string(), z.null()]);

/** A class of values of one fact that the decision never tells apart; plainly unknown is one where it is settled. */
export const optionSchema = z.union([
  z.literal("unknown"),
  z.strictObject({ values: z.array(z.union([z.string(), z.boolean()])).min(1) }),
  /** Both ends belong to it; null: no end. */
  z.strictObject({ from: endSchema, to: endSchema }),
]);
export type DiagramOption = z.infer<typeof optionSchema>;

/** What a path through the diagram is asked: the class of a value, or two options, no and yes, about a set. */
export const dimensionSchema = z.union([
  z.strictObject({
    fact: camelIdSchema,
    options: z.array(optionSchema).min(1),
    /** The parts of a total, with their ranges: answered parts limit what it can still be. */
    sum: z
      .array(
        z.strictObject({
          fact: camelIdSchema,
          min: z.union([z.number(), z.null()]),
          max: z.union([z.number(), z.null()]),
          /** Unanswered it counts as a value, so that the total is never plainly unknown beside its parts. */
          assumed: z.literal(true).optional(),
        }),
      )
      .optional(),
  }),
  /** Whether any of these members is in the set. */
  z.strictObject({ fact: camelIdSchema, anyOf: z.array(z.string()).min(1) }),
  /** Whether the set is known at all; asked of optional facts only. */
  z.strictObject({ fact: camelIdSchema, isKnown: z.literal(true) }),
]);
export type DiagramDimension = z.infer<typeof dimensionSchema>;

export const diagramSchema = z.strictObject({
  schemaVersion: z.literal(1),
  decision: idSchema,
  outcomes: z.array(idSchema).min(1),
  /** The safety facts among those it reads: they are asked before all others. */
  safety: z.array(camelIdSchema),
  /** In the order in which every path asks them. */
  dimensions: z.array(dimensionSchema),
  /** `[dimension, child for each option]`, children before parents; a child below 0 is the outcome `-1 - child`. */
  nodes: z.array(z.array(z.int()).min(3)),
  root: z.int(),
});
export type Diagram = z.infer<typeof diagramSchema>;

export const certainSchema = z.strictObject({
  /** Every outcome that some completion of the person leads to, in order of precedence; one: it is decided. */
  outcomes: z.array(idSchema),
  /** The facts that can still change it; every other open fact cannot matter any more. */
  canChange: z.array(camelIdSchema),
});
/** What is certain of a `one` decision, whatever unknown `block` facts and doubtful facts turn out to be. */
export type Certain = z.infer<typeof certainSchema>;
