// What the booklet is not: who decides, what an unknown answer means, what the documents say that no criterion does.
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import type { Booklet } from "./booklet.ts";
import classes from "./booklet.module.css";
import { Part } from "./part.tsx";

const limits = ["support", "unknown", "profiles", "thresholds", "current"] as const;

export function LimitsPart({ booklet: { ruleSet } }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet");
  const { lang } = useLanguage();
  const left = ruleSet.sources.flatMap((source) =>
    source.statements.flatMap((statement) =>
      statement.modelled === true ? [] : [{ source, statement, reason: statement.modelled.reason }],
    ),
  );
  return (
    <Part part="limits">
      <p className={classes.whoDecides}>{t("cover.whoDecides")}</p>
      <ul className={classes.entries}>
        {limits.map((limit) => (
          <li key={limit}>{t(`limits.${limit}`)}</li>
        ))}
      </ul>
      {left.length === 0 ? null : (
        <table className={`j-table ${classes.long}`}>
          <caption>
            <h3>{t("limits.left")}</h3>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t("limits.statement")}</th>
              <th scope="col">{t("limits.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {left.map(({ source, statement, reason }) => (
              <tr key={statement.id}>
                <th scope="row">
                  {textIn(statement.text, lang)}
                  <div className={classes.question}>
                    {statement.id} · {textIn(source.title, lang)}, {statement.locator}
                  </div>
                </th>
                <td>{textIn(reason, lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Part>
  );
}
