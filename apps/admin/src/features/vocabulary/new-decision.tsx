// A further decision: what it decides, how many answers it has, and its first outcome. It comes after the others.
import { Checkbox, Radio } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { AddForm } from "./add-dialog.tsx";
import { decisionOf, emptyDecisionForm, lacksOfDecision } from "./decision-form.ts";
import { addDecision } from "./grow-decisions.ts";
import { useNeeded } from "./needed.tsx";
import { OutcomeFields } from "./outcome-fields.tsx";

export function NewDecision({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const needed = useNeeded();
  const tv = useTranslations("vocabulary");
  const { ruleSet, baseline, update } = useWorkspace();
  const [form, setForm] = useState(emptyDecisionForm);
  const add = (): void => {
    const decision = decisionOf(form, ruleSet, baseline?.ruleSet);
    if (decision === undefined) return;
    update(t("decisionAdded"), (doc) => ({ ...doc, ruleSet: addDecision(doc.ruleSet, decision) }));
    onDone();
  };
  return (
    <AddForm lacking={lacksOfDecision(form).map((lack) => t(`lack.${lack}`))} onAdd={add} onCancel={onDone}>
      <p className="j-muted">{t("decisionHint")}</p>
      <BilingualField
        label={t("decisionTitle")}
        value={form.title}
        rows={1}
        hint={t("decisionTitleHint")}
        needed={needed("decided")}
        onChange={(title) => setForm({ ...form, title })}
      />
      <Radio.Group
        label={t("decisionKind")}
        value={form.kind}
        onChange={(kind) => setForm({ ...form, kind })}
      >
        <div className="j-stack-tight">
          {(["one", "many"] as const).map((kind) => (
            <Radio key={kind} value={kind} label={tv(`kind.${kind}`)} />
          ))}
        </div>
      </Radio.Group>
      {form.kind === "many" ? (
        <Checkbox
          label={t("withheld")}
          description={t("withheldHint")}
          checked={form.withheld}
          onChange={(event) => setForm({ ...form, withheld: event.currentTarget.checked })}
        />
      ) : null}
      <p>
        <strong>{t(form.kind === "one" ? "otherwise" : "firstOutcome")}</strong>
      </p>
      <OutcomeFields form={form.outcome} onChange={(outcome) => setForm({ ...form, outcome })} />
    </AddForm>
  );
}
