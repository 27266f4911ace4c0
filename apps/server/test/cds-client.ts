// A client of CDS Hooks services for tests: its keys, its tokens, and its place on the list.
import type { CdsClient as Listed } from "@jumelage/api/schemas";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from "jose";
import { admin, Console, type Answer } from "./clients.ts";

export interface KeyPair {
  readonly alg: string;
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export async function keyPair(alg: string, kid: string): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: "sig" } };
}

let made = 0;

/** The claims of a token that is good for `audience`, now and once. */
export function goodClaims(issuer: string, audience: string): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return { iss: issuer, aud: audience, iat: now, exp: now + 120, jti: `${process.pid}-${now}-${made++}` };
}

/** A token with these claims, signed with this key. */
export function sign(
  claims: JWTPayload,
  key: KeyPair,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: "JWT", ...header })
    .sign(key.privateKey);
}

export interface Listing {
  readonly issuer: string;
  readonly keys: readonly JWK[];
  readonly consumer?: string;
  readonly tenants?: readonly string[];
  readonly jku?: string;
}

/** Puts a client on the list, as an administrator does. */
export async function list(url: string, client: Listing): Promise<Answer<Listed[]>> {
  const { issuer, keys, consumer = "demo", tenants = [], jku } = client;
  const sacha = await Console.of(url, admin);
  return sacha.mutate("cdsClients.save", {
    issuer,
    consumer,
    jwks: { keys },
    tenants,
    ...(jku === undefined ? {} : { jku }),
  });
}
