// Cases as JSON text and back, with the few values JSON has no way to write.
import { parseRuleSet } from "../src/index.ts";
import type { Case } from "./arbitraries.ts";

const tag = "$not-json";

/** The text of a case, to be kept in regressions/. */
export function caseToJson(question: Case): string {
  return JSON.stringify(
    question,
    (_, value: unknown) => {
      if (value === undefined) return { [tag]: "undefined" };
      if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
        return { [tag]: Object.is(value, -0) ? "-0" : String(value) };
      }
      return value;
    },
    2,
  );
}

/** A case from its text; the rule set is parsed like any other. */
export function caseFromJson(json: string): Case {
  const read = JSON.parse(json, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || !(tag in value)) return value;
    // A reviver that answers undefined takes the key away, which reads the same: nothing was sent.
    return value[tag] === "undefined" ? undefined : Number(value[tag]);
  }) as { readonly ruleSet: unknown; readonly facts: Case["facts"]; readonly at: string };
  const parsed = parseRuleSet(read.ruleSet);
  if (!parsed.ok)
    throw new Error(`the rule set of a kept case does not parse: ${JSON.stringify(parsed.diagnostics)}`);
  return { ruleSet: parsed.value, facts: read.facts, at: read.at };
}
