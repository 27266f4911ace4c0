// What is kept between two starts: verified again like anything from the network, and whole whatever happens.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packKept } from "../src/cache.ts";
import { createClient, type Client, type ClientEvent, type ClientOptions } from "../src/index.ts";
import { fileCache } from "../src/node.ts";
import { newKey, publish, type Published, type TestKey } from "./fixtures.ts";

let folder: string;
let file: string;
let key: TestKey;
let events: ClientEvent[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "jumelage-sdk-"));
  file = join(folder, "kept", "tiny.release");
  key = await newKey();
  events = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A client whose server answers with `published`, or does not answer. */
function client(published: Published | undefined, changed: Partial<ClientOptions> = {}): Client {
  return createClient({
    url: "http://server.invalid",
    key: "consumer-key",
    program: "tiny",
    channel: "production",
    trust: [key.jwk],
    cache: fileCache(file),
    now: () => Date.parse("2026-03-02T12:00:00Z"),
    onEvent: (event) => events.push(event),
    fetch: async (url) => {
      if (published === undefined) throw new TypeError("no network");
      const release = (url instanceof Request ? url.url : url.toString()).includes("/releases/");
      return new Response(new Uint8Array(release ? published.release : published.pointer), { status: 200 });
    },
    ...changed,
  });
}

const kept = (pointer: Published, seen = pointer): Uint8Array =>
  packKept({ pointer: pointer.pointer, release: pointer.release, seen: seen.pointer });

