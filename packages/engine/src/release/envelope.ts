// DSSE envelopes (Dead Simple Signing Envelope 1.0) in the one spelling that is accepted here: canonical JSON, canonical
// base64, exactly one signature. A payload is handed out only after its bytes were verified; nothing looks inside before.
import { z } from "zod";
import { canonicalJson } from "../model/canonical-json.ts";
import { base64, concatBytes, fromBase64, utf8Bytes, utf8Text } from "./bytes.ts";
import type { Signer, Verifier } from "./ports.ts";
import { refuse, type Verified } from "./verification.ts";

export const releasePayloadType = "application/vnd.jumelage.release+json";
export const receiptPayloadType = "application/vnd.jumelage.receipt+json";
export const pointerPayloadType = "application/vnd.jumelage.pointer+json";
export const keyListPayloadType = "application/vnd.jumelage.keys+json";

const envelopeSchema = z.strictObject({
  payload: z.string(),
  payloadType: z.string(),
  signatures: z.array(z.strictObject({ keyid: z.string().min(1), sig: z.string() })),
});

/** The bytes that are signed: `DSSEv1`, then type and payload, each preceded by its length in bytes. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = utf8Bytes(payloadType);
  return concatBytes(utf8Bytes(`DSSEv1 ${type.length} `), type, utf8Bytes(` ${payload.length} `), payload);
}

/** Signs a payload; the answer is the envelope's bytes, to be stored and sent as they are. */
export async function sealEnvelope(
  payloadType: string,
  payload: Uint8Array,
  signer: Signer,
): Promise<Uint8Array> {
  const sig = await signer.sign(preAuthenticationEncoding(payloadType, payload));
  const envelope = {
    payload: base64(payload),
    payloadType,
    signatures: [{ keyid: signer.keyId, sig: base64(sig) }],
  };
  return utf8Bytes(canonicalJson(envelope));
}

export interface EnvelopeTerms {
  readonly payloadType: string;
  readonly trusted: readonly Verifier[];
  /** The most bytes the envelope may have. */
  readonly limit: number;
}

/** The payload of an envelope, verified: its bytes, and the trusted key that signed them. */
export async function openEnvelope(
  bytes: Uint8Array,
  terms: EnvelopeTerms,
): Promise<Verified<{ readonly payload: Uint8Array; readonly keyId: string }>> {
  if (bytes.length > terms.limit) return refuse("too-large", { limit: terms.limit, length: bytes.length });
  const text = utf8Text(bytes);
  if (text === undefined) return refuse("malformed");
  const json = parseJson(text);
  if (isUnsigned(json)) return refuse("signature-missing");
  const shaped = envelopeSchema.safeParse(json);
  if (!shaped.success) return refuse("malformed");
  const { payloadType, signatures } = shaped.data;
  // The parsed value holds three strings and a list: writing it again cannot recurse, whatever the bytes were.
  if (canonicalText(shaped.data) !== text) return refuse("not-canonical");
  const signature = signatures[0];
  if (signatures.length !== 1 || signature === undefined)
    return refuse("signature-count", { count: signatures.length });
  if (payloadType !== terms.payloadType) return refuse("payload-type", { expected: terms.payloadType });
  const payload = fromBase64(shaped.data.payload);
  const sig = fromBase64(signature.sig);
  if (payload === undefined || sig === undefined) return refuse("not-canonical");
  const key = terms.trusted.find((verifier) => verifier.keyId === signature.keyid);
  if (key === undefined) return refuse("unknown-key");
  const genuine = await key.verify(preAuthenticationEncoding(payloadType, payload), sig);
  return genuine ? { ok: true, value: { payload, keyId: key.keyId } } : refuse("signature-wrong");
}

/** The payload type an envelope claims, unverified: only to choose which check to run. */
export function claimedPayloadType(bytes: Uint8Array): string | undefined {
  const shaped = envelopeSchema.safeParse(parseJson(utf8Text(bytes) ?? ""));
  return shaped.success ? shaped.data.payloadType : undefined;
}

/** The key an envelope claims to be signed by, unverified. */
export function signingKeyIdOf(bytes: Uint8Array): string | undefined {
  const shaped = envelopeSchema.safeParse(parseJson(utf8Text(bytes) ?? ""));
  return shaped.success ? shaped.data.signatures[0]?.keyid : undefined;
}

/** A JSON text that is its own canonical form, as a value; undefined for any other text. */
export function parseCanonical(text: string): { readonly value: unknown } | undefined {
  const value = parseJson(text);
  if (value === undefined || canonicalText(value) !== text) return undefined;
  // In a canonical text this very sequence can only be a key, and no document here has one of that name.
  return text.includes('"__proto__":') ? undefined : { value };
}

function canonicalText(value: unknown): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** An envelope stripped of its signature is named as such; it is never "unsigned content, nothing to check". */
function isUnsigned(json: unknown): boolean {
  if (typeof json !== "object" || json === null || !("payload" in json)) return false;
  const signatures: unknown = "signatures" in json ? json.signatures : undefined;
  return (
    signatures === undefined || signatures === null || (Array.isArray(signatures) && signatures.length === 0)
  );
}
