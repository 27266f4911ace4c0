// No error diagnostics, and nothing left to fill in: only a complete, well-typed rule set can be released.
import { check, parseRuleSet, type Diagnostic, type Path } from "@jumelage/engine";
import type { GateFinding } from "../publish.schemas.ts";
import type { GateRule } from "./gate.ts";

export const diagnosticsGate: GateRule = {
  id: "diagnostics",
  waivable: false,
  run({ ruleSet }) {
    const errors = check(ruleSet).filter((d) => d.severity === "error");
    const parsed = parseRuleSet(ruleSet);
    // The checks speak of every gap in their own words; what only the parser refuses is reported as it stands.
    const found = errors.length > 0 || parsed.ok ? errors : parsed.diagnostics;
    return {
      count: ruleSet.criteria.length,
      findings: found.map((diagnostic) => findingOf(diagnostic, ruleSet.criteria)),
    };
  },
};

function findingOf(diagnostic: Diagnostic, criteria: readonly { readonly id: string }[]): GateFinding {
  const criterion = criterionAt(diagnostic.at, criteria);
  return {
    code: diagnostic.code,
    params: Object.fromEntries(
      Object.entries(diagnostic.params).map(([key, value]) => [
        key,
        typeof value === "object" ? [...value] : value,
      ]),
    ),
    at: [...diagnostic.at],
    ...(criterion === undefined ? {} : { criterion }),
  };
}

function criterionAt(at: Path, criteria: readonly { readonly id: string }[]): string | undefined {
  return at[0] === "criteria" && typeof at[1] === "number" ? criteria[at[1]]?.id : undefined;
}
