// Making signed documents, and the small things around them: hashes, ids of keys, codes.
import { expect, test } from "vitest";
import { digest, pointer, release, signer } from "../../test/signed.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import { fromBase64, utf8Bytes, utf8Text } from "./bytes.ts";
import {
  claimedPayloadType,
  keyListPayloadType,
  pointerPayloadType,
  receiptPayloadType,
  releasePayloadType,
} from "./envelope.ts";
import { keyIdOf, sha256Hex } from "./ports.ts";
import { sealPointer, sealRelease } from "./seal.ts";
import { refuse, verificationCodes } from "./verification.ts";

interface Envelope {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: readonly { readonly keyid: string }[];
}
const read = (bytes: Uint8Array) => {
  const envelope = JSON.parse(utf8Text(bytes) ?? "") as Envelope;
  return { ...envelope, payload: utf8Text(fromBase64(envelope.payload) ?? new Uint8Array()) };
};

test("what is sealed is the canonical text, under the type of its kind", async () => {
  const sealed = [await sealRelease(release, signer), await sealPointer(pointer, signer)];
  expect(sealed.map(read)).toMatchObject([
    {
      payload: canonicalJson(release),
      payloadType: "application/vnd.jumelage.release+json",
      signatures: [{ keyid: "k1" }],
    },
    {
      payload: canonicalJson(pointer),
      payloadType: "application/vnd.jumelage.pointer+json",
      signatures: [{ keyid: "k1" }],
    },
  ]);
  expect(sealed.map(claimedPayloadType)).toEqual([
    "application/vnd.jumelage.release+json",
    "application/vnd.jumelage.pointer+json",
  ]);
});

test("every kind of document has a type of its own, as it is published", () => {
  const prefix = "application/vnd.jumelage.";
  expect([releasePayloadType, pointerPayloadType, receiptPayloadType, keyListPayloadType]).toEqual(
    ["release", "pointer", "receipt", "keys"].map((kind) => `${prefix}${kind}+json`),
  );
});

test("what is not of its own shape is not sealed", async () => {
  await expect(sealRelease({ ...release, number: 0 }, signer)).rejects.toMatchObject({ name: "ZodError" });
  await expect(sealPointer({ ...pointer, sequence: 0 }, signer)).rejects.toMatchObject({ name: "ZodError" });
});

test("no type is claimed by what is no envelope", () => {
  for (const bytes of [
    Uint8Array.of(0xff),
    utf8Bytes(""),
    utf8Bytes("{}"),
    utf8Bytes('{"payloadType":"a/b"}'),
  ])
    expect(claimedPayloadType(bytes)).toBeUndefined();
});

test("a hash is written in hexadecimal", async () => {
  // FIPS 180-4, appendix B.1.
  expect(await sha256Hex(utf8Bytes("abc"), digest)).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

test("a key is called by its own id, or by the thumbprint of RFC 8037 A.3", async () => {
  const jwk = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };
  const thumbprint = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
  expect(await keyIdOf(jwk, digest)).toBe(thumbprint);
  expect(await keyIdOf({ ...jwk, kid: "" }, digest)).toBe(thumbprint);
  expect(await keyIdOf({ ...jwk, kid: "mine" }, digest)).toBe("mine");
  const all = async () => Uint8Array.of(0xfb, 0xff, 0xbf, 0xfb);
  expect(await keyIdOf(jwk, all)).toBe("-_-_-w");
});

test("a refusal has its code, and details only where they are given", () => {
  expect(refuse("unknown-key")).toEqual({ ok: false, code: "unknown-key", details: {} });
  expect(refuse("too-large", { limit: 3 })).toEqual({ ok: false, code: "too-large", details: { limit: 3 } });
});

test("the codes are those that programs know", () => {
  expect(verificationCodes).toEqual([
    "too-large",
    "malformed",
    "signature-missing",
    "signature-count",
    "not-canonical",
    "payload-type",
    "unknown-key",
    "signature-wrong",
    "unsupported-schema",
    "wrong-program",
    "wrong-channel",
    "wrong-release",
    "hash-mismatch",
    "counter-regression",
    "counter-content-mismatch",
    "vectors-differ",
    "facts-differ",
    "result-differs",
  ]);
});
