// Personal strings sent through every door that takes something about a person, right and wrong, and looked for afterwards
// wherever the server writes: its log, every row of its database, every file of its folder, what it answers when it
// fails, and what it tells others of. All of them are invented.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { deliverWebhooks } from "@jumelage/api";
import type { WebhookSecret } from "@jumelage/api/schemas";
import { openDatabase } from "@jumelage/db";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { shareOf } from "@jumelage/engine/test/small";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveTwice, sendersTo, sendEverywhere, type Senders } from "./canaries/send.ts";
import { canaries, codings, digests, holds, mark } from "./canaries/strings.ts";
import { admin, author, Console, newDraft, selfCare } from "./clients.ts";
import { startHooked, type HookedServer } from "./hooked-server.ts";
import { demoFolder, startProcess, type ServerProcess } from "./server-process.ts";

/** Written on purpose where texts are kept: what the search must find, or it finds nothing at all. */
const control = "Kw5Jt";

/** Every row of every table, as text. */
async function dump(url: string): Promise<Buffer> {
  const database = await openDatabase({ url }, { migrate: false, max: 1 });
  try {
    // What is only in memory goes to the files, which are read next.
    await database.pool.query("checkpoint");
    const tables = await database.pool.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const all: string[] = [];
    for (const { name } of tables.rows) {
      const found = await database.pool.query<{ row: string }>(`select t::text as row from ${name} t`);
      all.push(...found.rows.map((r) => r.row));
    }
    return Buffer.from(all.join("\n"));
  } finally {
    await database.close();
  }
}

/** Does something while some tables are not to be found: a fault in every query of them, with what was asked in it. */
async function without(tables: readonly string[], url: string, act: () => Promise<void>): Promise<void> {
  const database = await openDatabase({ url }, { migrate: false, max: 1 });
  const rename = async (from: string, to: string): Promise<void> => {
    for (const table of tables)
      await database.pool.query(`alter table ${table}${from} rename to ${table}${to}`);
  };
  try {
    await rename("", "_away");
    await act();
  } finally {
    await rename("_away", "");
    await database.close();
  }
}

/** The files below a folder that hold one of the needles. */
function filesHolding(folder: string, needles: readonly Buffer[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => holds(readFileSync(file), needles));
}

it("what is looked for is found in any coding, wherever it begins", () => {
  const needles = codings(mark);
  for (const before of ["", "a", "ab", "abc"]) {
    const text = Buffer.from(`${before}${mark}04 et la suite`);
    const base64 = text.toString("base64");
    for (const coded of [text.toString(), base64, text.toString("hex"), Buffer.from(base64).toString("hex")])
      expect(holds(Buffer.from(coded), needles), coded).toBe(true);
  }
  expect(holds(Buffer.from("rien"), needles)).toBe(false);
});

