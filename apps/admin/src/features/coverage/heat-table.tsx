// The map itself: a grid whose cells carry a glyph, a shade and words for those who see neither.
import type { Profile } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { memo, type KeyboardEvent, type ReactNode, type RefObject } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import classes from "./coverage.module.css";
import type { Heat, HeatRow } from "./heat.ts";

const glyphs: Readonly<Record<Heat, string>> = { decides: "■", true: "□", unknown: "?", false: "·" };

interface Cursor {
  readonly row: number;
  readonly column: number;
}

export interface HeatTableProps {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly rows: readonly HeatRow[];
  readonly profiles: readonly Profile[];
  readonly cursor: Cursor;
  readonly onCursor: (cursor: Cursor) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export function HeatTable({ ref, rows, profiles, cursor, onCursor, onKeyDown }: HeatTableProps): ReactNode {
  const t = useTranslations("coverage.heat");
  const { program, lang } = useWorkspace();
  return (
    <div className={classes.scroller} ref={ref}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-element-to-interactive-role -- arrows between the cells, heard here once */}
      <table role="grid" className={classes.heat} aria-label={t("tableLabel")} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {t("criterion")}
            </th>
            {profiles.map((profile, column) => (
              <th
                key={profile.id}
                scope="col"
                className={classes.turned}
                data-at={column === cursor.column || undefined}
                title={`${profile.id} – ${textIn(profile.title, lang)}`}
              >
                <span>{profile.id}</span>
              </th>
            ))}
            <th scope="col" className={classes.margin}>
              {t("margin")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.criterion.id} data-off={!row.criterion.enabled || undefined}>
              <th scope="row" className={classes.rowHead} data-at={index === cursor.row || undefined}>
                <AppLink
                  href={programPaths(program).criterion(row.criterion.id)}
                  title={`${row.criterion.id} ${textIn(row.criterion.title, lang)}`}
                >
                  <strong>{row.criterion.id}</strong> {textIn(row.criterion.title, lang)}
                </AppLink>
              </th>
              <Cells
                row={row}
                index={index}
                at={index === cursor.row ? cursor.column : undefined}
                onCursor={onCursor}
              />
              <td className={classes.margin}>
                <Margin row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellsProps {
  readonly row: HeatRow;
  readonly index: number;
  readonly at: number | undefined;
  readonly onCursor: (cursor: Cursor) => void;
}

const Cells = memo(function Cells({ row, index, at, onCursor }: CellsProps): ReactNode {
  const t = useTranslations("coverage.heat");
  return row.cells.map((heat, column) => (
    <td
      key={column}
      className={classes.cell}
      data-heat={heat}
      data-cell={`${index}:${column}`}
      tabIndex={at === column ? 0 : -1}
      aria-label={t(`cell.${heat}`)}
      onFocus={() => onCursor({ row: index, column })}
      onClick={(event) => event.currentTarget.focus()}
    >
      <span aria-hidden="true">{glyphs[heat]}</span>
    </td>
  ));
});

/** How often, and what no profile shows. */
function Margin({ row }: { readonly row: HeatRow }): ReactNode {
  const t = useTranslations("coverage.heat");
  const { counts, gaps, criterion } = row;
  if (!criterion.enabled) return <span className="j-muted">{t("off")}</span>;
  return (
    <span className={classes.marginText}>
      <span>
        {t("counts", {
          decides: String(counts.decides),
          others: String(counts.true),
          open: String(counts.unknown),
        })}
      </span>
      {gaps.map((gap) => (
        <span key={gap} className={classes.gap} data-grave={gap !== "never-unknown" || undefined}>
          {t(`gap.${gap}`)}
        </span>
      ))}
    </span>
  );
}
