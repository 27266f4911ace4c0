// The part of `jumelage verify` about decision receipts: opening one, and replaying it against the release it names
// with the facts and the salt that its owner kept.
import {
  evaluate,
  fromBase64,
  openReceipt,
  openRelease,
  releaseBytesLimit,
  replayReceipt,
  utf8Text,
  type Receipt,
  type Verified,
} from "@jumelage/engine";
import { digest } from "@jumelage/sdk";
import { readSource } from "../keys.ts";
import { Unusable, type Io } from "../outcome.ts";
import { readFacts } from "../read.ts";
import type { Opened, Terms } from "./verify.ts";

/** What every signed document has to pass before anything in it is believed, in this order. */
export const signatureChecks = [
  "size",
  "envelope",
  "payload-type",
  "signature",
  "canonical",
  "schema",
  "content",
] as const;
const replayChecks = ["program", "release", "facts", "answer"] as const;
export type ReceiptCheck = (typeof signatureChecks)[number] | (typeof replayChecks)[number];

/** What a receipt is replayed with; without any of it only the signature is checked. */
interface Replay {
  readonly release: string | undefined;
  readonly facts: string | undefined;
  readonly salt: string | undefined;
}

/** The checks there are to make. */
export function receiptChecks({ release, facts }: Replay): readonly ReceiptCheck[] {
  return release === undefined && facts === undefined
    ? signatureChecks
    : [...signatureChecks, ...replayChecks];
}

/** A receipt in the form the server hands out: the bytes that were signed, and the salt. */
export function keptReceipt(
  bytes: Uint8Array,
): { readonly bytes: Uint8Array; readonly salt: string } | undefined {
  try {
    const json: unknown = JSON.parse(utf8Text(bytes) ?? "");
    if (typeof json !== "object" || json === null || !("envelope" in json) || !("salt" in json))
      return undefined;
    const { envelope, salt } = json;
    const signed = typeof envelope === "string" ? fromBase64(envelope) : undefined;
    return signed === undefined || typeof salt !== "string" ? undefined : { bytes: signed, salt };
  } catch {
    return undefined;
  }
}

/** Opens a receipt, and replays it where there is something to replay it with. @throws Unusable `replay-needs` */
export async function openedReceipt(
  bytes: Uint8Array,
  { trusted, replay, io }: Terms & { readonly replay: Replay; readonly io: Io },
): Promise<Verified<Opened>> {
  const { release: source, facts: file, salt } = replay;
  const wanted = source !== undefined || file !== undefined;
  if (wanted && (source === undefined || file === undefined || salt === undefined))
    throw new Unusable("replay-needs");
  const opened = await openReceipt(bytes, trusted);
  if (!opened.ok) return opened;
  const { receipt, keyId } = opened.value;
  const { program, release, sha256, at, issuedAt } = receipt;
  const about = { program, release, sha256, at, issuedAt, keyId };
  if (source === undefined || file === undefined || salt === undefined) return { ok: true, value: { about } };
  const facts = await readFacts(file, io);
  const late = await replayed(receipt, {
    release: await readSource(source, releaseBytesLimit, io),
    trusted,
    facts,
    salt,
  });
  return { ok: true, value: { about, late } };
}

async function replayed(
  receipt: Receipt,
  terms: Pick<Terms, "trusted"> & {
    readonly release: Uint8Array;
    readonly facts: Awaited<ReturnType<typeof readFacts>>;
    readonly salt: string;
  },
): Promise<NonNullable<Opened["late"]>> {
  // Of whichever program it is: that it is the receipt's is a check of its own.
  const opened = await openRelease(terms.release, {
    trusted: terms.trusted,
    digest,
    program: receipt.program,
  });
  if (!opened.ok) return { [opened.code === "wrong-program" ? "program" : "release"]: opened.code };
  const verified = await replayReceipt(receipt, {
    opened: opened.value,
    facts: terms.facts,
    salt: terms.salt,
    digest,
    run: (...person) => evaluate(...person).result,
  });
  if (verified.ok) return {};
  const check: ReceiptCheck =
    verified.code === "facts-differ" ? "facts" : verified.code === "result-differs" ? "answer" : "release";
  return { [check]: verified.code };
}
