import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { by, program, seed } from "../test/fixtures.ts";
import {
  archiveProgram,
  consumersOf,
  createConsumer,
  createPerson,
  createSession,
  disablePerson,
  endSession,
  findConsumerByKeyHash,
  findSession,
  getPerson,
  getProgram,
  inTransaction,
  listConsumers,
  listOrigins,
  listPeople,
  listPrograms,
  noteConsumerSeen,
  readAuditHead,
  revokeConsumer,
  setRole,
  sweepSessions,
  touchSession,
  updateConsumer,
  updateProgram,
  type Tx,
} from "./index.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db);
});
afterAll(() => database.close());

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database.db, work);
const hash = (digit: string): string => digit.repeat(64);
const now = new Date("2026-03-01T12:00:00Z");
const after = (ms: number): Date => new Date(now.getTime() + ms);

it("lists people with their roles, and changes roles only once", async () => {
  expect((await listPeople(database.db)).map((p) => p.id)).toEqual(["anna", "bruno", "rene", "rita"]);
  const grant = { person: "anna", program, role: "qa", granted: true } as const;
  expect(await inTx((tx) => setRole(tx, by("admin"), grant))).toBe(true);
  expect(await getPerson(database.db, "anna")).toMatchObject({
    roles: [{ program, roles: ["author", "qa"] }],
  });
  const head = await readAuditHead(database.db);
  expect(await inTx((tx) => setRole(tx, by("admin"), grant))).toBe(false);
  expect(await readAuditHead(database.db)).toEqual(head);
  expect(await inTx((tx) => setRole(tx, by("admin"), { ...grant, granted: false }))).toBe(true);
  const again = { id: "anna", name: "Autre", title: { fr: "x", en: "x" } };
  expect(await inTx((tx) => createPerson(tx, by("admin"), again))).toBe(false);
  expect(await getPerson(database.db, "anna")).toMatchObject({
    name: "ANNA",
    roles: [{ program, roles: ["author"] }],
  });
});

it("knows a session by the hash of its token until it is over, idle, ended or its person shut out", async () => {
  const open = (tokenHash: string, person = "anna") =>
    createSession(database.db, { tokenHash, person, now, expiresAt: after(1000) });
  await open(hash("a"));
  await open(hash("b"));
  await open(hash("c"), "bruno");
  const find = (tokenHash: string, at: number, idleMs?: number) =>
    findSession(database.db, { tokenHash, now: after(at), ...(idleMs === undefined ? {} : { idleMs }) });
  expect(await find(hash("a"), 999)).toMatchObject({
    person: { id: "anna", roles: [{ program, roles: ["author"] }] },
  });
  expect(await find(hash("a"), 1000)).toBeUndefined();
  expect(await find(hash("d"), 0)).toBeUndefined();
  expect(await find(hash("a"), 600, 500)).toBeUndefined();
  await touchSession(database.db, { tokenHash: hash("a"), now: after(400) });
  expect(await find(hash("a"), 600, 500)).toBeDefined();
  await endSession(database.db, hash("b"));
  expect(await find(hash("b"), 0)).toBeUndefined();
  expect(await inTx((tx) => disablePerson(tx, by("admin"), "bruno"))).toBe(true);
  expect(await inTx((tx) => disablePerson(tx, by("admin"), "bruno"))).toBe(false);
  expect(await find(hash("c"), 0)).toBeUndefined();
  await sweepSessions(database.db, after(1000));
  const { rows } = await database.pool.query("select count(*)::int as n from sessions");
  expect(rows).toEqual([{ n: 0 }]);
});

it("never stores a token in the clear: the column holds nothing but a SHA-256", async () => {
  const open = createSession(database.db, { tokenHash: "a-token", person: "anna", now, expiresAt: after(1) });
  await expect(open).rejects.toMatchObject({ cause: { code: "23514" } });
});

