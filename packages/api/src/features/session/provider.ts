// Signing in at the organisation's OpenID Connect provider. The protocol itself is the port's (`IdentityProvider`);
// here is who the person that comes back is, and that an answer counts once, in time, and for whoever left.
import {
  getPerson,
  inTransaction,
  linkIdentity,
  personOfIdentity,
  startAttempt,
  takeAttempt,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { noteProved, openSession, sessionOf, type NewSession } from "./session.ts";

/** What a provider says of somebody, after its answer has been verified. */
export interface ProviderClaims {
  readonly subject: string;
  /** Absent unless the provider has verified it. */
  readonly email: string | undefined;
  /** When they last showed the provider who they are. */
  readonly authenticatedAt: Date | undefined;
}

export interface IdentityProvider {
  /** As people know it. */
  readonly name: string;
  readonly issuer: string;
  /** Where the browser goes. `again`: the person must show who they are although the provider knows them. */
  authorizationUrl(request: {
    readonly state: string;
    readonly nonce: string;
    readonly codeVerifier: string;
    readonly again: boolean;
  }): Promise<string>;
  /** Exchanges and verifies what the browser came back with. @throws when any of it is not as it must be. */
  claims(answer: {
    readonly query: string;
    readonly state: string;
    readonly nonce: string;
    readonly codeVerifier: string;
    readonly again: boolean;
  }): Promise<ProviderClaims>;
}

/** Why nobody was signed in. */
export type ProviderFailure = "no-attempt" | "refused" | "no-account" | "somebody-else" | "not-again";

export type ComeBack =
  | { readonly ok: true; readonly returnTo: string; readonly opened?: NewSession }
  | { readonly ok: false; readonly reason: ProviderFailure; readonly returnTo: string };

const attemptMs = 10 * 60_000;

/** Sends somebody to the provider: where to. For a step-up, the session says who must come back. */
export async function goToProvider(
  request: {
    readonly purpose: "sign-in" | "step-up";
    readonly returnTo: string;
    readonly token: string | undefined;
  },
  provider: IdentityProvider,
  deps: Deps,
): Promise<{ readonly url: string; readonly state: string }> {
  const open = request.purpose === "step-up" ? await sessionOf(request.token, deps) : undefined;
  // Whoever is no longer signed in simply signs in.
  const purpose = open ? "step-up" : "sign-in";
  const [state, nonce, codeVerifier] = [deps.ids.token(), deps.ids.token(), deps.ids.token()];
  const now = deps.clock.now();
  await startAttempt(deps.db, {
    stateHash: deps.hashKey(state),
    nonce,
    codeVerifier,
    purpose,
    person: open?.person.id ?? null,
    returnTo: ownPath(request.returnTo),
    startedAt: now,
    expiresAt: new Date(now.getTime() + attemptMs),
  });
  const url = await provider.authorizationUrl({ state, nonce, codeVerifier, again: purpose === "step-up" });
  return { url, state };
}

/** Takes what somebody came back with. `state` is what their browser kept, so that nobody answers for another. */
export async function comeBack(
  answer: { readonly query: string; readonly state: string; readonly token: string | undefined },
  provider: IdentityProvider,
  deps: Deps,
): Promise<ComeBack> {
  const now = deps.clock.now();
  const attempt = await takeAttempt(deps.db, { stateHash: deps.hashKey(answer.state), now });
  if (!attempt) return { ok: false, reason: "no-attempt", returnTo: "/" };
  const { nonce, codeVerifier, purpose, returnTo } = attempt;
  const again = purpose === "step-up";
  const no = (reason: ProviderFailure): ComeBack => {
    deps.log.warn({ reason }, "nobody was signed in by the provider");
    return { ok: false, reason, returnTo };
  };
  let claims: ProviderClaims;
  try {
    claims = await provider.claims({ query: answer.query, state: answer.state, nonce, codeVerifier, again });
  } catch (error) {
    // The provider's own words may quote anything; its class and code are enough to look for.
    deps.log.warn(
      { error: error instanceof Error ? error.name : "unknown", code: codeOf(error) },
      "provider",
    );
    return no("refused");
  }
  const identity = { issuer: provider.issuer, subject: claims.subject };
  const { email } = claims;
  const person =
    (await personOfIdentity(deps.db, identity)) ??
    (email === undefined
      ? undefined
      : await inTransaction(deps.db, (tx) => linkIdentity(tx, { at: now }, { ...identity, email })));
  if (person === undefined || !(await getPerson(deps.db, person))) return no("no-account");
  if (!again) {
    return { ok: true, returnTo, opened: await openSession({ person, before: answer.token }, deps) };
  }
  const open = await sessionOf(answer.token, deps);
  if (person !== attempt.person || open?.person.id !== person) return no("somebody-else");
  // Clocks of two machines differ: half a minute is allowed.
  const since = attempt.startedAt.getTime() - 30_000;
  if (!claims.authenticatedAt || claims.authenticatedAt.getTime() < since) return no("not-again");
  await noteProved(answer.token, deps);
  return { ok: true, returnTo };
}

/** A path of this console, whatever was asked: never an address of another site. */
export function ownPath(asked: string): string {
  const base = "http://console.invalid";
  if (!asked.startsWith("/")) return "/";
  try {
    const url = new URL(asked, base);
    return url.origin === base ? url.pathname + url.search + url.hash : "/";
  } catch {
    return "/";
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
