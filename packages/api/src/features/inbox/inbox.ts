// What waits for a person, gathered from every program they have a role in.
import {
  auditOf,
  consumersOf,
  getDraft,
  getRelease,
  listOpenDrafts,
  listPointers,
  listPrograms,
  listReleases,
  listSchedules,
  type Draft,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { dateIn } from "../../public/local-date.ts";
import { rolesIn } from "../../roles.ts";
import { namesOfPeople } from "../people/names-of-people.ts";
import { candidateFor } from "../publish/candidate.ts";
import { rememberingGates, runGates } from "../publish/gates/index.ts";
import type { GateId } from "../publish/publish.schemas.ts";
import type { SignedInPerson } from "../session/session.schemas.ts";
import type { Inbox } from "./inbox.schemas.ts";
import { inOrder, itemsOf, type DraftState, type ProgramState } from "./items.ts";

interface Known {
  readonly state: ProgramState;
  /** The day it is where the program is. */
  readonly today: string;
  readonly newest: { readonly number: number; readonly at: string } | undefined;
}

/** The channel whose release counts as the one in force. */
const inForce = "production";
/** The gates that an author can answer alone, from the content as it stands. */
const ownGates: ReadonlySet<GateId> = new Set(["base", "diagnostics", "profiles", "properties", "sources"]);

/** Everything that waits for this person now. */
export async function inboxOf(person: SignedInPerson, deps: Deps): Promise<Inbox> {
  const now = deps.clock.now();
  const [programs, nameOf] = await Promise.all([listPrograms(deps.db), namesOfPeople(deps)]);
  const visible = programs.filter((program) => rolesIn(person, program.id).length > 0);
  const states = await Promise.all(visible.map(({ id }) => stateOf(id, { person, nameOf }, deps)));
  const items = states.flatMap(({ state, today }) =>
    itemsOf(state, { id: person.id, roles: rolesIn(person, state.program) }, { now, today }),
  );
  const [last] = states
    .flatMap(({ newest, state: { program } }) => (newest ? [{ program, ...newest }] : []))
    .toSorted((a, b) => b.at.localeCompare(a.at));
  return {
    items: inOrder(items),
    titles: Object.fromEntries(visible.map(({ id, title }) => [id, title])),
    lastPublished: last ?? null,
  };
}

async function stateOf(
  program: string,
  { person, nameOf }: { readonly person: SignedInPerson; readonly nameOf: (id: string) => string },
  deps: Deps,
): Promise<Known> {
  const { db } = deps;
  const [drafts, pointers, releases, apps, plans] = await Promise.all([
    listOpenDrafts(db, program),
    listPointers(db, program),
    listReleases(db, program),
    consumersOf(db, program),
    listSchedules(db, program),
  ]);
  const pointer = pointers.find((p) => p.channel === inForce);
  const current = releases.find((r) => r.number === pointer?.release);
  const now = deps.clock.now();
  // Only a day of review has to do with where the program is.
  const rules = current?.reviewBy ? await getRelease(db, program, current.number) : undefined;
  const [newest] = releases;
  const states = await Promise.all(drafts.map(({ id }) => draftState(id, { person, nameOf }, deps)));
  return {
    today: dateIn(rules?.ruleSet.timeZone ?? "UTC", now),
    newest: newest && { number: newest.number, at: newest.createdAt.toISOString() },
    state: {
      program,
      drafts: states.flatMap((state) => state ?? []),
      inForce: current,
      apps: apps.map(({ id, name, lastSeenAt, seen }) => ({
        id,
        name,
        lastSeenAt,
        release: seen.find((s) => s.channel === inForce)?.release ?? null,
      })),
      plans,
    },
  };
}

async function draftState(
  id: string,
  { person, nameOf }: { readonly person: SignedInPerson; readonly nameOf: (id: string) => string },
  deps: Deps,
): Promise<DraftState | undefined> {
  const draft = await getDraft(deps.db, id);
  if (!draft) return undefined;
  const isOwn = draft.status === "editing" && draft.authors.some((author) => author.id === person.id);
  if (!isOwn) return { draft, returned: undefined, failing: [] };
  const [last] = await auditOf(deps.db, `draft:${id}`, 1);
  return {
    draft,
    returned: last?.action === "review.return" ? { by: nameOf(last.actor), at: last.at } : undefined,
    failing: await failingOf(draft, deps),
  };
}

async function failingOf(draft: Draft, deps: Deps): Promise<DraftState["failing"]> {
  const rules = rememberingGates.filter(({ id }) => ownGates.has(id));
  const { gates } = await runGates(await candidateFor(draft, deps), rules);
  return gates.flatMap(({ id, status, findings }) =>
    status === "failed" && findings.length > 0 ? [{ gate: id, count: findings.length }] : [],
  );
}
