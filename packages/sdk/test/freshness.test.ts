// Never backwards, and never longer than signed for: sequences, restarts and clocks.
import { shows } from "@jumelage/engine/test/evidence";
import { describe, expect, test } from "vitest";
import type { Cache } from "../src/index.ts";
import { publish, releasePayload } from "./fixtures.ts";
import { day, eachTest, noon, outcomeAt15, type Bench } from "./harness.ts";

let b: Bench;
eachTest((bench) => {
  b = bench;
});

function memory(): Cache & { bytes: Uint8Array | undefined; writes: number } {
  return {
    bytes: undefined,
    writes: 0,
    async read() {
      return this.bytes;
    },
    async write(bytes) {
      this.bytes = bytes;
      this.writes++;
    },
  };
}

describe("never backwards", () => {
  test(
    "a lower sequence is refused, and so is the same sequence for something else",
    shows("never-back"),
    async () => {
      b.server.serve(await publish(b.key, { number: 2, sequence: 5 }));
      const c = b.client();
      await c.refresh();
      b.server.serve(await publish(b.key, { number: 1, sequence: 4 }));
      expect(await c.refresh()).toMatchObject({
        state: "problem",
        code: "counter-regression",
        release: 2,
        sequence: 5,
      });
      b.server.serve(await publish(b.key, { number: 1, sequence: 5 }));
      expect(await c.refresh()).toMatchObject({
        state: "problem",
        code: "counter-content-mismatch",
        release: 2,
      });
      expect(outcomeAt15(c)).toBe("2:go");
      // Going back on purpose is a new sequence.
      b.server.serve(await publish(b.key, { number: 1, sequence: 6 }));
      expect(await c.refresh()).toMatchObject({ state: "current", release: 1, sequence: 6 });
      expect(outcomeAt15(c)).toBe("1:look");
    },
  );

  test("the mark counts even for a pointer whose release could not be taken", async () => {
    const cache = memory();
    b.server.serve(await publish(b.key, { number: 1, sequence: 1 }));
    const c = b.client({ cache });
    await c.refresh();
    const wrong = releasePayload(3).vectors.map((v) => ({ ...v, result: { ...v.result, fired: ["c"] } }));
    b.server.serve(await publish(b.key, { number: 3, sequence: 9, release: { vectors: wrong } }));
    expect(await c.refresh()).toMatchObject({ code: "vectors-differ", sequence: 1 });
    b.server.serve(await publish(b.key, { number: 2, sequence: 2 }));
    expect(await c.refresh()).toMatchObject({ code: "counter-regression", sequence: 1 });
    const restarted = b.client({ cache });
    expect(await restarted.refresh()).toMatchObject({ code: "counter-regression", release: 1, sequence: 1 });
  });

  test("a journal that got shorter is told", async () => {
    b.server.serve(
      await publish(b.key, { number: 1, pointer: { audit: { size: 9, head: "a".repeat(64) } } }),
    );
    const c = b.client();
    await c.refresh();
    b.server.serve(
      await publish(b.key, { number: 2, pointer: { audit: { size: 8, head: "b".repeat(64) } } }),
    );
    await c.refresh();
    expect(b.events).toContainEqual({ type: "audit-changed", seen: 9, got: 8 });
  });
});

