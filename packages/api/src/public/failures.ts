// What goes wrong on the way to an answer, as a code that a caller is told: for a whole request, and for one line of a
// batch.
import { isUnavailable } from "@jumelage/db";
import type { Deps } from "../deps.ts";
import { Refusal } from "../errors.ts";
import type { RefusalDetails } from "../refusal-codes.ts";
import type { ProblemCode } from "./problems.ts";

/** A problem that is not a refusal of a use-case: of the key, or of what was sent. */
export class PublicProblem extends Error {
  readonly code: ProblemCode;
  readonly details: RefusalDetails;

  constructor(code: ProblemCode, details: RefusalDetails = {}) {
    super(code);
    this.name = "PublicProblem";
    this.code = code;
    this.details = details;
  }
}

/** What a caller is told of an error. What only we can mend is logged, and leaves as a bare code. */
export function failureOf(
  error: unknown,
  {
    deps,
    requestId,
    operation,
  }: { readonly deps: Deps; readonly requestId: string; readonly operation: string },
): { readonly code: ProblemCode; readonly details: RefusalDetails } {
  if (error instanceof Refusal || error instanceof PublicProblem) return error;
  if (isUnavailable(error)) {
    deps.log.warn({ err: error, requestId }, "database not reachable");
    return { code: "unavailable", details: {} };
  }
  deps.log.error({ err: error, requestId, operation }, "fault");
  return { code: "internal", details: {} };
}
