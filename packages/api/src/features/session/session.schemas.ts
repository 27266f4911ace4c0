// Requests and responses about who is signed in, and how one signs in.
import { z } from "zod";
import { keySchema, personRefSchema, programIdSchema, roleSchema, textOutSchema } from "../../shapes.ts";

export const modes = ["demo", "production"] as const;
export type Mode = (typeof modes)[number];

/** Characters a password has at least: length is what makes it hard to guess. */
export const shortestPassword = 12;
const longestPassword = 256;

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
  /** The OpenID Connect provider one may sign in at, by the name people know it by. */
  provider: z.strictObject({ name: z.string() }).nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

export const signInSchema = z.strictObject({ personId: keySchema });

export const emailSchema = z.email().max(254);
/** What somebody types where a password is asked; only a new one has to be long. */
const typedPassword = z.string().min(1).max(longestPassword);
export const newPasswordSchema = z.string().min(shortestPassword).max(longestPassword);

export const signInWithPasswordSchema = z.strictObject({
  email: z.string().min(1).max(254),
  password: typedPassword,
});
export type SignInWithPassword = z.infer<typeof signInWithPasswordSchema>;

/** The token of a one-time link, as the link carries it. */
export const linkTokenSchema = z.string().min(1).max(200);
export const readLinkSchema = z.strictObject({ token: linkTokenSchema });
export const linkSchema = z.strictObject({ name: z.string(), email: z.string().nullable() });
export const passwordByLinkSchema = z.strictObject({ token: linkTokenSchema, password: newPasswordSchema });
export type PasswordByLink = z.infer<typeof passwordByLinkSchema>;

/** Showing once more who one is. In the demo, which has no passwords, saying so is enough. */
export const stepUpSchema = z.strictObject({ password: typedPassword.optional() });
/** How somebody can show who they are. */
export const stepUpWaysSchema = z.strictObject({
  demo: z.boolean(),
  password: z.boolean(),
  provider: z.string().nullable(),
});
export type StepUpWays = z.infer<typeof stepUpWaysSchema>;
