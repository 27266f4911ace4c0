// Opening what was signed: every check of the contract, each with its code and details, in order.
import { describe, expect, test } from "vitest";
import { digest, hash, pointer, release, signer, verifier } from "../../test/signed.ts";
import { fact, tiny } from "../../test/tiny.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { utf8Bytes } from "./bytes.ts";
import { pointerPayloadType, releasePayloadType, sealEnvelope } from "./envelope.ts";
import { differingVectors, openPointer, openRelease, type PointerTerms, type ReleaseTerms } from "./open.ts";
import { pointerBytesLimit } from "./payload.ts";
import { sha256Hex } from "./ports.ts";
import { sealPointer, sealRelease } from "./seal.ts";

const seal = (type: string, text: string): Promise<Uint8Array> => sealEnvelope(type, utf8Bytes(text), signer);

describe("a pointer", () => {
  const terms: PointerTerms = { trusted: [verifier], program: "tiny", channel: "production" };
  const seen = { sequence: 7, release: 3, sha256: hash, length: 1000 };
  const open = async (changed: object, more: Partial<PointerTerms> = {}) =>
    openPointer(await seal(pointerPayloadType, canonicalJson({ ...pointer, ...changed })), {
      ...terms,
      ...more,
    });
  const refused = (code: string, details: object) => ({ ok: false, code, details });

  test("that was sealed opens as it is, with the key that signed it", async () => {
    expect(await openPointer(await sealPointer(pointer, signer), terms)).toEqual({
      ok: true,
      value: { pointer, keyId: "k1" },
    });
  });

  test("is of the program and the channel asked", async () => {
    expect(await open({ program: "other" })).toEqual(
      refused("wrong-program", { asked: "tiny", got: "other" }),
    );
    expect(await open({ channel: "preview" })).toEqual(
      refused("wrong-channel", { asked: "production", got: "preview" }),
    );
  });

  test("never goes back, and says one thing under one sequence", async () => {
    expect(await open({ sequence: 6 }, { seen })).toEqual(refused("counter-regression", { seen: 7, got: 6 }));
    expect(await open({}, { seen })).toMatchObject({ ok: true });
    expect(await open({ expires: "2026-05-01T12:00:00Z" }, { seen })).toMatchObject({ ok: true });
    for (const changed of [{ release: 4 }, { sha256: hash.replace("0", "f") }, { length: 1001 }]) {
      expect(await open(changed, { seen })).toEqual(refused("counter-content-mismatch", { sequence: 7 }));
      expect(await open({ ...changed, sequence: 8 }, { seen })).toMatchObject({ ok: true });
    }
  });

  test("keeps to its limit of bytes, the ordinary one unless another is given", async () => {
    const bytes = await sealPointer(pointer, signer);
    const { length } = bytes;
    expect(await openPointer(bytes, { ...terms, limit: length })).toMatchObject({ ok: true });
    expect(await openPointer(bytes, { ...terms, limit: length - 1 })).toEqual(
      refused("too-large", { limit: length - 1, length }),
    );
    expect(await openPointer(new Uint8Array(pointerBytesLimit + 1), terms)).toEqual(
      refused("too-large", { limit: pointerBytesLimit, length: pointerBytesLimit + 1 }),
    );
    expect(await openPointer(new Uint8Array(pointerBytesLimit), terms)).toMatchObject({ code: "malformed" });
  });

  test("is no other kind of document, and of a trusted key", async () => {
    const text = canonicalJson(pointer);
    expect(await openPointer(await seal(releasePayloadType, text), terms)).toEqual(
      refused("payload-type", { expected: pointerPayloadType }),
    );
    expect(await open({}, { trusted: [] })).toEqual(refused("unknown-key", {}));
  });

  test("of a later version says so before anything else of its shape", async () => {
    expect(await open({ schemaVersion: 2, later: true })).toEqual(
      refused("unsupported-schema", { got: 2, supported: 1 }),
    );
    expect(await open({ schemaVersion: 0 })).toEqual(refused("malformed", { at: "schemaVersion" }));
    expect(await open({ schemaVersion: "2" })).toEqual(refused("malformed", { at: "schemaVersion" }));
    expect(await open({ ruleSet: { schemaVersion: 2 } })).toEqual(
      refused("unsupported-schema", { got: 2, supported: 1 }),
    );
  });

  test("of another shape says where", async () => {
    expect(await open({ audit: { size: -1, head: hash } })).toEqual(
      refused("malformed", { at: "audit/size" }),
    );
    expect(await open({ more: 1 })).toEqual(refused("malformed", { at: "" }));
    for (const text of ["null", "3", '"pointer"', "[]"]) {
      expect(await openPointer(await seal(pointerPayloadType, text), terms)).toEqual(
        refused("malformed", { at: "" }),
      );
    }
  });

  test("is read in its canonical form only", async () => {
    const text = canonicalJson(pointer);
    const at = { at: "payload" };
    expect(await openPointer(await seal(pointerPayloadType, ` ${text}`), terms)).toEqual(
      refused("not-canonical", at),
    );
    const bytes = await sealEnvelope(pointerPayloadType, Uint8Array.of(0xff), signer);
    expect(await openPointer(bytes, terms)).toEqual(refused("not-canonical", at));
  });
});

