// How many go from which state to which. What nobody, or too few, are in before and after is left out.
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import classes from "./cohort.module.css";
import { StateName, type ShownProps } from "./shares-panel.tsx";
import { useCount } from "./words.ts";

export function TransitionsPanel({ shown, face, smallCell, version }: ShownProps): ReactNode {
  const t = useTranslations("cohort.transitions");
  const count = useCount(smallCell);
  const { subject, states, cells, rows, columns } = shown;
  const places = states.map((_, i) => i);
  const from = places.filter((i) => (rows[i] ?? 0) > 0);
  const to = places.filter((i) => (columns[i] ?? 0) > 0);
  const name = (i: number): ReactNode => <StateName face={face(subject, states[i] ?? "")} isShort />;
  return (
    <Panel title={t("title", { number: String(version) })}>
      <Scroll label={t("title", { number: String(version) })}>
        <table className={`j-table ${classes.numbers}`}>
          <thead>
            <tr>
              <th scope="col">{t("fromTo", { number: String(version) })}</th>
              {to.map((j) => (
                <th key={states[j]} scope="col">
                  {name(j)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {from.map((i) => (
              <tr key={states[i]}>
                <th scope="row">{name(i)}</th>
                {to.map((j) => {
                  const persons = cells[i]?.[j] ?? 0;
                  const names = persons === 0 ? classes.hidden : i === j ? classes.same : classes.moved;
                  return (
                    <td key={states[j]} className={names}>
                      {persons === 0 ? (
                        <>
                          <span aria-hidden="true">·</span>
                          <span className="j-hidden">{count(0)}</span>
                        </>
                      ) : (
                        count(persons)
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="j-muted j-small">{t("legend", { least: String(smallCell) })}</p>
    </Panel>
  );
}
