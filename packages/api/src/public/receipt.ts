// A decision receipt for an evaluation that was just answered: made and signed when asked for, handed over, and not kept.
import {
  base64,
  factsDigest,
  receiptBytesLimit,
  sealReceipt,
  type Facts,
  type Receipt,
  type Result,
} from "@jumelage/engine";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { Refusal } from "../errors.ts";

export const receiptAnswerSchema = z.strictObject({
  /** The signed receipt (DSSE), in base64: these very bytes are what was signed and what is checked. */
  envelope: z.string(),
  /** To be kept beside the facts; without it nobody can show what the receipt is about. */
  salt: z.string(),
});
export type ReceiptAnswer = z.infer<typeof receiptAnswerSchema>;

export interface ReceiptOf extends Pick<
  Receipt,
  "program" | "release" | "sha256" | "sequence" | "at" | "ignored" | "suspended"
> {
  /** As they were sent. */
  readonly facts: Facts;
  readonly result: Result;
}

/** @throws Refusal `invalid-input` on facts that have no canonical form, or an answer too long to be signed. */
export async function receiptFor(
  { facts, result, ...about }: ReceiptOf,
  { digest, signer, ids, clock }: Deps,
): Promise<ReceiptAnswer> {
  const salt = ids.token();
  const receipt: Receipt = {
    schemaVersion: 1,
    ...about,
    factsDigest: await factsDigest(facts, salt, digest).catch((error: unknown) => {
      if (error instanceof TypeError || error instanceof RangeError) throw unfit("no-canonical-form");
      throw error;
    }),
    result,
    issuedAt: clock.now().toISOString(),
  };
  const envelope = await sealReceipt(receipt, signer);
  if (envelope.length > receiptBytesLimit) throw unfit("too-large");
  return { envelope: base64(envelope), salt };
}

function unfit(code: string): Refusal {
  return new Refusal("invalid-input", {
    in: "body",
    problems: [{ code, severity: "error", at: ["facts"], params: {} }],
  });
}
