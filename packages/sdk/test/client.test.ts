// The client against a real HTTP server: what serves, what is refused, and what is said about it.
import { evaluate, sealPointer } from "@jumelage/engine";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  createClient,
  type Answer,
  type Cache,
  type Client,
  type ClientEvent,
  type ClientOptions,
} from "../src/index.ts";
import { newKey, publish, releasePayload, tinyRuleSet, type TestKey } from "./fixtures.ts";
import { startServer, type TestServer } from "./server.ts";

const noon = Date.parse("2026-03-02T12:00:00Z");
const day = 86_400_000;

let key: TestKey;
let server: TestServer;
let events: ClientEvent[];
let time: number;

beforeEach(async () => {
  key = await newKey();
  server = await startServer();
  events = [];
  time = noon;
});
afterEach(() => server.stop());

function client(changed: Partial<ClientOptions> = {}): Client {
  return createClient({
    url: server.url,
    key: "consumer-key",
    program: "tiny",
    channel: "production",
    trust: [key.jwk],
    now: () => time,
    onEvent: (event) => events.push(event),
    timeoutSeconds: 5,
    ...changed,
  });
}

/** What a client answers for a score of 15: release 1 looks again from 15, release 2 from 16. */
function outcomeAt15(of: Client): string {
  const answer = of.evaluate({ score: 15 });
  return answer.kind === "evaluated" ? `${answer.release}:${stateOf(answer)}` : answer.kind;
}
function stateOf(answer: Answer): string {
  const decision = answer.kind === "evaluated" ? answer.result.decisions["d"] : undefined;
  return decision?.kind === "one" ? decision.state : "none";
}
const problems = (): string[] => events.flatMap((e) => (e.type === "problem" ? [`${e.door} ${e.code}`] : []));

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

describe("following a channel", () => {
  test("before anything is verified there are no rules, and the answer says so", async () => {
    const c = client();
    expect(c.status()).toEqual({ state: "no-rules" });
    expect(c.evaluate({ score: 15 })).toEqual({ kind: "no-rules" });
    expect(c.ruleSet()).toBeUndefined();
    expect(await c.refresh()).toEqual({ state: "no-rules", code: "not-found" });
    expect(c.evaluate({ score: 15 })).toEqual({ kind: "no-rules", code: "not-found" });
  });

  test("a release published later answers after the next refresh; only what changed is fetched", async () => {
    const [first, second] = [await publish(key, { number: 1 }), await publish(key, { number: 2 })];
    server.serve(first);
    const c = client();
    expect(await c.refresh()).toEqual({
      state: "current",
      release: 1,
      sequence: 1,
      sha256: first.payload.sha256,
      expires: "2026-03-08T12:00:00Z",
      checkedAt: "2026-03-02T12:00:00.000Z",
    });
    expect(outcomeAt15(c)).toBe("1:look");
    await c.refresh();
    server.serve(second);
    expect(outcomeAt15(c)).toBe("1:look");
    await c.refresh();
    expect(outcomeAt15(c)).toBe("2:go");
    const [pointerPath, release] = ["/v1/programs/tiny/channels/production", "/v1/programs/tiny/releases"];
    expect(server.log).toEqual([
      `200 ${pointerPath}`,
      `200 ${release}/1`,
      `304 ${pointerPath}`,
      `200 ${pointerPath}`,
      `200 ${release}/2`,
    ]);
    expect(events).toEqual([
      { type: "switched", from: undefined, to: 1, sequence: 1 },
      { type: "switched", from: 1, to: 2, sequence: 2 },
    ]);
  });

  test("the answers are those of the direct reading", async () => {
    server.serve(await publish(key, { number: 1 }));
    const c = client();
    await c.refresh();
    for (const facts of [{}, { score: 14 }, { score: 15 }, { score: { unknown: "declined" } }]) {
      const direct = evaluate(tinyRuleSet(15), facts, "2026-03-02");
      expect(c.evaluate(facts)).toMatchObject({
        kind: "evaluated",
        at: "2026-03-02",
        result: direct.result,
        stale: false,
      });
      expect(c.evaluate(facts, { trace: true })).toMatchObject({
        result: direct.result,
        trace: direct.trace,
      });
    }
  });

  test("a pointer signed again with later dates is taken without fetching the release again; an older copy is not", async () => {
    const first = await publish(key, { number: 1 });
    const payload = { ...first.payload, issuedAt: "2026-03-03T12:00:00Z", expires: "2026-03-10T12:00:00Z" };
    server.serve(first);
    const c = client();
    await c.refresh();
    server.serve({ ...first, pointer: await sealPointer(payload, key.signer) });
    expect(await c.refresh()).toMatchObject({ state: "current", expires: payload.expires });
    server.serve(first);
    expect(await c.refresh()).toMatchObject({ state: "current", expires: payload.expires });
    expect(server.log.filter((line) => line.includes("/releases/"))).toHaveLength(1);
  });

  test("refreshes at the same time are one refresh", async () => {
    server.serve(await publish(key, { number: 1 }));
    const c = client();
    await Promise.all([c.refresh(), c.refresh(), c.refresh()]);
    expect(server.log).toHaveLength(2);
  });

  test("started, it follows by itself until stopped", async () => {
    server.serve(await publish(key, { number: 1 }));
    const switched = new Promise<void>((resolve) => {
      events.push = (...added) => {
        if (added.some((e) => e.type === "switched" && e.to === 2)) resolve();
        return added.length;
      };
    });
    const c = client();
    expect(await c.start({ everySeconds: 1 })).toMatchObject({ state: "current", release: 1 });
    server.serve(await publish(key, { number: 2 }));
    await switched;
    c.stop();
    expect(outcomeAt15(c)).toBe("2:go");
    await expect(c.start({ everySeconds: 0 })).rejects.toThrow(RangeError);
  });
});

