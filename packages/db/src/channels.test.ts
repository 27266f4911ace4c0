import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { approvedAtOnce, by, program, publish, seed, signers } from "../test/fixtures.ts";
import {
  archiveProgram,
  channelHistory,
  getPointer,
  inTransaction,
  listPointers,
  movePointer,
  pointerAt,
  pointerNotification,
  pointersSince,
  raiseSequenceFloor,
  reopenProgram,
  updateProgram,
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

it("stays suspended wherever it is moved, until somebody lifts it", async () => {
  const on = { program, channel: "essais" };
  const step = (reason: "promote" | "roll-back" | "suspend" | "lift", release?: number) =>
    movePointer(database.db, by("rita"), {
      ...on,
      reason,
      message: `pour ${reason}`,
      sign: signers.pointer,
      ...(release === undefined ? {} : { release }),
    });
  expect(await step("suspend")).toEqual({ kind: "not-found" });
  await step("promote", 2);
  expect(await step("lift")).toMatchObject({ kind: "unchanged", pointer: { release: 2 } });
  const suspended = await step("suspend");
  const since = suspended.kind === "moved" ? suspended.pointer.suspendedSince : null;
  expect(since).toBeInstanceOf(Date);
  expect(await step("suspend")).toMatchObject({ kind: "unchanged", pointer: { suspendedSince: since } });
  expect(await step("roll-back", 1)).toMatchObject({ pointer: { release: 1, suspendedSince: since } });
  expect(await step("lift")).toMatchObject({ pointer: { release: 1, suspendedSince: null } });
  const history = await channelHistory(database.db, on);
  expect(history.map((p) => [p.reason, p.release, p.suspendedSince])).toEqual([
    ["lift", 1, null],
    ["roll-back", 1, since],
    ["suspend", 2, since],
    ["promote", 2, null],
  ]);
  expect(history.map((p) => p.message)).toContain("pour suspend");
  const signed = history.map((p) => JSON.parse(new TextDecoder().decode(p.envelope)) as object);
  expect(signed[1]).toMatchObject({ suspendedSince: since?.toISOString(), hardExpiryHours: null });
  expect(signed[0]).toMatchObject({ suspendedSince: null });
});

it("publishing into a suspended channel leaves it suspended, and signs the hard end its program asks for", async () => {
  await inTransaction(database.db, (tx) =>
    updateProgram(tx, by("root"), { id: program, settings: { hardExpiryHours: 48 } }),
  );
  const suspend = { program, channel, reason: "suspend", message: "essai", sign: signers.pointer } as const;
  await movePointer(database.db, by("rita"), suspend);
  expect(await publish(database.db, await approvedAtOnce(database.db, 17))).toMatchObject({
    kind: "published",
  });
  const pointer = await getPointer(database.db, program, channel);
  expect(pointer).toMatchObject({ release: 3, reason: "publish", suspendedSince: expect.any(Date) });
  expect(JSON.parse(new TextDecoder().decode(pointer?.envelope))).toMatchObject({ hardExpiryHours: 48 });
  for (const hardExpiryHours of [47, 8761, 48.5])
    await expect(
      inTransaction(database.db, (tx) =>
        updateProgram(tx, by("root"), { id: program, settings: { hardExpiryHours } }),
      ),
    ).rejects.toThrow("hardExpiryHours is a whole number from 48 to 8760, or null");
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

it("of an archived program nothing moves but what a restore must, and all of it does once it is taken up again", async () => {
  const draft = await approvedAtOnce(database.db, 18);
  const before = await listPointers(database.db, program);
  await inTransaction(database.db, (tx) => archiveProgram(tx, by("root"), program));
  for (const reason of ["promote", "roll-back", "suspend", "lift", "renew"] as const) {
    const moved = await movePointer(database.db, by("rita"), {
      program,
      channel,
      reason,
      sign: signers.pointer,
    });
    expect(moved, reason).toEqual({ kind: "archived", release: 3 });
  }
  expect(await move(1, { channel: "brand-new", expectedSequence: 0 })).toMatchObject({ kind: "archived" });
  expect(await publish(database.db, draft)).toEqual({ kind: "archived", release: 3 });
  expect(await listPointers(database.db, program)).toEqual(before);
  const restore = { program, channel, reason: "restore", sign: signers.pointer } as const;
  expect(await movePointer(database.db, by("system"), restore)).toMatchObject({ kind: "moved" });
  await inTransaction(database.db, (tx) => reopenProgram(tx, by("root"), program));
  expect(await move(1)).toMatchObject({ kind: "moved" });
});
