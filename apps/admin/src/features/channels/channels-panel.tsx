// The channels of a program: which version each serves, how it came there, and, for reviewers, moving it or taking it out
// of service, now or at a time, always with a reason.
import { allows, channelNames, type Channel, type ChannelName } from "@jumelage/api/schemas";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/page.tsx";
import { MoveForm } from "./move-form.tsx";
import { ScheduleList, SchedulesTrouble, useSchedules } from "./schedule-list.tsx";
import { ServiceForm } from "./service-form.tsx";

export function ChannelsPanel({ releases }: { readonly releases: readonly number[] }) {
  const t = useTranslations("channels");
  const { program } = useWorkspace();
  const found = useQuery(trpc.programs.get.queryOptions({ program }));
  if (!found.data) return null;
  const { channels } = found.data;
  return (
    <Panel title={t("title")}>
      <p className="j-muted">{t("lead")}</p>
      {channelNames.map((name) => (
        <ChannelPart
          key={name}
          name={name}
          channel={channels.find((c) => c.channel === name)}
          releases={releases}
        />
      ))}
      <SchedulesTrouble />
      <Schedules />
    </Panel>
  );
}

const mostShown = 10;

function Schedules() {
  const t = useTranslations("channels.schedules");
  const all = useSchedules();
  if (all.length === 0) return null;
  return (
    <section className="j-stack-tight" aria-label={t("title")}>
      <h3>{t("title")}</h3>
      <ScheduleList schedules={all.slice(0, mostShown)} />
    </section>
  );
}

interface ChannelPartProps {
  readonly name: ChannelName;
  readonly channel: Channel | undefined;
  readonly releases: readonly number[];
}

function ChannelPart({ name, channel, releases }: ChannelPartProps) {
  const t = useTranslations("channels");
  const { roles } = useWorkspace();
  const others = releases.filter((n) => n !== channel?.release);
  return (
    <section className="j-stack-tight" aria-label={t(`name.${name}`)}>
      <h3>{t(`name.${name}`)}</h3>
      <p>
        {channel === undefined
          ? t("nowhere")
          : t(channel.suspendedSince === null ? "serves" : "suspended", {
              number: String(channel.release),
            })}{" "}
        {channel ? <Moment at={channel.suspendedSince ?? channel.issuedAt} /> : null}
      </p>
      {channel ? <LastMove name={name} sequence={channel.sequence} /> : null}
      <div className="j-row">
        {allows("channel.move", roles) && others.length > 0 ? (
          <MoveForm name={name} channel={channel} releases={others} />
        ) : null}
        {allows("channel.suspend", roles) && channel ? <ServiceForm name={name} channel={channel} /> : null}
      </div>
    </section>
  );
}

/** Who brought it here, and why. Its key is asked for anew when the channel has moved. */
function LastMove({ name, sequence }: { readonly name: ChannelName; readonly sequence: number }) {
  const t = useTranslations("channels");
  const { program } = useWorkspace();
  const history = useQuery(trpc.channels.history.queryOptions({ program, channel: name }));
  const last = history.data?.find((move) => move.sequence === sequence);
  if (!last?.reason) return null;
  return (
    <p className="j-muted j-small">
      {t(`reason.${last.reason}`, { name: last.by })}
      {last.message === null || last.message === "" ? null : ` – ${last.message}`}
    </p>
  );
}
