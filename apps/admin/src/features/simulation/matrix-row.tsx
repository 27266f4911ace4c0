// One profile in the matrix: a mark for every criterion, then the answers side by side and the verdict.
import type { Decision, DraftCriterion, DraftRuleSet, Expected } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { memo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { OutcomeBadge, VerdictCell } from "../../ui/outcome.tsx";
import type { Look } from "../../ui/tones.ts";
import type { Explained } from "./explanation-drawer.tsx";
import { cellOf, type View } from "./matrix.ts";
import type { Answer, SimulatedRow } from "./simulate.ts";
import classes from "./simulation.module.css";

export interface MatrixRowProps {
  readonly row: SimulatedRow;
  readonly index: number;
  readonly columns: readonly DraftCriterion[];
  readonly view: View;
  readonly decision: Decision | undefined;
  readonly ruleSet: DraftRuleSet;
  /** The column that takes the focus when this row is the active one. */
  readonly activeColumn: number | undefined;
  readonly onOpen: (opened: Explained) => void;
  readonly onActive: (cell: { row: number; column: number }) => void;
}

export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps): ReactNode {
  const { row, index, columns, view, decision, ruleSet, activeColumn, onOpen, onActive } = props;
  const t = useTranslations("simulation");
  const { program, lang, baseline } = useWorkspace();
  const { profile } = row;
  const title = textIn(profile.title, lang) || profile.id;
  const tab = (column: number): 0 | -1 =>
    (activeColumn ?? (index === 0 ? 0 : undefined)) === column ? 0 : -1;
  const ok = row.differences.length === 0;
  const button = (column: number, label: string, opened: Explained, content: ReactNode): ReactNode => (
    <button
      type="button"
      className={classes.cell}
      data-cell={`${index}:${column}`}
      tabIndex={tab(column)}
      aria-label={label}
      title={label}
      onFocus={() => onActive({ row: index, column })}
      onClick={() => onOpen(opened)}
    >
      {content}
    </button>
  );
  return (
    <tr
      aria-rowindex={index + 2}
      data-moved={row.moved.length > 0 || undefined}
      data-failing={!ok || undefined}
    >
      <th scope="row" className={classes.rowHead}>
        <AppLink href={programPaths(program).profile(profile.id)} title={title}>
          {title}
        </AppLink>{" "}
        <span className="j-muted">{profile.id}</span>
      </th>
      {columns.map((criterion, column) => {
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
          <td key={criterion.id} className={classes.td}>
            {button(
              column,
              label,
              { row, criterion: criterion.id },
              <VerdictCell
                verdict={off ? "false" : marked.verdict}
                look={lookOf(ruleSet, criterion)}
                decisive={marked.decisive}
                changed={cell.changed && !off}
                label=""
              />,
            )}
          </td>
        );
      })}
      <td className={classes.answer}>
        {row.before && baseline ? (
          <AnswerMark
            answer={row.before}
            decision={baseline.ruleSet.decisions.find((d) => d.id === decision?.id)}
          />
        ) : (
          <span className="j-muted">–</span>
        )}
      </td>
      <td className={classes.answer}>
        {button(
          columns.length,
          t("openAnswer", { profile: profile.id }),
          { row },
          <AnswerMark
            answer={row.after}
            decision={decision}
            changed={decision !== undefined && row.moved.includes(decision.id)}
          />,
        )}
      </td>
      <td className={classes.answer}>
        <ExpectedMark expected={profile.expected} decision={decision} />
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

interface AnswerMarkProps {
  readonly answer: Answer;
  readonly decision: Decision | undefined;
  readonly changed?: boolean;
}

/** The answer of one decision: its badge, or how many outcomes it suggests. */
function AnswerMark({ answer, decision, changed }: AnswerMarkProps): ReactNode {
  const { lang } = useWorkspace();
  const decided = decision && answer.result.decisions[decision.id];
  if (!decision || !decided) return <span className="j-muted">–</span>;
  if (decided.kind === "one") {
    return (
      <OutcomeBadge
        lang={lang}
        decision={decision}
        state={decided.state}
        show="short"
        changed={changed ?? false}
      />
    );
  }
  return <ManyMark decision={decision} suggested={decided.suggested} undetermined={decided.undetermined} />;
}

function ExpectedMark({
  expected,
  decision,
}: {
  readonly expected: Expected;
  readonly decision: Decision | undefined;
}): ReactNode {
  const { lang } = useWorkspace();
  const wanted = decision && expected.decisions[decision.id];
  if (!decision || wanted === undefined) return <span className="j-muted">–</span>;
  if (typeof wanted === "string")
    return <OutcomeBadge lang={lang} decision={decision} state={wanted} show="short" />;
  const { suggested, undetermined } = Array.isArray(wanted)
    ? { suggested: wanted, undetermined: [] }
    : wanted;
  return <ManyMark decision={decision} suggested={suggested} undetermined={undetermined ?? []} />;
}

interface ManyMarkProps {
  readonly decision: Decision;
  readonly suggested: readonly string[];
  readonly undetermined: readonly string[];
}

function ManyMark({ decision, suggested, undetermined }: ManyMarkProps): ReactNode {
  const t = useTranslations("simulation");
  const { lang } = useWorkspace();
  const names = suggested.map((id) => {
    const outcome = decision.outcomes.find((o) => o.id === id);
    return outcome ? textIn(outcome.label, lang) : id;
  });
  const words =
    undetermined.length > 0
      ? t("manyOpen", { count: suggested.length, open: String(undetermined.length) })
      : t("many", { count: suggested.length });
  return <span title={names.join(", ")}>{words}</span>;
}
