// Where a job of the lab stands: its button, its progress with what is being looked at, how to stop it, and why there is
// no result yet. The result itself is the screen's.
import type { JobKind } from "@jumelage/api/schemas";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { Notice } from "../ui/page.tsx";
import classes from "./lab.module.css";
import type { JobStanding } from "./use-job.ts";

export interface JobBarProps {
  readonly view: JobStanding;
  readonly kind: JobKind;
  /** What is being looked at, in words, from its id. */
  readonly nameOf: (id: string) => string;
}

export function JobBar({ view, kind, nameOf }: JobBarProps): ReactNode {
  const t = useTranslations("lab");
  const tc = useTranslations("common");
  const { job, stale, report, allowed } = view;
  if (view.error !== null && view.error !== undefined && job === undefined) {
    return <ErrorNotice error={view.error} onRetry={view.retry} />;
  }
  if (job === undefined) return <output className={`j-muted ${classes.waiting}`}>{tc("loading")}</output>;
  if (job.state === "running") return <Running view={view} kind={kind} nameOf={nameOf} />;
  const obstacle = job.obstacle;
  return (
    <div className="j-stack">
      {view.error ? <ErrorNotice error={view.error} onRetry={view.retry} /> : null}
      {job.state === "failed" ? <Notice tone="problem" announce="now" title={t("failed")} /> : null}
      {job.state === "cancelled" ? <Notice announce="politely" title={t("cancelled")} /> : null}
      {stale && report !== undefined ? <Notice announce="politely" title={t("stale")} /> : null}
      {obstacle === undefined ? null : <Notice title={t(`obstacle.${obstacle}`)} />}
      <div className="j-row">
        {allowed && obstacle === undefined ? (
          <Button
            variant={job.state === "done" && !stale ? "default" : "filled"}
            loading={view.starting}
            onClick={view.start}
          >
            {t(`${job.state === "done" && !stale ? "again" : "start"}.${kind}`)}
          </Button>
        ) : null}
        {allowed ? null : <span className="j-muted">{t("notAllowed")}</span>}
        <Finished at={report === undefined ? undefined : view.reportedAt} />
      </div>
    </div>
  );
}

function Finished({ at }: { readonly at: string | undefined }): ReactNode {
  const t = useTranslations("lab");
  const format = useFormatter();
  if (at === undefined) return null;
  return (
    <span className="j-muted j-small">
      {t("finishedAt", { moment: format.dateTime(new Date(at), { dateStyle: "long", timeStyle: "short" }) })}
    </span>
  );
}

function Running({ view, kind, nameOf }: JobBarProps): ReactNode {
  const t = useTranslations("lab");
  const { job } = view;
  const { done = 0, total = 0, current = "" } = job?.progress ?? {};
  const known = total > 0;
  const name = current === "" || current === "waiting" ? "" : nameOf(current);
  const seconds = secondsSince(job?.startedAt);
  const words =
    current === "waiting"
      ? t("waiting")
      : known
        ? t("progress", { done: String(Math.floor(done)), total: String(total) })
        : t("beginning");
  return (
    <div className={classes.running}>
      <div className={classes.runningHead}>
        <strong>{t(`running.${kind}`)}</strong>
        <Button variant="default" size="compact-sm" onClick={view.cancel}>
          {t("cancel")}
        </Button>
      </div>
      <progress
        className={classes.bar}
        aria-label={t(`running.${kind}`)}
        aria-valuetext={words}
        max={known ? total : 1}
        value={known ? Math.min(done, total) : 0}
      />
      <p className="j-small">
        {words}
        {name === "" ? "" : ` · ${name}`}
        <span className="j-muted"> · {t("elapsed", { seconds })}</span>
      </p>
    </div>
  );
}

function secondsSince(at: string | undefined): number {
  return at === undefined ? 0 : Math.max(0, Math.round((Date.now() - Date.parse(at)) / 1000));
}
