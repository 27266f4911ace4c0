// Whatever was released stays readable, verifiable and evaluable, by every door; and a format that is raised does not come
// alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openPointer, openRelease, releaseSchemaVersion, ruleSetSchemaVersion } from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkReceipt, createClient, digest, importTrust, type ClientOptions } from "../../src/index.ts";
import { linesOf, packKept } from "../../src/cache.ts";
import { configuredTrust, trustAfter } from "../../src/trust.ts";
import { startServer, type TestServer } from "../server.ts";
import { startPython } from "../python/python.ts";
import { frozen, frozenVersions } from "./frozen.ts";

const root = join(import.meta.dirname, "../../../..");
const program = "autosoins-diriges";
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

let server: TestServer;
beforeEach(async () => {
  server = await startServer({ program });
});
afterEach(() => server.stop());

async function opened(version: number) {
  const { release, pointer, keyLists, trust } = frozen(version);
  const verifiers = (await trustAfter(await configuredTrust(trust), linesOf(keyLists))).verifiers;
  const pointed = await openPointer(pointer, { trusted: verifiers, program, channel: "production" });
  const read = await openRelease(release, { trusted: await importTrust(trust), digest, program });
  if (!pointed.ok || !read.ok) throw new Error(`version ${version} cannot be read`);
  return { payload: pointed.value.pointer, release: read.value.release };
}

test.each(frozenVersions)(
  "version %i is verified and evaluated by the SDK: over the network, shipped, and from its cache",
  shows("frozen-format"),
  async (version) => {
    const { release, pointer, keyLists, trust } = frozen(version);
    const { payload, release: read } = await opened(version);
    server.serve({ payload, pointer, release });
    server.serveKeyLists(linesOf(keyLists));
    const issued = Date.parse(payload.issuedAt);
    const kept: { bytes?: Uint8Array } = {};
    const options: ClientOptions = {
      url: server.url,
      key: "consumer-key",
      program,
      channel: "production",
      trust,
      now: () => issued + 1000,
    };
    const network = createClient({
      ...options,
      cache: {
        read: () => Promise.resolve(undefined),
        write: (bytes) => Promise.resolve(void (kept.bytes = bytes)),
      },
    });
    const offline = { fetch: () => Promise.reject(new TypeError("no network")) };
    const bundled = packKept({ pointer, release, seen: pointer, keyLists: linesOf(keyLists) });
    await network.refresh();
    const doors = {
      network,
      bundled: createClient({ ...options, ...offline, bundled }),
      cache: createClient({
        ...options,
        ...offline,
        cache: { read: async () => kept.bytes, write: async () => {} },
      }),
    };
    let reached = 0;
    for (const [door, client] of Object.entries(doors)) {
      const status = await client.refresh();
      expect(status, door).toMatchObject({ state: door === "network" ? "current" : "problem", release: 1 });
      for (const { facts, at, result } of read.vectors) {
        expect(client.evaluate(facts, { at, lenient: true }), door).toMatchObject({
          kind: "evaluated",
          result,
        });
        reached += 1;
      }
      expect(client.evaluate({}, { lang: "fr" })).toMatchObject({
        kind: "evaluated",
        certain: expect.anything(),
      });
    }
    expect(read.vectors.length).toBeGreaterThan(50);
    counted("frozen-format", { asked: 3 * read.vectors.length, reached });
  },
);

test.each(frozenVersions)("a receipt of version %i is replayed on its release", async (version) => {
  const { receipt, release, trust } = frozen(version);
  const checked = await checkReceipt(receipt, { trust, release });
  expect(checked).toMatchObject({ ok: true, value: { receipt: { program, release: 1 } } });
});

test.each(frozenVersions)("version %i is verified and evaluated by the client in Python", async (version) => {
  const { release, pointer, keyLists, trust } = frozen(version);
  const { payload, release: read } = await opened(version);
  const python = await startPython();
  try {
    const lists = linesOf(keyLists).map(base64);
    expect(await python.ask({ ask: "pointer", bytes: base64(pointer), program, trust, lists })).toEqual(
      payload,
    );
    expect(await python.ask({ ask: "release", bytes: base64(release), program, trust })).toEqual({
      number: 1,
      vectors: read.vectors.length,
    });
    const { ruleSet, vectors } = read;
    const persons = vectors.map(({ facts, at }) => ({ facts, at }));
    expect(await python.ask({ ask: "evaluate", ruleSet, persons })).toEqual(vectors.map((v) => v.result));
  } finally {
    python.stop();
  }
});

test("a format that is raised comes with all that belongs to it", () => {
  const newest = Math.max(releaseSchemaVersion, ruleSetSchemaVersion);
  const asked = `schemaVersion ${newest}: docs/operations.md, « When the format of releases changes », says what comes with it`;
  // What the new server signs, frozen by e2e/freeze.ts; and what earlier ones signed is still here, to be read above.
  expect(frozenVersions, asked).toEqual(Array.from({ length: newest }, (_, i) => i + 1));
  const python = readFileSync(join(root, "clients/python/jumelage/verify.py"), "utf8");
  expect(/^SCHEMA_VERSION = (\d+)$/m.exec(python)?.[1], asked).toBe(String(releaseSchemaVersion));
  // The table of what each format brought.
  const operations = readFileSync(join(root, "docs/operations.md"), "utf8");
  for (let version = 1; version <= newest; version += 1)
    expect(operations, asked).toContain(`\n| ${version} | `);
});
