// `jumelage verify`: every check of a signed release, pointer or receipt, one line each, by the very code that consumers
// run.
import {
  claimedPayloadType,
  fromBase64,
  openPointer,
  openRelease,
  pointerPayloadType,
  receiptPayloadType,
  releaseBytesLimit,
  utf8Text,
  type Lang,
  type Verified,
  type Verifier,
} from "@jumelage/engine";
import { digest, importTrust, runVectors } from "@jumelage/sdk";
import { readKeys, readSource } from "../keys.ts";
import { say, type MessageKey } from "../messages.ts";
import { Unusable, type Io, type Outcome } from "../outcome.ts";
import {
  keptReceipt,
  openedReceipt,
  receiptChecks,
  signatureChecks,
  type ReceiptCheck,
} from "./verify-receipt.ts";

export interface VerifyOptions {
  readonly keys?: string;
  readonly program?: string;
  readonly channel?: string;
  /** For a receipt: the signed release it names, a file or an address. */
  readonly release?: string;
  /** For a receipt: the file of the facts it is about. */
  readonly facts?: string;
}

const releaseChecks = [...signatureChecks, "program", "vectors"] as const;
const pointerChecks = [...signatureChecks, "program", "channel", "expiry"] as const;
type CheckId = (typeof releaseChecks)[number] | (typeof pointerChecks)[number] | ReceiptCheck;

interface Check {
  readonly id: CheckId;
  readonly status: "passed" | "failed" | "not-reached";
  readonly code?: string;
}

/** A signed document that was opened, or why it was not. */
export interface Opened {
  readonly about: Readonly<Record<string, string | number>>;
  /** Of what is signed right, the checks that still fail. */
  readonly late?: Readonly<Partial<Record<CheckId, string>>>;
}

export async function verify(
  source: string,
  options: VerifyOptions & { readonly lang: Lang },
  io: Io,
): Promise<Outcome> {
  const { lang } = options;
  const read = await readSource(source, releaseBytesLimit, io);
  const kept = keptReceipt(read);
  const bytes = kept?.bytes ?? read;
  const keys = await readKeys(source, options.keys, io);
  if (keys.fromServer) io.err(`${say(lang, "keys-from-server")}\n`);
  const trusted = await importTrust(keys.trust).catch(() => {
    throw new Unusable("not-keys", { what: options.keys ?? source });
  });
  const type = claimedPayloadType(bytes);
  const kind = type === pointerPayloadType ? "pointer" : type === receiptPayloadType ? "receipt" : "release";
  const claim = claimed(bytes);
  const terms = {
    trusted,
    program: options.program ?? claim.program,
    channel: options.channel ?? claim.channel,
  };
  const { opened, ids } = await openedAs(kind, bytes, {
    ...terms,
    replay: { release: options.release, facts: options.facts, salt: kept?.salt },
    io,
  });
  const checks = checksOf(opened, ids);
  const ok = checks.every((c) => c.status === "passed");
  const about = opened.ok ? opened.value.about : {};
  const mark = { passed: "✓", failed: "✗", "not-reached": "·" } as const;
  const lines = checks.map(({ id, status, code }) => {
    const key: MessageKey = `check-${id}`;
    const why = status === "not-reached" ? say(lang, "not-reached") : (code ?? "");
    return `${mark[status]} ${say(lang, key)}${why === "" ? "" : ` (${why})`}`;
  });
  const described = Object.entries(about).map(([name, value]) => `  ${name}=${value}`);
  return {
    document: { kind, ok, checks, ...about },
    lines: [...lines, ...described, ...adviceOn(opened, lang)],
    findings: !ok,
  };
}

export interface Terms {
  readonly trusted: readonly Verifier[];
  readonly program: string;
  readonly channel: string;
}

async function openedAs(
  kind: "release" | "pointer" | "receipt",
  bytes: Uint8Array,
  terms: Terms & { readonly replay: Parameters<typeof openedReceipt>[1]["replay"]; readonly io: Io },
): Promise<{ readonly opened: Verified<Opened>; readonly ids: readonly CheckId[] }> {
  if (kind === "receipt") {
    return { opened: await openedReceipt(bytes, terms), ids: receiptChecks(terms.replay) };
  }
  return kind === "pointer"
    ? { opened: await openedPointer(bytes, terms, terms.io.now()), ids: pointerChecks }
    : { opened: await openedRelease(bytes, terms), ids: releaseChecks };
}

