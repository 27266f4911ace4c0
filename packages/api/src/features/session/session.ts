// Who is signed in: sessions of a random token, of which the database keeps a hash only. In the demo one signs in as
// any of its fictitious people with one click; in production with a password of one's own (`password.ts`) or at the
// organisation's provider (`provider.ts`).
import {
  createSession,
  endSession,
  findSession,
  getPerson,
  listPeople,
  proveSession,
  touchSession,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { Session, SignedInPerson } from "./session.schemas.ts";

const touchAfter = 60_000;

/** Somebody who is signed in, with the roles they have now, and when they last showed who they are. */
export interface OpenSession {
  readonly person: SignedInPerson;
  readonly provedAt: Date;
}

/** A session that was just opened; the token goes to the browser and nowhere else. */
export interface NewSession {
  readonly session: Session;
  readonly token: string;
  readonly maxAgeSeconds: number;
}

/** The session a token stands for. */
export async function sessionOf(token: string | undefined, deps: Deps): Promise<OpenSession | undefined> {
  if (token === undefined || token === "") return undefined;
  const now = deps.clock.now();
  const tokenHash = deps.hashToken(token);
  const session = await findSession(deps.db, { tokenHash, now, idleMs: deps.sessions.idle });
  if (!session) return undefined;
  if (now.getTime() - session.lastSeenAt.getTime() > touchAfter)
    await touchSession(deps.db, { tokenHash, now });
  return { person: signedInPerson(session.person), provedAt: session.provedAt };
}

/** Who is signed in, and how one may sign in. */
export async function getSession(token: string | undefined, deps: Deps): Promise<Session> {
  return describe((await sessionOf(token, deps))?.person, deps);
}

/** Signs in as one of the demo's people. */
export async function signIn(
  request: { readonly personId: string; readonly token: string | undefined },
  deps: Deps,
): Promise<NewSession> {
  if (deps.mode !== "demo") throw new Refusal("forbidden", { action: "session.sign-in" });
  return openSession({ person: request.personId, before: request.token }, deps);
}

/**
 * Opens a session for somebody who has shown who they are. A session from before ends: a token never changes hands.
 * @throws Refusal `not-found` when the person does not exist or is shut out.
 */
export async function openSession(
  opening: { readonly person: string; readonly before: string | undefined },
  deps: Deps,
): Promise<NewSession> {
  const person = await getPerson(deps.db, opening.person);
  if (!person || person.disabledAt !== null) throw new Refusal("not-found");
  await signOut(opening.before, deps);
  const token = deps.ids.token();
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + deps.sessions.absolute);
  await createSession(deps.db, { tokenHash: deps.hashToken(token), person: person.id, now, expiresAt });
  const session = await describe(signedInPerson(person), deps);
  return { session, token, maxAgeSeconds: Math.floor(deps.sessions.absolute / 1000) };
}

/** Ends the session of this token, if there is one. */
export async function signOut(token: string | undefined, deps: Deps): Promise<void> {
  if (token !== undefined && token !== "") await endSession(deps.db, deps.hashToken(token));
}

/** Notes that the person of this session has just shown again who they are. */
export async function noteProved(token: string | undefined, deps: Deps): Promise<void> {
  if (token !== undefined)
    await proveSession(deps.db, { tokenHash: deps.hashToken(token), now: deps.clock.now() });
}

/** Whether somebody showed who they are recently enough for what is grave. */
export function isProved(session: OpenSession, deps: Deps): boolean {
  return deps.clock.now().getTime() - session.provedAt.getTime() <= deps.sessions.proved;
}

async function describe(person: SignedInPerson | undefined, deps: Deps): Promise<Session> {
  const people = deps.mode === "demo" ? await listPeople(deps.db) : [];
  return {
    mode: deps.mode,
    person: person ?? null,
    demoPeople: people
      .filter((p) => p.disabledAt === null)
      .map(({ id, name, title }) => ({ id, name, title })),
    provider: deps.provider ? { name: deps.provider.name } : null,
  };
}

/** A person as the table of roles looks at them. */
export function signedInPerson(person: Awaited<ReturnType<typeof getPerson>> & object): SignedInPerson {
  return {
    id: person.id,
    name: person.name,
    admin: person.admin,
    roles: person.roles.map(({ program, roles }) => ({ program, roles: [...roles] })),
  };
}
