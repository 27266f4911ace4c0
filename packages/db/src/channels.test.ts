import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { approvedAtOnce, by, program, publish, seed, signers } from "../test/fixtures.ts";
import {
  getPointer,
  inTransaction,
  listPointers,
  movePointer,
  pointerAt,
  pointerNotification,
  pointersSince,
  raiseSequenceFloor,
  verifyAudit,
} from "./index.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db);
  await publish(database.db, await approvedAtOnce(database.db, 16));
});
afterAll(() => database.close());

const channel = "production";
const move = (release: number, more: { channel?: string; expectedSequence?: number } = {}) =>
  movePointer(database.db, by("rita"), {
    program,
    channel,
    release,
    reason: "roll-back",
    sign: signers.pointer,
    ...more,
  });

it("rolls back by a new sequence to an old release, and remembers where it stood at any instant", async () => {
  const before = await getPointer(database.db, program, channel);
  expect(before).toMatchObject({ sequence: 2, release: 2 });
  const rolled = await move(1);
  expect(rolled).toMatchObject({ kind: "moved", pointer: { sequence: 3, release: 1, movedBy: "rita" } });
  const history = await pointersSince(database.db, { program, channel, sequence: 0 });
  expect(history.map((p) => [p.sequence, p.release])).toEqual([
    [1, 1],
    [2, 2],
    [3, 1],
  ]);
  for (const pointer of history)
    expect(await pointerAt(database.db, { program, channel, at: pointer.issuedAt })).toEqual(pointer);
  expect(await pointerAt(database.db, { program, channel, at: new Date(0) })).toBeUndefined();
});

it("refuses a move from where the channel no longer is, and to a release that does not exist", async () => {
  expect(await move(2, { expectedSequence: 2 })).toMatchObject({ kind: "stale", current: { sequence: 3 } });
  expect(await move(99)).toEqual({ kind: "not-found" });
  expect(await move(2, { expectedSequence: 3 })).toMatchObject({ kind: "moved", pointer: { sequence: 4 } });
});

it("opens a channel of its own sequence, once, however many open it", async () => {
  for (const name of ["a", "b", "c", "d", "preview"]) {
    const open = (release: number) => move(release, { channel: name, expectedSequence: 0 });
    const opened = await Promise.all([1, 2, 1, 2, 1, 2].map(open));
    expect(opened.filter((o) => o.kind === "moved")).toHaveLength(1);
  }
  expect((await listPointers(database.db, program)).slice(-2).map((p) => [p.channel, p.sequence])).toEqual([
    ["preview", 1],
    ["production", 4],
  ]);
});

it("numbers simultaneous moves without a gap or a repeat", async () => {
  const moved = await Promise.all(Array.from({ length: 20 }, (_, i) => move(1 + (i % 2))));
  expect(
    moved.map((m) => m.kind === "moved" && m.pointer.sequence).sort((a, b) => Number(a) - Number(b)),
  ).toEqual(Array.from({ length: 20 }, (_, i) => 5 + i));
  expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
});

it("goes on from the milliseconds since 1970 after a restore, and from there by one", async () => {
  const act = by("rita");
  await inTransaction(database.db, (tx) => raiseSequenceFloor(tx, act));
  expect(await move(2)).toMatchObject({ pointer: { sequence: act.at.getTime() } });
  expect(await move(2)).toMatchObject({ pointer: { sequence: act.at.getTime() + 1 } });
  await inTransaction(database.db, (tx) => raiseSequenceFloor(tx, { by: "rita", at: new Date(1000) }));
  expect(await move(2)).toMatchObject({ pointer: { sequence: act.at.getTime() + 2 } });
});

it("tells every listener about a change once it is committed", async () => {
  const client = await database.pool.connect();
  const heard: unknown[] = [];
  client.on("notification", (n) => heard.push(JSON.parse(n.payload ?? "")));
  await client.query(`listen ${pointerNotification}`);
  const result = await move(1);
  await expect.poll(() => heard, { timeout: 30_000 }).toHaveLength(1);
  expect(heard).toEqual([
    { program, channel, sequence: result.kind === "moved" ? result.pointer.sequence : 0 },
  ]);
  client.release(true);
});
