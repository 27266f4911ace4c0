// A new named condition: its name in the sentences, and the sentence it stands for, written as those of the criteria are.
import type { DraftCondition } from "@jumelage/engine";
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { scopeOfNamed } from "../criteria/scope.ts";
import { SentenceEditor } from "../criteria/sentence-editor.tsx";
import { SharedCondition } from "../criteria/shared-condition.tsx";
import { TypedCondition } from "../criteria/typed-condition.tsx";
import { useChangeRuleSet } from "../criteria/use-change-rule-set.ts";
import { useFindings } from "../criteria/use-findings.ts";
import { AddForm } from "./add-dialog.tsx";
import { conditionOf, emptyConditionForm, lacksOfCondition, nothingSaid } from "./condition-form.ts";
import { addCondition } from "./grow.ts";
import { useNeeded } from "./needed.tsx";

const renderShared = (id: string): ReactNode => <SharedCondition id={id} />;

export function NewCondition({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const needed = useNeeded();
  const { ruleSet, baseline, lang, update } = useWorkspace();
  const changeRuleSet = useChangeRuleSet();
  const [form, setForm] = useState(emptyConditionForm);
  // The document as it would be, so that what is wrong with the sentence is found before it is added.
  const grown = useMemo(() => addCondition(ruleSet, form, baseline?.ruleSet), [ruleSet, form, baseline]);
  const scope = useMemo(() => scopeOfNamed(grown.ruleSet, grown.id), [grown]);
  const found = useFindings(grown.ruleSet, lang);
  const say = useCallback(
    (_label: string, when: DraftCondition | undefined) =>
      setForm((soFar) => ({ ...soFar, when: when ?? nothingSaid })),
    [],
  );
  const add = (): void => {
    const condition = conditionOf(form);
    if (condition === undefined) return;
    update(t("conditionAdded"), (doc) => ({
      ...doc,
      ruleSet: addCondition(doc.ruleSet, condition, baseline?.ruleSet).ruleSet,
    }));
    onDone();
  };
  return (
    <AddForm lacking={lacksOfCondition(form).map((lack) => t(`lack.${lack}`))} onAdd={add} onCancel={onDone}>
      <BilingualField
        label={t("name")}
        value={form.label}
        rows={1}
        hint={t("conditionNameHint")}
        needed={needed("label")}
        onChange={(label) => setForm({ ...form, label })}
      />
      <div className="j-stack-tight">
        <p>
          <strong>{t("conditionSentence")}</strong>
        </p>
        <SentenceEditor
          root={form.when}
          scope={scope}
          onChange={say}
          changeRuleSet={changeRuleSet}
          findingsAt={(path) =>
            found.wordsAt(["conditions", grown.ruleSet.conditions.length - 1, "when", ...path])
          }
          renderShared={renderShared}
          criterion=""
          label={t("conditionSentence")}
        />
        <TypedCondition root={form.when} scope={scope} onChange={say} />
      </div>
    </AddForm>
  );
}
