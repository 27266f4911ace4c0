// What the release code needs from outside: the engine itself does no cryptography and holds no key.
import { canonicalJson } from "../model/canonical-json.ts";
import { base64, hex, utf8Bytes } from "./bytes.ts";

/** SHA-256. */
export type Digest = (bytes: Uint8Array) => Promise<Uint8Array>;

/** One signing key (Ed25519), wherever it lives. */
export interface Signer {
  readonly keyId: string;
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** One trusted public key (Ed25519). `verify` answers false, and does not throw, on a signature of any other form. */
export interface Verifier {
  readonly keyId: string;
  verify(bytes: Uint8Array, signature: Uint8Array): Promise<boolean>;
}

/** The public half of an Ed25519 key as a JSON Web Key (RFC 8037). Other members are ignored. */
export interface PublicJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly kid?: string | undefined;
}

/** SHA-256 in hexadecimal, the form every document here uses. */
export async function sha256Hex(bytes: Uint8Array, digest: Digest): Promise<string> {
  return hex(await digest(bytes));
}

/** The key id of a public key: its `kid`, or else its RFC 7638 thumbprint. */
export async function keyIdOf(jwk: PublicJwk, digest: Digest): Promise<string> {
  if (jwk.kid !== undefined && jwk.kid !== "") return jwk.kid;
  const thumbprint = await digest(utf8Bytes(canonicalJson({ crv: jwk.crv, kty: jwk.kty, x: jwk.x })));
  return base64(thumbprint).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
