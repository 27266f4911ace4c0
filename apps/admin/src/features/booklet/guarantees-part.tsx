// What must hold for everybody: each guarantee in its own words, as it is checked, and how that ended for exactly this
// content. What was not proved for it is said to be not proved.
import { claimSentence, textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { Booklet } from "./booklet.ts";
import classes from "./booklet.module.css";
import { InLanguages } from "./both-languages.tsx";
import { Part } from "./part.tsx";

const glyphs = { proved: "✓", refuted: "✗", undecided: "?", none: "–" } as const;

export function GuaranteesPart({ booklet }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.guarantees");
  const status = useTranslations("guarantees.status");
  const { ruleSet, proofs } = booklet;
  return (
    <Part part="guarantees">
      <p>{t("lead")}</p>
      {proofs === undefined ? <p className={classes.warning}>{t("none")}</p> : null}
      <ul className={classes.entries}>
        {ruleSet.properties.map((property) => {
          const standing = proofs?.byProperty.get(property.id) ?? "none";
          return (
            <li key={property.id} data-guarantee={property.id}>
              <InLanguages
                render={(lang) => {
                  const said = textIn(property.statement, lang);
                  const checked = claimSentence(property.claim, ruleSet, lang);
                  return (
                    <>
                      <strong>
                        <span className={classes.id}>{property.id}</span> {said}
                      </strong>
                      {checked === said ? null : <div className={classes.question}>{checked}</div>}
                    </>
                  );
                }}
              />
              <p className={classes.status}>
                <span aria-hidden="true">{glyphs[standing]}</span> {status(standing)}
              </p>
            </li>
          );
        })}
      </ul>
      {proofs && proofs.standard.all > 0 ? (
        <p>{t("standard", { proved: proofs.standard.proved, all: String(proofs.standard.all) })}</p>
      ) : null}
    </Part>
  );
}
