// What was sent to a webhook: when, what came of it in words, when it is tried next; and sending it again.
import type { Delivery, Webhook } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice, QueryTrouble } from "../../ui/error-notice.tsx";
import { Loading } from "../../ui/loading.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState, Notice } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import { outcomeKind } from "./delivery-outcome.ts";

/** What came of an attempt, with its status where there was one: it is what the app's own people will ask for. */
export function OutcomeWords({ outcome }: { readonly outcome: string }): ReactNode {
  const t = useTranslations("applications.webhooks.outcome");
  return t(outcomeKind(outcome), { code: outcome });
}

interface DeliveriesProps {
  readonly webhook: Webhook;
  readonly onClose: () => void;
}

export function Deliveries({ webhook, onClose }: DeliveriesProps): ReactNode {
  const t = useTranslations("applications.webhooks");
  const { id, url, pausedAt } = webhook;
  const found = useQuery(
    trpc.webhooks.deliveries.queryOptions({ id }, { staleTime: 0, refetchInterval: 5_000 }),
  );
  const resend = useMutation(
    trpc.webhooks.resend.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.webhooks.pathKey() }),
    }),
  );
  return (
    <Dialog opened onClose={onClose} title={t("deliveries", { url })} wide>
      <div className="j-stack">
        <p className="j-muted">{t("deliveriesLead")}</p>
        {pausedAt === null ? null : <Notice title={t("pausedLead")} />}
        {found.isPending ? <Loading /> : null}
        <QueryTrouble query={found} />
        {resend.isError ? <ErrorNotice error={resend.error} /> : null}
        {found.data?.length === 0 ? (
          <EmptyState title={t("neverSent")}>{t("neverSentHint")}</EmptyState>
        ) : null}
        {found.data && found.data.length > 0 ? (
          <Scroll label={t("deliveries", { url })}>
            <table className="j-table">
              <thead>
                <tr>
                  <th scope="col">{t("when")}</th>
                  <th scope="col">{t("what")}</th>
                  <th scope="col">{t("result")}</th>
                  <th scope="col">{t("do")}</th>
                </tr>
              </thead>
              <tbody>
                {found.data.map((delivery) => (
                  <DeliveryRow
                    key={delivery.id}
                    delivery={delivery}
                    paused={pausedAt !== null}
                    busy={resend.isPending}
                    onResend={() => resend.mutate({ id, delivery: delivery.id })}
                  />
                ))}
              </tbody>
            </table>
          </Scroll>
        ) : null}
      </div>
    </Dialog>
  );
}

interface DeliveryRowProps {
  readonly delivery: Delivery;
  readonly paused: boolean;
  readonly busy: boolean;
  readonly onResend: () => void;
}

function DeliveryRow({ delivery, paused, busy, onResend }: DeliveryRowProps): ReactNode {
  const t = useTranslations("applications.webhooks");
  const { createdAt, state, attempts, outcome, next } = delivery;
  return (
    <tr>
      <th scope="row">
        <Moment at={createdAt} />
      </th>
      <td>{t("kind")}</td>
      <td>
        {t(`delivery.${state}`, { attempts })}
        {outcome === null ? null : (
          <div className="j-muted j-small">
            <OutcomeWords outcome={outcome} />
          </div>
        )}
        {next === null || paused ? null : (
          <div className="j-small">
            {t("next")} <Moment at={next} />
          </div>
        )}
      </td>
      <td className="j-nowrap">
        {paused || (state === "pending" && attempts === 0) ? (
          "–"
        ) : (
          <Button variant="subtle" size="compact-sm" disabled={busy} onClick={onResend}>
            {t(state === "pending" ? "sendNow" : "sendAgain")}
            <span className="j-hidden">
              {" "}
              – <Moment at={createdAt} />
            </span>
          </Button>
        )}
      </td>
    </tr>
  );
}
