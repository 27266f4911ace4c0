// A person as the runtime facts of lowered rules: every declared fact has an entry, an unknown one an explicit `null`.
import { doubtOf, type FactState, type OneResult, type Person } from "../model/index.ts";
import * as names from "./runtime-names.ts";

export type RuntimeFacts = ReadonlyMap<string, unknown>;

/** The runtime facts of a person; the states of earlier decisions are added by `decisionFacts`. */
export function runtimeFacts(person: Person): RuntimeFacts {
  const facts = new Map<string, unknown>([[names.always, true]]);
  for (const [id, state] of person.states) {
    const value = state.kind === "unknown" ? null : state.value;
    facts.set(id, value);
    facts.set(names.doubtOf(id), doubtOf(state) !== undefined);
    facts.set(
      names.possibleOf(id),
      Array.isArray(value) ? [...(value as readonly string[]), ...unasked(state)] : null,
    );
  }
  return facts;
}

/** What the stages after a decision of kind `one` are told about it. */
export function decisionFacts(decision: string, result: OneResult): RuntimeFacts {
  return new Map<string, unknown>([
    [names.stateOf(decision), result.state],
    [names.possibleOutcomes(decision), result.possible],
  ]);
}

function unasked(state: FactState): readonly string[] {
  return state.kind === "partial" ? state.unasked : [];
}
