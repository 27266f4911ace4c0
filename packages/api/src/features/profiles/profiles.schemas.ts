// Requests and responses about a single profile: entering one blind, that is, by somebody who has not been given the
// criteria it will be judged by.
import {
  draftRuleSetSchema,
  expectedSchema,
  factsSchema,
  profileSchema,
  provenances,
} from "@jumelage/engine";
import { z } from "zod";
import { keySchema, programIdSchema, sha256Schema } from "../../shapes.ts";

export const profileFormRequestSchema = z.strictObject({ program: programIdSchema });

/** What a profile is made of, and nothing of how it is judged: the vocabulary and the possible answers. */
export const profileFormSchema = z.strictObject({
  /** The open draft a profile would be added to. */
  draft: keySchema.nullable(),
  title: draftRuleSetSchema.shape.title,
  facts: draftRuleSetSchema.shape.facts,
  decisions: draftRuleSetSchema.shape.decisions,
  /** Whether a profile entered now would count as blind for the person asking. */
  blind: z.boolean(),
});
export type ProfileForm = z.infer<typeof profileFormSchema>;

export const enterProfileSchema = z.strictObject({
  id: keySchema,
  profile: z.strictObject({
    ...profileSchema.omit({ provenance: true }).shape,
    facts: factsSchema,
    expected: expectedSchema,
  }),
});
export type EnterProfile = z.infer<typeof enterProfileSchema>;

export const enteredProfileSchema = z.strictObject({
  hash: sha256Schema,
  revision: z.int().min(0),
  provenance: z.enum(provenances),
});
export type EnteredProfile = z.infer<typeof enteredProfileSchema>;
