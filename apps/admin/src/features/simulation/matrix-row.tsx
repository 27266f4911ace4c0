// One profile in the matrix: a mark for every criterion, then the answers side by side and the verdict.
import type { Decision, DraftCriterion, DraftRuleSet } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { VerdictCell } from "../../ui/outcome.tsx";
import type { Look } from "../../ui/tones.ts";
import { AnswerMark, ExpectedMark } from "./answer-marks.tsx";
import { ColumnSpacer } from "./columns-in-sight.tsx";
import type { Explained } from "./explanation-drawer.tsx";
import { cellOf, type View } from "./matrix.ts";
import type { SimulatedRow } from "./simulate.ts";
import classes from "./simulation.module.css";

export interface MatrixRowProps {
  readonly row: SimulatedRow;
  readonly index: number;
  readonly columns: readonly DraftCriterion[];
  /** The columns in sight: from the first, up to and without the last. */
  readonly from: number;
  readonly to: number;
  readonly view: View;
  readonly decision: Decision | undefined;
  readonly ruleSet: DraftRuleSet;
  /** The column that takes the focus when this row is the active one. */
  readonly activeColumn: number | undefined;
  readonly onOpen: (opened: Explained) => void;
  readonly onActive: (cell: { row: number; column: number }) => void;
}

export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps): ReactNode {
  const { row, index, columns, from, to, view, decision, ruleSet, activeColumn, onOpen, onActive } = props;
  const t = useTranslations("simulation");
  const { program, lang, baseline } = useWorkspace();
  const { profile } = row;
  const title = textIn(profile.title, lang) || profile.id;
  const tab = (column: number): 0 | -1 =>
    (activeColumn ?? (index === 0 ? 0 : undefined)) === column ? 0 : -1;
  const ok = row.differences.length === 0;
  const cellProps = (column: number, opened: Explained) => ({
    type: "button" as const,
    className: classes.cell,
    "data-cell": `${index}:${column}`,
    tabIndex: tab(column),
    onFocus: () => onActive({ row: index, column }),
    onClick: () => onOpen(opened),
  });
  return (
    <tr
      aria-rowindex={index + 2}
      data-moved={row.moved.length > 0 || undefined}
      data-failing={!ok || undefined}
    >
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the link inside is its text */}
      <th scope="row" className={classes.rowHead}>
        <span className={classes.rowTitle}>
          <AppLink href={programPaths(program).profile(profile.id)} title={title}>
            {title}
          </AppLink>
          <span className="j-muted">{profile.id}</span>
        </span>
      </th>
      <ColumnSpacer span={from} />
      {columns.slice(from, to).map((criterion, i) => {
        const column = from + i;
        const cell = cellOf(row, criterion.id, view);
        const off = !criterion.enabled;
        const words = off ? t("cell.off") : t(`cell.${cell.verdict}`);
        const label = t("cellLabel", {
          criterion: criterion.id,
          words: cell.decisive ? t("cell.decisive", { words }) : words,
          changed: cell.changed ? t("cell.changed") : "",
        });
        const marked =
          view === "diff" && !cell.changed ? { verdict: "false" as const, decisive: false } : cell;
        return (
          <td key={criterion.id} aria-colindex={column + 2} className={classes.td}>
            <button {...cellProps(column, { row, criterion: criterion.id })} aria-label={label} title={label}>
              <VerdictCell
                verdict={off ? "false" : marked.verdict}
                look={lookOf(ruleSet, criterion)}
                decisive={marked.decisive}
                changed={cell.changed && !off}
                label=""
              />
            </button>
          </td>
        );
      })}
      <ColumnSpacer span={columns.length - to} />
      <td className={`${classes.answer} ${classes.was}`}>
        {row.before && baseline ? (
          <AnswerMark
            answer={row.before}
            quiet={decision === undefined || !row.moved.includes(decision.id)}
            decision={baseline.ruleSet.decisions.find((d) => d.id === decision?.id)}
          />
        ) : (
          <span className="j-muted">–</span>
        )}
      </td>
      <td className={`${classes.answer} ${classes.now}`}>
        <button {...cellProps(columns.length, { row })}>
          <AnswerMark
            answer={row.after}
            decision={decision}
            changed={decision !== undefined && row.moved.includes(decision.id)}
          />
          <span className="j-hidden">{t("openAnswer", { profile: profile.id })}</span>
        </button>
      </td>
      <td className={`${classes.answer} ${classes.wanted}`}>
        <ExpectedMark
          expected={profile.expected}
          decision={decision}
          quiet={
            decision === undefined ||
            !row.differences.some((d) => "decision" in d && d.decision === decision.id)
          }
        />
      </td>
      <td className={classes.verdict} data-ok={ok}>
        <span aria-hidden="true">{ok ? "✓" : "≠"}</span>
        <span className="j-hidden">{t(ok ? "asExpected" : "notAsExpected")}</span>
      </td>
    </tr>
  );
});

function lookOf(ruleSet: DraftRuleSet, criterion: DraftCriterion): Look {
  const decision = ruleSet.decisions.find((d) => d.id === criterion.then.decision);
  return decision?.outcomes.find((o) => o.id === criterion.then.outcome)?.tone ?? "neutral";
}
