// Keys come and go: a new one counts once a key list of a trusted key names it, a revoked one never again, and whoever
// was away for many rotations finds the way along the chain.
import { sealKeyList, type KeyListPayload, type PublicJwk } from "@jumelage/engine";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import { describe, expect, test } from "vitest";
import type { Cache, ClientOptions } from "../src/index.ts";
import { keyIdOfTest, newKey, publish, type TestKey } from "./fixtures.ts";
import { eachTest, type Bench } from "./harness.ts";

let b: Bench;
eachTest((bench) => {
  b = bench;
});

const issuedAt = "2026-03-01T12:00:00Z";
const listed = async (jwk: PublicJwk) => ({
  kty: "OKP" as const,
  crv: "Ed25519" as const,
  x: jwk.x,
  kid: await keyIdOfTest(jwk),
});

/** A key list, signed by `by`. */
async function keyList(
  by: TestKey,
  list: {
    readonly version: number;
    readonly keys: readonly TestKey[];
    readonly revoked?: readonly TestKey[];
  },
): Promise<Uint8Array> {
  const payload: KeyListPayload = {
    schemaVersion: 1,
    version: list.version,
    keys: await Promise.all(list.keys.map(({ jwk }) => listed(jwk))),
    revoked: (list.revoked ?? []).map(({ signer }) => signer.keyId),
    issuedAt,
  };
  return sealKeyList(payload, by.signer);
}

function memory(): Cache & { bytes: Uint8Array | undefined } {
  return {
    bytes: undefined,
    async read() {
      return this.bytes;
    },
    async write(bytes) {
      this.bytes = bytes;
    },
  };
}
const offline: Partial<ClientOptions> = { fetch: () => Promise.reject(new TypeError("no network")) };

describe("a new key", () => {
  test("counts only once a list of a trusted key names it, and from then on also without the server", async () => {
    const next = await newKey();
    const cache = memory();
    b.server.serve(await publish(b.key, { number: 1 }));
    const c = b.client({ cache });
    await c.refresh();
    b.server.serve(await publish(next, { number: 2 }));
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "unknown-key", release: 1 });
    b.server.serveKeyLists([await keyList(next, { version: 1, keys: [next] })]);
    expect(await c.refresh()).toMatchObject({ code: "unknown-key", release: 1 });
    b.server.serveKeyLists([await keyList(b.key, { version: 1, keys: [b.key, next] })]);
    expect(await c.refresh()).toMatchObject({ state: "current", release: 2 });
    expect(b.events).toContainEqual({
      type: "keys-changed",
      version: 1,
      trusted: [b.key.signer.keyId, next.signer.keyId],
      revoked: [],
    });
    expect(await b.client({ cache, ...offline }).refresh()).toMatchObject({
      code: "unreachable",
      release: 2,
    });
    // What leads to it is signed as well: without the list, the same cache is nothing.
    cache.bytes = cache.bytes?.subarray(0, cache.bytes.lastIndexOf(0x0a));
    expect(await b.client({ cache, ...offline }).refresh()).toMatchObject({ state: "no-rules" });
  });

  test("may not take another key's id, and a list that is altered or of a newer form names nothing", async () => {
    const next = await newKey();
    const good = await keyList(b.key, { version: 1, keys: [next] });
    const borrowed = await sealKeyList(
      {
        schemaVersion: 1,
        version: 1,
        keys: [{ ...(await listed(next.jwk)), kid: await keyIdOfTest((await newKey()).jwk) }],
        revoked: [],
        issuedAt,
      },
      b.key.signer,
    );
    b.server.serve(await publish(next, { number: 1 }));
    for (const list of [borrowed, good.slice(0, -1), good.map((byte, i) => (i === 60 ? byte ^ 1 : byte))]) {
      b.server.serveKeyLists([list]);
      expect(await b.client().refresh()).toEqual({ state: "no-rules", code: "unknown-key" });
    }
    b.server.serveKeyLists([good]);
    expect(await b.client().refresh()).toMatchObject({ state: "current" });
  });
});

test("a list that was taken already is passed over: nothing is told twice, and the cache does not grow", async () => {
  const next = await newKey();
  const cache = memory();
  const c = b.client({ cache });
  b.server.serveKeyLists([await keyList(b.key, { version: 1, keys: [next] })]);
  const sizes: number[] = [];
  for (const hour of ["10", "11", "12"]) {
    // Signed again, so that the client looks at the lists again.
    const issuedAt = `2026-03-02T${hour}:00:00Z`;
    b.server.serve(await publish(b.key, { number: 1, pointer: { issuedAt } }));
    expect(await c.refresh()).toMatchObject({ state: "current" });
    sizes.push(cache.bytes?.length ?? 0);
  }
  expect(b.events.filter((e) => e.type === "keys-changed")).toHaveLength(1);
  expect(new Set(sizes).size).toBe(1);
});

