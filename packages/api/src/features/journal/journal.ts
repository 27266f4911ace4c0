// The journal of a program: who did what, to what, when; and whether the chain under it holds. Nothing is written here.
import {
  journalActors,
  newestPointer,
  readAuditHead,
  readJournal,
  verifyAudit,
  type AuditRow,
} from "@jumelage/db";
import { z } from "zod";
import type { Deps } from "../../deps.ts";
import { namesOfPeople } from "../people/names-of-people.ts";
import { signedPayload } from "../releases/signed-payload.ts";
import type {
  Journal,
  JournalLine,
  JournalPageRequest,
  JournalState,
  JournalTopic,
  JournalVerdict,
} from "./journal.schemas.ts";

const pageSize = 50;

/** How the actions of a topic begin. */
const actionsOf: Readonly<Record<JournalTopic, readonly string[]>> = {
  drafts: ["draft.", "hazards.", "comment."],
  review: ["review.", "ledger.", "gate."],
  releases: ["release."],
  channels: ["channel.", "schedule."],
  apps: ["consumer.", "webhook."],
  people: ["role."],
  program: ["program."],
};

/** A page of what was done, newest first. */
export async function journalOf(request: JournalPageRequest, deps: Deps): Promise<Journal> {
  const { program, before, about, by } = request;
  const [rows, nameOf, actors] = await Promise.all([
    readJournal(deps.db, {
      program,
      before,
      limit: pageSize + 1,
      about: about && actionsOf[about],
      actor: by,
    }),
    namesOfPeople(deps),
    journalActors(deps.db, program),
  ]);
  const shown = rows.slice(0, pageSize);
  return {
    lines: shown.map((row) => lineOf(row, nameOf)),
    next: rows.length > pageSize ? (shown.at(-1)?.seq ?? null) : null,
    people: actors.map((id) => ({ id, name: nameOf(id) })),
  };
}

function lineOf(row: AuditRow, nameOf: (id: string) => string): JournalLine {
  const colon = row.subject.indexOf(":");
  const [kind, id] =
    colon < 0 ? [row.subject, ""] : [row.subject.slice(0, colon), row.subject.slice(colon + 1)];
  const details: unknown = row.payload === undefined ? null : JSON.parse(row.payload.payload);
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    by: { id: row.actor, name: nameOf(row.actor) },
    action: row.action,
    subject: { kind, id, name: kind === "person" ? nameOf(id) : id },
    details: z.record(z.string(), z.unknown()).nullable().parse(details),
    hash: row.hash,
  };
}

/** Where the chain stands, without walking it. */
export async function journalState(program: string, deps: Pick<Deps, "db">): Promise<JournalState> {
  const [{ size, head }, witness] = await Promise.all([readAuditHead(deps.db), witnessOf(program, deps)]);
  return { size, head, witness };
}

/** Walks the whole chain, and holds it against what the newest signed pointer says of it. */
export async function verifyJournal(
  program: string,
  deps: Pick<Deps, "db" | "clock">,
): Promise<JournalVerdict> {
  const witness = await witnessOf(program, deps);
  const verdict = await verifyAudit(deps.db, witness ?? undefined);
  const at = deps.clock.now().toISOString();
  return verdict.ok
    ? { ok: true, seq: verdict.size, reason: null, at, witness }
    : { ok: false, seq: verdict.seq, reason: verdict.reason, at, witness };
}

const pointerAuditSchema = z.object({ audit: z.object({ size: z.int(), head: z.string() }) });

async function witnessOf(program: string, deps: Pick<Deps, "db">): Promise<JournalState["witness"]> {
  const pointer = await newestPointer(deps.db, program);
  if (!pointer) return null;
  const { audit } = pointerAuditSchema.parse(signedPayload(pointer.envelope));
  return { ...audit, channel: pointer.channel, at: pointer.issuedAt.toISOString() };
}
