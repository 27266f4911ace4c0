// One condition of a sentence: what it is about, its test, its value, each a slot; what is wrong with it, in words.
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import slot from "../../ui/slot.module.css";
import { DecisionSlots } from "./decision-slots.tsx";
import { FactSlots } from "./fact-slots.tsx";
import { setSubject } from "./edit-leaf.ts";
import { factOf } from "./scope.ts";
import { pathKey, useSentence, type NodeProps } from "./sentence-context.ts";
import { RowActions } from "./row-actions.tsx";
import classes from "./sentence.module.css";
import { SubjectSlot, subjectOf } from "./subject-slot.tsx";

export function ConditionRow({ node, at, number }: NodeProps): ReactNode {
  const t = useTranslations("criteria");
  const { root, scope, change, findingsAt, renderShared } = useSentence();
  const name = t("conditionN", { n: number });
  // A number still to be typed says so itself, with its range.
  const fact =
    "hole" in node && node.hole.operator !== undefined ? factOf(scope, node.hole.fact ?? "") : undefined;
  const findings = fact?.type === "integer" || fact?.type === "decimal" ? [] : findingsAt(at);
  return (
    <fieldset className={classes.row} aria-label={name} data-path={pathKey(at)}>
      <div className={classes.line}>
        <div className={classes.slots}>
          <SubjectSlot
            label={t("slot.subject", { name })}
            subject={subjectOf(node)}
            onChoose={(subject) => change(t("change.subject"), setSubject(root, at, subject, scope))}
          />
          {"fact" in node || ("hole" in node && node.hole.fact !== undefined) ? (
            <FactSlots node={node} at={at} name={name} />
          ) : "decision" in node ? (
            <DecisionSlots node={node} at={at} name={name} />
          ) : "condition" in node ? (
            <span>{t("isMet")}</span>
          ) : null}
        </div>
        <RowActions at={at} name={name} />
      </div>
      {findings.map((finding) => (
        <p key={finding} className={slot.problem}>
          {finding}
        </p>
      ))}
      {"condition" in node ? renderShared(node.condition) : null}
    </fieldset>
  );
}
