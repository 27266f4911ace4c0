// An outcome that nobody can get, whatever they answer.
import { isIn, type Formula } from "@jumelage/engine";
import { whereNobody, type Law } from "../law.ts";

export const outcomeUnreachable: Law = {
  id: "outcome-unreachable",
  async apply(scene) {
    const outcomes = scene.ruleSet.decisions.flatMap((decision, d) =>
      decision.outcomes.map((outcome, o) => ({ decision, outcome, at: ["decisions", d, "outcomes", o] })),
    );
    const known = await scene.settleHere(
      new Map(outcomes.map((o): [typeof o, Formula] => [o, isIn(0, o.decision, [o.outcome.id])])),
    );
    return whereNobody(
      outcomes.map((o) => ({ at: o.at, about: o, known: known.get(o) })),
      ({ decision, outcome }) => ({
        severity: "error",
        params: { decision: decision.id, outcome: outcome.id },
      }),
    );
  },
};
