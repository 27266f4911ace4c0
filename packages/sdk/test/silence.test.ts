// A day without a server, on a clock of our own: nobody goes without an answer, and when the server is back its clients
// do not come all at once.
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient, type Client } from "../src/index.ts";
import { newKey, publish } from "./fixtures.ts";
import { day, noon } from "./harness.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: noon }));
afterEach(() => void vi.useRealTimers());

test(
  "a day of silence: every evaluation answers, and the return is spread out",
  shows("a-day-of-silence", "no-stampede"),
  async () => {
    const key = await newKey();
    const published = await publish(key, { number: 1, pointer: { expires: "2026-03-02T18:00:00Z" } });
    const next = await publish(key, {
      number: 2,
      pointer: { issuedAt: "2026-03-03T12:00:00Z", expires: "2026-03-09T12:00:00Z" },
    });
    let served: typeof published | undefined = published;
    const count = howMany({ quick: 50, long: 1_000 });
    /** When each client asked for the pointer. */
    const asked: number[][] = Array.from({ length: count }, () => []);
    const clients: Client[] = asked.map((times) =>
      createClient({
        url: "http://server.invalid",
        key: "consumer-key",
        program: "tiny",
        channel: "production",
        trust: [key.jwk],
        fetch: async (url) => {
          const address = url instanceof Request ? url.url : url.toString();
          const isPointer = address.endsWith("/channels/production");
          if (isPointer) times.push(Date.now());
          if (served === undefined) throw new TypeError("no network");
          if (isPointer) return new Response(new Uint8Array(served.pointer));
          if (address.includes("/releases/")) return new Response(new Uint8Array(served.release));
          return new Response(null, { status: 404 });
        },
      }),
    );
    await Promise.all(clients.map((client) => client.start({ everySeconds: 60 })));

    served = undefined;
    const answers = { fresh: 0, stale: 0, failed: 0 };
    for (let quarter = 0; quarter < 96; quarter++) {
      await vi.advanceTimersByTimeAsync(day / 96);
      for (const client of clients) {
        const answer = client.evaluate({ score: 15 });
        if (answer.kind !== "evaluated" || answer.release !== 1) answers.failed++;
        else answers[answer.stale ? "stale" : "fresh"]++;
      }
    }
    // Expired after six hours: from then on every answer says so.
    expect(answers).toEqual({ fresh: count * 23, stale: count * 73, failed: 0 });
    for (const times of asked) {
      expect(times.length).toBeGreaterThan(day / 1000 / 310);
      expect(times.length).toBeLessThan(day / 1000 / 60);
    }

    served = next;
    const back = Date.now();
    for (const times of asked) times.length = 0;
    await vi.advanceTimersByTimeAsync(310_000);
    // WebCrypto works outside the clock of this test.
    await vi.waitFor(() => expect(clients.every((c) => c.status().release === 2)).toBe(true), {
      timeout: 60_000,
    });
    for (const times of asked) {
      const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
      expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(30_000);
    }
    const perSecond = new Map<number, number>();
    for (const [first = 0] of asked) {
      const second = Math.floor((first - back) / 1000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    // Spread over five minutes there are three in a thousand a second; twelve in a hundred would be a stampede.
    expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(Math.max(12, count / 25));
    for (const client of clients) client.stop();
    const evaluations = answers.fresh + answers.stale;
    counted("a-day-of-silence", { asked: count * 96, reached: evaluations });
    counted("no-stampede", { asked: count, reached: clients.length });
  },
);
