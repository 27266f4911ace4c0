// Applications: which apps act on this program's decisions, with which version, and what to do about each; for whoever
// administers the installation also their keys, where they are told of changes, and who calls the CDS services.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ErrorPage } from "../../ui/error-notice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Notice, PageTitle } from "../../ui/page.tsx";
import { AppsPanel } from "./apps-panel.tsx";
import { CdsPanel } from "./cds-panel.tsx";
import { KeysPanel } from "./keys-panel.tsx";
import { WebhooksPanel } from "./webhooks-panel.tsx";

export function ApplicationsScreen(): ReactNode {
  const t = useTranslations("applications");
  const { program, ruleSet, lang, roles } = useWorkspace();
  const found = useQuery(trpc.programs.get.queryOptions({ program }, { staleTime: 0 }));
  if (found.isError && found.data === undefined)
    return <ErrorPage error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <div className="j-stack">
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        {t("lead")}
      </PageTitle>
      {found.data ? <AppsPanel program={found.data} /> : <Loading />}
      {roles.includes("admin") ? (
        <>
          <KeysPanel />
          <WebhooksPanel />
          <CdsPanel />
        </>
      ) : (
        <Notice>
          <p>{t("notAdmin")}</p>
        </Notice>
      )}
    </div>
  );
}
