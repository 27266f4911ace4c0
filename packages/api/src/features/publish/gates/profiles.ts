// Every saved profile gets exactly the answers expected of it.
import { compareWithExpected, evaluate, type Difference } from "@jumelage/engine";
import type { GateFinding } from "../publish.schemas.ts";
import { evaluationDate } from "./evaluation-date.ts";
import type { GateRule } from "./gate.ts";

export const profilesGate: GateRule = {
  id: "profiles",
  restsOnContent: true,
  waivable: true,
  run({ complete, profiles }) {
    if (!complete) return { count: 0, findings: [{ code: "not-run", params: { because: "diagnostics" } }] };
    if (profiles.length === 0) return { count: 0, findings: [{ code: "no-profiles", params: {} }] };
    const findings = profiles.flatMap((profile) =>
      compareWithExpected(
        profile.expected,
        evaluate(complete, profile.facts, evaluationDate(profile)).result,
      ).map((difference): GateFinding => ({ ...worded(difference), profile: profile.id })),
    );
    return { count: profiles.length, findings };
  },
};

function worded(difference: Difference): Pick<GateFinding, "code" | "params"> {
  switch (difference.kind) {
    case "state": {
      const { decision, expected, obtained } = difference;
      return { code: "profile-state", params: { decision, expected, obtained } };
    }
    case "outcomes": {
      const { decision, part, absent, extra } = difference;
      return { code: "profile-outcomes", params: { decision, part, absent: [...absent], extra: [...extra] } };
    }
    case "list": {
      const { part, absent, extra } = difference;
      return { code: "profile-list", params: { part, absent: [...absent], extra: [...extra] } };
    }
    case "no-such-decision":
      return { code: "profile-no-such-decision", params: { decision: difference.decision } };
    default:
      return difference satisfies never;
  }
}
