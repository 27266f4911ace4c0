// The sentence for what a gate found. Words for diagnostics are the engine's; those for gates are ours.
import type { GateFinding } from "@jumelage/api/schemas";
import { diagnosticSentence } from "@jumelage/engine/words";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { useList } from "../../ui/moment.tsx";
import { stateFace } from "../../ui/tones.ts";

type Params = GateFinding["params"];

function text(params: Params, key: string): string {
  const value = params[key];
  return value === undefined ? "" : String(value);
}
function items(params: Params, key: string): readonly string[] {
  const value = params[key];
  return Array.isArray(value) ? value : [];
}

export function useFindingWords(): (finding: GateFinding) => string {
  const t = useTranslations("publication.findings");
  const list = useList();
  const { ruleSet, lang } = useWorkspace();
  const decisionOf = (params: Params) => ruleSet.decisions.find((d) => d.id === params["decision"]);
  const titleOf = (params: Params): string => decisionOf(params)?.title[lang] ?? text(params, "decision");
  const stateIn = (params: Params, state: string): string => {
    const decision = decisionOf(params);
    return decision ? stateFace(decision, state, lang).label : state;
  };
  const both = (
    params: Params,
    name: (id: string) => string,
    word: (kind: "Absent" | "Extra", items: string) => string,
  ): string =>
    (["absent", "extra"] as const)
      .filter((kind) => items(params, kind).length > 0)
      .map((kind) => word(kind === "absent" ? "Absent" : "Extra", list(items(params, kind).map(name))))
      .join("; ");
  const factName = (id: string): string => ruleSet.facts.find((f) => f.id === id)?.label[lang] ?? id;
  const criterionName = (id: string): string => id;
  return ({ code, params, at }) => {
    switch (code) {
      case "profile-state":
        return t("state", {
          decision: titleOf(params),
          expected: stateIn(params, text(params, "expected")),
          obtained: stateIn(params, text(params, "obtained")),
        });
      case "profile-outcomes":
        return both(
          params,
          (id) => stateIn(params, id),
          (kind, words) => t(`outcomes${kind}`, { decision: titleOf(params), items: words }),
        );
      case "profile-list": {
        const part = params["part"];
        const known =
          part === "fired" || part === "missing" || part === "unverified" || part === "assumed"
            ? part
            : "problems";
        const name = known === "fired" ? criterionName : factName;
        return both(params, name, (kind, words) => t(`list${kind}`, { part: t(known), items: words }));
      }
      case "profile-no-such-decision":
        return t("noSuchDecision", { decision: text(params, "decision") });
      case "no-profiles":
        return t("noProfiles");
      case "not-run":
        return t("notRun");
      case "evaluators-disagree":
        return t("disagree", { evaluators: list(items(params, "evaluators")) });
      case "approval-missing":
        return t("approvalMissing", { given: text(params, "given"), needed: text(params, "needed") });
      case "approval-outdated":
        return t("approvalOutdated", { names: list(items(params, "outdated")) });
      default:
        return diagnosticSentence({ code, severity: "error", at: at ?? [], params }, ruleSet, lang);
    }
  };
}
