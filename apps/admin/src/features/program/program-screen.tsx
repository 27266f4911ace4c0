// Programme: what is in service, what it gives the saved profiles, what is being written, and who uses it.
import type { DraftRuleSet } from "@jumelage/engine";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { mainDecision, outcomeCounts } from "../../draft/outcome-counts.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { ErrorPage } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { LoadingPage } from "../../ui/loading.tsx";
import { OutcomeStrip } from "../../ui/outcome.tsx";
import { PageTitle, Panel } from "../../ui/page.tsx";
import { ReviewBanner } from "../versions/review-day.tsx";
import { WordsEditor } from "../vocabulary/words-editor.tsx";
import { ConsumersPanel } from "./consumers-panel.tsx";
import { DraftsPanel } from "./drafts-panel.tsx";
import { InServicePanel } from "./in-service-panel.tsx";
import { PlannedPanel } from "./planned-panel.tsx";
import { RecentVersions } from "./recent-versions.tsx";
import { TermsPanel } from "./terms-panel.tsx";

export function ProgramScreen() {
  const t = useTranslations("program");
  const { program, ruleSet, lang } = useWorkspace();
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  if (found.isError && !found.data)
    return <ErrorPage error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingPage />;
  return (
    <div className="j-stack">
      <PageTitle title={ruleSet.title[lang]} actions={<ProgramWords />}>
        <p>{ruleSet.purpose[lang]}</p>
      </PageTitle>
      {found.data.current ? <ReviewBanner release={found.data.current} /> : null}
      <div className="j-cols">
        <InServicePanel program={found.data} />
        <DraftsPanel />
      </div>
      <PlannedPanel />
      <div className="j-cols">
        <OutcomesPanel />
        <div className="j-stack">
          <ConsumersPanel program={found.data} />
          <RecentVersions program={found.data} />
          <TermsPanel program={found.data} />
          <Panel title={t("owners")}>
            <p>{found.data.owners.length === 0 ? t("ownersNone") : found.data.owners.join(", ")}</p>
            <p className="j-muted j-small">{t("approvalsNeeded", { count: found.data.approvalsNeeded })}</p>
          </Panel>
        </div>
      </div>
    </div>
  );
}

/** The title and the purpose, as the versions to come will say them. */
function ProgramWords() {
  const t = useTranslations("program");
  const { ruleSet, editable, update } = useWorkspace();
  if (!editable) return null;
  const field = (key: "title" | "purpose") => ({
    key,
    label: t(key === "title" ? "titleField" : "purpose"),
    value: ruleSet[key],
    long: key === "purpose",
    onChange: (value: DraftRuleSet["title"]) =>
      update(t("editWords"), (doc) => ({ ...doc, ruleSet: { ...doc.ruleSet, [key]: value } }), key),
  });
  return <WordsEditor name={t("titleAndPurpose")} fields={[field("title"), field("purpose")]} />;
}

function OutcomesPanel() {
  const t = useTranslations("program");
  const { program, ruleSet, profiles, draft, lang } = useWorkspace();
  const decision = mainDecision(ruleSet);
  if (decision === undefined) return null;
  return (
    <Panel
      title={t("outcomes")}
      actions={<AppLink href={programPaths(program).simulation}>{t("seeSimulation")}</AppLink>}
    >
      <p className="j-muted j-small">
        {t("outcomesOf", { decision: decision.title[lang], count: profiles.length })}.{" "}
        {t(draft === null ? "outcomesHint" : "outcomesDraft")}
      </p>
      <OutcomeStrip parts={outcomeCounts({ ruleSet, profiles }, decision, lang)} />
    </Panel>
  );
}
