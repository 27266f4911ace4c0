// Vocabulaire: the words of a program. They are changed and added to here; a type and a range stay as they were published.
import { memo, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace, WorkspaceContext, type Workspace } from "../../draft/use-draft.ts";
import { PageTitle } from "../../ui/page.tsx";
import { ConditionsPanel } from "./conditions-panel.tsx";
import { FactsTable } from "./facts-table.tsx";
import { OutcomesPanel } from "./outcomes-panel.tsx";
import { SourcesPanel } from "./sources-panel.tsx";
import { Thresholds } from "./thresholds.tsx";
import { usageOf } from "./usage.ts";
import classes from "./vocabulary.module.css";

const parts = ["thresholds", "facts", "outcomes", "conditions", "sources"] as const;

// These show no threshold, so a keystroke in one need not draw them again.
const QuietFacts = memo(FactsTable);
const QuietOutcomes = memo(OutcomesPanel);
const QuietSources = memo(SourcesPanel);

/** Whether two workspaces differ in nothing but the values of thresholds. */
function sameWords(a: Workspace, b: Workspace): boolean {
  const parts = ["facts", "conditions", "decisions", "criteria", "properties", "sources"] as const;
  const [before, after] = [a.ruleSet.parameters, b.ruleSet.parameters];
  return (
    a.lang === b.lang &&
    a.program === b.program &&
    a.editable === b.editable &&
    a.update === b.update &&
    a.profiles === b.profiles &&
    parts.every((part) => a.ruleSet[part] === b.ruleSet[part]) &&
    before.length === after.length &&
    before.every((p, i) => p.label === after[i]?.label && p.sources === after[i]?.sources)
  );
}

/** The workspace as it was when more than the value of a threshold last changed. */
function useQuietWorkspace(): Workspace {
  const workspace = useWorkspace();
  const [kept, keep] = useState(workspace);
  if (sameWords(kept, workspace)) return kept;
  keep(workspace);
  return workspace;
}

export function VocabularyScreen() {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang, editable } = useWorkspace();
  const quiet = useQuietWorkspace();
  const usage = useMemo(() => usageOf(ruleSet), [ruleSet]);
  const quietUsage = useMemo(() => usageOf(quiet.ruleSet), [quiet]);
  return (
    <div className="j-stack">
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        {t("lead")}
      </PageTitle>
      <nav aria-label={t("onThisPage")}>
        <ul className={classes.toc}>
          {parts
            .filter((part) => part !== "conditions" || editable || ruleSet.conditions.length > 0)
            .map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{t(part)}</a>
              </li>
            ))}
        </ul>
      </nav>
      <Thresholds usage={usage} />
      <WorkspaceContext value={quiet}>
        <QuietFacts usage={quietUsage} />
        <QuietOutcomes />
      </WorkspaceContext>
      <ConditionsPanel usage={usage} />
      <WorkspaceContext value={quiet}>
        <QuietSources />
      </WorkspaceContext>
    </div>
  );
}
