// Profiles: saved synthetic persons with the answers expected of a rule set.
import { z } from "zod";
import { stateSchema } from "./condition.ts";
import { dateSchema } from "./date.ts";
import { camelIdSchema, idSchema, plainText, textSchema } from "./text.ts";

const outcomesSchema = z.array(idSchema);

export const expectedSchema = z.strictObject({
  decisions: z.record(
    idSchema,
    z.union([
      stateSchema,
      outcomesSchema,
      z.strictObject({
        suggested: outcomesSchema,
        undetermined: outcomesSchema.optional(),
        withheld: outcomesSchema.optional(),
      }),
    ]),
  ),
  fired: z.array(idSchema).optional(),
  missing: z.array(camelIdSchema).optional(),
  unverified: z.array(camelIdSchema).optional(),
  assumed: z.array(camelIdSchema).optional(),
  problems: z
    .array(z.strictObject({ fact: z.string(), code: z.enum(["invalid", "undeclared-fact"]) }))
    .optional(),
});
export type Expected = z.infer<typeof expectedSchema>;

export const provenances = ["blind", "accepted-output", "from-source"] as const;

/** A caller's facts: a map from fact id to whatever was sent. `readPerson` judges every entry. */
export const factsSchema = z.record(z.string(), z.unknown());
export type Facts = Readonly<Record<string, unknown>>;

export const profileSchema = z.strictObject({
  id: idSchema,
  title: textSchema,
  story: textSchema.optional(),
  tags: z.array(plainText),
  facts: factsSchema,
  evaluatedOn: dateSchema.optional(),
  provenance: z.enum(provenances),
  expected: expectedSchema,
});
export type Profile = z.infer<typeof profileSchema>;
export const profilesSchema = z.array(profileSchema);
