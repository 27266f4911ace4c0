// Following by kind of change: every step since the release that serves has to be of a kind to be taken.
import type { ChangeKind } from "@jumelage/engine";
import { describe, expect, test } from "vitest";
import type { Client, Follow } from "../src/index.ts";
import { publish } from "./fixtures.ts";
import { eachTest, outcomeAt15, type Bench } from "./harness.ts";

let b: Bench;
eachTest((bench) => {
  b = bench;
});

/** Puts a release in force that differs so from the one before it. */
async function release(
  number: number,
  kind: ChangeKind,
  changed: { readonly from?: number; readonly sequence?: number } = {},
): Promise<void> {
  const from = changed.from ?? (number === 1 ? null : number - 1);
  const published = await publish(b.key, {
    number,
    sequence: changed.sequence ?? number,
    release: { change: { from, kind, witnesses: [] } },
  });
  b.server.serve(published);
}

async function startedAt1(follow: Follow): Promise<Client> {
  await release(1, "initial");
  const client = b.client({ follow });
  expect(await client.refresh()).toMatchObject({ state: "current", release: 1 });
  return client;
}

describe("more-cautious-only", () => {
  test("takes what changes nothing, what changes words, and what is more cautious", async () => {
    const c = await startedAt1("more-cautious-only");
    const kinds = ["equivalent", "texts-only", "more-cautious"] as const;
    for (const [i, kind] of kinds.entries()) {
      await release(i + 2, kind);
      expect(await c.refresh(), kind).toMatchObject({ state: "current", release: i + 2 });
    }
  });

  test.each(["decides-more", "changes-outcomes", "not-computed"] as const)(
    "does not take %s: the release serves on, and the status and every answer say so",
    async (kind) => {
      const c = await startedAt1("more-cautious-only");
      await release(2, kind);
      const held = { release: 2, sequence: 2, step: { from: 1, to: 2, kind } };
      expect(await c.refresh()).toMatchObject({ state: "held", release: 1, sequence: 1, held });
      expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", release: 1, held });
      expect(outcomeAt15(c)).toBe("1:look");
      expect(b.events).toContainEqual({ type: "held", release: 2, step: held.step });
      // Told once, and still so when nothing has changed since.
      expect(await c.refresh()).toMatchObject({ state: "held", held });
      expect(b.events.filter((e) => e.type === "held")).toHaveLength(1);
    },
  );

  test("looks at every step since its own, not at the last one", async () => {
    const c = await startedAt1("more-cautious-only");
    await release(2, "equivalent");
    await release(3, "changes-outcomes");
    await release(4, "more-cautious");
    expect(await c.refresh()).toMatchObject({
      state: "held",
      release: 1,
      held: { release: 4, step: { from: 2, to: 3, kind: "changes-outcomes" } },
    });
    const other = b.client({ follow: ["more-cautious", "equivalent", "changes-outcomes"] });
    // Whoever has nothing yet takes what is in force.
    expect(await other.refresh()).toMatchObject({ state: "current", release: 4 });
  });

  test("several steps at once are taken when all of them may be", async () => {
    const c = await startedAt1("more-cautious-only");
    await release(2, "equivalent");
    await release(3, "more-cautious");
    await release(4, "texts-only");
    expect(await c.refresh()).toMatchObject({ state: "current", release: 4 });
  });

  test("going back undoes a step: what is less cautious is not taken, what is equivalent is", async () => {
    const c = await startedAt1("more-cautious-only");
    await release(2, "equivalent");
    await c.refresh();
    await release(1, "initial", { sequence: 3 });
    expect(await c.refresh()).toMatchObject({ state: "current", release: 1, sequence: 3 });
    await release(2, "equivalent", { sequence: 4 });
    await release(3, "more-cautious", { sequence: 5 });
    expect(await c.refresh()).toMatchObject({ state: "current", release: 3 });
    await release(2, "equivalent", { sequence: 6 });
    expect(await c.refresh()).toMatchObject({
      state: "held",
      release: 3,
      held: { release: 2, sequence: 6, step: { from: 3, to: 2, kind: "not-computed" } },
    });
    // From 2 on another way: 3 would have to be undone first.
    await release(4, "equivalent", { from: 2, sequence: 7 });
    expect(await c.refresh()).toMatchObject({ state: "held", held: { step: { from: 3, to: 2 } } });
    await release(3, "more-cautious", { sequence: 8 });
    const status = await c.refresh();
    expect(status).toMatchObject({ state: "current", release: 3, sequence: 8 });
    expect(status.held).toBeUndefined();
  });
});

test.each([
  ["equivalent-only", "equivalent", "texts-only"],
  ["texts-only", "texts-only", "more-cautious"],
  ["more-cautious-only", "more-cautious", "decides-more"],
  [["decides-more"], "decides-more", "equivalent"],
] as const)("%s takes %s and not %s", async (follow, taken, kept) => {
  const c = await startedAt1(follow);
  await release(2, taken);
  expect(await c.refresh()).toMatchObject({ state: "current", release: 2 });
  await release(3, kept);
  expect(await c.refresh()).toMatchObject({ state: "held", release: 2 });
});

test("while it holds, the channel's newest pointer says how long there is an answer", async () => {
  const c = await startedAt1("equivalent-only");
  const published = await publish(b.key, {
    number: 2,
    release: { change: { from: 1, kind: "decides-more", witnesses: [] } },
    pointer: { expires: "2026-03-20T12:00:00Z", hardExpires: "2026-03-25T12:00:00Z" },
  });
  b.server.serve(published);
  await c.refresh();
  b.time = Date.parse("2026-03-19T00:00:00Z");
  expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", stale: false, release: 1 });
  b.time = Date.parse("2026-03-21T00:00:00Z");
  expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", stale: true });
  expect(c.status()).toMatchObject({ state: "stale", held: { release: 2 } });
  b.time = Date.parse("2026-03-26T00:00:00Z");
  expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "suspended", since: "2026-03-25T12:00:00Z" });
});

test("a release on the way that cannot be had or verified is a problem, not a reason to take the last one", async () => {
  const c = await startedAt1("equivalent-only");
  b.server.serve(
    await publish(b.key, { number: 3, release: { change: { from: 2, kind: "equivalent", witnesses: [] } } }),
  );
  expect(await c.refresh()).toMatchObject({ state: "problem", code: "not-found", release: 1 });
  await release(2, "equivalent");
  await release(3, "equivalent");
  expect(await c.refresh()).toMatchObject({ state: "current", release: 3 });
});
