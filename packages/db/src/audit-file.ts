// The audit chain as a file of lines, to be judged where there is no database: a header, then a row a line. What was
// erased is absent, and the chain holds all the same.
import { z } from "zod";
import {
  verifyRow,
  readAudit,
  readAuditHead,
  type AuditHead,
  type AuditRow,
  type ChainVerdict,
} from "./audit.ts";
import type { Reader } from "./db.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const headerSchema = z.strictObject({
  jumelage: z.literal("audit"),
  version: z.literal(1),
  exportedAt: z.iso.datetime(),
  size: z.int().min(0),
  head: sha256,
});
const rowSchema = z.strictObject({
  seq: z.int().min(1),
  at: z.iso.datetime(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  payloadHash: sha256,
  prevHash: sha256,
  hash: sha256,
  payload: z.strictObject({ salt: z.string(), payload: z.string() }).optional(),
});

/** The lines of an export, each with its line break. */
export async function* auditLines(reader: Reader, exportedAt: Date): AsyncGenerator<string> {
  const { size, head } = await readAuditHead(reader);
  yield line({ jumelage: "audit", version: 1, exportedAt: exportedAt.toISOString(), size, head });
  for (let after = 0; after < size;) {
    const rows = await readAudit(reader, { after, limit: Math.min(1000, size - after) });
    // Found missing by whoever verifies it.
    if (rows.length === 0) return;
    for (const row of rows) yield line({ ...row, at: row.at.toISOString() });
    after = rows.at(-1)?.seq ?? size;
  }
}

export type AuditFileVerdict =
  | ChainVerdict
  /** Not an export at all, or a line that is none of its rows: `line` counts from 1. */
  | { readonly ok: false; readonly reason: "malformed"; readonly line: number };

/**
 * Walks an export without any database. With a `checkpoint` that left the building earlier (in a pointer, on paper) it
 * also finds a chain that was cut short, or rewritten as a whole.
 */
export async function verifyAuditLines(
  lines: AsyncIterable<string> | Iterable<string>,
  checkpoint?: AuditHead,
): Promise<AuditFileVerdict> {
  let header: z.infer<typeof headerSchema> | undefined;
  let state: AuditHead = { size: 0, head: "0".repeat(64) };
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const json = parsed(text);
    if (!header) {
      const read = headerSchema.safeParse(json);
      if (!read.success) return { ok: false, reason: "malformed", line: number };
      header = read.data;
      continue;
    }
    const read = rowSchema.safeParse(json);
    if (!read.success) return { ok: false, reason: "malformed", line: number };
    const { payload, ...rest } = read.data;
    const row: AuditRow = { ...rest, at: new Date(read.data.at), ...(payload ? { payload } : {}) };
    const broken = await verifyRow(row, state);
    if (broken) return { ok: false, seq: state.size + 1, reason: broken };
    state = { size: row.seq, head: row.hash };
    if (row.seq === checkpoint?.size && row.hash !== checkpoint.head)
      return { ok: false, seq: row.seq, reason: "checkpoint" };
  }
  if (!header) return { ok: false, reason: "malformed", line: 1 };
  if (state.size < header.size) return { ok: false, seq: state.size + 1, reason: "gap" };
  if (state.size > header.size || state.head !== header.head)
    return { ok: false, seq: state.size, reason: "head" };
  if (checkpoint && state.size < checkpoint.size)
    return { ok: false, seq: state.size + 1, reason: "checkpoint" };
  return { ok: true, ...state };
}

function line(json: unknown): string {
  return `${JSON.stringify(json)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
