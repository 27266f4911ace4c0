// The sentence of a named condition, wherever it is edited: opened from a criterion, or in the vocabulary.
import type { DraftCondition, DraftNamedCondition } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useCallback, useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { withNamed } from "./edit-criteria.ts";
import { scopeOfNamed } from "./scope.ts";
import type { Grow } from "./sentence-context.ts";
import { SentenceEditor } from "./sentence-editor.tsx";
import { TypedCondition } from "./typed-condition.tsx";
import { useChangeRuleSet } from "./use-change-rule-set.ts";
import { useFindings } from "./use-findings.ts";

export interface NamedSentenceProps {
  readonly condition: DraftNamedCondition;
  /** Named conditions opened on the way here, this one included. */
  readonly opened: readonly string[];
  readonly renderShared: (id: string) => ReactNode;
  /** The criterion that it was opened from; empty without one. */
  readonly criterion: string;
  /** Whether a condition can be typed below the sentence. */
  readonly typed?: boolean;
}

export function NamedSentence(props: NamedSentenceProps): ReactNode {
  const { condition, opened, renderShared, criterion, typed = false } = props;
  const t = useTranslations("criteria");
  const { ruleSet, lang } = useWorkspace();
  const changeRuleSet = useChangeRuleSet();
  const found = useFindings(ruleSet, lang);
  const { id } = condition;
  const index = ruleSet.conditions.indexOf(condition);
  const scope = useMemo(() => scopeOfNamed(ruleSet, id), [ruleSet, id]);
  const onChange = useCallback(
    (label: string, when: DraftCondition | undefined) => changeRuleSet(label, (r) => withNamed(r, id, when)),
    [changeRuleSet, id],
  );
  const onGrow = useCallback<Grow>(
    (label, around, when) => changeRuleSet(label, (r) => withNamed(around(r), id, when)),
    [changeRuleSet, id],
  );
  return (
    <>
      <SentenceEditor
        root={condition.when}
        scope={scope}
        onChange={onChange}
        changeRuleSet={changeRuleSet}
        onGrow={onGrow}
        findingsAt={(path) => found.wordsAt(["conditions", index, "when", ...path])}
        opened={opened}
        renderShared={renderShared}
        criterion={criterion}
        label={t("sharedSentence", { name: textIn(condition.label, lang) || id })}
      />
      {typed ? <TypedCondition root={condition.when} scope={scope} onChange={onChange} /> : null}
    </>
  );
}
