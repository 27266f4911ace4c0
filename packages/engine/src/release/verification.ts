// The outcome of verifying something signed: a value, or one stable code that says which check it failed.

export const verificationCodes = [
  "too-large",
  "malformed",
  "signature-missing",
  "signature-count",
  "not-canonical",
  "payload-type",
  "unknown-key",
  "signature-wrong",
  "unsupported-schema",
  "wrong-program",
  "wrong-channel",
  "wrong-release",
  "hash-mismatch",
  "counter-regression",
  "counter-content-mismatch",
  "vectors-differ",
  "facts-differ",
  "result-differs",
] as const;
export type VerificationCode = (typeof verificationCodes)[number];

export type Verified<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: VerificationCode;
      readonly details: Readonly<Record<string, string | number>>;
    };

/** A failed verification. Details are for people and logs; programs look at the code. */
export function refuse(
  code: VerificationCode,
  details: Readonly<Record<string, string | number>> = {},
): Verified<never> {
  return { ok: false, code, details };
}
