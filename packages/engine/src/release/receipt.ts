// Decision receipts: what a release answered for somebody, signed, without what was known of them. Who kept the facts
// and the salt can show later that these very facts gave this very answer; nobody else can find out what they were.
import { z } from "zod";
import { canonicalJson, sameJson } from "../model/canonical-json.ts";
import { dateSchema, type LocalDate } from "../model/date.ts";
import type { Facts } from "../model/profile.ts";
import { resultSchema, type Result } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { idSchema } from "../model/text.ts";
import { utf8Bytes } from "./bytes.ts";
import { openEnvelope, receiptPayloadType, sealEnvelope } from "./envelope.ts";
import type { OpenedRelease } from "./open.ts";
import { instantSchema, releaseSchemaVersion, sha256Schema } from "./payload.ts";
import { sha256Hex, type Digest, type Signer, type Verifier } from "./ports.ts";
import { readPayload } from "./read-payload.ts";
import { clinicalJudgement } from "./suspension.ts";
import { refuse, type Verified } from "./verification.ts";

/** The most bytes of a signed receipt. */
export const receiptBytesLimit = 256 * 1024;

export const receiptPayloadSchema = z.strictObject({
  schemaVersion: z.literal(releaseSchemaVersion),
  program: idSchema,
  release: z.int().min(1),
  /** Of the bytes of the signed release that answered. */
  sha256: sha256Schema,
  /** Of the channel it was asked on; absent when the release itself was asked. */
  sequence: z.int().min(1).optional(),
  /** The date the answer is for. */
  at: dateSchema,
  /** `factsDigest` of what was sent. */
  factsDigest: sha256Schema,
  /** Facts that were sent and that only another release of the program declares: left aside. */
  ignored: z.array(z.string()).optional(),
  /** Since when the channel was suspended: then the result concludes nothing, whatever was sent. */
  suspended: instantSchema.optional(),
  result: resultSchema,
  issuedAt: instantSchema,
});
export type Receipt = z.infer<typeof receiptPayloadSchema>;

/**
 * SHA-256 over the salt, a line break and the canonical JSON of the facts as they were sent. The salt keeps the few
 * values a fact can have from being tried one by one.
 * @throws TypeError on facts that have no canonical form, RangeError on facts nested too deeply to be written.
 */
export async function factsDigest(facts: Facts, salt: string, digest: Digest): Promise<string> {
  return sha256Hex(utf8Bytes(`${salt}\n${canonicalJson(facts)}`), digest);
}

/** The bytes of the signed receipt. @throws ZodError when it is not of its schema. */
export async function sealReceipt(receipt: Receipt, signer: Signer): Promise<Uint8Array> {
  receiptPayloadSchema.parse(receipt);
  return sealEnvelope(receiptPayloadType, utf8Bytes(canonicalJson(receipt)), signer);
}

/** A verified receipt, of whichever program: signed by a trusted key, in its one spelling. */
export async function openReceipt(
  bytes: Uint8Array,
  trusted: readonly Verifier[],
): Promise<Verified<{ readonly receipt: Receipt; readonly keyId: string }>> {
  const opened = await openEnvelope(bytes, {
    payloadType: receiptPayloadType,
    trusted,
    limit: receiptBytesLimit,
  });
  if (!opened.ok) return opened;
  const parsed = readPayload<Receipt>(receiptPayloadSchema, opened.value.payload);
  return parsed.ok ? { ok: true, value: { receipt: parsed.value, keyId: opened.value.keyId } } : parsed;
}

/** What a receipt is replayed with: the release it names, and what its owner kept. */
export interface ReplayTerms {
  readonly opened: Pick<OpenedRelease, "release" | "sha256">;
  readonly facts: Facts;
  readonly salt: string;
  readonly digest: Digest;
  readonly run: (ruleSet: RuleSet, facts: Facts, at: LocalDate) => Result;
}

/** The facts an answer was given for: those that were sent, without those that were left aside. */
export function answeredFacts({ ignored = [] }: Receipt, facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([id]) => !ignored.includes(id)));
}

/** Whether a verified receipt is what it says: of this release, for these facts, with the answer they give. */
export async function replayReceipt(receipt: Receipt, terms: ReplayTerms): Promise<Verified<Result>> {
  const { release, sha256 } = terms.opened;
  if (release.program !== receipt.program)
    return refuse("wrong-program", { asked: receipt.program, got: release.program });
  if (release.number !== receipt.release)
    return refuse("wrong-release", { asked: receipt.release, got: release.number });
  if (sha256 !== receipt.sha256) return refuse("hash-mismatch", { expected: receipt.sha256, got: sha256 });
  const digest = await factsDigest(terms.facts, terms.salt, terms.digest);
  if (digest !== receipt.factsDigest) return refuse("facts-differ");
  const result =
    receipt.suspended === undefined
      ? terms.run(release.ruleSet, answeredFacts(receipt, terms.facts), receipt.at)
      : clinicalJudgement(release.ruleSet);
  return sameJson(result, receipt.result) ? { ok: true, value: result } : refuse("result-differs");
}
