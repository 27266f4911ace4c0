// The hash of a piece of a document: SHA-256 of its canonical JSON, through the digest the composition root gives.
import { canonicalJson, type Digest } from "@jumelage/engine";

/** SHA-256 in lower-case hexadecimal. What is undefined in `json` counts as absent. */
export function hashOf(json: unknown, digest: Digest): Promise<string> {
  return sha256Of(canonicalJson(json), digest);
}

/** SHA-256 of a text in lower-case hexadecimal. */
export async function sha256Of(text: string, digest: Digest): Promise<string> {
  const bytes = await digest(new TextEncoder().encode(text));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
