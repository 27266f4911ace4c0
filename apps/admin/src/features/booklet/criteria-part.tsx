// The criteria as sentences, under the outcome they speak for and in the order in which outcomes go before one another;
// each with why it is so and the words of the documents it rests on.
import type { DraftCriterion, DraftRuleSet, Lang } from "@jumelage/engine";
import { conditionPhrases, criterionSentence, textIn, type ConditionPhrase } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { statementOf } from "../vocabulary/statements.tsx";
import type { Booklet } from "./booklet.ts";
import classes from "./booklet.module.css";
import { InLanguages } from "./both-languages.tsx";
import { Part } from "./part.tsx";

export function CriteriaPart({ booklet: { ruleSet } }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.criteria");
  const { lang } = useLanguage();
  return (
    <Part part="criteria">
      <p>{t("lead")}</p>
      {ruleSet.decisions.map((decision) => (
        <div key={decision.id}>
          <h3>{decision.title[lang]}</h3>
          {decision.outcomes.map((outcome) => {
            const criteria = ruleSet.criteria.filter(
              (c) => c.then.decision === decision.id && c.then.outcome === outcome.id,
            );
            return criteria.length === 0 ? null : (
              <section key={outcome.id} className={classes.group}>
                <h4 className={classes.groupTitle}>
                  <OutcomeBadge outcome={outcome} lang={lang} />
                </h4>
                {criteria.map((criterion) => (
                  <Criterion key={criterion.id} criterion={criterion} ruleSet={ruleSet} />
                ))}
              </section>
            );
          })}
        </div>
      ))}
    </Part>
  );
}

interface CriterionProps {
  readonly criterion: DraftCriterion;
  readonly ruleSet: DraftRuleSet;
}

function Criterion({ criterion, ruleSet }: CriterionProps): ReactNode {
  const t = useTranslations("booklet.criteria");
  const tc = useTranslations("criteria");
  const { lang } = useLanguage();
  const quotes = criterion.sources.flatMap((id) => statementOf(ruleSet.sources, id) ?? []);
  return (
    <article className={classes.criterion} data-criterion={criterion.id}>
      <h5>
        <span className={classes.id}>{criterion.id}</span> {textIn(criterion.title, lang)}
        {criterion.enabled ? null : <em> ({tc("disabled")})</em>}
      </h5>
      <InLanguages render={(l) => <Words criterion={criterion} ruleSet={ruleSet} lang={l} />} />
      <dl className={classes.reasons}>
        <dt>{t("why")}</dt>
        <dd>{textIn(criterion.rationale, lang) || t("noReason")}</dd>
        <dt>{t("source")}</dt>
        <dd>
          {tc(`origin.${criterion.origin}`)}
          {quotes.map(({ source, statement }) => (
            <blockquote key={statement.id}>
              {textIn(statement.text, lang)}
              <footer>
                {statement.id} · {textIn(source.title, lang)}, {statement.locator}
              </footer>
            </blockquote>
          ))}
        </dd>
      </dl>
    </article>
  );
}

/** A sentence longer than this is easier to read as a list, with the same words. */
const longest = 240;

function Words({ criterion, ruleSet, lang }: CriterionProps & { readonly lang: Lang }): ReactNode {
  const sentence = criterionSentence(criterion, ruleSet, lang);
  const phrase = criterion.when && conditionPhrases(criterion.when, ruleSet, lang);
  if (sentence.length <= longest || !phrase || phrase.children.length === 0)
    return <p className={classes.sentence}>{sentence}</p>;
  return <Phrase phrase={phrase} />;
}

function Phrase({ phrase }: { readonly phrase: ConditionPhrase }): ReactNode {
  return (
    <div className={classes.sentence}>
      {phrase.text}
      {phrase.children.length === 0 ? null : (
        <ul className={classes.phrases}>
          {phrase.children.map((child) => (
            <li key={child.at.join("/")}>
              <Phrase phrase={child} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
