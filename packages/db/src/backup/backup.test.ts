import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { emptyDatabase, freshDatabase, type FreshDatabase } from "../../test/database.ts";
import { approvedAtOnce, by, program, publish, seed, signers } from "../../test/fixtures.ts";
import {
  appendAudit,
  createProgram,
  getPointer,
  inTransaction,
  movePointer,
  openDatabase,
  pointersBelowFloor,
  readAuditHead,
  verifyAudit,
} from "../index.ts";
import { backUp } from "./backup.ts";
import { leftOut, tablesInOrder, type BackupError } from "./format.ts";
import { restore } from "./restore.ts";

const now = new Date("2026-06-01T12:00:00.000Z");
let folder: string;
let source: FreshDatabase;
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jumelage-backup-"));
  source = await freshDatabase();
  await seed(source.db);
  for (const threshold of [16, 17, 18]) await publish(source.db, await approvedAtOnce(source.db, threshold));
  // What breaks a line elsewhere than here.
  await inTransaction(source.db, (tx) =>
    createProgram(tx, by("system"), { id: "lignes", title: { fr: "a\u2028b\tc", en: "a\nb" } }),
  );
});
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true, force: true });
});

async function client(url: string): Promise<Client> {
  const made = new Client({ connectionString: url });
  await made.connect();
  undo.push(() => made.end());
  return made;
}

async function backedUp(name: string): Promise<string> {
  const file = join(folder, name);
  await backUp(await client(source.url), file, { now });
  return file;
}

async function target(): Promise<{ url: string; client: Client }> {
  const { url, drop } = await emptyDatabase();
  undo.push(drop);
  return { url, client: await client(url) };
}

/** Every row of every table as PostgreSQL writes it, in a fixed order. */
async function contents(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const asking = await client(url);
  await asking.query("set timezone = 'UTC'");
  const { rows } = await asking.query<{ name: string }>(tablesInOrder);
  const found: Record<string, readonly string[]> = {};
  for (const { name } of rows.filter((t) => !leftOut.has(t.name))) {
    const all = await asking.query<{ row: string }>(
      `select row_to_json(t)::text as row from "${name}" t order by 1`,
    );
    found[name] = all.rows.map((r) => r.row);
  }
  return found;
}

const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "restored",
    (error: unknown) => (error as BackupError).code,
  );

it("brings every row back as it was, envelopes to the bit, and goes on from there", async () => {
  const file = await backedUp("whole.gz");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { url, client: into } = await target();
  const { rows } = await restore(into, file, { now });
  const [before, after] = [await contents(source.url), await contents(url)];
  expect(rows).toBe(Object.values(before).flat().length);
  const changed = Object.keys(before).filter((t) => JSON.stringify(before[t]) !== JSON.stringify(after[t]));
  // A restore is itself on record, and raises the floor of sequences.
  expect(changed.toSorted()).toEqual(["audit", "audit_head", "audit_payloads", "installation"]);
  expect(after["releases"]).toHaveLength(4);
  const database = await openDatabase({ url });
  undo.push(database.close);
  expect(database.migrated).toEqual([]);
  const head = await readAuditHead(source.db);
  expect(await verifyAudit(database.db, head)).toMatchObject({ ok: true, size: head.size + 1 });
  // Numbers that the database gives out go on where they were, and so does everything else.
  expect(await publish(database.db, await approvedAtOnce(database.db, 19))).toMatchObject({
    kind: "published",
    number: 5,
  });
});

it("never serves a lower sequence: channels are behind the floor until they are pointed anew, above it", async () => {
  const file = await backedUp("floor.gz");
  const { url, client: into } = await target();
  await restore(into, file, { now });
  const database = await openDatabase({ url });
  undo.push(database.close);
  const behind = await pointersBelowFloor(database.db);
  expect(behind.map((p) => [p.channel, p.release, p.sequence])).toEqual([["production", 4, 4]]);
  const moved = await movePointer(database.db, by("system"), {
    program,
    channel: "production",
    release: 4,
    expectedSequence: 4,
    reason: "restore",
    sign: signers.pointer,
  });
  expect(moved).toMatchObject({ kind: "moved", pointer: { release: 4, sequence: now.getTime() } });
  expect(await pointersBelowFloor(database.db)).toEqual([]);

  // A clock that is behind what was already given out does not count.
  const again = join(folder, "again.gz");
  await backUp(await client(url), again, { now });
  const second = await target();
  await restore(second.client, again, { now: new Date(0) });
  const late = await openDatabase({ url: second.url });
  undo.push(late.close);
  const [pointer] = await pointersBelowFloor(late.db);
  expect(pointer?.sequence).toBe(now.getTime());
  await movePointer(late.db, by("system"), {
    program,
    channel: "production",
    release: 1,
    reason: "restore",
    sign: signers.pointer,
  });
  expect((await getPointer(late.db, program, "production"))?.sequence).toBe(now.getTime() + 1);
});

