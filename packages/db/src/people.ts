// People, what they may do, and their sessions. Of a session only the hash of its token is ever stored.
import type { Text } from "@jumelage/engine";
import { and, asc, eq, gt, isNotNull, isNull, lte } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import type { Act, Reader, Tx } from "./db.ts";
import { asText } from "./documents.ts";
import { people, roleGrants, sessions, type Role } from "./schema.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  /** What they do, in both languages. */
  readonly title: Text;
  readonly email: string | null;
  readonly admin: boolean;
  readonly disabledAt: Date | null;
  readonly roles: readonly { readonly program: string; readonly roles: readonly Role[] }[];
}

/** Makes a person; where that id or address is somebody’s already, they are left as they are (`false`). */
export async function createPerson(
  tx: Tx,
  act: Act,
  person: {
    readonly id: string;
    readonly name: string;
    readonly title: Text;
    readonly email?: string;
    readonly admin?: boolean;
  },
): Promise<boolean> {
  const made = await tx
    .insert(people)
    .values({
      id: person.id,
      name: person.name,
      title: asText(person.title),
      email: person.email?.toLowerCase() ?? null,
      admin: person.admin ?? false,
      createdAt: act.at,
    })
    .onConflictDoNothing()
    .returning({ id: people.id });
  if (made.length === 0) return false;
  await appendAudit(tx, act, {
    action: "person.create",
    subject: `person:${person.id}`,
    payload: { admin: person.admin ?? false },
  });
  return true;
}

/** Gives or takes a role; `false` when it already was so. */
export async function setRole(
  tx: Tx,
  act: Act,
  grant: {
    readonly person: string;
    readonly program: string;
    readonly role: Role;
    readonly granted: boolean;
  },
): Promise<boolean> {
  const { person, program, role } = grant;
  const changed = grant.granted
    ? await tx
        .insert(roleGrants)
        .values({ person, program, role })
        .onConflictDoNothing()
        .returning({ role: roleGrants.role })
    : await tx
        .delete(roleGrants)
        .where(and(eq(roleGrants.person, person), eq(roleGrants.program, program), eq(roleGrants.role, role)))
        .returning({ role: roleGrants.role });
  if (changed.length === 0) return false;
  await appendAudit(tx, act, {
    action: grant.granted ? "role.grant" : "role.revoke",
    subject: `person:${person}`,
    payload: { program, role },
  });
  return true;
}

export async function getPerson(reader: Reader, id: string): Promise<Person | undefined> {
  const [row] = await reader.select().from(people).where(eq(people.id, id));
  return (
    row && {
      ...fromRow(row),
      roles: grouped(await reader.select().from(roleGrants).where(eq(roleGrants.person, id))),
    }
  );
}

/** Everybody, by name. */
export async function listPeople(reader: Reader): Promise<readonly Person[]> {
  const rows = await reader.select().from(people).orderBy(asc(people.name), asc(people.id));
  const grants = await reader.select().from(roleGrants);
  return rows.map((row) => ({ ...fromRow(row), roles: grouped(grants.filter((g) => g.person === row.id)) }));
}

/** Shuts a person out: their sessions end now, what they did stays. `false` when they already were. */
export async function disablePerson(tx: Tx, act: Act, id: string): Promise<boolean> {
  const done = await tx
    .update(people)
    .set({ disabledAt: act.at })
    .where(and(eq(people.id, id), isNull(people.disabledAt)))
    .returning({ id: people.id });
  if (done.length === 0) return false;
  await endSessionsOf(tx, id);
  await appendAudit(tx, act, { action: "person.disable", subject: `person:${id}`, payload: {} });
  return true;
}

/** Lets a person in again whom `disablePerson` shut out. `false` when they were not. */
export async function enablePerson(tx: Tx, act: Act, id: string): Promise<boolean> {
  const done = await tx
    .update(people)
    .set({ disabledAt: null })
    .where(and(eq(people.id, id), isNotNull(people.disabledAt)))
    .returning({ id: people.id });
  if (done.length === 0) return false;
  await appendAudit(tx, act, { action: "person.enable", subject: `person:${id}`, payload: {} });
  return true;
}

