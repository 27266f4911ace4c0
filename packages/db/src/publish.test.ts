import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, type FreshDatabase } from "../test/database.ts";
import {
  approved,
  approvedAtOnce,
  by,
  program,
  profiles,
  publish,
  ruleSet,
  seed,
  signers,
  started,
} from "../test/fixtures.ts";
import { sha256Hex } from "./digest.ts";
import { validApprovers } from "./review.ts";
import {
  approveDraft,
  createProgram,
  currentRelease,
  discardDraft,
  getDraft,
  getPointer,
  getRelease,
  getReleaseEnvelope,
  inTransaction,
  listReleases,
  movePointer,
  pointersSince,
  readAudit,
  readAuditHead,
  requestReview,
  saveDraft,
  seedRelease,
  verifyAudit,
  type PublishResult,
} from "./index.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db);
});
afterAll(() => database.close());

const json = (bytes: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(bytes));
const channel = "production";

describe("publishing", () => {
  it("seeds release 1 without approvals, with one waiver", async () => {
    expect(await listReleases(database.db, program)).toMatchObject([
      { number: 1, approvedBy: [], waivers: ["seed"], publishedBy: "system" },
    ]);
    expect(await currentRelease(database.db, program)).toMatchObject({
      number: 1,
      ruleSet: ruleSet(),
      profiles,
    });
    expect(await getPointer(database.db, program, channel)).toMatchObject({ sequence: 1, release: 1 });
  });

  it("makes the next release from an approved draft, signs it and moves the channel", async () => {
    const draft = await approved(database.db, 16);
    const result = await publish(database.db, draft);
    expect(result).toMatchObject({ kind: "published", number: 2, sequence: 2, repeated: false });
    const release = await getRelease(database.db, program, 2);
    expect(release).toMatchObject({
      ruleSet: ruleSet(16),
      approvedBy: ["rita"],
      publishedBy: "rita",
      note: "publiée",
      waivers: [],
    });
    const envelope = await getReleaseEnvelope(database.db, program, 2);
    expect(envelope?.sha256).toBe(await sha256Hex(envelope?.envelope ?? new Uint8Array()));
    expect(json(envelope?.envelope)).toMatchObject({ number: 2, base: { number: 1 }, draftHash: draft.hash });
    const pointer = await getPointer(database.db, program, channel);
    expect(pointer).toMatchObject({ sequence: 2, release: 2, sha256: envelope?.sha256, movedBy: "rita" });
    expect(json(pointer?.envelope)).toMatchObject({ length: envelope?.envelope.length, sequence: 2 });
    expect(await getDraft(database.db, draft.id)).toMatchObject({ status: "published" });
  });

  it("puts into the pointer the head of the audit chain with this very release in it", async () => {
    const pointer = json((await getPointer(database.db, program, channel))?.envelope) as {
      audit: { size: number; head: string };
    };
    const [row] = await readAudit(database.db, { after: pointer.audit.size - 1, limit: 1 });
    expect(row).toMatchObject({
      action: "release.publish",
      subject: `release:${program}/2`,
      hash: pointer.audit.head,
    });
    expect(await verifyAudit(database.db, pointer.audit)).toMatchObject({ ok: true });
  });

  it("answers a repeat with the same key with the same release, and does nothing", async () => {
    const draft = await approved(database.db, 17);
    const first = await publish(database.db, draft, { key: "k1" });
    const head = await readAuditHead(database.db);
    expect(await publish(database.db, draft, { key: "k1" })).toEqual({ ...first, repeated: true });
    expect(await readAuditHead(database.db)).toEqual(head);
    const other = await approved(database.db, 18);
    expect(await publish(database.db, other, { key: "k1" })).toMatchObject({ kind: "key-reused", number: 3 });
    await inTransaction(database.db, (tx) => discardDraft(tx, by("anna"), { id: other.id }));
  });

  it("makes one release of many simultaneous repeats", async () => {
    const draft = await approved(database.db, 19);
    const results = await Promise.all(
      Array.from({ length: 8 }, () => publish(database.db, draft, { key: "k2" })),
    );
    expect(results.map((r) => r.kind === "published" && r.number)).toEqual(results.map(() => 4));
    expect(results.filter((r) => r.kind === "published" && !r.repeated)).toHaveLength(1);
  });

  it("refuses what is not approved, what changed since, what an author approved, what has gone stale", async () => {
    const { db } = database;
    const draft = await started(db);
    expect(await publish(db, draft)).toMatchObject({ kind: "not-approved" });
    expect(await publish(db, { id: crypto.randomUUID(), hash: draft.hash })).toEqual({ kind: "not-found" });
    const one = await inTransaction(db, (tx) =>
      saveDraft(tx, by("rita"), { id: draft.id, expectedRevision: 1, ruleSet: ruleSet(9) }),
    );
    if (one.kind !== "saved") throw new Error(one.kind);
    const { hash } = one.draft;
    const step = { id: draft.id, hash };
    expect(
      await inTransaction(db, (tx) =>
        approveDraft(tx, by("rene"), { ...step, meaning: "review", changes: [] }),
      ),
    ).toMatchObject({ kind: "wrong-status" });
    expect(
      await inTransaction(db, (tx) =>
        requestReview(tx, by("rita"), { id: draft.id, hash: draft.hash, note: "" }),
      ),
    ).toMatchObject({ kind: "stale" });
    expect(
      await inTransaction(db, (tx) => requestReview(tx, by("rita"), { ...step, note: "" })),
    ).toMatchObject({ kind: "done" });
    expect(
      await inTransaction(db, (tx) =>
        approveDraft(tx, by("rita"), { ...step, meaning: "review", changes: [] }),
      ),
    ).toMatchObject({ kind: "own-edit" });
    expect(await publish(db, step)).toMatchObject({ kind: "not-approved" });
    expect(
      await inTransaction(db, (tx) =>
        approveDraft(tx, by("rene"), { ...step, meaning: "review", changes: [] }),
      ),
    ).toMatchObject({
      kind: "done",
      draft: { status: "approved" },
    });
    expect(await publish(db, draft)).toMatchObject({ kind: "stale" });
    const two = await inTransaction(db, (tx) =>
      saveDraft(tx, by("anna"), { id: draft.id, expectedRevision: 2, ruleSet: ruleSet(10) }),
    );
    expect(two).toMatchObject({
      kind: "saved",
      draft: { status: "editing", approvals: [{ by: { id: "rene" }, current: false }] },
    });
    expect(await publish(db, step)).toMatchObject({ kind: "stale" });
    await inTransaction(db, (tx) => discardDraft(tx, by("anna"), { id: draft.id }));
    expect(await publish(db, step)).toMatchObject({ kind: "wrong-status" });
  });

  it("counts an approval only for the content it was given for", async () => {
    const { db } = database;
    const draft = await approved(db, 20);
    expect(validApprovers(draft)).toEqual(["rita"]);
    const edit = { id: draft.id, expectedRevision: draft.revision, ruleSet: ruleSet(21) };
    const saved = await inTransaction(db, (tx) => saveDraft(tx, by("anna"), edit));
    if (saved.kind !== "saved") throw new Error(saved.kind);
    expect(saved.draft.approvals).toMatchObject([{ by: { id: "rita" }, current: false }]);
    expect(validApprovers(saved.draft)).toEqual([]);
    await inTransaction(db, (tx) => discardDraft(tx, by("anna"), { id: draft.id }));
  });

  it("refuses a draft whose base is no longer in force, and takes it once it is again", async () => {
    const draft = await approved(database.db, 20);
    const move = { program, channel, reason: "roll-back", sign: signers.pointer } as const;
    await movePointer(database.db, by("rita"), { ...move, release: 1 });
    expect(await publish(database.db, draft)).toMatchObject({ kind: "base-moved", inForce: 1 });
    await movePointer(database.db, by("rita"), { ...move, release: 4 });
    expect(await publish(database.db, draft)).toMatchObject({ kind: "published", number: 5 });
  });

  it("and a simultaneous roll-back leave either order, never a release over a base that is not in force", async () => {
    for (let round = 0; round < 20; round++) {
      const before = await getPointer(database.db, program, channel);
      const draft = await approvedAtOnce(database.db, 1 + round);
      const [published, moved] = await Promise.all([
        publish(database.db, draft),
        movePointer(database.db, by("rene"), {
          program,
          channel,
          release: 1,
          reason: "roll-back",
          sign: signers.pointer,
        }),
      ]);
      expect(moved.kind).toBe("moved");
      // Published first, or refused because the roll-back was: then nothing but the roll-back happened.
      const steps = (
        await pointersSince(database.db, { program, channel, sequence: before?.sequence ?? 0 })
      ).map((p) => p.release);
      const number = published.kind === "published" ? published.number : undefined;
      expect(steps).toEqual(number === undefined ? [1] : [number, 1]);
      if (number === undefined)
        await inTransaction(database.db, (tx) => discardDraft(tx, by("anna"), { id: draft.id }));
      await movePointer(database.db, by("rita"), {
        program,
        channel,
        release: before?.release ?? 1,
        reason: "roll-back",
        sign: signers.pointer,
      });
    }
  });

  it("leaves nothing behind when the signer fails, and takes the number again", async () => {
    const draft = await approved(database.db, 21);
    const next = 1 + ((await listReleases(database.db, program))[0]?.number ?? 0);
    const before = await readAuditHead(database.db);
    const failing = { ...signers, pointer: () => Promise.reject(new Error("no key")) };
    await expect(publish(database.db, draft, { sign: failing })).rejects.toThrow("no key");
    expect(await getDraft(database.db, draft.id)).toEqual(draft);
    expect(await getRelease(database.db, program, next)).toBeUndefined();
    expect(await readAuditHead(database.db)).toEqual(before);
    expect(await publish(database.db, draft)).toMatchObject({ kind: "published", number: next });
  });

  it("seeds a program once, however many servers start at the same time", async () => {
    const title = { fr: "Autre", en: "Other" };
    await inTransaction(database.db, (tx) => createProgram(tx, by("system"), { id: "autre", title }));
    const content = {
      program: "autre",
      ruleSet: { ...ruleSet(), program: "autre" },
      profiles,
      channel,
      note: "",
    };
    const seeded = await Promise.all(
      Array.from({ length: 8 }, () => seedRelease(database.db, by("system"), { ...content, sign: signers })),
    );
    expect(seeded.filter((s) => s !== undefined)).toMatchObject([{ number: 1, sequence: 1 }]);
  });

  it.each([
    { publishers: 2, races: howMany({ quick: 150, long: 1000 }), line: "two-publishers" },
    { publishers: 8, races: howMany({ quick: 20, long: 200 }), line: "eight-publishers" },
  ])(
    "has one winner in each of $races races of $publishers, and no number twice or skipped",
    { timeout: 600_000, ...shows("two-publishers", "eight-publishers") },
    async ({ publishers, races, line }) => {
      const first = (await listReleases(database.db, program))[0]?.number ?? 0;
      const numbers: number[] = [];
      for (let round = 0; round < races; round++) {
        const draft = await approvedAtOnce(database.db, 1 + (round % 27));
        const results = await Promise.all(
          Array.from({ length: publishers }, (_, i) =>
            publish(database.db, draft, { by: i % 2 === 0 ? "rita" : "rene" }),
          ),
        );
        const winners = results.filter(
          (r): r is Extract<PublishResult, { kind: "published" }> => r.kind === "published",
        );
        expect(winners).toHaveLength(1);
        const losers = results.filter((r) => r.kind !== "published").map((r) => r.kind);
        expect(losers).toEqual(Array.from({ length: publishers - 1 }, () => "wrong-status"));
        numbers.push(...winners.map((w) => w.number));
      }
      expect(numbers).toEqual(Array.from({ length: races }, (_, i) => first + 1 + i));
      const all = await listReleases(database.db, program);
      expect(all.map((r) => r.number)).toEqual(
        Array.from({ length: first + races }, (_, i) => first + races - i),
      );
      const sequences = (await pointersSince(database.db, { program, channel, sequence: 0 })).map(
        (p) => p.sequence,
      );
      expect(sequences).toEqual(Array.from(sequences, (_, i) => i + 1));
      expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
      counted(line, { asked: races, reached: numbers.length });
    },
  );
});

