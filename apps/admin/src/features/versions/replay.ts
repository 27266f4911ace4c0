// What an application kept of an answer, read in the browser and held against the version that gave it. Whoever does not
// trust this server's own keys checks the signature with `verify` in a terminal.
import {
  answeredFacts,
  evaluate,
  factsDigest,
  fromBase64,
  openReceipt,
  receiptPayloadSchema,
  sameJson,
  sha256Hex,
  utf8Text,
  type Digest,
  type Facts,
  type Receipt,
  type RuleSet,
  type Verifier,
} from "@jumelage/engine";
import type { DecisionRecord } from "@jumelage/sdk";

export interface Kept {
  readonly facts: Facts;
  /** The receipt and its salt, when they were kept. */
  readonly receipt?: KeptReceipt;
  /** What somebody decided, when that was recorded. */
  readonly record?: HumanRecord;
}

export interface KeptReceipt {
  readonly says: Receipt;
  readonly salt: string;
  /** The signed document itself. */
  readonly bytes: Uint8Array;
}

/** Of the record of a decision, what is shown of it. */
export type HumanRecord = Pick<
  DecisionRecord,
  "receipt" | "decision" | "decided" | "by" | "decidedAt" | "override"
>;

/** What the receipt says of the answer that this version gives to these facts; `no-receipt`: nothing to compare with. */
export type Standing =
  | "no-receipt"
  | "same"
  | "other-version"
  | "facts-differ"
  | "result-differs"
  | "suspended";

/** Who signed the receipt: a key of this server, another one, or nobody that can be said. */
export type Signature = "ours" | "another-key" | "wrong";

export interface Version {
  readonly program: string;
  readonly number: number;
  readonly sha256: string;
  readonly ruleSet: RuleSet;
}

/** Reads what an application kept, from one file or several; null when no facts are in them. */
export function readKept(texts: readonly string[]): Kept | null {
  let facts: Facts | undefined;
  let receipt: KeptReceipt | undefined;
  let record: HumanRecord | undefined;
  for (const text of texts) {
    const json = parsed(text);
    if (json === undefined) return null;
    if (isRecord(json)) {
      record = json;
      continue;
    }
    const kept = isObject(json["receipt"]) ? json["receipt"] : json;
    if (typeof kept["envelope"] === "string" && typeof kept["salt"] === "string") {
      const bytes = fromBase64(kept["envelope"]);
      const says = bytes && saidIn(bytes);
      if (bytes === undefined || says === undefined) return null;
      receipt = { says, salt: kept["salt"], bytes };
    }
    if (isObject(json["record"]) && isRecord(json["record"])) record = json["record"];
    if (isObject(json["facts"])) facts = json["facts"];
    else if (kept === json && kept["envelope"] === undefined) facts ??= json;
  }
  return facts === undefined
    ? null
    : { facts, ...(receipt ? { receipt } : {}), ...(record ? { record } : {}) };
}

/** Whether the receipt is of this version, for these facts, with the answer they give. */
export async function standingOf(
  { facts, receipt }: Kept,
  version: Version,
  digest: Digest,
): Promise<Standing> {
  if (receipt === undefined) return "no-receipt";
  const { says, salt } = receipt;
  if (says.program !== version.program || says.release !== version.number) return "other-version";
  if (says.sha256 !== version.sha256) return "other-version";
  if ((await factsDigest(facts, salt, digest)) !== says.factsDigest) return "facts-differ";
  if (says.suspended !== undefined) return "suspended";
  const { result } = evaluate(version.ruleSet, answeredFacts(says, facts), says.at);
  return sameJson(result, says.result) ? "same" : "result-differs";
}

/** Whose signature the receipt bears, among the keys that are trusted here. */
export async function signatureOf({ bytes }: KeptReceipt, keys: readonly Verifier[]): Promise<Signature> {
  const opened = await openReceipt(bytes, keys);
  if (opened.ok) return "ours";
  return opened.code === "unknown-key" ? "another-key" : "wrong";
}

/** Whether the record of a decision names this very receipt. */
export async function belongs(record: HumanRecord, receipt: KeptReceipt, digest: Digest): Promise<boolean> {
  return record.receipt === (await sha256Hex(receipt.bytes, digest));
}

/** The content of a signed receipt; undefined when it is none. */
function saidIn(bytes: Uint8Array): Receipt | undefined {
  const outer = parsed(utf8Text(bytes) ?? "");
  const payload = typeof outer?.["payload"] === "string" ? fromBase64(outer["payload"]) : undefined;
  const read = receiptPayloadSchema.safeParse(payload && parsed(utf8Text(payload) ?? ""));
  return read.success ? read.data : undefined;
}

function isRecord(
  json: Readonly<Record<string, unknown>>,
): json is Readonly<Record<string, unknown>> & HumanRecord {
  const { receipt, decision, decided, by, decidedAt, override } = json;
  return (
    typeof receipt === "string" &&
    typeof decision === "string" &&
    Array.isArray(decided) &&
    decided.every((outcome) => typeof outcome === "string") &&
    isObject(by) &&
    typeof by["name"] === "string" &&
    typeof by["role"] === "string" &&
    typeof decidedAt === "string" &&
    !Number.isNaN(Date.parse(decidedAt)) &&
    (override === undefined || (isObject(override) && typeof override["reason"] === "string"))
  );
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
