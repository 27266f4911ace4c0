// The documents of a draft on their way in: limits first, then the engine's readers. Whatever is wrong is listed and
// nothing of it is kept.
import {
  canonicalJson,
  documentLimits,
  hazardsSchema,
  overLimits,
  parseDraftRuleSet,
  parseProfiles,
  parseShape,
  type Diagnostic,
  type DraftRuleSet,
  type Hazard,
  type Parsed,
  type Profile,
} from "@jumelage/engine";
import { Refusal } from "../../errors.ts";

const documentBytes = 1024 * 1024;
const mostProfiles = 5000;
const mostHazards = 500;

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

/** A draft's hazard file, its ids distinct. @throws Refusal `invalid-input` with every diagnostic, under `hazards`. */
export function readDraftHazards(json: unknown): readonly Hazard[] {
  if (Array.isArray(json) && json.length > mostHazards) {
    refuse([
      { code: "too-many-hazards", severity: "error", at: ["hazards"], params: { limit: mostHazards } },
    ]);
  }
  const hazards = read(json, "hazards", (document) => parseShape<readonly Hazard[]>(hazardsSchema, document));
  const repeated = hazards.flatMap((h, i) =>
    hazards.findIndex((other) => other.id === h.id) < i ? [{ id: h.id, i }] : [],
  );
  if (repeated.length > 0) {
    refuse(
      repeated.map(({ id, i }) => ({
        code: "duplicate-id",
        severity: "error",
        at: ["hazards", i, "id"],
        params: { id },
      })),
    );
  }
  return hazards;
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

/** @throws Refusal `invalid-input`, always. */
export function refuse(diagnostics: readonly Diagnostic[]): never {
  throw new Refusal("invalid-input", { diagnostics });
}
