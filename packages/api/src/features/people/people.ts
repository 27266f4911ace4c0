// People of the installation: adding them, what they may do where, letting them in and shutting them out.
import {
  countAdmins,
  createPerson,
  disablePerson,
  enablePerson,
  getPerson,
  getProgram,
  giveSignInLink,
  inTransaction,
  listPeople,
  listPrograms,
  setAdmin,
  setRole,
  waysToSignIn,
  type Act,
  type Tx,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import type { AddPerson, NewLink, People, SetRole } from "./people.schemas.ts";

/** Everybody, by name, with the programs there are. */
export async function peopleOf(deps: Deps): Promise<People> {
  const [people, programs, ways] = await Promise.all([
    listPeople(deps.db),
    listPrograms(deps.db),
    waysToSignIn(deps.db),
  ]);
  return {
    people: people.map((p) => ({
      id: p.id,
      name: p.name,
      title: p.title,
      email: p.email,
      admin: p.admin,
      disabledAt: p.disabledAt?.toISOString() ?? null,
      roles: p.roles.map(({ program, roles }) => ({ program, roles: [...roles] })),
      signsIn: { password: ways.password.has(p.id), provider: ways.identity.has(p.id) },
    })),
    programs: programs.map(({ id, title }) => ({ id, title })),
  };
}

/**
 * Adds a person and makes the link by which they choose a password.
 * @throws Refusal `invalid-input` (`reason`: `id-taken` or `email-taken`).
 */
export async function addPerson(person: AddPerson, by: string, deps: Deps): Promise<NewLink> {
  return inTransaction(deps.db, async (tx) => {
    if (await createPerson(tx, act(by, deps), person)) return makeLink(tx, person.id, act(by, deps), deps);
    const taken = (await getPerson(tx, person.id)) ? "id-taken" : "email-taken";
    throw new Refusal("invalid-input", { reason: taken });
  });
}

/** A new link to choose a password by; the links of before open nothing any more. */
export async function newLink(person: string, by: string, deps: Deps): Promise<NewLink> {
  return inTransaction(deps.db, async (tx) => {
    await mustExist(tx, person);
    return makeLink(tx, person, act(by, deps), deps);
  });
}

/** Gives or takes a role in a program. */
export async function changeRole(change: SetRole, by: string, deps: Deps): Promise<People> {
  await inTransaction(deps.db, async (tx) => {
    await mustExist(tx, change.person);
    if (!(await getProgram(tx, change.of))) throw new Refusal("not-found");
    const { person, of: program, role, granted } = change;
    await setRole(tx, act(by, deps), { person, program, role, granted });
  });
  return peopleOf(deps);
}

/**
 * Makes somebody an administrator, or no longer one.
 * @throws Refusal `forbidden` (`reason: "last-admin"`) rather than leave the installation without any.
 */
export async function changeAdmin(
  change: { readonly person: string; readonly admin: boolean },
  by: string,
  deps: Deps,
): Promise<People> {
  await inTransaction(deps.db, async (tx) => {
    await mustExist(tx, change.person);
    if (!change.admin) await keepAnAdmin(tx, change.person);
    await setAdmin(tx, act(by, deps), change);
  });
  return peopleOf(deps);
}

/**
 * Shuts somebody out, at once and from every device, or lets them in again. What they did stays.
 * @throws Refusal `forbidden` (`reason: "last-admin"`) rather than leave the installation without any administrator.
 */
export async function changeAccess(
  change: { readonly person: string; readonly allowed: boolean },
  by: string,
  deps: Deps,
): Promise<People> {
  await inTransaction(deps.db, async (tx) => {
    await mustExist(tx, change.person);
    if (change.allowed) await enablePerson(tx, act(by, deps), change.person);
    else {
      await keepAnAdmin(tx, change.person);
      await disablePerson(tx, act(by, deps), change.person);
    }
  });
  return peopleOf(deps);
}

function act(by: string, deps: Deps): Act {
  return { by, at: deps.clock.now() };
}

async function mustExist(tx: Tx, person: string): Promise<void> {
  if (!(await getPerson(tx, person))) throw new Refusal("not-found");
}

async function keepAnAdmin(tx: Tx, person: string): Promise<void> {
  const admins = await countAdmins(tx);
  const found = await getPerson(tx, person);
  if (found?.admin && found.disabledAt === null && admins <= 1)
    throw new Refusal("forbidden", { reason: "last-admin" });
}

async function makeLink(tx: Tx, person: string, by: Act, deps: Deps): Promise<NewLink> {
  const token = deps.ids.token();
  const { path, expiresAt } = await giveSignInLink(tx, by, {
    person,
    token,
    tokenHash: deps.hashKey(token),
  });
  return { path, expires: expiresAt.toISOString() };
}
