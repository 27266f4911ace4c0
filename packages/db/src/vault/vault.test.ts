// The release vault on a disk that loses what was not synced, fills up, or turns a bit: what was acknowledged stays, whole,
// and a database without it is made whole again from it.
import { chanceFrom, freshSeed } from "@jumelage/engine/test/arbitraries";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import { afterEach, expect, it } from "vitest";
import { freshDatabase } from "../../test/database.ts";
import { approvedAtOnce, by, program, publish, seed } from "../../test/fixtures.ts";
import { LosingDisk, PowerCut } from "../../test/losing-disk.ts";
import { digest, sealed, sealing } from "../../test/sealing.ts";
import {
  getPointer,
  getReleaseEnvelope,
  inspectVault,
  listReleases,
  movePointer,
  pointersBelowFloor,
  putBack,
  readAudit,
  settleVault,
  verifyAudit,
  Vault,
  type Db,
} from "../index.ts";

const from = Number(process.env["SEED"] ?? freshSeed());
const terms = { trusted: [sealed], digest };
const operator = { by: "operator", at: new Date("2026-09-01T12:00:00Z") };
const channel = "production";
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
});

async function database(seeded = true): Promise<Db> {
  const made = await freshDatabase();
  undo.push(made.close);
  if (seeded) await seed(made.db, sealing);
  return made.db;
}

/** A server's start: the vault opened and settled. */
async function opened(db: Db, disk: LosingDisk): Promise<Vault> {
  const vault = await Vault.open("/data/vault", disk, () => undefined);
  await settleVault(db, vault);
  return vault;
}

async function started(): Promise<{ db: Db; disk: LosingDisk; vault: Vault }> {
  const [db, disk] = [await database(), new LosingDisk()];
  await disk.makeFolder("/data");
  await disk.syncFolder("/");
  return { db, disk, vault: await opened(db, disk) };
}

const publishInto = async (db: Db, vault: Vault, threshold: number, key?: string) =>
  publish(db, await approvedAtOnce(db, threshold), { sign: sealing, vault, ...(key ? { key } : {}) });

/** Every release of `lost` that was acknowledged is in what `db` has after the vault was put back into it. */
async function expectWhole(acknowledged: ReadonlyMap<number, string>, lost: Db, db: Db): Promise<void> {
  for (const [number, sha256] of acknowledged) {
    const [before, after] = [
      await getReleaseEnvelope(lost, program, number),
      await getReleaseEnvelope(db, program, number),
    ];
    expect(after?.sha256, `release ${number}, seed ${from}`).toBe(sha256);
    expect(Buffer.from(after?.envelope ?? []).equals(Buffer.from(before?.envelope ?? []))).toBe(true);
  }
  expect(await verifyAudit(db)).toMatchObject({ ok: true });
  const [before, after] = [await getPointer(lost, program, channel), await getPointer(db, program, channel)];
  const newest = Math.max(...acknowledged.keys());
  expect(after?.release).toBeGreaterThanOrEqual(newest);
  expect((await pointersBelowFloor(db)).map((p) => p.channel)).toEqual([channel]);
  // What consumers may have seen is behind, whatever it was.
  const next = await movePointer(db, operator, {
    program,
    channel,
    reason: "restore",
    sign: sealing.pointer,
  });
  if (next.kind !== "moved") throw new Error(next.kind);
  expect(next.pointer.sequence).toBeGreaterThan(before?.sequence ?? 0);
  expect(next.pointer.sequence).toBeGreaterThanOrEqual(operator.at.getTime());
}

