// The public keys this server signs with, as it tells anybody who asks.
import type { Verifier } from "@jumelage/engine";
import { importTrust, type PublicJwk } from "@jumelage/sdk";

/** @throws when they cannot be had, or this browser has no Ed25519 */
export async function serverKeys(): Promise<readonly Verifier[]> {
  const answer = await fetch("/v1/keys");
  if (!answer.ok) throw new Error(`the keys of the server: ${answer.status}`);
  const { keys } = (await answer.json()) as { readonly keys: readonly PublicJwk[] };
  return importTrust(keys);
}
