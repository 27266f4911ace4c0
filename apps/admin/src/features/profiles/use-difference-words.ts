// What is not as expected, in words: one sentence a difference.
import type { Difference, DraftRuleSet } from "@jumelage/engine";
import { listOf, quote, textIn } from "@jumelage/engine/words";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { stateFace } from "../../ui/tones.ts";

export function useDifferenceWords(): (difference: Difference) => string {
  const t = useTranslations("profiles.difference");
  const { ruleSet, lang } = useWorkspace();
  const list = (names: readonly string[]): string => listOf(names, lang, "and");
  const both = (absent: string, extra: string): string =>
    `${[absent, extra].filter((s) => s !== "").join("; ")}.`;
  return (d) => {
    const decision = "decision" in d ? ruleSet.decisions.find((x) => x.id === d.decision) : undefined;
    const title = decision ? textIn(decision.title, lang) : "decision" in d ? d.decision : "";
    const state = (id: string): string => (decision ? stateFace(decision, id, lang).label : id);
    const quoted = (id: string): string => quote(state(id), lang);
    switch (d.kind) {
      case "no-such-decision":
        return t("noSuchDecision", { decision: d.decision });
      case "state":
        return t("state", { decision: title, expected: state(d.expected), obtained: state(d.obtained) });
      case "outcomes":
        return `${t(`part.${d.part}`, { decision: title })} ${both(
          d.absent.length > 0 ? t("absent", { list: list(d.absent.map(quoted)) }) : "",
          d.extra.length > 0 ? t("extra", { list: list(d.extra.map(quoted)) }) : "",
        )}`;
      case "list": {
        const name = (id: string): string =>
          d.part === "fired" ? id : quote(factName(ruleSet, id.split(":")[0] ?? id, lang), lang);
        return `${t(`list.${d.part}`)} ${both(
          d.absent.length > 0 ? t("absent", { list: list(d.absent.map(name)) }) : "",
          d.extra.length > 0 ? t("extra", { list: list(d.extra.map(name)) }) : "",
        )}`;
      }
      default:
        return d satisfies never;
    }
  };
}

function factName(ruleSet: DraftRuleSet, id: string, lang: "fr" | "en"): string {
  const fact = ruleSet.facts.find((f) => f.id === id);
  return fact ? textIn(fact.label, lang) || id : id;
}
