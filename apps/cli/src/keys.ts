// Where signed documents and the keys to check them come from: files, or addresses of a server.
import { utf8Text, type PublicJwk } from "@jumelage/engine";
import { Unusable, type Io } from "./outcome.ts";
import { documentBytes, readBytes } from "./read.ts";

/** The bytes at an `http(s)` address or in a file. */
export async function readSource(source: string, limit: number, io: Io): Promise<Uint8Array> {
  return isAddress(source) ? download(source, limit, io) : readBytes(source, limit, io);
}

export interface Keys {
  readonly trust: readonly PublicJwk[];
  /** They were read from the server that is being judged. */
  readonly fromServer: boolean;
}

/** The keys of a JWKS file; without one, those that the server of an address itself offers. */
export async function readKeys(source: string, keys: string | undefined, io: Io): Promise<Keys> {
  if (keys === undefined && !isAddress(source)) throw new Unusable("keys-needed");
  const from = keys ?? new URL("/v1/keys", source).href;
  const trust = keysIn(utf8Text(await readSource(from, documentBytes, io)));
  if (trust === undefined) throw new Unusable("not-keys", { what: from });
  return { trust, fromServer: keys === undefined };
}

function keysIn(text: string | undefined): readonly PublicJwk[] | undefined {
  try {
    const json: unknown = JSON.parse(text ?? "");
    const listed: unknown = typeof json === "object" && json !== null && "keys" in json ? json.keys : [json];
    return Array.isArray(listed) && listed.length > 0 && listed.every(isPublicJwk) ? listed : undefined;
  } catch {
    return undefined;
  }
}

function isPublicJwk(json: unknown): json is PublicJwk {
  const members =
    typeof json === "object" && json !== null ? new Map<string, unknown>(Object.entries(json)) : new Map();
  const kid: unknown = members.get("kid");
  return (
    members.get("kty") === "OKP" &&
    members.get("crv") === "Ed25519" &&
    typeof members.get("x") === "string" &&
    (kid === undefined || typeof kid === "string")
  );
}

function isAddress(source: string): boolean {
  return /^https?:\/\//.test(source);
}

async function download(address: string, limit: number, io: Io): Promise<Uint8Array> {
  const headers: Record<string, string> =
    io.consumerKey === undefined ? {} : { authorization: `Bearer ${io.consumerKey}` };
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await fetch(address, { headers, redirect: "error", signal: AbortSignal.timeout(30_000) });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new Unusable("unreachable", { what: address, why: "—" });
  }
  if (!response.ok) throw new Unusable("unreachable", { what: address, why: response.status });
  if (bytes.length > limit) throw new Unusable("too-large", { what: address, limit });
  return bytes;
}
