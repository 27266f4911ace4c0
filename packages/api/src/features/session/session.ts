// Who is signed in: sessions of a random token, of which the database keeps a hash only. In the demo one signs in as
// any of its fictitious people with one click; in production nobody signs in this way.
import { createSession, endSession, findSession, getPerson, listPeople, touchSession } from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { Session, SignedInPerson } from "./session.schemas.ts";

const touchAfter = 60_000;

/** The person a token stands for, with their roles as they are now. */
export async function personOf(token: string | undefined, deps: Deps): Promise<SignedInPerson | undefined> {
  if (token === undefined || token === "") return undefined;
  const now = deps.clock.now();
  const tokenHash = deps.hashToken(token);
  const session = await findSession(deps.db, { tokenHash, now, idleMs: deps.sessions.idle });
  if (!session) return undefined;
  if (now.getTime() - session.lastSeenAt.getTime() > touchAfter)
    await touchSession(deps.db, { tokenHash, now });
  return signedInPerson(session.person);
}

/** Who is signed in, and whom one may sign in as. */
export async function getSession(token: string | undefined, deps: Deps): Promise<Session> {
  return describe(await personOf(token, deps), deps);
}

/** Signs in as one of the demo's people. A session from before ends: a token never changes hands. */
export async function signIn(
  request: { readonly personId: string; readonly token: string | undefined },
  deps: Deps,
): Promise<{ readonly session: Session; readonly token: string; readonly maxAgeSeconds: number }> {
  if (deps.mode !== "demo") throw new Refusal("forbidden", { action: "session.sign-in" });
  const person = await getPerson(deps.db, request.personId);
  if (!person || person.disabledAt !== null) throw new Refusal("not-found");
  await signOut(request.token, deps);
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

async function describe(person: SignedInPerson | undefined, deps: Deps): Promise<Session> {
  const people = deps.mode === "demo" ? await listPeople(deps.db) : [];
  return {
    mode: deps.mode,
    person: person ?? null,
    demoPeople: people
      .filter((p) => p.disabledAt === null)
      .map(({ id, name, title }) => ({ id, name, title })),
  };
}

function signedInPerson(person: Awaited<ReturnType<typeof getPerson>> & object): SignedInPerson {
  return {
    id: person.id,
    name: person.name,
    admin: person.admin,
    roles: person.roles.map(({ program, roles }) => ({ program, roles: [...roles] })),
  };
}