it(
  "loses no acknowledged release to a power loss at any step",
  { timeout: 300_000, ...shows("vault-power") },
  async () => {
    const publishes = howMany({ quick: 40, long: 200 });
    const chance = chanceFrom(from);
    const { db, disk, vault: first } = await started();
    let vault = first;
    const acknowledged = new Map<number, string>();
    let [cuts, rebuilt] = [0, 0];
    disk.cutAt = disk.steps + chance.below(40);
    for (let i = 0; i < publishes; i += 1) {
      const result = await publishInto(db, vault, 1 + (i % 27)).catch((error: unknown) => {
        if (!disk.isCut) throw error;
        return undefined;
      });
      // Somebody was told only when the process was still there to tell.
      if (result?.kind === "published" && !disk.isCut) acknowledged.set(result.number, result.sha256);
      if (!disk.isCut && i < publishes - 1) continue;
      cuts += 1;
      disk.losePower(chance);
      const left = await Vault.open("/data/vault", disk);
      const found = await inspectVault(db, left, terms);
      expect(found.refused, `seed ${from}`).toEqual([]);
      const names = await left.releaseNames();
      expect(
        [...acknowledged.values()].filter((sha256) => !names.includes(sha256)),
        `seed ${from}`,
      ).toEqual([]);
      if (acknowledged.size > 0 && (chance.below(12) === 0 || i === publishes - 1)) {
        const empty = await database(false);
        const { releases } = await putBack(empty, operator, { ...terms, vault: left });
        expect(releases.length).toBeGreaterThanOrEqual(acknowledged.size);
        await expectWhole(acknowledged, db, empty);
        rebuilt += 1;
      }
      vault = await opened(db, disk);
      disk.cutAt = disk.steps + chance.below(40);
    }
    expect(cuts).toBeGreaterThan(publishes / 10);
    expect(rebuilt).toBeGreaterThan(0);
    counted("vault-power", { asked: publishes, reached: publishes, seed: from });
  },
);

it("acknowledges nothing, and shows it to nobody, before the vault has it", async () => {
  const { db, disk, vault } = await started();
  const draft = await approvedAtOnce(db, 3);
  const seen: string[] = [];
  let settled = false;
  disk.slow = async () => {
    seen.push(`${settled} ${(await listReleases(db, program)).length}`);
  };
  const before = disk.steps;
  await publish(db, draft, { sign: sealing, vault }).finally(() => {
    settled = true;
  });
  disk.slow = undefined;
  // Ten steps that nobody knows of, the commit, and two that say that it happened.
  expect(seen).toEqual([...Array.from({ length: 10 }, () => "false 1"), "false 2", "false 2"]);
  expect(disk.steps - before).toBe(seen.length);
});

it(
  "says clearly that the disk is full, at every step, and leaves nothing half-written",
  shows("vault-full"),
  async () => {
    const { db, disk, vault } = await started();
    const before = disk.steps;
    await publishInto(db, vault, 3);
    const steps = disk.steps - before;
    let refused = 0;
    for (let step = 0; step < steps; step += 1) {
      const [draft, had] = [await approvedAtOnce(db, 4 + step), (await listReleases(db, program)).length];
      const key = `full-${step}`;
      disk.fullAt = disk.steps + step;
      const first = await publish(db, draft, { sign: sealing, vault, key }).catch((error: unknown) => error);
      disk.fullAt = Infinity;
      const found = await inspectVault(db, vault, terms);
      expect(found.refused).toEqual([]);
      expect(found.missing).toEqual([]);
      if (first instanceof Error) {
        refused += 1;
        expect(first).toMatchObject({ code: "vault-full" });
        expect((await listReleases(db, program)).length).toBe(had);
      } else expect(first).toMatchObject({ kind: "published", repeated: false });
      // With room again, the same key says which it was.
      expect(await publish(db, draft, { sign: sealing, vault, key })).toMatchObject({
        kind: "published",
        number: had + 1,
        repeated: !(first instanceof Error),
      });
    }
    // All but the last two, which come after the commit and only say that it happened.
    expect(refused).toBe(steps - 2);
    counted("vault-full", { asked: steps, reached: steps });
  },
);

