// The map drawn: patterned fields with a letter each, a dashed edge where the release said otherwise, profiles as
// diamonds, and two sliders that read the map value by value.
import type { Decision, Fact } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useState, type CSSProperties, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { resultFor } from "../../draft/run.ts";
import { writeNumber } from "../../ui/numbers.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import outcomeClasses from "../../ui/outcome.module.css";
import { stateFace, type Look } from "../../ui/tones.ts";
import { bandAt, valuesOf, type Band, type Cell, type DecisionMap } from "./map.ts";
import classes from "./decision-map.module.css";

export interface MapProps {
  readonly map: DecisionMap;
  readonly x: Fact;
  readonly y: Fact;
  readonly decision: Decision;
}

/** A letter for each state of a decision, so that two outcomes of one tone are told apart without colour. */
export function lettersOf(decision: Decision): ReadonlyMap<string, string> {
  const states = [...decision.outcomes.map((o) => o.id), "@safety-unknown", "@undetermined"];
  return new Map(states.map((state, i) => [state, String.fromCharCode(65 + i)]));
}

const fills: Readonly<Record<Look, string | undefined>> = {
  stop: outcomeClasses["stopFill"],
  caution: outcomeClasses["cautionFill"],
  neutral: outcomeClasses["neutralFill"],
  go: outcomeClasses["goFill"],
  unknown: outcomeClasses["unknownFill"],
};

export function MapFigure({ map, x, y, decision }: MapProps): ReactNode {
  const t = useTranslations("decisionMap");
  const { lang } = useWorkspace();
  const [xs, ys] = [valuesOf(x), valuesOf(y)];
  const middle = (values: readonly number[]): number => values[Math.floor(values.length / 2)] ?? 0;
  const [at, setAt] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const cursor = {
    x: at && xs.includes(at.x) ? at.x : middle(xs),
    y: at && ys.includes(at.y) ? at.y : middle(ys),
  };
  const letters = lettersOf(decision);
  const seen = new Set(map.cells.flat().map((c) => c.state));
  const cell = map.cells[bandAt(map.rows, cursor.y)]?.[bandAt(map.columns, cursor.x)];
  // The highest value of y stands on top, as on paper.
  const rows = [...map.rows.entries()].reverse();
  const moved = map.cells.flat().some((c) => c.state !== c.before);
  return (
    <figure className={classes.figure}>
      <ul className={classes.legend}>
        {[...letters]
          .filter(([state]) => seen.has(state))
          .map(([state, letter]) => (
            <li key={state}>
              <strong className={classes.letter}>{letter}</strong>
              <OutcomeBadge decision={decision} state={state} lang={lang} />
            </li>
          ))}
        {moved ? (
          <li>
            <span className={classes.movedKey} aria-hidden="true" /> {t("movedKey")}
          </li>
        ) : null}
        <li>
          <span aria-hidden="true">◆</span> {t("profileKey")} <span aria-hidden="true">◇</span>{" "}
          {t("otherProfileKey")}
        </li>
      </ul>
      <div className={classes.plot} aria-hidden="true">
        <span className={classes.yName}>{textIn(y.label, lang)}</span>
        <div
          className={classes.yTicks}
          style={{ gridTemplateRows: rows.map(([, b]) => `${b.size}fr`).join(" ") }}
        >
          {rows.map(([i, band]) => (
            <span key={i}>{bandName(band, lang)}</span>
          ))}
        </div>
        <div className={classes.area}>
          <div className={classes.fields} style={gridOf(map, rows)}>
            {rows.flatMap(([r]) =>
              map.columns.map((_, c) => (
                <Field key={`${r}:${c}`} map={map} at={[r, c]} decision={decision} letters={letters} />
              )),
            )}
          </div>
          <ProfileMarks map={map} x={x} y={y} decision={decision} />
          <span
            className={classes.cross}
            style={{ insetInlineStart: share(xs, cursor.x), bottom: share(ys, cursor.y) }}
          />
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- the sliders below do the same by keyboard */}
          <div
            className={classes.catcher}
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect();
              const along = (share01: number, values: readonly number[]): number =>
                values[Math.min(values.length - 1, Math.max(0, Math.floor(share01 * values.length)))] ?? 0;
              setAt({
                x: along((event.clientX - box.left) / box.width, xs),
                y: along(1 - (event.clientY - box.top) / box.height, ys),
              });
            }}
          />
        </div>
        <div
          className={classes.xTicks}
          style={{ gridTemplateColumns: map.columns.map((b) => `${b.size}fr`).join(" ") }}
        >
          {map.columns.map((band, i) => (
            <span key={i}>{bandName(band, lang)}</span>
          ))}
        </div>
        <span className={classes.xName}>{textIn(x.label, lang)}</span>
      </div>
      <figcaption className={classes.reading}>
        {[
          { fact: x, values: xs, value: cursor.x, set: (v: number) => setAt({ ...cursor, x: v }) },
          { fact: y, values: ys, value: cursor.y, set: (v: number) => setAt({ ...cursor, y: v }) },
        ].map(({ fact, values, value, set }) => (
          <label key={fact.id} className={classes.slider}>
            <span>
              {textIn(fact.label, lang)} <strong>{writeNumber(value, lang)}</strong>
            </span>
            <input
              type="range"
              min={0}
              max={values.length - 1}
              step={1}
              value={values.indexOf(value)}
              aria-valuetext={writeNumber(value, lang)}
              onChange={(event) => set(values[Number(event.currentTarget.value)] ?? value)}
            />
          </label>
        ))}
        <output className={classes.answer} aria-live="polite">
          {cell ? <OutcomeBadge decision={decision} state={cell.state} lang={lang} /> : null}
          {cell && cell.before !== cell.state ? <Before state={cell.before} decision={decision} /> : null}
        </output>
      </figcaption>
    </figure>
  );
}

