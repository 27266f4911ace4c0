// The documents of a draft on their way in: limits first, then the engine's readers. Whatever is wrong is listed and
// nothing of it is kept.
import {
  canonicalJson,
  documentLimits,
  overLimits,
  parseDraftRuleSet,
  parseProfiles,
  type Diagnostic,
  type DraftRuleSet,
  type Parsed,
  type Profile,
} from "@jumelage/engine";
import { Refusal } from "../../errors.ts";

const documentBytes = 1024 * 1024;
const mostProfiles = 2000;

/** A draft's rule set. @throws Refusal `invalid-input` with every diagnostic, each under `ruleSet`. */
export function readDraftRuleSet(json: unknown, program: string): DraftRuleSet {
  const ruleSet = read(json, "ruleSet", parseDraftRuleSet);
  if (ruleSet.program !== program) {
    refuse([
      { code: "other-program", severity: "error", at: ["ruleSet", "program"], params: { expected: program } },
    ]);
  }
  return ruleSet;
}

/** A draft's profiles. @throws Refusal `invalid-input` with every diagnostic, each under `profiles`. */
export function readDraftProfiles(json: unknown): readonly Profile[] {
  if (Array.isArray(json) && json.length > mostProfiles) {
    refuse([
      { code: "too-many-profiles", severity: "error", at: ["profiles"], params: { limit: mostProfiles } },
    ]);
  }
  return read(json, "profiles", parseProfiles);
}

function read<T>(json: unknown, key: string, parse: (json: unknown) => Parsed<T>): T {
  const over = overLimits(json, documentLimits);
  if (over.length > 0) refuse(under(key, over));
  if (canonicalJson(json).length > documentBytes) {
    refuse([{ code: "document-too-large", severity: "error", at: [key], params: { limit: documentBytes } }]);
  }
  const parsed = parse(json);
  if (!parsed.ok) refuse(under(key, parsed.diagnostics));
  return (parsed as Parsed<T> & { ok: true }).value;
}

function under(key: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((d) => ({ ...d, at: [key, ...d.at] }));
}

function refuse(diagnostics: readonly Diagnostic[]): never {
  throw new Refusal("invalid-input", { diagnostics });
}
