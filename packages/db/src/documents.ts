// Documents on their way into and out of JSONB: parsed both times with the engine's schemas, so that a row can
// never hand out what the model does not allow.
import {
  draftTextSchema,
  expectedSchema,
  hazardsSchema,
  parseDraftRuleSet,
  parseProfiles,
  parseRuleSet,
  parseShape,
  type Diagnostic,
  type DraftRuleSet,
  type Expected,
  type Hazard,
  type Parsed,
  type Profile,
  type RuleSet,
  type Text,
} from "@jumelage/engine";

/** A document that does not parse. On the way in the caller's fault, on the way out the database was altered. */
export class DocumentError extends Error {
  readonly document: string;
  readonly diagnostics: readonly Diagnostic[];
  constructor(document: string, diagnostics: readonly Diagnostic[]) {
    const first = diagnostics[0];
    super(`${document}: ${first ? `${first.code} at /${first.at.join("/")}` : "does not parse"}`);
    this.name = "DocumentError";
    this.document = document;
    this.diagnostics = diagnostics;
  }
}

export const asDraftRuleSet = (json: unknown): DraftRuleSet =>
  take("draft rule set", json, parseDraftRuleSet(json));
export const asRuleSet = (json: unknown): RuleSet => take("rule set", json, parseRuleSet(json));
export const asProfiles = (json: unknown): readonly Profile[] => take("profiles", json, parseProfiles(json));
export const asHazards = (json: unknown): readonly Hazard[] =>
  take("hazards", json, parseShape<readonly Hazard[]>(hazardsSchema, json));
export const asText = (json: unknown): Text => take("text", json, parseShape<Text>(draftTextSchema, json));
export const asExpected = (json: unknown): Expected =>
  take("expectation", json, parseShape<Expected>(expectedSchema, json));

function take<T>(document: string, json: unknown, parsed: Parsed<T>): T {
  if (!parsed.ok) throw new DocumentError(document, parsed.diagnostics);
  const at = unstorable(json);
  if (at)
    throw new DocumentError(document, [{ code: "hidden-character", severity: "error", at, params: {} }]);
  return parsed.value;
}

// JSONB holds neither U+0000 nor lone surrogates. Texts of the model exclude them; the facts of a profile are free.
const unstorableCharacter = /\0|\p{Surrogate}/u;

function unstorable(
  value: unknown,
  at: readonly (string | number)[] = [],
): readonly (string | number)[] | undefined {
  if (typeof value === "string") return unstorableCharacter.test(value) ? at : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, child] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    if (unstorableCharacter.test(key)) return [...at, step];
    const found = unstorable(child, [...at, step]);
    if (found) return found;
  }
  return undefined;
}