it(
  "refuses by its name whatever was altered, in the vault and on the way back",
  shows("vault-altered"),
  async () => {
    const { db, disk, vault } = await started();
    await publishInto(db, vault, 3);
    const chance = chanceFrom(from);
    const names = await vault.releaseNames();
    const pointers = await vault.pointerNames();
    const files = [
      ...names.map((name) => `releases/${name}`),
      ...pointers.map(({ sha256 }) => `pointers/${sha256}`),
    ];
    expect(files).toHaveLength(4);
    const flips = 200;
    for (let i = 0; i < flips; i += 1) {
      const [file, bit] = [chance.pick(files), chance.below(1 << 20)];
      disk.flip(`/data/vault/${file}.json`, bit);
      const found = await inspectVault(db, vault, terms);
      expect(
        found.refused.map((r) => r.file),
        `seed ${from}`,
      ).toEqual([file]);
      disk.flip(`/data/vault/${file}.json`, bit);
    }
    const second = (await getReleaseEnvelope(db, program, 2))?.sha256 ?? "";
    disk.flip(`/data/vault/releases/${second}.json`, 4000);
    const empty = await database(false);
    const { releases, found } = await putBack(empty, operator, { ...terms, vault });
    expect(releases.map((r) => r.number)).toEqual([1]);
    expect(found.refused).toEqual([{ file: `releases/${second}`, code: "hash-mismatch" }]);
    expect(await listReleases(empty, program)).toHaveLength(1);
    // A signature of somebody else is none.
    const stranger = { ...terms, trusted: [{ ...sealed, verify: async () => false }] };
    expect((await putBack(await database(false), operator, { ...stranger, vault })).releases).toEqual([]);
    counted("vault-altered", { asked: flips + 2, reached: flips + 2, seed: from });
  },
);

it("puts back only what is lost, and says so in the journal; a suspended channel comes back suspended", async () => {
  const { db, vault } = await started();
  await publishInto(db, vault, 3);
  await movePointer(db, by("rita"), {
    program,
    channel,
    reason: "suspend",
    sign: sealing.pointer,
    vault,
  });
  expect((await putBack(db, operator, { ...terms, vault })).releases).toEqual([]);
  const empty = await database(false);
  expect(await putBack(empty, operator, { ...terms, vault })).toMatchObject({ pointers: 3 });
  expect(await getPointer(empty, program, channel)).toMatchObject({
    release: 2,
    sequence: 3,
    suspendedSince: expect.any(Date),
  });
  const actions = (await readAudit(empty)).map(
    ({ actor, action, subject }) => `${actor} ${action} ${subject}`,
  );
  expect(actions).toEqual([
    `operator program.create program:${program}`,
    `operator release.put-back release:${program}/1`,
    `operator release.put-back release:${program}/2`,
    "operator installation.restored installation",
  ]);
  expect((await putBack(empty, operator, { ...terms, vault })).releases).toEqual([]);
});

it("gives no number twice: nothing is published in a program of which the database lost releases", async () => {
  const { db, disk, vault } = await started();
  await publishInto(db, vault, 3);
  const older = await database();
  const again = await Vault.open("/data/vault", disk);
  const { lost } = await settleVault(older, again);
  expect(lost).toEqual([{ program, number: 2 }]);
  const draft = await approvedAtOnce(older, 9);
  const refused = publish(older, draft, { sign: sealing, vault: again });
  await expect(refused).rejects.toMatchObject({ code: "vault-ahead" });
});

it("tells an interrupted publication from a lost one, and forgets it once its number was given", async () => {
  const { db, disk, vault } = await started();
  const draft = await approvedAtOnce(db, 5);
  // The database goes away between the vault and the commit.
  const interrupted = publish(db, draft, {
    sign: sealing,
    vault: Object.assign(Object.create(vault) as Vault, {
      prepare: async (what: Parameters<Vault["prepare"]>[0]) => {
        await vault.prepare(what);
        throw new PowerCut();
      },
    }),
  });
  await expect(interrupted).rejects.toBeInstanceOf(PowerCut);
  expect(await inspectVault(db, vault, terms)).toMatchObject({ lost: [], interrupted: [{ number: 2 }] });
  const empty = await database(false);
  expect((await putBack(empty, operator, { ...terms, vault })).releases.map((r) => r.number)).toEqual([1]);
  expect(
    (await putBack(empty, operator, { ...terms, vault, interrupted: true })).releases.map((r) => r.number),
  ).toEqual([2]);
  expect(await publish(db, draft, { sign: sealing, vault })).toMatchObject({ number: 2 });
  const after = await opened(db, disk);
  expect((await after.pointerNames()).filter((p) => !p.confirmed)).toEqual([]);
  expect(await settleVault(db, after)).toEqual({ added: 0, lost: [] });
});
