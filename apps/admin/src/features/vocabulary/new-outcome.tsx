// A new outcome of a decision: its name, what the clinician reads, how cautious it is and what it comes before.
import type { Decision } from "@jumelage/engine";
import { NativeSelect } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { AddForm } from "./add-dialog.tsx";
import { emptyOutcomeForm, lacksOfOutcome, outcomeOf } from "./decision-form.ts";
import { addOutcome, placeOf } from "./grow-decisions.ts";
import { OutcomeFields } from "./outcome-fields.tsx";

export function NewOutcome({
  decision,
  onDone,
}: {
  readonly decision: Decision;
  readonly onDone: () => void;
}): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const { lang, baseline, update } = useWorkspace();
  const [form, setForm] = useState(emptyOutcomeForm);
  const [chosen, setPlace] = useState<number | null>(null);
  const place = chosen ?? placeOf(decision, form.tone);
  const published = baseline?.ruleSet.decisions.find((d) => d.id === decision.id)?.outcomes ?? [];
  const add = (): void => {
    const taken = [...decision.outcomes, ...published].map((o) => o.id);
    const outcome = outcomeOf(form, taken);
    update(t("outcomeAdded"), (doc) => ({
      ...doc,
      ruleSet: addOutcome(doc.ruleSet, decision.id, outcome, place),
    }));
    onDone();
  };
  return (
    <AddForm lacking={lacksOfOutcome(form).map((lack) => t(`lack.${lack}`))} onAdd={add} onCancel={onDone}>
      <OutcomeFields form={form} onChange={setForm} />
      {decision.kind === "one" ? (
        <NativeSelect
          label={t("place")}
          description={t("placeHint")}
          data={[
            { value: "0", label: t("first") },
            ...decision.outcomes.map((o, i) => ({
              value: String(i + 1),
              label: t("after", { label: o.label[lang] }),
            })),
          ]}
          value={String(place)}
          maw={480}
          onChange={(event) => setPlace(Number(event.currentTarget.value))}
        />
      ) : null}
    </AddForm>
  );
}
