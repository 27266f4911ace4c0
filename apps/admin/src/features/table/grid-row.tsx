// One line of a decision table. A dash says that any answer will do; lines of which one is enough are braced.
import type { Decision, TableEntry } from "@jumelage/engine";
import { testWords, textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import type { Scope } from "../criteria/scope.ts";
import { EditedCell } from "./edited-cell.tsx";
import type { GridCell, GridLine } from "./grid.ts";
import type { Marks } from "./table-screen.tsx";
import classes from "./table.module.css";

export interface RowProps {
  readonly line: GridLine;
  /** Whether it is the first line of its outcome. */
  readonly first: boolean;
  readonly decision: Decision;
  readonly hits: number;
  readonly profiles: number;
  readonly marks: Marks;
  /** The cell that the Tab key reaches. */
  readonly active: string | undefined;
  readonly sentenceOf: (entry: TableEntry) => string;
  readonly onActive: (cell: GridCell) => void;
  readonly onOpen: (cell: GridCell) => void;
  /** The cell that is being changed, what may stand there, and what to do once it is left. */
  readonly editing: string | undefined;
  readonly scope: Scope;
  readonly onLeave: () => void;
}

export function GridRow(props: RowProps): ReactNode {
  const { line, first, active, onActive, onOpen, editing } = props;
  const { enabled } = line.entry.criterion;
  return (
    <tr data-first={first || undefined} data-off={enabled ? undefined : true}>
      {line.cells.map((cell) => {
        const place = {
          "data-cell": cell.id,
          "data-kind": cell.kind,
          "data-braced": cell.braced || undefined,
          tabIndex: cell.id === active ? 0 : -1,
          rowSpan: cell.lines,
          colSpan: cell.columns,
          onFocus: () => onActive(cell),
          onDoubleClick: () => (cell.id === editing ? undefined : onOpen(cell)),
          "data-editing": cell.id === editing || undefined,
        };
        return cell.kind === "criterion" ? (
          <th key={cell.id} {...place} scope="row">
            <Criterion {...props} />
          </th>
        ) : (
          <td key={cell.id} {...place}>
            {cell.id === editing ? (
              <EditedCell {...props} criterion={line.entry.criterion} cell={cell} />
            ) : (
              <Content {...props} cell={cell} />
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Criterion({ line, marks }: RowProps): ReactNode {
  const t = useTranslations("table");
  const { lang } = useWorkspace();
  const { criterion, layout } = line.entry;
  const block = layout.kind === "rows" && layout.lines.length > 1;
  return (
    <>
      <span className={classes.title}>
        <strong>{criterion.id}</strong> {textIn(criterion.title, lang)}
      </span>
      {criterion.enabled ? null : <span className={classes.mark}>{t("disabled")}</span>}
      {block ? <span className={classes.mark}>{t("oneOfThese")}</span> : null}
      {marks.idle.has(criterion.id) ? <span className={classes.dead}>⛔ {t("idle")}</span> : null}
      {marks.overlapping.has(criterion.id) ? <span className={classes.mark}>⋈ {t("overlaps")}</span> : null}
    </>
  );
}

function Content({
  line,
  cell,
  decision,
  hits,
  profiles,
  sentenceOf,
}: RowProps & { readonly cell: GridCell }): ReactNode {
  const t = useTranslations("table");
  const { ruleSet, lang } = useWorkspace();
  if (cell.kind === "hits") {
    return (
      <>
        <span aria-hidden="true">{hits}</span>
        <span className="j-hidden">{t("hitsOf", { count: hits, total: String(profiles) })}</span>
      </>
    );
  }
  if (cell.kind === "outcome") {
    const outcome = decision.outcomes.find((o) => o.id === line.outcome);
    return outcome ? <OutcomeBadge outcome={outcome} lang={lang} /> : null;
  }
  if (cell.kind === "sentence") return <span className={classes.sentence}>{sentenceOf(line.entry)}</span>;
  if (cell.tests.length === 0) {
    return (
      <>
        <span aria-hidden="true" className={classes.any}>
          –
        </span>
        <span className="j-hidden">{t("anything")}</span>
      </>
    );
  }
  return cell.tests.map((test, i) => (
    <span key={test.at.join(".")} className={classes.test}>
      {i > 0 ? <span className="j-muted">{t("and")}</span> : null}
      {testWords(test, ruleSet, lang)}
    </span>
  ));
}