it("is of one moment, whatever is written meanwhile", async () => {
  const file = join(folder, "busy.gz");
  const other = await freshDatabase();
  undo.push(other.close);
  await seed(other.db);
  const work = { done: false };
  let n = 0;
  const writer = (async () => {
    while (!work.done) {
      n += 1;
      await inTransaction(other.db, (tx) =>
        appendAudit(tx, by("anna"), { action: "note", subject: `note:${n}`, payload: { n } }),
      );
    }
  })();
  for (let i = 0; i < 5; i++) {
    await backUp(await client(other.url), file, { now });
    const { url, client: into } = await target();
    await restore(into, file, { now });
    const database = await openDatabase({ url });
    undo.push(database.close);
    expect(await verifyAudit(database.db)).toMatchObject({ ok: true });
  }
  work.done = true;
  await writer;
  expect(n).toBeGreaterThan(5);
});

it("is restored into an empty database only, once", async () => {
  const file = await backedUp("once.gz");
  const { url, client: into } = await target();
  // A server that was started and never used leaves tables without rows: that is empty too.
  await (await openDatabase({ url })).close();
  await restore(into, file, { now });
  const before = await contents(url);
  expect(await refusalOf(restore(into, file, { now }))).toBe("not-empty");
  expect(await contents(url)).toEqual(before);
});

it("is refused whole when it is cut, altered, or something else, and leaves no row behind", async () => {
  const file = await backedUp("good.gz");
  const good = readFileSync(file);
  const text = gunzipSync(good).toString();
  const lines = text.split("\n");
  const release = lines.findIndex((l) => l.startsWith("releases\t"));
  const without = (at: number): string => lines.filter((_, i) => i !== at).join("\n");
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ["not gzip", new TextEncoder().encode("nothing of the kind"), "damaged"],
    ["empty", new Uint8Array(), "damaged"],
    ["another text", gzipSync("{}\n"), "not-a-backup"],
    ["cut in the middle", good.subarray(0, good.length / 2), "damaged"],
    ["without its end", gzipSync(lines.slice(0, -2).join("\n") + "\n"), "damaged"],
    ["without a row", gzipSync(without(release)), "damaged"],
    ["with another row", gzipSync(text.replace('"publiée"', '"publiee"')), "damaged"],
    ["with a table of its own", gzipSync(text.replace("\nreleases\t", "\npg_class; --\t")), "damaged"],
    ["of a later version", gzipSync(text.replace('"version":1', '"version":2')), "too-new"],
    ["of another history", gzipSync(text.replace("0000_tables", "0000_other")), "other-history"],
    [
      "of a newer Jumelage",
      gzipSync(
        text
          .replace('"migrations":[', '"migrations":[')
          .replace(/\}\],"audit"/, '},{"tag":"9999_x","sha256":""}],"audit"'),
      ),
      "too-new",
    ],
  ];
  for (const [name, bytes, code] of cases) {
    const bad = join(folder, "bad.gz");
    writeFileSync(bad, bytes);
    const { url, client: into } = await target();
    expect(await refusalOf(restore(into, bad, { now })), name).toBe(code);
    const left = Object.values(await contents(url)).flat();
    // The two rows that every new database has, or no table at all.
    expect([0, 2], name).toContain(left.length);
    await restore(into, file, { now });
  }
});

it("appears only when it is whole", async () => {
  const file = join(folder, "no", "such", "folder.gz");
  await expect(backUp(await client(source.url), file, { now })).rejects.toThrow("ENOENT");
  expect(existsSync(file)).toBe(false);
});

it("carries the signing key only where it is told to", async () => {
  const header = (path: string): unknown =>
    JSON.parse(gunzipSync(readFileSync(path)).toString().split("\n")[0] ?? "");
  expect(header(await backedUp("bare.gz"))).not.toHaveProperty("signingKey");
  const file = join(folder, "with-key.gz");
  await backUp(await client(source.url), file, { now, signingKey: "-----PEM-----" });
  expect(header(file)).toMatchObject({ signingKey: "-----PEM-----" });
});
