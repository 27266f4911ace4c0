// Pointing a channel at another version: at once, or at a time.
import type { Channel, ChannelName } from "@jumelage/api/schemas";
import { NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { AppsBehind, lacksIn } from "./apps-behind.tsx";
import { channelsChanged, ReasonForm } from "./reason-form.tsx";

interface MoveFormProps {
  readonly name: ChannelName;
  readonly channel: Channel | undefined;
  /** The versions it can go to, the newest first. */
  readonly releases: readonly number[];
}

export function MoveForm({ name, channel, releases }: MoveFormProps) {
  const t = useTranslations("channels");
  const { program } = useWorkspace();
  const [chosen, setChosen] = useState("");
  const [time, setTime] = useState("");
  // The apps that somebody answers for, as they were shown: others that a new try finds are not among them.
  const [answersFor, setAnswersFor] = useState<readonly string[]>([]);
  const onSuccess = channelsChanged;
  const move = useMutation(trpc.channels.move.mutationOptions({ onSuccess }));
  const schedule = useMutation(trpc.channels.schedule.mutationOptions({ onSuccess }));
  const release = releases.find((n) => String(n) === chosen) ?? releases[0] ?? 0;
  const goesBack = channel !== undefined && release < channel.release;
  const due = instantOf(time);
  const lacks = lacksIn(move.error);
  const apps = [...new Set(lacks.map(({ consumer }) => consumer))];
  const action = due === undefined ? (goesBack ? "back" : "promote") : "later";
  return (
    <ReasonForm
      title={t("move.title")}
      action={t(`move.${action}`, { number: String(release) })}
      lead={t("move.lead", { name: t(`name.${name}`) })}
      pending={move.isPending || schedule.isPending}
      error={lacks.length > 0 ? null : (move.error ?? schedule.error)}
      onSubmit={(message, close) => {
        if (due !== undefined)
          schedule.mutate({ program, channel: name, what: { release }, due, message }, { onSuccess: close });
        else
          move.mutate(
            {
              program,
              channel: name,
              release,
              expectedSequence: channel?.sequence ?? 0,
              message,
              ...(answersFor.length === 0 ? {} : { answersFor: [...answersFor] }),
            },
            { onSuccess: close },
          );
      }}
    >
      {lacks.length === 0 ? null : (
        <AppsBehind
          release={release}
          lacks={lacks}
          answered={apps.every((app) => answersFor.includes(app))}
          onAnswer={(answered) => setAnswersFor(answered ? apps : [])}
        />
      )}
      <NativeSelect
        label={t("move.version")}
        maw={240}
        value={String(release)}
        data={releases.map((n) => ({ value: String(n), label: t("move.choice", { number: String(n) }) }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t("move.time")}
        description={t("move.timeHint")}
        maw={320}
        value={time}
        onChange={(event) => setTime(event.currentTarget.value)}
      />
    </ReasonForm>
  );
}

/** The instant of what was chosen, in the reader's time zone; undefined while nothing is. */
function instantOf(local: string): string | undefined {
  const date = new Date(local);
  return local === "" || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
