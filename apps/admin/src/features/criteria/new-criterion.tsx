// A new criterion: which outcome it speaks for, and how its sentence starts.
import { textIn } from "@jumelage/engine/words";
import { Button, NativeSelect } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { newPart, programPaths } from "../../paths.ts";
import { useGo } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";
import { addCriterion, type Starter, type Then } from "./edit-criteria.ts";

const starters: readonly Starter[] = ["all", "any", "none", "always"];

/** The outcomes of every decision as choices of one list. */
export function useOutcomeChoices(): readonly {
  readonly group: string;
  readonly items: { value: string; label: string }[];
}[] {
  const { ruleSet, lang } = useWorkspace();
  return ruleSet.decisions.map((d) => ({
    group: textIn(d.title, lang) || d.id,
    items: d.outcomes.map((o) => ({ value: `${d.id}/${o.id}`, label: textIn(o.label, lang) || o.id })),
  }));
}

export function readThen(value: string): Then {
  const [decision = "", outcome = ""] = value.split("/");
  return { decision, outcome };
}

export function NewCriterion({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useTranslations("criteria");
  const { ruleSet, program, update } = useWorkspace();
  const go = useGo();
  const choices = useOutcomeChoices();
  const [then, setThen] = useState(choices[0]?.items[0]?.value ?? "");
  const start = (starter: Starter): void => {
    const { id } = addCriterion(ruleSet, readThen(then), starter);
    update(t("change.addCriterion", { id }), (doc) => ({
      ...doc,
      ruleSet: addCriterion(doc.ruleSet, readThen(then), starter).ruleSet,
    }));
    onDone();
    go(programPaths(program).criterion(id));
  };
  return (
    <Panel title={t("new")} id={newPart}>
      <NativeSelect
        label={t("newOutcome")}
        data={choices.map((c) => ({ ...c, items: c.items }))}
        value={then}
        maw={640}
        onChange={(event) => setThen(event.currentTarget.value)}
      />
      <p className="j-small">{t("newStart")}</p>
      <div className="j-row">
        {starters.map((starter) => (
          <Button key={starter} variant="default" onClick={() => start(starter)}>
            {t(`starter.${starter}`)}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