describe("the last good release goes on serving", () => {
  test("while the server is down, and after it is back", async () => {
    const first = await publish(key, { number: 1 });
    server.serve(first);
    const c = client();
    await c.refresh();
    await server.stop();
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "unreachable", release: 1 });
    expect(outcomeAt15(c)).toBe("1:look");
    server = await startServer();
    server.serve(await publish(key, { number: 2 }));
    const back = client({ url: server.url });
    expect(await back.refresh()).toMatchObject({ state: "current", release: 2 });
  });

  test.each([
    [500, "server-error"],
    [503, "server-error"],
    [401, "unauthorized"],
    [403, "unauthorized"],
    [404, "not-found"],
    [410, "gone"],
    [429, "rate-limited"],
    [204, "unexpected-answer"],
    [302, "unreachable"],
  ])("when the server answers %i", async (status, code) => {
    server.serve(await publish(key, { number: 1 }));
    const c = client();
    await c.refresh();
    server.intercept((_, response) => response.writeHead(status, { location: "http://127.0.0.1:1/" }).end());
    expect(await c.refresh()).toMatchObject({ state: "problem", code, release: 1 });
    expect(outcomeAt15(c)).toBe("1:look");
    server.intercept(undefined);
    expect(await c.refresh()).toMatchObject({ state: "current" });
    expect(events.at(-1)).toEqual({ type: "recovered" });
  });

  test("when a body is cut short, endless, or not what was asked for", async () => {
    server.serve(await publish(key, { number: 1 }));
    const c = client();
    await c.refresh();
    server.intercept((_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("{");
      setImmediate(() => response.destroy());
    });
    expect(await c.refresh()).toMatchObject({ code: "unreachable" });
    let sent = 0;
    server.intercept((_, response) => {
      response.writeHead(200);
      const more = (): void => {
        if (response.destroyed) return;
        sent += 65_536;
        response.write("x".repeat(65_536), more);
      };
      more();
    });
    expect(await c.refresh()).toMatchObject({ code: "too-large" });
    expect(sent).toBeLessThan(64 * 1024 * 1024);
    server.intercept((_, response) => response.writeHead(200).end("<html>sign in to the network</html>"));
    expect(await c.refresh()).toMatchObject({ code: "malformed" });
    expect(outcomeAt15(c)).toBe("1:look");
  });

  test("when a byte of the new pointer or of the new release was changed, until both are right", async () => {
    const [first, second] = [await publish(key, { number: 1 }), await publish(key, { number: 2 })];
    const spoilt = (bytes: Uint8Array): Uint8Array => bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    server.serve(first);
    const c = client();
    await c.refresh();
    server.serve({ ...second, pointer: spoilt(second.pointer) });
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "signature-wrong", release: 1 });
    server.serve({ ...second, release: spoilt(second.release) });
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "hash-mismatch", release: 1 });
    // Asked again without an ETag, so that a 304 cannot make a refused pointer look current.
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "hash-mismatch", release: 1 });
    expect(outcomeAt15(c)).toBe("1:look");
    expect(problems()).toEqual(["network signature-wrong", "network hash-mismatch", "network hash-mismatch"]);
    server.serve(second);
    expect(await c.refresh()).toMatchObject({ state: "current", release: 2 });
  });

  test("when the new release is of a newer schema, answers its own vectors otherwise, or is by a key not trusted", async () => {
    const other = await newKey();
    server.serve(await publish(key, { number: 1 }));
    const c = client();
    await c.refresh();
    const wrong = releasePayload(2).vectors.map((v) => ({ ...v, result: { ...v.result, fired: ["c"] } }));
    server.serve(await publish(key, { number: 2, release: { vectors: wrong } }));
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "vectors-differ", release: 1 });
    server.serve(await publish(other, { number: 2 }));
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "unknown-key", release: 1 });
    expect(outcomeAt15(c)).toBe("1:look");
  });

  test("when the listener of its events throws", async () => {
    server.serve(await publish(key, { number: 1 }));
    const c = client({
      onEvent: () => {
        throw new Error("listener");
      },
    });
    expect(await c.refresh()).toMatchObject({ state: "current" });
  });

  test("a 304 that nothing was asked for is no reason to call a release current", async () => {
    server.intercept((_, response) => response.writeHead(304).end());
    expect(await client().refresh()).toEqual({ state: "no-rules", code: "unexpected-answer" });
  });
});

