// The audit chain as people read it: what was done in one program, newest first, a page at a time. It is only looked at
// here; `audit.ts` writes it and walks it.
import { and, desc, eq, lt, or, sql, type SQL } from "drizzle-orm";
import type { AuditRow } from "./audit.ts";
import type { Reader } from "./db.ts";
import { audit, auditPayloads, pointers } from "./schema.ts";

export interface JournalPage {
  readonly program: string;
  /** Rows before this one only. */
  readonly before?: number | undefined;
  readonly limit: number;
  /** What the names of actions begin with, e.g. `draft.`; any where absent. */
  readonly about?: readonly string[] | undefined;
  readonly actor?: string | undefined;
}

/** Rows about a program: itself, its drafts, releases, channels, schedules, roles in it, and the apps that may read it with where they are told of changes. */
export async function readJournal(reader: Reader, page: JournalPage): Promise<readonly AuditRow[]> {
  const { program, before, limit, about, actor } = page;
  const wanted: (SQL | undefined)[] = [
    isAbout(program),
    before === undefined ? undefined : lt(audit.seq, before),
    actor === undefined ? undefined : eq(audit.actor, actor),
    about === undefined
      ? undefined
      : or(sql`false`, ...about.map((start) => sql`starts_with(${audit.action}, ${start})`)),
  ];
  const rows = await reader
    .select({ row: audit, payload: auditPayloads })
    .from(audit)
    .leftJoin(auditPayloads, eq(auditPayloads.seq, audit.seq))
    .where(and(...wanted))
    .orderBy(desc(audit.seq))
    .limit(limit);
  return rows.map(({ row, payload }) => ({
    ...row,
    ...(payload ? { payload: { salt: payload.salt, payload: payload.payload } } : {}),
  }));
}

/** Everybody who did something in a program. */
export async function journalActors(reader: Reader, program: string): Promise<readonly string[]> {
  const rows = await reader
    .selectDistinct({ actor: audit.actor })
    .from(audit)
    .leftJoin(auditPayloads, eq(auditPayloads.seq, audit.seq))
    .where(isAbout(program));
  return rows.map((row) => row.actor);
}

function isAbout(program: string): SQL {
  return sql`(
    ${audit.subject} = ${`program:${program}`}
    or starts_with(${audit.subject}, ${`release:${program}/`})
    or starts_with(${audit.subject}, ${`channel:${program}/`})
    or ${audit.subject} in (select 'draft:' || id from drafts where program = ${program})
    or ${audit.subject} in (select 'schedule:' || id from schedules where program = ${program})
    or ${audit.subject} in (select 'consumer:' || id from consumers where ${program} = any(programs))
    or ${audit.subject} in (
      select 'webhook:' || webhooks.id from webhooks
      join consumers on consumers.id = webhooks.consumer where ${program} = any(consumers.programs)
    )
    or (starts_with(${audit.action}, 'role.') and ${auditPayloads.payload}::jsonb->>'program' = ${program})
  )`;
}

/** The pointer of a program that was signed last: it took the state of the chain out of the building. */
export async function newestPointer(
  reader: Reader,
  program: string,
): Promise<{ readonly channel: string; readonly issuedAt: Date; readonly envelope: Uint8Array } | undefined> {
  const [row] = await reader
    .select({ channel: pointers.channel, issuedAt: pointers.issuedAt, envelope: pointers.envelope })
    .from(pointers)
    .where(eq(pointers.program, program))
    .orderBy(desc(pointers.issuedAt))
    .limit(1);
  return row;
}
