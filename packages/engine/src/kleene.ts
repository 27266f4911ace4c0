// Kleene's strong three-valued connectives. With the reading of a person, all that the evaluators share.
export type Verdict = "true" | "false" | "unknown";

export function notOf(verdict: Verdict): Verdict {
  return verdict === "unknown" ? "unknown" : verdict === "true" ? "false" : "true";
}

/** True when all are true, false when one is false, else unknown. */
export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("false")) return "false";
  return verdicts.includes("unknown") ? "unknown" : "true";
}

/** True when one is true, false when all are false, else unknown. */
export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("true")) return "true";
  return verdicts.includes("unknown") ? "unknown" : "false";
}

/** True when `count` are true, false when fewer than `count` can still be, else unknown. */
export function atLeastOf(count: number, verdicts: readonly Verdict[]): Verdict {
  const sure = verdicts.filter((v) => v === "true").length;
  const open = verdicts.filter((v) => v === "unknown").length;
  if (sure >= count) return "true";
  return sure + open < count ? "false" : "unknown";
}
