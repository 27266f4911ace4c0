// The few reasons for which a caller is refused, and the shape a refusal has on its way to the console.

export const refusalCodes = [
  "not-found",
  "stale-revision",
  "forbidden",
  "signed-out",
  "step-up-needed",
  "invalid-input",
  "changes-unseen",
  "publish-blocked",
  "release-immutable",
  "rate-limited",
  "undecided",
  "archived",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What the caller needs to know beyond the code: data, never a message. */
export type RefusalDetails = Readonly<Record<string, unknown>>;

/** A refusal as the console receives it, in the `data` of a tRPC error. */
export interface RefusalData {
  readonly code: RefusalCode;
  readonly details: RefusalDetails;
}
