// Programs as the console shows them: what is in force, what is being written, who consumes it.
import {
  archiveProgram as archiveStored,
  consumerReportsOf,
  consumersOf,
  getProgram as readProgram,
  inTransaction,
  listOpenDrafts,
  listPointers,
  listPrograms as readPrograms,
  listReleases as readReleases,
  reopenProgram as reopenStored,
  updateProgram,
  type ConsumerOfProgram,
  type ConsumerReport,
  type ProgramSettings,
} from "@jumelage/db";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../errors.ts";
import { rolesIn } from "../../roles.ts";
import { channelOf, renewChannel } from "../channels/channels.ts";
import { draftSummary } from "../drafts/drafts.ts";
import { listReleases } from "../releases/releases.ts";
import type { SignedInPerson } from "../session/session.schemas.ts";
import type {
  Program,
  ProgramListItem,
  RenameProgram,
  SetFloors,
  SetSmallCell,
  SetTerms,
} from "./programs.schemas.ts";

/** The channel whose release counts as the one in force. */
const inForce = "production";
const recent = 10;

/** The programs a person may see. */
export async function listPrograms(person: SignedInPerson, deps: Deps): Promise<ProgramListItem[]> {
  const [programs, pointers, drafts] = await Promise.all([
    readPrograms(deps.db, { archived: true }),
    listPointers(deps.db),
    listOpenDrafts(deps.db),
  ]);
  const visible = programs.filter((program) => rolesIn(person, program.id).length > 0);
  return Promise.all(
    visible.map(async (program) => {
      const pointer = pointers.find((p) => p.program === program.id && p.channel === inForce);
      const release =
        pointer && (await readReleases(deps.db, program.id)).find((r) => r.number === pointer.release);
      return {
        program: program.id,
        title: program.title,
        release: release ? { number: release.number, createdAt: release.createdAt.toISOString() } : null,
        drafts: drafts.filter((d) => d.program === program.id).map(draftSummary),
        roles: [...rolesIn(person, program.id)],
        archivedAt: program.archivedAt?.toISOString() ?? null,
      };
    }),
  );
}

/** One program. */
export async function getProgram(id: string, person: SignedInPerson, deps: Deps): Promise<Program> {
  const program = await readProgram(deps.db, id);
  if (!program) throw new Refusal("not-found");
  const [pointers, releases, consumers, drafts, reports] = await Promise.all([
    listPointers(deps.db, id),
    listReleases(id, deps),
    consumersOf(deps.db, id),
    listOpenDrafts(deps.db, id),
    consumerReportsOf(deps.db, id),
  ]);
  const current = pointers.find((p) => p.channel === inForce);
  return {
    program: id,
    title: program.title,
    approvalsNeeded: program.settings.approvalsNeeded,
    floors: program.settings.floors,
    smallCell: program.settings.smallCell,
    hardExpiryHours: program.settings.hardExpiryHours,
    reviewMonths: program.settings.reviewMonths,
    owners: [...program.settings.owners],
    channels: pointers.map(channelOf),
    current: releases.find((r) => r.number === current?.release) ?? null,
    recent: releases.slice(0, recent),
    consumers: consumers.map((consumer) => ({
      id: consumer.id,
      name: consumer.name,
      lastSeenAt: consumer.lastSeenAt?.toISOString() ?? null,
      release: consumer.seen.find((s) => s.channel === inForce)?.release ?? null,
      channels: channelsOf(
        consumer.seen,
        reports.filter((r) => r.consumer === consumer.id),
      ),
      overrides: [
        ...(reports.find((r) => r.consumer === consumer.id && r.channel === inForce)?.overrides ?? []),
      ],
    })),
    drafts: drafts.map(draftSummary),
    roles: [...rolesIn(person, id)],
    archivedAt: program.archivedAt?.toISOString() ?? null,
  };
}

/** What an app was given and what it says of itself, once for every channel that either is about. */
function channelsOf(
  seen: ConsumerOfProgram["seen"],
  reports: readonly ConsumerReport[],
): Program["consumers"][number]["channels"] {
  const names = new Set([...seen.map((s) => s.channel), ...reports.map((r) => r.channel)]);
  return [...names].sort().map((channel) => {
    const given = seen.find((s) => s.channel === channel);
    const report = reports.find((r) => r.channel === channel);
    return {
      channel,
      release: given?.release ?? null,
      at: given?.at.toISOString() ?? null,
      sends: report ? [...report.facts] : null,
    };
  });
}

/** Sets what a program asks of its scores. */
export async function setFloors(
  { program, floors }: SetFloors,
  person: SignedInPerson,
  deps: Deps,
): Promise<Program> {
  return changeSettings({ id: program, settings: { floors } }, person, deps);
}

/** Sets how few persons of a cohort are too few to be counted in sight. */
export async function setSmallCell(
  { program, smallCell }: SetSmallCell,
  person: SignedInPerson,
  deps: Deps,
): Promise<Program> {
  return changeSettings({ id: program, settings: { smallCell } }, person, deps);
}

/** Sets when pointers end for good and when releases are due to be looked at; the channels get pointers that say so. */
export async function setTerms(
  { program, hardExpiryHours, reviewMonths }: SetTerms,
  person: SignedInPerson,
  deps: Deps,
): Promise<Program> {
  const before = await readProgram(deps.db, program);
  const settings = { hardExpiryHours, reviewMonths };
  const after = await changeSettings({ id: program, settings }, person, deps);
  if (before?.settings.hardExpiryHours === hardExpiryHours) return after;
  for (const { channel } of after.channels) await renewChannel({ program, channel }, person.id, deps);
  return getProgram(program, person, deps);
}

/** Changes settings; the audit keeps what they were. */
async function changeSettings(
  change: { readonly id: string; readonly settings: Partial<ProgramSettings> },
  person: SignedInPerson,
  deps: Deps,
): Promise<Program> {
  const act = { by: person.id, at: deps.clock.now() };
  const changed = await inTransaction(deps.db, (tx) => updateProgram(tx, act, change));
  if (!changed) throw new Refusal("not-found");
  return getProgram(change.id, person, deps);
}

/** Gives a program another title; that of its rule set is its authors’. */
export async function renameProgram(
  { program, title }: RenameProgram,
  person: SignedInPerson,
  deps: Deps,
): Promise<Program> {
  const act = { by: person.id, at: deps.clock.now() };
  const changed = await inTransaction(deps.db, (tx) => updateProgram(tx, act, { id: program, title }));
  if (!changed) throw new Refusal("not-found");
  return getProgram(program, person, deps);
}

/** Takes a program out of service: its channels answer no more, its releases stay readable. */
export async function archiveProgram(program: string, person: SignedInPerson, deps: Deps): Promise<Program> {
  const act = { by: person.id, at: deps.clock.now() };
  await inTransaction(deps.db, (tx) => archiveStored(tx, act, program));
  return announced(await getProgram(program, person, deps), deps);
}

/** Takes an archived program up again: its channels serve what they did. */
export async function reopenProgram(program: string, person: SignedInPerson, deps: Deps): Promise<Program> {
  const act = { by: person.id, at: deps.clock.now() };
  await inTransaction(deps.db, (tx) => reopenStored(tx, act, program));
  return announced(await getProgram(program, person, deps), deps);
}

function announced(program: Program, deps: Deps): Program {
  for (const { channel } of program.channels) deps.moves.announce(program.program, channel);
  return program;
}
