// Requests about what people say of a draft; every answer is all of it, as it then stands.
import { things } from "@jumelage/engine";
import { z } from "zod";
import { instantSchema, keySchema, noteSchema, personRefSchema } from "../../shapes.ts";

const kinds = [...things, "hazard", "profile"].join("|");

/** What a thread is about: a thing by its kind, what it belongs to if anything, and its id; empty: the draft as a whole. */
export const commentAnchorSchema = z
  .string()
  .max(400)
  .regex(new RegExp(`^((${kinds})/[^/]*/[^/]+)?$`), { message: "not-an-anchor" });
const saidSchema = noteSchema
  .transform((text) => text.trim())
  .refine((text) => text !== "", { message: "empty-text" });
/** A thread is called by what opened it. */
const threadSchema = z.int().min(1);

export const writeCommentSchema = z.strictObject({
  id: keySchema,
  anchor: commentAnchorSchema,
  text: saidSchema,
});
export type WriteComment = z.infer<typeof writeCommentSchema>;
export const answerCommentSchema = z.strictObject({ id: keySchema, thread: threadSchema, text: saidSchema });
export type AnswerComment = z.infer<typeof answerCommentSchema>;
export const settleCommentSchema = z.strictObject({ id: keySchema, thread: threadSchema });

export const threadsSchema = z.array(
  z.strictObject({
    thread: threadSchema,
    anchor: z.string(),
    /** What opened it, then the answers. */
    said: z.array(
      z.strictObject({ id: threadSchema, by: personRefSchema, at: instantSchema, text: z.string() }),
    ),
    resolved: z.strictObject({ by: personRefSchema, at: instantSchema }).nullable(),
  }),
);
export type Threads = z.infer<typeof threadsSchema>;
export type Thread = Threads[number];
