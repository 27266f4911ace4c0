// Who calls a CDS Hooks service: a JWT per call, signed by a client on the list with a key that is on the list too. No
// key is ever taken from a token or from an address in it, and no token is accepted twice.
import { findCdsClient, useCdsToken } from "@jumelage/db";
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
} from "jose";
import type { Deps } from "../deps.ts";
import { cdsAlgorithms } from "../features/integrations/cds-clients.schemas.ts";
import { bearerKey } from "../public/consumers.ts";
import { PublicProblem } from "../public/failures.ts";

/** How long a token may be good for, and how far clocks may be apart (seconds). */
const longestLife = 300;
const tolerance = 30;
const longestToken = 8192;
const longestId = 256;

/** Why a token is not accepted: `untrusted` is one answer for an issuer, a key and a signature that are not ours to trust. */
export type TokenReason =
  | "malformed"
  | "algorithm"
  | "untrusted"
  | "audience"
  | "expired"
  | "issued-at"
  | "too-long"
  | "token-id"
  | "tenant"
  | "replayed";

export interface CdsCaller {
  readonly issuer: string;
  readonly programs: readonly string[];
}

/**
 * The client that signed the token of this `Authorization` header for this very address.
 * @throws PublicProblem `no-token`, `wrong-token` (with its `reason`)
 */
export async function cdsCaller(
  authorization: string | undefined,
  audience: string,
  deps: Deps,
): Promise<CdsCaller> {
  const token = bearerKey(authorization);
  if (token === undefined) throw new PublicProblem("no-token");
  const { issuer, jku } = claimed(token);
  const client = await findCdsClient(deps.db, issuer);
  if (!client || (jku !== undefined && jku !== client.jku)) throw wrong("untrusted");
  const now = deps.clock.now();
  // What is stored was judged when it was saved.
  const payload = await verified(token, client.jwks as JSONWebKeySet, { issuer, audience, now });
  const { exp = 0, iat = 0, jti } = payload;
  if (exp - iat > longestLife) throw wrong("too-long");
  if (typeof jti !== "string" || jti === "" || jti.length > longestId) throw wrong("token-id");
  const { tenant } = payload;
  if (client.tenants.length > 0 && !(typeof tenant === "string" && client.tenants.includes(tenant))) {
    throw wrong("tenant");
  }
  const expires = new Date((exp + tolerance + 1) * 1000);
  if (!(await useCdsToken(deps.db, { issuer, jtiHash: deps.hashKey(jti), expires }, now))) {
    throw wrong("replayed");
  }
  return { issuer, programs: client.programs };
}

function wrong(reason: TokenReason): PublicProblem {
  return new PublicProblem("wrong-token", { reason });
}

/** What a token says of itself, unverified: only to know which keys to try. */
function claimed(token: string): { readonly issuer: string; readonly jku: string | undefined } {
  if (token.length > longestToken) throw wrong("malformed");
  let header: ReturnType<typeof decodeProtectedHeader>;
  let payload: JWTPayload;
  try {
    header = decodeProtectedHeader(token);
    payload = decodeJwt(token);
  } catch {
    throw wrong("malformed");
  }
  const { alg, kid, jku } = header as Readonly<Record<string, unknown>>;
  if (typeof alg !== "string" || !isAllowed(alg)) throw wrong("algorithm");
  if (typeof kid !== "string" || kid === "" || (jku !== undefined && typeof jku !== "string"))
    throw wrong("malformed");
  if (typeof payload.iss !== "string" || payload.iss === "") throw wrong("untrusted");
  return { issuer: payload.iss, jku };
}

function isAllowed(alg: string): boolean {
  return (cdsAlgorithms as readonly string[]).includes(alg);
}

async function verified(
  token: string,
  jwks: JSONWebKeySet,
  { issuer, audience, now }: { readonly issuer: string; readonly audience: string; readonly now: Date },
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(jwks), {
      algorithms: [...cdsAlgorithms],
      typ: "JWT",
      issuer,
      audience,
      requiredClaims: ["exp", "iat", "jti"],
      maxTokenAge: longestLife,
      clockTolerance: tolerance,
      currentDate: now,
    });
    return payload;
  } catch (error) {
    throw wrong(reasonOf(error));
  }
}

const byClaim: Readonly<Record<string, TokenReason>> = {
  aud: "audience",
  exp: "expired",
  iat: "issued-at",
  jti: "token-id",
  nbf: "issued-at",
};

function reasonOf(error: unknown): TokenReason {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) return byClaim[error.claim] ?? "malformed";
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
    return "untrusted";
  if (error instanceof errors.JOSEAlgNotAllowed) return "algorithm";
  // Whatever else jose finds is in the token.
  if (error instanceof errors.JOSEError) return "malformed";
  throw error;
}
