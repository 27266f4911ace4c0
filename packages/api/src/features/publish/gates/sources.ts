// Every statement of every source is either modelled, and then something cites it, or left out for a reason that is
// written down.
import type { GateFinding } from "../publish.schemas.ts";
import type { GateRule } from "./gate.ts";

export const sourcesGate: GateRule = {
  id: "sources",
  waivable: true,
  run({ ruleSet }) {
    const cited = new Set(
      [...ruleSet.criteria.filter((c) => c.enabled), ...ruleSet.parameters, ...ruleSet.facts].flatMap(
        (thing) => thing.sources,
      ),
    );
    const statements = ruleSet.sources.flatMap((s) => s.statements);
    const findings = statements.flatMap(({ id, modelled }): GateFinding[] => {
      if (modelled === true)
        return cited.has(id) ? [] : [{ code: "statement-not-cited", params: { statement: id } }];
      const explained = modelled.reason.fr.trim() !== "" && modelled.reason.en.trim() !== "";
      return explained ? [] : [{ code: "statement-unexplained", params: { statement: id } }];
    });
    return { count: statements.length, findings };
  },
};
