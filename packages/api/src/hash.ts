// The hash of a piece of a document: SHA-256 of its canonical JSON, through the digest the composition root gives.
import { canonicalJson, type Digest } from "@jumelage/engine";

/** SHA-256 in lower-case hexadecimal. What is undefined in `json` counts as absent. */
export async function hashOf(json: unknown, digest: Digest): Promise<string> {
  const bytes = await digest(new TextEncoder().encode(canonicalJson(json)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
