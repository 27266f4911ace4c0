// An application of today meets what a server of tomorrow signs. It keeps its last good release, says that it is too old,
// takes nothing by halves, and is neither stuck nor fooled by it.
import { canonicalJson, sha256Hex, utf8Bytes, type PointerPayload } from "@jumelage/engine";
import { keyListPayloadType, pointerPayloadType, releasePayloadType, sealEnvelope } from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { describe, expect, test } from "vitest";
import { digest, type Cache, type Client } from "../src/index.ts";
import { publish, releasePayload, type Published } from "./fixtures.ts";
import { day, eachTest, noon, outcomeAt15, type Bench } from "./harness.ts";
import { startPython } from "./python/python.ts";

let b: Bench;
eachTest((bench) => {
  b = bench;
});

const seal = (type: string, payload: object): Promise<Uint8Array> =>
  sealEnvelope(type, utf8Bytes(canonicalJson(payload)), b.key.signer);

/** A pointer of today at these bytes. */
async function pointedAt(release: Uint8Array, changed: object = {}): Promise<Published> {
  const { payload } = await publish(b.key, { number: 2 });
  const sha256 = await sha256Hex(release, digest);
  const pointer = { ...payload, sha256, length: release.length, ...changed };
  return { payload: pointer, pointer: await seal(pointerPayloadType, pointer), release };
}

/** What a server of tomorrow may sign: of another version, and of a shape that nobody knows today. */
const later: Readonly<Record<string, () => Promise<Published>>> = {
  "a pointer": async () => {
    const made = await publish(b.key, { number: 2 });
    const { release: _release, ...rest } = made.payload;
    const pointer = { ...rest, schemaVersion: 2, releases: [{ number: 2 }], more: { deep: [1] } };
    return { ...made, pointer: await seal(pointerPayloadType, pointer) };
  },
  "a release": async () =>
    pointedAt(await seal(releasePayloadType, { ...releasePayload(2), schemaVersion: 2, rules: {} })),
  "a release without anything that is known": async () =>
    pointedAt(await seal(releasePayloadType, { schemaVersion: 3, binary: "AA==" })),
  "a rule set": async () => {
    const { ruleSet, ...release } = releasePayload(2);
    const newer = { ...release, ruleSet: { ...ruleSet, schemaVersion: 2, criteria: "elsewhere" } };
    return pointedAt(await seal(releasePayloadType, newer));
  },
};

function memory(): Cache & { bytes: Uint8Array | undefined; writes: number } {
  return {
    bytes: undefined,
    writes: 0,
    read() {
      return Promise.resolve(this.bytes);
    },
    write(bytes) {
      this.bytes = bytes;
      this.writes += 1;
      return Promise.resolve();
    },
  };
}

const codesOf = (): readonly string[] => b.events.flatMap((e) => (e.type === "problem" ? [e.code] : []));
const switches = (): readonly number[] => b.events.flatMap((e) => (e.type === "switched" ? [e.to] : []));

async function onFirst(cache: Cache): Promise<Client> {
  b.server.serve(await publish(b.key, { number: 1 }));
  const client = b.client({ cache });
  await client.refresh();
  expect(outcomeAt15(client)).toBe("1:look");
  return client;
}

