import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { approved, by, expected, program, publish, ruleSet, seed, started } from "../test/fixtures.ts";
import { isImmutable, sqlState } from "./db.ts";
import { recordExpectationChanges } from "./drafts.ts";
import {
  comment,
  confirmThing,
  currentRelease,
  inTransaction,
  markSeen,
  noteHandedOut,
  recordEdits,
  recordOrigins,
  saveDraft,
  waiveGate,
} from "./index.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db);
  const draft = await approved(database.db, 16);
  const changes = [
    { profile: "P2", before: expected("evaluation"), after: expected("autosoins"), reason: "seuil" },
  ];
  const thing = { kind: "criterion", id: "C1", hash: "a".repeat(64) } as const;
  await inTransaction(database.db, async (tx) => {
    await recordExpectationChanges(tx, by("anna"), { draft: draft.id, changes });
    await recordEdits(tx, by("anna"), { program, draft: draft.id, things: [thing] });
    await confirmThing(tx, by("rita"), { program, thing, note: "" });
    await waiveGate(tx, by("rita"), {
      draft: draft.id,
      gate: "mutants",
      hash: draft.hash,
      reason: "essai",
      until: "2026-04-01",
    });
    await markSeen(tx, by("rita"), {
      draft: draft.id,
      hash: draft.hash,
      changes: [{ anchor: "criterion//C1", fingerprint: thing.hash }],
      seen: true,
    });
    await comment(tx, by("rita"), { draft: draft.id, anchor: "criterion//C1", text: "Pourquoi?" });
    await recordOrigins(tx, by("anna"), {
      program,
      draft: draft.id,
      origins: [{ profile: "P2", hash: thing.hash, provenance: "accepted-output" }],
    });
  });
  await noteHandedOut(database.db, by("anna"), {
    program,
    logic: [{ decision: "orientation", hash: thing.hash }],
  });
  await publish(database.db, draft);
  const other = await started(database.db);
  const release = await currentRelease(database.db, program);
  if (!release) throw new Error("published");
  const onto = { base: { number: release.number, sha256: release.sha256 }, choices: {} };
  await inTransaction(database.db, (tx) =>
    saveDraft(tx, by("anna"), {
      id: other.id,
      expectedRevision: other.revision,
      ruleSet: ruleSet(17),
      onto,
    }),
  );
});
afterAll(() => database.close());

/** What the database answers to a statement, in a transaction that is rolled back. */
async function answer(statement: string, before = "select 1"): Promise<unknown> {
  const client = await database.pool.connect();
  try {
    await client.query("begin");
    await client.query(before);
    const { rowCount } = await client.query(statement);
    return rowCount;
  } catch (error) {
    return isImmutable(error) ? "refused" : (sqlState(error) ?? error);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

const keptForEver = {
  releases: "note = 'x'",
  pointer_history: "expires = now()",
  audit: "actor = 'x'",
  draft_approvals: "person = 'anna'",
  expectation_changes: "reason = 'x'",
  confirmations: "person = 'anna'",
  edits: "person = 'rita'",
  waivers: "until = '2099-01-01'",
  expectation_origins: "provenance = 'blind'",
  handed_out: "person = 'rita'",
  draft_updates: "person = 'rita'",
  draft_seen: "seen = false",
  draft_comments: "text = 'x'",
};

describe.each(Object.entries(keptForEver))("%s", (table, change) => {
  it("has rows to protect", async () => {
    expect(
      await answer(`update ${table} set ${change}`, `alter table ${table} disable trigger all`),
    ).toBeGreaterThan(0);
  });
  it.each([
    `update ${table} set ${change}`,
    `delete from ${table}`,
    `truncate ${table}`,
    `truncate ${table} cascade`,
  ])("refuses %s", async (statement) => {
    expect(await answer(statement)).toBe(
      statement === `truncate ${table}` && table === "releases"
        ? "0A000"
        : statement === `truncate ${table}` && table === "audit"
          ? "0A000"
          : "refused",
    );
  });
  it("refuses it from a replication session too", async () => {
    expect(await answer(`delete from ${table}`, "set local session_replication_role = replica")).toBe(
      "refused",
    );
  });
});

describe("counters and closed drafts", () => {
  it.each([
    ["update pointers set sequence = sequence", "refused"],
    ["update pointers set sequence = sequence - 1", "refused"],
    ["update pointers set sequence = sequence + 1", 1],
    ["delete from pointers", "refused"],
    ["update programs set head_release = head_release - 1", "refused"],
    ["update programs set head_release = head_release + 2", "refused"],
    ["update programs set head_release = head_release + 1", 1],
    ["delete from programs", "refused"],
    ["update audit_head set size = size - 1", "refused"],
    ["update audit_head set size = size + 2", "refused"],
    ["update installation set sequence_floor = 5", 1],
    ["update installation set sequence_floor = -1", "refused"],
    ["update drafts set note = 'x' where status = 'published'", "refused"],
    ["delete from drafts", "refused"],
    ["delete from audit_payloads where seq = 1", 1],
    ["update audit_payloads set payload = 'x' where seq = 1", "refused"],
    [
      "insert into releases select program, 9, repeat('0', 64), envelope, rule_set, profiles, 'x', '{}', '', '{}', null, null, 'k', now() from releases limit 1",
      "23514",
    ],
  ])("%s → %s", async (statement, outcome) => {
    expect(await answer(statement)).toBe(outcome);
  });

  it("keep the names of a program's open drafts apart", async () => {
    const draft = await started(database.db);
    const copy = (name: string) =>
      `insert into drafts (id, program, name, status, revision, hash, rule_set, profiles, created_at, created_by, updated_at, updated_by)
       select gen_random_uuid(), program, ${name}, 'in-review', 1, hash, rule_set, profiles, created_at, created_by, updated_at, updated_by from drafts where id = '${draft.id}'`;
    expect(await answer(copy("name"))).toBe("23505");
    expect(await answer(copy("name || ' 2'"))).toBe(1);
  });
});
