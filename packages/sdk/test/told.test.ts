// What a client tells, and when it does not: events for what changed and for nothing else, and answers without what was
// not asked for.
import { expect, test } from "vitest";
import { packKept } from "../src/cache.ts";
import type { ClientEvent, Facts } from "../src/index.ts";
import { publish, releasePayload } from "./fixtures.ts";
import { eachTest, noon, type Bench } from "./harness.ts";

let b: Bench;
eachTest((bench) => {
  b = bench;
});

const ofType = (type: ClientEvent["type"]): readonly ClientEvent[] => b.events.filter((e) => e.type === type);
const a = "a".repeat(64);

test.each([
  ["the same head at the same size", { size: 9, head: a }, 0],
  ["more of it", { size: 10, head: "b".repeat(64) }, 0],
  ["another head at the same size", { size: 9, head: "b".repeat(64) }, 1],
  ["fewer entries", { size: 8, head: a }, 1],
])("a journal with %s: told as changed %#", async (_, audit, times) => {
  b.server.serve(await publish(b.key, { number: 1, pointer: { audit: { size: 9, head: a } } }));
  const c = b.client();
  await c.refresh();
  b.server.serve(await publish(b.key, { number: 2, pointer: { audit } }));
  await c.refresh();
  expect(ofType("audit-changed")).toHaveLength(times);
});

test("a clock ten minutes behind is still right, a second more is told", async () => {
  const issuedAt = new Date(noon).toISOString();
  b.server.serve(await publish(b.key, { number: 1, pointer: { issuedAt } }));
  b.time = noon - 600_000;
  await b.client().refresh();
  expect(ofType("clock-behind")).toEqual([]);
  b.time -= 1000;
  await b.client().refresh();
  expect(ofType("clock-behind")).toEqual([{ type: "clock-behind", seconds: 601 }]);
});

test("what was shipped and is behind what was kept, or the same, is passed over without a word", async () => {
  const [first, second] = [await publish(b.key, { number: 1 }), await publish(b.key, { number: 2 })];
  const pack = (of: typeof first): Uint8Array =>
    packKept({ pointer: of.pointer, release: of.release, seen: of.pointer });
  await b.server.stop();
  for (const bundled of [pack(first), pack(second)]) {
    b.events.length = 0;
    const cache = { read: async () => pack(second), write: async () => undefined };
    expect(await b.client({ cache, bundled }).refresh()).toMatchObject({ release: 2, code: "unreachable" });
    expect(b.events.map((e) => (e.type === "problem" ? e.door : e.type))).toEqual(["switched", "network"]);
  }
});

test("what waits is told once, however often it is met", async () => {
  b.server.serve(await publish(b.key, { number: 1 }));
  const c = b.client({ follow: "equivalent-only" });
  await c.refresh();
  const offer = { change: { from: 1, kind: "decides-more" as const, witnesses: [] } };
  b.server.serve(await publish(b.key, { number: 2, release: offer }));
  for (let turn = 0; turn < 3; turn++) {
    // Signed again, so that the client looks at it again.
    const issuedAt = new Date(noon + turn * 1000).toISOString();
    b.server.serve(await publish(b.key, { number: 2, release: offer, pointer: { issuedAt } }));
    expect(await c.refresh()).toMatchObject({ state: "held" });
  }
  expect(ofType("held")).toHaveLength(1);
});

test("an answer holds what was asked for: a trace, an explanation, both or neither", async () => {
  b.server.serve(await publish(b.key, { number: 1 }));
  const c = b.client();
  await c.refresh();
  const has = (options: Parameters<typeof c.evaluate>[1]): readonly boolean[] => {
    const answer = c.evaluate({ score: 15 }, options);
    return ["trace", "explanation"].map((member) => member in answer);
  };
  expect(has({})).toEqual([false, false]);
  expect(has({ trace: true })).toEqual([true, false]);
  expect(has({ lang: "fr" })).toEqual([false, true]);
  expect(has({ trace: true, lang: "en" })).toEqual([true, true]);
});

test("facts are an object, and nothing else", async () => {
  b.server.serve(await publish(b.key, { number: 1 }));
  const c = b.client();
  await c.refresh();
  for (const facts of ["score", 15, true, undefined, null, [], () => 15] as unknown as readonly Facts[])
    expect(c.evaluate(facts)).toMatchObject({ kind: "refused", code: "invalid-facts", problems: [] });
});

test("one trusted key that is none spoils the others", () => {
  const bad = { ...b.key.jwk, x: "AAAA" };
  for (const trust of [
    [b.key.jwk, bad],
    [bad, b.key.jwk],
  ])
    expect(() => b.client({ trust })).toThrow(TypeError);
});

test("an evaluation without a date is of the day it is, to the month and the day", async () => {
  b.server.serve(await publish(b.key, { number: 1 }));
  const c = b.client();
  await c.refresh();
  for (const [at, date] of [
    ["2026-03-02T12:00Z", "2026-03-02"],
    ["2026-03-02T12:00:00.123456789-05:00", "2026-03-02"],
    ["0999-12-31T23:00:00-05:00", "0999-12-31"],
  ] as const)
    expect(c.evaluate({ score: 15 }, { at }), at).toMatchObject({ at: date });
  for (const at of [
    "2026-03-02T12:00:00Zx",
    "x2026-03-02T12:00:00Z",
    "2026-03-02T1:00:00Z",
    "2026-03-02T12:00:00.Z",
    "2026-03-02T12:00:00-5:00",
    "2026-03-02T25:00:00Z",
  ])
    expect(c.evaluate({ score: 15 }, { at }), at).toMatchObject({ kind: "refused", code: "invalid-at" });
});

test("a release refused for its vectors says which is the first that differs", async () => {
  const { vectors } = releasePayload(1);
  const wrong = vectors.map((v, i) => (i === 1 ? { ...v, result: { ...v.result, fired: ["c"] } } : v));
  b.server.serve(await publish(b.key, { number: 1, release: { vectors: wrong } }));
  await b.client().refresh();
  expect(ofType("problem")).toMatchObject([{ code: "vectors-differ", details: { first: 1 } }]);
});
