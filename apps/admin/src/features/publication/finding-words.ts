// The sentence for what a gate found. Words for diagnostics and for profiles are the engine's; those for gates are ours.
import type { GateFinding } from "@jumelage/api/schemas";
import type { Difference, ListPart, ManyPart } from "@jumelage/engine";
import { consumerLackSentence, diagnosticSentence, differenceSentence } from "@jumelage/engine/words";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { useList } from "../../ui/moment.tsx";
import { lackOf } from "./consumer-finding.ts";
import { useLabFindingWords } from "./lab-finding-words.ts";

type Params = GateFinding["params"];

function text(params: Params, key: string): string {
  const value = params[key];
  return value === undefined ? "" : String(value);
}
function items(params: Params, key: string): readonly string[] {
  const value = params[key];
  return Array.isArray(value) ? value : [];
}

const manyParts: readonly ManyPart[] = ["suggested", "undetermined", "withheld"];
const listParts: readonly ListPart[] = ["fired", "missing", "unverified", "assumed", "problems"];

/** The difference that a finding of the gate of profiles tells of, or undefined when it tells of something else. */
export function differenceOf({ code, params }: Pick<GateFinding, "code" | "params">): Difference | undefined {
  const decision = text(params, "decision");
  const lists = { absent: items(params, "absent"), extra: items(params, "extra") };
  switch (code) {
    case "profile-state":
      return {
        kind: "state",
        decision,
        expected: text(params, "expected"),
        obtained: text(params, "obtained"),
      };
    case "profile-outcomes": {
      const part = manyParts.find((p) => p === params["part"]);
      return part && { kind: "outcomes", decision, part, ...lists };
    }
    case "profile-list": {
      const part = listParts.find((p) => p === params["part"]);
      return part && { kind: "list", part, ...lists };
    }
    case "profile-no-such-decision":
      return { kind: "no-such-decision", decision };
    default:
      return undefined;
  }
}

export function useFindingWords(): (finding: GateFinding) => string {
  const t = useTranslations("publication.findings");
  const list = useList();
  const { ruleSet, lang } = useWorkspace();
  const ofLab = useLabFindingWords();
  return (finding) => {
    const { code, params, at } = finding;
    const difference = differenceOf({ code, params });
    if (difference) return differenceSentence(difference, ruleSet, lang);
    const lack = lackOf({ code, params });
    if (lack) return consumerLackSentence(lack, ruleSet, lang);
    const found = ofLab(finding);
    if (found !== undefined) return found;
    switch (code) {
      case "base-moved":
        return t("baseMoved", { base: Number(params["base"]), inForce: text(params, "inForce") });
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