describe("what is sent about a person", () => {
  const dataDir = demoFolder();
  let server: ServerProcess;
  let senders: Senders;

  beforeAll(async () => {
    server = await startProcess({ dataDir });
    senders = await sendersTo(server.url);
  }, 120_000);
  afterAll(() => server.stop(), 60_000);

  // First, while nothing is remembered that could be answered without the database.
  it("is not in what a server answers that fails", shows("canaries-in-faults"), async () => {
    const some = shareOf(canaries, { everyNth: 10 });
    const failed = new Set<string>();
    const tables = [
      "pointers",
      "releases",
      "drafts",
      "passwords",
      "people",
      "cds_tokens",
      "consumer_reports",
    ];
    await without(tables, server.databaseUrl, async () => {
      for (const canary of some) {
        for (const { status, text } of await sendEverywhere(canary, senders)) {
          if (status < 500) continue;
          expect(text.includes(mark), text.replaceAll(mark, "…").slice(0, 300)).toBe(false);
          failed.add(text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id"));
        }
      }
    });
    // A code and the request's id in each; of the console and of the public API.
    const code = "INTERNAL_SERVER_ERROR";
    expect([...failed].map((text) => JSON.parse(text) as unknown)).toEqual(
      expect.arrayContaining([
        {
          error: {
            code: -32603,
            message: code,
            data: { code, httpStatus: 500, requestId: "id", refusal: null },
          },
        },
        {
          type: "urn:jumelage:problem:internal",
          title: "Une erreur s’est produite chez nous.",
          status: 500,
          code: "internal",
          requestId: "id",
        },
      ]),
    );
    expect(failed.size).toBe(2);
    counted("canaries-in-faults", { asked: some.length, reached: some.length });
  });

  it("is nowhere afterwards", { timeout: 600_000, ...shows("canaries") }, async () => {
    const statuses = new Map<number, number>();
    const some = shareOf(canaries, { everyNth: 5 });
    for (const canary of some) {
      for (const { status, text, headers } of await sendEverywhere(canary, senders)) {
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        // Whoever asked may be told what they sent; nobody on the way may keep it.
        if (text.includes(mark))
          expect(headers.get("cache-control"), text.slice(0, 200)).toContain("no-store");
      }
    }
    // Answers, and refusals of every kind: nothing was turned away at the first door.
    expect([...statuses.keys()].toSorted((a, b) => a - b)).toEqual(
      expect.arrayContaining([200, 400, 401, 404, 422]),
    );
    expect([...statuses.keys()].filter((s) => s >= 500)).toEqual([]);

    await moveTwice(senders);
    // The control: a text that somebody wrote to be kept.
    const camille = await Console.of(server.url, author);
    const draft = await newDraft(camille, selfCare);
    const [first, ...rest] = draft.profiles;
    const kept = await camille.mutate("drafts.save", {
      id: draft.id,
      expectedRevision: draft.revision,
      profiles: [{ ...first, title: { fr: `Titre ${control}`, en: `Title ${control}` } }, ...rest],
    });
    expect(kept.status, kept.text).toBe(200);

    const rows = await dump(server.databaseUrl);
    const written = Buffer.from(server.output());
    const [needles, wanted] = [codings(mark), codings(control)];
    expect(holds(rows, wanted)).toBe(true);
    expect(filesHolding(dataDir, wanted).length).toBeGreaterThan(0);
    expect(written.includes('"msg":"request"')).toBe(true);

    // As booleans: a failure must not print what it found.
    expect({ rows: holds(rows, needles), log: holds(written, needles) }).toEqual({ rows: false, log: false });
    expect({ rows: holds(rows, digests), log: holds(written, digests) }).toEqual({ rows: false, log: false });
    expect(filesHolding(dataDir, needles)).toEqual([]);
    counted("canaries", { asked: some.length, reached: some.length });
  });
});

describe("what the server tells others of", () => {
  let hooked: HookedServer;
  beforeAll(async () => {
    hooked = await startHooked();
  }, 120_000);
  afterAll(() => hooked?.close());

  it("holds nothing about a person", { timeout: 600_000, ...shows("canaries-in-webhooks") }, async () => {
    const { server, receiver, deps } = hooked;
    const senders = await sendersTo(server.url);
    const sacha = await Console.of(server.url, admin);
    const hook = { consumer: "demo", url: receiver.address };
    expect((await sacha.mutate<WebhookSecret>("webhooks.create", hook)).status).toBe(200);
    const some = shareOf(canaries, { everyNth: 10 });
    for (const canary of some) {
      await sendEverywhere(canary, senders);
      await moveTwice(senders);
      await deliverWebhooks(deps);
    }
    const told = Buffer.from(JSON.stringify(receiver.received));
    expect(receiver.received).toHaveLength(2 * some.length);
    expect({ marks: holds(told, codings(mark)), digests: holds(told, digests) }).toEqual({
      marks: false,
      digests: false,
    });
    counted("canaries-in-webhooks", { asked: some.length, reached: some.length });
  });
});
