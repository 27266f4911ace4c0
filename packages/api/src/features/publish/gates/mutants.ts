// The saved profiles notice nearly every seeded fault that would change an answer: the program says how many, never
// fewer than 95 %.
import { awaited, type GateRule } from "./gate.ts";

export const mutantsGate: GateRule = {
  id: "mutants",
  waivable: true,
  jobs: ["mutation"],
  run({ lab, floors }) {
    const answer = awaited(lab.mutation);
    if ("wait" in answer) return { ...answer.wait, floor: floors.mutants };
    const { seeded, equivalent, score, survivors } = answer.report;
    const enough = score >= floors.mutants;
    return {
      count: seeded - equivalent,
      score,
      floor: floors.mutants,
      findings: enough
        ? []
        : survivors.map(({ fault, status }) => ({
            code: `mutant-${status}`,
            params: { fault: fault.id, kind: fault.kind },
            at: [...fault.at],
          })),
    };
  },
};
