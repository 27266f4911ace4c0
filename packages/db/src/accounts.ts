// How people sign in: local passwords, one-time links, identities of a provider. Hashing and the clock are the caller's.
import { and, eq, gt, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Reader, Tx } from "./db.ts";
import { people, sessions } from "./schema.ts";
import {
  identities,
  passwords,
  signInAttempts,
  signInLinks,
  type AttemptPurpose,
} from "./schema-accounts.ts";

export interface LocalAccount {
  readonly person: string;
  readonly hash: string;
  readonly failures: number;
  readonly lockedUntil: Date | null;
}

/** The local account of an e-mail address, in any case of letters, of somebody who may still sign in. */
export async function findAccount(reader: Reader, email: string): Promise<LocalAccount | undefined> {
  return accountWhere(reader, sql`lower(${people.email}) = lower(${email})`);
}

/** The local account of a person who may still sign in. */
export async function accountOf(reader: Reader, person: string): Promise<LocalAccount | undefined> {
  return accountWhere(reader, eq(people.id, person));
}

async function accountWhere(
  reader: Reader,
  condition: ReturnType<typeof eq>,
): Promise<LocalAccount | undefined> {
  const [row] = await reader
    .select({ account: passwords })
    .from(passwords)
    .innerJoin(people, eq(people.id, passwords.person))
    .where(and(condition, isNull(people.disabledAt)));
  return (
    row && {
      person: row.account.person,
      hash: row.account.hash,
      failures: row.account.failures,
      lockedUntil: row.account.lockedUntil,
    }
  );
}

/** Everybody who has a local password, and everybody an identity: how each person can sign in. */
export async function waysToSignIn(
  reader: Reader,
): Promise<{ readonly password: ReadonlySet<string>; readonly identity: ReadonlySet<string> }> {
  const local = await reader.select({ person: passwords.person }).from(passwords);
  const linked = await reader.select({ person: identities.person }).from(identities);
  return {
    password: new Set(local.map((r) => r.person)),
    identity: new Set(linked.map((r) => r.person)),
  };
}

/** Counts a wrong password; `lockedUntil` when no other is to be tried before then. */
export async function notePasswordFailure(
  reader: Reader,
  failure: { readonly person: string; readonly lockedUntil: Date | null },
): Promise<void> {
  await reader
    .update(passwords)
    .set({ failures: sql`${passwords.failures} + 1`, lockedUntil: failure.lockedUntil })
    .where(eq(passwords.person, failure.person));
}

/** A right password: what was counted is forgotten. */
export async function forgetPasswordFailures(reader: Reader, person: string): Promise<void> {
  await reader.update(passwords).set({ failures: 0, lockedUntil: null }).where(eq(passwords.person, person));
}

/** How long a one-time link opens, in milliseconds. */
const linkLife = 3 * 24 * 60 * 60_000;

/**
 * Makes the link by which a person chooses a password; their earlier links open nothing any more. Gives its address,
 * below the server's own, and until when it opens. The token stands after `#`: no server log ever has it.
 */
export async function giveSignInLink(
  tx: Tx,
  act: Act,
  link: { readonly person: string; readonly token: string; readonly tokenHash: string },
): Promise<{ readonly path: string; readonly expiresAt: Date }> {
  const { person, token, tokenHash } = link;
  const expiresAt = new Date(act.at.getTime() + linkLife);
  await createSignInLink(tx, act, { tokenHash, person, expiresAt });
  return { path: `/bienvenue#${token}`, expiresAt };
}

/** Keeps the hash of a one-time link; the person's earlier links open nothing any more. */
export async function createSignInLink(
  tx: Tx,
  act: Act,
  link: { readonly tokenHash: string; readonly person: string; readonly expiresAt: Date },
): Promise<void> {
  await tx
    .update(signInLinks)
    .set({ usedAt: act.at })
    .where(and(eq(signInLinks.person, link.person), isNull(signInLinks.usedAt)));
  await tx.insert(signInLinks).values({ ...link, createdAt: act.at });
  await appendAudit(tx, act, {
    action: "person.link",
    subject: `person:${link.person}`,
    payload: { expires: link.expiresAt.toISOString() },
  });
}

/** Whose link this is; `undefined` when it is unknown, used, over, or its person disabled. */
export async function findSignInLink(
  reader: Reader,
  link: { readonly tokenHash: string; readonly now: Date },
): Promise<{ readonly person: string; readonly name: string; readonly email: string | null } | undefined> {
  const [row] = await reader
    .select({ person: people.id, name: people.name, email: people.email })
    .from(signInLinks)
    .innerJoin(people, eq(people.id, signInLinks.person))
    .where(
      and(
        eq(signInLinks.tokenHash, link.tokenHash),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, link.now),
        isNull(people.disabledAt),
      ),
    );
  return row;
}

