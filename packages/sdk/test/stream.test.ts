// A client that is told of changes: over a real connection, and on a clock of our own for what takes hours.
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createClient, type Client } from "../src/index.ts";
import { reconnectSeconds } from "../src/stream.ts";
import { newKey, publish, type Published } from "./fixtures.ts";
import { day, eachTest, noon, outcomeAt15, type Bench } from "./harness.ts";

describe("over a real connection", () => {
  let b: Bench;
  eachTest((bench) => {
    b = bench;
  });
  let client: Client;
  // No waiting for the sake of other clients.
  beforeEach(() => void vi.spyOn(Math, "random").mockReturnValue(0));
  afterEach(() => {
    client.stop();
    vi.restoreAllMocks();
  });
  const pointers = (): number => b.server.log.filter((line) => line.endsWith("/channels/production")).length;
  const codes = (): readonly string[] =>
    b.events.flatMap((e) => (e.type === "problem" || e.type === "polling" ? [`${e.type} ${e.code}`] : []));
  async function streaming(everySeconds = 3_600): Promise<void> {
    b.server.stream();
    b.server.serve(await publish(b.key, { number: 1 }));
    client = b.client();
    expect((await client.start({ stream: true, everySeconds })).state).toBe("current");
    await expect.poll(() => client.status().streaming).toBe(true);
  }

  test(
    "a release is taken when the server says so, and the pointer is not asked for",
    shows("told-live"),
    async () => {
      await streaming();
      b.server.serve(await publish(b.key, { number: 2 }));
      await expect.poll(() => outcomeAt15(client)).toBe("2:go");
      expect(pointers()).toBe(1);
      // The present pointer, which came when the stream was opened, was known.
      expect(b.server.log.filter((line) => line.endsWith("/keys/lists"))).toHaveLength(2);
      expect(b.events.map((e) => e.type)).toEqual(["switched", "streaming", "switched"]);
    },
  );

  test(
    "what is not what was signed does not come in, and is asked for by the other way",
    shows("told-live"),
    async () => {
      await streaming(1);
      const older = await publish(b.key, { number: 1 });
      b.server.serve(await publish(b.key, { number: 2 }));
      await expect.poll(() => outcomeAt15(client)).toBe("2:go");
      const theirs = await publish(await newKey(), { number: 3 });
      const event = (pointer: Uint8Array): string =>
        `event: pointer\ndata: ${Buffer.from(pointer).toString("utf8")}\n\n`;
      const before = pointers();
      b.server.write(event(theirs.pointer));
      await expect.poll(codes).toEqual(["problem unknown-key"]);
      await expect.poll(() => client.status().state, { timeout: 10_000 }).toBe("current");
      expect(pointers()).toBeGreaterThan(before);
      b.server.write(event(older.pointer));
      await expect.poll(codes).toEqual(["problem unknown-key", "problem counter-regression"]);
      b.server.write("event: pointer\ndata: nothing of ours\n\n");
      await expect.poll(codes).toContain("problem malformed");
      expect(outcomeAt15(client)).toBe("2:go");
    },
  );

  test("an endless line is cut, and the channel is polled", shows("stream-lost"), async () => {
    await streaming(1);
    b.server.write("x".repeat(40_000));
    await expect.poll(codes).toEqual(["polling too-large"]);
    expect(client.status().streaming).toBeUndefined();
    b.server.serve(await publish(b.key, { number: 2 }));
    await expect.poll(() => outcomeAt15(client), { timeout: 10_000 }).toBe("2:go");
  });

  test(
    "while a stream that ended is not open again, the channel is polled",
    shows("stream-lost"),
    async () => {
      await streaming(1);
      b.server.endStreams();
      await expect.poll(codes).toEqual(["polling stream-ended"]);
      const before = pointers();
      b.server.serve(await publish(b.key, { number: 2 }));
      await expect.poll(() => outcomeAt15(client), { timeout: 10_000 }).toBe("2:go");
      expect(pointers()).toBeGreaterThan(before);
    },
  );

  test("a server without events is polled", async () => {
    b.server.serve(await publish(b.key, { number: 1 }));
    client = b.client();
    await client.start({ stream: true, everySeconds: 1 });
    await expect.poll(codes).toEqual(["polling not-found"]);
    b.server.serve(await publish(b.key, { number: 2 }));
    await expect.poll(() => outcomeAt15(client), { timeout: 10_000 }).toBe("2:go");
  });
});

