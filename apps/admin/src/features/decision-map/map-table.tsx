// The same map as a table of bands: what a reader who does not see the picture reads, and what can be copied.
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Scroll } from "../../ui/scroll.tsx";
import { stateFace } from "../../ui/tones.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { bandName, type MapProps } from "./map-figure.tsx";

export function MapTable({ map, x, y, decision }: MapProps): ReactNode {
  const t = useTranslations("decisionMap");
  const { lang, baseline } = useWorkspace();
  const name = t("tableOf", { x: textIn(x.label, lang), y: textIn(y.label, lang) });
  return (
    <details>
      <summary>{t("table")}</summary>
      <Scroll label={name}>
        <table className="j-table">
          <caption className="j-hidden">{name}</caption>
          <thead>
            <tr>
              <th scope="col">
                {textIn(y.label, lang)} ↓ {textIn(x.label, lang)} →
              </th>
              {map.columns.map((band) => (
                <th key={band.from} scope="col">
                  {bandName(band, lang)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.rows.map((band, r) => (
              <tr key={band.from}>
                <th scope="row">{bandName(band, lang)}</th>
                {map.cells[r]?.map((cell, c) => (
                  <td key={map.columns[c]?.from ?? c}>
                    <OutcomeBadge decision={decision} state={cell.state} lang={lang} show="short" />
                    {cell.before === cell.state ? null : (
                      <div className="j-muted j-small">
                        {t("before", {
                          number: String(baseline?.number ?? ""),
                          answer: stateFace(decision, cell.before, lang).short,
                        })}
                      </div>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
