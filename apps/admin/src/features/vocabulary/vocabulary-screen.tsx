// Vocabulaire: the words of a program. Labels and thresholds are changed here; types and ranges are not, yet.
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { PageTitle } from "../../ui/page.tsx";
import { ConditionsPanel } from "./conditions-panel.tsx";
import { FactsTable } from "./facts-table.tsx";
import { OutcomesPanel } from "./outcomes-panel.tsx";
import { SourcesPanel } from "./sources-panel.tsx";
import { Thresholds } from "./thresholds.tsx";
import { usageOf } from "./usage.ts";
import classes from "./vocabulary.module.css";

const parts = ["thresholds", "facts", "outcomes", "conditions", "sources"] as const;

export function VocabularyScreen() {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang } = useWorkspace();
  const usage = useMemo(() => usageOf(ruleSet), [ruleSet]);
  return (
    <div className="j-stack">
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        {t("lead")}
      </PageTitle>
      <nav aria-label={t("onThisPage")}>
        <ul className={classes.toc}>
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(part)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Thresholds usage={usage} />
      <FactsTable usage={usage} />
      <OutcomesPanel />
      <ConditionsPanel usage={usage} />
      <SourcesPanel />
    </div>
  );
}
