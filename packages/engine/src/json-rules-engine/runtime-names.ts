// The names of the runtime facts that lowered rules read beside the facts themselves. None can be a fact's own id,
// because ids hold no `@`.

/** A fact that is always `true`, for conditions that do not depend on the person. */
export const always = "@always";

/** Whether a fact is doubtful (`stale`, `invalid` or `incomplete`): a boolean. */
export function doubtOf(fact: string): string {
  return `${fact}@doubtful`;
}

/** The members a set may have: those it has and those never asked about; `null` when the fact has no value. */
export function possibleOf(set: string): string {
  return `${set}@possible`;
}

/** The state of an earlier decision. */
export function stateOf(decision: string): string {
  return `@${decision}`;
}

/** The possible outcomes of an earlier decision. */
export function possibleOutcomes(decision: string): string {
  return `@${decision}.possible`;
}
