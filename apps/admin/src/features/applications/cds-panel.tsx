// Who may call the CDS Hooks services: a clinical system, known by its issuer and its public keys.
import { saveCdsClientSchema } from "@jumelage/api/schemas";
import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode, type SubmitEvent } from "react";
import { useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorNotice, QueryTrouble } from "../../ui/error-notice.tsx";
import { Moment, useList } from "../../ui/moment.tsx";
import { EmptyState, Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import { useTries } from "../../ui/tried.tsx";
import { AppField, type AppChoice } from "./app-field.tsx";

const askAnew = (): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: trpc.cdsClients.list.queryKey() });

export function CdsPanel(): ReactNode {
  const t = useTranslations("applications.cds");
  const { program } = useWorkspace();
  const list = useList();
  const clients = useQuery(trpc.cdsClients.list.queryOptions({}, { staleTime: 0 }));
  const consumers = useQuery(trpc.consumers.list.queryOptions({}));
  const [adding, setAdding] = useState(false);
  const remove = useMutation(trpc.cdsClients.remove.mutationOptions({ onSuccess: askAnew }));
  const apps = consumers.data?.filter((c) => c.programs.includes(program) && c.revokedAt === null) ?? [];
  const shown = clients.data?.filter((c) => apps.some((app) => app.id === c.consumer)) ?? [];
  const { error } = remove;
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
      <QueryTrouble query={clients} />
      {error ? <ErrorNotice error={error} /> : null}
      {clients.data && shown.length === 0 ? <EmptyState title={t("none")}>{t("noneHint")}</EmptyState> : null}
      {shown.length === 0 ? null : (
        <Scroll label={t("title")}>
          <table className="j-table">
            <thead>
              <tr>
                <th scope="col">{t("issuer")}</th>
                <th scope="col">{t("app")}</th>
                <th scope="col">{t("keys")}</th>
                <th scope="col">{t("changed")}</th>
                <th scope="col">{t("do")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((client) => (
                <tr key={client.issuer}>
                  <th scope="row">{client.issuer}</th>
                  <td>{apps.find((app) => app.id === client.consumer)?.name}</td>
                  <td>{list(client.keys)}</td>
                  <td>
                    <Moment at={client.changedAt} />
                  </td>
                  <td>
                    <Button
                      variant="subtle"
                      color="red"
                      size="compact-sm"
                      loading={remove.isPending}
                      onClick={() => remove.mutate({ issuer: client.issuer })}
                    >
                      {t("remove")}
                      <span className="j-hidden"> – {client.issuer}</span>
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {adding ? <NewClient apps={apps} onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

interface NewClientProps {
  readonly apps: readonly AppChoice[];
  readonly onClose: () => void;
}

function NewClient({ apps, onClose }: NewClientProps): ReactNode {
  const t = useTranslations("applications.cds");
  const [consumer, setConsumer] = useState(apps[0]?.id ?? "");
  const [issuer, setIssuer] = useState("");
  const [keys, setKeys] = useState("");
  const { tried, goOn } = useTries();
  const save = useMutation(
    trpc.cdsClients.save.mutationOptions({
      onSuccess() {
        void askAnew();
        onClose();
      },
    }),
  );
  const wanted = saveCdsClientSchema.safeParse({
    issuer: issuer.trim(),
    consumer,
    jwks: parsed(keys),
    tenants: [],
  });
  const wrong = new Set(wanted.success ? [] : wanted.error.issues.map((issue) => String(issue.path[0])));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (goOn(event.currentTarget, wanted.success) && wanted.success) save.mutate(wanted.data);
  };
  return (
    <Dialog opened onClose={onClose} title={t("new")} wide>
      <form className="j-stack" onSubmit={submit} noValidate>
        {save.isError ? <ErrorNotice error={save.error} /> : null}
        <AppField apps={apps} value={consumer} onChange={setConsumer} />
        <TextInput
          label={t("issuer")}
          description={t("issuerHint")}
          value={issuer}
          data-autofocus
          error={tried && wrong.has("issuer") ? t("issuerWrong") : undefined}
          onChange={(event) => setIssuer(event.currentTarget.value)}
        />
        <Textarea
          label={t("keySet")}
          description={t("keySetHint")}
          value={keys}
          autosize
          minRows={4}
          maxRows={12}
          error={tried && wrong.has("jwks") ? t("keySetWrong") : undefined}
          onChange={(event) => setKeys(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={save.isPending}>
            {t("make")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
