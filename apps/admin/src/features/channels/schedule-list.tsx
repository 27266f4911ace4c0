// What is planned for the channels, and what came of what was: each with who planned it, when, why, and, where nothing
// happened, why not and what to do.
import { allows, gateIds, type Schedule } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { inDraft, programPaths } from "../../paths.ts";
import { ErrorNotice, QueryTrouble } from "../../ui/error-notice.tsx";
import { AppLink } from "../../ui/link.tsx";
import { useList, useZoned } from "../../ui/moment.tsx";
import { Notice } from "../../ui/page.tsx";
import { knownZone } from "../../ui/zoned-time.ts";
import { channelsChanged } from "./reason-form.tsx";
import { reasonOf, type Reason } from "./schedule-reason.ts";

function useSchedulesQuery() {
  const { program } = useWorkspace();
  return useQuery(trpc.channels.schedules.queryOptions({ program }, { refetchInterval: 15_000 }));
}

/** Says so when it is not known what is planned: nothing shown would read as nothing planned. */
export function SchedulesTrouble() {
  const t = useTranslations("channels.schedules");
  const query = useSchedulesQuery();
  return query.isError ? (
    <section className="j-stack-tight" aria-label={t("title")}>
      <strong>{t("title")}</strong>
      <QueryTrouble query={query} />
    </section>
  ) : null;
}

/** What is planned in this program and what was, the latest first; asked for again and again, since it happens by itself. */
export function useSchedules(): readonly Schedule[] {
  const all = useSchedulesQuery().data ?? [];
  // What happens by itself changes what is in service: everything that shows it is asked for anew.
  const waiting = all.filter((one) => one.state === "waiting").length;
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting < before.current) void queryClient.invalidateQueries();
    before.current = waiting;
  }, [waiting]);
  return all;
}

interface ScheduleListProps {
  readonly schedules: readonly Schedule[];
  /** Whether it stands where drafts are published: then no line leads there. */
  readonly atPublication?: boolean;
}

export function ScheduleList({ schedules, atPublication = false }: ScheduleListProps) {
  return (
    <ul className="j-plain-list j-stack">
      {schedules.map((one) => (
        <li key={one.id} className="j-stack-tight">
          <ScheduleLine one={one} atPublication={atPublication} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly one: Schedule;
  readonly atPublication: boolean;
}

function ScheduleLine({ one, atPublication }: LineProps) {
  const t = useTranslations("channels.schedules");
  const tn = useTranslations("channels.name");
  const { program, roles, ruleSet } = useWorkspace();
  const zone = knownZone(ruleSet.timeZone);
  const zoned = useZoned();
  const cancel = useMutation(trpc.channels.unschedule.mutationOptions({ onSuccess: channelsChanged }));
  const words = {
    when: zoned.moment(new Date(one.due), zone),
    channel: tn(one.channel === "preview" ? "preview" : "production"),
  };
  const what =
    "release" in one.what
      ? t("promote", { ...words, number: String(one.what.release) })
      : t("publish", { ...words, name: one.draft?.name ?? "" });
  return (
    <>
      {cancel.isError ? <ErrorNotice error={cancel.error} /> : null}
      <p>
        <strong>{t(`state.${one.state}`)}</strong> – {what}
      </p>
      <p className="j-muted j-small">{t("by", { name: one.createdBy, message: one.message })}</p>
      {one.state === "done" ? <Done one={one} /> : null}
      {one.state === "failed" ? <Failure one={one} atPublication={atPublication} /> : null}
      {one.state === "waiting" && one.draft?.stands === false ? (
        <Notice tone="problem" title={t("willFail")}>
          <p>{t("next.edited")}</p>
        </Notice>
      ) : null}
      {one.state === "waiting" && allows("channel.schedule", roles) ? (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ program, schedule: one.id })}
          >
            {t("cancel")}
            <span className="j-hidden"> – {what}</span>
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Done({ one }: { readonly one: Schedule }) {
  const t = useTranslations("channels.schedules");
  const { program } = useWorkspace();
  const release = one.outcome?.["release"];
  if (typeof release !== "number") return null;
  return (
    <p className="j-small">
      <AppLink href={programPaths(program).version(release)}>
        {t("seeVersion", { number: String(release) })}
      </AppLink>
    </p>
  );
}

/** What is mended where the draft is published. */
const mended: ReadonlySet<Reason> = new Set(["gates", "edited", "noApproval", "review"]);

function Failure({ one, atPublication }: LineProps) {
  const t = useTranslations("channels.schedules");
  const { program, drafts } = useWorkspace();
  const tg = useTranslations("publication.gates");
  const list = useList();
  const reason = reasonOf(one.outcome);
  const closed = one.outcome?.["gates"];
  const { what } = one;
  const draft = "draft" in what && drafts.some((d) => d.id === what.draft) ? what.draft : undefined;
  const gates = Array.isArray(closed) ? gateIds.filter((id) => closed.includes(id)) : [];
  return (
    <Notice tone="problem" title={t("unchanged")}>
      <p>{t(`why.${reason}`, { gates: list(gates.map((id) => tg(id).toLocaleLowerCase())) })}</p>
      <p>{t(`next.${reason}`)}</p>
      {draft !== undefined && !atPublication && mended.has(reason) ? (
        <p>
          <AppLink href={inDraft(programPaths(program).publication, draft)}>{t("seePublication")}</AppLink>
        </p>
      ) : null}
    </Notice>
  );
}
