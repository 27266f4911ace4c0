// The cryptographic ports of the engine on WebCrypto, the same in Node and in browsers: SHA-256 and Ed25519, nothing else.
import { keyIdOf, type Digest, type PublicJwk, type Verifier } from "@jumelage/engine";

/** SHA-256 by WebCrypto. */
export const digest: Digest = async (bytes) =>
  new Uint8Array(await subtle().digest("SHA-256", copied(bytes)));

/**
 * The verifiers of trusted public keys. Only the three members that make an Ed25519 key are read; whatever else a JWK
 * carries cannot widen what it is good for.
 * @throws when WebCrypto or its Ed25519 is not there, or a key is not one.
 */
export async function importTrust(trust: readonly PublicJwk[]): Promise<readonly Verifier[]> {
  return Promise.all(trust.map(importKey));
}

async function importKey(jwk: PublicJwk): Promise<Verifier> {
  const { kty, crv, x } = jwk;
  const key = await subtle().importKey("jwk", { kty, crv, x }, { name: "Ed25519" }, false, ["verify"]);
  return {
    keyId: await keyIdOf(jwk, digest),
    verify: (bytes, signature) => subtle().verify({ name: "Ed25519" }, key, copied(signature), copied(bytes)),
  };
}

/** Whether this could be an Ed25519 public key: the form only, the point itself is judged by WebCrypto. */
export function looksLikeEd25519(jwk: PublicJwk): boolean {
  return (
    jwk.kty === "OKP" &&
    jwk.crv === "Ed25519" &&
    typeof jwk.x === "string" &&
    /^[A-Za-z0-9_-]{43}$/.test(jwk.x)
  );
}

function subtle(): SubtleCrypto {
  // Absent on pages that are not served securely, whatever the type says.
  const available: Crypto | undefined = globalThis.crypto;
  if (available?.subtle === undefined)
    throw new Error("WebCrypto is not available: serve the page over https");
  return available.subtle;
}

/** WebCrypto takes no view on memory that another thread could be writing to. */
function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
