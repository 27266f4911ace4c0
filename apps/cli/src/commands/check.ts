// `jumelage check`: everything an author has to mend in a rule set or a draft. A draft's holes are findings here.
import {
  documentLimits,
  hasErrors,
  overLimits,
  parseRuleSet,
  type Diagnostic,
  type Lang,
} from "@jumelage/engine";
import { diagnosticLines } from "../lines.ts";
import { say } from "../messages.ts";
import type { Io, Outcome } from "../outcome.ts";
import { readJson } from "../read.ts";

export async function check(path: string, lang: Lang, io: Io): Promise<Outcome> {
  const diagnostics = diagnose(await readJson(path, io));
  const lines = diagnostics.length > 0 ? diagnosticLines(diagnostics) : [say(lang, "nothing-found")];
  return { document: { diagnostics }, lines, findings: hasErrors(diagnostics) };
}

function diagnose(json: unknown): readonly Diagnostic[] {
  const over = overLimits(json, documentLimits);
  if (over.length > 0) return over;
  const parsed = parseRuleSet(json);
  return parsed.ok ? [] : parsed.diagnostics;
}
