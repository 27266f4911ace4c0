// An expected answer as a reader sees it, decision by decision, as far as it differs from another one.
import { sameJson, type DraftRuleSet, type Expected, type Lang } from "@jumelage/engine";
import { useTranslations } from "use-intl";
import { useList } from "../../ui/moment.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { stateFace } from "../../ui/tones.ts";
import classes from "./review.module.css";

interface ExpectedWordsProps {
  readonly expected: Expected;
  /** What it is compared with: only what differs from it is shown. */
  readonly other: Expected;
  readonly ruleSet: DraftRuleSet;
  readonly lang: Lang;
}

export function ExpectedWords({ expected, other, ruleSet, lang }: ExpectedWordsProps) {
  const t = useTranslations("review");
  const list = useList();
  const decisions = ruleSet.decisions.filter(
    ({ id }) => !sameJson(expected.decisions[id] ?? null, other.decisions[id] ?? null),
  );
  const fired = expected.fired?.filter((id) => !(other.fired ?? []).includes(id));
  return (
    <ul className={classes.expected}>
      {decisions.map((decision) => {
        const wanted = expected.decisions[decision.id];
        const there = outcomesIn(other.decisions[decision.id]);
        const own = outcomesIn(wanted).filter((id) => !there.includes(id));
        return (
          <li key={decision.id}>
            <span className="j-muted j-small">{decision.title[lang]}</span>
            {typeof wanted === "string" ? (
              <OutcomeBadge decision={decision} state={wanted} lang={lang} />
            ) : (
              <span>{own.map((id) => stateFace(decision, id, lang).label).join("; ") || "–"}</span>
            )}
          </li>
        );
      })}
      {fired === undefined || sameJson(expected.fired ?? null, other.fired ?? null) ? null : (
        <li>
          <span className="j-muted j-small">{t("fired")}</span>
          <span>{fired.length === 0 ? "–" : list(fired)}</span>
        </li>
      )}
    </ul>
  );
}

/** The outcomes an expectation of a `many` decision suggests. */
function outcomesIn(wanted: Expected["decisions"][string] | undefined): readonly string[] {
  if (wanted === undefined || typeof wanted === "string") return [];
  return Array.isArray(wanted) ? wanted : wanted.suggested;
}
