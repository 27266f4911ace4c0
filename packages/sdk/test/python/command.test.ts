// The client in Python as it is used: a command that fetches, verifies, keeps and evaluates, over a real connection.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fileCache } from "../../src/node.ts";
import { publish } from "../fixtures.ts";
import { eachTest, type Bench } from "../harness.ts";
import { clientFolder, findPython } from "./python.ts";

let b: Bench;
eachTest((bench) => {
  b = bench;
});
let python: string;
let folder: string;
beforeAll(async () => {
  python = await findPython();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-python-"));
  await writeFile(join(folder, "keys.json"), JSON.stringify({ keys: [b.key.jwk] }));
  await writeFile(join(folder, "facts.json"), JSON.stringify({ score: 15 }));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: unknown;
  readonly err: string;
}

function run(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(python, ["-B", "-m", "jumelage", ...args], { cwd: clientFolder }, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, out: stdout === "" ? undefined : JSON.parse(stdout), err: stderr.trim() });
    });
  });
}
const file = (name: string): string => join(folder, name);
const keys = (): readonly string[] => ["--program", "tiny", "--keys", file("keys.json")];
const evaluated = (...more: readonly string[]): Promise<Ran> =>
  run(
    "evaluate",
    "--url",
    b.server.url,
    "--key",
    "consumer-key",
    ...keys(),
    "--facts",
    file("facts.json"),
    "--cache",
    file("cache"),
    ...more,
  );
const long = { expires: "2999-01-01T00:00:00Z" };

describe("evaluate", () => {
  test("answers as the SDK does, and without the server from what was kept; each reads what the other keeps", async () => {
    b.server.serve(await publish(b.key, { number: 1, pointer: long }));
    const client = b.client();
    await client.refresh();
    const { kind, ...answer } = client.evaluate({ score: 15 }, { at: "2026-03-02" });
    expect(kind).toBe("evaluated");
    expect(await evaluated("--at", "2026-03-02")).toEqual({ code: 0, out: answer, err: "" });
    expect(await evaluated()).toMatchObject({
      code: 0,
      out: { at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
    });

    const offline = { fetch: () => Promise.reject(new TypeError("no network")) };
    const fromPython = b.client({ ...offline, cache: fileCache(file("cache")) });
    await fromPython.refresh();
    expect(fromPython.evaluate({ score: 15 }, { at: "2026-03-02" })).toMatchObject(answer);
    await rm(file("cache"));
    await b.client({ cache: fileCache(file("cache")) }).refresh();
    b.server.intercept((_, response) => response.destroy());
    expect(await evaluated("--at", "2026-03-02")).toEqual({
      code: 0,
      out: answer,
      err: "jumelage: unreachable",
    });
  });

  test("does not go back to what it has been beyond, nor take what is not what was signed", async () => {
    const [first, second, third] = [
      await publish(b.key, { number: 1, pointer: long }),
      await publish(b.key, { number: 2, pointer: long }),
      await publish(b.key, { number: 3, pointer: long }),
    ];
    b.server.serve(second);
    expect(await evaluated()).toMatchObject({ code: 0, out: { release: 2 } });
    b.server.serve(first);
    expect(await evaluated()).toMatchObject({
      code: 0,
      out: { release: 2 },
      err: "jumelage: counter-regression",
    });
    b.server.serve({ ...third, release: third.release.map((byte, i) => (i === 400 ? byte ^ 1 : byte)) });
    expect(await evaluated()).toMatchObject({ code: 0, out: { release: 2 }, err: "jumelage: hash-mismatch" });
    const kept = await readFile(file("cache"));
    await writeFile(
      file("cache"),
      kept.map((byte, i) => (i === kept.length >> 1 ? byte ^ 1 : byte)),
    );
    b.server.intercept((_, response) => response.destroy());
    expect(await evaluated()).toMatchObject({ code: 1, out: undefined });
  });

  test("says what is stale, gives no answer when suspended, and guesses nothing", async () => {
    const issuedAt = "2020-01-01T00:00:00Z";
    b.server.serve(
      await publish(b.key, { number: 1, pointer: { issuedAt, expires: "2020-02-01T00:00:00Z" } }),
    );
    expect(await evaluated()).toMatchObject({ code: 0, out: { stale: true } });
    const hard = { issuedAt, expires: "2020-02-01T00:00:00Z", hardExpires: "2020-03-01T00:00:00.5Z" };
    b.server.serve(await publish(b.key, { number: 1, sequence: 2, pointer: hard }));
    expect(await evaluated()).toMatchObject({ code: 1, err: "jumelage: Suspended: 2020-03-01T00:00:00.5Z" });
    b.server.serve(await publish(b.key, { number: 1, sequence: 3, pointer: long }));
    await writeFile(file("facts.json"), JSON.stringify({ score: "15", other: 1 }));
    expect(await evaluated()).toMatchObject({
      code: 1,
      err: "jumelage: Refused: score: invalid, other: undeclared-fact",
    });
    expect(await evaluated("--lenient")).toMatchObject({ code: 0, out: { result: { missing: ["score"] } } });
    expect(await evaluated("--at", "soon")).toMatchObject({ code: 1 });
    await writeFile(file("keys.json"), "{}");
    expect(await evaluated()).toMatchObject({ code: 2 });
    await writeFile(file("keys.json"), '{ "keys": [] }');
    expect((await evaluated()).err).toContain("at least one public key is needed");
  });

  test("sends its key nowhere else, and takes no more than there may be", async () => {
    const sent: (string | undefined)[] = [];
    const elsewhere = createServer((request, response) => {
      sent.push(request.headers.authorization);
      response.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    const address = elsewhere.address();
    const location = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
    b.server.intercept((_, response) => response.writeHead(302, { location }).end());
    expect(await evaluated()).toMatchObject({
      code: 1,
      err: expect.stringContaining("unexpected-answer") as string,
    });
    expect(sent).toEqual([]);
    await new Promise((resolve) => elsewhere.close(resolve));
    b.server.intercept((_, response) => response.end("x".repeat(20_000)));
    expect(await evaluated()).toMatchObject({ code: 1, err: expect.stringContaining("too-large") as string });
    b.server.intercept((_, response) => response.writeHead(401).end());
    expect(await evaluated()).toMatchObject({
      code: 1,
      err: expect.stringContaining("NoRules: unauthorized") as string,
    });
  });
});

test("verify tells a release and a pointer from what they are not", async () => {
  const { pointer, release, payload } = await publish(b.key, { number: 1 });
  await writeFile(file("release"), release);
  await writeFile(file("pointer"), pointer);
  await writeFile(
    file("spoilt"),
    release.map((byte, i) => (i === 400 ? byte ^ 1 : byte)),
  );
  expect(await run("verify", file("release"), ...keys())).toEqual({
    code: 0,
    out: { ok: true, release: 1, vectors: 4 },
    err: "",
  });
  expect(await run("verify", file("pointer"), "--channel", "production", ...keys())).toEqual({
    code: 0,
    out: { ok: true, pointer: payload },
    err: "",
  });
  expect(await run("verify", file("pointer"), ...keys())).toMatchObject({
    code: 1,
    err: "jumelage: Refusal: payload-type",
  });
  expect(await run("verify", file("spoilt"), ...keys())).toMatchObject({
    code: 1,
    err: "jumelage: Refusal: signature-wrong",
  });
  expect(await run("verify", file("nothing"), ...keys())).toMatchObject({ code: 2 });
  expect(await run("verify")).toMatchObject({ code: 2 });
});
