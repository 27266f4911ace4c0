// Local accounts: signing in with a password, choosing one by a one-time link, showing once more who one is.
// A wrong password and an unknown address are told apart neither by the answer nor by the time it takes.
import {
  accountOf,
  findAccount,
  findSignInLink,
  forgetPasswordFailures,
  getPerson,
  inTransaction,
  notePasswordFailure,
  setPasswordByLink,
  waysToSignIn,
  type LocalAccount,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { SignInWithPassword, StepUpWays, PasswordByLink } from "./session.schemas.ts";
import { noteProved, openSession, type NewSession, type OpenSession } from "./session.ts";

const minute = 60_000;
/** Wrong passwords in a row before an account waits. */
const freeFailures = 5;
const longestWait = 60 * minute;

/**
 * Signs in with an e-mail address and a password.
 * @throws Refusal `forbidden` (`reason: "wrong-password"`), or `rate-limited` with `until` after too many wrong ones.
 */
export async function signInWithPassword(
  request: SignInWithPassword & { readonly token: string | undefined },
  deps: Deps,
): Promise<NewSession> {
  const account = await findAccount(deps.db, request.email);
  await check(account, request.password, deps);
  if (!account) throw wrong();
  return openSession({ person: account.person, before: request.token }, deps);
}

/**
 * Shows once more who one is, before something grave.
 * @throws Refusal as `signInWithPassword` does.
 */
export async function stepUp(
  request: { readonly password: string | undefined; readonly token: string | undefined },
  session: OpenSession,
  deps: Deps,
): Promise<void> {
  if (deps.mode !== "demo") {
    const account = await accountOf(deps.db, session.person.id);
    await check(account, request.password ?? "", deps);
  }
  await noteProved(request.token, deps);
}

/** How this person can show who they are. */
export async function stepUpWays(session: OpenSession, deps: Deps): Promise<StepUpWays> {
  const ways = await waysToSignIn(deps.db);
  const { id } = session.person;
  return {
    demo: deps.mode === "demo",
    password: ways.password.has(id),
    provider: deps.provider && ways.identity.has(id) ? deps.provider.name : null,
  };
}

/** Whose one-time link this is. @throws Refusal `not-found` when it opens nothing. */
export async function readLink(
  token: string,
  deps: Deps,
): Promise<{ readonly name: string; readonly email: string | null }> {
  const link = await findSignInLink(deps.db, { tokenHash: deps.hashKey(token), now: deps.clock.now() });
  if (!link) throw new Refusal("not-found");
  return { name: link.name, email: link.email };
}

/**
 * Uses a one-time link up: sets the password of its person and signs them in.
 * @throws Refusal `not-found` when the link opens nothing, `invalid-input` for a password anybody would try first.
 */
export async function choosePassword(
  request: PasswordByLink & { readonly before: string | undefined },
  deps: Deps,
): Promise<NewSession> {
  const tokenHash = deps.hashKey(request.token);
  const link = await findSignInLink(deps.db, { tokenHash, now: deps.clock.now() });
  if (!link) throw new Refusal("not-found");
  if (isObvious(request.password, [link.name, link.email ?? "", link.person]))
    throw new Refusal("invalid-input", { reason: "obvious-password" });
  const hash = await deps.passwords.hash(request.password);
  const person = await inTransaction(deps.db, (tx) =>
    setPasswordByLink(tx, { at: deps.clock.now() }, { tokenHash, hash }),
  );
  if (person === undefined || !(await getPerson(deps.db, person))) throw new Refusal("not-found");
  return openSession({ person, before: request.before }, deps);
}

/** One character over and over, a row of keys, or the person's own name. */
export function isObvious(password: string, own: readonly string[]): boolean {
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5) return true;
  const names = own.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).map((n) => n.toLowerCase());
  const rest = names
    .filter((name) => name.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((text, name) => text.replaceAll(name, ""), plain);
  if (rest.replace(/[^\p{L}\p{N}]/gu, "").length < 6) return true;
  return rows.some((row) => row.includes(plain));
}

/** Rows of characters as they stand on keys or in the alphabet, there and back. */
const rows = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"].flatMap(
  (row) => [row, row.split("").reverse().join("")],
);

async function check(account: LocalAccount | undefined, password: string, deps: Deps): Promise<void> {
  const now = deps.clock.now();
  if (account?.lockedUntil && account.lockedUntil > now)
    throw new Refusal("rate-limited", { until: account.lockedUntil.toISOString() });
  // Nobody's password is compared with a hash all the same, so that an unknown address takes as long as a known one.
  const right = await deps.passwords.verify(password, account?.hash);
  if (account && right) {
    if (account.failures > 0) await forgetPasswordFailures(deps.db, account.person);
    return;
  }
  if (account) {
    const wait =
      account.failures + 1 >= freeFailures ? minute * 2 ** (account.failures + 1 - freeFailures) : 0;
    const lockedUntil = wait === 0 ? null : new Date(now.getTime() + Math.min(wait, longestWait));
    await notePasswordFailure(deps.db, { person: account.person, lockedUntil });
    deps.log.warn({ person: account.person, failures: account.failures + 1 }, "wrong password");
  }
  throw wrong();
}

function wrong(): Refusal {
  return new Refusal("forbidden", { reason: "wrong-password" });
}
