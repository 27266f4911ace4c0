// What a key list may be, whoever reads it.
import { expect, test } from "vitest";
import { digest, signer, verifier } from "../../test/signed.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import { utf8Bytes } from "./bytes.ts";
import { keyListPayloadType, sealEnvelope } from "./envelope.ts";
import {
  keyListBytesLimit,
  keyListsBytesLimit,
  openKeyList,
  sealKeyList,
  type KeyListPayload,
} from "./key-list.ts";
import { keyIdOf } from "./ports.ts";
import { hardExpiryHoursSchema, reviewMonthsSchema } from "./terms.ts";

const x = "A".repeat(43);
const okp = { kty: "OKP", crv: "Ed25519" } as const;
const list = async (changed: Partial<KeyListPayload> = {}): Promise<KeyListPayload> => ({
  schemaVersion: 1,
  version: 1,
  keys: [{ ...okp, x, kid: await keyIdOf({ ...okp, x }, digest) }],
  revoked: [],
  issuedAt: "2026-03-01T12:00:00Z",
  ...changed,
});
/** Signed as it is, whether or not it is of its schema. */
const opened = async (payload: object) =>
  openKeyList(await sealEnvelope(keyListPayloadType, utf8Bytes(canonicalJson(payload)), signer), {
    trusted: [verifier],
    digest,
  });
const codeOf = async (payload: object): Promise<string> => {
  const said = await opened(payload);
  return said.ok ? "ok" : said.code;
};

test("a list opens as it was sealed, with the key that signed it", async () => {
  const payload = await list();
  const said = await openKeyList(await sealKeyList(payload, signer), { trusted: [verifier], digest });
  expect(said).toEqual({ ok: true, value: { list: payload, keyId: "k1" } });
});

test.each([
  ["no key", { keys: [] }],
  ["version 0", { version: 0 }],
  ["a version that is no whole number", { version: 1.5 }],
  ["an empty id that is revoked", { revoked: [""] }],
  ["a day for an instant", { issuedAt: "2026-03-01" }],
] as const)("%s: malformed", async (_, changed) => {
  expect(await codeOf(await list(changed as Partial<KeyListPayload>))).toBe("malformed");
  await expect(sealKeyList(await list(changed as Partial<KeyListPayload>), signer)).rejects.toMatchObject({
    name: "ZodError",
  });
});

test("a key is 43 characters of base64url, no fewer and no more, of its own kind and under its own id", async () => {
  for (const other of [`${x}A`, x.slice(1), `${x.slice(1)}+`, `+${x}`]) {
    const kid = await keyIdOf({ ...okp, x: other }, digest);
    expect(await codeOf(await list({ keys: [{ ...okp, x: other, kid }] })), other).toBe("malformed");
  }
  const kid = await keyIdOf({ ...okp, x }, digest);
  for (const key of [
    { ...okp, x, kid: `${kid}A` },
    { ...okp, x, kid: kid.slice(1) },
    { ...okp, x, kid: `${kid.slice(1)}A` },
    { ...okp, x, kid, use: "sig" },
    { kty: "EC", crv: "Ed25519", x, kid },
    { kty: "OKP", crv: "X25519", x, kid },
  ])
    expect(await codeOf({ ...(await list()), keys: [key] }), JSON.stringify(key)).toBe("malformed");
});

test("lists keep to their limits, and terms to theirs", () => {
  expect([keyListBytesLimit, keyListsBytesLimit]).toEqual([65_536, 1_048_576]);
  const takes = (schema: typeof reviewMonthsSchema, ...numbers: readonly number[]) =>
    numbers.map((n) => schema.safeParse(n).success);
  expect(takes(reviewMonthsSchema, 0, 1, 2, 60, 61, 1.5)).toEqual([false, true, true, true, false, false]);
  expect(takes(hardExpiryHoursSchema, 47, 48, 8760, 8761, 48.5)).toEqual([false, true, true, false, false]);
});

test("a list that is too large is not looked into", async () => {
  const revoked = Array.from({ length: 3000 }, (_, i) => `key-${String(i).padStart(16, "0")}`);
  expect(await codeOf(await list({ revoked }))).toBe("too-large");
});
