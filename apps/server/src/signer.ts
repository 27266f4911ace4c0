// The signing key: Ed25519, read from the file the operator names, or made once and kept in the data folder for
// nobody else to read. Only this file ever holds the private half.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { keyIdOf, type Digest, type PublicJwk, type Signer, type Verifier } from "@jumelage/engine";
import { secretFile } from "./secret-file.ts";

export interface SigningKey {
  /** Where it lies. */
  readonly file: string;
  readonly signer: Signer;
  readonly verifier: Verifier;
  /** The public half, as consumers get it. */
  readonly jwk: PublicJwk & { readonly kid: string };
}

/** The key file is missing or does not hold an Ed25519 private key. */
export class SigningKeyError extends Error {}

/** Where the signing key lies, or will. */
export function signingKeyFile({
  file,
  dataDir,
}: {
  readonly file: string | undefined;
  readonly dataDir: string;
}): string {
  return file ?? path.join(dataDir, "signing-key.pem");
}

/** Loads the key of `file`; without one, the key of the data folder, which is made when there is none. */
export async function loadSigningKey(
  options: { readonly file: string | undefined; readonly dataDir: string },
  digest: Digest,
): Promise<SigningKey> {
  const file = signingKeyFile(options);
  const privateKey = parseKey(file, options.file === undefined ? secretFile(file, newKey) : readGiven(file));
  const publicKey = createPublicKey(privateKey);
  const { x } = publicKey.export({ format: "jwk" });
  if (typeof x !== "string") throw new SigningKeyError(`${file}: not an Ed25519 key`);
  const bare = { kty: "OKP", crv: "Ed25519", x };
  const kid = await keyIdOf(bare, digest);
  return {
    file,
    jwk: { ...bare, kid },
    signer: { keyId: kid, sign: (bytes) => Promise.resolve(new Uint8Array(sign(null, bytes, privateKey))) },
    verifier: { keyId: kid, ...verifying(publicKey) },
  };
}

/** The verifier of a public key that somebody vouches for, by the id it has of itself. @throws when it is no Ed25519 key. */
export async function vouchedVerifier(jwk: PublicJwk, digest: Digest): Promise<Verifier> {
  const { kty, crv, x } = jwk;
  const key = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
  if (key.asymmetricKeyType !== "ed25519") throw new SigningKeyError("not an Ed25519 key");
  return { keyId: await keyIdOf(jwk, digest), ...verifying(key) };
}

function verifying(publicKey: KeyObject): Pick<Verifier, "verify"> {
  return { verify: (bytes, signature) => Promise.resolve(verify(null, bytes, publicKey, signature)) };
}

function newKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString();
}

function readGiven(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new SigningKeyError(`${file}: cannot be read`, { cause });
  }
}

function parseKey(file: string, pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new SigningKeyError(`${file}: holds no private key`, { cause });
  }
  if (key.asymmetricKeyType !== "ed25519") {
    throw new SigningKeyError(`${file}: holds a key that is not Ed25519`);
  }
  return key;
}
