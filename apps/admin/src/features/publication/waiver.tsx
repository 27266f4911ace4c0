// The exception to a gate: who answers for it, why and until when; and the form by which a reviewer takes it on.
import { allows, type Gate } from "@jumelage/api/schemas";
import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { queryClient, trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useList } from "../../ui/moment.tsx";
import { ReasonField, useReason } from "../../ui/reason-field.tsx";
import { focusFault } from "../../ui/tried.tsx";
import { lackOf } from "./consumer-finding.ts";
import classes from "./publication.module.css";

interface WaiverProps {
  readonly gate: Gate;
  readonly draft: string;
}

export function WaiverPart({ gate, draft }: WaiverProps) {
  const t = useTranslations("publication.waiver");
  const { roles, served } = useWorkspace();
  const session = useQuery(trpc.session.get.queryOptions());
  const me = session.data?.person?.id;
  const wrote = served?.authors.some((a) => a.id === me) === true;
  const mayWaive = allows("publish.waive", roles);
  return (
    <>
      {gate.waiver ? <Waiver gate={gate} draft={draft} mayEnd={mayWaive} /> : null}
      {gate.waivable && (gate.status === "failed" || gate.status === "not-run") ? (
        mayWaive && !wrote ? (
          <WaiveForm gate={gate} draft={draft} />
        ) : (
          <p className={`${classes.waiver} j-muted j-small`}>{t(mayWaive ? "ownEdits" : "onlyReviewer")}</p>
        )
      ) : null}
    </>
  );
}

/** After an exception is taken on or ended, the gates are asked for anew. */
const askAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.publish.pathKey() });

function Waiver({ gate, draft, mayEnd }: WaiverProps & { readonly mayEnd: boolean }) {
  const t = useTranslations("publication.waiver");
  const format = useFormatter();
  const list = useList();
  const end = useMutation(trpc.publish.unwaive.mutationOptions({ onSuccess: askAgain }));
  const { waiver } = gate;
  if (!waiver) return null;
  return (
    <div className={classes.waiver}>
      {end.isError ? <ErrorNotice error={end.error} /> : null}
      <p>
        <strong>
          {t(waiver.current ? "by" : "byEnded", {
            name: waiver.by.name,
            until: format.dateTime(new Date(`${waiver.until}T12:00:00`), { dateStyle: "long" }),
          })}
        </strong>
      </p>
      <p>{t("because", { reason: waiver.reason })}</p>
      {waiver.apps === undefined ? null : <p>{t("apps", { names: list(namesOf(gate, waiver.apps)) })}</p>}
      {waiver.current && waiver.apps !== undefined && gate.status === "failed" ? (
        <p>{t("otherApps")}</p>
      ) : null}
      {mayEnd && waiver.current ? (
        <Button
          variant="default"
          size="compact-sm"
          loading={end.isPending}
          onClick={() => end.mutate({ id: draft, gate: gate.id })}
        >
          {t("end")}
        </Button>
      ) : null}
    </div>
  );
}

/** The apps that a gate names, with their names: whoever answers for it answers for these. */
function appsOf(gate: Gate): ReadonlyMap<string, string> {
  const lacks = gate.findings.flatMap((finding) => lackOf(finding) ?? []);
  return new Map(lacks.map(({ consumer, name }) => [consumer, name]));
}

const appsIn = (gate: Gate): { readonly apps?: string[] } =>
  gate.id === "consumers" ? { apps: [...appsOf(gate).keys()] } : {};

/** Apps by their names, or by their ids where they lack nothing any more. */
function namesOf(gate: Gate, apps: readonly string[]): readonly string[] {
  const names = appsOf(gate);
  return apps.map((app) => names.get(app) ?? app);
}

/** The calendar day so many days from now, where the reader is. */
function dayIn(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() + days);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function WaiveForm({ gate, draft }: WaiverProps) {
  const t = useTranslations("publication.waiver");
  const tg = useTranslations("publication.gates");
  const tc = useTranslations("common");
  const { saveState } = useWorkspace();
  const [open, setOpen] = useState(false);
  const reason = useReason();
  const [until, setUntil] = useState("");
  const [asked, setAsked] = useState(false);
  const [earliest, latest] = [dayIn(0), dayIn(365)];
  const untilError =
    until === "" ? t("untilNeeded") : until < earliest || until > latest ? t("untilRange") : undefined;
  const waive = useMutation(
    trpc.publish.waive.mutationOptions({
      onSuccess: async () => {
        setOpen(false);
        await askAgain();
      },
    }),
  );
  if (!open) {
    return (
      <div className={classes.waiver}>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={saveState !== "saved"}
          onClick={() => setOpen(true)}
        >
          {t("open")}
          <span className="j-hidden"> – {tg(gate.id)}</span>
        </Button>
      </div>
    );
  }
  return (
    <form
      className={classes.waiver}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        const given = reason.ask();
        if (given === undefined || untilError !== undefined) focusFault(event.currentTarget);
        else waive.mutate({ id: draft, gate: gate.id, reason: given, until, ...appsIn(gate) });
      }}
    >
      {waive.isError ? <ErrorNotice error={waive.error} /> : null}
      <p>{t("lead")}</p>
      <ReasonField reason={reason} label={t("reason")} hint={t("reasonHint")} needed={t("reasonNeeded")} />
      <TextInput
        type="date"
        label={t("until")}
        description={t("untilHint")}
        value={until}
        maw={240}
        min={earliest}
        max={latest}
        error={asked ? untilError : undefined}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
      <div className="j-row">
        <Button type="submit" size="compact-md" loading={waive.isPending}>
          {t("take")}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => setOpen(false)}>
          {tc("cancel")}
        </Button>
      </div>
    </form>
  );
}
