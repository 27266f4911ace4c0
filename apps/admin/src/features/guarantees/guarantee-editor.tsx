// A guarantee as its author edits it: the statement in both languages, and the condition it spells out as a sentence of
// slots. An unfinished sentence stays here until it is complete: a guarantee never holds a gap.
import { hasHole, type Condition, type DraftCondition, type DraftRuleSet } from "@jumelage/engine";
import { useCallback, useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import type { Scope } from "../criteria/scope.ts";
import { SentenceEditor } from "../criteria/sentence-editor.tsx";
import { SharedCondition } from "../criteria/shared-condition.tsx";
import { useChangeRuleSet } from "../criteria/use-change-rule-set.ts";
import { useFindings } from "../criteria/use-findings.ts";
import { conditionKey, conditionOf, withClaimCondition, withStatement } from "./edit-guarantee.ts";
import classes from "./guarantees.module.css";

export interface GuaranteeEditorProps {
  readonly guarantee: DraftRuleSet["properties"][number];
}

const renderShared = (id: string): ReactNode => <SharedCondition id={id} />;

export function GuaranteeEditor({ guarantee }: GuaranteeEditorProps): ReactNode {
  const t = useTranslations("guarantees.edit");
  const { ruleSet, lang } = useWorkspace();
  const changeRuleSet = useChangeRuleSet();
  const findings = useFindings(ruleSet, lang);
  const [unfinished, setUnfinished] = useState<DraftCondition | undefined>();
  const { id, claim, statement } = guarantee;
  const key = conditionKey(claim);
  const index = ruleSet.properties.indexOf(guarantee);
  // A property may read every decision, and what is not known.
  const scope = useMemo(
    (): Scope => ({ ruleSet, decisionsBefore: ruleSet.decisions.length, twoValued: true }),
    [ruleSet],
  );
  const onChange = useCallback(
    (label: string, root: DraftCondition | undefined) => {
      if (root === undefined || hasHole(root)) {
        setUnfinished(root);
        return;
      }
      setUnfinished(undefined);
      changeRuleSet(label, (r) => withClaimCondition(r, id, root as Condition));
    },
    [changeRuleSet, id],
  );
  return (
    <div className={classes.editor}>
      <BilingualField
        label={t("statement")}
        value={statement}
        rows={2}
        disabled={false}
        onChange={(next) => changeRuleSet(t("changeStatement", { id }), (r) => withStatement(r, id, next))}
      />
      {key === undefined ? (
        <p className="j-muted j-small">{t("fixed")}</p>
      ) : (
        <>
          <p className="j-muted j-small">{t(key === "given" ? "given" : "condition")}</p>
          <SentenceEditor
            root={unfinished ?? conditionOf(claim)}
            scope={scope}
            onChange={onChange}
            changeRuleSet={changeRuleSet}
            findingsAt={(path) => findings.wordsAt(["properties", index, "claim", key, ...path])}
            criterion=""
            renderShared={renderShared}
            label={t("sentenceOf", { id })}
          />
          {unfinished === undefined ? null : <output className="j-small">{t("unfinished")}</output>}
        </>
      )}
      <p className="j-muted j-small">{t("reopens")}</p>
    </div>
  );
}
