// An auditor who has nothing of ours: one file downloaded from the server, in an empty folder, run by Node alone with leave
// to read that folder and nothing else, once the server is gone.
import { execFile, type ExecFileOptions } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { App, selfCare } from "../apps/server/test/clients.ts";
import { startProcess } from "../apps/server/test/server-process.ts";

const tool = "jumelage-verify.mjs";
let folder: string;
/** The SHA-256 that the server lists the file with. */
let listed: string | undefined;
/** The end of the journal, as a pointer that was received carries it. */
let checkpoint: string;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function ran(file: string, args: readonly string[], how: Pick<ExecFileOptions, "cwd" | "env">): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(file, args, { ...how, encoding: "utf8" }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

/** Runs the file in its folder, without an environment. */
function run(...args: readonly string[]): Promise<Ran> {
  const may = ["--permission", `--allow-fs-read=${folder}`, "--disable-warning=SecurityWarning"];
  return ran(process.execPath, [...may, tool, ...args], { cwd: folder, env: {} });
}

const kept = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-auditor-"));
  const server = await startProcess({ built: true });
  try {
    const { downloads } = (await (await fetch(`${server.url}/downloads`)).json()) as {
      downloads: readonly { name: string; sha256: string }[];
    };
    const bytes = new Uint8Array(await (await fetch(`${server.url}/downloads/${tool}`)).arrayBuffer());
    listed = downloads.find(({ name }) => name === tool)?.sha256;
    const app = new App(server.url);
    const pointer = await app.bytes(`/v1/programs/${selfCare}/channels/production`);
    const { payload } = JSON.parse(Buffer.from(pointer).toString()) as { payload: string };
    const { audit } = JSON.parse(Buffer.from(payload, "base64").toString()) as {
      audit: { size: number; head: string };
    };
    checkpoint = `${audit.size}:${audit.head}`;
    const journal = kept("journal.ndjson");
    const source = join(import.meta.dirname, "../apps/cli/src/main.ts");
    const exported = await ran(process.execPath, [source, "audit", "export", journal], {
      env: { DATABASE_URL: server.databaseUrl },
    });
    if (exported.code !== 0) throw new Error(exported.err);
    await writeFile(kept(tool), bytes);
    await writeFile(kept("keys.json"), await app.bytes("/v1/keys"));
    await writeFile(kept("pointer.json"), pointer);
    await writeFile(kept("release.json"), await app.bytes(`/v1/programs/${selfCare}/releases/1`));
  } finally {
    await server.stop();
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The same file with one byte of it changed, beside it. */
async function spoilt(name: string, at: (bytes: Buffer) => number): Promise<string> {
  const bytes = await readFile(kept(name));
  const place = at(bytes);
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(kept(`spoilt-${name}`), bytes);
  return `spoilt-${name}`;
}

test("the folder holds one program as the server lists it, and no package", async () => {
  expect(
    createHash("sha256")
      .update(await readFile(kept(tool)))
      .digest("hex"),
  ).toBe(listed);
  expect((await readdir(folder)).filter((name) => !/\.(nd)?json$/.test(name))).toEqual([tool]);
});

describe.each([
  ["release.json", [] as readonly string[]],
  ["pointer.json", ["--program", selfCare, "--channel", "production"]],
])("%s", (name, terms) => {
  test("is what was signed, its reference answers included", async () => {
    const found = await run("verify", name, "--keys", "keys.json", ...terms, "--json");
    expect(found.code, found.err).toBe(0);
    const { ok, checks } = JSON.parse(found.out) as { ok: boolean; checks: readonly { status: string }[] };
    expect([ok, checks.filter(({ status }) => status !== "passed")]).toEqual([true, []]);
    expect(found.err).toBe("");
  });

  test("is not, with a byte changed; and is not judged without keys", async () => {
    const other = await spoilt(name, (bytes) => bytes.indexOf('"payload":"') + 300);
    const found = await run("verify", other, "--keys", "keys.json", ...terms);
    expect([found.code, found.err]).toEqual([1, ""]);
    expect(found.out).toMatch(/✗|signature/);
    expect((await run("verify", name, ...terms)).code).toBe(2);
  });
});

test("the journal holds and ends where the pointer says; an altered row is named", async () => {
  const held = await run("audit", "verify", "journal.ndjson", "--checkpoint", checkpoint, "--lang", "en");
  expect(held.code, held.err).toBe(0);
  const other = await spoilt("journal.ndjson", (bytes) => bytes.indexOf('"action":"') + 12);
  const altered = await run("audit", "verify", other, "--json");
  expect(altered.code, altered.err).toBe(1);
  expect(JSON.parse(altered.out)).toMatchObject({ ok: false, seq: 1 });
  const [size, head = ""] = checkpoint.split(":");
  const elsewhere = `${size}:${head.replace(/./, (c) => (c === "0" ? "1" : "0"))}`;
  expect((await run("audit", "verify", "journal.ndjson", "--checkpoint", elsewhere)).code).toBe(1);
});

test("it says what it does, in French first, and does nothing else", async () => {
  const help = await run("--help");
  expect([help.code, help.err]).toEqual([0, ""]);
  expect(help.out).toContain("hors ligne");
  expect(help.out).not.toContain("backup");
  expect((await run("backup", "x")).code).toBe(2);
});
