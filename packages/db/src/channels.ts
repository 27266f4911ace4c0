// Channels: signed pointers whose sequence only grows. Rolling back is a new pointer to an old release; suspending, a
// new pointer to the same one. A suspended channel stays suspended wherever it is moved, until somebody lifts it.
import { and, asc, desc, eq, gt, isNull, lte, notInArray, or, sql } from "drizzle-orm";
import { appendAudit, type AuditHead } from "./audit.ts";
import { inTransaction, type Act, type Db, type Reader, type Tx } from "./db.ts";
import { getProgram, lockProgram } from "./programs.ts";
import { getReleaseEnvelope } from "./releases.ts";
import { installation, pointerHistory, pointers, type MoveReason } from "./schema.ts";
import type { Vault } from "./vault/vault.ts";
import { enqueueDeliveries } from "./webhooks.ts";

export interface Pointer {
  readonly program: string;
  readonly channel: string;
  readonly sequence: number;
  readonly release: number;
  /** SHA-256 of the release's envelope. */
  readonly sha256: string;
  /** The signed pointer, exactly as it was signed. */
  readonly envelope: Uint8Array;
  readonly issuedAt: Date;
  readonly expires: Date;
  readonly movedBy: string;
  /** Null for pointers that were issued before this was kept. */
  readonly reason: MoveReason | null;
  readonly message: string | null;
  readonly suspendedSince: Date | null;
}

/** What the signer of a pointer is given. `length` and `sha256` are those of the release's envelope. */
export interface PointerToSign {
  readonly program: string;
  readonly channel: string;
  readonly sequence: number;
  readonly release: number;
  readonly sha256: string;
  readonly length: number;
  readonly audit: AuditHead;
  /** Since when the channel is suspended, if it is. */
  readonly suspendedSince: Date | null;
  /** How many hours after it was issued the pointer ends for good, if the program asks for that. */
  readonly hardExpiryHours: number | null;
}

export type PointerSigner = (
  pointer: PointerToSign,
) => Promise<{ readonly envelope: Uint8Array; readonly issuedAt: Date; readonly expires: Date }>;

/** The PostgreSQL notification sent on every change, with `{ program, channel, sequence }` as JSON. */
export const pointerNotification = "jumelage_pointers";

export async function getPointer(
  reader: Reader,
  program: string,
  channel: string,
): Promise<Pointer | undefined> {
  const [row] = await reader
    .select()
    .from(pointers)
    .where(and(eq(pointers.program, program), eq(pointers.channel, channel)));
  return row;
}

/** Every channel as it stands, of one program or of all. */
export async function listPointers(reader: Reader, program?: string): Promise<readonly Pointer[]> {
  return reader
    .select()
    .from(pointers)
    .where(program === undefined ? undefined : eq(pointers.program, program))
    .orderBy(asc(pointers.program), asc(pointers.channel));
}

/** The pointer that was in force at an instant. */
export async function pointerAt(
  reader: Reader,
  where: { program: string; channel: string; at: Date },
): Promise<Pointer | undefined> {
  const [row] = await reader
    .select()
    .from(pointerHistory)
    .where(and(ofChannel(where), lte(pointerHistory.issuedAt, where.at)))
    .orderBy(desc(pointerHistory.sequence))
    .limit(1);
  return row;
}

/** The pointers issued after a sequence, oldest first. */
export async function pointersSince(
  reader: Reader,
  where: { program: string; channel: string; sequence: number; limit?: number },
): Promise<readonly Pointer[]> {
  return reader
    .select()
    .from(pointerHistory)
    .where(and(ofChannel(where), gt(pointerHistory.sequence, where.sequence)))
    .orderBy(asc(pointerHistory.sequence))
    .limit(where.limit ?? 1000);
}

/** Every pointer a channel ever had, newest first. */
export async function channelHistory(
  reader: Reader,
  where: { program: string; channel: string; limit?: number },
): Promise<readonly Pointer[]> {
  return reader
    .select()
    .from(pointerHistory)
    .where(ofChannel(where))
    .orderBy(desc(pointerHistory.sequence))
    .limit(where.limit ?? 200);
}

