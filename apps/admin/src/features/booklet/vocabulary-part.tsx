// The words of the program: what is asked, the thresholds with their reasons, named conditions, what may be answered.
import type { DraftRuleSet, Fact } from "@jumelage/engine";
import { conditionSentence, numberIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { FactValues, useUnknownWords } from "../vocabulary/fact-words.tsx";
import type { Booklet } from "./booklet.ts";
import classes from "./booklet.module.css";
import { InLanguages } from "./both-languages.tsx";
import { Part } from "./part.tsx";

interface Shown {
  readonly ruleSet: DraftRuleSet;
}

export function VocabularyPart({ booklet: { ruleSet } }: { readonly booklet: Booklet }): ReactNode {
  return (
    <Part part="vocabulary">
      <Facts ruleSet={ruleSet} />
      {ruleSet.parameters.length === 0 ? null : <Thresholds ruleSet={ruleSet} />}
      {ruleSet.conditions.length === 0 ? null : <Conditions ruleSet={ruleSet} />}
      {ruleSet.decisions.map((decision) => (
        <Outcomes key={decision.id} decision={decision} />
      ))}
    </Part>
  );
}

function Facts({ ruleSet }: Shown): ReactNode {
  const t = useTranslations("vocabulary");
  return (
    <table className={`j-table ${classes.long}`}>
      <caption>
        <h3>{t("facts")}</h3>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("term")}</th>
          <th scope="col">{t("type")}</th>
          <th scope="col">{t("unknown")}</th>
        </tr>
      </thead>
      <tbody>
        {ruleSet.facts.map((fact) => (
          <FactRow key={fact.id} fact={fact} />
        ))}
      </tbody>
    </table>
  );
}

function FactRow({ fact }: { readonly fact: Fact }): ReactNode {
  const t = useTranslations("vocabulary");
  const unknown = useUnknownWords(fact);
  return (
    <tr>
      <th scope="row">
        <InLanguages
          render={(lang) => (
            <>
              {fact.label[lang]}
              <div className={classes.question}>{fact.question[lang]}</div>
            </>
          )}
        />
        {fact.safety ? <span className={classes.tag}>{t("safety")}</span> : null}
      </th>
      <td>
        <FactValues fact={fact} />
      </td>
      <td>{unknown}</td>
    </tr>
  );
}

function Thresholds({ ruleSet }: Shown): ReactNode {
  const t = useTranslations("vocabulary");
  const { lang } = useLanguage();
  return (
    <table className={`j-table ${classes.long}`}>
      <caption>
        <h3>{t("thresholds")}</h3>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("label")}</th>
          <th scope="col">{t("value")}</th>
          <th scope="col">{t("rationale")}</th>
        </tr>
      </thead>
      <tbody>
        {ruleSet.parameters.map((parameter) => (
          <tr key={parameter.id}>
            <th scope="row">
              <InLanguages render={(l) => parameter.label[l]} />
            </th>
            <td className="j-nowrap">{numberIn(parameter.value, lang)}</td>
            <td>
              <InLanguages render={(l) => parameter.rationale[l]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Conditions({ ruleSet }: Shown): ReactNode {
  const t = useTranslations("vocabulary");
  return (
    <>
      <h3>{t("conditions")}</h3>
      <ul className={classes.entries}>
        {ruleSet.conditions.map((condition) => (
          <li key={condition.id}>
            <InLanguages
              render={(lang) => (
                <>
                  <strong>{condition.label[lang]}</strong>
                  <div>{conditionSentence(condition.when, ruleSet, lang)}</div>
                </>
              )}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Outcomes({ decision }: { readonly decision: DraftRuleSet["decisions"][number] }): ReactNode {
  const t = useTranslations("vocabulary");
  const { lang } = useLanguage();
  return (
    <table className={`j-table ${classes.long}`}>
      <caption>
        <h3>{decision.title[lang]}</h3>
        {t(`kind.${decision.kind}`)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("outcome")}</th>
          <th scope="col">{t("message")}</th>
        </tr>
      </thead>
      <tbody>
        {decision.outcomes.map((outcome) => (
          <tr key={outcome.id}>
            <th scope="row">
              <OutcomeBadge outcome={outcome} lang={lang} />
            </th>
            <td>
              <InLanguages render={(l) => outcome.message[l]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
