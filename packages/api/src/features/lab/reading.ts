// What a piece of a rule set rests on: the named conditions, facts, parameters and earlier decisions its conditions
// name, directly or through named conditions. Found by name, so that a draft with holes is read like any other.
import type { DraftRuleSet } from "@jumelage/engine";

export interface Reading {
  readonly conditions: ReadonlySet<string>;
  readonly facts: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
}

/** What these conditions rest on. Parts of a total count with it. */
export function readingOf(ruleSet: DraftRuleSet, conditions: readonly unknown[]): Reading {
  const found = {
    conditions: new Set<string>(),
    facts: new Set<string>(),
    parameters: new Set<string>(),
    decisions: new Set<string>(),
  };
  const waiting = [...conditions];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (typeof node !== "object" || node === null) continue;
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === "object") waiting.push(value);
      if (typeof value !== "string") continue;
      if (key === "fact") found.facts.add(value);
      if (key === "parameter") found.parameters.add(value);
      if (key === "decision") found.decisions.add(value);
      if (key === "condition" && !found.conditions.has(value)) {
        found.conditions.add(value);
        waiting.push(ruleSet.conditions.find((c) => c.id === value)?.when);
      }
    }
  }
  for (const fact of ruleSet.facts) {
    if (found.facts.has(fact.id)) for (const part of fact.derive?.sum ?? []) found.facts.add(part);
  }
  return found;
}
