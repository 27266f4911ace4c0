// Real keys, real bytes: whatever is not exactly what was signed is refused.
import {
  fromBase64,
  openPointer,
  openRelease,
  sealEnvelope,
  utf8Bytes,
  utf8Text,
  type Verified,
} from "@jumelage/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { digest, importTrust } from "../src/index.ts";
import { newKey, publish, releasePayload, type Published, type TestKey } from "./fixtures.ts";

let key: TestKey;
let other: TestKey;
let published: Published;
let release: (bytes: Uint8Array) => Promise<Verified<unknown>>;
let pointer: (bytes: Uint8Array) => Promise<Verified<unknown>>;

beforeAll(async () => {
  key = await newKey();
  other = await newKey();
  published = await publish(key, { number: 1 });
  const trusted = await importTrust([key.jwk]);
  release = (bytes) => openRelease(bytes, { trusted, digest, program: "tiny" });
  pointer = (bytes) => openPointer(bytes, { trusted, program: "tiny", channel: "production" });
});

/** How many of these are accepted. */
async function accepted(
  open: (bytes: Uint8Array) => Promise<Verified<unknown>>,
  all: Iterable<Uint8Array>,
): Promise<number> {
  let count = 0;
  let batch: Promise<Verified<unknown>>[] = [];
  for (const bytes of all) {
    batch.push(open(bytes));
    if (batch.length < 256) continue;
    count += (await Promise.all(batch)).filter((v) => v.ok).length;
    batch = [];
  }
  return count + (await Promise.all(batch)).filter((v) => v.ok).length;
}

/** Every `step`-th bit flipped; a step prime to 8 takes another bit of each byte. */
function* bitFlips(bytes: Uint8Array, step: number): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit += step) {
    const flipped = bytes.slice();
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield flipped;
  }
}

function* otherLengths(bytes: Uint8Array): Generator<Uint8Array> {
  for (let length = 0; length < bytes.length; length++) yield bytes.slice(0, length);
  for (let more = 1; more <= 64; more++) {
    for (const filler of [0x00, 0x0a, 0x20, 0x7d]) {
      const longer = new Uint8Array(bytes.length + more).fill(filler);
      longer.set(bytes);
      yield longer;
    }
  }
}

/** The envelope with members replaced, written canonically. */
function altered(
  bytes: Uint8Array,
  change: (envelope: { payload: string; payloadType: string; signatures: unknown }) => object,
): Uint8Array {
  const { payload, payloadType, signatures } = {
    ...JSON.parse(utf8Text(bytes) ?? ""),
    ...change(JSON.parse(utf8Text(bytes) ?? "")),
  };
  return utf8Bytes(JSON.stringify({ payload, payloadType, signatures }));
}

async function codeOf(verified: Promise<Verified<unknown>>): Promise<string> {
  const outcome = await verified;
  return outcome.ok ? "ok" : outcome.code;
}

