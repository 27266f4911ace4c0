// Requests and responses about who is signed in.
import { z } from "zod";
import { keySchema, personRefSchema, programIdSchema, roleSchema, textOutSchema } from "../../shapes.ts";

export const modes = ["demo", "production"] as const;
export type Mode = (typeof modes)[number];

export const signedInPersonSchema = z.strictObject({
  ...personRefSchema.shape,
  admin: z.boolean(),
  roles: z.array(z.strictObject({ program: programIdSchema, roles: z.array(roleSchema) })),
});
export type SignedInPerson = z.infer<typeof signedInPersonSchema>;

export const sessionSchema = z.strictObject({
  mode: z.enum(modes),
  person: signedInPersonSchema.nullable(),
  /** The people one can sign in as with one click; empty in production. */
  demoPeople: z.array(z.strictObject({ ...personRefSchema.shape, title: textOutSchema })),
});
export type Session = z.infer<typeof sessionSchema>;

export const signInSchema = z.strictObject({ personId: keySchema });