describe("over hours", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: noon }));
  afterEach(() => void vi.useRealTimers());

  interface Channel {
    served: Published | undefined;
    /** Whether the server says anything on the streams that are opened. */
    isSilent: boolean;
    readonly asked: { pointers: number[]; streams: number[] };
    readonly open: Set<ReadableStreamDefaultController<Uint8Array>>;
  }
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

  function fetchFrom(channel: Channel): typeof fetch {
    return async (url, init) => {
      const address = url instanceof Request ? url.url : url.toString();
      const { asked, open, served } = channel;
      const isPointer = address.endsWith("/channels/production");
      if (isPointer) asked.pointers.push(Date.now());
      if (address.endsWith("/events")) asked.streams.push(Date.now());
      if (served === undefined) throw new TypeError("no network");
      const etag = `"${served.payload.sequence}"`;
      // Checking takes time of its own, outside the clock of this test: what is known is not sent again.
      if (isPointer && new Headers(init?.headers).get("if-none-match") === etag)
        return new Response(null, { status: 304 });
      if (isPointer) return new Response(new Uint8Array(served.pointer), { headers: { etag } });
      if (address.includes("/releases/")) return new Response(new Uint8Array(served.release));
      if (!address.endsWith("/events")) return new Response(null, { status: 404 });
      let own: ReadableStreamDefaultController<Uint8Array>;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          own = controller;
          open.add(controller);
          if (!channel.isSilent) controller.enqueue(bytesOf(":\n\n"));
        },
        cancel: () => void open.delete(own),
      });
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    };
  }
  const newChannel = (served: Published): Channel => ({
    served,
    isSilent: false,
    asked: { pointers: [], streams: [] },
    open: new Set(),
  });
  async function started(
    channel: Channel,
    trust: Parameters<typeof createClient>[0]["trust"],
  ): Promise<Client> {
    const fetch = fetchFrom(channel);
    const of = { url: "http://server.invalid", key: "k", program: "tiny", channel: "production" };
    const client = createClient({ ...of, trust, fetch });
    await client.start({ stream: true, everySeconds: 60 });
    await vi.advanceTimersByTimeAsync(0);
    return client;
  }
  const beat = (channel: Channel): void => {
    for (const controller of channel.open) controller.enqueue(bytesOf(":\n\n"));
  };

  test(
    "while there are signs of life nothing is asked; after a minute of silence the channel is polled",
    shows("stream-lost"),
    async () => {
      const key = await newKey();
      const channel = newChannel(await publish(key, { number: 1 }));
      const client = await started(channel, [key.jwk]);
      for (let i = 0; i < 180; i++) {
        await vi.advanceTimersByTimeAsync(20_000);
        beat(channel);
      }
      await vi.advanceTimersByTimeAsync(0);
      expect(channel.asked).toMatchObject({ pointers: { length: 1 }, streams: { length: 1 } });
      expect(client.status()).toMatchObject({
        streaming: true,
        checkedAt: new Date(noon + 3_600_000).toISOString(),
      });
      channel.isSilent = true;
      await vi.advanceTimersByTimeAsync(59_000);
      expect(client.status().streaming).toBe(true);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(client.status().streaming).toBeUndefined();
      expect(channel.open.size).toBe(0);
      // Connections that are opened and say nothing, as behind a proxy that holds everything back, are no reason to wait.
      channel.asked.pointers.length = 0;
      for (let i = 0; i < 60; i++) await vi.advanceTimersByTimeAsync(60_000);
      expect(channel.asked.pointers.length).toBeGreaterThan(50);
      expect(channel.asked.streams.length).toBeGreaterThan(8);
      expect(channel.asked.streams.length).toBeLessThan(40);
      client.stop();
      expect(channel.open.size).toBe(0);
    },
  );

  test("a stream that lives and says nothing new is not believed past the pointer's expiry", async () => {
    const key = await newKey();
    const channel = newChannel(
      await publish(key, { number: 1, pointer: { expires: "2026-03-02T13:00:00Z" } }),
    );
    const client = await started(channel, [key.jwk]);
    const beating = async (minutes: number): Promise<void> => {
      for (let i = 0; i < minutes * 3; i++) {
        await vi.advanceTimersByTimeAsync(20_000);
        beat(channel);
      }
    };
    await beating(59);
    expect(channel.asked.pointers).toHaveLength(1);
    await beating(10);
    expect(client.status()).toMatchObject({ state: "stale", streaming: true });
    expect(channel.asked.pointers.length).toBeGreaterThan(5);
    client.stop();
  });

  test(
    "a day without a server: few attempts, and clients come back apart",
    shows("streams-apart"),
    async () => {
      const key = await newKey();
      const first = await publish(key, { number: 1 });
      const channels = Array.from({ length: howMany({ quick: 20, long: 1_000 }) }, () => newChannel(first));
      const clients = await Promise.all(channels.map((channel) => started(channel, [key.jwk])));
      for (const channel of channels) {
        channel.served = undefined;
        for (const controller of channel.open) controller.close();
        channel.open.clear();
        channel.asked.streams.length = 0;
      }
      await vi.advanceTimersByTimeAsync(day);
      for (const { asked } of channels) {
        expect(asked.streams.length).toBeGreaterThan(day / 1000 / 310);
        expect(asked.streams.length).toBeLessThan(day / 1000 / 60);
      }
      const back = Date.now();
      const next = await publish(key, { number: 2, pointer: { expires: "2026-03-09T12:00:00Z" } });
      for (const channel of channels) {
        channel.served = next;
        channel.asked.streams.length = 0;
      }
      for (let seconds = 0; seconds < 320; seconds += 20) {
        await vi.advanceTimersByTimeAsync(20_000);
        channels.forEach(beat);
      }
      await vi.waitFor(() => expect(clients.every((c) => c.status().release === 2)).toBe(true), {
        timeout: 60_000,
      });
      expect(clients.map((c) => c.status().streaming)).toEqual(clients.map(() => true));
      const seconds = channels.map(({ asked }) => Math.floor(((asked.streams[0] ?? 0) - back) / 1000));
      const inOne = Math.max(...seconds.map((s) => seconds.filter((other) => other === s).length));
      expect(inOne).toBeLessThanOrEqual(Math.max(6, channels.length / 25));
      for (const client of clients) client.stop();
      expect(clients.some((c) => c.status().streaming)).toBe(false);
      for (const { asked } of channels) asked.streams.length = 0;
      await vi.advanceTimersByTimeAsync(3_600_000);
      expect(channels.flatMap(({ asked }) => asked.streams)).toEqual([]);
      counted("streams-apart", { asked: channels.length, reached: clients.length });
    },
  );

  test("clients that lose one server together come back over half a minute", () => {
    const all = Array.from({ length: 1_000 }, (_, i) => Math.floor(reconnectSeconds(0, i / 1_000)));
    expect([Math.min(...all), Math.max(...all)]).toEqual([5, 29]);
    expect(Math.max(...all.map((s) => all.filter((other) => other === s).length))).toBe(40);
    for (const failures of [1, 5, 100]) {
      expect(reconnectSeconds(failures, 0)).toBeGreaterThanOrEqual(27);
      expect(reconnectSeconds(failures, 1)).toBeLessThanOrEqual(300);
    }
  });
});