it("knows a consumer by the hash of its key until revoked, and what it was last given", async () => {
  const consumer = {
    id: "app",
    name: "Application",
    keyHash: hash("e"),
    keyPrefix: "jum_abcd",
    programs: [program],
  };
  expect(await inTx((tx) => createConsumer(tx, by("admin"), consumer))).toBe(true);
  expect(await inTx((tx) => createConsumer(tx, by("admin"), { ...consumer, id: "autre" }))).toBe(false);
  expect(await findConsumerByKeyHash(database.db, hash("e"), after(0))).toMatchObject({
    id: "app",
    programs: [program],
    lastSeenAt: null,
  });
  expect(await findConsumerByKeyHash(database.db, hash("f"), after(0))).toBeUndefined();
  for (const release of [1, 2])
    await noteConsumerSeen(database.db, {
      consumer: "app",
      program,
      channel: "production",
      release,
      at: after(release),
    });
  expect(await consumersOf(database.db, program)).toMatchObject([
    { id: "app", lastSeenAt: after(2), seen: [{ channel: "production", release: 2, at: after(2) }] },
  ]);
  expect(await consumersOf(database.db, "ailleurs")).toEqual([]);
  const key = { hash: hash("f"), prefix: "jum_efgh", formerUntil: after(5) };
  expect(await inTx((tx) => updateConsumer(tx, by("admin"), { id: "app", key, programs: [] }))).toMatchObject(
    { programs: [], keyPrefix: "jum_efgh" },
  );
  // The key before it counts until the end it was given, and not at it.
  expect(await findConsumerByKeyHash(database.db, hash("e"), after(4))).toMatchObject({ id: "app" });
  expect(await findConsumerByKeyHash(database.db, hash("e"), after(5))).toBeUndefined();
  expect(await findConsumerByKeyHash(database.db, hash("f"), after(9))).toMatchObject({
    keyPrefix: "jum_efgh",
    kind: "secret",
    limits: null,
  });
  const origins = ["https://a.example"];
  const limits = { evaluate: 5 };
  expect(await inTx((tx) => updateConsumer(tx, by("admin"), { id: "app", origins, limits }))).toMatchObject({
    origins,
    limits,
  });
  expect(await listOrigins(database.db)).toEqual(origins);
  expect(await inTx((tx) => revokeConsumer(tx, by("admin"), "app"))).toBe(true);
  expect(await inTx((tx) => revokeConsumer(tx, by("admin"), "app"))).toBe(false);
  expect(await findConsumerByKeyHash(database.db, hash("f"), after(0))).toBeUndefined();
  expect(await findConsumerByKeyHash(database.db, hash("e"), after(4))).toBeUndefined();
  expect(await listOrigins(database.db)).toEqual([]);
  expect(await inTx((tx) => updateConsumer(tx, by("admin"), { id: "app", name: "x" }))).toBeUndefined();
  expect(await listConsumers(database.db)).toMatchObject([{ id: "app" }]);
});

it("keeps a program's settings within their shape, and archives without deleting", async () => {
  const change = (settings: object) =>
    inTx((tx) => updateProgram(tx, by("admin"), { id: program, settings }));
  expect(await change({ approvalsNeeded: 2, owners: ["Équipe"] })).toMatchObject({
    settings: { approvalsNeeded: 2, owners: ["Équipe"] },
  });
  for (const approvalsNeeded of [0, 1.5, 10, "2"])
    await expect(change({ approvalsNeeded })).rejects.toThrow(TypeError);
  for (const floors of [
    { mutants: 0.94 },
    { boundaries: 0.89 },
    { mutants: 1.01 },
    { mutants: "1" },
    { x: 1 },
  ])
    await expect(change({ floors })).rejects.toThrow(TypeError);
  for (const smallCell of [4, 101, 5.5, "5", null])
    await expect(change({ smallCell })).rejects.toThrow(TypeError);
  expect((await getProgram(database.db, program))?.settings.smallCell).toBe(5);
  expect(await change({ smallCell: 10 })).toMatchObject({ settings: { approvalsNeeded: 2, smallCell: 10 } });
  expect(await change({ floors: { mutants: 0.98 } })).toMatchObject({
    settings: { approvalsNeeded: 2, floors: { mutants: 0.98, boundaries: 0.9 } },
  });
  expect(await getProgram(database.db, program)).toMatchObject({
    settings: { approvalsNeeded: 2 },
    headRelease: 1,
  });
  expect(await inTx((tx) => updateProgram(tx, by("admin"), { id: "ailleurs" }))).toBeUndefined();
  expect(await inTx((tx) => archiveProgram(tx, by("admin"), program))).toBe(true);
  expect(await inTx((tx) => archiveProgram(tx, by("admin"), program))).toBe(false);
  expect(await listPrograms(database.db)).toEqual([]);
  expect(await listPrograms(database.db, { archived: true })).toHaveLength(1);
});
