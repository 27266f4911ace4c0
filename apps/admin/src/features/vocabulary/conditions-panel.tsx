// The named conditions: a piece of reasoning with a name, said in words, changed in its own sentence.
import type { DraftNamedCondition } from "@jumelage/engine";
import { conditionSentence } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useId, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { entryId } from "../../paths.ts";
import { Panel } from "../../ui/page.tsx";
import { NamedSentence } from "../criteria/named-sentence.tsx";
import { SharedCondition } from "../criteria/shared-condition.tsx";
import { AddDialog } from "./add-dialog.tsx";
import { setConditionLabel } from "./edits.ts";
import { isConditionNamed, removeCondition } from "./grow.ts";
import { NewCondition } from "./new-condition.tsx";
import { RemoveButton } from "./remove-button.tsx";
import type { Usage } from "./usage.ts";
import { UsedBy } from "./used-by.tsx";
import classes from "./vocabulary.module.css";
import { WordsEditor } from "./words-editor.tsx";

export function ConditionsPanel({ usage }: { readonly usage: Usage }) {
  const t = useTranslations("vocabulary");
  const { ruleSet, editable } = useWorkspace();
  if (ruleSet.conditions.length === 0 && !editable) return null;
  return (
    <Panel
      title={t("conditions")}
      id="conditions"
      actions={
        editable ? (
          <AddDialog label={t("grow.addCondition")} title={t("grow.newCondition")}>
            {(close) => <NewCondition onDone={close} />}
          </AddDialog>
        ) : undefined
      }
    >
      <p className="j-muted">{t("conditionHint")}</p>
      {ruleSet.conditions.length === 0 ? <p>{t("noCondition")}</p> : null}
      <ul className={classes.cards}>
        {ruleSet.conditions.map((condition) => (
          <Condition
            key={condition.id}
            condition={condition}
            usedBy={usage.conditions.get(condition.id) ?? []}
          />
        ))}
      </ul>
    </Panel>
  );
}

const renderShared = (id: string): ReactNode => <SharedCondition id={id} />;

interface ConditionProps {
  readonly condition: DraftNamedCondition;
  readonly usedBy: readonly string[];
}

function Condition({ condition, usedBy }: ConditionProps): ReactNode {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang, editable, update } = useWorkspace();
  const [open, setOpen] = useState(false);
  const body = useId();
  const name = condition.label[lang];
  return (
    <li id={entryId("condition", condition.id)} className={`${classes.card} ${open ? classes.whole : ""}`}>
      <div className={classes.cardHead}>
        <h3>{name}</h3>
        {editable ? (
          <WordsEditor
            name={name}
            fields={[
              {
                key: "label",
                label: t("label"),
                value: condition.label,
                onChange: (label) =>
                  update(
                    t("editWordsOf", { label: name }),
                    setConditionLabel(condition.id, label),
                    `condition/${condition.id}`,
                  ),
              },
            ]}
          />
        ) : null}
        {editable && !isConditionNamed(ruleSet, condition.id) ? (
          <RemoveButton name={name} without={(doc) => removeCondition(doc, condition.id)} />
        ) : null}
      </div>
      <p>{conditionSentence(condition.when, ruleSet, lang)}</p>
      {editable ? (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={open}
            aria-controls={body}
            aria-label={t(open ? "closeSentenceOf" : "editSentenceOf", { label: name })}
            onClick={() => setOpen(!open)}
          >
            {t(open ? "done" : "editSentence")}
          </Button>
        </div>
      ) : null}
      <div id={body} hidden={!open}>
        {open && editable ? (
          <NamedSentence
            condition={condition}
            opened={[condition.id]}
            renderShared={renderShared}
            criterion=""
            typed
          />
        ) : null}
      </div>
      <UsedBy criteria={usedBy} />
    </li>
  );
}
