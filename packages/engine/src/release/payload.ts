// The two signed documents: a release (immutable, everything a consumer needs) and a pointer (which release a channel
// is at, and until when that may be relied on). The rule set and the vectors are strict, because they are the meaning;
// evidence may gain members, so that an app installed today still reads next year's releases.
import { z } from "zod";
import { dateSchema } from "../model/date.ts";
import { factsSchema, profilesSchema } from "../model/profile.ts";
import { resultSchema } from "../model/result.ts";
import { ruleSetSchema, type RuleSet } from "../model/rule-set.ts";
import { idSchema, plainText } from "../model/text.ts";

/** The newest `schemaVersion` this code reads. */
export const releaseSchemaVersion = 1;

/** The most bytes of a signed release and of a signed pointer. */
export const releaseBytesLimit = 8 * 1024 * 1024;
export const pointerBytesLimit = 16 * 1024;

/** An instant in UTC, `2026-03-01T12:00:00Z`. */
export const instantSchema = z.iso.datetime();
/** SHA-256 in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, { message: "not-a-hash" });
const releaseNumberSchema = z.int().min(1);

/** How a release differs from the one it was made from, over all persons; not computed for a first release. */
export const changeKinds = [
  "initial",
  "not-computed",
  "equivalent",
  "texts-only",
  "more-cautious",
  "decides-more",
  "changes-outcomes",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const vectorSchema = z.strictObject({ facts: factsSchema, at: dateSchema, result: resultSchema });
/** A person and the answer every evaluator must give: run by each consumer before it uses the release. */
export type Vector = z.infer<typeof vectorSchema>;

export const signatoryMeanings = ["clinical-approval", "review", "responsibility"] as const;
const personSchema = z.looseObject({ id: plainText, name: plainText });
const notesSchema = z.array(z.record(z.string(), z.unknown()));

export const evidenceSchema = z.looseObject({
  gates: z.array(
    z.looseObject({ id: idSchema, status: z.enum(["passed", "failed", "waived"]), count: z.int().min(0) }),
  ),
  /** The profiles as they stood when this was published. */
  profiles: profilesSchema,
  proofs: notesSchema,
  /** Decision diagrams, where there are any: open, because who cannot read or verify one goes without `certain`. */
  diagrams: notesSchema.optional(),
  scores: z.record(z.string(), z.unknown()),
  /** The day by which the release is due to be looked at again; past it every answer says so. */
  reviewBy: dateSchema.optional(),
  approvals: z.array(
    z.looseObject({
      by: personSchema,
      at: instantSchema,
      hash: sha256Schema,
      meaning: z.enum(signatoryMeanings),
    }),
  ),
  waivers: z.array(
    z.looseObject({ name: idSchema, by: personSchema.optional(), reason: plainText.optional() }),
  ),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const releasePayloadSchema = z.strictObject({
  schemaVersion: z.literal(releaseSchemaVersion),
  program: idSchema,
  number: releaseNumberSchema,
  ruleSet: ruleSetSchema,
  /** The lowered rules. Open, because an app that evaluates the rule set itself need not understand their format. */
  jsonRulesEngine: z.record(z.string(), z.unknown()),
  vectors: z.array(vectorSchema),
  change: z.looseObject({
    from: releaseNumberSchema.nullable(),
    kind: z.enum(changeKinds),
    witnesses: notesSchema,
  }),
  evidence: evidenceSchema,
  createdAt: instantSchema,
});
export type ReleasePayload = Omit<z.infer<typeof releasePayloadSchema>, "ruleSet"> & { ruleSet: RuleSet };

export const pointerPayloadSchema = z.strictObject({
  schemaVersion: z.literal(releaseSchemaVersion),
  program: idSchema,
  channel: idSchema,
  /** Only ever grows on a channel; going back to an older release is a new sequence. */
  sequence: z.int().min(1),
  release: releaseNumberSchema,
  /** Of the bytes of the signed release. */
  sha256: sha256Schema,
  length: z.int().min(1).max(releaseBytesLimit),
  issuedAt: instantSchema,
  /** Past it answers say that they are stale. */
  expires: instantSchema,
  /** Past it no answer is given. */
  hardExpires: instantSchema.optional(),
  audit: z.strictObject({ size: z.int().min(0), head: sha256Schema }),
});
export type PointerPayload = z.infer<typeof pointerPayloadSchema>;
