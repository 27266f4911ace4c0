// Ids and bilingual texts, the two smallest pieces of every document.
import { z } from "zod";

/** The two languages of the product, French first. */
export const languages = ["fr", "en"] as const;
export type Lang = (typeof languages)[number];

// Characters that hide or reorder what a reader sees: controls other than tab and line breaks, format characters
// (bidirectional controls, zero-width joiners and the like), lone surrogates.
const hidden = /[^\P{Cc}\t\n\r]|\p{Cf}|\p{Cs}/u;

/** A piece of text as people read it: normalised (NFC), no hidden or reordering characters. */
export const plainText = z
  .string()
  .refine((s) => !hidden.test(s), { message: "hidden-character" })
  .refine((s) => s.normalize("NFC") === s, { message: "not-normalised" });

const filled = plainText.refine((s) => s.trim() !== "", { message: "empty-text" });

/** `{ fr, en }`, both filled. */
export const textSchema = z.strictObject({ fr: filled, en: filled });
/** The same in a draft, where a text may still be `""`. */
export const draftTextSchema = z.strictObject({ fr: plainText, en: plainText });
export type Text = z.infer<typeof draftTextSchema>;

const reserved = new Set(["__proto__", "constructor", "prototype"]);

/** Ids of everything but facts and parameters. */
export const idSchema = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, { message: "malformed-id" })
  .refine((s) => !reserved.has(s), { message: "reserved-id" });

/** Ids of facts and parameters: camelCase. */
export const camelIdSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,63}$/, { message: "malformed-id" })
  .refine((s) => !reserved.has(s), { message: "reserved-id" });
