// An expected answer, decision by decision, as a reader sees it.
import type { DraftRuleSet, Expected, Lang } from "@jumelage/engine";
import { useTranslations } from "use-intl";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { stateFace } from "../../ui/tones.ts";
import classes from "./review.module.css";

interface ExpectedWordsProps {
  readonly expected: Expected;
  /** Only these decisions; all when left out. */
  readonly decisions?: readonly string[];
  readonly ruleSet: DraftRuleSet;
  readonly lang: Lang;
}

export function ExpectedWords({ expected, decisions, ruleSet, lang }: ExpectedWordsProps) {
  const t = useTranslations("review");
  return (
    <ul className={classes.expected}>
      {ruleSet.decisions
        .filter((d) => expected.decisions[d.id] !== undefined && (decisions?.includes(d.id) ?? true))
        .map((decision) => {
          const wanted = expected.decisions[decision.id];
          const suggested =
            typeof wanted === "string" ? [] : Array.isArray(wanted) ? wanted : (wanted?.suggested ?? []);
          return (
            <li key={decision.id}>
              <span className="j-muted j-small">{decision.title[lang]}</span>
              {typeof wanted === "string" ? (
                <OutcomeBadge decision={decision} state={wanted} lang={lang} />
              ) : (
                <span>
                  {suggested.map((id) => stateFace(decision, id, lang).label).join("; ") || t("nothing")}
                </span>
              )}
            </li>
          );
        })}
      {expected.fired && decisions === undefined ? (
        <li>
          <span className="j-muted j-small">{t("fired")}</span>
          <span>{expected.fired.join(", ") || t("nothing")}</span>
        </li>
      ) : null}
    </ul>
  );
}
