// Every property of the rule set, and what is asked of every rule set, is proved for all persons. What is refuted is
// never waived, nor what has not been tried.
import type { GateFinding } from "../publish.schemas.ts";
import { awaited, type GateRule } from "./gate.ts";

export const propertiesGate: GateRule = {
  id: "properties",
  waivable: true,
  jobs: ["proofs"],
  run({ lab, ruleSet }) {
    const answer = awaited(lab.proofs);
    if ("wait" in answer) return { ...answer.wait, final: true };
    const { properties, standard } = answer.report;
    const reported = new Set(properties.map((p) => p.id));
    const findings: GateFinding[] = [
      ...properties.flatMap(({ id, status, reason }) =>
        status === "proved"
          ? []
          : [{ code: `property-${status}`, params: { property: id, ...(reason ? { reason } : {}) } }],
      ),
      // A report that leaves a property out proves nothing about it.
      ...ruleSet.properties.flatMap(({ id }) =>
        reported.has(id) ? [] : [{ code: "property-undecided", params: { property: id } }],
      ),
      ...standard.flatMap(({ check, status, reason }) =>
        status === "proved"
          ? []
          : [
              {
                code: `standard-${status}`,
                params: { check: check.kind, ...about(check), ...(reason ? { reason } : {}) },
                ...("criterion" in check ? { criterion: check.criterion } : {}),
              },
            ],
      ),
    ];
    const refuted = [...properties, ...standard].some((p) => p.status === "refuted");
    return { count: properties.length + standard.length, findings, final: refuted };
  },
};

function about(check: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(check).flatMap(([key, value]) =>
      key !== "kind" && typeof value === "string" ? [[key, value]] : [],
    ),
  );
}
