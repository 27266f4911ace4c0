// One move from a major version of PostgreSQL to the one that is shipped, by the commands that operators use.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Program, Published } from "../../packages/api/src/schemas.ts";
import { connectTo } from "../../packages/db/src/open.ts";
import { jumelage } from "../../apps/server/test/cli.ts";
import { App, Console, admin, reviewer, selfCare } from "../../apps/server/test/clients.ts";
import { startProcess } from "../../apps/server/test/server-process.ts";
import { approvedDraft, castOf, makeSmallProgram } from "../../apps/server/test/small-program.ts";
import type { OtherPostgres } from "./other-postgres.ts";

const program = "garde";
const channel = "production";

/** What moves, and must be the same afterwards: rows of these tables, whatever else a restore adds. */
const kept = [
  "programs",
  "people",
  "role_grants",
  "releases",
  "drafts",
  "draft_approvals",
  "pointer_history",
  "audit",
  "audit_payloads",
  "confirmations",
  "consumers",
  "edits",
  "draft_authors",
] as const;

export interface Rehearsed {
  readonly releases: number;
  readonly rows: number;
  readonly entries: number;
}

/** @throws when anything is not as docs/operations.md says */
export async function rehearse(
  other: OtherPostgres,
  { home, shipped }: { readonly home: string; readonly shipped: string },
): Promise<Rehearsed> {
  const [before, after] = [join(home, "before"), join(home, "after")];
  const preload = pathToFileURL(join(import.meta.dirname, "with-postgres.ts")).href;
  const earlier = { NODE_OPTIONS: `--import=${preload}`, JUMELAGE_REHEARSAL_POSTGRES: other.folder };
  const old = await startProcess({ dataDir: before, env: earlier });
  const backup = join(home, "installation.gz");
  const seen = await fill(old);
  assert.equal((await jumelage(before, "backup", backup, "--with-key")).code, 0);
  const was = await contents(old.databaseUrl);
  assert.equal(was.major, other.major);
  assert.equal(await old.stop(), 0);

  // Today's never opens it, and leaves it as it is.
  const control = join(before, "postgres/global/pg_control");
  const untouched = readFileSync(control);
  await assert.rejects(startProcess({ dataDir: before }), (error: Error) =>
    error.message.includes(
      `made by PostgreSQL ${other.major}, and this version of Jumelage comes with PostgreSQL ${shipped}`,
    ),
  );
  assert.deepEqual(readFileSync(control), untouched);

  const restored = await jumelage(after, "restore", backup);
  assert.equal(restored.code, 0, restored.err);
  const next = await startProcess({ dataDir: after });
  try {
    const is = await contents(next.databaseUrl);
    assert.equal(is.major, shipped);
    for (const table of kept) {
      const there = new Set(is.rows[table]);
      const missing = was.rows[table].filter((row) => !there.has(row));
      assert.deepEqual(missing.slice(0, 1), [], `${table}: ${missing.length} rows are not as they were`);
    }
    assert.deepEqual(is.rows.releases, was.rows.releases);
    await standsWhereItStood(next.url, seen);
    const journal = join(home, "journal.ndjson");
    assert.equal((await jumelage(after, "audit", "export", journal)).code, 0);
    const held = await jumelage(after, "audit", "verify", journal, "--checkpoint", seen.checkpoint);
    assert.equal(held.code, 0, held.out);
    assert.equal((await jumelage(after, "vault", "verify")).code, 0);
    const published = await publish(next.url, 3);
    assert.equal(published.number, 3);
    return {
      releases: was.rows.releases.length,
      rows: kept.reduce((sum, table) => sum + was.rows[table].length, 0),
      entries: was.rows.audit.length,
    };
  } finally {
    await next.stop();
  }
}

interface Seen {
  /** The pointer of a consumer. */
  readonly sequence: number;
  readonly checkpoint: string;
  readonly bytes: Uint8Array;
  /** Of the small program, which was rolled back and suspended. */
  readonly small: number;
}

/** What people do in a few weeks: two releases, one rolled back, a channel suspended. */
async function fill({ url }: { readonly url: string }): Promise<Seen> {
  await makeSmallProgram(url, program);
  await publish(url, 1);
  const { sequence } = await publish(url, 2);
  const alex = await Console.of(url, reviewer);
  const back = await alex.mutate("channels.move", {
    program,
    channel,
    release: 1,
    expectedSequence: sequence,
    message: "Retour",
  });
  assert.equal(back.status, 200, back.text);
  const suspended = await alex.mutate<{ sequence: number }>("channels.suspend", {
    program,
    channel,
    expectedSequence: sequence + 1,
    message: "Arrêt",
  });
  assert.equal(suspended.status, 200, suspended.text);
  const app = new App(url);
  const pointer = await pointerOf(app);
  return {
    sequence: pointer.sequence,
    checkpoint: `${pointer.audit.size}:${pointer.audit.head}`,
    bytes: await app.bytes(`/v1/programs/${selfCare}/releases/1`),
    small: suspended.data.sequence,
  };
}

async function standsWhereItStood(url: string, seen: Seen): Promise<void> {
  const app = new App(url);
  assert.deepEqual(await app.bytes(`/v1/programs/${selfCare}/releases/1`), seen.bytes);
  assert.ok((await pointerOf(app)).sequence > seen.sequence);
  const sacha = await Console.of(url, admin);
  const [small] = (await sacha.query<Program>("programs.get", { program })).data.channels;
  assert.equal(small?.release, 1);
  assert.ok(small.suspendedSince !== null && small.sequence > seen.small);
}

async function publish(url: string, round: number): Promise<Published> {
  const cast = await castOf(url, program);
  const { id, hash } = await approvedDraft(cast, round);
  const what = { id, hash, channel, message: "", idempotencyKey: `upgrade-round-${round}` };
  const answer = await cast.reviewer.mutate<Published>("publish.publish", what);
  assert.equal(answer.status, 200, answer.text);
  return answer.data;
}

async function pointerOf(app: App): Promise<{ sequence: number; audit: { size: number; head: string } }> {
  const { payload } = (await app.get<{ payload: string }>(`/v1/programs/${selfCare}/channels/${channel}`))
    .data;
  return JSON.parse(Buffer.from(payload, "base64").toString()) as Awaited<ReturnType<typeof pointerOf>>;
}

/** The rows of a database as it writes them itself. */
async function contents(
  url: string,
): Promise<{ major: string; rows: Record<(typeof kept)[number], readonly string[]> }> {
  const client = await connectTo(url);
  try {
    await client.query("set timezone = 'UTC'");
    await client.query("set bytea_output = 'hex'");
    const version = await client.query<{ server_version: string }>("show server_version");
    const rows = {} as Record<(typeof kept)[number], readonly string[]>;
    for (const table of kept) {
      const found = await client.query<{ row: string }>(
        `select row_to_json(t)::text as row from "${table}" t`,
      );
      rows[table] = found.rows.map(({ row }) => row).toSorted();
    }
    return { major: version.rows[0]?.server_version.split(".")[0] ?? "", rows };
  } finally {
    await client.end();
  }
}
