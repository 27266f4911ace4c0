// The answers of a fact with choices: one more, and those that are no longer proposed. What is recorded with a retired
// answer keeps it.
import type { Fact } from "@jumelage/engine";
import { Button, Checkbox } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { isWorded } from "./fact-form.ts";
import { addValue, setRetired } from "./grow.ts";

const blank = { fr: "", en: "" };

export function FactAnswers({ fact }: { readonly fact: Fact }): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const { lang, update } = useWorkspace();
  const [label, setLabel] = useState(blank);
  const values = fact.values ?? [];
  const isLastProposed = values.filter((v) => !v.retired).length < 2;
  return (
    <>
      <fieldset className="j-stack-tight">
        <legend>{t("retired")}</legend>
        <p className="j-muted j-small">{t("retiredHint")}</p>
        {values.map((v) => (
          <Checkbox
            key={v.id}
            label={v.label[lang]}
            checked={v.retired ?? false}
            disabled={isLastProposed && !v.retired}
            onChange={({ currentTarget: { checked } }) =>
              update(t("retiredChanged", { label: v.label[lang] }), (doc) => ({
                ...doc,
                ruleSet: setRetired(doc.ruleSet, fact.id, v.id, checked),
              }))
            }
          />
        ))}
      </fieldset>
      <BilingualField label={t("newAnswer")} value={label} rows={1} onChange={setLabel} />
      <div>
        <Button
          variant="default"
          size="compact-md"
          disabled={!isWorded(label)}
          onClick={() => {
            update(t("answerAdded"), (doc) => ({ ...doc, ruleSet: addValue(doc.ruleSet, fact.id, label) }));
            setLabel(blank);
          }}
        >
          {t("addAnswer")}
        </Button>
      </div>
    </>
  );
}
