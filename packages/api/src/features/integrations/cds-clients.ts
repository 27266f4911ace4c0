// The list of those who may call CDS Hooks services: kept by an administrator, every change audited.
import {
  inTransaction,
  listCdsClients as readClients,
  removeCdsClient as removeClient,
  saveCdsClient as saveClient,
} from "@jumelage/db";
import type { Diagnostic } from "@jumelage/engine";
import { importJWK } from "jose";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { SignedInPerson } from "../session/session.schemas.ts";
import type { CdsClient, CdsKey, RemoveCdsClient, SaveCdsClient } from "./cds-clients.schemas.ts";

/** Everybody on the list. */
export async function listCdsClients(deps: Deps): Promise<CdsClient[]> {
  return (await readClients(deps.db)).map(({ jwks, ...client }) => ({
    ...client,
    tenants: [...client.tenants],
    // Stored as it was judged by the schema.
    keys: (jwks as { readonly keys: readonly CdsKey[] }).keys.map((key) => key.kid),
    changedAt: client.changedAt.toISOString(),
  }));
}

/** Allows a client, or replaces what was known of it. @throws Refusal `invalid-input`, `not-found` (the consumer) */
export async function saveCdsClient(
  { issuer, consumer, jwks, jku, tenants }: SaveCdsClient,
  person: SignedInPerson,
  deps: Deps,
): Promise<CdsClient[]> {
  const keys = jwks.keys.map(publicPart);
  const unusable = await Promise.all(keys.map(isUnusable));
  const diagnostics = unusable.flatMap((is, index): Diagnostic[] =>
    is ? [{ code: "not-a-key", severity: "error", at: ["jwks", "keys", index], params: {} }] : [],
  );
  if (diagnostics.length > 0) throw new Refusal("invalid-input", { diagnostics });
  const act = { by: person.id, at: deps.clock.now() };
  const saved = await inTransaction(deps.db, (tx) =>
    saveClient(tx, act, {
      issuer,
      consumer,
      jwks: { keys },
      jku: jku ?? null,
      tenants,
      keys: keys.map((key) => key.kid),
    }),
  );
  if (!saved) throw new Refusal("not-found");
  return listCdsClients(deps);
}

/** Allows a client no longer, at once. @throws Refusal `not-found` */
export async function removeCdsClient(
  { issuer }: RemoveCdsClient,
  person: SignedInPerson,
  deps: Deps,
): Promise<CdsClient[]> {
  const act = { by: person.id, at: deps.clock.now() };
  if (!(await inTransaction(deps.db, (tx) => removeClient(tx, act, issuer)))) throw new Refusal("not-found");
  return listCdsClients(deps);
}

/** A key without whatever its owner wrote beside it. */
function publicPart(key: CdsKey) {
  const hints = {
    kid: key.kid,
    ...(key.use === undefined ? {} : { use: key.use }),
    ...(key.alg === undefined ? {} : { alg: key.alg }),
  };
  switch (key.kty) {
    case "EC":
      return { kty: key.kty, crv: key.crv, x: key.x, y: key.y, ...hints };
    case "RSA":
      return { kty: key.kty, n: key.n, e: key.e, ...hints };
    case "OKP":
      return { kty: key.kty, crv: key.crv, x: key.x, ...hints };
    default:
      return key satisfies never;
  }
}

/** The algorithm a key would verify with; one that names its own is believed, and found out. */
function algorithmOf(key: ReturnType<typeof publicPart>): string {
  if (key.alg !== undefined) return key.alg;
  if (key.kty === "RSA") return "RS384";
  if (key.kty === "OKP") return "EdDSA";
  return { "P-256": "ES256", "P-384": "ES384", "P-521": "ES512" }[key.crv];
}

async function isUnusable(key: ReturnType<typeof publicPart>): Promise<boolean> {
  try {
    await importJWK(key, algorithmOf(key));
    return false;
  } catch {
    return true;
  }
}