describe.each(Object.keys(later))("%s of a later format", (what) => {
  const published = (): Promise<Published> => (later[what] ?? (() => Promise.reject(new Error(what))))();

  test(
    "leaves the last good release serving, says why, and is forgotten once there is one to read",
    shows("later-format"),
    async () => {
      const cache = memory();
      const client = await onFirst(cache);
      b.server.serve(await published());
      for (let round = 0; round < 3; round += 1) {
        expect(await client.refresh()).toMatchObject({
          state: "problem",
          code: "unsupported-schema",
          release: 1,
        });
        expect(outcomeAt15(client)).toBe("1:look");
      }
      expect(new Set(codesOf())).toEqual(new Set(["unsupported-schema"]));
      expect(b.events.find((e) => e.type === "problem")).toMatchObject({
        door: "network",
        details: { got: expect.any(Number), supported: 1 },
      });

      // A restart without the network goes on from what was kept.
      const offline = b.client({ cache, fetch: () => Promise.reject(new TypeError("no network")) });
      await offline.refresh();
      expect(outcomeAt15(offline)).toBe("1:look");
      // Nothing is made fresher by what cannot be read.
      b.time = noon + 30 * day;
      await client.refresh();
      expect(client.status()).toMatchObject({ state: "stale", code: "unsupported-schema", release: 1 });
      expect(client.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", release: 1, stale: true });
      b.time = noon;
      b.server.serve(await publish(b.key, { number: 3, release: { ruleSet: releasePayload(2).ruleSet } }));
      expect(await client.refresh()).toMatchObject({ state: "current", release: 3 });
      expect(switches()).toEqual([1, 1, 3]);
      counted("later-format", { asked: 1, reached: 1 });
    },
  );

  test("is no rules for an application that has none, with the reason", async () => {
    b.server.serve(await published());
    const cache = memory();
    const client = b.client({ cache });
    expect(await client.refresh()).toMatchObject({ state: "no-rules", code: "unsupported-schema" });
    expect(client.evaluate({ score: 15 })).toEqual({ kind: "no-rules", code: "unsupported-schema" });
    expect(cache.writes).toBe(0);
  });

  test("that comes by the stream is taken no more than one that is asked for", async () => {
    b.server.stream();
    b.server.serve(await publish(b.key, { number: 1 }));
    const client = b.client();
    await client.start({ stream: true });
    const told = new Promise<void>((resolve) => {
      client.subscribe(() => {
        if (client.status().code === "unsupported-schema") resolve();
      });
    });
    b.server.serve(await published());
    await told;
    expect(client.status()).toMatchObject({ state: "problem", release: 1 });
    expect(outcomeAt15(client)).toBe("1:look");
    client.stop();
  });

  test("is refused by the client in Python for the same reason", async () => {
    const python = await startPython();
    try {
      const { pointer, release } = await published();
      const terms = { program: "tiny", trust: [b.key.jwk] };
      const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
      const answers = [
        await python.ask({ ask: "pointer", bytes: base64(pointer), ...terms }),
        await python.ask({ ask: "release", bytes: base64(release), ...terms }),
      ];
      expect(answers).toContainEqual({ code: "unsupported-schema" });
    } finally {
      python.stop();
    }
  });
});

describe("a channel suspended at a release of a later format", () => {
  const suspended = { sequence: 3, hardExpires: "2026-03-01T12:00:00Z" };
  const atLater = async (changed: Partial<PointerPayload>): Promise<Published> =>
    pointedAt(await seal(releasePayloadType, { ...releasePayload(2), schemaVersion: 2 }), changed);

  test("is suspended for an application that cannot read it, also after a restart, until it is lifted", async () => {
    const cache = memory();
    const client = await onFirst(cache);
    b.server.serve(await atLater(suspended));
    expect(await client.refresh()).toMatchObject({ state: "suspended", code: "unsupported-schema" });
    expect(client.evaluate({ score: 15 })).toMatchObject({ kind: "suspended", since: suspended.hardExpires });
    const offline = b.client({ cache, fetch: () => Promise.reject(new TypeError("no network")) });
    await offline.refresh();
    expect(outcomeAt15(offline)).toBe("suspended");
    b.server.serve(await atLater({ sequence: 4 }));
    expect(await client.refresh()).toMatchObject({
      state: "problem",
      code: "unsupported-schema",
      release: 1,
    });
    expect(outcomeAt15(client)).toBe("1:look");
  });
});

test("a key list of a later format changes no trust, and stands in the way of nothing", async () => {
  const client = await onFirst(memory());
  const list = {
    schemaVersion: 2,
    version: 1,
    keys: [],
    revoked: [b.key.signer.keyId],
    issuedAt: "2026-03-01T12:00:00Z",
  };
  b.server.serveKeyLists([await seal(keyListPayloadType, list)]);
  b.server.serve(await publish(b.key, { number: 2 }));
  expect(await client.refresh()).toMatchObject({ state: "current", release: 2 });
  expect(b.events.some((e) => e.type === "keys-changed")).toBe(false);
});
