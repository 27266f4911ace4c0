// `jumelage check`: everything an author has to mend in a rule set or a draft. A draft's holes are findings here.
import {
  check as checkDocument,
  documentLimits,
  hasErrors,
  overLimits,
  parseDraftRuleSet,
  type Diagnostic,
  type Lang,
} from "@jumelage/engine";
import { diagnosticLines } from "../lines.ts";
import { say } from "../messages.ts";
import type { Io, Outcome } from "../outcome.ts";
import { readDocument } from "../read.ts";

export async function check(path: string, lang: Lang, io: Io): Promise<Outcome> {
  const json = await readDocument(path, io);
  const diagnostics = diagnose(json);
  const found = diagnosticLines(diagnostics, json, lang);
  return {
    document: { diagnostics },
    lines: found.length > 0 ? found : [say(lang, "nothing-found")],
    findings: hasErrors(diagnostics),
  };
}

function diagnose(json: unknown): readonly Diagnostic[] {
  const over = overLimits(json, documentLimits);
  if (over.length > 0) return over;
  const parsed = parseDraftRuleSet(json);
  return parsed.ok ? checkDocument(parsed.value) : parsed.diagnostics;
}
