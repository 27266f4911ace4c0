// The smallest rule set that has everything, built piece by piece so that a test shows only what it is about.
import { parseRuleSet, type Condition, type RuleSet } from "../src/index.ts";

const text = { fr: "texte", en: "text" };

/** A fact with the given parts; everything else is ordinary. */
export function fact(
  id: string,
  type: string,
  rest: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return { id, label: text, question: text, type, whenUnknown: "block", safety: false, sources: [], ...rest };
}

export const members = ["a", "b", "c"].map((id) => ({ id, label: text }));

export function criterion(
  id: string,
  when: Condition,
  outcome: string,
  decision = "d",
): Readonly<Record<string, unknown>> {
  return {
    id,
    title: text,
    when,
    then: { decision, outcome },
    rationale: text,
    sources: [],
    origin: "beyond-source",
    enabled: true,
  };
}

const outcome = (id: string, tone = "neutral") => ({ id, label: text, message: text, tone, override: true });
const states = {
  "@undetermined": { label: text, message: text },
  "@safety-unknown": { label: text, message: text },
};

/** The decision `d`: `stop` before `care` before `go`, otherwise `rest`. */
export const one = {
  id: "d",
  title: text,
  kind: "one",
  outcomes: [outcome("stop", "stop"), outcome("care", "caution"), outcome("go", "go"), outcome("rest")],
  otherwise: "rest",
  states,
};

/** The decision `m`: `halt` (tone stop) and `tell`. */
export const many = {
  id: "m",
  title: text,
  kind: "many",
  outcomes: [outcome("halt", "stop"), outcome("tell")],
};

export const document = {
  schemaVersion: 1,
  program: "tiny",
  title: text,
  purpose: text,
  timeZone: "America/Toronto",
  sources: [],
  parameters: [{ id: "limit", label: text, value: 10, rationale: text, sources: [] }],
  facts: [
    fact("danger", "boolean", { safety: true, validFor: "P0D" }),
    fact("age", "integer", { range: { min: 0, max: 120 } }),
    fact("score", "integer", { range: { min: 0, max: 27 }, whenUnknown: "ignore", validFor: "P14D" }),
    fact("wish", "boolean", { whenUnknown: { assume: false }, validFor: "P14D" }),
    fact("kind", "enum", { values: members }),
    fact("traits", "set", { values: members, validFor: "P14D" }),
    fact("dose", "decimal", { scale: 1, range: { min: 0, max: 9.5 } }),
    fact("since", "date"),
  ],
  conditions: [] as unknown[],
  decisions: [one, many] as unknown[],
  criteria: [] as unknown[],
  properties: [],
};

/** The document with other parts, parsed; throws with the findings when it does not parse. */
export function tiny(parts: Readonly<Record<string, unknown>> = {}): RuleSet {
  const parsed = parseRuleSet({ ...document, ...parts });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.value;
}

/** The codes a document is refused with, or an empty list when it parses. */
export function refusals(json: unknown): readonly string[] {
  const parsed = parseRuleSet(json);
  return parsed.ok ? [] : parsed.diagnostics.map((d) => d.code);
}
