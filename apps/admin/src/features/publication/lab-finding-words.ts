// The sentence for what a gate of the lab found: a guarantee, a difference, a fault, an edge, a confirmation, a danger,
// a statement of a source. Undefined for what another gate found.
import type { GateFinding } from "@jumelage/api/schemas";
import { runnable } from "@jumelage/engine";
import { boundarySentence, textIn, transitionSentence } from "@jumelage/engine/words";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { nameOf } from "../../lab/name-of.ts";

const states = ["failed", "cancelled"] as const;
const sides = ["below", "at", "above", "inside", "outside", "unknown"] as const;
const faults = [
  "threshold",
  "operator",
  "all-any",
  "dropped-condition",
  "dropped-criterion",
  "re-aimed-criterion",
  "when-unknown",
  "safety",
  "valid-for",
  "precedence",
] as const;
const checks = [
  "criterion-fires",
  "criterion-decides",
  "outcome-reached",
  "determined-is-stable",
  "safety-is-asked",
] as const;
const confirmed = ["criterion", "parameter", "source", "sentence"] as const;

/** The member of a list that a parameter names. */
function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.find((item) => item === value);
}

export function useLabFindingWords(): (finding: GateFinding) => string | undefined {
  const t = useTranslations("publication.labFindings");
  const tf = useTranslations("coverage.faults.kind");
  const ts = useTranslations("guarantees.standard.kind");
  const { ruleSet, baseline, hazards, lang } = useWorkspace();
  const complete = useMemo(() => runnable(ruleSet), [ruleSet]);
  return ({ code, params }) => {
    const text = (key: string): string => String(params[key] ?? "");
    switch (code) {
      case "not-run": {
        const state = oneOf(states, params["because"]);
        return state === undefined ? undefined : t(`notRun.${state}`);
      }
      case "boundary-uncovered": {
        const side = oneOf(sides, params["side"]);
        if (side === undefined) return undefined;
        return boundarySentence({ fact: text("fact"), side, value: params["value"] }, complete, lang);
      }
      case "difference-undecided":
        return t("differenceUndecided");
      case "difference-needs-profile":
      case "difference-unexplained": {
        const move = { decision: text("decision"), from: text("from"), to: text("to") };
        const sentence = transitionSentence(move, baseline?.ruleSet ?? ruleSet, ruleSet, lang);
        return `${sentence} ${t(code === "difference-unexplained" ? "explain" : "needsProfile")}`;
      }
      case "hazard-open":
        return t("hazardOpen", { name: nameOf(hazards, text("hazard"), lang) });
      case "property-without-hazard":
        return t("propertyWithoutHazard");
      case "criterion-without-hazard":
        return t("criterionWithoutHazard");
      case "mutant-survived":
      case "mutant-undecided": {
        const kind = oneOf(faults, params["kind"]);
        const name = kind === undefined ? "" : tf(kind);
        return t(code === "mutant-survived" ? "faultSurvived" : "faultUndecided", { name });
      }
      case "property-refuted":
      case "property-undecided": {
        const property = ruleSet.properties.find((p) => p.id === text("property"));
        const name = property ? textIn(property.statement, lang) : text("property");
        return t(code === "property-refuted" ? "refuted" : "undecided", { name });
      }
      case "standard-refuted":
      case "standard-undecided": {
        const check = oneOf(checks, params["check"]);
        const name = check === undefined ? "" : ts(check);
        return t(code === "standard-refuted" ? "refuted" : "undecided", { name });
      }
      case "statement-not-cited":
        return t("notCited", { id: text("statement") });
      case "statement-unexplained":
        return t("unexplained", { id: text("statement") });
      case "confirmation-missing":
      case "confirmation-reopened": {
        const kind = oneOf(confirmed, params["kind"]);
        if (kind === undefined) return undefined;
        const item =
          kind === "parameter"
            ? ruleSet.parameters.find((p) => p.id === text("id"))?.label
            : kind === "source"
              ? ruleSet.sources.find((s) => s.id === text("id"))?.title
              : undefined;
        const name = item ? textIn(item, lang) : text("id");
        return t(code === "confirmation-missing" ? `confirm.${kind}` : `reopened.${kind}`, { name });
      }
      default:
        return undefined;
    }
  };
}
