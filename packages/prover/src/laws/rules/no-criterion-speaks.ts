// A gap: somebody who answered everything a `one` decision asks, and of whom no criterion of it is true, so that the
// default answer is given without a reason. A note, since the default is there for that; a warning when the default is of
// tone `go`, for nobody has then decided to allow anything.
import { askOne, type Decision, type Finding, type Formula, type Path } from "@jumelage/engine";
import { witnessReport } from "../../witness-report.ts";
import type { Law } from "../law.ts";
import { criteriaFor, factsBehind } from "../reading.ts";
import type { Scene } from "../scene.ts";

export const noCriterionSpeaks: Law = {
  id: "no-criterion-speaks",
  async apply(scene) {
    const findings: Omit<Finding, "law">[] = [];
    const undecided: Path[] = [];
    for (const [index, decision] of scene.ruleSet.decisions.entries()) {
      if (decision.otherwise === undefined) continue;
      const at = ["decisions", index];
      const question = askOne(scene.ruleSet, silent(scene, decision));
      const answer = await scene.ask(question);
      if (answer.status === "undecided") undecided.push(at);
      if (answer.status !== "somebody") continue;
      const tone = decision.outcomes.find((o) => o.id === decision.otherwise)?.tone;
      findings.push({
        severity: tone === "go" ? "warning" : "info",
        at,
        params: { decision: decision.id, outcome: decision.otherwise, permits: tone === "go" },
        witness: witnessReport(question, answer.witness, [decision.id]),
      });
    }
    return { findings, undecided };
  },
};

function silent({ ruleSet }: Scene, decision: Decision): Formula {
  const behind = factsBehind(ruleSet, decision.id);
  const asked = ruleSet.facts.filter((f) => behind.has(f.id) && f.whenUnknown !== "ignore");
  return {
    all: [
      ...criteriaFor(ruleSet, decision.id).map((c): Formula => ({ world: 0, verdict: "false", of: c.when })),
      ...asked.map((f): Formula => ({ world: 0, holds: { fact: f.id, operator: "isKnown" } })),
    ],
  };
}
