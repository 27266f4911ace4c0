// Properties: a claim names declared decisions, states and facts, and its values are of the fact's type.
import { collector, type Diagnostic } from "../diagnostic.ts";
import { isValueOf } from "../fact.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import { checkCondition } from "./conditions.ts";
import type { Names } from "./names.ts";

export function checkProperties(doc: DraftRuleSet, names: Names): readonly Diagnostic[] {
  const { found, add } = collector();
  const place = { decisionsBefore: "all", twoValued: true } as const;
  doc.properties.forEach(({ claim }, i) => {
    const at = ["properties", i, "claim"];
    const declared = names.decisions.get(claim.decision)?.decision;
    if (!declared) add("undeclared-decision", [...at, "decision"], { decision: claim.decision });
    else if ("states" in claim) {
      for (const state of claim.states) {
        const known = state.startsWith("@")
          ? declared.kind === "one"
          : declared.outcomes.some((o) => o.id === state);
        if (!known) add("undeclared-outcome", [...at, "states"], { decision: declared.id, outcome: state });
      }
    }
    switch (claim.kind) {
      case "implies":
      case "never":
        found.push(...checkCondition(claim.given, [...at, "given"], place, names));
        break;
      case "requires":
        found.push(...checkCondition(claim.condition, [...at, "condition"], place, names));
        break;
      case "monotone": {
        if (declared && declared.kind !== "one")
          add("decision-not-one", [...at, "decision"], { decision: declared.id });
        const fact = names.facts.get(claim.fact);
        if (!fact) add("undeclared-fact", [...at, "fact"], { fact: claim.fact });
        else if (typeof claim.order === "string") {
          if (fact.type !== "integer" && fact.type !== "decimal" && fact.type !== "date") {
            add("order-not-natural", [...at, "order"], { fact: fact.id });
          }
        } else {
          for (const value of claim.order) {
            if (!isValueOf(fact, value))
              add("literal-type", [...at, "order"], {
                fact: fact.id,
                literal: String(value),
                type: fact.type,
              });
          }
        }
        break;
      }
      case "independent":
        for (const id of claim.facts)
          if (!names.facts.has(id)) add("undeclared-fact", [...at, "facts"], { fact: id });
        break;
      case "benignWhenUnknown": {
        const fact = names.facts.get(claim.fact);
        if (!fact) add("undeclared-fact", [...at, "fact"], { fact: claim.fact });
        else if (!isValueOf(fact, claim.value)) {
          add("literal-type", [...at, "value"], {
            fact: fact.id,
            literal: JSON.stringify(claim.value),
            type: fact.type,
          });
        }
        break;
      }
      default:
        claim satisfies never;
    }
  });
  return found;
}
