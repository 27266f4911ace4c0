// Refusals: what the caller can mend. One class, and one exhaustive mapping to each door. Faults (ours) are
// every other error: they leave as a bare code and a request id, never with their message.
import { TRPCError } from "@trpc/server";
import type { RefusalCode, RefusalDetails } from "./refusal-codes.ts";

/** The caller asked for something that is refused; `details` is data the caller may see. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
  }
}

const trpcCodes = {
  "not-found": "NOT_FOUND",
  "stale-revision": "CONFLICT",
  forbidden: "FORBIDDEN",
  "signed-out": "UNAUTHORIZED",
  "step-up-needed": "FORBIDDEN",
  "invalid-input": "BAD_REQUEST",
  "changes-unseen": "PRECONDITION_FAILED",
  "publish-blocked": "PRECONDITION_FAILED",
  "release-immutable": "CONFLICT",
  "rate-limited": "TOO_MANY_REQUESTS",
  undecided: "UNPROCESSABLE_CONTENT",
  // tRPC has no code for what is gone.
  archived: "PRECONDITION_FAILED",
} as const satisfies Readonly<Record<RefusalCode, TRPCError["code"]>>;

/** The tRPC error that carries a refusal; the error formatter reads it back from `cause`. */
export function toTrpcError(refusal: Refusal): TRPCError {
  return new TRPCError({ code: trpcCodes[refusal.code], message: refusal.code, cause: refusal });
}