describe("a connection cut in the middle of publishing", () => {
  it.each(["release", "pointer"] as const)(
    "while signing the %s leaves the old state, and the same key then publishes once",
    async (at) => {
      for (let round = 0; round < 5; round++) {
        const draft = await approvedAtOnce(database.db, 1 + round);
        const before = {
          head: await readAuditHead(database.db),
          pointer: await getPointer(database.db, program, channel),
        };
        const key = crypto.randomUUID();
        const cut = async <T>(value: Promise<T>): Promise<T> => {
          const client = await database.pool.connect();
          // Whoever holds locks in this database is the publishing transaction.
          await client.query(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
          );
          client.release();
          return value;
        };
        const sign = {
          release: (r: Parameters<typeof signers.release>[0]) =>
            at === "release" ? cut(signers.release(r)) : signers.release(r),
          pointer: (p: Parameters<typeof signers.pointer>[0]) =>
            at === "pointer" ? cut(signers.pointer(p)) : signers.pointer(p),
        };
        await expect(publish(database.db, draft, { key, sign })).rejects.toThrow(
          /terminat|connection|Failed query|not queryable/i,
        );
        expect(await getDraft(database.db, draft.id)).toEqual(draft);
        expect({
          head: await readAuditHead(database.db),
          pointer: await getPointer(database.db, program, channel),
        }).toEqual(before);
        const result = await publish(database.db, draft, { key });
        expect(result).toMatchObject({ kind: "published", repeated: false });
        expect(await publish(database.db, draft, { key })).toEqual({ ...result, repeated: true });
      }
    },
  );

  it(
    "at random moments leaves the old state or the new one, never half",
    shows("connection-cut"),
    async () => {
      const seedOfRun = Number(process.env["SEED"] ?? Math.trunc(Math.random() * 2 ** 31));
      const outcomes = { old: 0, new: 0 };
      for (let round = 0; round < 25; round++) {
        const draft = await approvedAtOnce(database.db, 1 + (round % 27));
        const key = crypto.randomUUID();
        const before = await getPointer(database.db, program, channel);
        const publishing = publish(database.db, draft, { key }).then(
          () => "acknowledged",
          () => "unknown",
        );
        const killer = await database.pool.connect();
        for (let i = (seedOfRun + round * 7919) % 12; i > 0; i--) await killer.query("select 1");
        await killer.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'",
        );
        killer.release();
        const answered = await publishing;
        const after = await getPointer(database.db, program, channel);
        const now = await getDraft(database.db, draft.id);
        const release = await getRelease(database.db, program, (before?.release ?? 0) + 1);
        const isNew = after?.release === (before?.release ?? 0) + 1;
        const whole = {
          status: isNew ? "published" : "approved",
          release: isNew,
          sequence: (before?.sequence ?? 0) + (isNew ? 1 : 0),
        };
        expect(
          { status: now?.status, release: release !== undefined, sequence: after?.sequence },
          `seed ${seedOfRun}`,
        ).toEqual(whole);
        // What was acknowledged is there; what was not may be there or not.
        expect(answered === "acknowledged" && !isNew, `seed ${seedOfRun}`).toBe(false);
        outcomes[isNew ? "new" : "old"] += 1;
        expect(await publish(database.db, draft, { key })).toMatchObject({
          kind: "published",
          repeated: isNew,
        });
      }
      expect(outcomes.old + outcomes.new).toBe(25);
      expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
    },
  );
});
