// Intentions for later: written down, taken up when their time has come, and ended exactly once.
import { and, asc, desc, eq, lte } from "drizzle-orm";
import { appendAudit } from "./audit.ts";
import { inTransaction, type Act, type Db, type Reader, type Tx } from "./db.ts";
import { isUuid } from "./draft.ts";
import { drafts, type DraftStatus } from "./schema.ts";
import { schedules, type ScheduleState } from "./schema-schedules.ts";

/** What is to happen: a draft published exactly as it was approved, or a channel pointed at a release. */
export type Intention =
  | {
      readonly draft: string;
      readonly hash: string;
      /** The day by which the release is due to be looked at again, where somebody chose one. */
      readonly reviewBy?: string | undefined;
    }
  | {
      readonly release: number;
      /** The apps that lack something of it, and that whoever planned it answers for. */
      readonly answersFor?: readonly string[] | undefined;
    };

export interface Schedule {
  readonly id: string;
  readonly program: string;
  readonly channel: string;
  readonly what: Intention;
  readonly message: string;
  readonly due: Date;
  readonly state: ScheduleState;
  readonly outcome: Readonly<Record<string, unknown>> | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly endedAt: Date | null;
}

/** An intention with the draft it is about, as that is now. */
export interface ScheduleSeen extends Schedule {
  readonly draft: { readonly name: string; readonly status: DraftStatus; readonly hash: string } | null;
}

/** Writes an intention down. */
export async function addSchedule(
  tx: Tx,
  act: Act,
  schedule: Pick<Schedule, "id" | "program" | "channel" | "what" | "message" | "due">,
): Promise<void> {
  const { id, program, channel, what, message, due } = schedule;
  await tx.insert(schedules).values({
    id,
    program,
    channel,
    ...("draft" in what
      ? { draft: what.draft, draftHash: what.hash, reviewBy: what.reviewBy ?? null }
      : { release: what.release, answersFor: what.answersFor ?? null }),
    message,
    due,
    state: "waiting",
    createdAt: act.at,
    createdBy: act.by,
  });
  await appendAudit(tx, act, {
    action: "schedule.add",
    subject: `schedule:${id}`,
    payload: { program, channel, what, message, due: due.toISOString() },
  });
}

/** A program's intentions, the latest first. */
export async function listSchedules(reader: Reader, program: string): Promise<readonly ScheduleSeen[]> {
  const rows = await reader
    .select({
      schedule: schedules,
      draft: { name: drafts.name, status: drafts.status, hash: drafts.hash },
    })
    .from(schedules)
    .leftJoin(drafts, eq(drafts.id, schedules.draft))
    .where(eq(schedules.program, program))
    .orderBy(desc(schedules.due), desc(schedules.createdAt))
    .limit(100);
  return rows.map(({ schedule, draft }) => ({ ...fromRow(schedule), draft }));
}

/** Those whose time has come and that still wait, the earliest first. */
export async function dueSchedules(reader: Reader, now: Date): Promise<readonly Schedule[]> {
  const rows = await reader
    .select()
    .from(schedules)
    .where(and(eq(schedules.state, "waiting"), lte(schedules.due, now)))
    .orderBy(asc(schedules.due), asc(schedules.createdAt))
    .limit(100);
  return rows.map(fromRow);
}

/**
 * Ends an intention, once: `undefined` when it had ended already, or is not of this program.
 */
export async function endSchedule(
  db: Db,
  act: Act,
  end: {
    readonly id: string;
    readonly program: string;
    readonly state: Exclude<ScheduleState, "waiting">;
    readonly outcome?: Readonly<Record<string, unknown>>;
  },
): Promise<Schedule | undefined> {
  if (!isUuid(end.id)) return undefined;
  return inTransaction(db, async (tx) => {
    const [row] = await tx
      .update(schedules)
      .set({ state: end.state, outcome: end.outcome ?? null, endedAt: act.at, endedBy: act.by })
      .where(
        and(eq(schedules.id, end.id), eq(schedules.program, end.program), eq(schedules.state, "waiting")),
      )
      .returning();
    if (!row) return undefined;
    await appendAudit(tx, act, {
      action: `schedule.${end.state}`,
      subject: `schedule:${end.id}`,
      payload: { program: end.program, outcome: end.outcome ?? null },
    });
    return fromRow(row);
  });
}

/** Numbers that stand for what one process at a time may do, among all that share a database. */
const soleTasks = { scheduler: 4_310_001 } as const;

/**
 * Does some work unless another process (or this one) is at it: then `undefined`, at once. The lock is the session's,
 * so that it ends with the connection, however the process ends.
 */
export async function asOnlyOne<T>(
  db: Db,
  task: keyof typeof soleTasks,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const client = await db.$client.connect();
  let broken: Error | undefined;
  try {
    const asked = await client.query<{ locked: boolean }>("select pg_try_advisory_lock($1) as locked", [
      soleTasks[task],
    ]);
    if (asked.rows[0]?.locked !== true) return undefined;
    try {
      return await work();
    } finally {
      await client.query("select pg_advisory_unlock($1)", [soleTasks[task]]).catch((error: unknown) => {
        broken = error instanceof Error ? error : new Error("not unlocked");
      });
    }
  } finally {
    // A connection that may still hold the lock is closed, not used again.
    client.release(broken);
  }
}

function fromRow(row: typeof schedules.$inferSelect): Schedule {
  const { draft, draftHash, reviewBy, release, answersFor, ...rest } = row;
  const what =
    draft !== null && draftHash !== null
      ? { draft, hash: draftHash, ...(reviewBy === null ? {} : { reviewBy }) }
      : { release: release ?? 0, ...(answersFor === null ? {} : { answersFor }) };
  const { id, program, channel, message, due, state, outcome, createdAt, createdBy, endedAt } = rest;
  return { id, program, channel, what, message, due, state, outcome, createdAt, createdBy, endedAt };
}
