// The payload of an envelope that this server made and keeps: read, not verified anew.
import { fromBase64, utf8Text } from "@jumelage/engine";
import { z } from "zod";

/** What was signed, as a value. */
export function signedPayload(envelope: Uint8Array): unknown {
  const { payload } = z.object({ payload: z.string() }).parse(JSON.parse(utf8Text(envelope) ?? ""));
  return JSON.parse(utf8Text(fromBase64(payload) ?? new Uint8Array()) ?? "");
}