/**
 * Uses a link up and sets the password of its person, whose open sessions all end.
 * Of two at once one gets the person's id, the other `undefined`.
 */
export async function setPasswordByLink(
  tx: Tx,
  act: { readonly at: Date },
  chosen: { readonly tokenHash: string; readonly hash: string },
): Promise<string | undefined> {
  const [used] = await tx
    .update(signInLinks)
    .set({ usedAt: act.at })
    .where(
      and(
        eq(signInLinks.tokenHash, chosen.tokenHash),
        isNull(signInLinks.usedAt),
        gt(signInLinks.expiresAt, act.at),
      ),
    )
    .returning({ person: signInLinks.person });
  if (!used) return undefined;
  const { person } = used;
  const values = { hash: chosen.hash, setAt: act.at, failures: 0, lockedUntil: null };
  await tx
    .insert(passwords)
    .values({ person, ...values })
    .onConflictDoUpdate({ target: passwords.person, set: values });
  await tx.delete(sessions).where(eq(sessions.person, person));
  await appendAudit(
    tx,
    { by: person, at: act.at },
    { action: "person.password", subject: `person:${person}`, payload: {} },
  );
  return person;
}

/** Who an identity of a provider is here, if anybody who may still sign in. */
export async function personOfIdentity(
  reader: Reader,
  identity: { readonly issuer: string; readonly subject: string },
): Promise<string | undefined> {
  const [row] = await reader
    .select({ person: people.id })
    .from(identities)
    .innerJoin(people, eq(people.id, identities.person))
    .where(
      and(
        eq(identities.issuer, identity.issuer),
        eq(identities.subject, identity.subject),
        isNull(people.disabledAt),
      ),
    );
  return row?.person;
}

/**
 * Links an identity to the person of this e-mail address: the first time only, and only somebody who has no identity of
 * that provider yet. `undefined` where there is nobody to link it to.
 */
export async function linkIdentity(
  tx: Tx,
  act: { readonly at: Date },
  identity: { readonly issuer: string; readonly subject: string; readonly email: string },
): Promise<string | undefined> {
  const { issuer, subject, email } = identity;
  const [row] = await tx
    .select({ person: people.id, linked: identities.subject })
    .from(people)
    .leftJoin(identities, and(eq(identities.person, people.id), eq(identities.issuer, issuer)))
    .where(and(sql`lower(${people.email}) = lower(${email})`, isNull(people.disabledAt)));
  if (!row || row.linked !== null) return undefined;
  const { person } = row;
  const made = await tx
    .insert(identities)
    .values({ issuer, subject, person, linkedAt: act.at })
    .onConflictDoNothing()
    .returning({ person: identities.person });
  if (made.length === 0) return undefined;
  await appendAudit(
    tx,
    { by: person, at: act.at },
    { action: "person.identity", subject: `person:${person}`, payload: { issuer } },
  );
  return person;
}

export interface SignInAttempt {
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly purpose: AttemptPurpose;
  readonly person: string | null;
  readonly returnTo: string;
}

/** Keeps what is needed when somebody comes back from their provider. */
export async function startAttempt(
  reader: Reader,
  attempt: SignInAttempt & { readonly stateHash: string; readonly startedAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await reader.delete(signInAttempts).where(lte(signInAttempts.expiresAt, attempt.startedAt));
  await reader.insert(signInAttempts).values(attempt);
}

/** Takes an attempt out: a second answer to the same one finds nothing. */
export async function takeAttempt(
  reader: Reader,
  attempt: { readonly stateHash: string; readonly now: Date },
): Promise<(SignInAttempt & { readonly startedAt: Date }) | undefined> {
  const [row] = await reader
    .delete(signInAttempts)
    .where(eq(signInAttempts.stateHash, attempt.stateHash))
    .returning();
  if (!row || row.expiresAt.getTime() <= attempt.now.getTime()) return undefined;
  const { nonce, codeVerifier, purpose, person, returnTo, startedAt } = row;
  return { nonce, codeVerifier, purpose, person, returnTo, startedAt };
}

/** Removes links that were used or are over. */
export async function sweepSignInLinks(reader: Reader, now: Date): Promise<void> {
  await reader.delete(signInLinks).where(or(lte(signInLinks.expiresAt, now), isNotNull(signInLinks.usedAt)));
}
