// Publication: the gates as a list of tasks, and the button that publishes, whose words say what it does.
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { allows } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { ofContent, queryClient, trpc } from "../../api/client.ts";
import { NoDraft } from "../../draft/no-draft.tsx";
import { useWorkspace } from "../../draft/use-draft.ts";
import { QueryTrouble } from "../../ui/error-notice.tsx";
import { Notice, PageTitle, Panel } from "../../ui/page.tsx";
import { ScheduleList, SchedulesTrouble, useSchedules } from "../channels/schedule-list.tsx";
import { Confirmation } from "./confirmation.tsx";
import { FloorsPanel } from "./floors-panel.tsx";
import { GateTask, PublishTask } from "./gate-task.tsx";
import classes from "./publication.module.css";
import { PublishForm } from "./publish-form.tsx";

export function PublicationScreen() {
  const { publiee } = useSearch({ strict: false });
  const { draft } = useWorkspace();
  if (publiee !== undefined) return <Confirmation number={publiee} />;
  return draft === null ? <NothingToPublish /> : <DraftPublication draft={draft.id} />;
}

function NothingToPublish() {
  const t = useTranslations("publication");
  return (
    <div className="j-stack">
      <NoDraft page={t("title")} title={t("noDraftTitle")} text={t("noDraft")} />
      <FloorsPanel />
    </div>
  );
}

function DraftPublication({ draft }: { readonly draft: string }) {
  const t = useTranslations("publication");
  const { program, ruleSet, lang, roles, served, saveState, flush } = useWorkspace();
  const allowed = allows("publish.gates", roles);
  const gates = useQuery(
    ofContent(
      trpc.publish.gates.queryOptions(
        { id: draft },
        {
          enabled: allowed,
          staleTime: 0,
          // While the lab is at work its gates change by themselves.
          refetchInterval: ({ state }) =>
            state.data?.gates.some((g) => g.status === "running") === true ? 1_000 : false,
        },
      ),
      served?.hash,
    ),
  );
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  // Another approval asks for them anew.
  const subject = `${served?.approvals.length ?? 0}/${served?.status ?? ""}`;
  const asked = useRef(subject);
  useEffect(() => {
    if (asked.current === subject) return;
    asked.current = subject;
    void queryClient.invalidateQueries({ queryKey: trpc.publish.gates.queryKey({ id: draft }) });
  }, [draft, subject]);
  // What was just typed is sent first, and answers about an older content are never shown as if they were of this one.
  useEffect(() => void flush(), [flush]);
  const current = gates.data?.hash === served?.hash ? gates.data : undefined;
  const checking = allowed && !current && !gates.isError;
  const number =
    (found.data?.recent.reduce((most, r) => Math.max(most, r.number), found.data.current?.number ?? 0) ?? 0) +
    1;
  const planned = useSchedules().filter((one) => "draft" in one.what && one.what.draft === draft);
  const open = current?.gates.filter((g) => g.status !== "passed" && g.status !== "waived") ?? [];
  return (
    <div className="j-stack">
      <PageTitle
        title={t("leadNumber", { number: String(number) })}
        context={ruleSet.title[lang]}
        actions={
          allowed ? (
            <Button
              variant="default"
              onClick={() => void gates.refetch()}
              loading={gates.isFetching && !open.some((g) => g.status === "running")}
            >
              {t("recheck")}
            </Button>
          ) : null
        }
      >
        {t("lead")}
      </PageTitle>
      {allowed ? null : <Notice title={t("notAllowed")} />}
      {saveState === "saved" ? null : <Notice title={t("unsaved")} announce="politely" />}
      <QueryTrouble query={gates} />
      {checking ? <output className="j-muted">{t("checking")}</output> : null}
      {current ? (
        <ol className={classes.tasks}>
          {current.gates.map((gate, i) => (
            <GateTask key={gate.id} gate={gate} position={i + 1} draft={draft} />
          ))}
          <PublishTask position={current.gates.length + 1} remaining={open.map((g) => g.id)} />
        </ol>
      ) : null}
      <SchedulesTrouble />
      {planned.length === 0 ? null : (
        <Panel title={t("later.title")}>
          <ScheduleList schedules={planned} atPublication />
        </Panel>
      )}
      {current && found.data ? (
        <PublishForm
          gates={current}
          number={number}
          consumers={found.data.consumers.length}
          reviewMonths={found.data.reviewMonths}
          planned={planned.some((one) => one.state === "waiting")}
        />
      ) : null}
      {/* Below tasks that are still being worked out it would be pushed away under the reader. */}
      {checking ? null : <FloorsPanel />}
    </div>
  );
}
