// The keys of the apps: made, replaced with a time during which both count, and revoked for good.
import type { ConsumerItem, ConsumerWithKey } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useNow, useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice, QueryTrouble } from "../../ui/error-notice.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState, Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import { NewAppDialog } from "./new-app-dialog.tsx";
import { OnceDialog } from "./once-dialog.tsx";
import { snippetsOf } from "./snippets.ts";

/** How long the key before counts beside its successor. */
const overlapHours = 72;

/** Asks anew for whatever says something of apps. */
export function askAppsAnew(program: string): void {
  void queryClient.invalidateQueries({ queryKey: trpc.consumers.list.queryKey() });
  void queryClient.invalidateQueries({ queryKey: trpc.programs.get.queryKey({ program }) });
}

type Asked = { readonly kind: "new" } | { readonly kind: "rotate" | "revoke"; readonly app: ConsumerItem };

export function KeysPanel(): ReactNode {
  const t = useTranslations("applications.keys");
  const { program } = useWorkspace();
  const consumers = useQuery(trpc.consumers.list.queryOptions({}, { staleTime: 0 }));
  const [asked, setAsked] = useState<Asked>();
  const [made, setMade] = useState<ConsumerWithKey>();
  const shown = consumers.data?.filter((c) => c.programs.includes(program)) ?? [];
  const received = (answer: ConsumerWithKey): void => {
    setAsked(undefined);
    setMade(answer);
    askAppsAnew(program);
  };
  return (
    <Panel
      title={t("title")}
      actions={
        <Button variant="default" size="compact-md" onClick={() => setAsked({ kind: "new" })}>
          {t("new")}
        </Button>
      }
    >
      <QueryTrouble query={consumers} />
      {consumers.data && shown.length === 0 ? <EmptyState title={t("none")} /> : null}
      {shown.length === 0 ? null : (
        <Scroll label={t("title")}>
          <table className="j-table">
            <thead>
              <tr>
                <th scope="col">{t("app")}</th>
                <th scope="col">{t("key")}</th>
                <th scope="col">{t("state")}</th>
                <th scope="col">{t("do")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((app) => (
                <tr key={app.id}>
                  <th scope="row">
                    {app.name}
                    <div className="j-muted j-small">{t(`kind.${app.kind}`)}</div>
                  </th>
                  <td>
                    <code className="j-mono">{app.keyPrefix}…</code>
                  </td>
                  <td>
                    <KeyState app={app} />
                  </td>
                  <td>
                    {app.revokedAt === null ? (
                      <div className="j-row">
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          onClick={() => setAsked({ kind: "rotate", app })}
                        >
                          {t("rotate")}
                          <span className="j-hidden"> – {app.name}</span>
                        </Button>
                        <Button
                          variant="subtle"
                          color="red"
                          size="compact-sm"
                          onClick={() => setAsked({ kind: "revoke", app })}
                        >
                          {t("revoke")}
                          <span className="j-hidden"> – {app.name}</span>
                        </Button>
                      </div>
                    ) : (
                      "–"
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {asked?.kind === "new" ? (
        <NewAppDialog program={program} onClose={() => setAsked(undefined)} onMade={received} />
      ) : null}
      {asked?.kind === "rotate" ? (
        <RotateDialog app={asked.app} onClose={() => setAsked(undefined)} onMade={received} />
      ) : null}
      {asked?.kind === "revoke" ? (
        <RevokeDialog
          app={asked.app}
          onClose={() => {
            setAsked(undefined);
            askAppsAnew(program);
          }}
        />
      ) : null}
      {made ? (
        <OnceDialog
          title={t("keyOf", { name: made.consumer.name })}
          secret={made.key}
          snippets={snippetsOf({ url: window.location.origin, program, key: made.key })}
          onClose={() => setMade(undefined)}
        />
      ) : null}
    </Panel>
  );
}

function KeyState({ app }: { readonly app: ConsumerItem }): ReactNode {
  const t = useTranslations("applications.keys");
  const now = useNow();
  if (app.revokedAt !== null)
    return (
      <>
        {t("revoked")} <Moment at={app.revokedAt} />
      </>
    );
  if (app.formerKeyUntil !== null && new Date(app.formerKeyUntil) > now)
    return (
      <>
        {t("former")} <Moment at={app.formerKeyUntil} />
      </>
    );
  return t("counts");
}

interface AppDialogProps {
  readonly app: ConsumerItem;
  readonly onClose: () => void;
}

function RotateDialog({
  app,
  onClose,
  onMade,
}: AppDialogProps & { readonly onMade: (made: ConsumerWithKey) => void }): ReactNode {
  const t = useTranslations("applications.keys");
  const rotate = useMutation(trpc.consumers.rotateKey.mutationOptions({ onSuccess: onMade }));
  return (
    <Dialog opened onClose={onClose} title={t("rotateTitle", { name: app.name })}>
      <div className="j-stack">
        {rotate.isError ? <ErrorNotice error={rotate.error} /> : null}
        <p>{t("rotateText", { hours: String(overlapHours) })}</p>
        <div>
          <Button loading={rotate.isPending} onClick={() => rotate.mutate({ id: app.id, overlapHours })}>
            {t("rotate")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function RevokeDialog({ app, onClose }: AppDialogProps): ReactNode {
  const t = useTranslations("applications.keys");
  const revoke = useMutation(trpc.consumers.revoke.mutationOptions({ onSuccess: onClose }));
  return (
    <Dialog opened onClose={onClose} title={t("revokeTitle", { name: app.name })}>
      <div className="j-stack">
        {revoke.isError ? <ErrorNotice error={revoke.error} /> : null}
        <p>{t("revokeText")}</p>
        <div>
          <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate({ id: app.id })}>
            {t("revoke")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
