// Intentions for later, and the lock by which one process at a time acts on them.
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { by, program, seed } from "../test/fixtures.ts";
import {
  addSchedule,
  asOnlyOne,
  dueSchedules,
  endSchedule,
  inTransaction,
  listSchedules,
  openDatabase,
  readAudit,
  type Database,
  type Db,
} from "./index.ts";

let database: FreshDatabase;
const others: Database[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db);
  for (let i = 0; i < 3; i++)
    others.push(await openDatabase({ url: database.url }, { migrate: false, max: 3 }));
});
afterAll(async () => {
  for (const other of others) await other.close();
  await database.close();
});

const noon = new Date("2026-04-01T12:00:00Z");
async function add(due: Date): Promise<string> {
  const id = crypto.randomUUID();
  const what = { release: 1 };
  await inTransaction(database.db, (tx) =>
    addSchedule(tx, by("rita"), { id, program, channel: "preview", what, message: "à midi", due }),
  );
  return id;
}

it("waits until its time has come, and ends once", async () => {
  const id = await add(noon);
  expect(await dueSchedules(database.db, new Date(noon.getTime() - 1))).toEqual([]);
  expect(await dueSchedules(database.db, noon)).toMatchObject([
    { id, what: { release: 1 }, createdBy: "rita" },
  ]);
  const end = (state: "done" | "cancelled") =>
    endSchedule(database.db, by("system"), { id, program, state, outcome: { sequence: 2 } });
  const ended = await Promise.all([end("done"), end("cancelled"), end("done")]);
  expect(ended.filter((e) => e !== undefined)).toHaveLength(1);
  expect(await dueSchedules(database.db, noon)).toEqual([]);
  expect(await listSchedules(database.db, program)).toMatchObject([{ id, outcome: { sequence: 2 } }]);
  const actions = (await readAudit(database.db)).filter((r) => r.subject === `schedule:${id}`);
  expect(actions.map((r) => r.action)).toEqual([
    "schedule.add",
    expect.stringMatching(/^schedule\.(done|cancelled)$/),
  ]);
  expect(
    await endSchedule(database.db, by("rita"), { id: "not a uuid", program, state: "done" }),
  ).toBeUndefined();
});

/** Takes up what is due, as a scheduler does, with time enough between looking and ending for another to look too. */
async function turn(db: Db, acted: string[]): Promise<void> {
  for (const { id } of await dueSchedules(db, noon)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    acted.push(id);
    await endSchedule(db, by("system"), { id, program, state: "done" });
  }
}

it("of several processes one acts: each intention is taken up once, and a process that is killed frees the lock", async () => {
  const ids = await Promise.all(Array.from({ length: 5 }, () => add(noon)));
  const acted: string[] = [];
  const dbs = [database, ...others].map((d) => d.db);
  while ((await dueSchedules(database.db, noon)).length > 0)
    await Promise.all(dbs.map((db) => asOnlyOne(db, "scheduler", () => turn(db, acted))));
  expect(acted.toSorted()).toEqual(ids.toSorted());

  // The control: without the lock the same turns act several times on the same intention.
  await Promise.all(Array.from({ length: 5 }, () => add(noon)));
  const unguarded: string[] = [];
  await Promise.all(dbs.map((db) => turn(db, unguarded)));
  expect(unguarded.length).toBeGreaterThan(new Set(unguarded).size);

  const [first] = others;
  if (!first) throw new Error("no other process");
  let backend = 0;
  const killed = asOnlyOne(first.db, "scheduler", async () => {
    const { rows } = await database.pool.query<{ pid: number }>(
      "select pid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
    );
    backend = rows[0]?.pid ?? 0;
    expect(await asOnlyOne(database.db, "scheduler", async () => "both")).toBeUndefined();
    await database.pool.query("select pg_terminate_backend($1)", [backend]);
    return "ended";
  });
  expect(await killed).toBe("ended");
  await expect
    .poll(() => asOnlyOne(database.db, "scheduler", async () => "mine"), { timeout: 10_000 })
    .toBe("mine");
});

it("gives the lock back when the work fails", async () => {
  const failing = asOnlyOne(database.db, "scheduler", () => Promise.reject(new Error("no")));
  await expect(failing).rejects.toThrow("no");
  expect(await asOnlyOne(database.db, "scheduler", async () => 1)).toBe(1);
});
