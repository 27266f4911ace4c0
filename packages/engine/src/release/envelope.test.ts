import { describe, expect, test } from "vitest";
import { signer, verifier } from "../../test/signed.ts";
import { utf8Bytes, utf8Text } from "./bytes.ts";
import { openEnvelope, parseCanonical, preAuthenticationEncoding, sealEnvelope } from "./envelope.ts";

const type = "application/x";
const terms = { payloadType: type, trusted: [verifier], limit: 1000 };

async function sealed(): Promise<string> {
  return utf8Text(await sealEnvelope(type, utf8Bytes('{"é":1}'), signer)) ?? "";
}
async function codeOf(text: string): Promise<string> {
  const opened = await openEnvelope(utf8Bytes(text), terms);
  return opened.ok ? "ok" : opened.code;
}

describe("envelope", () => {
  test("the pre-authentication encoding is the one of the DSSE specification", () => {
    const encoded = preAuthenticationEncoding("http://example.com/HelloWorld", utf8Bytes("hello world"));
    expect(utf8Text(encoded)).toBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  });

  test("lengths are counted in bytes", () => {
    expect(utf8Text(preAuthenticationEncoding("é", utf8Bytes("« »")))).toBe("DSSEv1 2 é 5 « »");
  });

  test("what was sealed opens to the same payload bytes", async () => {
    const opened = await openEnvelope(utf8Bytes(await sealed()), terms);
    expect(opened).toEqual({ ok: true, value: { payload: utf8Bytes('{"é":1}'), keyId: "k1" } });
  });

  test("every other spelling of the same envelope is refused, each with its reason", async () => {
    const text = await sealed();
    const parts = JSON.parse(text) as {
      payload: string;
      payloadType: string;
      signatures: { keyid: string; sig: string }[];
    };
    const signature = parts.signatures[0];
    const spelled = (changed: object): string => JSON.stringify({ ...parts, ...changed });
    expect(await codeOf(text)).toBe("ok");
    expect(await codeOf(spelled({}))).toBe("ok");
    const refused: Record<string, readonly [string, string]> = {
      "white space after": [`${text}\n`, "not-canonical"],
      "white space within": [JSON.stringify(parts, undefined, 1), "not-canonical"],
      "other order of keys": [
        JSON.stringify({ signatures: parts.signatures, payloadType: type, payload: parts.payload }),
        "not-canonical",
      ],
      "repeated key": [text.replace("{", `{"payload":"e30=",`), "not-canonical"],
      "escaped letter": [text.replace("payloadType", "payloadTyp\\u0065"), "not-canonical"],
      "byte order mark": [`\ufeff${text}`, "malformed"],
      "unknown key": [spelled({ zz: 1 }), "malformed"],
      "key within the envelope": [spelled({ signatures: [{ ...signature, z: "a key" }] }), "malformed"],
      "no signatures": [spelled({ signatures: undefined }), "signature-missing"],
      "empty signatures": [spelled({ signatures: [] }), "signature-missing"],
      "null signatures": [spelled({ signatures: null }), "signature-missing"],
      "no key id": [spelled({ signatures: [{ sig: signature?.sig }] }), "malformed"],
      "empty key id": [spelled({ signatures: [{ keyid: "", sig: signature?.sig }] }), "malformed"],
      "other key id": [spelled({ signatures: [{ keyid: "k2", sig: signature?.sig }] }), "unknown-key"],
      "empty signature": [spelled({ signatures: [{ keyid: "k1", sig: "" }] }), "signature-wrong"],
      "signature in no base64": [spelled({ signatures: [{ keyid: "k1", sig: "A" }] }), "not-canonical"],
      "two signatures": [spelled({ signatures: [signature, signature] }), "signature-count"],
      "good then bad signature": [
        spelled({ signatures: [signature, { keyid: "k1", sig: "AA==" }] }),
        "signature-count",
      ],
      "other payload type": [spelled({ payloadType: "application/y" }), "payload-type"],
      "unpadded payload": [spelled({ payload: parts.payload.replace(/=+$/, "") }), "not-canonical"],
      "other payload": [spelled({ payload: "e30=" }), "signature-wrong"],
      "not an object": ["[]", "malformed"],
      "not JSON": ["{", "malformed"],
      nothing: ["", "malformed"],
      "too long": [`${text}${" ".repeat(1000)}`, "too-large"],
      "deep nesting": ["[".repeat(900), "malformed"],
    };
    const codes = await Promise.all(
      Object.entries(refused).map(async ([name, [bytes]]) => [name, await codeOf(bytes)]),
    );
    expect(Object.fromEntries(codes)).toEqual(
      Object.fromEntries(Object.entries(refused).map(([name, [, code]]) => [name, code])),
    );
  });

  test("an envelope may have as many bytes as its limit", async () => {
    const bytes = utf8Bytes(await sealed());
    const { length } = bytes;
    expect(await openEnvelope(bytes, { ...terms, limit: length })).toMatchObject({ ok: true });
    expect(await openEnvelope(bytes, { ...terms, limit: length - 1 })).toEqual({
      ok: false,
      code: "too-large",
      details: { limit: length - 1, length },
    });
  });

  test("a refusal tells how many signatures there are, and which type was expected", async () => {
    const parts = JSON.parse(await sealed()) as { signatures: unknown[] };
    const twice = JSON.stringify({ ...parts, signatures: [...parts.signatures, ...parts.signatures] });
    expect(await openEnvelope(utf8Bytes(twice), terms)).toMatchObject({ details: { count: 2 } });
    expect(await openEnvelope(utf8Bytes(await sealed()), { ...terms, payloadType: "b/c" })).toMatchObject({
      details: { expected: "b/c" },
    });
  });

  test("a document without a payload is not called unsigned", async () => {
    for (const text of ["null", "3", '{"signatures":[]}', '{"payload":"","signatures":3}'])
      expect(await codeOf(text)).toBe("malformed");
    expect(await codeOf('{"payload":1}')).toBe("signature-missing");
  });

  test("the key that is named verifies, among several that are trusted", async () => {
    const other = { keyId: "k0", verify: async () => false };
    const opened = await openEnvelope(utf8Bytes(await sealed()), { ...terms, trusted: [other, verifier] });
    expect(opened).toMatchObject({ ok: true, value: { keyId: "k1" } });
  });

  test("bytes that are not UTF-8 are refused", async () => {
    expect(await openEnvelope(Uint8Array.of(0xff, 0xfe), terms)).toMatchObject({
      ok: false,
      code: "malformed",
    });
  });

  test("a payload text is read only in its canonical form, without reserved names", () => {
    expect(parseCanonical('{"a":1,"b":["é"]}')).toEqual({ value: { a: 1, b: ["é"] } });
    for (const text of [
      '{"b":1,"a":1}',
      '{"a":1,"a":1}',
      '{"a": 1}',
      '{"a":1.0}',
      '{"a":-0}',
      '"\\ud800"',
      '{"__proto__":1}',
      "nul",
    ]) {
      expect({ text, parsed: parseCanonical(text) }).toEqual({ text, parsed: undefined });
    }
    expect(parseCanonical(JSON.stringify('"__proto__":'))).toEqual({ value: '"__proto__":' });
  });
});
