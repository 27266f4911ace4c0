import type { Consumer, Pointer } from "@jumelage/db";
import { describe, expect, it } from "vitest";
import { ChannelWatch } from "./channel-watch.ts";
import { followed } from "./events.routes.ts";
import { PublicProblem } from "./failures.ts";
import type { HandlerContext } from "./route.ts";

const here = { program: "p", channel: "production" };
const day = 24 * 60 * 60 * 1000;

/** A channel in memory, whose pointers never run out. */
function channelOf() {
  const history: Pointer[] = [];
  const watch = new ChannelWatch({ mostPerConsumer: 10 });
  let allowed = true;
  const consumer = { id: "c", programs: ["p"] } as unknown as Consumer;
  const context = {
    deps: {
      clock: { now: () => new Date(0) },
      // The envelopes here are signed by nobody, as the key that signs today is nobody's.
      signer: { keyId: undefined },
      digest: async (bytes: Uint8Array) => new Uint8Array(bytes.slice(0, 32)),
    },
    state: {
      watch,
      pointer: async () => history.at(-1),
      pointersBetween: async (sequence: number, current: Pointer) =>
        history.filter((p) => p.sequence > sequence && p.sequence < current.sequence),
    },
    consumer,
    consumerNow: async () => {
      if (!allowed) throw new PublicProblem("wrong-key");
      return consumer;
    },
  } as unknown as HandlerContext;
  return {
    context,
    watch,
    forbid: () => (allowed = false),
    move: (sequence: number): void => {
      const envelope = new TextEncoder().encode(`{"sequence":${sequence}}`);
      history.push({ ...here, sequence, envelope, expires: new Date(30 * day) } as unknown as Pointer);
      watch.moved("p", "production");
    },
  };
}

const event = (sequence: number) => `id: ${sequence}\nevent: pointer\ndata: {"sequence":${sequence}}\n\n`;

async function take(stream: AsyncGenerator<string>, count: number): Promise<readonly string[]> {
  const taken: string[] = [];
  while (taken.length < count) {
    const next = await stream.next();
    if (next.done === true) return [...taken, "(end)"];
    taken.push(next.value);
  }
  return taken;
}

const long = 1_000_000;
const never = new AbortController().signal;

describe("a followed channel", () => {
  it("begins with where it stands, and tells of every move, in order and once, however slow the reader", async () => {
    const { context, move } = channelOf();
    move(3);
    const stream = followed(here, { seen: undefined, every: long, end: never }, context);
    const [retry, first] = await take(stream, 2);
    expect(retry).toMatch(/^retry: [2-8]\d{3}\n\n$/);
    expect(first).toBe(event(3));
    const waiting = stream.next();
    for (const sequence of [4, 5, 1000]) move(sequence);
    expect((await waiting).value).toBe(event(4));
    move(1001);
    expect(await take(stream, 3)).toEqual([event(5), event(1000), event(1001)]);
  });

  it("begins after what was seen; with nothing new it is silent but alive", async () => {
    const { context, move } = channelOf();
    for (const sequence of [1, 2, 3]) move(sequence);
    const missed = followed(here, { seen: 1, every: long, end: never }, context);
    expect((await take(missed, 3)).slice(1)).toEqual([event(2), event(3)]);
    const nothingNew = followed(here, { seen: 3, every: 1, end: never }, context);
    expect((await take(nothingNew, 3)).slice(1)).toEqual([":\n\n", ":\n\n"]);
  });

  it("never goes back, whatever a caller says to have seen", async () => {
    const { context, move } = channelOf();
    move(5);
    const stream = followed(here, { seen: 9, every: 1, end: never }, context);
    expect((await take(stream, 2)).slice(1)).toEqual([":\n\n"]);
    for (const sequence of [8, 9, 10]) move(sequence);
    const later = await take(stream, 4);
    expect(later.filter((text) => text !== ":\n\n")).toEqual([event(10)]);
  });

  it("ends when the server stops, when its caller goes, and when the key is no longer good", async () => {
    for (const how of ["stop", "leave", "forbid"] as const) {
      const { context, move, watch, forbid } = channelOf();
      const end = new AbortController();
      move(1);
      const stream = followed(here, { seen: undefined, every: long, end: end.signal }, context);
      await take(stream, 2);
      const last = stream.next();
      if (how === "stop") watch.end();
      else if (how === "leave") end.abort();
      else {
        forbid();
        move(2);
      }
      expect([how, (await last).done]).toEqual([how, true]);
    }
  });
});
