// A condition about an earlier decision: which of its outcomes (or computed states, where they may be read) it asks for.
import { computedStates } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { stateFace } from "../../ui/tones.ts";
import { setOutcomes } from "./edit-leaf.ts";
import type { LeafProps } from "./fact-slots.tsx";
import { useSentence } from "./sentence-context.ts";
import classes from "./sentence.module.css";

export function DecisionSlots({ node, at, name }: LeafProps): ReactNode {
  const t = useTranslations("criteria");
  const { root, scope, lang, change } = useSentence();
  const decision =
    "decision" in node ? scope.ruleSet.decisions.find((d) => d.id === node.decision) : undefined;
  if (!decision || !("decision" in node)) return null;
  const chosen = "state" in node ? node.state : typeof node.value === "string" ? [node.value] : node.value;
  const computed = scope.twoValued
    ? computedStates.map((s) => ({ value: s, label: stateFace(decision, s, lang).label }))
    : [];
  return (
    <>
      <span>{t("isOneOf")}</span>
      <MultiSelect
        className={classes.list}
        aria-label={t("slot.outcomes", { name })}
        data={[
          ...decision.outcomes.map((o) => ({ value: o.id, label: textIn(o.label, lang) || o.id })),
          ...computed,
        ]}
        value={[...chosen]}
        hidePickedOptions={false}
        maxDropdownHeight={320}
        onChange={(outcomes) => change(t("change.value"), setOutcomes(root, at, outcomes, scope))}
      />
    </>
  );
}
