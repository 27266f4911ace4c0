// A fact in words: what may be answered, what happens without an answer, how long one counts.
import type { Fact } from "@jumelage/engine";
import { quantityIn, valueIn } from "@jumelage/engine/words";
import { useFormatter, useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import classes from "./vocabulary.module.css";

/** Its type, its range and its possible answers. */
export function FactValues({ fact }: { readonly fact: Fact }) {
  const t = useTranslations("vocabulary");
  const format = useFormatter();
  const { lang } = useLanguage();
  return (
    <>
      <div>
        {t(`types.${fact.type}`)}
        {fact.range
          ? `, ${t("range", { min: format.number(fact.range.min), max: quantityIn(fact.range.max, fact.unit, lang) })}`
          : ""}
      </div>
      {fact.derive ? (
        <div className="j-muted">{t("derived", { count: String(fact.derive.sum.length) })}</div>
      ) : null}
      {fact.values ? (
        <ul className={classes.members}>
          {fact.values.map((v) => (
            <li key={v.id}>
              {v.label[lang]}
              {v.retired ? ` (${t("retired")})` : ""}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** What happens while the answer is missing. */
export function useUnknownWords(fact: Fact): string {
  const t = useTranslations("vocabulary.unknowns");
  const { lang } = useLanguage();
  if (typeof fact.whenUnknown === "object")
    return t("assume", { value: valueIn(fact, fact.whenUnknown.assume, lang) });
  return t(fact.safety ? "safety" : fact.whenUnknown);
}

/** How long an answer counts. */
export function useFreshness(fact: Fact): string {
  const t = useTranslations("vocabulary.fresh");
  if (fact.validFor === undefined) return t("always");
  const days = Number(fact.validFor.slice(1, -1));
  return days === 0 ? t("sameDay") : t("days", { count: days });
}
