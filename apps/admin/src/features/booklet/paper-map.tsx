// A decision map drawn in ink: a pattern and a letter for each answer. Drawn as shapes, since printers leave grounds out.
import type { Decision, Fact } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useId, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { bandName } from "../decision-map/map-figure.tsx";
import type { Band, DecisionMap } from "../decision-map/map.ts";
import { stateFace, type Look } from "../../ui/tones.ts";
import classes from "./booklet.module.css";

export interface Drawn {
  readonly map: DecisionMap;
  readonly x: Fact;
  readonly y: Fact;
  readonly decision: Decision;
  /** The letter of each state. */
  readonly letters: ReadonlyMap<string, string>;
}

/** In the units of the drawing: the field, and the room for what stands around it. */
const [width, height, left, above, below] = [580, 290, 44, 22, 44];

/** What each look is filled with: strokes in a square of eight, none for what is favourable. */
const strokes: Readonly<Record<Look, string | undefined>> = {
  stop: "M0 0 8 8 M8 0 0 8",
  caution: "M0 8 8 0",
  neutral: "M0 4 8 4",
  go: undefined,
  unknown: "M3.5 4 4.5 4",
};

interface Placed extends Band {
  readonly start: number;
  readonly length: number;
}

/** Where each band lies along an axis of this length. */
function along(bands: readonly Band[], length: number): readonly Placed[] {
  const all = bands.reduce((sum, band) => sum + band.size, 0);
  let start = 0;
  return bands.map((band) => {
    const placed = { ...band, start, length: (length * band.size) / all };
    start += placed.length;
    return placed;
  });
}

export function PaperMap({ drawn }: { readonly drawn: Drawn }): ReactNode {
  const t = useTranslations("decisionMap");
  const { lang } = useLanguage();
  const id = useId();
  const { map, x, y, decision, letters } = drawn;
  const columns = along(map.columns, width);
  // The highest value of y stands on top.
  const rows = along(map.rows, height).map((r) => ({ ...r, start: height - r.start - r.length }));
  const stateAt = (r: number, c: number): string | undefined => map.cells[r]?.[c]?.state;
  const fields = rows.flatMap((row, r) => columns.map((column, c) => ({ row, column, r, c })));
  return (
    <svg
      className={classes.map}
      viewBox={`0 0 ${left + width + 8} ${above + height + below}`}
      role="img"
      aria-label={t("tableOf", { x: textIn(x.label, lang), y: textIn(y.label, lang) })}
    >
      <defs>
        {Object.entries(strokes).map(([look, path]) => (
          <pattern key={look} id={`${id}-${look}`} width="8" height="8" patternUnits="userSpaceOnUse">
            {path === undefined ? null : <path d={path} stroke="currentColor" strokeWidth="0.7" />}
          </pattern>
        ))}
      </defs>
      <g transform={`translate(${left} ${above})`}>
        {fields.map(({ row, column, r, c }) => {
          const state = stateAt(r, c) ?? "";
          const [x1, y1, x2, y2] = [
            column.start,
            row.start,
            column.start + column.length,
            row.start + row.length,
          ];
          const isFirst = stateAt(r, c - 1) !== state && stateAt(r + 1, c) !== state;
          return (
            <g key={`${r}:${c}`}>
              <rect
                x={x1}
                y={y1}
                width={column.length}
                height={row.length}
                fill={`url(#${id}-${stateFace(decision, state, lang).look})`}
              />
              {stateAt(r + 1, c) === state ? null : (
                <path d={`M${x1} ${y1} H${x2}`} className={classes.edge} />
              )}
              {stateAt(r, c - 1) === state ? null : (
                <path d={`M${x1} ${y1} V${y2}`} className={classes.edge} />
              )}
              {isFirst ? (
                <>
                  <rect x={x1 + 3} y={y1 + 3} width="18" height="18" fill="#ffffff" />
                  <text x={x1 + 12} y={y1 + 17} textAnchor="middle" fontWeight="700" fontSize="14">
                    {letters.get(state)}
                  </text>
                </>
              ) : null}
            </g>
          );
        })}
        <rect width={width} height={height} fill="none" className={classes.edge} />
        <g fontSize="11">
          {columns.map((band) => (
            <text key={band.from} x={band.start + band.length / 2} y={height + 14} textAnchor="middle">
              {bandName(band, lang)}
            </text>
          ))}
          {rows.map((band) => (
            <text key={band.from} x={-6} y={band.start + band.length / 2 + 4} textAnchor="end">
              {bandName(band, lang)}
            </text>
          ))}
        </g>
        <g fontSize="12">
          <text x={width / 2} y={height + 34} textAnchor="middle">
            {textIn(x.label, lang)}
          </text>
          <text x={-left + 4} y={-9}>
            {textIn(y.label, lang)}
          </text>
        </g>
      </g>
    </svg>
  );
}
