// Where apps are told of a change as soon as it happens, and how the last telling went.
import type { Webhook, WebhookSecret } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ErrorNotice, QueryTrouble } from "../../ui/error-notice.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState, Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import { Deliveries, OutcomeWords } from "./deliveries.tsx";
import { NewWebhook } from "./new-webhook.tsx";
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
  const pause = useMutation(trpc.webhooks.pause.mutationOptions({ onSuccess: askAnew }));
  const resume = useMutation(trpc.webhooks.resume.mutationOptions({ onSuccess: askAnew }));
  const steps = [renew, remove, pause, resume];
  const error = steps.find((step) => step.error)?.error;
  const [seen, setSeen] = useState<string>();
  const looked = shown.find((w) => w.id === seen);
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
      <QueryTrouble query={webhooks} />
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
                      paused={webhook.pausedAt !== null}
                      busy={steps.some((step) => step.isPending)}
                      onSee={() => setSeen(webhook.id)}
                      onPause={() => (webhook.pausedAt === null ? pause : resume).mutate({ id: webhook.id })}
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
      {looked ? <Deliveries webhook={looked} onClose={() => setSeen(undefined)} /> : null}
      {adding ? <NewWebhook apps={apps} onClose={() => setAdding(false)} onMade={received} /> : null}
      {made ? (
        <OnceDialog title={t("secret")} secret={made.secret} onClose={() => setMade(undefined)} />
      ) : null}
    </Panel>
  );
}

interface WebhookActionsProps {
  readonly url: string;
  readonly paused: boolean;
  readonly busy: boolean;
  readonly onSee: () => void;
  readonly onPause: () => void;
  readonly onRenew: () => void;
  readonly onRemove: () => void;
}

function WebhookActions({ url, paused, busy, ...on }: WebhookActionsProps): ReactNode {
  const t = useTranslations("applications.webhooks");
  const actions = [
    ["see", on.onSee],
    [paused ? "resume" : "pause", on.onPause],
    ["renew", on.onRenew],
    ["remove", on.onRemove],
  ] as const;
  return (
    <div className="j-row">
      {actions.map(([name, act]) => (
        <Button
          key={name}
          variant="subtle"
          size="compact-sm"
          {...(name === "remove" ? { color: "red" } : {})}
          disabled={busy}
          onClick={act}
        >
          {t(name)}
          <span className="j-hidden"> – {url}</span>
        </Button>
      ))}
    </div>
  );
}

function LastDelivery({ webhook: { last, pausedAt } }: { readonly webhook: Webhook }): ReactNode {
  const t = useTranslations("applications.webhooks");
  return (
    <>
      {pausedAt === null ? null : (
        <div>
          <strong>{t("paused")}</strong> <Moment at={pausedAt} />
        </div>
      )}
      {last === null ? (
        t("neverSent")
      ) : (
        <>
          {t(`delivery.${last.state}`, { attempts: last.attempts })}, <Moment at={last.at} />
          {last.outcome === null ? null : (
            <div className="j-muted j-small">
              <OutcomeWords outcome={last.outcome} />
            </div>
          )}
        </>
      )}
    </>
  );
}
