// A cell of the table while it is changed: what it is changed with, and what taking it over does, which is one step.
import type { Decision, DraftCriterion } from "@jumelage/engine";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { withOutcome } from "../criteria/edit-criteria.ts";
import type { Scope } from "../criteria/scope.ts";
import { useChangeRuleSet } from "../criteria/use-change-rule-set.ts";
import { taken } from "./cell-draft.ts";
import { CellEditor } from "./cell-editor.tsx";
import type { GridCell } from "./grid.ts";
import { OutcomeEditor } from "./outcome-editor.tsx";

export interface EditedCellProps {
  readonly criterion: DraftCriterion;
  readonly cell: GridCell;
  readonly decision: Decision;
  readonly scope: Scope;
  readonly onLeave: () => void;
}

export function EditedCell({ criterion, cell, decision, scope, onLeave }: EditedCellProps): ReactNode {
  const t = useTranslations("table");
  const changeRuleSet = useChangeRuleSet();
  const { id, then } = criterion;
  const label = t("change", { id });
  if (cell.kind === "outcome")
    return (
      <OutcomeEditor
        criterion={id}
        decision={decision}
        outcome={then.outcome}
        onLeave={onLeave}
        onTake={(outcome) => {
          onLeave();
          if (outcome !== then.outcome)
            changeRuleSet(label, (r) => withOutcome(r, id, { decision: decision.id, outcome }));
        }}
      />
    );
  const { column, line } = cell;
  if (column === undefined) return null;
  return (
    <CellEditor
      criterion={id}
      column={column}
      nodes={cell.tests.map((test) => test.node)}
      scope={scope}
      onLeave={onLeave}
      onTake={(draft) => {
        onLeave();
        changeRuleSet(label, (r) => taken(r, id, { column, line }, { draft, scope }));
      }}
    />
  );
}
