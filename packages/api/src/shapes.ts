// The small pieces that several requests and responses share. Shapes only; everything is strict.
import {
  draftTextSchema,
  idSchema,
  type DraftRuleSet,
  type Hazard,
  type Profile,
  type RuleSet,
} from "@jumelage/engine";
import { z } from "zod";

/** What a person may be within one program; `admin` belongs to the installation. */
export const roles = ["viewer", "qa", "author", "reviewer"] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** What a person may be for a program: `admin` is theirs for the whole installation. */
export const holderSchema = z.enum([...roles, "admin"]);
export type Holder = z.infer<typeof holderSchema>;

/** The id of whoever acts when no person does (the seed). */
export const systemActor = "system";

/** A person as shown beside an action. */
export const personRefSchema = z.strictObject({ id: z.string(), name: z.string() });
export type PersonRef = z.infer<typeof personRefSchema>;

/** An instant, ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime();
/** A SHA-256 as 64 lower-case hexadecimal digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, { message: "not-a-hash" });
/** An id given by this server (drafts, people, consumers). */
export const keySchema = z.string().min(1).max(64);
export const programIdSchema = idSchema;
export const releaseNumberSchema = z.int().min(1).max(1_000_000);
/** A line or a few that a person types: never a document. */
export const noteSchema = z.string().max(2000);
export const textOutSchema = draftTextSchema;
export const okSchema = z.strictObject({ ok: z.literal(true) });

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

// Documents travel through the request schemas as they are: their limits are checked before they are parsed, and
// the engine's own reader words what is wrong with them (`features/drafts/documents.ts`).
export const draftRuleSetDocument = z.custom<DraftRuleSet>(isObject, { message: "wrong-type" });
export const ruleSetDocument = z.custom<RuleSet>(isObject, { message: "wrong-type" });
export const profilesDocument = z.custom<Profile[]>((value) => Array.isArray(value), {
  message: "wrong-type",
});
export const hazardsDocument = z.custom<Hazard[]>((value) => Array.isArray(value), {
  message: "wrong-type",
});
