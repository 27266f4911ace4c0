// One decision as a grid: arrows go from cell to cell, Enter changes the cell, or opens the sentence of the criterion, Ctrl+C
// copies the table for a spreadsheet, Ctrl+V shows what a pasted range would change. « Si » and « Alors » head its two parts in words.
import type { Decision, DecisionTable } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { scopeOfDecision } from "../criteria/scope.ts";
import { useChangeRuleSet } from "../criteria/use-change-rule-set.ts";
import { isEditable, taken } from "./cell-draft.ts";
import { CriterionDialog } from "./criterion-dialog.tsx";
import { GridRow } from "./grid-row.tsx";
import { gridOf, tsvOf, type GridCell } from "./grid.ts";
import { PasteDialog } from "./paste-dialog.tsx";
import { flat, pasted, planPaste, rangeOf, type Paste } from "./paste.ts";
import { readCell } from "./read-cell.ts";
import type { Marks } from "./table-screen.tsx";
import classes from "./table.module.css";
import { useGridWords } from "./use-grid-words.ts";

export interface DecisionGridProps {
  readonly decision: Decision;
  readonly table: DecisionTable;
  readonly marks: Marks;
}

export function DecisionGrid({ decision, table, marks }: DecisionGridProps): ReactNode {
  const t = useTranslations("table");
  const { ruleSet, lang, editable } = useWorkspace();
  const grid = useMemo(() => gridOf(table), [table]);
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ line: 0, column: 0 });
  const [opened, setOpened] = useState<string | null>(null);
  const [copied, setCopied] = useState(false);
  const [paste, setPaste] = useState<Paste | null>(null);
  const [editing, setEditing] = useState<string>();
  const changeRuleSet = useChangeRuleSet();
  const scope = useMemo(() => scopeOfDecision(ruleSet, decision.id), [ruleSet, decision.id]);
  // Once a cell is left it is drawn anew, perhaps elsewhere, and the keyboard goes on from there.
  const left = useRef(false);
  useEffect(() => {
    if (!left.current || editing !== undefined || document.activeElement !== document.body) return;
    box.current?.querySelector<HTMLElement>("[data-cell][tabindex='0']")?.focus();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the grid that comes of what was taken over, too
  }, [editing, grid]);
  const width = grid.places[0]?.length ?? 0;
  const activeId = grid.places[active.line]?.[active.column] ?? grid.places[0]?.[0];

  const { headings, title, hits, profiles, sentenceOf, testsIn, wordsOf } = useGridWords(decision, table);
  const text = (): string =>
    tsvOf(grid, {
      header: [t("criterion"), t("lines"), t("hits"), ...headings, title],
      anything: "–",
      oneOf: t("oneOfThese"),
      cell: wordsOf,
    });
  const onPaste = (event: ClipboardEvent): void => {
    const range = event.clipboardData.getData("text/plain");
    if (!editable || (event.target as HTMLElement).dataset["cell"] === undefined || range === "") return;
    event.preventDefault();
    setPaste(
      planPaste(grid, rangeOf(range), active, {
        headings: [t("criterion"), t("hits"), ...headings, title],
        lines: t("lines"),
        anything: "–",
        wordsOf,
        testsIn,
        readTests: (said, column) => readCell(said, column, scope, lang),
        readOutcome: (said) =>
          decision.outcomes.find((o) =>
            [textIn(o.label, lang), o.short?.[lang] ?? "", o.id].some((name) => flat(name) === said),
          )?.id,
      }),
    );
  };
  const focusOn = (line: number, column: number): void => {
    const to = {
      line: Math.max(0, Math.min(grid.places.length - 1, line)),
      column: Math.max(0, Math.min(width - 1, column)),
    };
    setActive(to);
    const id = grid.places[to.line]?.[to.column] ?? "";
    box.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(id)}"]`)?.focus();
  };
  /** The next place that another cell covers. */
  const step = (by: { readonly line: number; readonly column: number }): void => {
    let { line, column } = active;
    const from = grid.places[line]?.[column];
    do {
      line += by.line;
      column += by.column;
    } while (grid.places[line]?.[column] !== undefined && grid.places[line]?.[column] === from);
    if (grid.places[line]?.[column] !== undefined) focusOn(line, column);
  };
  const cellOf = (id: string | undefined): GridCell | undefined =>
    grid.lines.flatMap((l) => l.cells).find((cell) => cell.id === id);
  /** What a cell says is changed in it; what a row cannot hold, or may not be changed now, opens as a sentence. */
  const open = (line: number, id: string | undefined): void => {
    const cell = cellOf(id);
    const inCell =
      cell?.kind === "outcome" || (cell?.kind === "tests" && isEditable(cell.tests.map((test) => test.node)));
    if (editable && inCell) setEditing(id);
    else setOpened(grid.lines[line]?.entry.criterion.id ?? null);
  };
  /** Any answer will do in this cell. */
  const clear = (line: number, id: string | undefined): void => {
    const cell = cellOf(id);
    const criterion = grid.lines[line]?.entry.criterion.id;
    if (!editable || cell?.column === undefined || criterion === undefined || cell.tests.length === 0) return;
    const place = { column: cell.column, line: cell.line };
    left.current = true;
    changeRuleSet(t("change", { id: criterion }), (r) =>
      taken(r, criterion, place, { draft: { nodes: [], around: [] }, scope }),
    );
  };
  const leave = (): void => {
    left.current = true;
    setEditing(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { line, column } = active;
    const all = event.ctrlKey || event.metaKey;
    const acts: Partial<Record<string, () => void>> = {
      ArrowUp: () => step({ line: -1, column: 0 }),
      ArrowDown: () => step({ line: 1, column: 0 }),
      ArrowLeft: () => step({ line: 0, column: -1 }),
      ArrowRight: () => step({ line: 0, column: 1 }),
      PageUp: () => focusOn(line - 10, column),
      PageDown: () => focusOn(line + 10, column),
      Home: () => focusOn(all ? 0 : line, 0),
      End: () => focusOn(all ? grid.places.length - 1 : line, width - 1),
      Enter: () => open(line, activeId),
      F2: () => open(line, activeId),
      Delete: () => clear(line, activeId),
    };
    const act = acts[event.key];
    const onCell = (event.target as HTMLElement).dataset["cell"] !== undefined;
    if (!act || !onCell || event.altKey || (all && !["Home", "End"].includes(event.key))) return;
    event.preventDefault();
    left.current = false;
    act();
  };
  const onCopy = (event: ClipboardEvent): void => {
    const onCell = (event.target as HTMLElement).dataset["cell"] !== undefined;
    if (!onCell || window.getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", text());
    setCopied(true);
  };
  const activate = (cell: GridCell, line: number): void => {
    const column = grid.places[line]?.indexOf(cell.id) ?? 0;
    setActive({ line, column: Math.max(0, column) });
  };
  return (
    <>
      <div className="j-row">
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            // The event above writes; where it is not heard nothing is copied, and nothing said.
            box.current?.querySelector<HTMLElement>("[data-cell][tabindex='0']")?.focus();
            document.execCommand("copy");
          }}
        >
          {t("copy")}
        </Button>
        <output className="j-muted j-small">
          {copied ? t("copied", { count: grid.places.length }) : ""}
        </output>
      </div>
      <div ref={box} className={classes.scroller}>
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a native table with the keyboard of a grid
          role="grid"
          className={classes.grid}
          aria-label={t("gridLabel", { decision: title })}
          aria-rowcount={grid.places.length + 2}
          aria-colcount={width}
          onKeyDown={onKeyDown}
          onCopy={onCopy}
          onPaste={onPaste}
        >
          <thead>
            <tr>
              {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- not a control */}
              <td colSpan={2} className={classes.corner} />
              <th scope="colgroup" colSpan={Math.max(1, table.columns.length)} className={classes.part}>
                {t("if")}
              </th>
              <th scope="col" className={`${classes.part} ${classes.then}`}>
                {t("then")}
              </th>
            </tr>
            <tr>
              <th scope="col" className={classes.corner}>
                {t("criterion")}
              </th>
              <th scope="col" className={classes.hits}>
                {t("hits")}
              </th>
              {headings.length === 0 ? <th scope="col">{t("condition")}</th> : null}
              {table.columns.map((column, i) => (
                <th key={`${column.kind}/${column.id}`} scope="col">
                  {headings[i]}
                </th>
              ))}
              <th scope="col" className={classes.then}>
                {title}
              </th>
            </tr>
          </thead>
          <tbody>
            {grid.lines.map((line, i) => (
              <GridRow
                key={line.cells[0]?.id}
                line={line}
                first={line.outcome !== grid.lines[i - 1]?.outcome}
                decision={decision}
                hits={hits.get(line.entry.criterion.id) ?? 0}
                profiles={profiles}
                marks={marks}
                active={activeId}
                sentenceOf={sentenceOf}
                onActive={(cell) => activate(cell, i)}
                onOpen={(cell) => open(i, cell.id)}
                editing={editing}
                scope={scope}
                onLeave={leave}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="j-muted j-small">{t("keys")}</p>
      <PasteDialog
        paste={paste}
        onClose={() => setPaste(null)}
        onTake={({ writes }) => {
          setPaste(null);
          left.current = true;
          changeRuleSet(t("paste.title"), (r) => pasted(r, decision.id, writes));
        }}
      />
      <CriterionDialog id={opened} onClose={() => setOpened(null)} />
    </>
  );
}
