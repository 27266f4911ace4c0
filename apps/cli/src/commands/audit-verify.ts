// `jumelage audit verify`: whether a journal that was exported holds, judged without any database. A checkpoint from a
// pointer that was received earlier shows a journal that was cut or written anew.
import { createReadStream, existsSync } from "node:fs";
import { verifyAuditLines, type AuditHead } from "@jumelage/db";
import type { Lang } from "@jumelage/engine";
import { say } from "../messages.ts";
import { Unusable, type Outcome } from "../outcome.ts";

/** Verifies an exported journal, offline. `checkpoint`: `size:head`, as a pointer carries it. */
export async function verifyAuditFile(options: {
  readonly file: string;
  readonly checkpoint?: string;
  readonly lang: Lang;
}): Promise<Outcome> {
  const { file, lang } = options;
  const checkpoint = options.checkpoint === undefined ? undefined : checkpointOf(options.checkpoint);
  if (!existsSync(file)) throw new Unusable("unreadable", { what: file });
  const verdict = await verifyAuditLines(linesOf(file), checkpoint);
  if (verdict.ok) {
    return { document: verdict, lines: [say(lang, "audit-holds", { ...verdict, ok: 1 })], findings: false };
  }
  if (verdict.reason === "malformed") {
    throw new Unusable("audit-malformed", { what: file, line: verdict.line });
  }
  const why = say(lang, `audit-${verdict.reason}`);
  return { document: verdict, lines: [say(lang, "audit-broken", { seq: verdict.seq, why })], findings: true };
}

function checkpointOf(text: string): AuditHead {
  const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text);
  if (!match) throw new Unusable("not-a-checkpoint", { what: text });
  return { size: Number(match[1]), head: match[2] ?? "" };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  // Line by line where a line ends in JSON text: after nothing but a line feed.
  let rest = "";
  for await (const chunk of createReadStream(file, "utf8")) {
    const pieces = (rest + String(chunk)).split("\n");
    rest = pieces.pop() ?? "";
    yield* pieces;
  }
  if (rest !== "") yield rest;
}
