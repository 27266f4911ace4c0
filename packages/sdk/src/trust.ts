// Which keys count: those of the application's own configuration, those that a key list signed by one of them names, and
// so on along the chain; less those that such a list revokes, for ever. Nothing else widens trust.
import { openKeyList, type PublicJwk, type Verifier } from "@jumelage/engine";
import { digest, importTrust } from "./web-crypto.ts";

export interface Trust {
  /** The keys that count. */
  readonly verifiers: readonly Verifier[];
  /** The newest key list taken; 0 before any. */
  readonly version: number;
  readonly revoked: ReadonlySet<string>;
  /** The signed bytes of the lists that made a difference, oldest first: what a restart goes along again. */
  readonly lists: readonly Uint8Array[];
}

/** The trust an application configures. @throws when WebCrypto is not there, or a key is not one. */
export async function configuredTrust(keys: readonly PublicJwk[]): Promise<Trust> {
  return { verifiers: await importTrust(keys), version: 0, revoked: new Set(), lists: [] };
}

/**
 * Trust after key lists, in the order given. One that is signed by no key that counts, is not newer than what was taken
 * already or is not what it should be changes nothing: a reader who starts late cannot judge the lists before its own.
 */
export async function trustAfter(trust: Trust, lists: readonly Uint8Array[]): Promise<Trust> {
  let now = trust;
  for (const bytes of lists) {
    const opened = await openKeyList(bytes, { trusted: now.verifiers, digest });
    if (!opened.ok || opened.value.list.version <= now.version) continue;
    const { keys, revoked, version } = opened.value.list;
    const gone = new Set([...now.revoked, ...revoked]);
    const known = new Set(now.verifiers.map(({ keyId }) => keyId));
    const added = await importTrust(keys.filter(({ kid }) => !known.has(kid)));
    now = {
      verifiers: [...now.verifiers, ...added].filter(({ keyId }) => !gone.has(keyId)),
      version,
      revoked: gone,
      lists: [...now.lists, bytes],
    };
  }
  return now;
}