describe("never backwards", () => {
  test("a lower sequence is refused, and so is the same sequence for something else", async () => {
    server.serve(await publish(key, { number: 2, sequence: 5 }));
    const c = client();
    await c.refresh();
    server.serve(await publish(key, { number: 1, sequence: 4 }));
    expect(await c.refresh()).toMatchObject({
      state: "problem",
      code: "counter-regression",
      release: 2,
      sequence: 5,
    });
    server.serve(await publish(key, { number: 1, sequence: 5 }));
    expect(await c.refresh()).toMatchObject({
      state: "problem",
      code: "counter-content-mismatch",
      release: 2,
    });
    expect(outcomeAt15(c)).toBe("2:go");
    // Going back on purpose is a new sequence.
    server.serve(await publish(key, { number: 1, sequence: 6 }));
    expect(await c.refresh()).toMatchObject({ state: "current", release: 1, sequence: 6 });
    expect(outcomeAt15(c)).toBe("1:look");
  });

  test("over any series of pointers, also across restarts, the sequence never falls", async () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    let state = seed;
    const chance = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 16) % below;
    };
    const cache = memory();
    let c = client({ cache });
    let highest = 0;
    for (let turn = 0; turn < 150; turn++) {
      const sequence = 1 + chance(12) + Math.floor(turn / 15);
      server.serve(await publish(key, { number: 1 + chance(3), sequence }));
      if (chance(5) === 0) c = client({ cache });
      const status = await c.refresh();
      expect(status.sequence ?? 0, `SEED=${seed}`).toBeGreaterThanOrEqual(highest);
      highest = status.sequence ?? highest;
      if (sequence > highest) throw new Error(`SEED=${seed}: a newer pointer was not taken`);
    }
    expect(highest).toBeGreaterThan(12);
  });

  test("the mark counts even for a pointer whose release could not be taken", async () => {
    const cache = memory();
    server.serve(await publish(key, { number: 1, sequence: 1 }));
    const c = client({ cache });
    await c.refresh();
    const wrong = releasePayload(3).vectors.map((v) => ({ ...v, result: { ...v.result, fired: ["c"] } }));
    server.serve(await publish(key, { number: 3, sequence: 9, release: { vectors: wrong } }));
    expect(await c.refresh()).toMatchObject({ code: "vectors-differ", sequence: 1 });
    server.serve(await publish(key, { number: 2, sequence: 2 }));
    expect(await c.refresh()).toMatchObject({ code: "counter-regression", sequence: 1 });
  });

  test("a journal that got shorter is told", async () => {
    server.serve(await publish(key, { number: 1, pointer: { audit: { size: 9, head: "a".repeat(64) } } }));
    const c = client();
    await c.refresh();
    server.serve(await publish(key, { number: 2, pointer: { audit: { size: 8, head: "b".repeat(64) } } }));
    await c.refresh();
    expect(events).toContainEqual({ type: "audit-changed", seen: 9, got: 8 });
  });
});