export type MoveResult =
  | { readonly kind: "moved"; readonly pointer: Pointer }
  /** Suspended what was suspended, or lifted what was not: nothing was done. */
  | { readonly kind: "unchanged"; readonly pointer: Pointer }
  /** The channel is no longer where the caller saw it. */
  | { readonly kind: "stale"; readonly current: Pointer | undefined }
  /** The program is archived: its channels stand still, wherever the wish to move them comes from. */
  | { readonly kind: "archived"; readonly release: number }
  | { readonly kind: "not-found" };

export interface Move {
  readonly program: string;
  readonly channel: string;
  /** Where to; where it stands already when absent. */
  readonly release?: number;
  readonly expectedSequence?: number;
  readonly reason: Exclude<MoveReason, "publish">;
  readonly message?: string;
  /** Apps that somebody answered for, by their ids; for the record. */
  readonly answersFor?: readonly string[];
  readonly sign: PointerSigner;
  /** Where the pointer is kept beside the database; no move waits for room there, least of all a suspension. */
  readonly vault?: Vault | undefined;
}

/**
 * Points a channel at a release: promoting, rolling back, or issuing the same pointer anew, suspended or not
 * (`reason` says which). `expectedSequence` is where the caller saw the channel, 0 for one that does not exist yet.
 */
export async function movePointer(db: Db, act: Act, move: Move): Promise<MoveResult> {
  const result = await inTransaction(db, (tx) => movePointerIn(tx, act, move));
  if (result.kind === "moved") await move.vault?.confirm(result.pointer.envelope);
  return result;
}

async function movePointerIn(tx: Tx, act: Act, move: Move): Promise<MoveResult> {
  // The program's row stands for its channels: one that does not exist yet has no row of its own to lock.
  const program = await lockProgram(tx, move.program);
  // After a restore sequences rise in archived programs too: one that is taken up again must not fall behind.
  if (program?.archivedAt && move.reason !== "restore")
    return { kind: "archived", release: program.headRelease };
  const before = await lockChannel(tx, move.program, move.channel);
  const number = move.release ?? before?.release;
  const release = number === undefined ? undefined : await getReleaseEnvelope(tx, move.program, number);
  if (number === undefined || !release) return { kind: "not-found" };
  if (move.expectedSequence !== undefined && (before?.sequence ?? 0) !== move.expectedSequence)
    return { kind: "stale", current: before };
  const was = before?.suspendedSince ?? null;
  if (before && isIdle(move.reason, was)) return { kind: "unchanged", pointer: before };
  const { message = "", answersFor = [] } = move;
  const checkpoint = await appendAudit(tx, act, {
    action: `channel.${move.reason}`,
    subject: `channel:${move.program}/${move.channel}`,
    payload: {
      release: number,
      sha256: release.sha256,
      from: before?.release ?? null,
      message,
      ...(answersFor.length === 0 ? {} : { answersFor }),
    },
  });
  const pointer = await writePointer(tx, act, {
    program: move.program,
    channel: move.channel,
    release: number,
    sha256: release.sha256,
    length: release.envelope.length,
    audit: checkpoint,
    reason: move.reason,
    message,
    sign: move.sign,
  });
  return { kind: "moved", pointer };
}

/** Whether a move would suspend what is suspended, or lift what is not. */
function isIdle(reason: MoveReason, suspendedSince: Date | null): boolean {
  return reason === "suspend" ? suspendedSince !== null : reason === "lift" && suspendedSince === null;
}

/**
 * After a restore: no sequence may fall behind what consumers have already seen, so all go on from the milliseconds
 * since 1970. The pointers themselves are then issued anew with `movePointer` (`reason: "restore"`).
 */
