// What changed since the version before, a change at a time, before and after.
import { diffRuleSets } from "@jumelage/engine";
import { changeSentence } from "@jumelage/engine/words";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import type { Booklet } from "./booklet.ts";
import classes from "./booklet.module.css";
import { Part } from "./part.tsx";

export function ChangesPart({ booklet: { ruleSet, before } }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.changes");
  const { lang } = useLanguage();
  const changes = useMemo(
    () =>
      before === null
        ? []
        : diffRuleSets(before.ruleSet, ruleSet).map((c) => changeSentence(c, before.ruleSet, ruleSet, lang)),
    [before, ruleSet, lang],
  );
  if (before === null)
    return (
      <Part part="changes">
        <p>{t("first")}</p>
      </Part>
    );
  const number = String(before.number);
  return (
    <Part part="changes">
      <p>{t("lead", { number, count: changes.length })}</p>
      <ul className={classes.entries}>
        {changes.map((change) => (
          <li key={change.title}>
            <strong>{change.title}</strong>
            <dl className={classes.reasons}>
              {change.before === undefined ? null : (
                <>
                  <dt>{t("before")}</dt>
                  <dd>{change.before}</dd>
                </>
              )}
              {change.after === undefined ? null : (
                <>
                  <dt>{t("after")}</dt>
                  <dd>{change.after}</dd>
                </>
              )}
            </dl>
          </li>
        ))}
      </ul>
    </Part>
  );
}
