import {
  base64,
  evaluate,
  factsDigest,
  fromBase64,
  runnable,
  sealReceipt,
  sha256Hex,
  type Receipt,
} from "@jumelage/engine";
import { importTrust } from "@jumelage/sdk";
import { newKey } from "@jumelage/sdk/test";
import { describe, expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import { belongs, readKept, signatureOf, standingOf, type Kept, type Version } from "./replay.ts";

const version: Version = {
  program: "autosoins-diriges",
  number: 1,
  sha256: "a".repeat(64),
  ruleSet: runnable(referenceDocuments().ruleSet),
};
const facts = { suicidalIdeation: "none", acutePsychosocialCrisis: false, imminentDanger: false };
const digest = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes)));

const key = await newKey();

/** A signed receipt as an application keeps one. */
async function receiptOf(
  part: Partial<Receipt> = {},
  signer = key.signer,
): Promise<{ envelope: string; salt: string }> {
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
  return { envelope: base64(await sealReceipt(says, signer)), salt: "sel" };
}

const kept = (...files: readonly object[]): Kept => {
  const read = readKept(files.map((file) => JSON.stringify(file)));
  if (read === null) throw new Error("unreadable");
  return read;
};
const standing = async (...files: readonly object[]): Promise<string> => {
  const read = readKept(files.map((file) => JSON.stringify(file)));
  return read === null ? "unreadable" : standingOf(read, version, digest);
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

  it("is signed by a key of this server, by another one, or by nobody", async () => {
    const [ours] = await importTrust([key.jwk]);
    if (!ours) throw new Error("no key");
    const of = async (receipt: object): Promise<string> => {
      const { receipt: read } = kept(facts, receipt);
      return read ? signatureOf(read, [ours]) : "no receipt";
    };
    const receipt = await receiptOf();
    expect(await of(receipt)).toBe("ours");
    expect(await of(await receiptOf({}, (await newKey()).signer))).toBe("another-key");
    // Another answer under a signature that was given for this one.
    const other = JSON.parse(atob((await receiptOf({ release: 2 })).envelope)) as { payload: string };
    const signed = JSON.parse(atob(receipt.envelope)) as object;
    const swapped = btoa(JSON.stringify({ ...signed, payload: other.payload }));
    expect(await of({ envelope: swapped, salt: "sel" })).toBe("wrong");
  });

  it("comes with what somebody decided, which names the receipt it belongs to", async () => {
    const receipt = await receiptOf();
    const bytes = fromBase64(receipt.envelope) ?? new Uint8Array();
    const record = {
      receipt: await sha256Hex(bytes, digest),
      decision: "orientation",
      decided: ["deeper"],
      by: { name: "Maude Côté", role: "psychologue" },
      decidedAt: "2026-03-02T16:00:00Z",
      override: { reason: "choix-de-la-personne" },
    };
    const both = kept(record, facts, receipt);
    expect(both.record).toEqual(record);
    expect(kept({ facts, receipt, record }).record).toEqual(record);
    expect(both.receipt && (await belongs(record, both.receipt, digest))).toBe(true);
    const another = kept(facts, await receiptOf({ at: "2026-03-03" })).receipt;
    expect(another && (await belongs(record, another, digest))).toBe(false);
    for (const lacking of Object.keys(record).filter((name) => name !== "override")) {
      const part = Object.fromEntries(Object.entries(record).filter(([name]) => name !== lacking));
      expect(kept({ facts, receipt, record: part }).record, lacking).toBeUndefined();
    }
  });
});