async function openedRelease(bytes: Uint8Array, terms: Terms): Promise<Verified<Opened>> {
  const opened = await openRelease(bytes, { ...terms, digest });
  if (!opened.ok) return opened;
  const { release, sha256, keyId } = opened.value;
  const vectors = runVectors(opened.value);
  const about = { program: release.program, number: release.number, sha256, length: bytes.length, keyId };
  return vectors.ok
    ? { ok: true, value: { about: { ...about, vectors: vectors.value } } }
    : { ok: true, value: { about, late: { vectors: vectors.code } } };
}

async function openedPointer(bytes: Uint8Array, terms: Terms, now: number): Promise<Verified<Opened>> {
  const opened = await openPointer(bytes, terms);
  if (!opened.ok) return opened;
  const { program, channel, sequence, release, sha256, length, expires } = opened.value.pointer;
  const about = { program, channel, sequence, release, sha256, length, expires, keyId: opened.value.keyId };
  const late = now < Date.parse(expires) ? {} : { expiry: "expired" };
  return { ok: true, value: { about, late } };
}

function checksOf(opened: Verified<Opened>, ids: readonly CheckId[]): readonly Check[] {
  if (opened.ok) {
    const { late = {} } = opened.value;
    const first = ids.findIndex((id) => late[id] !== undefined);
    return ids.map((id, i) => {
      const code = late[id];
      if (code !== undefined) return { id, status: "failed", code };
      return { id, status: first >= 0 && i > first ? "not-reached" : "passed" };
    });
  }
  const failing = ids.indexOf(checkOf(opened));
  return ids.map((id, i) => {
    if (i === failing) return { id, status: "failed", code: opened.code };
    return { id, status: i < failing ? "passed" : "not-reached" };
  });
}

/** What to do about a document that nothing is wrong with. */
function adviceOn(opened: Verified<Opened>, lang: Lang): readonly string[] {
  if (opened.ok || opened.code !== "unsupported-schema") return [];
  const { got = "?", supported = "?" } = opened.details;
  return [say(lang, "newer-format", { got, supported })];
}

/** Which check a refusal belongs to: they are made in the order of the lists above. */
function checkOf(refused: Extract<Verified<never>, { ok: false }>): CheckId {
  switch (refused.code) {
    case "too-large":
    case "hash-mismatch":
      return "size";
    case "malformed":
      return "at" in refused.details ? "content" : "envelope";
    case "not-canonical":
      return "at" in refused.details ? "canonical" : "envelope";
    case "signature-missing":
    case "signature-count":
      return "envelope";
    case "unknown-key":
    case "signature-wrong":
      return "signature";
    case "payload-type":
      return "payload-type";
    case "unsupported-schema":
      return "schema";
    case "wrong-program":
    case "wrong-release":
      return "program";
    case "wrong-channel":
    case "counter-regression":
    case "counter-content-mismatch":
      return "channel";
    case "vectors-differ":
      return "vectors";
    case "facts-differ":
      return "facts";
    case "result-differs":
      return "answer";
    default:
      return refused.code satisfies never;
  }
}

/** The program and channel a payload claims, unverified: what is compared with itself when nothing was asked for. */
function claimed(bytes: Uint8Array): { readonly program: string; readonly channel: string } {
  const payload = fromBase64(textMember(utf8Text(bytes), "payload"));
  const text = payload === undefined ? undefined : utf8Text(payload);
  return { program: textMember(text, "program"), channel: textMember(text, "channel") };
}

function textMember(text: string | undefined, key: string): string {
  try {
    const json: unknown = JSON.parse(text ?? "");
    const value: unknown =
      typeof json === "object" && json !== null ? new Map(Object.entries(json)).get(key) : undefined;
    return typeof value === "string" ? value : "";
  } catch {
    return "";
  }
}
