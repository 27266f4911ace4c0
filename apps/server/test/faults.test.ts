// Power cuts while something is being published: of the server, and of the database under it. Whatever happens, what was
// acknowledged is there, nothing is there by half, and the same idempotency key tells which it was.
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type { Draft, Published } from "@jumelage/api/schemas";
import { openDatabase, verifyAudit } from "@jumelage/db";
import { emptyDatabase } from "@jumelage/db/test-database";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany, isLong } from "@jumelage/engine/test/small";
import { describe, expect, it } from "vitest";
import { jumelage } from "./cli.ts";
import { approvedDraft, castOf, makeSmallProgram, standing, type Cast } from "./small-program.ts";
import { demoFolder, startProcess, temporaryFolder, type ServerProcess } from "./server-process.ts";

const program = "coupures";
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1e9));
// A start after a cut replays a log, on a machine that may have other things to do: each is given its time.
const patience = isLong ? 6 * 3_600_000 : 600_000;

interface Cut {
  /** Ends it at once, in the middle of whatever it does. */
  readonly cut: (server: ServerProcess) => Promise<void>;
  /** A server that answers again: the same, or another one. */
  readonly comeBack: (server: ServerProcess) => Promise<ServerProcess>;
}

/** How the cuts fell: before anything was done, after it was done and told, or after it was done and before. */
interface Tally {
  readonly acknowledged: number;
  readonly undone: number;
  readonly ambiguous: number;
}

/** Publishes `rounds` times, each cut off at a random moment, and holds every promise after each. */
async function cutAndCheck(first: ServerProcess, rounds: number, how: Cut): Promise<Tally> {
  const next = random(seed);
  const tally = { acknowledged: 0, undone: 0, ambiguous: 0 };
  await makeSmallProgram(first.url, program);
  let server = first;
  let cast = await castOf(server.url, program);
  let usual = await timedPublish(cast, await approvedDraft(cast, 0), "calibrate");
  let published = 1;
  for (let round = 1; round <= rounds; round++) {
    const draft = await approvedDraft(cast, round);
    const before = await standing(cast, draft);
    const request = requestFor(draft, `cut-${seed}-${round}`);
    const answering = cast.reviewer.mutate<Published>("publish.publish", request).then(
      (answer) => (answer.status === 200 ? answer.data : undefined),
      () => undefined,
    );
    const after = next() * usual * 2;
    await new Promise((resolve) => setTimeout(resolve, after));
    await how.cut(server);
    const acknowledged = await answering;
    server = await how.comeBack(server);
    cast = await castOf(server.url, program);

    const where = `round ${round}, cut after ${Math.round(after)} ms of some ${Math.round(usual)}`;
    const found = await standing(cast, draft);
    const isMade = found.numbers[0] === published + 1;
    if (acknowledged) expect(isMade, where).toBe(true);
    if (!isMade) expect(found, where).toEqual(before);
    // A server that was just started takes longer than one that is warm: the cuts follow, so that all three come up.
    usual *= acknowledged ? 0.8 : isMade ? 1 : 1.15;
    tally[acknowledged ? "acknowledged" : isMade ? "ambiguous" : "undone"] += 1;

    const repeated = await cast.reviewer.mutate<Published>("publish.publish", request);
    expect([repeated.status, repeated.data.number], `${where}: ${repeated.text}`).toEqual([
      200,
      published + 1,
    ]);
    if (acknowledged) expect(repeated.data, where).toMatchObject({ sha256: acknowledged.sha256 });
    const made = await standing(cast, draft);
    if (isMade) expect(made, where).toEqual(found);
    expect(made, where).toEqual({
      numbers: [published + 1, ...before.numbers],
      channel: [{ release: published + 1, sha256: repeated.data.sha256, sequence: published + 1 }],
      newest: repeated.data.sha256,
      status: "published",
    });
    published += 1;
  }
  const database = await openDatabase({ url: server.databaseUrl }, { migrate: false, max: 1 });
  try {
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
  } finally {
    await database.close();
  }
  process.stderr.write(`${rounds} cuts: ${JSON.stringify(tally)}\n`);
  return tally;
}

describe("cut off in the middle of publishing", () => {
  const kills = howMany({ quick: 5, long: 200 });
  it(
    `the server, ${kills} times (seed ${seed})`,
    { timeout: patience, ...shows("server-killed") },
    async () => {
      const database = await emptyDatabase();
      const dataDir = temporaryFolder();
      const start = (): Promise<ServerProcess> => startProcess({ databaseUrl: database.url, dataDir });
      let server = await start();
      try {
        const tally = await cutAndCheck(server, kills, {
          cut: (s) => s.kill(),
          comeBack: async () => (server = await start()),
        });
        expect(sum(tally)).toBe(kills);
        counted("server-killed", { asked: kills, reached: sum(tally), seed });
      } finally {
        await server.kill();
        await database.drop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  );

  const cuts = howMany({ quick: 2, long: 50 });
  it(
    `PostgreSQL itself, ${cuts} times (seed ${seed})`,
    { timeout: patience, ...shows("database-killed") },
    async () => {
      const dataDir = demoFolder();
      let killed = 0;
      const server = await startProcess({ dataDir });
      try {
        const tally = await cutAndCheck(server, cuts, {
          cut: async () => {
            killed = postmasterOf(dataDir);
            process.kill(killed, "SIGKILL");
          },
          comeBack: async (same) => {
            // Its last processes still answer for a moment: what counts is another one.
            const isBack = async (): Promise<boolean> =>
              ![0, killed].includes(postmasterOf(dataDir)) && (await isReady(same));
            await expect.poll(isBack, { timeout: 120_000, interval: 200 }).toBe(true);
            return same;
          },
        });
        expect(sum(tally)).toBe(cuts);
        // The vault has neither more nor less than what was committed, whenever that was cut off.
        const vault = await jumelage(dataDir, "vault", "verify", "--json");
        expect(vault.code, vault.out + vault.err).toBe(0);
        counted("database-killed", { asked: cuts, reached: sum(tally), seed });
      } finally {
        await server.stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  );
});

function sum({ acknowledged, undone, ambiguous }: Tally): number {
  return acknowledged + undone + ambiguous;
}

function requestFor(draft: Draft, idempotencyKey: string) {
  return { id: draft.id, hash: draft.hash, idempotencyKey, channel: "production", message: "" };
}

/** How long publishing takes here when nothing is cut (milliseconds). */
async function timedPublish(cast: Cast, draft: Draft, key: string): Promise<number> {
  const began = performance.now();
  const answer = await cast.reviewer.mutate<Published>("publish.publish", requestFor(draft, key));
  if (answer.status !== 200) throw new Error(answer.text);
  return performance.now() - began;
}

/** The process id of the embedded PostgreSQL, wherever its data folder put it. */
function postmasterOf(dataDir: string): number {
  const note = path.join(dataDir, "postgres.location");
  const home = existsSync(note) ? readFileSync(note, "utf8").trim() : dataDir;
  const file = path.join(home, "postgres/postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
}

async function isReady(server: ServerProcess): Promise<boolean> {
  return fetch(`${server.url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Mulberry32: a small generator with a seed. */
function random(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
