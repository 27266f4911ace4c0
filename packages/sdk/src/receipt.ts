// Decision receipts, checked and replayed: that a trusted key signed them, for this very release, about these very
// facts, with the answer that they give. Nothing here needs the server.
import {
  answeredFacts,
  evaluate,
  fromBase64,
  openReceipt,
  openRelease,
  refuse,
  replayReceipt,
  sha256Hex,
  type Evaluation,
  type Facts,
  type PublicJwk,
  type Receipt,
  type RuleSet,
  type Verified,
} from "@jumelage/engine";
import { digest, importTrust } from "./web-crypto.ts";

/** What an application keeps of an answer that it may have to account for. */
export interface KeptReceipt {
  /** As the server gave it: the signed receipt in base64. */
  readonly envelope: string;
  readonly salt: string;
  /** The facts as they were sent. */
  readonly facts: Facts;
}

export interface ReceiptTerms {
  /** The public keys whose receipts and releases are accepted. */
  readonly trust: readonly PublicJwk[];
  /** The signed release that the receipt names: the bytes of `GET /v1/programs/{program}/releases/{n}`. */
  readonly release: Uint8Array;
}

/** A receipt that is what it says, with the answer worked out again. */
export interface CheckedReceipt {
  readonly receipt: Receipt;
  readonly keyId: string;
  /** Of the bytes of the signed receipt. */
  readonly sha256: string;
  readonly ruleSet: RuleSet;
  readonly evaluation: Evaluation;
}

/** Checks everything a receipt says. @throws when WebCrypto or its Ed25519 is not there, or a key is not one. */
export async function checkReceipt(
  kept: KeptReceipt,
  terms: ReceiptTerms,
): Promise<Verified<CheckedReceipt>> {
  const bytes = fromBase64(kept.envelope);
  if (bytes === undefined) return refuse("malformed");
  const trusted = await importTrust(terms.trust);
  const opened = await openReceipt(bytes, trusted);
  if (!opened.ok) return opened;
  const { receipt, keyId } = opened.value;
  const release = await openRelease(terms.release, {
    trusted,
    digest,
    program: receipt.program,
    expected: { release: receipt.release, sha256: receipt.sha256 },
  });
  if (!release.ok) return release;
  const { ruleSet } = release.value.release;
  const replayed = await replayReceipt(receipt, {
    opened: release.value,
    facts: kept.facts,
    salt: kept.salt,
    digest,
    run: (...person) => evaluate(...person).result,
  });
  if (!replayed.ok) return replayed;
  // A suspended channel looked at nobody.
  const evaluation =
    receipt.suspended === undefined
      ? evaluate(ruleSet, answeredFacts(receipt, kept.facts), receipt.at)
      : { result: replayed.value, trace: [] };
  return { ok: true, value: { receipt, keyId, sha256: await sha256Hex(bytes, digest), ruleSet, evaluation } };
}
