import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import { by, seed } from "../test/fixtures.ts";
import {
  accountOf,
  auditOf,
  createPerson,
  createSession,
  createSignInLink,
  disablePerson,
  enablePerson,
  findAccount,
  findSession,
  findSignInLink,
  forgetPasswordFailures,
  inTransaction,
  linkIdentity,
  notePasswordFailure,
  personOfIdentity,
  proveSession,
  setPasswordByLink,
  startAttempt,
  sweepSignInLinks,
  takeAttempt,
  verifyAudit,
  waysToSignIn,
  type Tx,
} from "./index.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db);
  const lou = { id: "lou", name: "Lou Gervais", title: { fr: "x", en: "x" }, email: "Lou@Exemple.test" };
  await inTx((tx) => createPerson(tx, by("admin"), lou));
});
afterAll(() => database.close());

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(database.db, work);
const hash = (digit: string): string => digit.repeat(64);
const now = new Date("2026-03-01T12:00:00Z");
const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const link = (tokenHash: string, expiresAt = after(60)) =>
  inTx((tx) => createSignInLink(tx, { by: "admin", at: now }, { tokenHash, person: "lou", expiresAt }));
const choose = (tokenHash: string, at = after(1)) =>
  inTx((tx) => setPasswordByLink(tx, { at }, { tokenHash, hash: `kept-${tokenHash[0] ?? ""}` }));

it("sets a password by a link, once, and ends the sessions of before", async () => {
  await createSession(database.db, { tokenHash: hash("9"), person: "lou", now, expiresAt: after(600) });
  await link(hash("1"));
  expect(await findSignInLink(database.db, { tokenHash: hash("1"), now })).toEqual({
    person: "lou",
    name: "Lou Gervais",
    email: "lou@exemple.test",
  });
  expect(await findAccount(database.db, "lou@exemple.test")).toBeUndefined();
  expect(await choose(hash("1"))).toBe("lou");
  expect(await choose(hash("1"))).toBeUndefined();
  expect(await findSignInLink(database.db, { tokenHash: hash("1"), now })).toBeUndefined();
  expect(await findAccount(database.db, "LOU@exemple.test")).toEqual({
    person: "lou",
    hash: "kept-1",
    failures: 0,
    lockedUntil: null,
  });
  expect(await findSession(database.db, { tokenHash: hash("9"), now })).toBeUndefined();
  expect((await waysToSignIn(database.db)).password).toEqual(new Set(["lou"]));
  expect((await auditOf(database.db, "person:lou")).map((r) => [r.action, r.actor])).toEqual([
    ["person.password", "lou"],
    ["person.link", "admin"],
    ["person.create", "admin"],
  ]);
});

it("lets two at once use a link only once", async () => {
  await link(hash("2"));
  const won = await Promise.all([choose(hash("2")), choose(hash("2")), choose(hash("2"))]);
  expect(won.filter((w) => w === "lou")).toHaveLength(1);
});

it("opens nothing with a link that is over, was replaced, or is nobody's", async () => {
  await link(hash("3"), after(10));
  expect(await choose(hash("3"), after(10))).toBeUndefined();
  await link(hash("4"));
  await link(hash("5"));
  expect(await choose(hash("4"))).toBeUndefined();
  expect(await choose(hash("6"))).toBeUndefined();
  expect(await choose(hash("5"))).toBe("lou");
  await sweepSignInLinks(database.db, now);
});

it("counts wrong passwords and forgets them after a right one", async () => {
  await notePasswordFailure(database.db, { person: "lou", lockedUntil: null });
  await notePasswordFailure(database.db, { person: "lou", lockedUntil: after(5) });
  expect(await accountOf(database.db, "lou")).toMatchObject({ failures: 2, lockedUntil: after(5) });
  await forgetPasswordFailures(database.db, "lou");
  expect(await accountOf(database.db, "lou")).toMatchObject({ failures: 0, lockedUntil: null });
});

it("links an identity to the person of its address, once, and to nobody else", async () => {
  const issuer = "https://connexion.exemple.test";
  const identity = { issuer, subject: "s-1" };
  expect(await personOfIdentity(database.db, identity)).toBeUndefined();
  const at = { at: now };
  expect(
    await inTx((tx) => linkIdentity(tx, at, { ...identity, email: "nobody@exemple.test" })),
  ).toBeUndefined();
  expect(await inTx((tx) => linkIdentity(tx, at, { ...identity, email: "LOU@exemple.test" }))).toBe("lou");
  expect(await personOfIdentity(database.db, identity)).toBe("lou");
  // Somebody else at the same provider who was given the address later does not become Lou.
  const other = { issuer, subject: "s-2", email: "lou@exemple.test" };
  expect(await inTx((tx) => linkIdentity(tx, at, other))).toBeUndefined();
  expect((await waysToSignIn(database.db)).identity).toEqual(new Set(["lou"]));
});

it("shuts a disabled person out by every way, and lets them in again", async () => {
  const identity = { issuer: "https://connexion.exemple.test", subject: "s-1" };
  await link(hash("7"));
  expect(await inTx((tx) => disablePerson(tx, by("admin"), "lou"))).toBe(true);
  expect(await findAccount(database.db, "lou@exemple.test")).toBeUndefined();
  expect(await personOfIdentity(database.db, identity)).toBeUndefined();
  expect(await findSignInLink(database.db, { tokenHash: hash("7"), now })).toBeUndefined();
  expect(await inTx((tx) => enablePerson(tx, by("admin"), "lou"))).toBe(true);
  expect(await inTx((tx) => enablePerson(tx, by("admin"), "lou"))).toBe(false);
  expect(await personOfIdentity(database.db, identity)).toBe("lou");
});

it("keeps an attempt for one answer, in time", async () => {
  const attempt = {
    nonce: "n",
    codeVerifier: "v",
    purpose: "step-up",
    person: "lou",
    returnTo: "/p/x",
  } as const;
  const start = (stateHash: string) =>
    startAttempt(database.db, { ...attempt, stateHash, startedAt: now, expiresAt: after(10) });
  await start(hash("a"));
  expect(await takeAttempt(database.db, { stateHash: hash("a"), now: after(1) })).toEqual({
    ...attempt,
    startedAt: now,
  });
  expect(await takeAttempt(database.db, { stateHash: hash("a"), now: after(1) })).toBeUndefined();
  await start(hash("b"));
  expect(await takeAttempt(database.db, { stateHash: hash("b"), now: after(10) })).toBeUndefined();
});

it("notes when the person of a session last showed who they are", async () => {
  const tokenHash = hash("8");
  await createSession(database.db, { tokenHash, person: "lou", now, expiresAt: after(600) });
  expect((await findSession(database.db, { tokenHash, now }))?.provedAt).toEqual(now);
  await proveSession(database.db, { tokenHash, now: after(30) });
  expect((await findSession(database.db, { tokenHash, now }))?.provedAt).toEqual(after(30));
  expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
});