function Before({ state, decision }: { readonly state: string; readonly decision: Decision }): ReactNode {
  const t = useTranslations("decisionMap");
  const { baseline, lang } = useWorkspace();
  return (
    <span className="j-muted">
      {t("before", {
        number: String(baseline?.number ?? ""),
        answer: stateFace(decision, state, lang).label,
      })}
    </span>
  );
}

function gridOf(map: DecisionMap, rows: readonly (readonly [number, Band])[]): CSSProperties {
  return {
    gridTemplateColumns: map.columns.map((b) => `${b.size}fr`).join(" "),
    gridTemplateRows: rows.map(([, b]) => `${b.size}fr`).join(" "),
  };
}

interface FieldProps {
  readonly map: DecisionMap;
  readonly at: readonly [number, number];
  readonly decision: Decision;
  readonly letters: ReadonlyMap<string, string>;
}

/** One field; where its neighbour answers alike there is no line between them and only one of the two has the letter. */
function Field({ map, at: [r, c], decision, letters }: FieldProps): ReactNode {
  const { lang } = useWorkspace();
  const cellAt = (row: number, column: number): Cell | undefined => map.cells[row]?.[column];
  const cell = cellAt(r, c);
  if (!cell) return null;
  const face = stateFace(decision, cell.state, lang);
  const same = (other: Cell | undefined): boolean => other?.state === cell.state;
  const moved = cell.state !== cell.before;
  const first = !same(cellAt(r, c - 1)) && !same(cellAt(r + 1, c));
  const edges = [
    same(cellAt(r + 1, c)) ? "" : classes.edgeTop,
    same(cellAt(r, c - 1)) ? "" : classes.edgeStart,
  ];
  return (
    <span
      className={[classes.field, fills[face.look], ...edges].filter(Boolean).join(" ")}
      data-moved={moved || undefined}
    >
      {first ? <span className={classes.fieldName}>{letters.get(cell.state)}</span> : null}
    </span>
  );
}

/** The saved profiles that have both values; hollow where their own answer is not the map's. */
function ProfileMarks({ map, x, y, decision }: MapProps): ReactNode {
  const { ruleSet, profiles } = useWorkspace();
  const [xs, ys] = [valuesOf(x), valuesOf(y)];
  const marks = new Map<string, { readonly x: number; readonly y: number; alike: boolean }>();
  for (const profile of profiles) {
    const [a, b] = [valueSent(profile.facts[x.id]), valueSent(profile.facts[y.id])];
    if (a === undefined || b === undefined || !xs.includes(a) || !ys.includes(b)) continue;
    const own = resultFor(ruleSet, profile).decisions[decision.id];
    const cell = map.cells[bandAt(map.rows, b)]?.[bandAt(map.columns, a)];
    const alike = own?.kind === "one" && own.state === cell?.state;
    const known = marks.get(`${a}:${b}`);
    marks.set(`${a}:${b}`, { x: a, y: b, alike: alike || known?.alike === true });
  }
  return [...marks].map(([key, mark]) => (
    <span
      key={key}
      className={classes.mark}
      style={{ insetInlineStart: share(xs, mark.x), bottom: share(ys, mark.y) }}
    >
      {mark.alike ? "◆" : "◇"}
    </span>
  ));
}

function valueSent(sent: unknown): number | undefined {
  if (typeof sent === "number") return sent;
  const dated = typeof sent === "object" && sent !== null && "value" in sent ? sent.value : undefined;
  return typeof dated === "number" ? dated : undefined;
}

/** Where the middle of a value's column or row stands. */
function share(values: readonly number[], value: number): string {
  return `${(100 * (values.indexOf(value) + 0.5)) / values.length}%`;
}

/** « 0 à 14 » in as few characters as an axis has room for. */
export function bandName(band: Band, lang: "fr" | "en"): string {
  const [from, to] = [writeNumber(band.from, lang), writeNumber(band.to, lang)];
  return from === to ? from : `${from}–${to}`;
}