describe("time", () => {
  test("past its expiry every answer is marked stale, and goes on being given", async () => {
    server.serve(await publish(key, { number: 1 }));
    const c = client();
    await c.refresh();
    time = Date.parse("2026-03-08T11:59:59.999Z");
    expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", stale: false });
    time = Date.parse("2026-03-08T12:00:00Z");
    expect(c.status()).toMatchObject({ state: "stale" });
    expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", stale: true });
    time = noon + 10 * 365 * day;
    expect(c.evaluate({ score: 15 })).toMatchObject({ kind: "evaluated", stale: true });
  });

  test("past its hard expiry no answer is given", async () => {
    server.serve(await publish(key, { number: 1, pointer: { hardExpires: "2026-03-10T00:00:00Z" } }));
    const c = client();
    await c.refresh();
    time = Date.parse("2026-03-09T12:00:00Z");
    expect(c.status()).toMatchObject({ state: "stale" });
    time = Date.parse("2026-03-10T00:00:00Z");
    expect(c.status()).toMatchObject({ state: "suspended" });
    expect(c.evaluate({ score: 15 })).toMatchObject({
      kind: "suspended",
      since: "2026-03-10T00:00:00Z",
      release: 1,
    });
  });

  test("a clock set back, or broken, extends nothing", async () => {
    server.serve(await publish(key, { number: 1, pointer: { issuedAt: "2026-03-09T00:00:00Z" } }));
    const c = client();
    await c.refresh();
    expect(events).toContainEqual({ type: "clock-behind", seconds: (6 * 24 + 12) * 3600 });
    // Expired on the 8th: the pointer itself proves that the 9th has come.
    expect(c.evaluate({ score: 15 })).toMatchObject({ stale: true });
    time = noon - 10 * 365 * day;
    expect(c.evaluate({ score: 15 })).toMatchObject({ stale: true });
    time = Number.NaN;
    expect(c.evaluate({ score: 15 }, { at: "2026-03-02" })).toMatchObject({ stale: true });
    expect((await c.refresh()).state).toBe("stale");
  });

  test("an instant is the date it is in the program's time zone", async () => {
    server.serve(await publish(key, { number: 1 }));
    const c = client();
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
    time = Date.parse("2026-03-03T04:00:00Z");
    expect(dateAt()).toBe("2026-03-02");
    for (const at of ["2026-02-30", "2026-02-30T00:00:00Z", "2026-03-02T12:00:00", "yesterday", ""])
      expect(dateAt(at)).toBe("invalid-at");
  });
});

describe("strict by default", () => {
  test("facts that cannot be read are refused, all of them at once, unless the caller is lenient", async () => {
    server.serve(await publish(key, { number: 1 }));
    const c = client();
    await c.refresh();
    const facts = { score: "15", skore: 15 };
    const listed = [
      { fact: "score", code: "invalid" },
      { fact: "skore", code: "undeclared-fact" },
    ];
    expect(c.evaluate(facts)).toMatchObject({
      kind: "refused",
      code: "problems",
      problems: listed,
      release: 1,
    });
    const lenient = c.evaluate(facts, { lenient: true });
    expect(lenient).toMatchObject({ kind: "evaluated", result: { problems: listed } });
    expect(stateOf(lenient)).toBe("@undetermined");
    const inherited: object = Object.create({ score: 15 });
    expect(stateOf(c.evaluate(inherited as Record<string, unknown>))).toBe("@undetermined");
    const list: unknown = [];
    expect(c.evaluate(list as Record<string, unknown>)).toMatchObject({
      kind: "refused",
      code: "invalid-facts",
    });
  });

  test("the rule set that is handed out cannot be changed", async () => {
    server.serve(await publish(key, { number: 1 }));
    const c = client();
    await c.refresh();
    expect(Reflect.set(c.ruleSet()?.criteria[0] ?? {}, "enabled", false)).toBe(false);
    expect(outcomeAt15(c)).toBe("1:look");
  });

  test("a configuration that trusts no key, or something that is not one, is refused at once", async () => {
    expect(() => client({ trust: [] })).toThrow(/no unsigned mode/);
    expect(() => client({ trust: [{ kty: "oct", crv: "Ed25519", x: key.jwk.x }] })).toThrow(TypeError);
    expect(() => client({ trust: [{ ...key.jwk, x: "AAAA" }] })).toThrow(TypeError);
  });
});
