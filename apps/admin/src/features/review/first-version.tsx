// What a program without a published version says, whole: there is nothing to compare it with, so that all of it is read.
import { criterionSentence } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { mainDecision, outcomeCounts } from "../../draft/outcome-counts.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { OutcomeStrip } from "../../ui/outcome.tsx";
import { Panel } from "../../ui/page.tsx";
import { FactValues } from "../vocabulary/fact-words.tsx";
import classes from "./review.module.css";

export function FirstVersion(): ReactNode {
  const t = useTranslations("review.first");
  const { program, ruleSet, profiles, lang } = useWorkspace();
  const paths = programPaths(program);
  const decision = mainDecision(ruleSet);
  return (
    <>
      <Panel title={t("criteria")} actions={<AppLink href={paths.booklet}>{t("booklet")}</AppLink>}>
        <p>{ruleSet.purpose[lang]}</p>
        <ul className={classes.changes}>
          {ruleSet.criteria.map((criterion) => (
            <li key={criterion.id}>
              <AppLink href={paths.criterion(criterion.id)}>
                {criterion.id} – {criterion.title[lang]}
              </AppLink>
              <p>{criterionSentence(criterion, ruleSet, lang)}</p>
              <p className="j-muted j-small">{criterion.rationale[lang]}</p>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t("facts")} actions={<AppLink href={paths.vocabulary}>{t("vocabulary")}</AppLink>}>
        <ul className={classes.changes}>
          {ruleSet.facts.map((fact) => (
            <li key={fact.id}>
              <strong>{fact.label[lang]}</strong>
              <p>{fact.question[lang]}</p>
              <FactValues fact={fact} />
            </li>
          ))}
        </ul>
      </Panel>
      {decision?.kind === "one" ? (
        <Panel title={t("profiles")} actions={<AppLink href={paths.simulation}>{t("simulation")}</AppLink>}>
          <p className="j-muted j-small">{t("profilesHint", { count: profiles.length })}</p>
          <OutcomeStrip parts={outcomeCounts({ ruleSet, profiles }, decision, lang)} />
        </Panel>
      ) : null}
    </>
  );
}