describe("time", () => {
  test(
    "past its expiry every answer is marked stale, and goes on being given",
    shows("stale-is-told"),
    async () => {
      b.server.serve(await publish(b.key, { number: 1 }));
      const c = b.client();
      await c.refresh();
      b.time = Date.parse("2026-03-08T11:59:59.999Z");
      expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", stale: false });
      b.time = Date.parse("2026-03-08T12:00:00Z");
      expect(c.status()).toMatchObject({ state: "stale" });
      expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", stale: true });
      b.time = noon + 10 * 365 * day;
      expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", stale: true });
    },
  );

  test("past its hard expiry no answer is given", async () => {
    b.server.serve(await publish(b.key, { number: 1, pointer: { hardExpires: "2026-03-10T00:00:00Z" } }));
    const c = b.client();
    await c.refresh();
    b.time = Date.parse("2026-03-09T12:00:00Z");
    expect(c.status()).toMatchObject({ state: "stale" });
    b.time = Date.parse("2026-03-10T00:00:00Z");
    expect(c.status()).toMatchObject({ state: "suspended" });
    expect(c.evaluate({ score: 15 })).toMatchObject({
      kind: "suspended",
      since: "2026-03-10T00:00:00Z",
      release: 1,
    });
  });

  test("past the day by which it is due to be looked at again, every answer of a release says so", async () => {
    const fresh = releasePayload(1);
    const evidence = { ...fresh.evidence, reviewBy: "2026-03-05" };
    b.server.serve(await publish(b.key, { number: 1, release: { evidence } }));
    const c = b.client();
    await c.refresh();
    b.time = Date.parse("2026-03-05T12:00:00Z");
    expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", reviewBy: "2026-03-05" });
    expect(c.evaluate({ score: 15 })).not.toHaveProperty("overdue");
    b.time = Date.parse("2026-03-07T12:00:00Z");
    expect(c.evaluate({ score: 15 })).toMatchObject({ reviewBy: "2026-03-05", overdue: true });
    b.time = Number.NaN;
    expect(c.evaluate({ score: 15 }, { at: "2026-03-02" })).toMatchObject({ overdue: true });
  });

  test("a channel suspended on purpose stops answering at once, whatever the clock says, until it is lifted", async () => {
    b.server.serve(await publish(b.key, { number: 1, sequence: 1 }));
    const c = b.client();
    await c.refresh();
    expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated" });
    const since = "2026-03-01T12:00:00Z";
    b.server.serve(
      await publish(b.key, { number: 1, sequence: 2, pointer: { issuedAt: since, hardExpires: since } }),
    );
    b.time = Date.parse(since) - 365 * day;
    await c.refresh();
    expect(c.status()).toMatchObject({ state: "suspended", sequence: 2 });
    expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "suspended", since, sequence: 2 });
    b.server.serve(await publish(b.key, { number: 1, sequence: 3, pointer: { issuedAt: since } }));
    await c.refresh();
    expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", sequence: 3 });
  });

  test("a clock set back, or broken, extends nothing", async () => {
    b.server.serve(await publish(b.key, { number: 1, pointer: { issuedAt: "2026-03-09T00:00:00Z" } }));
    const c = b.client();
    await c.refresh();
    expect(b.events).toContainEqual({ type: "clock-behind", seconds: (6 * 24 + 12) * 3600 });
    // Expired on the 8th: the pointer itself proves that the 9th has come.
    expect(c.evaluate({ score: 15 })).toMatchObject({ stale: true });
    b.time = noon - 10 * 365 * day;
    expect(c.evaluate({ score: 15 })).toMatchObject({ stale: true });
    b.time = Number.NaN;
    expect(c.evaluate({ score: 15 }, { at: "2026-03-02" })).toMatchObject({ stale: true });
    expect((await c.refresh()).state).toBe("stale");
  });

  test("an instant is the date it is in the program's time zone", async () => {
    b.server.serve(await publish(b.key, { number: 1 }));
    const c = b.client();
    await c.refresh();
    const dateAt = (at?: string): unknown => {
      const answer = c.evaluate({ score: 15 }, { at });
      return answer.kind === "evaluated" ? answer.at : answer.kind === "refused" && answer.code;
    };
    expect(dateAt("2026-03-02")).toBe("2026-03-02");
    expect(dateAt("2026-03-02T03:00:00Z")).toBe("2026-03-01");
    expect(dateAt("2026-03-02T03:00:00-05:00")).toBe("2026-03-02");
    // The two nights on which Montréal changes its clocks.
    expect(dateAt("2026-03-08T04:59:59Z")).toBe("2026-03-07");
    expect(dateAt("2026-11-01T03:59:59.9Z")).toBe("2026-10-31");
    expect(dateAt("2026-11-01T04:00:00Z")).toBe("2026-11-01");
    b.time = Date.parse("2026-03-03T04:00:00Z");
    expect(dateAt()).toBe("2026-03-02");
    for (const at of ["2026-02-30", "2026-02-30T00:00:00Z", "2026-03-02T12:00:00", "yesterday", ""])
      expect(dateAt(at)).toBe("invalid-at");
  });
});
