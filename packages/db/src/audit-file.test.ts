import { shows } from "@jumelage/engine/test/evidence";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { by } from "../test/fixtures.ts";
import {
  appendAudit,
  auditLines,
  eraseAuditPayload,
  inTransaction,
  readAuditHead,
  verifyAuditLines,
} from "./index.ts";

const rows = 1200;
let database: FreshDatabase;
let lines: readonly string[];
beforeAll(async () => {
  database = await freshDatabase();
  await inTransaction(database.db, async (tx) => {
    for (let n = 1; n < rows; n++)
      await appendAudit(tx, by("anna"), {
        action: "note",
        subject: `note:${n}`,
        payload: { text: `é\u2028${n}` },
      });
    await eraseAuditPayload(tx, by("anna"), 5, "asked for");
  });
  lines = await exported();
});
afterAll(() => database.close());

async function exported(): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const line of auditLines(database.db, new Date())) found.push(line.trimEnd());
  return found;
}

const replaced = (at: number, change: (row: Record<string, unknown>) => unknown): readonly string[] =>
  lines.map((l, i) => (i === at ? JSON.stringify(change(JSON.parse(l) as Record<string, unknown>)) : l));

describe("an export of the audit chain", () => {
  it("verifies without a database, what was erased included", async () => {
    const head = await readAuditHead(database.db);
    expect(head.size).toBe(rows);
    expect(lines).toHaveLength(rows + 1);
    expect(JSON.parse(lines[5] ?? "")).not.toHaveProperty("payload");
    expect(await verifyAuditLines(lines)).toEqual({ ok: true, ...head });
    expect(await verifyAuditLines(lines, head)).toEqual({ ok: true, ...head });
  });

  it(
    "shows any field of any row that was altered, and which row is the first",
    shows("record-altered"),
    async () => {
      const fields = ["seq", "at", "actor", "action", "subject", "payloadHash", "prevHash", "hash"] as const;
      for (const [i, field] of fields.entries()) {
        const at = 100 + i * 37;
        const other = (value: unknown): unknown =>
          typeof value === "number"
            ? value + 1
            : field === "at"
              ? "2020-01-01T00:00:00.000Z"
              : String(value).replace(/.$/, (c) => (c === "0" ? "1" : "0"));
        const verdict = await verifyAuditLines(
          replaced(at, (row) => ({ ...row, [field]: other(row[field]) })),
        );
        expect(verdict, field).toMatchObject({ ok: false, seq: at });
      }
      const payload = replaced(9, (row) => ({ ...row, payload: { salt: "x", payload: "{}" } }));
      expect(await verifyAuditLines(payload)).toEqual({ ok: false, seq: 9, reason: "payload" });
    },
  );

  it("shows rows that were taken out, put in, exchanged, or cut off", shows("record-altered"), async () => {
    const without = lines.filter((_, i) => i !== 50);
    expect(await verifyAuditLines(without)).toEqual({ ok: false, seq: 50, reason: "gap" });
    const twice = [...lines.slice(0, 51), ...lines.slice(50)];
    expect(await verifyAuditLines(twice)).toEqual({ ok: false, seq: 51, reason: "gap" });
    const exchanged = [...lines.slice(0, 50), lines[51] ?? "", lines[50] ?? "", ...lines.slice(52)];
    expect(await verifyAuditLines(exchanged)).toEqual({ ok: false, seq: 50, reason: "gap" });
    expect(await verifyAuditLines(lines.slice(0, -10))).toEqual({ ok: false, seq: rows - 9, reason: "gap" });
  });

  it(
    "shows, by a checkpoint that left the building, a tail that was cut off with its header mended",
    shows("record-altered"),
    async () => {
      const head = await readAuditHead(database.db);
      const last = JSON.parse(lines[rows - 10] ?? "") as { seq: number; hash: string };
      const cut = [
        JSON.stringify({ ...(JSON.parse(lines[0] ?? "") as object), size: last.seq, head: last.hash }),
        ...lines.slice(1, rows - 9),
      ];
      expect(await verifyAuditLines(cut)).toMatchObject({ ok: true });
      expect(await verifyAuditLines(cut, head)).toMatchObject({ ok: false, reason: "checkpoint" });
      const other = { size: 40, head: "f".repeat(64) };
      expect(await verifyAuditLines(lines, other)).toEqual({ ok: false, seq: 40, reason: "checkpoint" });
    },
  );

  it("says where it is no export", async () => {
    expect(await verifyAuditLines([])).toEqual({ ok: false, reason: "malformed", line: 1 });
    expect(await verifyAuditLines(["{}"])).toEqual({ ok: false, reason: "malformed", line: 1 });
    const broken = lines.map((l, i) => (i === 7 ? l.slice(1) : l));
    expect(await verifyAuditLines(broken)).toEqual({ ok: false, reason: "malformed", line: 8 });
    const more = replaced(7, (row) => ({ ...row, note: "x" }));
    expect(await verifyAuditLines(more)).toEqual({ ok: false, reason: "malformed", line: 8 });
  });
});
