// What is to happen to the channels, and what came of what was: a refusal is told until newer ones take its place.
import { allows, gateIds, type Schedule } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Moment, useList } from "../../ui/moment.tsx";
import { Notice } from "../../ui/page.tsx";
import { channelsChanged } from "./reason-form.tsx";

const mostShown = 10;

export function Schedules() {
  const t = useTranslations("channels");
  const { program } = useWorkspace();
  const found = useQuery(trpc.channels.schedules.queryOptions({ program }, { refetchInterval: 15_000 }));
  const all = found.data ?? [];
  if (all.length === 0) return null;
  return (
    <section className="j-stack-tight" aria-label={t("schedules.title")}>
      <h3>{t("schedules.title")}</h3>
      <ul className="j-plain-list j-stack">
        {all.slice(0, mostShown).map((one) => (
          <li key={one.id} className="j-stack-tight">
            <ScheduleLine one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ScheduleLine({ one }: { readonly one: Schedule }) {
  const t = useTranslations("channels");
  const { program, roles } = useWorkspace();
  const cancel = useMutation(trpc.channels.unschedule.mutationOptions({ onSuccess: channelsChanged }));
  const channel = one.channel === "preview" ? t("name.preview") : t("name.production");
  const what =
    "release" in one.what
      ? t("schedules.promote", { number: String(one.what.release), channel })
      : t("schedules.publish", { channel });
  return (
    <>
      {cancel.isError ? <ErrorNotice error={cancel.error} /> : null}
      <p>
        <strong>{what}</strong> <Moment at={one.due} /> – {t(`schedules.state.${one.state}`)}
      </p>
      <p className="j-muted j-small">
        {t("schedules.by", { name: one.createdBy })} – {one.message}
      </p>
      {one.state === "failed" ? <Failure one={one} /> : null}
      {one.state === "waiting" && allows("channel.schedule", roles) ? (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ program, schedule: one.id })}
          >
            {t("schedules.cancel")}
            <span className="j-hidden"> – {what}</span>
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Failure({ one }: { readonly one: Schedule }) {
  const t = useTranslations("channels");
  const tg = useTranslations("publication.gates");
  const list = useList();
  const closed = one.outcome?.["gates"];
  const gates = Array.isArray(closed) ? gateIds.filter((id) => closed.includes(id)) : [];
  const why =
    gates.length > 0
      ? t("schedules.gates", { gates: list(gates.map((id) => tg(id).toLocaleLowerCase())) })
      : one.outcome?.["code"] === "stale-revision"
        ? t("schedules.edited")
        : one.outcome?.["code"] === "forbidden"
          ? t("schedules.noRight")
          : t("schedules.other");
  return <Notice tone="problem" title={`${t("schedules.unchanged")} ${why}`} />;
}
