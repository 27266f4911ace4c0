// The one refusal of this folder: a document or a person it cannot model exactly is refused, never approximated.

export type UnmodelledCode =
  | "undeclared-fact"
  | "undeclared-parameter"
  | "undeclared-condition"
  | "undeclared-outcome"
  | "unavailable-decision"
  | "circular-conditions"
  | "operator-type"
  | "literal-type"
  | "state-type"
  | "other-vocabulary";

/** Thrown when a rule set was never parsed, or a person was read against another vocabulary. */
export class Unmodelled extends Error {
  readonly code: UnmodelledCode;
  readonly about: string;

  constructor(code: UnmodelledCode, about: string) {
    super(`cannot be compiled exactly: ${code} (${about})`);
    this.name = "Unmodelled";
    this.code = code;
    this.about = about;
  }
}
