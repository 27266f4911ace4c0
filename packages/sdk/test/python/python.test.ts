// The client in Python gives every answer that the evaluators here give, and refuses what they refuse, by the same codes.
import {
  canonicalJson,
  evaluate,
  openPointer,
  openRelease,
  sealKeyList,
  type PointerPayload,
} from "@jumelage/engine";
import { freshSeed, someCases } from "@jumelage/engine/test/arbitraries";
import { conformance } from "@jumelage/engine/test/conformance";
import { counted, shows } from "@jumelage/engine/test/evidence";
import { howMany } from "@jumelage/engine/test/small";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { digest, evaluationDate, importTrust } from "../../src/index.ts";
import { configuredTrust, trustAfter } from "../../src/trust.ts";
import { realRelease } from "../doors/real.ts";
import { bitsOf, flipped, otherLengths, substitutions } from "../doors/spoilt.ts";
import { keyIdOfTest, newKey, publish, tinyRuleSet, type Published, type TestKey } from "../fixtures.ts";
import { startPython, type Python } from "./python.ts";

let python: Python;
let key: TestKey;
let foreign: TestKey;
beforeAll(async () => {
  [python, key, foreign] = [await startPython(), await newKey(), await newKey()];
});
afterAll(() => python.stop());

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

describe("answers", () => {
  test.each(conformance)("the cases of $file", async ({ cases }) => {
    for (const { name, ruleSet, facts, at, expected } of cases)
      expect(await python.ask({ ask: "evaluate", ruleSet, persons: [{ facts, at }] }), name).toEqual([
        expected,
      ]);
  });

  test("the date of an instant, in the rule set’s time zone", async () => {
    const zone = fc.constantFrom("America/Montreal", "Asia/Kathmandu", "UTC", "Pacific/Kiritimati");
    const offset = fc.constantFrom("Z", "+05:45", "-04:00", "+14:00");
    const seconds = fc.constantFrom("", ":59", ":30.5");
    const minute = fc
      .date({
        min: new Date("1990-01-01T00:00:00Z"),
        max: new Date("2060-01-01T00:00:00Z"),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 16));
    const instant = fc.tuple(minute, seconds, offset).map((parts) => parts.join(""));
    const other = fc.constantFrom(
      "2026-03-02",
      "2026-02-29",
      "soon",
      "2026-03-02T25:00Z",
      "2026-03-02T12:00",
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 5, arbitrary: instant }, other), zone, async (at, timeZone) => {
        expect(await python.ask({ ask: "date", at, timeZone })).toBe(evaluationDate(at, timeZone) ?? null);
      }),
      { numRuns: 200 },
    );
  });

  test("random rule sets and persons, as the direct reading", shows("python"), async () => {
    const seed = freshSeed();
    let asked = 0;
    const wanted = { ruleSets: howMany({ quick: 100, long: 10_000 }), persons: 5 };
    for (const { ruleSet, facts, at } of someCases(seed, wanted)) {
      // As a caller sends them, in JSON.
      const received = JSON.parse(JSON.stringify(facts)) as Record<string, unknown>;
      const answers = await python.ask({ ask: "evaluate", ruleSet, persons: [{ facts: received, at }] });
      expect(answers, `SEED=${seed}, case ${asked}`).toEqual([evaluate(ruleSet, received, at).result]);
      asked++;
    }
    expect(asked).toBeGreaterThan(100);
    counted("python", { asked, reached: asked, seed });
  });
});

describe("canonical JSON", () => {
  const written = (values: readonly unknown[]): Promise<unknown> =>
    python.ask({ ask: "canonical", texts: values.map((value) => JSON.stringify(value)) });

  test("numbers, as ECMAScript prints them", async () => {
    // Where one way of writing a number gives way to another.
    const large = [1e20, 1e21, 1e22, 123_456_789_012_345_680_000, 2 ** 53, 2 ** 53 + 2, 2 ** 70];
    const small = [0, 1, 100, 0.1, 123_456.789, 1e-6, 1e-7, 1.5e-7, 5e-324, Number.MAX_VALUE];
    const edges = [...large, ...small].flatMap((n) => [n, -n]);
    expect(await written(edges)).toEqual(edges.map(canonicalJson));
    // Read as JavaScript reads them, which has no such whole number.
    expect(await python.ask({ ask: "canonical", texts: ["9007199254740993", "-0", "1.0"] })).toEqual([
      "9007199254740992",
      "0",
      "1",
    ]);
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 100 });
    await fc.assert(
      fc.asyncProperty(numbers, async (values) => {
        expect(await written(values)).toEqual(values.map(canonicalJson));
      }),
      { numRuns: 20 },
    );
  });

  test("texts and the order of names", async () => {
    const hard = [{ "\u{10000}": 1, "\uffff": 2 }, '\u007f\u0000\u001f"\\/\b\f\n\r\t\u2028'];
    expect(await written(hard)).toEqual(hard.map(canonicalJson));
    const unit = fc
      .oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff }))
      .filter((code) => code < 0xd800 || code > 0xdfff)
      .map((code) => String.fromCodePoint(code));
    const any = fc.string({ unit, maxLength: 8 });
    const some = fc.array(fc.dictionary(any, any, { maxKeys: 5 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(some, async (values) => {
        expect(await written(values)).toEqual(values.map(canonicalJson));
      }),
      { numRuns: 50 },
    );
  });
});

