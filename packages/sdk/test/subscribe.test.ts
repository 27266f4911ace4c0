// Who subscribes is told whenever what a status says may have changed: by a check, by the stream, by the clock alone.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient, type Client, type PublicJwk } from "../src/index.ts";
import { newKey, publish, type Published } from "./fixtures.ts";
import { day, noon } from "./harness.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: noon }));
afterEach(() => void vi.useRealTimers());

function clientOf(served: () => Published, trust: readonly PublicJwk[]): Client {
  const of = { url: "http://server.invalid", key: "k", program: "tiny", channel: "production" };
  const fetch: typeof globalThis.fetch = async (url) => {
    const address = url instanceof Request ? url.url : url.toString();
    if (address.endsWith("/channels/production")) return new Response(new Uint8Array(served().pointer));
    if (address.includes("/releases/")) return new Response(new Uint8Array(served().release));
    return new Response(null, { status: 404 });
  };
  return createClient({ ...of, trust, fetch });
}

test("a check, and the expiry of what serves", async () => {
  const key = await newKey();
  const pointer = { expires: "2026-03-04T12:00:00Z", hardExpires: "2026-04-20T12:00:00Z" };
  const published = await publish(key, { number: 1, pointer });
  const client = clientOf(() => published, [key.jwk]);
  const states: string[] = [];
  const end = client.subscribe(() => states.push(client.status().state));
  client.subscribe(() => {
    throw new Error("a listener's own failure");
  });
  await client.refresh();
  expect(states).toEqual(["current"]);
  // Told about once an hour besides, so that a machine that slept is told soon after.
  await vi.advanceTimersByTimeAsync(2 * day - 1);
  expect(new Set(states)).toEqual(new Set(["current"]));
  expect(states.length).toBeLessThan(60);
  await vi.advanceTimersByTimeAsync(2);
  expect(states.at(-1)).toBe("stale");
  // Longer than a timer can hold.
  await vi.advanceTimersByTimeAsync(47 * day - 2);
  expect(states.at(-1)).toBe("stale");
  await vi.advanceTimersByTimeAsync(2);
  expect(states.at(-1)).toBe("suspended");
  end();
  states.length = 0;
  await client.refresh();
  expect(states).toEqual([]);
});

test("nobody who listens, no timer", async () => {
  const key = await newKey();
  const published = await publish(key, { number: 1 });
  const client = clientOf(() => published, [key.jwk]);
  await client.refresh();
  expect(vi.getTimerCount()).toBe(0);
  const ends = [client.subscribe(() => undefined), client.subscribe(() => undefined)];
  expect(vi.getTimerCount()).toBe(1);
  ends[0]?.();
  expect(vi.getTimerCount()).toBe(1);
  ends[1]?.();
  expect(vi.getTimerCount()).toBe(0);
});
