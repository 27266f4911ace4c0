// The way to give a group of a sentence a name: it becomes a named condition that other sentences can read, in one step.
import { hasHole, type DraftCondition, type Path } from "@jumelage/engine";
import { conditionSentence } from "@jumelage/engine/words";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { AddDialog, AddForm } from "../vocabulary/add-dialog.tsx";
import { conditionOf, emptyConditionForm, lacksOfCondition } from "../vocabulary/condition-form.ts";
import { addCondition } from "../vocabulary/grow.ts";
import { useNeeded } from "../vocabulary/needed.tsx";
import { replaceAt } from "./edit-condition.ts";
import { conditionFits, scopeOfNamed } from "./scope.ts";
import { useSentence } from "./sentence-context.ts";

export interface NameGroupProps {
  readonly node: DraftCondition;
  readonly at: Path;
  /** Which group of the sentence. */
  readonly name: string;
}

export function NameGroup({ node, at, name }: NameGroupProps): ReactNode {
  const t = useTranslations("criteria");
  const tv = useTranslations("vocabulary.grow");
  const { ruleSet, grow, scope } = useSentence();
  // Whatever reads a decision, or is not yet said, has no meaning of its own.
  const isOwn = !hasHole(node) && conditionFits(scopeOfNamed(ruleSet, ""), node);
  const isNamed = at.length === 0 && scope.named !== undefined;
  if (grow === undefined || isNamed || !isOwn) return null;
  return (
    <AddDialog label={t("nameGroup")} name={t("nameGroupOf", { name })} title={tv("newCondition")} quiet>
      {(close) => <GroupName node={node} at={at} onDone={close} />}
    </AddDialog>
  );
}

interface GroupNameProps {
  readonly node: DraftCondition;
  readonly at: Path;
  readonly onDone: () => void;
}

function GroupName({ node, at, onDone }: GroupNameProps): ReactNode {
  const t = useTranslations("criteria");
  const needed = useNeeded();
  const tv = useTranslations("vocabulary.grow");
  const { ruleSet, lang, root, grow } = useSentence();
  const { baseline } = useWorkspace();
  const [label, setLabel] = useState(emptyConditionForm.label);
  const form = { label, when: node };
  const add = (): void => {
    const condition = conditionOf(form);
    if (condition === undefined) return;
    const published = baseline?.ruleSet;
    const { id } = addCondition(ruleSet, condition, published);
    grow?.(
      t("nameGroup"),
      (r) => addCondition(r, condition, published).ruleSet,
      replaceAt(root, at, { condition: id }),
    );
    onDone();
  };
  return (
    <AddForm lacking={lacksOfCondition(form).map((lack) => tv(`lack.${lack}`))} onAdd={add} onCancel={onDone}>
      <BilingualField
        label={tv("name")}
        value={label}
        rows={1}
        hint={tv("conditionNameHint")}
        needed={needed("label")}
        onChange={setLabel}
      />
      <p>
        <span className="j-muted">{tv("conditionSentence")}</span> {conditionSentence(node, ruleSet, lang)}
      </p>
    </AddForm>
  );
}