describe("file cache", () => {
  test("a start without the server serves the last good release, and says how it stands", async () => {
    const first = await publish(key, { number: 1 });
    await client(first).refresh();
    const offline = client(undefined);
    expect(await offline.refresh()).toMatchObject({
      state: "problem",
      code: "unreachable",
      release: 1,
      sequence: 1,
    });
    expect(offline.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", release: 1 });
    expect(await readdir(join(folder, "kept"))).toEqual(["tiny.release"]);
  });

  test("a first start without the server and without a file has no rules", async () => {
    expect(await client(undefined).refresh()).toEqual({ state: "no-rules", code: "unreachable" });
    expect(events).toEqual([{ type: "problem", door: "network", code: "unreachable", details: {} }]);
  });

  test("what is kept is verified again: another program, channel, key or an older schema of trust does not serve", async () => {
    await client(await publish(key, { number: 1 })).refresh();
    expect(await client(undefined, { program: "other" }).refresh()).toMatchObject({ state: "no-rules" });
    expect(await client(undefined, { channel: "preview" }).refresh()).toMatchObject({ state: "no-rules" });
    expect(await client(undefined, { trust: [(await newKey()).jwk] }).refresh()).toMatchObject({
      state: "no-rules",
    });
    const refused = events.flatMap((e) => (e.type === "problem" && e.door === "cache" ? [e.code] : []));
    expect(refused).toEqual(["wrong-program", "wrong-channel", "unknown-key"]);
  });

  test("the mark against rolling back survives the restart", async () => {
    await client(await publish(key, { number: 2, sequence: 7 })).refresh();
    const back = client(await publish(key, { number: 1, sequence: 6 }));
    expect(await back.refresh()).toMatchObject({
      state: "problem",
      code: "counter-regression",
      release: 2,
      sequence: 7,
    });
  });

  test("the mark survives even where the kept release does not", async () => {
    const seen = await publish(key, { number: 2, sequence: 7 });
    const cache = fileCache(file);
    const bytes = kept(seen);
    bytes[seen.pointer.length + 100] = (bytes[seen.pointer.length + 100] ?? 0) ^ 1;
    await cache.write(bytes);
    const rolledBack = client(await publish(key, { number: 1, sequence: 6 }));
    expect(await rolledBack.refresh()).toEqual({ state: "no-rules", code: "counter-regression" });
    const good = client(seen);
    expect(await good.refresh()).toMatchObject({ state: "current", release: 2 });
  });

  test(
    "corrupted at any byte, cut or emptied: the verified last good release or no rules, never anything else",
    shows("cache-corrupted"),
    async () => {
      const seed = Math.floor(Math.random() * 2 ** 31);
      let state = seed;
      const chance = (below: number): number => {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
      };
      const [first, second] = [await publish(key, { number: 1 }), await publish(key, { number: 2 })];
      const good = kept(first, second);
      const outcomes = new Map<string, number>();
      const turns = howMany({ quick: 600, long: 10_000 });
      for (let turn = 0; turn < turns; turn++) {
        const at = chance(good.length);
        const bad =
          turn % 5 === 0
            ? good.slice(0, at)
            : good.map((byte, i) => (i === at ? byte ^ (1 + chance(255)) : byte));
        const c = client(undefined, { cache: { read: async () => bad, write: async () => undefined } });
        const status = await c.refresh();
        const answer = c.evaluate({ score: 15 });
        const outcome =
          answer.kind === "evaluated" ? JSON.stringify(answer.result.decisions["d"]) : answer.kind;
        expect([status.state, status.release ?? 0], `SEED=${seed}`).toEqual(
          answer.kind === "no-rules" ? ["no-rules", 0] : ["problem", 1],
        );
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      // Where only the second pointer was hit, the first serves on.
      const looked = '{"kind":"one","state":"look","outcome":"look","possible":["look"],"missing":[]}';
      expect([...outcomes.keys()].sort()).toEqual(["no-rules", looked].sort());
      const reached = [...outcomes.values()].reduce((a, n) => a + n, 0);
      counted("cache-corrupted", { asked: turns, reached, seed });
    },
  );

  test("a file that cannot be read or written is told, and the network serves", async () => {
    const published = await publish(key, { number: 1 });
    const broken = (): Promise<never> => Promise.reject(new Error("ENOSPC"));
    const c = client(published, { cache: { read: broken, write: broken } });
    expect(await c.refresh()).toMatchObject({ state: "current", release: 1 });
    expect(events).toMatchObject([
      { code: "cache-unreadable" },
      { type: "switched" },
      { code: "cache-unwritable" },
    ]);
    await writeFile(join(folder, "kept"), "a file where the folder should be");
    expect(await client(published).refresh()).toMatchObject({ state: "current" });
  });

  test("a failed write leaves what was there, and nothing beside it", async () => {
    await mkdir(join(file, "in the way"), { recursive: true });
    await expect(fileCache(file).write(kept(await publish(key, { number: 1 })))).rejects.toThrow(
      /EISDIR|ENOTEMPTY|EPERM|EEXIST/,
    );
    expect(await readdir(join(folder, "kept"))).toEqual(["tiny.release"]);
    expect(await readdir(file)).toEqual(["in the way"]);
  });

  test(
    "killed while writing, over and over, there is always a whole file; leftovers go at the next start",
    shows("cache-killed"),
    async () => {
      const [first, second] = [await publish(key, { number: 1 }), await publish(key, { number: 2 })];
      const inputs = [join(folder, "a"), join(folder, "b")];
      await Promise.all([first, second].map((published, i) => writeFile(inputs[i] ?? "", kept(published))));
      const script = new URL("kill-while-writing.ts", import.meta.url).pathname;
      let isWritten = false;
      const kills = howMany({ quick: 20, long: 500 });
      let looked = 0;
      for (; looked < kills; looked++) {
        const child = spawn(process.execPath, [script, file, ...inputs], {
          stdio: ["ignore", "pipe", "inherit"],
        });
        await once(child.stdout, "data");
        await new Promise((resolve) => setTimeout(resolve, 3 + Math.random() * 20));
        child.kill("SIGKILL");
        await once(child, "exit");
        const c = client(undefined);
        const status = await c.refresh();
        // Killed before the first write of all there is nothing yet; from then on there is always something good.
        if (isWritten || status.state !== "no-rules") expect([1, 2]).toContain(status.release);
        isWritten ||= status.state !== "no-rules";
        expect(events.filter((e) => e.type === "problem" && e.door === "cache")).toEqual([]);
      }
      expect(isWritten).toBe(true);
      await fileCache(file).read();
      expect(await readdir(join(folder, "kept"))).toEqual(["tiny.release"]);
      counted("cache-killed", { asked: kills, reached: looked });
    },
  );
});
