// The same criteria as tables, one for each decision, exact: a line for a criterion, what it reads beside it, and what it
// answers. A table with a column for every piece of information is wider than paper, so each line names those it reads.
import {
  decisionTable,
  type Decision,
  type DraftRuleSet,
  type Lang,
  type TableEntry,
  type TableTest,
} from "@jumelage/engine";
import { columnHeading, conditionSentence, testWords, textIn } from "@jumelage/engine/words";
import { Fragment, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import type { Booklet } from "./booklet.ts";
import classes from "./booklet.module.css";
import { Part } from "./part.tsx";

export function TablesPart({ booklet: { ruleSet } }: { readonly booklet: Booklet }): ReactNode {
  const t = useTranslations("booklet.tables");
  return (
    <Part part="tables">
      <p>{t("lead")}</p>
      {ruleSet.decisions.map((decision) => (
        <Table key={decision.id} decision={decision} ruleSet={ruleSet} />
      ))}
    </Part>
  );
}

interface TableProps {
  readonly decision: Decision;
  readonly ruleSet: DraftRuleSet;
}

function Table({ decision, ruleSet }: TableProps): ReactNode {
  const t = useTranslations("booklet.tables");
  const { lang } = useLanguage();
  const { groups } = decisionTable(ruleSet, decision.id);
  if (groups.length === 0) return null;
  return (
    <table className={`j-table ${classes.rules}`} data-table={decision.id}>
      <caption>
        <h3>{textIn(decision.title, lang)}</h3>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("criterion")}</th>
          <th scope="col">{t("if")}</th>
          <th scope="col">{t("then")}</th>
        </tr>
      </thead>
      <tbody>
        {groups.flatMap(({ outcome, entries }) =>
          entries.map((entry) => (
            <tr key={entry.criterion.id} data-line={entry.criterion.id}>
              <th scope="row" className={classes.id}>
                {entry.criterion.id}
              </th>
              <td>
                <Tests entry={entry} ruleSet={ruleSet} lang={lang} />
              </td>
              <td>
                <OutcomeBadge decision={decision} state={outcome} lang={lang} show="short" />
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

interface TestsProps {
  readonly entry: TableEntry;
  readonly ruleSet: DraftRuleSet;
  readonly lang: Lang;
}

function Tests({ entry: { criterion, layout }, ruleSet, lang }: TestsProps): ReactNode {
  const t = useTranslations("booklet.tables");
  const always = useTranslations("table")("noCondition");
  if (criterion.when === undefined) return always;
  if (layout.kind === "sentence") return conditionSentence(criterion.when, ruleSet, lang);
  const [only, ...more] = layout.lines;
  const common = [...layout.shared, ...(more.length === 0 && only ? only : [])];
  return (
    <>
      {common.map((test) => (
        <div key={test.at.join("/")}>
          <Words test={test} ruleSet={ruleSet} lang={lang} />
        </div>
      ))}
      {common.length === 0 && more.length === 0 ? always : null}
      {more.length === 0 ? null : (
        <>
          <div>{t(common.length === 0 ? "oneOf" : "andOneOf")}</div>
          <ul className={classes.phrases}>
            {layout.lines.map((line) => (
              <li key={line.map((test) => test.at.join("/")).join()}>
                {line.length === 0 ? always : null}
                {line.map((test, i) => (
                  <Fragment key={test.at.join("/")}>
                    {i === 0 ? null : t("and")}
                    <Words test={test} ruleSet={ruleSet} lang={lang} />
                  </Fragment>
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What is read, and what it has to be. */
function Words({ test, ruleSet, lang }: { readonly test: TableTest } & Omit<TestsProps, "entry">): ReactNode {
  return (
    <>
      <strong>{columnHeading(test.column, ruleSet, lang)}</strong> {testWords(test, ruleSet, lang)}
    </>
  );
}
