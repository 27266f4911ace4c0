// Versions: what has been published, newest first, each with who stood for it.
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState, PageTitle } from "../../ui/page.tsx";
import { ChannelsPanel } from "../channels/channels-panel.tsx";
import { ReleaseFacts } from "./release-facts.tsx";
import { ReviewBanner } from "./review-day.tsx";
import classes from "./versions.module.css";

export function VersionsScreen() {
  const t = useTranslations("versions");
  const { program, ruleSet, lang } = useWorkspace();
  const releases = useQuery(trpc.releases.list.queryOptions({ program }));
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  const inForce = found.data?.current?.number;
  return (
    <div className="j-stack">
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        {t("lead")}
      </PageTitle>
      {releases.isPending ? <Loading /> : null}
      <QueryTrouble query={releases} />
      {releases.data?.length === 0 ? <EmptyState title={t("empty")} /> : null}
      {found.data?.current ? <ReviewBanner release={found.data.current} /> : null}
      {releases.data && releases.data.length > 0 ? (
        <ChannelsPanel releases={releases.data.map((r) => r.number).sort((a, b) => b - a)} />
      ) : null}
      <ol className={classes.timeline} reversed>
        {[...(releases.data ?? [])]
          .sort((a, b) => b.number - a.number)
          .map((release) => (
            <li key={release.number} className={classes.item}>
              <div className="j-row">
                <h2>
                  <AppLink href={programPaths(program).version(release.number)}>
                    {t("version", { number: String(release.number) })}
                  </AppLink>
                </h2>
                {release.number === inForce ? (
                  <span className={classes.inService}>{t("inService")}</span>
                ) : null}
                <span className="j-muted">
                  <Moment at={release.createdAt} />
                </span>
              </div>
              <ReleaseFacts release={release} />
            </li>
          ))}
      </ol>
    </div>
  );
}
