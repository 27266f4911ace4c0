// The one refusal of this folder: what cannot be asked for exactly is refused, never approximated.

export type UnqueryableCode =
  | "undeclared-fact"
  | "undeclared-member"
  | "undeclared-parameter"
  | "undeclared-condition"
  | "undeclared-outcome"
  | "unavailable-decision"
  | "circular-conditions"
  | "literal-type"
  | "not-a-date"
  | "name"
  | "columns-of-type";

/** Thrown for a rule set that was never parsed, or for names and columns that a database cannot have. */
export class Unqueryable extends Error {
  readonly code: UnqueryableCode;
  readonly about: string;

  constructor(code: UnqueryableCode, about: string) {
    super(`cannot be asked for exactly: ${code} (${about})`);
    this.name = "Unqueryable";
    this.code = code;
    this.about = about;
  }
}
