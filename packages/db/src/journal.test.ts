import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { by } from "../test/fixtures.ts";
import { appendAudit, inTransaction, journalActors, readJournal, type AuditEntry } from "./index.ts";

let database: FreshDatabase;

async function append(actor: string, action: string, subject: string, payload: AuditEntry["payload"] = {}) {
  await inTransaction(database.db, (tx) => appendAudit(tx, by(actor), { action, subject, payload }));
}

beforeAll(async () => {
  database = await freshDatabase();
  await append("anna", "program.create", "program:one");
  await append("anna", "program.create", "program:one-more");
  await append("bea", "release.publish", "release:one/1", { note: "x" });
  await append("bea", "release.publish", "release:one-more/1");
  await append("bea", "channel.promote", "channel:one/production");
  await append("carl", "role.grant", "person:bea", { program: "one", role: "author" });
  await append("carl", "role.grant", "person:bea", { program: "other", role: "author" });
  await append("dora", "installation.restored", "installation", { sequenceFloor: 1 });
});
afterAll(() => database.close());

const actionsOf = async (page: Partial<Parameters<typeof readJournal>[1]> = {}): Promise<readonly string[]> =>
  (await readJournal(database.db, { program: "one", limit: 100, ...page })).map((r) => r.action);

describe("the journal of a program", () => {
  it("has what was done to it, newest first, and nothing of another whose name begins alike", async () => {
    const rows = await readJournal(database.db, { program: "one", limit: 100 });
    expect(rows.map((r) => r.subject)).toEqual([
      "person:bea",
      "channel:one/production",
      "release:one/1",
      "program:one",
    ]);
    expect(JSON.parse(rows[2]?.payload?.payload ?? "")).toEqual({ note: "x" });
  });

  it("comes in pages that leave nothing out and repeat nothing", async () => {
    const first = await readJournal(database.db, { program: "one", limit: 3 });
    const rest = await readJournal(database.db, { program: "one", limit: 3, before: first.at(-1)?.seq });
    expect([...first, ...rest].map((r) => r.seq)).toEqual([6, 5, 3, 1]);
  });

  it("is narrowed by what was done and by whom", async () => {
    expect(await actionsOf({ about: ["channel.", "schedule."] })).toEqual(["channel.promote"]);
    expect(await actionsOf({ actor: "bea" })).toEqual(["channel.promote", "release.publish"]);
    expect(await actionsOf({ about: [] })).toEqual([]);
    expect([...(await journalActors(database.db, "one"))].sort()).toEqual(["anna", "bea", "carl"]);
  });
});
