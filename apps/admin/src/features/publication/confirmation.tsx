// After publishing: what is now in service, as the server has it, and what happens next.
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { ErrorPage } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { LoadingPage } from "../../ui/loading.tsx";
import { Fingerprint, useList } from "../../ui/moment.tsx";
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
      <Keys />
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

/** Which applications have a key that reaches the program: without one, nobody can fetch the version. */
function Keys() {
  const t = useTranslations("publication.keys");
  const list = useList();
  const { program } = useWorkspace();
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  if (found.data === undefined) return null;
  const names = found.data.consumers.map((c) => c.name);
  return (
    <Panel title={t("title")}>
      <p>{names.length === 0 ? t("none") : t("some", { count: names.length, names: list(names) })}</p>
      <p>
        <AppLink href={programPaths(program).applications}>{t("see")}</AppLink>
      </p>
    </Panel>
  );
}
