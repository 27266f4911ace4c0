// The name under which an answer is remembered: a hash of everything an answer depends on, and of nothing else, so that
// a new wording, a new source or another property asks nothing again.
import { canonicalJson, type Question, type RuleSet } from "@jumelage/engine";

/** Raised when answers of an earlier version may no longer be believed. */
const version = 1;

/** The SHA-256 of a question, in hexadecimal. */
export async function questionKey({ worlds, ask }: Question): Promise<string> {
  const document = {
    version,
    worlds: worlds.map(({ ruleSet, person }) => ({ person, ruleSet: meaningOf(ruleSet) })),
    ask,
  };
  const bytes = new TextEncoder().encode(canonicalJson(document));
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

/** What of a rule set decides answers: no text, no source, no property, and no criterion that is switched off. */
function meaningOf(ruleSet: RuleSet): unknown {
  return {
    parameters: ruleSet.parameters.map(({ id, value }) => ({ id, value })),
    facts: ruleSet.facts.map(({ values = [], ...f }) => ({
      id: f.id,
      type: f.type,
      range: f.range,
      scale: f.scale,
      whenUnknown: f.whenUnknown,
      safety: f.safety,
      validFor: f.validFor,
      derive: f.derive,
      values: values.map(({ id, retired = false }) => ({ id, retired })),
    })),
    conditions: ruleSet.conditions.map(({ id, when }) => ({ id, when })),
    decisions: ruleSet.decisions.map(({ id, kind, outcomes, otherwise, withheldWhileSafetyUnknown }) => ({
      id,
      kind,
      outcomes: outcomes.map((o) => ({ id: o.id, tone: o.tone })),
      otherwise: otherwise ?? null,
      withheld: withheldWhileSafetyUnknown ?? false,
    })),
    criteria: ruleSet.criteria.filter((c) => c.enabled).map(({ id, when, then }) => ({ id, when, then })),
  };
}
