// The named conditions: a piece of reasoning with a name, said in words.
import { conditionSentence } from "@jumelage/engine/words";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { entryId } from "../../paths.ts";
import { Panel } from "../../ui/page.tsx";
import { setConditionLabel } from "./edits.ts";
import type { Usage } from "./usage.ts";
import { UsedBy } from "./used-by.tsx";
import classes from "./vocabulary.module.css";
import { WordsEditor } from "./words-editor.tsx";

export function ConditionsPanel({ usage }: { readonly usage: Usage }) {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang, editable, update } = useWorkspace();
  if (ruleSet.conditions.length === 0) return null;
  return (
    <Panel title={t("conditions")} id="conditions">
      <ul className={classes.cards}>
        {ruleSet.conditions.map((condition) => (
          <li key={condition.id} id={entryId("condition", condition.id)} className={classes.card}>
            <div className={classes.cardHead}>
              <h3>{condition.label[lang]}</h3>
              {editable ? (
                <WordsEditor
                  name={condition.label[lang]}
                  fields={[
                    {
                      key: "label",
                      label: t("label"),
                      value: condition.label,
                      onChange: (label) =>
                        update(
                          t("editWordsOf", { label: condition.label[lang] }),
                          setConditionLabel(condition.id, label),
                          `condition/${condition.id}`,
                        ),
                    },
                  ]}
                />
              ) : null}
            </div>
            <p>{conditionSentence(condition.when, ruleSet, lang)}</p>
            <UsedBy criteria={usage.conditions.get(condition.id) ?? []} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
