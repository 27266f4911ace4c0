// The sign-off of one thing that somebody other than its author must have read: who confirmed it and when, or the button
// that does. An edit reopens it.
import { allows, systemActor, type EntryKind, type LedgerEntry } from "@jumelage/api/schemas";
import { Button, Textarea } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ofContent, queryClient, trpc } from "../api/client.ts";
import { useWorkspace } from "../draft/use-draft.ts";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { useList } from "../ui/moment.tsx";
import classes from "./lab.module.css";
import { useTarget } from "./use-job.ts";

/** What has to be confirmed, and by whom it was; asked anew when the content changes. */
export function useLedger() {
  const { served, roles } = useWorkspace();
  const target = useTarget();
  const request = { target: target ?? { draft: "" } };
  return useQuery(
    ofContent(
      trpc.lab.ledger.queryOptions(request, {
        enabled: target !== undefined && allows("program.read", roles),
        staleTime: 0,
      }),
      served?.hash,
    ),
  );
}

export interface SignOffProps {
  readonly entry: LedgerEntry;
  /** What is confirmed, for the name of the button. */
  readonly name: string;
}

export function SignOff({ entry, name }: SignOffProps): ReactNode {
  const t = useTranslations("lab.signOff");
  const format = useFormatter();
  const { confirmed, reopened } = entry;
  if (confirmed) {
    const date = format.dateTime(new Date(confirmed.at), { dateStyle: "long", timeStyle: "short" });
    const { by } = confirmed;
    return (
      <div className={classes.signOff}>
        <p className="j-small">
          {by.id === systemActor ? (
            <span className="j-muted">{t("seeded", { date })}</span>
          ) : (
            <>
              <span aria-hidden="true">✓ </span>
              {t("confirmed", { name: by.name, date })}
            </>
          )}{" "}
          {confirmed.note === "" ? null : <span className="j-muted">– {confirmed.note}</span>}
        </p>
      </div>
    );
  }
  return (
    <div className={classes.signOff}>
      <p className={classes.open}>{t(reopened ? "reopened" : "toConfirm")}</p>
      <Confirm entry={entry} name={name} />
    </div>
  );
}

function Confirm({ entry, name }: SignOffProps): ReactNode {
  const t = useTranslations("lab.signOff");
  const tc = useTranslations("common");
  const list = useList();
  const { roles, draft, saveState } = useWorkspace();
  const target = useTarget();
  const session = useQuery(trpc.session.get.queryOptions());
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  const confirm = useMutation(
    trpc.lab.confirm.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.lab.ledger.pathKey() });
        await queryClient.invalidateQueries({ queryKey: trpc.publish.pathKey() });
      },
    }),
  );
  const me = session.data?.person?.id;
  if (draft === null || target === undefined) return null;
  if (!allows("ledger.confirm", roles)) return <p className="j-muted j-small">{t("onlyReviewer")}</p>;
  if (entry.authors.some((a) => a.id === me)) {
    return (
      <p className="j-muted j-small">{t("ownWords", { names: list(entry.authors.map((a) => a.name)) })}</p>
    );
  }
  if (!open) {
    return (
      <Button
        variant="default"
        size="compact-sm"
        disabled={saveState !== "saved"}
        onClick={() => setOpen(true)}
      >
        {t(`confirm.${entry.kind}`)}
        <span className="j-hidden"> – {name}</span>
      </Button>
    );
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate({ target, kind: entry.kind, id: entry.id, hash: entry.hash, note: note.trim() });
      }}
    >
      {confirm.isError ? <ErrorNotice error={confirm.error} /> : null}
      <Textarea
        label={t("note")}
        description={t(`hint.${entry.kind}`)}
        value={note}
        autosize
        minRows={2}
        maxLength={2000}
        data-autofocus
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className="j-row">
        <Button type="submit" size="compact-md" loading={confirm.isPending}>
          {t("sign")}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => setOpen(false)}>
          {tc("cancel")}
        </Button>
      </div>
    </form>
  );
}

/** The entry of the ledger for one thing. */
export function entryOf(
  entries: readonly LedgerEntry[] | undefined,
  kind: EntryKind,
  id: string,
): LedgerEntry | undefined {
  return entries?.find((e) => e.kind === kind && e.id === id);
}