describe("signatures", () => {
  const genuine = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<unknown> =>
    python.ask({
      ask: "ed25519",
      key: base64(publicKey),
      message: base64(message),
      signature: base64(signature),
    });
  const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));

  test("of RFC 8032, section 7.1", async () => {
    for (const [publicKey, message, signature] of [
      [
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
      ],
      [
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
      ],
      [
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
      ],
    ] as const) {
      expect(await genuine(bytes(publicKey), bytes(message), bytes(signature))).toBe(true);
      expect(await genuine(bytes(publicKey), bytes(`${message}00`), bytes(signature))).toBe(false);
    }
  });

  test("of WebCrypto, and none with a bit turned, of another length, or with its number beyond the order", async () => {
    const publicKey = Uint8Array.from(Buffer.from(key.jwk.x, "base64url"));
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    for (let i = 0; i < 10; i++) {
      const message = crypto.getRandomValues(new Uint8Array(i * 7));
      const signature = await key.signer.sign(message);
      expect(await genuine(publicKey, message, signature)).toBe(true);
      expect(await genuine(publicKey, message, flipped(signature, (i * 101) % 512))).toBe(false);
      expect(await genuine(flipped(publicKey, (i * 37) % 256), message, signature)).toBe(false);
      expect(await genuine(publicKey, message, signature.subarray(0, 63))).toBe(false);
      const half = Buffer.from(signature.subarray(32)).reverse().toString("hex");
      const beyond = Buffer.from(
        (BigInt(`0x${half}`) + order).toString(16).padStart(64, "0"),
        "hex",
      ).reverse();
      expect(
        await genuine(publicKey, message, Uint8Array.from([...signature.subarray(0, 32), ...beyond])),
      ).toBe(false);
    }
  });
});

