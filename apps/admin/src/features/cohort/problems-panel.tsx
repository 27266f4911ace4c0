// What of the file was no value of its fact: never translated into one, unknown for that person, counted and listed.
import { otherFacts } from "@jumelage/cohort";
import type { DraftRuleSet } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import type { Judged } from "./cohort-messages.ts";
import classes from "./cohort.module.css";
import { useExpected } from "./expected.ts";

export function ProblemsPanel({
  judged,
  ruleSet,
}: {
  readonly judged: Judged;
  readonly ruleSet: DraftRuleSet;
}): ReactNode {
  const t = useTranslations("cohort.problems");
  const { lang } = useWorkspace();
  const format = useFormatter();
  const expected = useExpected();
  const factOf = (id: string): DraftRuleSet["facts"][number] | undefined =>
    ruleSet.facts.find((f) => f.id === id);
  const named = (id: string): string => {
    const fact = factOf(id);
    return fact ? textIn(fact.label, lang) || id : id === otherFacts ? t("others") : id;
  };
  const { problems, without } = judged;
  return (
    <Panel title={t("title", { count: problems.length })}>
      {problems.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <p>{t("lead")}</p>
          <Scroll label={t("table")}>
            <table className="j-table">
              <thead>
                <tr>
                  <th scope="col">{t("fact")}</th>
                  <th scope="col">{t("reason")}</th>
                  <th scope="col">{t("count")}</th>
                  <th scope="col">{t("rows")}</th>
                </tr>
              </thead>
              <tbody>
                {problems.map(({ fact, code, persons, rows }) => {
                  const known = factOf(fact);
                  return (
                    <tr key={`${fact} ${code}`}>
                      <th scope="row">{named(fact)}</th>
                      <td>
                        {t(code === "undeclared-fact" ? "undeclared" : "notExactly", {
                          expected: known ? expected(known) : "",
                        })}
                      </td>
                      <td>{format.number(persons)}</td>
                      <td>
                        {rows.map((row) => format.number(row + 1)).join(", ")}
                        {persons > rows.length ? ", …" : ""}
                      </td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
      {without.length === 0 ? null : (
        <details>
          <summary className={classes.more}>{t("without", { count: without.length })}</summary>
          <p className="j-small">{without.map(named).join(", ")}</p>
        </details>
      )}
    </Panel>
  );
}