describe("a revoked key", () => {
  test("signs nothing any more: no pointer, no release, no list, in no door; what serves already serves on", async () => {
    const next = await newKey();
    const cache = memory();
    const stolen = b.key;
    b.server.serve(await publish(stolen, { number: 1 }));
    const c = b.client({ cache });
    await c.refresh();
    const chain = [
      await keyList(stolen, { version: 1, keys: [stolen, next] }),
      await keyList(next, { version: 2, keys: [next], revoked: [stolen] }),
    ];
    b.server.serveKeyLists(chain);
    b.server.serve(await publish(stolen, { number: 2 }));
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "unknown-key", release: 1 });
    expect(b.events).toContainEqual({
      type: "keys-changed",
      version: 2,
      trusted: [next.signer.keyId],
      revoked: [stolen.signer.keyId],
    });
    // The thief names a key of their own, in a list that is newer: it is not signed by a key that counts.
    const thief = await newKey();
    b.server.serveKeyLists([...chain, await keyList(stolen, { version: 3, keys: [stolen, thief] })]);
    b.server.serve(await publish(thief, { number: 3 }));
    expect(await c.refresh()).toMatchObject({ code: "unknown-key", release: 1 });
    // A list cannot bring back what is revoked either.
    b.server.serveKeyLists([...chain, await keyList(next, { version: 4, keys: [stolen, next] })]);
    b.server.serve(await publish(stolen, { number: 4 }));
    expect(await c.refresh()).toMatchObject({ code: "unknown-key", release: 1 });
    expect(await b.client({ cache, ...offline }).refresh()).toMatchObject({ state: "no-rules" });
    b.server.serve(await publish(next, { number: 5 }));
    expect(await c.refresh()).toMatchObject({ state: "current", release: 5 });
    expect(await b.client({ cache, ...offline }).refresh()).toMatchObject({ release: 5 });
  });

  test("stays revoked when the server hands out an older chain", async () => {
    const next = await newKey();
    const cache = memory();
    const first = await keyList(b.key, { version: 1, keys: [b.key, next] });
    b.server.serveKeyLists([first, await keyList(next, { version: 2, keys: [next], revoked: [b.key] })]);
    b.server.serve(await publish(next, { number: 1 }));
    await b.client({ cache }).refresh();
    b.server.serveKeyLists([first]);
    b.server.serve(await publish(b.key, { number: 2 }));
    expect(await b.client({ cache }).refresh()).toMatchObject({ code: "unknown-key", release: 1 });
  });
});

test(
  "over random rotations, whoever was away for up to ten of them comes back",
  shows("keys-rotated"),
  async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    let state = seed;
    const chance = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 16) % below;
    };
    const rotations = 50;
    const clients = howMany({ quick: 5, long: 50 });
    const chain: Uint8Array[] = [];
    const keys = [b.key];
    const revoked = new Set<string>();
    const away = Array.from({ length: clients }, () => ({ cache: memory(), until: 0, sequence: 0 }));
    const longest = new Set<number>();
    for (let turn = 1; turn <= rotations; turn++) {
      const current = keys.at(-1) ?? b.key;
      const next = await newKey();
      keys.push(next);
      chain.push(await keyList(current, { version: chain.length + 1, keys: [next] }));
      // Now and then an old key is given up, by the new one.
      const old = keys[chance(keys.length - 1)];
      if (old !== undefined && chance(3) === 0 && old !== current) {
        chain.push(await keyList(next, { version: chain.length + 1, keys: [next], revoked: [old] }));
        revoked.add(old.signer.keyId);
      }
      b.server.serveKeyLists(chain);
      b.server.serve(await publish(next, { number: 1 + (turn % 9), sequence: turn }));
      for (const client of away) {
        if (turn < client.until) continue;
        const absent = turn - client.sequence;
        longest.add(absent);
        const status = await b.client({ cache: client.cache }).refresh();
        expect(status, `SEED=${seed} turn ${turn}, away for ${absent}`).toMatchObject({
          state: "current",
          sequence: turn,
        });
        client.sequence = turn;
        client.until = turn + 1 + chance(11);
      }
    }
    expect(Math.max(...longest)).toBeGreaterThanOrEqual(8);
    // Whoever starts with a key from the middle and no cache finds the way as well; with a revoked one, to nothing signed by it.
    const middle = keys[25] ?? b.key;
    expect(await b.client({ trust: [middle.jwk] }).refresh()).toMatchObject({
      state: "current",
      sequence: rotations,
    });
    const given = keys.find(({ signer }) => revoked.has(signer.keyId));
    if (given !== undefined) {
      b.server.serve(await publish(given, { number: 1, sequence: 99 }));
      const cache = away[0]?.cache;
      expect(await b.client({ cache }).refresh()).toMatchObject({ code: "unknown-key" });
    }
    counted("keys-rotated", { asked: rotations, reached: keys.length - 1, seed });
  },
);
