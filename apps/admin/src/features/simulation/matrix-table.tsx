// The matrix itself: a table of which only the rows in sight are in the page. Cells are reached with the arrows; Enter
// opens the explanation of one.
import type { Decision, DraftCriterion } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { rowHeights, useDensity } from "../../ui/density.ts";
import { AppLink } from "../../ui/link.tsx";
import { RowSpacer } from "../../ui/rows-in-sight.tsx";
import type { Explained } from "./explanation-drawer.tsx";
import { ColumnSpacer, useColumnsInSight } from "./columns-in-sight.tsx";
import { MatrixRow } from "./matrix-row.tsx";
import type { View } from "./matrix.ts";
import type { SimulatedRow } from "./simulate.ts";
import classes from "./simulation.module.css";

/** Columns after the criteria: the release's answer, the draft's, the expected one, the verdict. */
const answerColumns = 4;

export interface MatrixTableProps {
  readonly rows: readonly SimulatedRow[];
  readonly columns: readonly DraftCriterion[];
  readonly view: View;
  readonly decision: Decision | undefined;
  readonly onOpen: (opened: Explained) => void;
}

export function MatrixTable({ rows, columns, view, decision, onOpen }: MatrixTableProps): ReactNode {
  const t = useTranslations("simulation");
  const { ruleSet, baseline, program, lang } = useWorkspace();
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const [density] = useDensity();
  // oxlint-disable-next-line react/incompatible-library -- nothing memoised is given its functions
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeights[density],
    overscan: 4,
  });
  useEffect(() => virtual.measure(), [virtual, density]);
  const across = useColumnsInSight(scroller, columns.length);
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const width = columns.length + answerColumns + 1;
  const inSight = columns.slice(across.from, across.to);
  const paths = programPaths(program);
  // Where answers differ their words are needed on all sides; elsewhere the criteria get the room.
  const wide = rows.some((row) => row.moved.length > 0 || row.differences.length > 0);

  const moveTo = (row: number, column: number): void => {
    const to = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length, column)),
    };
    setActive(to);
    virtual.scrollToIndex(to.row);
    across.show(to.column);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-cell="${to.row}:${to.column}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { row, column } = active;
    const page = 10;
    const moves: Partial<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - page, column],
      PageDown: [row + page, column],
      Home: [row, 0],
      End: [row, columns.length],
    };
    const to = (event.target as HTMLElement).dataset["cell"] === undefined ? undefined : moves[event.key];
    if (!to || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moveTo(...to);
  };
  return (
    <div ref={scroller} className={classes.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows between the buttons of the cells, heard here once */}
      <table
        className={classes.matrix}
        aria-rowcount={rows.length + 1}
        aria-colcount={width}
        aria-label={t("tableLabel")}
        data-wide={wide || undefined}
        onKeyDown={onKeyDown}
      >
        {/* Widths that no cell can change: the browser lays out the rows that come into sight, and nothing else. */}
        <colgroup>
          <col className={classes.nameColumn} />
          {columns.map(({ id }) => (
            <col key={id} className={classes.criterionColumn} />
          ))}
          <col className={classes.was} />
          <col className={classes.now} />
          <col className={classes.wanted} />
          <col className={classes.verdict} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={classes.corner}>
              {t("profile")}
            </th>
            <ColumnSpacer span={across.from} />
            {inSight.map((criterion, i) => {
              const title = textIn(criterion.title, lang) || criterion.id;
              return (
                <th
                  key={criterion.id}
                  scope="col"
                  aria-colindex={across.from + i + 2}
                  className={classes.turned}
                  title={title}
                >
                  <AppLink href={paths.criterion(criterion.id)} aria-label={`${criterion.id}, ${title}`}>
                    <strong>{criterion.id}</strong> <span className={classes.turnedTitle}>{title}</span>
                  </AppLink>
                </th>
              );
            })}
            <ColumnSpacer span={columns.length - across.to} />
            <th scope="col" className={`${classes.answerHead} ${classes.was}`}>
              {baseline === null ? t("noVersion") : t("before", { version: String(baseline.number) })}
            </th>
            <th scope="col" className={`${classes.answerHead} ${classes.now}`}>
              {t("after")}
            </th>
            <th scope="col" className={`${classes.answerHead} ${classes.wanted}`}>
              {t("expected")}
            </th>
            <th scope="col" className={`${classes.answerHead} ${classes.verdict}`}>
              {t("verdict")}
            </th>
          </tr>
        </thead>
        <tbody>
          <RowSpacer height={above} width={width} />
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <MatrixRow
                key={row.profile.id}
                row={row}
                index={item.index}
                columns={columns}
                from={across.from}
                to={across.to}
                view={view}
                decision={decision}
                ruleSet={ruleSet}
                activeColumn={item.index === active.row ? active.column : undefined}
                onOpen={onOpen}
                onActive={setActive}
              />
            );
          })}
          <RowSpacer height={below} width={width} />
        </tbody>
      </table>
    </div>
  );
}
