// One published version, read only: who stood for it, its rule set in words, its thresholds and its profiles.
import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { ErrorPage } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { LoadingPage } from "../../ui/loading.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Notice, PageTitle, Panel } from "../../ui/page.tsx";
import { ReleaseFacts } from "./release-facts.tsx";
import { ReplayPanel, replayId } from "./replay-panel.tsx";
import { ReviewBanner } from "./review-day.tsx";
import { CriteriaInWords, ProfilesTable, PropertiesInWords, ThresholdsTable } from "./rule-set-in-words.tsx";

export function VersionScreen() {
  const t = useTranslations("versions");
  const { program, lang } = useWorkspace();
  const { number = "" } = useParams({ strict: false });
  const { empreinte } = useSearch({ strict: false });
  const wanted = Number(number);
  const release = useQuery(
    trpc.releases.get.queryOptions({ program, number: wanted }, { staleTime: Infinity }),
  );
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  // What is published never changes: once it is here, it is no matter that it cannot be asked for again.
  if (!release.data)
    return release.isError ? (
      <ErrorPage error={release.error} onRetry={() => void release.refetch()} />
    ) : (
      <LoadingPage />
    );
  const { ruleSet, profiles } = release.data;
  return (
    <div className="j-stack">
      <PageTitle
        title={t("version", { number })}
        context={ruleSet.title[lang]}
        actions={
          <>
            <AppLink href={programPaths(program).versionBooklet(wanted)}>{t("booklet")}</AppLink>
            <a href={`#${replayId}`}>{t("replay.title")}</a>
            <AppLink href={programPaths(program).versions}>{t("backToList")}</AppLink>
          </>
        }
      >
        <Moment at={release.data.createdAt} />
      </PageTitle>
      {empreinte === undefined ? null : empreinte === `sha256-${release.data.sha256}` ? (
        <Notice title={t("paper.same")} />
      ) : (
        <Notice tone="problem" title={t("paper.other")} />
      )}
      {found.data?.channels.some((c) => c.release === wanted) ? (
        <ReviewBanner release={release.data} />
      ) : null}
      <Notice>
        <p>{t("readOnly")}</p>
        <ReleaseFacts release={release.data} whole />
      </Notice>
      <Panel title={t("thresholds")}>
        <ThresholdsTable ruleSet={ruleSet} lang={lang} />
      </Panel>
      <Panel title={t("criteria")}>
        <CriteriaInWords ruleSet={ruleSet} lang={lang} />
      </Panel>
      {ruleSet.properties.length > 0 ? (
        <Panel title={t("properties")}>
          <PropertiesInWords ruleSet={ruleSet} lang={lang} />
        </Panel>
      ) : null}
      <Panel title={t("profiles")}>
        <ProfilesTable ruleSet={ruleSet} profiles={profiles} lang={lang} />
      </Panel>
      <ReplayPanel
        version={{ program, number: wanted, sha256: release.data.sha256, ruleSet }}
        key={release.data.sha256}
      />
    </div>
  );
}
