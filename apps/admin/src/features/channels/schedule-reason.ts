// Why something that was planned did not happen, as one of the few reasons that people can do something about.
import type { Schedule } from "@jumelage/api/schemas";

export type Reason =
  | "gates"
  | "edited"
  | "noApproval"
  | "noRight"
  | "closed"
  | "archived"
  | "review"
  | "vault"
  | "fault"
  | "other";

/** Why what was planned did not happen, from the refusal that was kept. */
export function reasonOf(outcome: Schedule["outcome"]): Reason {
  const gates = outcome?.["gates"];
  if (Array.isArray(gates) && gates.length > 0) return "gates";
  const reason = outcome?.["reason"];
  if (typeof reason === "string" && reason.startsWith("vault-")) return "vault";
  switch (outcome?.["code"]) {
    case "stale-revision":
      return "edited";
    case "publish-blocked":
      return "noApproval";
    case "forbidden":
      return "noRight";
    case "release-immutable":
      return "closed";
    case "archived":
      return "archived";
    case "invalid-input":
      return "review";
    case "fault":
      return "fault";
    default:
      return "other";
  }
}
