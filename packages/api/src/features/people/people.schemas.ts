// Requests and responses about people: who there is, what they may do, and how they sign in.
import { draftTextSchema } from "@jumelage/engine";
import { z } from "zod";
import { emailSchema } from "../session/session.schemas.ts";
import { instantSchema, keySchema, programIdSchema, roleSchema, textOutSchema } from "../../shapes.ts";

/** An id of a person: what stands in records and releases for ever, so nothing that names more than it must. */
export const personIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { message: "not-a-key" })
  .max(64);

export const personRowSchema = z.strictObject({
  id: keySchema,
  name: z.string(),
  title: textOutSchema,
  email: z.string().nullable(),
  admin: z.boolean(),
  disabledAt: instantSchema.nullable(),
  roles: z.array(z.strictObject({ program: programIdSchema, roles: z.array(roleSchema) })),
  /** How they can sign in; neither: not yet. */
  signsIn: z.strictObject({ password: z.boolean(), provider: z.boolean() }),
});
export type PersonRow = z.infer<typeof personRowSchema>;

export const peopleSchema = z.strictObject({
  people: z.array(personRowSchema),
  programs: z.array(z.strictObject({ id: programIdSchema, title: textOutSchema })),
});
export type People = z.infer<typeof peopleSchema>;

export const listPeopleSchema = z.strictObject({});

const nameSchema = z.string().trim().min(1).max(100);

export const addPersonSchema = z.strictObject({
  id: personIdSchema,
  name: nameSchema,
  title: draftTextSchema,
  email: emailSchema,
  admin: z.boolean(),
});
export type AddPerson = z.infer<typeof addPersonSchema>;

/** A link handed over once; the server keeps its hash only. */
export const newLinkSchema = z.strictObject({ path: z.string(), expires: instantSchema });
export type NewLink = z.infer<typeof newLinkSchema>;

export const personKeySchema = z.strictObject({ person: keySchema });
export const setRoleSchema = z.strictObject({
  person: keySchema,
  of: programIdSchema,
  role: roleSchema,
  granted: z.boolean(),
});
export type SetRole = z.infer<typeof setRoleSchema>;
export const setAdminSchema = z.strictObject({ person: keySchema, admin: z.boolean() });
export const setAccessSchema = z.strictObject({ person: keySchema, allowed: z.boolean() });
