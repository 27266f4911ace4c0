// The client against a real HTTP server: what serves, and what goes on serving whatever happens.
import { evaluate, sealPointer } from "@jumelage/engine";
import { explain } from "@jumelage/engine/words";
import { describe, expect, test } from "vitest";
import { newKey, publish, releasePayload, tinyRuleSet } from "./fixtures.ts";
import { eachTest, outcomeAt15, stateOf, type Bench } from "./harness.ts";
import { startServer } from "./server.ts";

let b: Bench;
eachTest((bench) => {
  b = bench;
});

const problems = (): string[] =>
  b.events.flatMap((e) => (e.type === "problem" ? [`${e.door} ${e.code}`] : []));

describe("following a channel", () => {
  test("before anything is verified there are no rules, and the answer says so", async () => {
    const c = b.client();
    expect(c.status()).toEqual({ state: "no-rules" });
    expect(c.evaluate({ score: 15 })).toEqual({ kind: "no-rules" });
    expect(c.ruleSet()).toBeUndefined();
    expect(await c.refresh()).toEqual({ state: "no-rules", code: "not-found" });
    expect(c.evaluate({ score: 15 })).toEqual({ kind: "no-rules", code: "not-found" });
  });

  test("a release published later answers after the next refresh; only what changed is fetched", async () => {
    const [first, second] = [await publish(b.key, { number: 1 }), await publish(b.key, { number: 2 })];
    b.server.serve(first);
    const c = b.client();
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
    b.server.serve(second);
    expect(outcomeAt15(c)).toBe("1:look");
    await c.refresh();
    expect(outcomeAt15(c)).toBe("2:go");
    const [pointerPath, release] = ["/v1/programs/tiny/channels/production", "/v1/programs/tiny/releases"];
    expect(b.server.log).toEqual([
      `200 ${pointerPath}`,
      "404 /v1/keys/lists",
      `200 ${release}/1`,
      `304 ${pointerPath}`,
      `200 ${pointerPath}`,
      "404 /v1/keys/lists",
      `200 ${release}/2`,
    ]);
    expect(b.events).toEqual([
      { type: "switched", from: undefined, to: 1, sequence: 1 },
      { type: "switched", from: 1, to: 2, sequence: 2 },
    ]);
  });

  test("the answers are those of the direct reading", async () => {
    b.server.serve(await publish(b.key, { number: 1 }));
    const c = b.client();
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
      for (const lang of ["fr", "en"] as const) {
        const explanation = explain(direct, tinyRuleSet(15), lang);
        expect(c.evaluate(facts, { lang })).toMatchObject({ result: direct.result, explanation });
      }
    }
  });

  test("a pointer signed again with later dates is taken without fetching the release again; an older copy is not", async () => {
    const first = await publish(b.key, { number: 1 });
    const payload = { ...first.payload, issuedAt: "2026-03-03T12:00:00Z", expires: "2026-03-10T12:00:00Z" };
    b.server.serve(first);
    const c = b.client();
    await c.refresh();
    b.server.serve({ ...first, pointer: await sealPointer(payload, b.key.signer) });
    expect(await c.refresh()).toMatchObject({ state: "current", expires: payload.expires });
    b.server.serve(first);
    expect(await c.refresh()).toMatchObject({ state: "current", expires: payload.expires });
    expect(b.server.log.filter((line) => line.includes("/releases/"))).toHaveLength(1);
  });

  test("refreshes at the same time are one refresh", async () => {
    b.server.serve(await publish(b.key, { number: 1 }));
    const c = b.client();
    await Promise.all([c.refresh(), c.refresh(), c.refresh()]);
    expect(b.server.log).toHaveLength(3);
  });

  test("started, it follows by itself until stopped", async () => {
    b.server.serve(await publish(b.key, { number: 1 }));
    const switched = new Promise<void>((resolve) => {
      b.events.push = (...added) => {
        if (added.some((e) => e.type === "switched" && e.to === 2)) resolve();
        return added.length;
      };
    });
    const c = b.client();
    expect(await c.start({ everySeconds: 1 })).toMatchObject({ state: "current", release: 1 });
    b.server.serve(await publish(b.key, { number: 2 }));
    await switched;
    c.stop();
    expect(outcomeAt15(c)).toBe("2:go");
    for (const everySeconds of [0, 0.9, Number.NaN])
      await expect(c.start({ everySeconds })).rejects.toThrow(
        new RangeError("everySeconds must be at least 1"),
      );
  });
});

