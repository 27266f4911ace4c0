// Where an app is to be told of changes: which app, and at which address.
import type { WebhookSecret } from "@jumelage/api/schemas";
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { focusFault } from "../../ui/tried.tsx";
import { AppField, type AppChoice } from "./app-field.tsx";

interface NewWebhookProps {
  readonly apps: readonly AppChoice[];
  readonly onClose: () => void;
  readonly onMade: (made: WebhookSecret) => void;
}

export function NewWebhook({ apps, onClose, onMade }: NewWebhookProps): ReactNode {
  const t = useTranslations("applications.webhooks");
  const [consumer, setConsumer] = useState(apps[0]?.id ?? "");
  const [url, setUrl] = useState("");
  const create = useMutation(trpc.webhooks.create.mutationOptions({ onSuccess: onMade }));
  const form = useRef<HTMLFormElement>(null);
  const { error } = create;
  useEffect(() => {
    if (error) focusFault(form.current);
  }, [error]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    create.mutate({ consumer, url: url.trim() });
  };
  return (
    <Dialog opened onClose={onClose} title={t("new")}>
      <form ref={form} className="j-stack" onSubmit={submit} noValidate>
        {create.isError ? <ErrorNotice error={create.error} /> : null}
        <AppField apps={apps} value={consumer} onChange={setConsumer} />
        <TextInput
          label={t("url")}
          description={t("urlHint")}
          value={url}
          data-autofocus
          error={refusalOf(create.error)?.code === "invalid-input" ? t("urlWrong") : undefined}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={create.isPending}>
            {t("make")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
