// After publishing: what is now in service, as the server has it, and what happens next.
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { ErrorPage } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { LoadingPage } from "../../ui/loading.tsx";
import { Fingerprint } from "../../ui/moment.tsx";
import { PageTitle, Panel } from "../../ui/page.tsx";

export function Confirmation({ number }: { readonly number: number }) {
  const t = useTranslations("publication");
  const format = useFormatter();
  const { program, ruleSet, lang } = useWorkspace();
  const releases = useQuery(trpc.releases.list.queryOptions({ program }));
  const release = releases.data?.find((r) => r.number === number);
  const paths = programPaths(program);
  if (releases.isError && releases.data === undefined)
    return <ErrorPage error={releases.error} onRetry={() => void releases.refetch()} />;
  if (release === undefined) return <LoadingPage />;
  return (
    <div className="j-stack">
      <PageTitle title={t("published", { number: String(number) })} context={ruleSet.title[lang]}>
        <output>
          {t("publishedLead", {
            date: format.dateTime(new Date(release.createdAt), { dateStyle: "long", timeStyle: "short" }),
          })}
        </output>
      </PageTitle>
      <Panel title={t("fingerprint")}>
        <Fingerprint sha256={release.sha256} whole />
      </Panel>
      <Panel title={t("next")}>
        <ol>
          <li>{t("next1")}</li>
          <li>{t("next2")}</li>
          <li>{t("next3")}</li>
        </ol>
        <p className="j-row">
          <AppLink href={paths.version(number)}>{t("seeVersion", { number: String(number) })}</AppLink>
          <AppLink href={paths.home}>{t("seeProgram")}</AppLink>
        </p>
      </Panel>
    </div>
  );
}
