import { shows } from "@jumelage/engine/test/evidence";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { by } from "../test/fixtures.ts";
import {
  appendAudit,
  auditOf,
  eraseAuditPayload,
  inTransaction,
  readAudit,
  readAuditHead,
  verifyAudit,
} from "./index.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const append = (n: number) =>
    inTransaction(database.db, (tx) =>
      appendAudit(tx, by("anna"), { action: "essai", subject: `n:${n}`, payload: { n } }),
    );
  // All at once: every append has to wait for the one before it.
  await Promise.all(Array.from({ length: 60 }, (_, n) => append(n)));
});
afterAll(() => database.close());

/** Lets somebody who owns the database do what the guards refuse, looks, and takes it back. */
async function tampered(
  statements: readonly string[],
  checkpoint?: { size: number; head: string },
): Promise<unknown> {
  class Undo extends Error {
    readonly verdict: unknown;
    constructor(verdict: unknown) {
      super("undo");
      this.verdict = verdict;
    }
  }
  try {
    await database.db.transaction(async (tx) => {
      for (const table of ["audit", "audit_payloads", "audit_head"])
        await tx.execute(`alter table ${table} disable trigger user`);
      await tx.execute("alter table audit_payloads drop constraint audit_payloads_seq_audit_seq_fk");
      await tx.execute("alter table audit drop constraint audit_linear");
      for (const statement of statements) await tx.execute(statement);
      throw new Undo(await verifyAudit(tx, checkpoint));
    });
  } catch (error) {
    if (error instanceof Undo) return error.verdict;
    throw error;
  }
  return undefined;
}

describe("the audit chain", () => {
  it("is one line, however many append at once", async () => {
    const rows = await readAudit(database.db);
    expect(rows.map((r) => r.seq)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
    expect(rows.slice(1).map((r) => r.prevHash)).toEqual(rows.slice(0, -1).map((r) => r.hash));
    expect(new Set(rows.map((r) => r.subject)).size).toBe(60);
    expect(await verifyAudit(database.db)).toEqual({ ok: true, size: 60, head: rows.at(-1)?.hash });
    expect(await auditOf(database.db, "n:7")).toHaveLength(1);
  });

  it("keeps nothing of a change that was rolled back", async () => {
    const head = await readAuditHead(database.db);
    const failing = inTransaction(database.db, async (tx) => {
      await appendAudit(tx, by("anna"), { action: "essai", subject: "x", payload: {} });
      throw new Error("after all not");
    });
    await expect(failing).rejects.toThrow("after all not");
    expect(await readAuditHead(database.db)).toEqual(head);
  });

  it.each([
    ["seq = 1000", { reason: "gap", seq: 30 }],
    ["at = at + interval '1 millisecond'", { reason: "hash", seq: 30 }],
    ["actor = 'bruno'", { reason: "hash", seq: 30 }],
    ["action = 'other'", { reason: "hash", seq: 30 }],
    ["subject = 'n:x'", { reason: "hash", seq: 30 }],
    ["payload_hash = repeat('1', 64)", { reason: "hash", seq: 30 }],
    ["prev_hash = repeat('1', 64)", { reason: "previous", seq: 30 }],
    ["hash = repeat('1', 64)", { reason: "hash", seq: 30 }],
  ])("names the first row that was altered: %s", shows("record-altered"), async (change, found) => {
    expect(await tampered([`update audit set ${change} where seq = 30`])).toEqual({ ok: false, ...found });
  });

  it.each([
    [
      "a payload",
      ["update audit_payloads set payload = '{}' where seq = 12"],
      { reason: "payload", seq: 12 },
    ],
    ["a salt", ["update audit_payloads set salt = 'x' where seq = 12"], { reason: "payload", seq: 12 }],
    ["a row taken out", ["delete from audit where seq = 20"], { reason: "gap", seq: 20 }],
    ["the tail cut off", ["delete from audit where seq > 50"], { reason: "gap", seq: 51 }],
    [
      "two rows swapped",
      [
        "update audit set seq = -1 where seq = 20",
        "update audit set seq = 20 where seq = 21",
        "update audit set seq = 21 where seq = -1",
      ],
      { reason: "previous", seq: 20 },
    ],
    [
      "a row put in",
      [
        "update audit set seq = seq + 1000 where seq > 40",
        "insert into audit select 41, at, actor, action, subject, payload_hash, hash, repeat('2', 64) from audit where seq = 40",
        "update audit set seq = seq - 999 where seq > 1000",
      ],
      { reason: "hash", seq: 41 },
    ],
    ["another head", ["update audit_head set hash = repeat('3', 64)"], { reason: "head", seq: 60 }],
  ])("notices %s", shows("record-altered"), async (_, statements, found) => {
    expect(await tampered(statements)).toEqual({ ok: false, ...found });
  });

  it(
    "notices a tail cut off with its head, or a rewritten chain, against a checkpoint seen before",
    shows("record-altered"),
    async () => {
      const rows = await readAudit(database.db);
      const checkpoint = { size: 60, head: rows.at(-1)?.hash ?? "" };
      const cut = [
        "delete from audit where seq > 50",
        `update audit_head set size = 50, hash = '${rows[49]?.hash}'`,
      ];
      expect(await tampered(cut)).toMatchObject({ ok: true, size: 50 });
      expect(await tampered(cut, checkpoint)).toEqual({ ok: false, seq: 51, reason: "checkpoint" });
      expect(await tampered([], checkpoint)).toMatchObject({ ok: true });
      expect(await verifyAudit(database.db, { ...checkpoint, head: "4".repeat(64) })).toEqual({
        ok: false,
        seq: 60,
        reason: "checkpoint",
      });
    },
  );

  it("still verifies when what a row was about is erased, and records that it was", async () => {
    await inTransaction(database.db, (tx) => eraseAuditPayload(tx, by("rita"), 5, "demande"));
    const rows = await readAudit(database.db);
    expect(rows[4]).not.toHaveProperty("payload");
    expect(rows.at(-1)).toMatchObject({ action: "audit.erase", subject: "audit:5" });
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true, size: 61 });
  });
});