describe("signed documents", () => {
  const program = "autosoins-diriges";
  let good: Published;
  beforeAll(async () => {
    good = await realRelease(key);
  });
  const about = (of: string, at: Uint8Array, more: object = {}): object => ({
    ask: of,
    bytes: base64(at),
    trust: [key.jwk],
    program,
    ...more,
  });

  test.each(["autosoins-diriges", "choix-de-service"])(
    "a real release of %s, with all its reference answers",
    async (of) => {
      const published = of === program ? good : await realRelease(key, of);
      const { payload, pointer, release } = published;
      expect(await python.ask({ ...about("pointer", pointer), program: of })).toEqual(payload);
      const found = await python.ask({ ...about("release", release, { pointer: payload }), program: of });
      expect(found).toEqual({ number: 1, vectors: expect.any(Number) as number });
      expect((found as { vectors: number }).vectors).toBeGreaterThan(70);
    },
  );

  test("whatever is wrong with one, by the code that the SDK gives", shows("python-refuses"), async () => {
    const trusted = await importTrust([key.jwk]);
    // A small release, so that there is time for many.
    const own = { release: { program, ruleSet: tinyRuleSet(15, program) }, pointer: { program } };
    const [mine, another, theirs, tiny, old] = [
      await publish(key, { number: 1, ...own }),
      await publish(key, { number: 2, release: { program }, pointer: { program } }),
      await publish(foreign, { number: 1, release: { program }, pointer: { program } }),
      await publish(key, { number: 1 }),
      await publish(key, { number: 1, pointer: { program, channel: "preview" } }),
    ];
    const open = {
      pointer: (at: Uint8Array) => openPointer(at, { trusted, program, channel: "production" }),
      release: (at: Uint8Array) => openRelease(at, { trusted, program, digest }),
    };
    const codes = new Set<string>();
    let refused = 0;
    for (const name of ["pointer", "release"] as const) {
      const bytes = mine[name];
      const { outside, from, to } = bitsOf(bytes);
      const few = howMany({ quick: 30, long: 2_000 });
      const every = Math.max(1, Math.floor(outside.length / few));
      const turned = [
        ...outside.filter((_, i) => i % every === 0),
        ...Array.from({ length: few }, (_, i) => from + Math.floor(((to - from) * i) / few) + (i % 8)),
      ];
      const otherKind = mine[name === "pointer" ? "release" : "pointer"];
      const cases: readonly (readonly [string, Uint8Array])[] = [
        ...(await substitutions({
          mine: bytes,
          another: another[name],
          theirs: theirs[name],
          otherKind,
          key,
          foreign,
        })),
        ...turned.map((bit) => [`bit ${bit}`, flipped(bytes, bit)] as const),
        ...[...otherLengths(bytes, Math.ceil(bytes.length / few))].map(
          (b) => [`${b.length} bytes`, b] as const,
        ),
        ...respelt(bytes),
        ["another program", tiny[name]],
        ["another channel", old[name]],
      ];
      for (const [title, at] of cases) {
        const here = await open[name](at);
        const there = (await python.ask(about(name, at))) as { code?: string };
        expect(there.code, `${name}: ${title}`).toBe(here.ok ? undefined : here.code);
        if (here.ok) continue;
        codes.add(here.code);
        refused++;
      }
    }
    expect([...codes].sort()).toEqual([
      "malformed",
      "not-canonical",
      "payload-type",
      "signature-count",
      "signature-missing",
      "signature-wrong",
      "unknown-key",
      "wrong-channel",
      "wrong-program",
    ]);
    counted("python-refuses", { asked: refused, reached: refused });
  });

  test("a pointer behind the one seen, and a release that a pointer does not name", async () => {
    const { payload, pointer, release } = good;
    const seen = (changed: Partial<PointerPayload>): object => ({ seen: { ...payload, ...changed } });
    expect(await python.ask(about("pointer", pointer, seen({})))).toEqual(payload);
    expect(await python.ask(about("pointer", pointer, seen({ sequence: 2 })))).toEqual({
      code: "counter-regression",
    });
    expect(await python.ask(about("pointer", pointer, seen({ release: 2 })))).toEqual({
      code: "counter-content-mismatch",
    });
    const named = (changed: Partial<PointerPayload>): object => ({ pointer: { ...payload, ...changed } });
    expect(await python.ask(about("release", release, named({ sha256: "0".repeat(64) })))).toEqual({
      code: "hash-mismatch",
    });
    expect(await python.ask(about("release", release, named({ length: 3 })))).toEqual({
      code: "hash-mismatch",
    });
    expect(await python.ask(about("release", release, named({ release: 2 })))).toEqual({
      code: "wrong-release",
    });
  });

  test("a release whose reference answers are others", async () => {
    const { ruleSet, evidence } = (await publishedPayload(good)) as { ruleSet: never; evidence: never };
    const result = evaluate(ruleSet, {}, "2026-03-02").result;
    const wrong = { facts: {}, at: "2026-03-02", result: { ...result, fired: ["nobody"] } };
    const spoilt = await publish(key, {
      number: 1,
      release: { program, ruleSet, evidence, vectors: [wrong] },
    });
    expect(await python.ask(about("release", spoilt.release))).toEqual({ code: "vectors-differ" });
  });

  test("key lists, along a chain and with a key that counts no more", async () => {
    const [second, third] = [await newKey(), await newKey()];
    const listed = async ({ jwk }: TestKey) => ({
      kty: "OKP" as const,
      crv: "Ed25519" as const,
      x: jwk.x,
      kid: await keyIdOfTest(jwk),
    });
    const list = async (
      version: number,
      by: TestKey,
      keys: readonly TestKey[],
      revoked: readonly TestKey[] = [],
    ) =>
      sealKeyList(
        {
          schemaVersion: 1,
          version,
          keys: await Promise.all(keys.map(listed)),
          revoked: await Promise.all(revoked.map(({ jwk }) => keyIdOfTest(jwk))),
          issuedAt: "2026-03-01T12:00:00Z",
        },
        by.signer,
      );
    const [toSecond, toThird, theirs, behind] = [
      await list(1, key, [second]),
      await list(2, second, [third], [key]),
      await list(9, foreign, [foreign]),
      await list(1, third, [foreign]),
    ];
    for (const lists of [
      [],
      [toSecond],
      [toThird],
      [toSecond, toThird],
      [toThird, toSecond],
      [theirs],
      [toSecond, theirs, toThird, behind],
      [new Uint8Array()],
    ]) {
      const after = await trustAfter(await configuredTrust([key.jwk]), lists);
      expect(await python.ask({ ask: "keys", trust: [key.jwk], lists: lists.map(base64) })).toEqual({
        keys: after.verifiers.map(({ keyId }) => keyId),
        version: after.version,
        revoked: [...after.revoked].sort(),
      });
    }
    const { pointer, payload } = await publish(third, { number: 1, pointer: { program } });
    const lists = [toSecond, toThird].map(base64);
    expect(await python.ask(about("pointer", pointer, { lists }))).toEqual(payload);
    expect(await python.ask(about("pointer", good.pointer, { lists }))).toEqual({ code: "unknown-key" });
  });
});

/** The same envelope, spelt in other ways that say the same. */
function respelt(bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  const text = Buffer.from(bytes).toString("utf8");
  const { payload, payloadType, signatures } = JSON.parse(text) as Record<string, unknown>;
  return [
    ["a line break behind", Buffer.from(`${text}\n`)],
    ["a space before", Buffer.from(` ${text}`)],
    ["members in another order", Buffer.from(JSON.stringify({ signatures, payloadType, payload }))],
    ["a member twice", Buffer.from(text.replace("{", '{"payload":"",'))],
    ["a letter escaped", Buffer.from(text.replace('"payload"', '"payloa\\u0064"'))],
    ["a byte order mark", Buffer.from(`\ufeff${text}`)],
  ];
}

async function publishedPayload({ release }: Published): Promise<unknown> {
  const { payload } = JSON.parse(Buffer.from(release).toString("utf8")) as { payload: string };
  return JSON.parse(Buffer.from(payload, "base64").toString("utf8")) as unknown;
}
