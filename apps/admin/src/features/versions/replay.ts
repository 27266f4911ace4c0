// What an application kept of an answer, read in the browser and held against the version that gave it. The signature is
// not looked at here: `verify` in a terminal does that, with keys that somebody has checked.
import {
  answeredFacts,
  evaluate,
  factsDigest,
  fromBase64,
  receiptPayloadSchema,
  sameJson,
  utf8Text,
  type Digest,
  type Facts,
  type Receipt,
  type RuleSet,
} from "@jumelage/engine";

export interface Kept {
  readonly facts: Facts;
  /** The receipt and its salt, when they were kept. */
  readonly receipt?: { readonly says: Receipt; readonly salt: string };
}

/** What the receipt says of the answer that this version gives to these facts; `no-receipt`: nothing to compare with. */
export type Standing =
  | "no-receipt"
  | "same"
  | "other-version"
  | "facts-differ"
  | "result-differs"
  | "suspended";

export interface Version {
  readonly program: string;
  readonly number: number;
  readonly sha256: string;
  readonly ruleSet: RuleSet;
}

/** Reads what an application kept, from one file or several; null when no facts are in them. */
export function readKept(texts: readonly string[]): Kept | null {
  let facts: Facts | undefined;
  let receipt: Kept["receipt"];
  for (const text of texts) {
    const json = parsed(text);
    if (json === undefined) return null;
    const kept = isObject(json["receipt"]) ? json["receipt"] : json;
    if (typeof kept["envelope"] === "string" && typeof kept["salt"] === "string") {
      const says = opened(kept["envelope"]);
      if (says === undefined) return null;
      receipt = { says, salt: kept["salt"] };
    }
    if (isObject(json["facts"])) facts = json["facts"];
    else if (kept === json && kept["envelope"] === undefined) facts ??= json;
  }
  return facts === undefined ? null : { facts, ...(receipt ? { receipt } : {}) };
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

/** The content of a signed receipt; undefined when it is none. */
function opened(envelope: string): Receipt | undefined {
  const bytes = fromBase64(envelope);
  const outer = bytes && parsed(utf8Text(bytes) ?? "");
  const payload = typeof outer?.["payload"] === "string" ? fromBase64(outer["payload"]) : undefined;
  const read = receiptPayloadSchema.safeParse(payload && parsed(utf8Text(payload) ?? ""));
  return read.success ? read.data : undefined;
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
