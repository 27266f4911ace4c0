// What a condition is read against: one rule set, one person, and the decisions already made.
import type { Fact } from "../model/fact.ts";
import type { FactState, Person } from "../model/person.ts";
import type { OneResult } from "../model/result.ts";
import type { Decision, NamedCondition, Parameter, RuleSet } from "../model/rule-set.ts";

export interface Reading {
  fact(id: string): Fact;
  state(fact: string): FactState;
  parameter(id: string): Parameter;
  condition(id: string): NamedCondition;
  /** An earlier decision of kind `one` and its answer. */
  decision(id: string): { readonly decision: Decision; readonly result: OneResult };
}

/** Looks names up in a well-typed rule set; an unknown name is a fault of ours, since parsing refuses it. */
export function readingOf(ruleSet: RuleSet, person: Person, made: ReadonlyMap<string, OneResult>): Reading {
  const facts = new Map(ruleSet.facts.map((f) => [f.id, f]));
  const parameters = new Map(ruleSet.parameters.map((p) => [p.id, p]));
  const conditions = new Map(ruleSet.conditions.map((c) => [c.id, c]));
  const decisions = new Map(ruleSet.decisions.map((d) => [d.id, d]));
  return {
    fact: (id) => declared(facts.get(id), id),
    state: (id) => declared(person.states.get(id), id),
    parameter: (id) => declared(parameters.get(id), id),
    condition: (id) => declared(conditions.get(id), id),
    decision: (id) => ({ decision: declared(decisions.get(id), id), result: declared(made.get(id), id) }),
  };
}

function declared<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new TypeError(`not declared, or read before it is decided: ${id}`);
  return found;
}
