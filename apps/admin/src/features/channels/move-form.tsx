// Pointing a channel at another version: at once, or at a time.
import type { Channel, ChannelName } from "@jumelage/api/schemas";
import { NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { useZoned } from "../../ui/moment.tsx";
import { knownZone } from "../../ui/zoned-time.ts";
import { AppsBehind, lacksIn } from "./apps-behind.tsx";
import { channelsChanged, ReasonForm } from "./reason-form.tsx";
import { useWhen, WhenField } from "./when-field.tsx";

interface MoveFormProps {
  readonly name: ChannelName;
  readonly channel: Channel | undefined;
  /** The versions it can go to, the newest first. */
  readonly releases: readonly number[];
}

export function MoveForm({ name, channel, releases }: MoveFormProps) {
  const t = useTranslations("channels");
  const { program, ruleSet } = useWorkspace();
  const [chosen, setChosen] = useState("");
  const when = useWhen();
  const zoned = useZoned();
  // The apps that somebody answers for, as they were shown: others that a new try finds are not among them.
  const [answersFor, setAnswersFor] = useState<readonly string[]>([]);
  const onSuccess = channelsChanged;
  const move = useMutation(trpc.channels.move.mutationOptions({ onSuccess }));
  const schedule = useMutation(trpc.channels.schedule.mutationOptions({ onSuccess }));
  const release = releases.find((n) => String(n) === chosen) ?? releases[0] ?? 0;
  const goesBack = channel !== undefined && release < channel.release;
  const lacks = lacksIn(move.error ?? schedule.error);
  const apps = [...new Set(lacks.map(({ consumer }) => consumer))];
  const answers = answersFor.length === 0 ? {} : { answersFor: [...answersFor] };
  const step = goesBack ? "back" : "promote";
  const words = { number: String(release), name: t(`name.${name}`) };
  return (
    <ReasonForm
      title={t("move.title")}
      action={t(`move.${when.isLater ? "later" : step}`, words)}
      lead={t("move.lead", { name: t(`name.${name}`) })}
      pending={move.isPending || schedule.isPending}
      error={lacks.length > 0 ? null : (move.error ?? schedule.error)}
      onSubmit={(message, close) => {
        if (!when.ask()) return;
        if (when.due)
          schedule.mutate(
            {
              program,
              channel: name,
              what: { release, ...answers },
              due: when.due.toISOString(),
              message,
            },
            {
              onSuccess: () => {
                when.clear();
                close();
              },
            },
          );
        else
          move.mutate(
            {
              program,
              channel: name,
              release,
              expectedSequence: channel?.sequence ?? 0,
              message,
              ...answers,
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
      <WhenField when={when} />
      {when.due ? (
        <output>
          {t(`move.planned.${step}`, {
            ...words,
            when: zoned.moment(when.due, knownZone(ruleSet.timeZone)),
          })}
        </output>
      ) : null}
    </ReasonForm>
  );
}
