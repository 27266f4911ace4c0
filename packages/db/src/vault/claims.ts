// What a signed file says of itself, before anybody has verified it: enough to know what to measure it against.
import { fromBase64, pointerPayloadSchema, utf8Text, type PointerPayload } from "@jumelage/engine";

/** The pointer these bytes claim to be, unverified. */
export function claimedPointer(bytes: Uint8Array | undefined): PointerPayload | undefined {
  const read = pointerPayloadSchema.safeParse(claimedPayload(bytes));
  return read.success ? read.data : undefined;
}

/** The program these bytes claim to be of, unverified. */
export function claimedProgram(bytes: Uint8Array): string {
  const payload = claimedPayload(bytes);
  return typeof payload === "object" &&
    payload !== null &&
    "program" in payload &&
    typeof payload.program === "string"
    ? payload.program
    : "";
}

function claimedPayload(bytes: Uint8Array | undefined): unknown {
  try {
    const { payload } = JSON.parse(utf8Text(bytes ?? new Uint8Array()) ?? "") as { readonly payload: string };
    return JSON.parse(utf8Text(fromBase64(payload) ?? new Uint8Array()) ?? "");
  } catch {
    return undefined;
  }
}
