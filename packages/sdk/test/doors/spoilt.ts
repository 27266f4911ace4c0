// Signed bytes with something wrong about them: flipped bits, other lengths, and the twenty known ways of getting a
// signature check to look the other way (stripped, emptied, of another key, document or kind, spelt otherwise).
import { base64, fromBase64, sealEnvelope, utf8Bytes, utf8Text } from "@jumelage/engine";
import type { TestKey } from "../fixtures.ts";

interface Envelope {
  readonly payload: string;
  readonly payloadType: string;
  readonly signatures: unknown;
}
interface Signature {
  readonly keyid: string;
  readonly sig: string;
}

/** `bytes` with one bit turned. */
export function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const other = bytes.slice();
  other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return other;
}

/** The bits of an envelope that are not of its payload's base64, and those that are. */
export function bitsOf(bytes: Uint8Array): {
  readonly outside: readonly number[];
  readonly from: number;
  readonly to: number;
} {
  const { payload } = envelopeOf(bytes);
  const from = utf8Bytes('{"payload":"').length * 8;
  const to = from + payload.length * 8;
  const outside = Array.from({ length: bytes.length * 8 }, (_, bit) => bit).filter(
    (bit) => bit < from || bit >= to,
  );
  return { outside, from, to };
}

/** Every length but the right one: cut anywhere (each `step`-th place), or with 1 to 64 bytes more. */
export function* otherLengths(bytes: Uint8Array, step: number): Generator<Uint8Array> {
  for (let length = 0; length < bytes.length; length += step) yield bytes.slice(0, length);
  // As many of them as there are places to cut at.
  for (let more = 1; more <= 64; more += Math.max(1, Math.round((64 * step) / bytes.length))) {
    const longer = new Uint8Array(bytes.length + more).fill([0x0a, 0x00, 0x20, 0x7d][more % 4] ?? 0);
    longer.set(bytes);
    yield longer;
  }
}

/** The twenty cases: a name and the bytes. `mine` is what was signed, `another` by the same key, `theirs` by another. */
export async function substitutions(given: {
  readonly mine: Uint8Array;
  readonly another: Uint8Array;
  readonly theirs: Uint8Array;
  readonly otherKind: Uint8Array;
  readonly key: TestKey;
  readonly foreign: TestKey;
}): Promise<readonly (readonly [string, Uint8Array])[]> {
  const { mine, another, theirs, otherKind, key, foreign } = given;
  const own = signatureOf(mine);
  const signed = (signatures: unknown): Uint8Array => written({ ...envelopeOf(mine), signatures });
  const payload = fromBase64(envelopeOf(mine).payload) ?? new Uint8Array();
  const type = envelopeOf(mine).payloadType;
  const text = utf8Text(payload) ?? "";
  const sealed = (type_: string, text_: string, by: TestKey): Promise<Uint8Array> =>
    sealEnvelope(type_, utf8Bytes(text_), by.signer);
  return [
    ["signatures left out", signed(undefined)],
    ["signatures null", signed(null)],
    ["signatures empty", signed([])],
    ["a null among the signatures", signed([null])],
    ["no key id", signed([{ sig: own.sig }])],
    ["an empty key id", signed([{ keyid: "", sig: own.sig }])],
    ["the key id of nobody", signed([{ keyid: "none", sig: own.sig }])],
    ["an empty signature", signed([{ keyid: own.keyid, sig: "" }])],
    ["a signature of zeros", signed([{ keyid: own.keyid, sig: base64(new Uint8Array(64)) }])],
    ["the signature of another document", signed([{ keyid: own.keyid, sig: signatureOf(another).sig }])],
    [
      "another's signature under the trusted id",
      signed([{ keyid: own.keyid, sig: signatureOf(theirs).sig }]),
    ],
    ["two signatures, the good one first", signed([own, signatureOf(theirs)])],
    ["two signatures, the good one last", signed([signatureOf(theirs), own])],
    ["the good signature twice", signed([own, own])],
    ["a key inside the envelope", signed([{ ...own, jwk: foreign.jwk }])],
    ["an algorithm inside the envelope", signed([{ ...own, alg: "none" }])],
    ["signed by a key that is not trusted", await sealed(type, text, foreign)],
    ["the other kind of document under this type", written({ ...envelopeOf(otherKind), payloadType: type })],
    ["the payload alone", payload],
    [
      "a payload spelt otherwise, signed by the trusted key",
      await sealed(type, JSON.stringify(JSON.parse(text), undefined, 1), key),
    ],
  ];
}

function envelopeOf(bytes: Uint8Array): Envelope {
  return JSON.parse(utf8Text(bytes) ?? "") as Envelope;
}

function signatureOf(bytes: Uint8Array): Signature {
  const { signatures } = envelopeOf(bytes);
  return (signatures as readonly [Signature])[0];
}

/** Written canonically: members in order, and one without a value is left out. */
function written({ payload, payloadType, signatures }: Envelope): Uint8Array {
  return utf8Bytes(JSON.stringify({ payload, payloadType, signatures }));
}
