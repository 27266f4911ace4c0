// A new fact: the question as it is asked, its name in the sentences, how it may be answered, and what a missing answer
// means.
import type { Text } from "@jumelage/engine";
import { Button, Checkbox, NativeSelect, Radio } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { AddForm } from "./add-dialog.tsx";
import {
  answerTypes,
  emptyFactForm,
  factOf,
  freshDays,
  idOfForm,
  isWorded,
  lacksOf,
  type AnswerType,
  type FactForm,
} from "./fact-form.ts";
import { FactIdField } from "./fact-id-field.tsx";
import { addFact, takenIds } from "./grow.ts";
import { useNeeded } from "./needed.tsx";
import { NumberFields, SumFields } from "./number-fields.tsx";

export function NewFact({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const needed = useNeeded();
  const tv = useTranslations("vocabulary");
  const { ruleSet, baseline, update } = useWorkspace();
  const [form, setForm] = useState(emptyFactForm);
  const change = (part: Partial<FactForm>): void => setForm({ ...form, ...part });
  const taken = takenIds(ruleSet, baseline?.ruleSet);
  const fact = factOf(form, ruleSet.facts, taken);
  const add = (): void => {
    if (fact === undefined) return;
    update(t("factAdded"), (doc) => ({ ...doc, ruleSet: addFact(doc.ruleSet, fact) }));
    onDone();
  };
  return (
    <AddForm lacking={lacksOf(form, taken).map((lack) => t(`lack.${lack}`))} onAdd={add} onCancel={onDone}>
      <BilingualField
        label={tv("question")}
        value={form.question}
        hint={t("questionHint")}
        needed={needed("question")}
        onChange={(question) => change({ question })}
      />
      <BilingualField
        label={t("name")}
        value={form.label}
        rows={1}
        hint={t("nameHint")}
        needed={needed("label")}
        onChange={(label) => change({ label })}
      />
      <NativeSelect
        label={t("answer")}
        data={answerTypes.map((value) => ({ value, label: tv(`types.${value}`) }))}
        value={form.type}
        maw={320}
        onChange={(event) => change({ type: event.currentTarget.value as AnswerType })}
      />
      {form.type === "enum" || form.type === "set" ? (
        <Answers values={form.values} onChange={(values) => change({ values })} />
      ) : null}
      {form.type === "integer" || form.type === "decimal" ? (
        <NumberFields form={form} onChange={change} />
      ) : null}
      {form.type === "sum" ? <SumFields form={form} onChange={change} /> : null}
      <Checkbox
        label={t("safety")}
        description={t("safetyHint")}
        checked={form.safety}
        onChange={(event) => change({ safety: event.currentTarget.checked })}
      />
      {form.safety ? null : (
        <>
          <Radio.Group
            label={tv("unknown")}
            value={form.whenUnknown}
            onChange={(value) => change({ whenUnknown: value === "ignore" ? "ignore" : "block" })}
          >
            <div className="j-stack-tight">
              {(["block", "ignore"] as const).map((value) => (
                <Radio key={value} value={value} label={tv(`unknowns.${value}`)} />
              ))}
            </div>
          </Radio.Group>
          <NativeSelect
            label={t("fresh")}
            data={freshDays.map((days) => ({
              value: String(days ?? ""),
              label:
                days === undefined
                  ? tv("fresh.always")
                  : days === 0
                    ? tv("fresh.sameDay")
                    : tv("fresh.days", { count: days }),
            }))}
            value={String(form.fresh ?? "")}
            maw={320}
            onChange={({ currentTarget: { value } }) =>
              change({ fresh: value === "" ? undefined : Number(value) })
            }
          />
        </>
      )}
      <FactIdField
        value={isWorded(form.label) ? idOfForm(form, taken) : form.id}
        taken={taken}
        onChange={(id) => change({ id })}
      />
    </AddForm>
  );
}

/** Answers that somebody has to be able to choose from. */
const fewest = 2;

/** The answers to choose from, one more empty row at a time. */
function Answers({
  values,
  onChange,
}: {
  readonly values: readonly Text[];
  readonly onChange: (values: readonly Text[]) => void;
}): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const needed = useNeeded();
  return (
    <>
      {values.map((value, i) => (
        <BilingualField
          // Rows are only ever added behind the last one.
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          label={t("answerNumber", { number: String(i + 1) })}
          value={value}
          rows={1}
          {...(i < fewest || (value.fr + value.en).trim() !== "" ? { needed: needed("values") } : {})}
          onChange={(text) => onChange(values.with(i, text))}
        />
      ))}
      <div>
        <Button variant="default" size="compact-md" onClick={() => onChange([...values, { fr: "", en: "" }])}>
          {t("oneMoreAnswer")}
        </Button>
      </div>
    </>
  );
}
