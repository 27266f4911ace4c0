// The record of what was done: a hash chain with one head, appended to in the transaction of the change itself.
// What a row was about stands beside the chain, salted, so that it can be erased without breaking the chain.
import { canonicalJson } from "@jumelage/engine";
import { asc, desc, eq, gt } from "drizzle-orm";
import type { Act, Reader, Tx } from "./db.ts";
import { hex, sha256Hex } from "./digest.ts";
import { audit, auditHead, auditPayloads } from "./schema.ts";

/** The state of the chain: how many rows, and the hash of the last. Every pointer carries it out of the building. */
export interface AuditHead {
  readonly size: number;
  readonly head: string;
}

export interface AuditEntry {
  readonly action: string;
  /** What it was done to, e.g. `draft:<id>` or `program:autosoins-diriges`. */
  readonly subject: string;
  /** Anything JSON can hold; no facts of a person. */
  readonly payload: unknown;
}

export interface AuditRow {
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly payloadHash: string;
  readonly prevHash: string;
  readonly hash: string;
  /** Absent once erased. */
  readonly payload?: { readonly salt: string; readonly payload: string };
}

export type ChainVerdict =
  | { readonly ok: true; readonly size: number; readonly head: string }
  | {
      readonly ok: false;
      readonly seq: number;
      readonly reason: "gap" | "previous" | "hash" | "payload" | "head" | "checkpoint";
    };

/**
 * Appends one row. Locks the head until the transaction ends, so call it last: two changes may then do their own
 * work side by side and only queue here.
 */
export async function appendAudit(tx: Tx, act: Act, entry: AuditEntry): Promise<AuditHead> {
  const head = await lockedHead(tx);
  const payload = canonicalJson(entry.payload);
  const salt = hex(crypto.getRandomValues(new Uint8Array(16)));
  const row = {
    seq: head.size + 1,
    at: act.at,
    actor: act.by,
    action: entry.action,
    subject: entry.subject,
    payloadHash: await sha256Hex(salt + payload),
    prevHash: head.head,
  };
  const hash = await hashOf(row);
  await tx.insert(audit).values({ ...row, hash });
  await tx.insert(auditPayloads).values({ seq: row.seq, salt, payload });
  await tx.update(auditHead).set({ size: row.seq, hash }).where(eq(auditHead.id, 1));
  return { size: row.seq, head: hash };
}

/** The head as it stands. */
export async function readAuditHead(reader: Reader): Promise<AuditHead> {
  const [row] = await reader.select().from(auditHead).where(eq(auditHead.id, 1));
  if (!row) throw new Error("the audit chain has no head");
  return { size: row.size, head: row.hash };
}

/** Rows from `after` on, oldest first. */
export async function readAudit(
  reader: Reader,
  range: { after?: number; limit?: number } = {},
): Promise<readonly AuditRow[]> {
  const rows = await reader
    .select({ row: audit, payload: auditPayloads })
    .from(audit)
    .leftJoin(auditPayloads, eq(auditPayloads.seq, audit.seq))
    .where(gt(audit.seq, range.after ?? 0))
    .orderBy(asc(audit.seq))
    .limit(range.limit ?? 1000);
  return rows.map(({ row, payload }) => ({
    ...row,
    ...(payload ? { payload: { salt: payload.salt, payload: payload.payload } } : {}),
  }));
}

/** What was done to one subject, newest first. */
export async function auditOf(reader: Reader, subject: string, limit = 100): Promise<readonly AuditRow[]> {
  return reader.select().from(audit).where(eq(audit.subject, subject)).orderBy(desc(audit.seq)).limit(limit);
}

/**
 * Walks the whole chain, and names the first row that was altered, lost or put in. With a `checkpoint` seen earlier
 * (in a pointer, on paper) it also finds a chain that was cut short or rewritten as a whole.
 */
export async function verifyAudit(reader: Reader, checkpoint?: AuditHead): Promise<ChainVerdict> {
  const expected = await readAuditHead(reader);
  let state: AuditHead = { size: 0, head: genesis };
  if (checkpoint && checkpoint.size === 0 && checkpoint.head !== genesis)
    return { ok: false, seq: 0, reason: "checkpoint" };
  for (;;) {
    const rows = await readAudit(reader, { after: state.size });
    if (rows.length === 0) break;
    for (const row of rows) {
      const broken = await verifyRow(row, state);
      if (broken) return { ok: false, seq: state.size + 1, reason: broken };
      state = { size: row.seq, head: row.hash };
      if (checkpoint && row.seq === checkpoint.size && row.hash !== checkpoint.head) {
        return { ok: false, seq: row.seq, reason: "checkpoint" };
      }
    }
  }
  if (state.size < expected.size) return { ok: false, seq: state.size + 1, reason: "gap" };
  if (checkpoint && state.size < checkpoint.size)
    return { ok: false, seq: state.size + 1, reason: "checkpoint" };
  // Rows may have been appended while we read; a head that is part of what we walked is fine.
  const now = await readAuditHead(reader);
  if (now.size === state.size && now.head !== state.head)
    return { ok: false, seq: state.size, reason: "head" };
  return { ok: true, ...state };
}

/** What is wrong with a row that should follow `previous`, if anything. Pure, so that an export can be checked offline. */
export async function verifyRow(
  row: AuditRow,
  previous: AuditHead,
): Promise<"gap" | "previous" | "hash" | "payload" | undefined> {
  if (row.seq !== previous.size + 1) return "gap";
  if (row.prevHash !== previous.head) return "previous";
  if ((await hashOf(row)) !== row.hash) return "hash";
  if (row.payload && (await sha256Hex(row.payload.salt + row.payload.payload)) !== row.payloadHash)
    return "payload";
  return undefined;
}

/** Erases what a row was about; the chain still verifies. The erasure is itself recorded. */
export async function eraseAuditPayload(tx: Tx, act: Act, seq: number, reason: string): Promise<void> {
  await tx.delete(auditPayloads).where(eq(auditPayloads.seq, seq));
  await appendAudit(tx, act, { action: "audit.erase", subject: `audit:${seq}`, payload: { reason } });
}

const genesis = "0".repeat(64);

async function lockedHead(tx: Tx): Promise<AuditHead> {
  const [row] = await tx.select().from(auditHead).where(eq(auditHead.id, 1)).for("update");
  if (!row) throw new Error("the audit chain has no head");
  return { size: row.size, head: row.hash };
}

function hashOf(row: Omit<AuditRow, "hash" | "payload">): Promise<string> {
  const { seq, at, actor, action, subject, payloadHash, prevHash } = row;
  return sha256Hex(
    canonicalJson({ seq, at: at.toISOString(), actor, action, subject, payloadHash, prevHash }),
  );
}
