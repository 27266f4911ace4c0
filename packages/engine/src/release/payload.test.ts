// What the two signed documents may hold: each rule of their shape, kept and broken.
import { describe, expect, test } from "vitest";
import { hash, instant, pointer, release } from "../../test/signed.ts";
import {
  changeKinds,
  instantSchema,
  pointerBytesLimit,
  pointerPayloadSchema,
  releaseBytesLimit,
  releasePayloadSchema,
  releaseSchemaVersion,
  sha256Schema,
  signatoryMeanings,
} from "./payload.ts";

test("the limits and the version are those of the contract", () => {
  expect([releaseBytesLimit, pointerBytesLimit, releaseSchemaVersion]).toEqual([8_388_608, 16_384, 1]);
});

test("a hash is 64 digits in lower-case hexadecimal, and nothing beside them", () => {
  expect(sha256Schema.safeParse(hash).success).toBe(true);
  for (const other of [
    hash.toUpperCase(),
    hash.slice(1),
    `${hash}0`,
    `g${hash.slice(1)}`,
    `${hash}\n`,
    ` ${hash}`,
    "",
  ]) {
    const parsed = sha256Schema.safeParse(other);
    expect(
      parsed.error?.issues.map((i) => i.message),
      other,
    ).toEqual(["not-a-hash"]);
  }
});

test("an instant is in UTC", () => {
  expect(instantSchema.safeParse(instant).success).toBe(true);
  for (const other of [
    "2026-03-01",
    "2026-03-01T12:00:00+01:00",
    "2026-03-01T12:00:00",
    "2026-02-30T12:00:00Z",
  ])
    expect(instantSchema.safeParse(other).success, other).toBe(false);
});

/** A document with another value at a place; `undefined` takes it away. */
function withAt(doc: object, at: string, value: unknown): unknown {
  const copy = structuredClone(doc) as Record<string, unknown>;
  const steps = at.split(".");
  const last = steps.pop() ?? "";
  const holder = steps.reduce((here, step) => here[step] as Record<string, unknown>, copy);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

describe("a pointer", () => {
  const accepts = (at: string, value: unknown): boolean =>
    pointerPayloadSchema.safeParse(withAt(pointer, at, value)).success;

  test("is read as it stands", () => {
    expect(pointerPayloadSchema.parse(pointer)).toEqual(pointer);
  });

  test.each(Object.keys(pointer))("needs its %s", (key) => {
    expect(accepts(key, undefined)).toBe(false);
  });

  test.each<[string, unknown]>([
    ["sequence", 1],
    ["length", 1],
    ["length", releaseBytesLimit],
    ["hardExpires", instant],
    ["audit.size", 0],
  ])("may have %s %j", (at, value) => {
    expect(accepts(at, value)).toBe(true);
  });

  test.each<[string, unknown]>([
    ["schemaVersion", 2],
    ["program", "1st"],
    ["channel", ""],
    ["sequence", 0],
    ["sequence", 1.5],
    ["release", 0],
    ["sha256", "abc"],
    ["length", 0],
    ["length", releaseBytesLimit + 1],
    ["issuedAt", "today"],
    ["expires", "2026-03-01"],
    ["hardExpires", "never"],
    ["audit.size", -1],
    ["audit.head", "abc"],
    ["audit.size", undefined],
    ["audit.head", undefined],
    ["audit.more", 1],
    ["more", 1],
  ])("may not have %s %j", (at, value) => {
    expect(accepts(at, value)).toBe(false);
  });
});

describe("a release", () => {
  const parsed = (at: string, value: unknown) => releasePayloadSchema.safeParse(withAt(release, at, value));

  test("is read as it stands", () => {
    expect(releasePayloadSchema.parse(release)).toEqual(release);
  });

  test.each([
    ...Object.keys(release),
    ...["facts", "at", "result"].map((key) => `vectors.0.${key}`),
    ...["from", "kind", "witnesses"].map((key) => `change.${key}`),
    ...["gates", "profiles", "proofs", "scores", "approvals", "waivers"].map((key) => `evidence.${key}`),
    ...["id", "status", "count"].map((key) => `evidence.gates.0.${key}`),
    ...["by", "at", "hash", "meaning"].map((key) => `evidence.approvals.0.${key}`),
    ...["id", "name"].map((key) => `evidence.approvals.0.by.${key}`),
    "evidence.waivers.0.name",
  ])("needs its %s", (at) => {
    expect(parsed(at, undefined).success).toBe(false);
  });

  test.each<[string, unknown]>([
    ["number", 1],
    ["vectors", []],
    ["change.from", null],
    ["change.from", 1],
    ["evidence.gates.0.count", 0],
    ["evidence.diagrams", []],
    ["evidence.diagrams", [{ decision: "d" }]],
    ["evidence.proofs", [{ any: "thing" }]],
    ["change.witnesses", [{ any: "thing" }]],
    ["evidence.waivers.0.by", { id: "u1", name: "A. Roy" }],
    ["evidence.waivers.0.reason", "Premier essai"],
    ...changeKinds.map((kind) => ["change.kind", kind] as [string, unknown]),
    ...signatoryMeanings.map((meaning) => ["evidence.approvals.0.meaning", meaning] as [string, unknown]),
    ...["passed", "failed", "waived"].map((s) => ["evidence.gates.0.status", s] as [string, unknown]),
  ])("may have %s %j", (at, value) => {
    expect(parsed(at, value).success).toBe(true);
  });

  test.each<[string, unknown]>([
    ["schemaVersion", 2],
    ["program", ""],
    ["number", 0],
    ["number", 1.5],
    ["ruleSet", {}],
    ["jsonRulesEngine", []],
    ["vectors.0.at", "2026-02-30"],
    ["vectors.0.facts", []],
    ["vectors.0.result", {}],
    ["change.from", 0],
    ["change.kind", "other"],
    ["change.kind", ""],
    ["change.witnesses", [1]],
    ["evidence.gates.0.status", "other"],
    ["evidence.gates.0.status", ""],
    ["evidence.gates.0.count", -1],
    ["evidence.gates.0.count", 0.5],
    ["evidence.gates.0.id", "1st"],
    ["evidence.profiles", [{}]],
    ["evidence.proofs", ["p"]],
    ["evidence.diagrams", {}],
    ["evidence.scores", []],
    ["evidence.approvals.0.at", "today"],
    ["evidence.approvals.0.hash", "abc"],
    ["evidence.approvals.0.meaning", "other"],
    ["evidence.approvals.0.meaning", ""],
    ["evidence.approvals.0.by", "A. Roy"],
    ["evidence.waivers.0.name", "1st"],
    ["evidence.waivers.0.reason", "a\u200bb"],
    ["evidence.waivers.0.by", {}],
    ["createdAt", "2026-03-01"],
  ])("may not have %s %j", (at, value) => {
    expect(parsed(at, value).success).toBe(false);
  });

  test.each(["more", "vectors.0.more", "ruleSet.more", "vectors.0.result.more"])(
    "is strict about %s",
    (at) => {
      expect(parsed(at, 1).success).toBe(false);
    },
  );

  test.each([
    "evidence.more",
    "evidence.gates.0.more",
    "evidence.approvals.0.more",
    "evidence.approvals.0.by.more",
    "evidence.waivers.0.more",
    "change.more",
  ])("keeps %s, which a later version may bring", (at) => {
    const read = parsed(at, "later");
    expect(read.success).toBe(true);
    expect(read.data).toEqual(withAt(release, at, "later"));
  });
});
