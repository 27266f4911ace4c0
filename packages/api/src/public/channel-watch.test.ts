import { describe, expect, it } from "vitest";
import { ChannelWatch } from "./channel-watch.ts";

const here = { program: "p", channel: "production" };
const there = { program: "p", channel: "preview" };
const long = 1_000_000;
const never = new AbortController().signal;

describe("ChannelWatch", () => {
  it("wakes who follows a channel, and nobody else", async () => {
    const watch = new ChannelWatch({ mostPerConsumer: 1 });
    let woken = 0;
    void watch.next(there, watch.count(there), { ms: long, end: never }).then(() => (woken += 1));
    const next = watch.next(here, watch.count(here), { ms: long, end: never });
    watch.moved("p", "production");
    expect(await next).toBe("moved");
    expect(woken).toBe(0);
    const all = [here, there].map((c) => watch.next(c, watch.count(c), { ms: long, end: never }));
    watch.anythingMoved();
    expect(await Promise.all(all)).toEqual(["moved", "moved"]);
    await Promise.resolve();
    expect(woken).toBe(1);
  });

  it("loses no move that comes while somebody looks", async () => {
    const watch = new ChannelWatch({ mostPerConsumer: 1 });
    const count = watch.count(here);
    watch.moved("p", "production");
    expect(await watch.next(here, count, { ms: long, end: never })).toBe("moved");
    expect(await watch.next(here, watch.count(here), { ms: 1, end: never })).toBe("quiet");
  });

  it("lets go of one who leaves, and of all when it ends", async () => {
    const watch = new ChannelWatch({ mostPerConsumer: 1 });
    const one = new AbortController();
    const leaving = watch.next(here, 0, { ms: long, end: one.signal });
    const staying = watch.next(here, 0, { ms: long, end: never });
    one.abort();
    expect(await leaving).toBe("ended");
    watch.end();
    expect(await staying).toBe("ended");
    expect(await watch.next(here, 0, { ms: long, end: never })).toBe("ended");
    expect(await watch.next(here, 0, { ms: long, end: one.signal })).toBe("ended");
  });

  it("has so many places for each consumer, each given back once", () => {
    const watch = new ChannelWatch({ mostPerConsumer: 2 });
    const places = [watch.enter("a"), watch.enter("a")];
    expect(watch.enter("a")).toBeUndefined();
    expect(watch.enter("b")).toBeTypeOf("function");
    places[0]?.();
    places[0]?.();
    expect(watch.enter("a")).toBeTypeOf("function");
    expect(watch.enter("a")).toBeUndefined();
  });
});
