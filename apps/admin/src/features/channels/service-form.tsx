// Taking a channel out of service and putting it back.
import type { Channel, ChannelName } from "@jumelage/api/schemas";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { channelsChanged, ReasonForm } from "./reason-form.tsx";

interface ServiceFormProps {
  readonly name: ChannelName;
  readonly channel: Channel;
}

export function ServiceForm({ name, channel }: ServiceFormProps) {
  const t = useTranslations("channels");
  const { program } = useWorkspace();
  const onSuccess = channelsChanged;
  const suspend = useMutation(trpc.channels.suspend.mutationOptions({ onSuccess }));
  const lift = useMutation(trpc.channels.lift.mutationOptions({ onSuccess }));
  const step = channel.suspendedSince === null ? "suspend" : "lift";
  const { isPending, error, mutate } = step === "suspend" ? suspend : lift;
  return (
    <ReasonForm
      key={step}
      title={t(`${step}.title`)}
      action={t(`${step}.action`)}
      lead={t(`${step}.lead`, { name: t(`name.${name}`) })}
      pending={isPending}
      error={error}
      onSubmit={(message, close) =>
        mutate({ program, channel: name, expectedSequence: channel.sequence, message }, { onSuccess: close })
      }
    />
  );
}
