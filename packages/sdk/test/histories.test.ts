// Whatever pointers come, in whatever order, across restarts: what a client serves never goes back, and what is newer
// is always taken.
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import { beforeAll, expect, test } from "vitest";
import { createClient, type Cache, type Client } from "../src/index.ts";
import { newKey, publish, type Published, type TestKey } from "./fixtures.ts";
import { noon } from "./harness.ts";

const sequences = 12;
const releases = 3;

let key: TestKey;
/** Pointers of every sequence to every release, all signed. */
const pool: Published[][] = [];

beforeAll(async () => {
  key = await newKey();
  for (let sequence = 1; sequence <= sequences; sequence++) {
    const row: Published[] = [];
    for (let number = 1; number <= releases; number++) row.push(await publish(key, { number, sequence }));
    pool.push(row);
  }
});

test("a client's sequence never goes down", shows("histories"), async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  let state = seed;
  const chance = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % below;
  };
  const histories = howMany({ quick: 100, long: 1_000 });
  const seen = { taken: 0, refused: 0, restarts: 0, mismatches: 0 };
  for (let history = 0; history < histories; history++) {
    let served: Published | undefined;
    let kept: Uint8Array | undefined;
    const cache: Cache = {
      read: async () => kept,
      write: async (bytes) => {
        kept = bytes;
      },
    };
    const start = (): Client =>
      createClient({
        url: "http://server.invalid",
        key: "consumer-key",
        program: "tiny",
        channel: "production",
        trust: [key.jwk],
        cache,
        now: () => noon,
        fetch: async (url) => {
          const asked = url instanceof Request ? url.url : url.toString();
          if (served === undefined) throw new TypeError("no network");
          if (asked.includes("/releases/")) return new Response(new Uint8Array(served.release));
          if (asked.endsWith("/channels/production")) return new Response(new Uint8Array(served.pointer));
          return new Response(null, { status: 404 });
        },
      });
    let client = start();
    let [highest, inForce] = [0, 0];
    for (let turn = 0; turn < 10; turn++) {
      const at = `SEED=${seed} history ${history} turn ${turn}`;
      const offered = pool[chance(sequences)]?.[chance(releases)];
      served = chance(6) === 0 ? undefined : offered;
      if (chance(4) === 0) {
        client = start();
        seen.restarts++;
      }
      const status = await client.refresh();
      const { sequence = 0, release = 0 } = served?.payload ?? {};
      if (sequence > highest) {
        expect(status, at).toMatchObject({ state: "current", sequence, release });
        [highest, inForce] = [sequence, release];
        seen.taken++;
        continue;
      }
      expect([status.sequence ?? 0, status.release ?? 0], at).toEqual([highest, inForce]);
      if (served === undefined) continue;
      if (sequence < highest) {
        expect(status.code, at).toBe("counter-regression");
        seen.refused++;
      } else if (release !== inForce) {
        expect(status.code, at).toBe("counter-content-mismatch");
        seen.mismatches++;
      }
    }
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(histories / 10);
  counted("histories", { asked: histories, reached: histories, seed });
});
