// How the cohort spreads over the states of an answer, before and after: two patterned bars, and the same as a table.
import type { PublishedSubject } from "@jumelage/cohort";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ToneGlyph } from "../../ui/outcome.tsx";
import outcome from "../../ui/outcome.module.css";
import { Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import classes from "./cohort.module.css";
import { shareOf, type Face } from "./subjects.ts";
import { useCount, type Faces } from "./words.ts";

export interface ShownProps {
  readonly shown: PublishedSubject;
  readonly face: Faces;
  readonly smallCell: number;
  readonly version: number | undefined;
}

export function SharesPanel({ shown, face, smallCell, version }: ShownProps): ReactNode {
  const t = useTranslations("cohort.shares");
  const format = useFormatter();
  const count = useCount(smallCell);
  const { subject, states, rows, columns, persons } = shown;
  const faces = states.map((state) => face(subject, state));
  const percent = (of: number): string =>
    format.number(shareOf(of, persons), { style: "percent", maximumFractionDigits: 1 });
  const cell = (of: number): ReactNode =>
    of === 0 ? (
      <span className="j-muted">{count(of)}</span>
    ) : (
      <>
        {count(of)} <span className="j-muted">({percent(of)})</span>
      </>
    );
  const difference = (i: number): string => {
    const by = (columns[i] ?? 0) - (rows[i] ?? 0);
    return by === 0 ? "–" : format.number(by, { signDisplay: "always" });
  };
  const before = version === undefined ? null : t("version", { number: String(version) });
  return (
    <Panel title={t("title")}>
      <div className={classes.bars} aria-hidden="true">
        {before === null ? null : <Bar name={before} parts={rows} faces={faces} />}
        <Bar name={t("draft")} parts={columns} faces={faces} />
      </div>
      <Scroll label={t("title")}>
        <table className={`j-table ${classes.numbers}`}>
          <thead>
            <tr>
              <th scope="col">{t("state")}</th>
              {before === null ? null : <th scope="col">{before}</th>}
              <th scope="col">{t("draft")}</th>
              {before === null ? null : <th scope="col">{t("difference")}</th>}
            </tr>
          </thead>
          <tbody>
            {states.map((state, i) => (
              <tr key={state}>
                <th scope="row">
                  <StateName face={faces[i]} />
                </th>
                {before === null ? null : <td>{cell(rows[i] ?? 0)}</td>}
                <td>{cell(columns[i] ?? 0)}</td>
                {before === null ? null : <td>{difference(i)}</td>}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("all")}</th>
              {before === null ? null : <td>{count(persons)}</td>}
              <td>{count(persons)}</td>
              {before === null ? null : <td>–</td>}
            </tr>
          </tfoot>
        </table>
      </Scroll>
      <p className="j-muted j-small">{t("rounded", { least: String(smallCell) })}</p>
    </Panel>
  );
}

/** A state with its mark; whoever is simply not given an outcome has none. */
export function StateName({
  face,
  isShort = false,
}: {
  readonly face: Face | undefined;
  readonly isShort?: boolean;
}): ReactNode {
  return (
    <span className={outcome.badge}>
      {face?.look === undefined ? (
        <span className={outcome.dot} aria-hidden="true">
          ·
        </span>
      ) : (
        <ToneGlyph look={face.look} />
      )}
      <span>{isShort ? face?.short : face?.label}</span>
    </span>
  );
}

function Bar({
  name,
  parts,
  faces,
}: {
  readonly name: string;
  readonly parts: readonly number[];
  readonly faces: readonly Face[];
}): ReactNode {
  return (
    <div className={classes.bar}>
      <span className="j-small">{name}</span>
      <div className={outcome.strip}>
        {parts.map((part, i) => {
          const look = faces[i]?.look;
          if (part === 0) return null;
          return (
            <span
              // The states of a subject stay in their order.
              // oxlint-disable-next-line react/no-array-index-key
              key={i}
              className={`${outcome.segment} ${look === undefined ? "" : outcome[`${look}Fill`]}`}
              style={{ flexGrow: part }}
              title={faces[i]?.label}
            />
          );
        })}
      </div>
    </div>
  );
}
