// Cohorte: what the draft answers a whole cohort, beside a published version, at every change. The file stays on this
// computer, and few persons are never counted.
import { runnable } from "@jumelage/engine";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { FocusHere } from "../../ui/focus-here.tsx";
import { PageTitle } from "../../ui/page.tsx";
import { AnswersPanel } from "./answers-panel.tsx";
import { FilePanel } from "./file-panel.tsx";
import { MappingPanel } from "./mapping-panel.tsx";
import { ReadingPanel } from "./reading-panel.tsx";
import { SmallCellPanel } from "./small-cell-panel.tsx";
import { useCohort } from "./use-cohort.ts";

export function CohortScreen(): ReactNode {
  const t = useTranslations("cohort");
  const { program, ruleSet, lang, baseline: base } = useWorkspace();
  const [chosen, setChosen] = useState<number | null>(null);
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  const number = chosen ?? base?.number;
  const isOther = number !== undefined && number !== base?.number;
  const release = useQuery(
    trpc.releases.get.queryOptions(
      { program, number: number ?? 1 },
      { enabled: isOther, staleTime: Infinity },
    ),
  );
  const published = isOther ? release.data?.ruleSet : base?.ruleSet;
  const baseline = useMemo(() => (published === undefined ? undefined : runnable(published)), [published]);
  const smallCell = found.data?.smallCell;
  const cohort = useCohort(program, ruleSet, { baseline: number === undefined ? null : baseline, smallCell });
  return (
    <div className="j-stack">
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        <p>{t("lead")}</p>
      </PageTitle>
      <QueryTrouble query={found} />
      <QueryTrouble query={release} />
      <FilePanel cohort={cohort} />
      {cohort.columns !== null && cohort.reading === null ? (
        // Chosen anew for every file.
        <FocusHere key={cohort.file?.number}>
          <MappingPanel cohort={cohort} columns={cohort.columns} />
        </FocusHere>
      ) : null}
      {cohort.reading !== null && (cohort.judged === null || cohort.progress !== null) ? (
        <FocusHere>
          <ReadingPanel cohort={cohort} />
        </FocusHere>
      ) : null}
      {cohort.judged !== null && cohort.of !== null ? (
        <FocusHere>
          <AnswersPanel
            cohort={cohort}
            judged={cohort.judged}
            of={cohort.of}
            version={number}
            onVersion={setChosen}
          />
        </FocusHere>
      ) : null}
      <SmallCellPanel />
    </div>
  );
}
