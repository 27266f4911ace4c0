// A power loss that takes the database of a server, a day-old backup, and what the vault of releases then gives back.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Program, Published } from "@jumelage/api/schemas";
import { getReleaseEnvelope, openDatabase, readAudit, verifyAudit } from "@jumelage/db";
import { shows } from "@jumelage/engine/test/evidence";
import { afterAll, expect, it } from "vitest";
import { jumelage } from "./cli.ts";
import { App, Console, admin, selfCare } from "./clients.ts";
import { demoFolder, startProcess, temporaryFolder, type ServerProcess } from "./server-process.ts";
import { approvedDraft, castOf, makeSmallProgram } from "./small-program.ts";

const program = "garde";
const [dataDir, kept] = [demoFolder(), temporaryFolder()];
afterAll(() => [dataDir, kept].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

async function publish(url: string, round: number) {
  const cast = await castOf(url, program);
  const { id, hash } = await approvedDraft(cast, round);
  const what = { id, hash, channel: "production", message: "" };
  return cast.reviewer.mutate<Published>("publish.publish", {
    ...what,
    idempotencyKey: `vault-round-${round}`,
  });
}

async function bytesOf({ databaseUrl }: ServerProcess, number: number): Promise<Uint8Array | undefined> {
  const database = await openDatabase({ url: databaseUrl }, { migrate: false, max: 1 });
  try {
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
    return (await getReleaseEnvelope(database.db, program, number))?.envelope;
  } finally {
    await database.close();
  }
}

/** The database is gone, and what is left is the backup of yesterday, or none. */
async function loseDatabase(backup?: string): Promise<void> {
  const [pid] = readFileSync(path.join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n");
  process.kill(Number(pid), "SIGKILL");
  rmSync(path.join(dataDir, "postgres"), { recursive: true });
  if (backup !== undefined) expect(await jumelage(dataDir, "restore", backup)).toMatchObject({ code: 0 });
}

it(
  "gives back what a lost database had published, and publishes over nothing meanwhile",
  { timeout: 300_000, ...shows("vault-restored") },
  async () => {
    const first = await startProcess({ dataDir });
    await makeSmallProgram(first.url, program);
    expect((await publish(first.url, 1)).status).toBe(200);
    const backup = path.join(kept, "installation.gz");
    expect(await jumelage(dataDir, "backup", backup)).toMatchObject({ code: 0 });
    const lost = await publish(first.url, 2);
    const seeded = await new App(first.url).bytes(`/v1/programs/${selfCare}/releases/1`);
    const bytes = await bytesOf(first, 2);
    // Beside the two programs of the demo.
    expect(JSON.parse((await jumelage(dataDir, "vault", "verify", "--json")).out)).toEqual({
      held: 4,
      refused: [],
      missing: [],
      lost: [],
      interrupted: [],
      taken: [],
    });
    await first.kill();
    await loseDatabase(backup);

    // Started with a vault that is damaged too, the server serves what it has, says what it lacks, and gives that number
    // to nobody.
    const file = path.join(dataDir, "vault/releases", `${lost.data.sha256}.json`);
    const whole = readFileSync(file);
    writeFileSync(file, whole.toString("latin1").replace('"sig":"', '"sig":"A'), "latin1");
    const second = await startProcess({ dataDir });
    expect(second.output()).toContain(`${program} 2`);
    expect(await publish(second.url, 3)).toMatchObject({
      refusal: { code: "publish-blocked", details: { reason: "vault-ahead" } },
    });
    expect(await jumelage(dataDir, "vault", "restore")).toMatchObject({
      code: 1,
      out: expect.stringContaining(`releases/${lost.data.sha256}.json was altered`),
    });
    writeFileSync(file, whole);
    const verified = await jumelage(dataDir, "vault", "verify");
    expect(verified).toMatchObject({ code: 1, out: expect.stringContaining("lost by the database") });
    const restored = await jumelage(dataDir, "vault", "restore");
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining("release 2: put back") });
    const before = Date.now();
    expect(await second.stop()).toBe(0);

    // The channel stands where it was put last, though it was pointed at an older release meanwhile.
    const third = await startProcess({ dataDir });
    try {
      expect(Buffer.from((await bytesOf(third, 2)) ?? []).equals(Buffer.from(bytes ?? []))).toBe(true);
      const sacha = await Console.of(third.url, admin);
      const { channels } = (await sacha.query<Program>("programs.get", { program })).data;
      expect(channels).toMatchObject([{ release: 2 }]);
      expect(channels[0]?.sequence).toBeGreaterThan(before - 600_000);
      const database = await openDatabase({ url: third.databaseUrl }, { migrate: false, max: 1 });
      const actions = (await readAudit(database.db)).map((row) => `${row.action} ${row.subject}`);
      await database.close();
      expect(actions).toContain(`release.put-back release:${program}/2`);
    } finally {
      await third.kill();
    }
    await loseDatabase();

    // With a vault that is whole a server does it by itself, before it answers anybody; also from nothing else.
    const fourth = await startProcess({ dataDir });
    try {
      const sacha = await Console.of(fourth.url, admin);
      const { channels } = (await sacha.query<Program>("programs.get", { program })).data;
      expect(channels).toMatchObject([{ release: 2 }]);
      expect(Buffer.from((await bytesOf(fourth, 2)) ?? []).equals(Buffer.from(bytes ?? []))).toBe(true);
      // What the demo would have seeded anew is what it was.
      expect(await new App(fourth.url).bytes(`/v1/programs/${selfCare}/releases/1`)).toEqual(seeded);
      expect(JSON.parse((await jumelage(dataDir, "vault", "verify", "--json")).out)).toMatchObject({
        held: 4,
        missing: [],
        taken: [],
      });
    } finally {
      await fourth.stop();
    }
    expect(readdirSync(path.join(dataDir, "vault/pointers")).every((name) => name.endsWith(".json"))).toBe(
      true,
    );
    expect(await jumelage(kept, "vault", "verify")).toMatchObject({
      code: 2,
      err: expect.stringContaining("no vault"),
    });
  },
);
