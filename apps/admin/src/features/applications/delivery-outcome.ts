// What came of a message to a webhook, as one of the few things that people can do something about.

const failures = ["timeout", "unknown-host", "private-address", "unreachable", "too-large"] as const;
const ended = ["removed", "superseded"] as const;

export type OutcomeKind =
  | "received"
  | "elsewhere"
  | "not-let-in"
  | "not-there"
  | "gone"
  | "too-many"
  | "not-taken"
  | "trouble"
  | "not-allowed"
  | (typeof failures)[number]
  | (typeof ended)[number];

/** The kind of an outcome: a status of three digits, or why there was none. */
export function outcomeKind(outcome: string): OutcomeKind {
  const named = [...failures, ...ended].find((name) => name === outcome);
  if (named !== undefined) return named;
  // The address was refused before anything was sent: the list of hosts has become shorter since.
  if (!/^\d{3}$/.test(outcome)) return "not-allowed";
  if (outcome.startsWith("2")) return "received";
  if (outcome.startsWith("3")) return "elsewhere";
  if (outcome.startsWith("5")) return "trouble";
  if (outcome === "401" || outcome === "403") return "not-let-in";
  if (outcome === "404") return "not-there";
  if (outcome === "410") return "gone";
  return outcome === "429" ? "too-many" : "not-taken";
}
