import { spawn, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { run, type Child } from "../test/children.ts";
import { isAlive, isPostgres } from "./embedded/processes.ts";
import { startEmbedded, type EmbeddedOptions, type EmbeddedPostgres } from "./embedded.ts";
import { openDatabase } from "./open.ts";

let base: string;
let dataDir: string;
const running: EmbeddedPostgres[] = [];
const children: Child[] = [];

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), "jumelage-embedded-"));
  chmodSync(base, 0o755);
  dataDir = join(base, "data");
});
afterEach(async () => {
  for (const embedded of running.splice(0)) await embedded.stop();
  for (const child of children.splice(0)) await child.kill();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function start(
  options: Partial<EmbeddedOptions> = {},
): Promise<EmbeddedPostgres & { said: readonly string[] }> {
  const said: string[] = [];
  const embedded = await startEmbedded({ dataDir, log: (m) => said.push(m.en), ...options });
  running.push(embedded);
  return Object.assign(Object.create(embedded) as EmbeddedPostgres, { said });
}

function hold(): Child {
  const child = run("hold-embedded.ts", [dataDir]);
  children.push(child);
  return child;
}

async function query(url: string, text: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

const notes = (url: string): Promise<readonly unknown[]> => query(url, "select text from note order by id");
async function write(url: string, text: string): Promise<void> {
  await query(url, "create table if not exists note (id int generated always as identity, text text)");
  await query(url, `insert into note (text) values ('${text}')`);
}
const gone = (pid: number): Promise<void> => expect.poll(() => isAlive(pid), { timeout: 30_000 }).toBe(false);

/** Leaves a server and its PostgreSQL both killed, and so a stale postmaster.pid. */
async function crashBoth(): Promise<string> {
  const child = hold();
  const { pid } = await child.said("url");
  await child.kill();
  process.kill(Number(pid), "SIGKILL");
  await gone(Number(pid));
  const file = join(dataDir, "postgres", "postmaster.pid");
  expect(existsSync(file)).toBe(true);
  return file;
}

describe("the embedded PostgreSQL", () => {
  it("is made on the first start, says so, and is gone when stopped", async () => {
    const first = await start();
    expect(first.said.some((line) => line.startsWith("Initialising"))).toBe(true);
    expect(first.adopted).toBe(false);
    expect(first.health()).toMatchObject({ state: "running", restarts: 0 });
    await write(first.url, "one");
    expect(statSync(join(dataDir, "postgres.password")).mode & 0o777).toBe(0o600);
    expect(await query(first.url, "show listen_addresses")).toEqual(["127.0.0.1"]);
    expect(await query(first.url, "show fsync")).toEqual(["on"]);
    await first.stop();
    expect(first.health().state).toBe("stopped");
    expect(isAlive(first.pid)).toBe(false);
    expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("has the same data on the next start, and asks for its password", async () => {
    const again = await start();
    expect(again.said.some((line) => line.startsWith("Initialising"))).toBe(false);
    expect(await notes(again.url)).toEqual(["one"]);
    const wrong = new URL(again.url);
    wrong.password = "guess";
    await expect(notes(wrong.href)).rejects.toThrow(/password authentication failed/);
  });

  it("refuses a second server at once, naming the first", async () => {
    const child = hold();
    await child.said("url");
    await expect(start()).rejects.toThrow(`process ${child.process.pid}`);
    await expect(start()).rejects.toMatchObject({
      code: "in-use",
      text: { fr: expect.stringContaining("utilise déjà") },
    });
  });

  it("has one owner when several servers start at the same time", async () => {
    const all = Array.from({ length: 4 }, hold);
    const outcomes = await Promise.all(
      all.map((c) => Promise.race([c.said("url"), c.said("refused")].map((p) => p.catch(() => p)))),
    );
    expect(outcomes.filter((o) => "url" in o)).toHaveLength(1);
    expect(outcomes.filter((o) => o["refused"] === "in-use")).toHaveLength(3);
  });

  it("outlives a killed server, and the next one takes it over with everything in it", async () => {
    const child = hold();
    const { url, pid } = await child.said("url");
    await write(String(url), "two");
    await child.kill();
    expect(isPostgres(Number(pid))).toBe(true);
    const next = await start();
    expect(next).toMatchObject({ adopted: true, pid });
    expect(next.said.some((line) => line.includes("taken over"))).toBe(true);
    expect(await notes(next.url)).toEqual(["one", "two"]);
    await next.stop();
    expect(isAlive(Number(pid))).toBe(false);
  });

  it("watches one it took over too, and starts it anew when it dies", async () => {
    const child = hold();
    const { pid } = await child.said("url");
    await child.kill();
    const next = await start();
    process.kill(Number(pid), "SIGKILL");
    await expect
      .poll(() => next.health(), { timeout: 60_000 })
      .toMatchObject({ state: "running", restarts: 1 });
    expect(await notes(next.url)).toEqual(["one", "two"]);
  });

  it("starts after a crash of both, whoever now has the number in postmaster.pid", async () => {
    await crashBoth();
    await (await start()).stop();

    const own = await crashBoth();
    writeFileSync(own, readFileSync(own, "utf8").replace(/^\d+/, String(process.pid)));
    await (await start()).stop();

    const sleeper: ChildProcess = spawn("/bin/sh", ["-c", "sleep 0 & echo $!; exec sleep 60"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const zombie = await new Promise<string>((resolve) => {
      sleeper.stdout?.once("data", (text) => resolve(String(text).trim()));
    });
    await gone(Number(zombie));
    const file = await crashBoth();
    writeFileSync(file, readFileSync(file, "utf8").replace(/^\d+/, zombie));
    const last = await start();
    expect(await notes(last.url)).toEqual(["one", "two"]);
    sleeper.kill();
  });

  it("comes back when it is killed under a working server; the pool goes on", async () => {
    const embedded = await start();
    const database = await openDatabase({ embedded });
    const before = embedded.pid;
    process.kill(before, "SIGKILL");
    await expect
      .poll(() => embedded.health(), { timeout: 60_000 })
      .toMatchObject({ state: "running", restarts: 1 });
    expect(embedded.pid).not.toBe(before);
    const { rows } = await database.pool.query("select count(*)::int as n from note");
    expect(rows).toEqual([{ n: 2 }]);
    await database.close();
  });

  it("gets a new password when the file that kept it is lost, even while it still runs", async () => {
    const child = hold();
    await child.said("url");
    await child.kill();
    rmSync(join(dataDir, "postgres.password"));
    const next = await start();
    expect(next.said.some((line) => line.startsWith("The password"))).toBe(true);
    expect(await notes(next.url)).toEqual(["one", "two"]);
  });

  it("is not opened by another major version, and stays as it was", async () => {
    const file = join(dataDir, "postgres", "PG_VERSION");
    const mine = readFileSync(file, "utf8");
    writeFileSync(file, "17\n");
    await expect(start()).rejects.toMatchObject({
      code: "other-major-version",
      text: {
        en: expect.stringMatching(/PostgreSQL 17.*PostgreSQL 18.*restore/s),
        fr: expect.stringContaining("PostgreSQL 17"),
      },
    });
    writeFileSync(file, mine);
    expect(await notes((await start()).url)).toEqual(["one", "two"]);
  });

  it("is whole after a first start that was cut short", async () => {
    const other = join(base, "cut");
    const child = run("hold-embedded.ts", [other]);
    children.push(child);
    await expect
      .poll(() => existsSync(other) && readdirSync(other).some((name) => name.startsWith("postgres.new-")), {
        timeout: 30_000,
        interval: 5,
      })
      .toBe(true);
    await child.kill();
    expect(existsSync(join(other, "postgres"))).toBe(false);
    const next = await start({ dataDir: other });
    await write(next.url, "whole");
    expect(readdirSync(other).filter((name) => name.startsWith("postgres.new-"))).toEqual([]);
  });

  it("keeps its database where its account can enter, says so, and finds it again", async () => {
    // Only root has to step down to another account; anybody else's folder is their own.
    const isRoot = process.getuid?.() === 0;
    const closed = join(base, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const options = { dataDir: join(closed, "data"), systemFolders: [join(base, "system")] };
    const first = await start(options);
    expect(first.directory.startsWith(isRoot ? join(base, "system") : options.dataDir)).toBe(true);
    expect(first.said.some((line) => line.includes("cannot enter"))).toBe(isRoot);
    await write(first.url, "elsewhere");
    await first.stop();
    const again = await start(options);
    expect(again.directory).toBe(first.directory);
    expect(await notes(again.url)).toEqual(["elsewhere"]);
  });

  it("stays in a data folder that only its owner may enter, by letting its account pass through", async () => {
    const own = join(base, "own");
    mkdirSync(own, { mode: 0o700 });
    const embedded = await start({ dataDir: own, systemFolders: [] });
    expect(embedded.directory).toBe(join(own, "postgres"));
    expect(statSync(own).mode & 0o777).toBe(process.getuid?.() === 0 ? 0o711 : 0o700);
  });
});