/** Makes a person an administrator of the installation, or no longer one; `false` when it already was so. */
export async function setAdmin(
  tx: Tx,
  act: Act,
  change: { readonly person: string; readonly admin: boolean },
): Promise<boolean> {
  const done = await tx
    .update(people)
    .set({ admin: change.admin })
    .where(and(eq(people.id, change.person), eq(people.admin, !change.admin)))
    .returning({ id: people.id });
  if (done.length === 0) return false;
  await appendAudit(tx, act, {
    action: "person.admin",
    subject: `person:${change.person}`,
    payload: { admin: change.admin },
  });
  return true;
}

/** How many people may administer this installation; locked until the transaction ends, so that the last one stays. */
export async function countAdmins(tx: Tx): Promise<number> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.admin, true), isNull(people.disabledAt)))
    .for("update");
  return rows.length;
}

/** Opens a session. `tokenHash` is the SHA-256 of a token the caller made and hands to the browser only. */
export async function createSession(
  reader: Reader,
  session: {
    readonly tokenHash: string;
    readonly person: string;
    readonly now: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const { tokenHash, person, now, expiresAt } = session;
  await reader
    .insert(sessions)
    .values({ tokenHash, person, createdAt: now, lastSeenAt: now, expiresAt, provedAt: now });
}

/** Who a token belongs to, with their roles as they are now; `undefined` when it is unknown, over, or its person disabled. */
export async function findSession(
  reader: Reader,
  session: { readonly tokenHash: string; readonly now: Date; readonly idleMs?: number },
): Promise<
  | {
      readonly person: Person;
      readonly lastSeenAt: Date;
      readonly expiresAt: Date;
      /** When the person last showed who they are. */
      readonly provedAt: Date;
    }
  | undefined
> {
  const [row] = await reader
    .select({ person: people, session: sessions })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.person))
    .where(
      and(
        eq(sessions.tokenHash, session.tokenHash),
        gt(sessions.expiresAt, session.now),
        isNull(people.disabledAt),
      ),
    );
  if (!row) return undefined;
  if (
    session.idleMs !== undefined &&
    session.now.getTime() - row.session.lastSeenAt.getTime() > session.idleMs
  )
    return undefined;
  const roles = grouped(await reader.select().from(roleGrants).where(eq(roleGrants.person, row.person.id)));
  return {
    person: { ...fromRow(row.person), roles },
    lastSeenAt: row.session.lastSeenAt,
    expiresAt: row.session.expiresAt,
    provedAt: row.session.provedAt,
  };
}

/** Notes that a session is in use. */
export async function touchSession(
  reader: Reader,
  session: { readonly tokenHash: string; readonly now: Date },
): Promise<void> {
  await reader
    .update(sessions)
    .set({ lastSeenAt: session.now })
    .where(eq(sessions.tokenHash, session.tokenHash));
}

/** Notes that the person of a session has just shown again who they are. */
export async function proveSession(
  reader: Reader,
  session: { readonly tokenHash: string; readonly now: Date },
): Promise<void> {
  await reader
    .update(sessions)
    .set({ provedAt: session.now })
    .where(eq(sessions.tokenHash, session.tokenHash));
}

export async function endSession(reader: Reader, tokenHash: string): Promise<void> {
  await reader.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}

export async function endSessionsOf(reader: Reader, person: string): Promise<void> {
  await reader.delete(sessions).where(eq(sessions.person, person));
}

/** Removes the sessions that are over. */
export async function sweepSessions(reader: Reader, now: Date): Promise<void> {
  await reader.delete(sessions).where(lte(sessions.expiresAt, now));
}

function fromRow(row: typeof people.$inferSelect): Omit<Person, "roles"> {
  return {
    id: row.id,
    name: row.name,
    title: asText(row.title),
    email: row.email,
    admin: row.admin,
    disabledAt: row.disabledAt,
  };
}

function grouped(grants: readonly { program: string; role: Role }[]): Person["roles"] {
  const byProgram = new Map<string, Role[]>();
  for (const { program, role } of grants) byProgram.set(program, [...(byProgram.get(program) ?? []), role]);
  return [...byProgram]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([program, held]) => ({ program, roles: held.sort() }));
}
