// The programs this person has a role in, with what is in service and what is being written.
import { allows, type ProgramListItem } from "@jumelage/api/schemas";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useLanguage } from "../../i18n/i18n.tsx";
import { blindEntryPath, firstStepsPath, inDraft, programPaths } from "../../paths.ts";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { Loading } from "../../ui/loading.tsx";
import { AlonePage, EmptyState, PageTitle } from "../../ui/page.tsx";
import { NewProgram } from "./new-program.tsx";
import { ProgramActions } from "./program-actions.tsx";

export function ProgramsScreen() {
  const t = useTranslations("programs");
  const session = useQuery(trpc.session.get.queryOptions(undefined, { staleTime: 60_000 }));
  const programs = useQuery(trpc.programs.list.queryOptions());
  return (
    <AlonePage>
      <PageTitle
        title={t("title")}
        actions={
          session.data?.person?.admin && programs.data ? <NewProgram programs={programs.data} /> : null
        }
      >
        {t("lead")}
      </PageTitle>
      {programs.isPending ? <Loading /> : null}
      <QueryTrouble query={programs} />
      {programs.data?.length === 0 ? <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState> : null}
      {programs.data && programs.data.length > 0 ? <ProgramTable programs={programs.data} /> : null}
    </AlonePage>
  );
}

function ProgramTable({ programs }: { readonly programs: readonly ProgramListItem[] }) {
  const t = useTranslations("programs");
  const tf = useTranslations("frame");
  const format = useFormatter();
  const { lang } = useLanguage();
  return (
    <div className="j-scroll">
      <table className="j-table">
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("inService")}</th>
            <th scope="col">{t("drafts")}</th>
            <th scope="col">{t("yourRoles")}</th>
            <th scope="col">{t("actions")}</th>
          </tr>
        </thead>
        <tbody>
          {programs.map((p) => (
            <tr key={p.program}>
              <th scope="row">
                <AppLink href={programPaths(p.program).home}>{p.title[lang]}</AppLink>
                {p.archivedAt === null ? null : (
                  <p className="j-small j-muted">
                    {t("archivedOn", {
                      date: format.dateTime(new Date(p.archivedAt), { dateStyle: "long" }),
                    })}
                  </p>
                )}
                {p.archivedAt === null && p.drafts.length > 0 && allows("draft.edit-profiles", p.roles) ? (
                  <p className="j-small" style={{ marginBlockStart: 8 }}>
                    <AppLink href={blindEntryPath(p.program)}>{t("blindEntry")}</AppLink>
                  </p>
                ) : null}
              </th>
              <td>
                {p.release === null
                  ? t("never")
                  : t("release", {
                      number: String(p.release.number),
                      date: format.dateTime(new Date(p.release.createdAt), { dateStyle: "long" }),
                    })}
                {p.release === null || p.archivedAt !== null ? null : (
                  <p className="j-small">
                    <AppLink href={firstStepsPath(p.program)}>{t("firstSteps")}</AppLink>
                  </p>
                )}
              </td>
              <td>
                {p.drafts.length === 0 ? t("noDraft") : null}
                <ul className="j-plain-list j-stack-tight">
                  {p.drafts.map((draft) => (
                    <li key={draft.id}>
                      <AppLink href={inDraft(programPaths(p.program).home, draft.id)}>{draft.name}</AppLink>
                      <p className="j-small">
                        {t("draftBy", {
                          status: tf(`strip.status.${draft.status}`),
                          name: draft.updatedBy.name,
                          when: format.relativeTime(new Date(draft.updatedAt), new Date()),
                        })}
                      </p>
                    </li>
                  ))}
                </ul>
              </td>
              <td>{p.roles.map((role) => tf(`role.${role}`)).join(", ")}</td>
              <td>
                <ProgramActions program={p} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
