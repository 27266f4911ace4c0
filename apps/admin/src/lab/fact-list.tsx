// The answers of a person made by the machine, one by one, in the order of the vocabulary. Nothing is evaluated here.
import { isValueOf, type DraftRuleSet, type Facts } from "@jumelage/engine";
import { lexiconOf, reasonIn, sentIn, textIn, typeset } from "@jumelage/engine/words";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../draft/use-draft.ts";
import classes from "./lab.module.css";

export interface FactListProps {
  readonly ruleSet: DraftRuleSet;
  readonly facts: Facts;
  /** The answers of the person these are compared with. */
  readonly other?: Facts;
  /** What is said of the facts that are not listed, where it is not that all are unknown. */
  readonly rest?: string;
}

/** What is known of a person, in the order of the vocabulary; what differs from the other person is marked. */
export function FactList({ ruleSet, facts, other, rest }: FactListProps): ReactNode {
  const t = useTranslations("lab");
  const { lang } = useWorkspace();
  const lexicon = useMemo(() => lexiconOf(ruleSet, lang), [ruleSet, lang]);
  const ids = [...Object.keys(facts), ...Object.keys(other ?? {})];
  const shown = ruleSet.facts.filter((f) => ids.includes(f.id));
  return (
    <div>
      {other ? <p className={classes.readingName}>{t("secondPerson")}</p> : null}
      {shown.length === 0 ? <p>{t("nothingKnown")}</p> : null}
      <dl className={classes.facts}>
        {shown.map((fact) => {
          const sent = facts[fact.id];
          const differs = other !== undefined && JSON.stringify(sent) !== JSON.stringify(other[fact.id]);
          const readable =
            sent === undefined || sent === null || typeof sent === "object" || isValueOf(fact, sent);
          return (
            <div key={fact.id} className={classes.factRow}>
              <dt>{textIn(fact.label, lang) || fact.id}</dt>
              <dd data-differs={differs || undefined}>
                {readable ? typeset(sentIn(lexicon, fact.id, sent), lang) : reasonIn("invalid", lang)}
                {differs ? <span className="j-hidden"> {t("differs")}</span> : null}
              </dd>
            </div>
          );
        })}
      </dl>
      {shown.length === 0 ? null : <p className="j-muted j-small">{rest ?? t("restUnknown")}</p>}
    </div>
  );
}
