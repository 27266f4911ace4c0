// Key lists: how a new signing key comes to be trusted, and an old one stops being so. A list is signed by a key that
// its reader trusts already; from a configured key, a chain of lists leads to the key of today.
import { z } from "zod";
import { canonicalJson } from "../model/canonical-json.ts";
import { utf8Bytes } from "./bytes.ts";
import { keyListPayloadType, openEnvelope, sealEnvelope } from "./envelope.ts";
import { readPayload } from "./read-payload.ts";
import { instantSchema, releaseSchemaVersion } from "./payload.ts";
import { keyIdOf, type Digest, type Signer, type Verifier } from "./ports.ts";
import { refuse, type Verified } from "./verification.ts";

/** The most bytes of one signed key list, and of all that a server hands out. */
export const keyListBytesLimit = 64 * 1024;
export const keyListsBytesLimit = 1024 * 1024;

const listedKeySchema = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/, { message: "not-a-key" }),
  /** The RFC 7638 thumbprint of the other three, and nothing else: an id cannot be given to another key. */
  kid: z.string().regex(/^[A-Za-z0-9_-]{43}$/, { message: "not-a-key" }),
});

export const keyListPayloadSchema = z.strictObject({
  schemaVersion: z.literal(releaseSchemaVersion),
  /** Only ever grows: a list of an earlier version changes nothing any more. */
  version: z.int().min(1),
  /** The keys whose signatures count from now on, beside those that counted already. */
  keys: z.array(listedKeySchema).min(1),
  /** Ids of keys whose signatures count no more, for ever. */
  revoked: z.array(z.string().min(1)),
  issuedAt: instantSchema,
});
export type KeyListPayload = z.infer<typeof keyListPayloadSchema>;

/** The bytes of the signed key list. @throws ZodError when the payload is not of its schema. */
export async function sealKeyList(payload: KeyListPayload, signer: Signer): Promise<Uint8Array> {
  keyListPayloadSchema.parse(payload);
  return sealEnvelope(keyListPayloadType, utf8Bytes(canonicalJson(payload)), signer);
}

/** A verified key list: signed by one of these keys, every key under its own id. */
export async function openKeyList(
  bytes: Uint8Array,
  terms: { readonly trusted: readonly Verifier[]; readonly digest: Digest },
): Promise<Verified<{ readonly list: KeyListPayload; readonly keyId: string }>> {
  const { trusted, digest } = terms;
  const opened = await openEnvelope(bytes, {
    payloadType: keyListPayloadType,
    trusted,
    limit: keyListBytesLimit,
  });
  if (!opened.ok) return opened;
  const parsed = readPayload<KeyListPayload>(keyListPayloadSchema, opened.value.payload);
  if (!parsed.ok) return parsed;
  for (const { kty, crv, x, kid } of parsed.value.keys) {
    if ((await keyIdOf({ kty, crv, x }, digest)) !== kid) return refuse("malformed", { at: "keys" });
  }
  return { ok: true, value: { list: parsed.value, keyId: opened.value.keyId } };
}
