// Where apps are told of a change as soon as it happens, and how the last telling went.
import type { Webhook, WebhookSecret } from "@jumelage/api/schemas";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { refusalOf } from "../../api/refusal.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState, Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import { OnceDialog } from "./once-dialog.tsx";

const askAnew = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: trpc.webhooks.list.queryKey() });

export function WebhooksPanel(): ReactNode {
  const t = useTranslations("applications.webhooks");
  const { program } = useWorkspace();
  const webhooks = useQuery(trpc.webhooks.list.queryOptions({}, { staleTime: 0 }));
  const consumers = useQuery(trpc.consumers.list.queryOptions({}));
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<WebhookSecret>();
  const apps = consumers.data?.filter((c) => c.programs.includes(program) && c.revokedAt === null) ?? [];
  const nameOf = (id: string): string => consumers.data?.find((c) => c.id === id)?.name ?? id;
  const own = consumers.data?.filter((c) => c.programs.includes(program)).map((c) => c.id) ?? [];
  const shown = webhooks.data?.filter((w) => own.includes(w.consumer)) ?? [];
  const received = (secret: WebhookSecret): void => {
    setAdding(false);
    setMade(secret);
    void askAnew();
  };
  const renew = useMutation(trpc.webhooks.renewSecret.mutationOptions({ onSuccess: received }));
  const remove = useMutation(trpc.webhooks.remove.mutationOptions({ onSuccess: askAnew }));
  const error = webhooks.error ?? renew.error ?? remove.error;
  return (
    <Panel
      title={t("title")}
      actions={
        apps.length === 0 ? undefined : (
          <Button variant="default" size="compact-md" onClick={() => setAdding(true)}>
            {t("new")}
          </Button>
        )
      }
    >
      {error ? <ErrorNotice error={error} /> : null}
      {webhooks.data && shown.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>
      ) : null}
      {shown.length === 0 ? null : (
        <Scroll label={t("title")}>
          <table className="j-table">
            <thead>
              <tr>
                <th scope="col">{t("url")}</th>
                <th scope="col">{t("app")}</th>
                <th scope="col">{t("last")}</th>
                <th scope="col">{t("do")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((webhook) => (
                <tr key={webhook.id}>
                  <th scope="row">{webhook.url}</th>
                  <td>{nameOf(webhook.consumer)}</td>
                  <td>
                    <LastDelivery webhook={webhook} />
                  </td>
                  <td>
                    <WebhookActions
                      url={webhook.url}
                      busy={renew.isPending || remove.isPending}
                      onRenew={() => renew.mutate({ id: webhook.id })}
                      onRemove={() => remove.mutate({ id: webhook.id })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {adding ? <NewWebhook apps={apps} onClose={() => setAdding(false)} onMade={received} /> : null}
      {made ? (
        <OnceDialog title={t("secret")} secret={made.secret} onClose={() => setMade(undefined)} />
      ) : null}
    </Panel>
  );
}

interface WebhookActionsProps {
  readonly url: string;
  readonly busy: boolean;
  readonly onRenew: () => void;
  readonly onRemove: () => void;
}

function WebhookActions({ url, busy, onRenew, onRemove }: WebhookActionsProps): ReactNode {
  const t = useTranslations("applications.webhooks");
  return (
    <div className="j-row">
      <Button variant="subtle" size="compact-sm" loading={busy} onClick={onRenew}>
        {t("renew")}
        <span className="j-hidden"> – {url}</span>
      </Button>
      <Button variant="subtle" color="red" size="compact-sm" loading={busy} onClick={onRemove}>
        {t("remove")}
        <span className="j-hidden"> – {url}</span>
      </Button>
    </div>
  );
}

function LastDelivery({ webhook: { last } }: { readonly webhook: Webhook }): ReactNode {
  const t = useTranslations("applications.webhooks");
  if (last === null) return t("neverSent");
  return (
    <>
      {t(`delivery.${last.state}`, { attempts: last.attempts })}
      {last.outcome === null ? "" : ` (${last.outcome})`}, <Moment at={last.at} />
    </>
  );
}

interface NewWebhookProps {
  readonly apps: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onMade: (made: WebhookSecret) => void;
}

function NewWebhook({ apps, onClose, onMade }: NewWebhookProps): ReactNode {
  const t = useTranslations("applications.webhooks");
  const [consumer, setConsumer] = useState(apps[0]?.id ?? "");
  const [url, setUrl] = useState("");
  const create = useMutation(trpc.webhooks.create.mutationOptions({ onSuccess: onMade }));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    create.mutate({ consumer, url: url.trim() });
  };
  return (
    <Dialog opened onClose={onClose} title={t("new")}>
      <form className="j-stack" onSubmit={submit} noValidate>
        {create.isError ? <ErrorNotice error={create.error} /> : null}
        <NativeSelect
          label={t("app")}
          value={consumer}
          data={apps.map((app) => ({ value: app.id, label: app.name }))}
          onChange={(event) => setConsumer(event.currentTarget.value)}
        />
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
