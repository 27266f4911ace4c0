// Making a signed release or pointer. What does not satisfy its own schema is a fault of the caller and throws.
import { canonicalJson } from "../model/canonical-json.ts";
import { utf8Bytes } from "./bytes.ts";
import { pointerPayloadType, releasePayloadType, sealEnvelope } from "./envelope.ts";
import {
  pointerPayloadSchema,
  releasePayloadSchema,
  type PointerPayload,
  type ReleasePayload,
} from "./payload.ts";
import type { Signer } from "./ports.ts";

/** The bytes of the signed release. @throws ZodError when the payload is not of its schema. */
export async function sealRelease(payload: ReleasePayload, signer: Signer): Promise<Uint8Array> {
  releasePayloadSchema.parse(payload);
  return sealEnvelope(releasePayloadType, utf8Bytes(canonicalJson(payload)), signer);
}

/** The bytes of the signed pointer. @throws ZodError when the payload is not of its schema. */
export async function sealPointer(payload: PointerPayload, signer: Signer): Promise<Uint8Array> {
  pointerPayloadSchema.parse(payload);
  return sealEnvelope(pointerPayloadType, utf8Bytes(canonicalJson(payload)), signer);
}