describe("signed bytes", () => {
  test("what was signed opens", async () => {
    expect(await codeOf(release(published.release))).toBe("ok");
    expect(await codeOf(pointer(published.pointer))).toBe("ok");
    expect(await codeOf(release(altered(published.release, () => ({}))))).toBe("ok");
  });

  test("T1 no single flipped bit of a pointer is accepted, nor one in every byte of a release", async () => {
    expect(await accepted(pointer, bitFlips(published.pointer, 1))).toBe(0);
    expect(await accepted(release, bitFlips(published.release, 7))).toBe(0);
  });

  test("no truncation and no extension is accepted", async () => {
    expect(await accepted(pointer, otherLengths(published.pointer))).toBe(0);
    expect(await accepted(release, otherLengths(published.release))).toBe(0);
  });

  test("signatures: none, empty, null, of an unknown key, two of them, of another document, by another key", async () => {
    const [theirs, mine] = await Promise.all([publish(other, { number: 1 }), publish(key, { number: 2 })]);
    const signatureOf = (bytes: Uint8Array): { keyid: string; sig: string } =>
      JSON.parse(utf8Text(bytes) ?? "").signatures[0];
    const own = signatureOf(published.release);
    const bad = signatureOf(theirs.release);
    const swapped = (signatures: unknown): Promise<string> =>
      codeOf(release(altered(published.release, () => ({ signatures }))));
    expect(await swapped(undefined)).toBe("signature-missing");
    expect(await swapped(null)).toBe("signature-missing");
    expect(await swapped([])).toBe("signature-missing");
    expect(await swapped([null])).toBe("malformed");
    expect(await swapped([{ keyid: null, sig: own.sig }])).toBe("malformed");
    expect(await swapped([{ keyid: "", sig: own.sig }])).toBe("malformed");
    expect(await swapped([{ sig: own.sig }])).toBe("malformed");
    expect(await swapped([{ keyid: own.keyid, sig: "" }])).toBe("signature-wrong");
    expect(await swapped([{ keyid: own.keyid, sig: "AAAA" }])).toBe("signature-wrong");
    expect(await swapped([{ keyid: "none", sig: own.sig }])).toBe("unknown-key");
    expect(await swapped([bad])).toBe("unknown-key");
    expect(await swapped([own, bad])).toBe("signature-count");
    expect(await swapped([bad, own])).toBe("signature-count");
    expect(await swapped([own, own])).toBe("signature-count");
    expect(await swapped([{ keyid: own.keyid, sig: bad.sig }])).toBe("signature-wrong");
    expect(await swapped([{ keyid: own.keyid, sig: signatureOf(mine.release).sig }])).toBe("signature-wrong");
    expect(await swapped([{ ...own, jwk: other.jwk }])).toBe("malformed");
    expect(await codeOf(release(theirs.release))).toBe("unknown-key");
  });

  test("a release does not pass for a pointer, nor a pointer for a release, nor one relabelled as the other", async () => {
    expect(await codeOf(pointer(published.release))).toBe("payload-type");
    expect(await codeOf(release(published.pointer))).toBe("payload-type");
    const payloadType = "application/vnd.jumelage.release+json";
    expect(await codeOf(release(altered(published.pointer, () => ({ payloadType }))))).toBe(
      "signature-wrong",
    );
  });

  test("T3 what is signed but for another program, channel or number is refused", async () => {
    const trusted = await importTrust([key.jwk]);
    const terms = { trusted, digest, program: "tiny" };
    expect(await codeOf(openRelease(published.release, { ...terms, program: "other" }))).toBe(
      "wrong-program",
    );
    expect(await codeOf(openRelease(published.release, { ...terms, expected: { release: 2 } }))).toBe(
      "wrong-release",
    );
    expect(await codeOf(openRelease(published.release, { ...terms, expected: { length: 7 } }))).toBe(
      "hash-mismatch",
    );
    expect(
      await codeOf(openRelease(published.release, { ...terms, expected: { sha256: "0".repeat(64) } })),
    ).toBe("hash-mismatch");
    expect(await codeOf(openRelease(published.release, { ...terms, limit: 10 }))).toBe("too-large");
    expect(
      await codeOf(openPointer(published.pointer, { ...terms, program: "other", channel: "production" })),
    ).toBe("wrong-program");
    expect(await codeOf(openPointer(published.pointer, { ...terms, channel: "preview" }))).toBe(
      "wrong-channel",
    );
    const foreign = await publish(key, { number: 1, release: { program: "other" } });
    expect(await codeOf(release(foreign.release))).toBe("wrong-program");
  });

  test("T2 a payload that is signed but not canonical, not of its schema or of a newer one is refused", async () => {
    const sealed = (text: string): Promise<string> =>
      sealEnvelope("application/vnd.jumelage.release+json", utf8Bytes(text), key.signer).then((bytes) =>
        codeOf(release(bytes)),
      );
    const payload = JSON.parse(
      utf8Text(fromBase64(JSON.parse(utf8Text(published.release) ?? "").payload) ?? utf8Bytes("")) ?? "",
    );
    const text = JSON.stringify(payload);
    expect(await sealed(text)).toBe("ok");
    expect(await sealed(`${text} `)).toBe("not-canonical");
    expect(await sealed(`\ufeff${text}`)).toBe("not-canonical");
    expect(await sealed(JSON.stringify(payload, undefined, 2))).toBe("not-canonical");
    expect(await sealed(text.replace('"number":1', '"number":1,"number":1'))).toBe("not-canonical");
    expect(await sealed(text.replace('"number":1', '"number":1.0'))).toBe("not-canonical");
    expect(await sealed(text.replace('"facts":{}', '"facts":{"__proto__":1}'))).toBe("not-canonical");
    expect(await sealed("[".repeat(100_000))).toBe("not-canonical");
    expect(await sealed("{}")).toBe("malformed");
    expect(await sealed(text.replace('"threshold"', '"x"').replace('"number":1', '"number":0'))).toBe(
      "malformed",
    );
    expect(await sealed(text.replace('"schemaVersion":1,"vectors"', '"schemaVersion":2,"vectors"'))).toBe(
      "unsupported-schema",
    );
    const withTwo = JSON.stringify(payload).replace(
      '"schemaVersion":1,"sources"',
      '"schemaVersion":2,"sources"',
    );
    expect(await sealed(withTwo)).toBe("unsupported-schema");
    // Well formed, but a criterion reads a fact that is not declared.
    expect(await sealed(text.replace('"fact":"score"', '"fact":"skore"'))).toBe("malformed");
    expect(await sealed(text.replace('"waivers":[]', '"waivers":[],"zz-new":{}'))).toBe("ok");
  });

  test("sealing refuses what would not open", async () => {
    const payload = { ...releasePayload(1), number: 0 };
    await expect(publish(key, { number: 1, release: payload })).rejects.toThrow(/too_small/);
    await expect(publish(key, { number: 1, pointer: { sequence: 0 } })).rejects.toThrow(/too_small/);
  });
});
