// The signed key lists of this installation: a file beside the signing key, one list a line, oldest first, written by
// `jumelage admin rotate-key` and `revoke-key`. They are public; the server only reads them and hands them out.
import { createPublicKey, verify } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import {
  keyIdOf,
  openKeyList,
  type Digest,
  type KeyListPayload,
  type PublicJwk,
  type Verifier,
} from "@jumelage/engine";

export interface KeyLists {
  /** The signed bytes, oldest first. */
  readonly lists: readonly Uint8Array[];
  /** Every key they ever named. */
  readonly keys: readonly (PublicJwk & { readonly kid: string })[];
  readonly revoked: ReadonlySet<string>;
}

/** The key lists cannot be used, or do not fit the signing key they lie beside. */
export class KeyListsError extends Error {}

/** Where the key lists of a signing key lie. */
export function keyListsFile(signingKeyFile: string): string {
  return `${signingKeyFile}.lists`;
}

/**
 * Reads and verifies a file of key lists; where there is none, there are none.
 * @throws KeyListsError naming the line that does not verify, or when `signer` is not among the keys that count
 */
export async function readKeyLists(file: string, signer: PublicJwk, digest: Digest): Promise<KeyLists> {
  const keys = new Map<string, PublicJwk & { readonly kid: string }>();
  const revoked = new Set<string>();
  const lists: Uint8Array[] = [];
  let version = 0;
  for (const line of existsSync(file) ? linesOf(readFileSync(file)) : []) {
    const list = await opened(line, keys, digest);
    if (list === undefined || list.version <= version)
      throw new KeyListsError(
        `${file}: line ${lists.length + 1} is not a key list that follows from the others`,
      );
    for (const key of list.keys) keys.set(key.kid, key);
    for (const kid of list.revoked) revoked.add(kid);
    version = list.version;
    lists.push(line);
  }
  const own = await keyIdOf(signer, digest);
  if (lists.length > 0 && (!keys.has(own) || revoked.has(own)))
    throw new KeyListsError(`${file}: does not name the signing key ${own} that it lies beside`);
  return { lists, keys: [...keys.values()], revoked };
}

/** A public key that verifies with Node's own cryptography. */
export function verifierOf(jwk: PublicJwk & { readonly kid: string }): Verifier {
  const { kty, crv, x, kid } = jwk;
  const key = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
  return { keyId: kid, verify: (bytes, signature) => Promise.resolve(verify(null, bytes, key, signature)) };
}

/** A list that a key named before it signed; the first names the key that signed it. */
async function opened(
  line: Uint8Array,
  before: ReadonlyMap<string, PublicJwk & { readonly kid: string }>,
  digest: Digest,
): Promise<KeyListPayload | undefined> {
  const own = before.size === 0 ? keysNamedIn(line) : [...before.values()];
  const found = await openKeyList(line, { trusted: own.map(verifierOf), digest });
  return found.ok ? found.value.list : undefined;
}

/** The keys a list claims to name, unverified: what the first one is then measured against. */
function keysNamedIn(line: Uint8Array): readonly (PublicJwk & { readonly kid: string })[] {
  try {
    const { payload } = JSON.parse(Buffer.from(line).toString("utf8")) as { readonly payload: string };
    const { keys } = JSON.parse(Buffer.from(payload, "base64").toString("utf8")) as {
      readonly keys: readonly (PublicJwk & { readonly kid: string })[];
    };
    return keys;
  } catch {
    return [];
  }
}

function linesOf(bytes: Buffer): readonly Uint8Array[] {
  return bytes
    .toString("latin1")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => new Uint8Array(Buffer.from(line, "latin1")));
}