describe("the last good release goes on serving", () => {
  test("while the server is down, and after it is back", async () => {
    const first = await publish(b.key, { number: 1 });
    b.server.serve(first);
    const c = b.client();
    await c.refresh();
    await b.server.stop();
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "unreachable", release: 1 });
    expect(outcomeAt15(c)).toBe("1:look");
    b.server = await startServer();
    b.server.serve(await publish(b.key, { number: 2 }));
    const back = b.client({ url: b.server.url });
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
    b.server.serve(await publish(b.key, { number: 1 }));
    const c = b.client();
    await c.refresh();
    b.server.intercept((_, response) =>
      response.writeHead(status, { location: "http://127.0.0.1:1/" }).end(),
    );
    expect(await c.refresh()).toMatchObject({ state: "problem", code, release: 1 });
    expect(outcomeAt15(c)).toBe("1:look");
    b.server.intercept(undefined);
    expect(await c.refresh()).toMatchObject({ state: "current" });
    expect(b.events.at(-1)).toEqual({ type: "recovered" });
  });

  test("when it is sent elsewhere: the key goes nowhere but to the address that was configured", async () => {
    const first = await publish(b.key, { number: 1 });
    b.server.intercept((request, response) => {
      if (request.url === "/moved") return void response.end(first.pointer);
      return void response.writeHead(307, { location: "/moved" }).end();
    });
    expect(await b.client().refresh()).toEqual({ state: "no-rules", code: "unreachable" });
    await b.client().refresh();
    expect(b.server.log.every((line) => line.startsWith("307"))).toBe(true);
  });

  test("when a body is cut short, endless, or not what was asked for", async () => {
    b.server.serve(await publish(b.key, { number: 1 }));
    const c = b.client();
    await c.refresh();
    b.server.intercept((_, response) => {
      response.writeHead(200, { "content-length": "1000" });
      response.write("{");
      setImmediate(() => response.destroy());
    });
    expect(await c.refresh()).toMatchObject({ code: "unreachable" });
    let sent = 0;
    b.server.intercept((_, response) => {
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
    b.server.intercept((_, response) => response.writeHead(200).end("<html>sign in to the network</html>"));
    expect(await c.refresh()).toMatchObject({ code: "malformed" });
    expect(outcomeAt15(c)).toBe("1:look");
  });

  test("when a byte of the new pointer or of the new release was changed, until both are right", async () => {
    const [first, second] = [await publish(b.key, { number: 1 }), await publish(b.key, { number: 2 })];
    const spoilt = (bytes: Uint8Array): Uint8Array => bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    b.server.serve(first);
    const c = b.client();
    await c.refresh();
    b.server.serve({ ...second, pointer: spoilt(second.pointer) });
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "signature-wrong", release: 1 });
    b.server.serve({ ...second, release: spoilt(second.release) });
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "hash-mismatch", release: 1 });
    // Asked again without an ETag, so that a 304 cannot make a refused pointer look current.
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "hash-mismatch", release: 1 });
    expect(outcomeAt15(c)).toBe("1:look");
    expect(problems()).toEqual(["network signature-wrong", "network hash-mismatch", "network hash-mismatch"]);
    b.server.serve(second);
    expect(await c.refresh()).toMatchObject({ state: "current", release: 2 });
  });

  test("when the new release is of a newer schema, answers its own vectors otherwise, or is by a key not trusted", async () => {
    const other = await newKey();
    b.server.serve(await publish(b.key, { number: 1 }));
    const c = b.client();
    await c.refresh();
    const wrong = releasePayload(2).vectors.map((v) => ({ ...v, result: { ...v.result, fired: ["c"] } }));
    b.server.serve(await publish(b.key, { number: 2, release: { vectors: wrong } }));
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "vectors-differ", release: 1 });
    b.server.serve(await publish(other, { number: 2 }));
    expect(await c.refresh()).toMatchObject({ state: "problem", code: "unknown-key", release: 1 });
    expect(outcomeAt15(c)).toBe("1:look");
  });

  test("when the listener of its events throws", async () => {
    b.server.serve(await publish(b.key, { number: 1 }));
    const c = b.client({
      onEvent: () => {
        throw new Error("listener");
      },
    });
    expect(await c.refresh()).toMatchObject({ state: "current" });
  });

  test("a 304 that nothing was asked for is no reason to call a release current", async () => {
    b.server.intercept((_, response) => response.writeHead(304).end());
    expect(await b.client().refresh()).toEqual({ state: "no-rules", code: "unexpected-answer" });
  });
});

describe("strict by default", () => {
  test("facts that cannot be read are refused, all of them at once, unless the caller is lenient", async () => {
    b.server.serve(await publish(b.key, { number: 1 }));
    const c = b.client();
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
    b.server.serve(await publish(b.key, { number: 1 }));
    const c = b.client();
    await c.refresh();
    expect(Reflect.set(c.ruleSet()?.criteria[0] ?? {}, "enabled", false)).toBe(false);
    expect(outcomeAt15(c)).toBe("1:look");
  });

  test("a configuration that trusts no key, or something that is not one, is refused at once", async () => {
    expect(() => b.client({ trust: [] })).toThrow(/no unsigned mode/);
    expect(() => b.client({ trust: [{ kty: "oct", crv: "Ed25519", x: b.key.jwk.x }] })).toThrow(TypeError);
    expect(() => b.client({ trust: [{ ...b.key.jwk, x: "AAAA" }] })).toThrow(TypeError);
  });
});
