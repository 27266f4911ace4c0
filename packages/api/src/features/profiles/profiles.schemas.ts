// Requests and responses about single profiles: entering one blind, that is, by somebody who has not been given the
// criteria it will be judged by; and where the expectation of each comes from.
import {
  draftRuleSetSchema,
  expectedSchema,
  factsSchema,
  idSchema,
  profileSchema,
  provenances,
} from "@jumelage/engine";
import { z } from "zod";
import { keySchema, programIdSchema, sha256Schema, textOutSchema } from "../../shapes.ts";
import { draftSummarySchema } from "../drafts/drafts.schemas.ts";
import { targetSchema } from "../lab/lab.schemas.ts";

/** `draft`: which of the open drafts; the only one where there is just one. */
export const profileFormRequestSchema = z.strictObject({
  program: programIdSchema,
  draft: keySchema.optional(),
});

/** What a profile is made of, and nothing of how it is judged: the vocabulary, the possible answers, the documents. */
export const profileFormSchema = z.strictObject({
  /** The open draft a profile would be added to; null where there is none, or it has to be chosen of `drafts`. */
  draft: keySchema.nullable(),
  drafts: z.array(draftSummarySchema),
  title: draftRuleSetSchema.shape.title,
  facts: draftRuleSetSchema.shape.facts,
  decisions: draftRuleSetSchema.shape.decisions,
  /** The statements of the source documents, any of which may be the reason of an expectation. */
  sources: z.array(
    z.strictObject({
      id: idSchema,
      title: textOutSchema,
      statements: z.array(z.strictObject({ id: idSchema, locator: z.string(), text: textOutSchema })),
    }),
  ),
  /** Whether a profile entered now would count as blind for the person asking. */
  blind: z.boolean(),
});
export type ProfileForm = z.infer<typeof profileFormSchema>;

export const enterProfileSchema = z.strictObject({
  id: keySchema,
  profile: z.strictObject({
    // The id is the server's to give: what is free is known here only.
    ...profileSchema.omit({ id: true, provenance: true }).shape,
    facts: factsSchema,
    expected: expectedSchema,
  }),
  /** The statement that is the reason of what is expected. */
  statement: idSchema.optional(),
});
export type EnterProfile = z.infer<typeof enterProfileSchema>;

export const enteredProfileSchema = z.strictObject({
  id: idSchema,
  hash: sha256Schema,
  revision: z.int().min(0),
  provenance: z.enum(provenances),
});
export type EnteredProfile = z.infer<typeof enteredProfileSchema>;

export const originsRequestSchema = z.strictObject({ target: targetSchema });

/** Where the expectation of a profile comes from, as this server recorded it. */
export const originSchema = z.strictObject({
  profile: idSchema,
  provenance: z.enum(provenances),
  /** The statement that says so. */
  statement: idSchema.optional(),
});
export type OriginOfExpectation = z.infer<typeof originSchema>;
