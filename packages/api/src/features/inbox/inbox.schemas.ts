// What waits for somebody, in every program they have a role in. Words are the console's; here is what they are about.
import { dateSchema, textSchema } from "@jumelage/engine";
import { z } from "zod";
import { instantSchema, keySchema, noteSchema, programIdSchema, releaseNumberSchema } from "../../shapes.ts";
import { gateIdSchema } from "../publish/publish.schemas.ts";

const ofProgram = {
  /** The same for as long as the same thing waits in the same state, so that it can be set aside. */
  key: z.string(),
  program: programIdSchema,
  /** Since when it waits. */
  at: instantSchema,
} as const;
const ofDraft = { ...ofProgram, draft: z.strictObject({ id: keySchema, name: z.string() }) } as const;

export const inboxItemSchema = z.discriminatedUnion("kind", [
  /** A draft of somebody else's, in review, that this person has not approved as it stands. */
  z.strictObject({ kind: z.literal("approve"), ...ofDraft, authors: z.array(z.string()) }),
  z.strictObject({ kind: z.literal("publish"), ...ofDraft }),
  /** A draft of theirs that a reviewer gave back. */
  z.strictObject({ kind: z.literal("returned"), ...ofDraft, by: z.string(), reason: noteSchema }),
  /** A gate that holds back a draft of theirs. */
  z.strictObject({ kind: z.literal("mend"), ...ofDraft, gate: gateIdSchema, count: z.int().min(1) }),
  /** A draft of theirs that nobody has touched for long. */
  z.strictObject({ kind: z.literal("idle"), ...ofDraft }),
  /** The version in service is past the day by which it was to be looked at again. */
  z.strictObject({
    kind: z.literal("look-again"),
    ...ofProgram,
    release: releaseNumberSchema,
    reviewBy: dateSchema,
  }),
  /** What was planned and could not be done. */
  z.strictObject({ kind: z.literal("plan-failed"), ...ofProgram, message: noteSchema }),
  z.strictObject({
    kind: z.literal("app-behind"),
    ...ofProgram,
    app: z.string(),
    release: releaseNumberSchema,
    inForce: releaseNumberSchema,
  }),
  z.strictObject({ kind: z.literal("app-silent"), ...ofProgram, app: z.string() }),
]);
export type InboxItem = z.infer<typeof inboxItemSchema>;
export type InboxKind = InboxItem["kind"];

export const inboxSchema = z.strictObject({
  items: z.array(inboxItemSchema),
  titles: z.record(programIdSchema, textSchema),
  /** What was last published in any of these programs; null where nothing was. */
  lastPublished: z
    .strictObject({ program: programIdSchema, number: releaseNumberSchema, at: instantSchema })
    .nullable(),
});
export type Inbox = z.infer<typeof inboxSchema>;
