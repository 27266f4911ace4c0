// Decisions and criteria: what each kind of decision needs, and that a criterion speaks for a declared outcome.
import { collector, type Diagnostic } from "../diagnostic.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import { checkCondition } from "./conditions.ts";
import type { Names } from "./names.ts";

export function checkDecisions(doc: DraftRuleSet): readonly Diagnostic[] {
  const { found, add } = collector();
  doc.decisions.forEach((d, i) => {
    const at = ["decisions", i];
    const about = { decision: d.id };
    if (d.kind === "one") {
      if (d.otherwise === undefined) add("otherwise-required", at, about);
      else if (!d.outcomes.some((o) => o.id === d.otherwise)) {
        add("undeclared-outcome", [...at, "otherwise"], { ...about, outcome: d.otherwise });
      }
      if (d.states === undefined) add("states-required", at, about);
      if (d.withheldWhileSafetyUnknown !== undefined)
        add("withheld-not-allowed", [...at, "withheldWhileSafetyUnknown"], about);
    } else {
      if (d.otherwise !== undefined) add("otherwise-not-allowed", [...at, "otherwise"], about);
      if (d.states !== undefined) add("states-not-allowed", [...at, "states"], about);
    }
  });
  return found;
}

export function checkCriteria(doc: DraftRuleSet, names: Names): readonly Diagnostic[] {
  const { found, add } = collector();
  doc.criteria.forEach((c, i) => {
    const at = ["criteria", i];
    const target = names.decisions.get(c.then.decision);
    if (!target) add("undeclared-decision", [...at, "then"], { decision: c.then.decision });
    else if (!target.decision.outcomes.some((o) => o.id === c.then.outcome)) {
      add("undeclared-outcome", [...at, "then"], { decision: c.then.decision, outcome: c.then.outcome });
    }
    if (c.when === undefined) return;
    const place = { decisionsBefore: target?.index ?? 0, twoValued: target?.decision.kind === "many" };
    found.push(...checkCondition(c.when, [...at, "when"], place, names));
  });
  return found;
}