export async function raiseSequenceFloor(tx: Tx, act: Act): Promise<void> {
  const floor = act.at.getTime();
  await tx
    .update(installation)
    .set({
      sequenceFloor: sql`greatest(${installation.sequenceFloor}, ${floor}, (select coalesce(max(${pointerHistory.sequence}), 0) + 1 from ${pointerHistory}))`,
    })
    .where(eq(installation.id, 1));
  await appendAudit(tx, act, {
    action: "installation.restored",
    subject: "installation",
    payload: { sequenceFloor: floor },
  });
}

/** The pointers that a restored database must not serve as they are: they are behind the floor. */
export async function pointersBelowFloor(reader: Reader): Promise<readonly Pointer[]> {
  const rows = await reader
    .select({ pointer: pointers })
    .from(pointers)
    .innerJoin(installation, sql`${pointers.sequence} < ${installation.sequenceFloor}`)
    .orderBy(asc(pointers.program), asc(pointers.channel));
  return rows.map((row) => row.pointer);
}

/**
 * The pointer by which somebody last decided where a channel stands. One that was only issued anew repeats it, unless the
 * decision was lost at that time and was put back since.
 */
export async function lastDecision(
  reader: Reader,
  where: { program: string; channel: string },
): Promise<Pointer | undefined> {
  const again: readonly MoveReason[] = ["restore", "renew"];
  const { reason } = pointerHistory;
  const [row] = await reader
    .select()
    .from(pointerHistory)
    .where(and(ofChannel(where), or(isNull(reason), notInArray(reason, [...again]))))
    .orderBy(desc(pointerHistory.sequence))
    .limit(1);
  return row;
}

/** Signs and stores the next pointer of a channel. Inside `publishRelease` and `movePointer` only. */
export async function writePointer(
  tx: Tx,
  act: Act,
  write: Omit<PointerToSign, "sequence" | "suspendedSince" | "hardExpiryHours"> & {
    readonly reason: MoveReason;
    readonly message: string;
    readonly sign: PointerSigner;
  },
): Promise<Pointer> {
  const { sign, reason, message, ...rest } = write;
  const before = await lockChannel(tx, write.program, write.channel);
  const program = await getProgram(tx, write.program);
  const suspendedSince = suspensionAfter(reason, before?.suspendedSince ?? null, act);
  const [row] = await tx
    .select({ floor: installation.sequenceFloor })
    .from(installation)
    .where(eq(installation.id, 1));
  const sequence = Math.max((before?.sequence ?? 0) + 1, row?.floor ?? 0);
  const hardExpiryHours = program?.settings.hardExpiryHours ?? null;
  const signed = await sign({ ...rest, sequence, suspendedSince, hardExpiryHours });
  const pointer: Pointer = {
    program: write.program,
    channel: write.channel,
    sequence,
    release: write.release,
    sha256: write.sha256,
    envelope: signed.envelope,
    issuedAt: signed.issuedAt,
    expires: signed.expires,
    movedBy: act.by,
    reason,
    message,
    suspendedSince,
  };
  await tx.insert(pointerHistory).values(pointer);
  await tx
    .insert(pointers)
    .values(pointer)
    .onConflictDoUpdate({ target: [pointers.program, pointers.channel], set: pointer });
  await enqueueDeliveries(tx, write.program, act.at);
  const note = JSON.stringify({ program: pointer.program, channel: pointer.channel, sequence });
  await tx.execute(sql`select pg_notify(${pointerNotification}, ${note})`);
  return pointer;
}

/** Only suspending suspends, and only lifting lifts: publishing into a suspended channel leaves it suspended. */
function suspensionAfter(reason: MoveReason, before: Date | null, act: Act): Date | null {
  if (reason === "lift") return null;
  return reason === "suspend" ? (before ?? act.at) : before;
}

async function lockChannel(tx: Tx, program: string, channel: string): Promise<Pointer | undefined> {
  const [row] = await tx
    .select()
    .from(pointers)
    .where(and(eq(pointers.program, program), eq(pointers.channel, channel)))
    .for("update");
  return row;
}

function ofChannel(where: { program: string; channel: string }) {
  return and(eq(pointerHistory.program, where.program), eq(pointerHistory.channel, where.channel));
}
