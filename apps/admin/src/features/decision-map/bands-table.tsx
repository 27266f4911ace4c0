// A map as a table of bands: the values of one measure across, those of the other down.
import type { Fact } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { bandName } from "./map-figure.tsx";
import type { Cell, DecisionMap } from "./map.ts";

export interface BandsTableProps {
  readonly map: DecisionMap;
  readonly x: Fact;
  readonly y: Fact;
  readonly className?: string | undefined;
  /** `j-hidden` where what is around it says as much. */
  readonly captionClass?: string;
  readonly render: (cell: Cell) => ReactNode;
}

export function BandsTable({ map, x, y, className, captionClass, render }: BandsTableProps): ReactNode {
  const t = useTranslations("decisionMap");
  const { lang } = useLanguage();
  return (
    <table className={["j-table", className].filter(Boolean).join(" ")}>
      <caption className={captionClass}>
        {t("tableOf", { x: textIn(x.label, lang), y: textIn(y.label, lang) })}
      </caption>
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
              <td key={map.columns[c]?.from ?? c}>{render(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