describe("a release", () => {
  const terms: ReleaseTerms = { trusted: [verifier], digest, program: "tiny" };
  const refused = (code: string, details: object) => ({ ok: false, code, details });
  const open = async (changed: object, more: Partial<ReleaseTerms> = {}) =>
    openRelease(await seal(releasePayloadType, canonicalJson({ ...release, ...changed })), {
      ...terms,
      ...more,
    });

  test("that was sealed opens as it is, with its hash and the key that signed it", async () => {
    const bytes = await sealRelease(release, signer);
    const sha256 = await sha256Hex(bytes, digest);
    const expected = { release: 3, sha256, length: bytes.length };
    expect(await openRelease(bytes, { ...terms, expected })).toEqual({
      ok: true,
      value: { release, sha256, keyId: "k1" },
    });
    expect(await openRelease(bytes, terms)).toMatchObject({ ok: true });
  });

  test("is of the bytes expected, each where it is asked for", async () => {
    const bytes = await sealRelease(release, signer);
    const sha256 = await sha256Hex(bytes, digest);
    const { length } = bytes;
    const expecting = (expected: NonNullable<ReleaseTerms["expected"]>) =>
      openRelease(bytes, { ...terms, expected });
    expect(await expecting({ length: length + 1 })).toEqual(
      refused("hash-mismatch", { expectedLength: length + 1, length }),
    );
    expect(await expecting({ length: length - 1, sha256 })).toEqual(
      refused("hash-mismatch", { expectedLength: length - 1, length }),
    );
    expect(await expecting({ sha256: hash })).toEqual(
      refused("hash-mismatch", { expected: hash, got: sha256 }),
    );
    expect(await expecting({ release: 4 })).toEqual(refused("wrong-release", { asked: 4, got: 3 }));
    for (const expected of [{ length }, { sha256 }, { release: 3 }, {}])
      expect(await expecting(expected)).toMatchObject({ ok: true });
  });

  test("keeps to its limit of bytes, looked at first", async () => {
    const bytes = await sealRelease(release, signer);
    const { length } = bytes;
    expect(await openRelease(bytes, { ...terms, limit: length })).toMatchObject({ ok: true });
    expect(await openRelease(bytes, { ...terms, limit: length - 1, expected: { length: 1 } })).toEqual(
      refused("too-large", { limit: length - 1, length }),
    );
  });

  test("is of the program asked, its rule set too", async () => {
    expect(await open({ program: "other" })).toEqual(
      refused("wrong-program", { asked: "tiny", got: "other" }),
    );
    expect(await open({ ruleSet: { ...release.ruleSet, program: "other" } })).toEqual(
      refused("wrong-program", { asked: "tiny", got: "other" }),
    );
  });

  test("is no other kind of document, and of a trusted key", async () => {
    expect(await openRelease(await seal(pointerPayloadType, canonicalJson(release)), terms)).toEqual(
      refused("payload-type", { expected: releasePayloadType }),
    );
    expect(await open({}, { trusted: [{ ...verifier, keyId: "k2" }] })).toEqual(refused("unknown-key", {}));
  });

  test("of a later version, or with a rule set of one, says so", async () => {
    const newer = refused("unsupported-schema", { got: 2, supported: 1 });
    expect(await open({ schemaVersion: 2 })).toEqual(newer);
    expect(await open({ ruleSet: { ...release.ruleSet, schemaVersion: 2 } })).toEqual(newer);
  });

  test("of another shape says where", async () => {
    expect(await open({ number: 0 })).toEqual(refused("malformed", { at: "number" }));
    expect(await open({ ruleSet: null })).toEqual(refused("malformed", { at: "ruleSet" }));
  });

  test("with an ill-typed rule set is refused", async () => {
    const broken: RuleSet = {
      ...release.ruleSet,
      conditions: [
        { id: "c", label: { fr: "c", en: "c" }, when: { fact: "nothing", operator: "equal", value: 1 } },
      ],
    };
    expect(await open({ ruleSet: broken })).toEqual(refused("malformed", { at: "ruleSet" }));
  });
});

test("the vectors that an evaluator answers otherwise are named by their place", () => {
  const [vector] = release.vectors;
  if (!vector) throw new Error("no vector");
  const ruleSet = tiny({ facts: [fact("age", "integer")] });
  const vectors = [0, 1, 2].map((age) => ({ ...vector, facts: { age }, at: `2026-03-0${age + 1}` }));
  const asked: unknown[] = [];
  const differing = differingVectors({ ruleSet, vectors }, (given, facts, at) => {
    asked.push([given === ruleSet, facts, at]);
    return facts["age"] === 1 ? { ...vector.result, fired: ["K"] } : structuredClone(vector.result);
  });
  expect(differing).toEqual([1]);
  expect(asked).toEqual([
    [true, { age: 0 }, "2026-03-01"],
    [true, { age: 1 }, "2026-03-02"],
    [true, { age: 2 }, "2026-03-03"],
  ]);
});
