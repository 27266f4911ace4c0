import { base64, evaluate, factsDigest, runnable, utf8Bytes, type Receipt } from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import { readKept, standingOf, type Version } from "./replay.ts";

const version: Version = {
  program: "autosoins-diriges",
  number: 1,
  sha256: "a".repeat(64),
  ruleSet: runnable(referenceDocuments().ruleSet),
};
const facts = { suicidalIdeation: "none", acutePsychosocialCrisis: false, imminentDanger: false };
const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes)));

/** A receipt as an application keeps one; its signature is not looked at here. */
async function receiptOf(part: Partial<Receipt> = {}): Promise<{ envelope: string; salt: string }> {
  const says: Receipt = {
    schemaVersion: 1,
    program: version.program,
    release: version.number,
    sha256: version.sha256,
    at: "2026-03-02",
    factsDigest: await factsDigest(facts, "sel", digest),
    result: evaluate(version.ruleSet, facts, "2026-03-02").result,
    issuedAt: "2026-03-02T15:00:00.000Z",
    ...part,
  };
  const json = (value: object): Uint8Array => utf8Bytes(JSON.stringify(value));
  return { envelope: base64(json({ payload: base64(json(says)) })), salt: "sel" };
}

const standing = async (...files: readonly object[]): Promise<string> => {
  const kept = readKept(files.map((file) => JSON.stringify(file)));
  return kept === null ? "unreadable" : standingOf(kept, version, digest);
};

describe("what an application kept of an answer", () => {
  it("is read from one file or from two, in whatever order", async () => {
    const receipt = await receiptOf();
    expect(await standing({ facts, receipt })).toBe("same");
    expect(await standing({ facts, ...receipt })).toBe("same");
    expect(await standing(receipt, facts)).toBe("same");
    expect(await standing({ facts }, { receipt })).toBe("same");
    expect(await standing(facts)).toBe("no-receipt");
  });

  it("is not read without facts, or where the receipt is none", async () => {
    expect(await standing(await receiptOf())).toBe("unreadable");
    expect(await standing({ facts, envelope: "e30=", salt: "sel" })).toBe("unreadable");
    expect(readKept(["[]"])).toBeNull();
    expect(readKept(["{"])).toBeNull();
  });

  it("is told apart from what it is not", async () => {
    const of = async (part: Partial<Receipt>): Promise<string> => standing(facts, await receiptOf(part));
    expect(await of({ release: 2 })).toBe("other-version");
    expect(await of({ sha256: "b".repeat(64) })).toBe("other-version");
    expect(await of({ suspended: "2026-03-01T15:00:00.000Z" })).toBe("suspended");
    const other = evaluate(version.ruleSet, { ...facts, suicidalIdeation: "passive" }, "2026-03-02").result;
    expect(await of({ result: other })).toBe("result-differs");
    expect(await standing({ ...facts, imminentDanger: true }, await receiptOf())).toBe("facts-differ");
  });
});
