// Requests and responses about the clients of CDS Hooks services.
import { z } from "zod";
import { instantSchema, keySchema } from "../../shapes.ts";

/** Signatures with a private key only; the specification recommends ES384 and RS384. */
export const cdsAlgorithms = [
  "ES256",
  "ES384",
  "ES512",
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "EdDSA",
] as const;

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/, { message: "not-base64url" });
const common = {
  kid: z.string().min(1).max(256),
  use: z.literal("sig").optional(),
  alg: z.enum(cdsAlgorithms).optional(),
};
/** What only the private half of a key has, or a key that is no pair. */
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

// Loose: key sets carry certificates and hints that nobody needs here; they are not kept.
const publicKeySchema = z
  .discriminatedUnion("kty", [
    z.looseObject({
      kty: z.literal("EC"),
      crv: z.enum(["P-256", "P-384", "P-521"]),
      x: base64url,
      y: base64url,
      ...common,
    }),
    // 2,048 bits at least: 256 bytes are 342 characters.
    z.looseObject({ kty: z.literal("RSA"), n: base64url.min(342), e: base64url, ...common }),
    z.looseObject({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: base64url, ...common }),
  ])
  .refine((key) => privateMembers.every((member) => !Object.hasOwn(key, member)), { message: "private-key" });
export type CdsKey = z.infer<typeof publicKeySchema>;

const jwksSchema = z
  .looseObject({ keys: z.array(publicKeySchema).min(1).max(20) })
  .refine(({ keys }) => new Set(keys.map((k) => k.kid)).size === keys.length, { message: "duplicate-id" });

export const saveCdsClientSchema = z.strictObject({
  /** What its tokens say in `iss`. */
  issuer: z.string().min(1).max(512),
  /** The consumer whose programs it may use. */
  consumer: keySchema,
  jwks: jwksSchema,
  /** The address its tokens may name as the place of their keys: compared, never fetched. */
  jku: z
    .url({ protocol: /^https$/ })
    .max(2048)
    .optional(),
  /** The organizations its tokens may be for; empty: whichever. */
  tenants: z.array(z.string().min(1).max(256)).max(200),
});
export type SaveCdsClient = z.infer<typeof saveCdsClientSchema>;

export const removeCdsClientSchema = z.strictObject({ issuer: z.string().min(1).max(512) });
export type RemoveCdsClient = z.infer<typeof removeCdsClientSchema>;
export const listCdsClientsSchema = z.strictObject({});

export const cdsClientSchema = z.strictObject({
  issuer: z.string(),
  consumer: z.string(),
  /** The ids of its keys. */
  keys: z.array(z.string()),
  jku: z.string().nullable(),
  tenants: z.array(z.string()),
  changedAt: instantSchema,
});
export type CdsClient = z.infer<typeof cdsClientSchema>;
export const cdsClientsSchema = z.array(cdsClientSchema);
