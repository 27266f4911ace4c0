// Every statement of every source is either modelled, and then something cites it, or left out for a reason that is
// written down.
import { openStatements } from "@jumelage/engine";
import type { GateRule } from "./gate.ts";

export const sourcesGate: GateRule = {
  id: "sources",
  waivable: true,
  run: ({ ruleSet }) => ({
    count: ruleSet.sources.reduce((count, source) => count + source.statements.length, 0),
    findings: openStatements(ruleSet).map(({ statement, why }) => ({
      code: `statement-${why}`,
      params: { statement },
    })),
  }),
};
