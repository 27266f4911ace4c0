// One gate as one task: what it is, whether it is done, and if not, why, with links to the causes; the jobs it waits
// for, and the exception a reviewer may answer for.
import type { Gate, GateId } from "@jumelage/api/schemas";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths, type ProgramPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { useList } from "../../ui/moment.tsx";
import { Findings } from "./findings.tsx";
import { GateJobs } from "./gate-jobs.tsx";
import classes from "./publication.module.css";
import { WaiverPart } from "./waiver.tsx";

interface GateTaskProps {
  readonly gate: Gate;
  readonly position: number;
  readonly draft: string;
}

export function GateTask({ gate, position, draft }: GateTaskProps) {
  const t = useTranslations("publication");
  const { program } = useWorkspace();
  const page = pageOf(gate.id, programPaths(program));
  // A job that was never started says so by its button.
  const findings = gate.findings.filter((f) => f.code !== "not-run" || f.params["because"] !== "none");
  return (
    <li className={classes.task}>
      <div className={classes.taskHead}>
        <span className={classes.position} aria-hidden="true">
          {position}
        </span>
        <div className={classes.taskName}>
          <h2>{t(`gates.${gate.id}`)}</h2>
          <p className="j-muted">
            <GateWords gate={gate} />{" "}
            {page && gate.status !== "passed" ? (
              <AppLink href={page}>{t(`seePage.${gate.id as "properties"}`)}</AppLink>
            ) : null}
          </p>
        </div>
        <Status kind={gate.status} />
      </div>
      {gate.jobs && gate.jobs.length > 0 && gate.status !== "passed" ? (
        <GateJobs kinds={gate.jobs} draft={draft} />
      ) : null}
      <Findings findings={findings} />
      <WaiverPart gate={gate} draft={draft} />
    </li>
  );
}

/** The state of a gate in a sentence. */
function GateWords({ gate }: { readonly gate: Gate }) {
  const t = useTranslations("publication");
  const format = useFormatter();
  const percent = (share: number): string =>
    format.number(share, { style: "percent", maximumFractionDigits: 1 });
  const score =
    gate.score === undefined || gate.floor === undefined
      ? ""
      : ` ${t("score", { score: percent(gate.score), floor: percent(gate.floor) })}`;
  const asked = gate.floor === undefined ? "" : ` ${t("floor", { floor: percent(gate.floor) })}`;
  switch (gate.status) {
    case "passed":
      return `${t(`passed.${gate.id}`, { count: gate.count })}${score}`;
    case "running":
      return `${t("running")}${asked}`;
    case "not-run":
      return `${t("notRunYet")}${asked}`;
    case "waived":
      return `${t("waivedWords")}${score}`;
    case "failed": {
      const profiles = new Set(gate.findings.flatMap((f) => f.profile ?? [])).size;
      const count = gate.id === "profiles" && profiles > 0 ? profiles : gate.findings.length;
      return gate.id === "approval" ? t("failed.approval") : `${t(`failed.${gate.id}`, { count })}${score}`;
    }
    default:
      return gate.status satisfies never;
  }
}

/** The page where the gate's work is done. */
function pageOf(id: GateId, paths: ProgramPaths): string | undefined {
  switch (id) {
    case "properties":
    case "sentences":
      return paths.guarantees;
    case "differences":
      return paths.review;
    case "mutants":
    case "boundaries":
      return paths.coverage;
    case "sign-off":
    case "hazards":
      return paths.register;
    case "consumers":
      return paths.home;
    case "sources":
      return `${paths.vocabulary}#sources`;
    case "base":
      return paths.update;
    case "diagnostics":
    case "profiles":
    case "evaluators":
    case "approval":
      return undefined;
    default:
      return id satisfies never;
  }
}

/** The last task: publishing itself, and what it still waits for. */
export function PublishTask({
  position,
  remaining,
}: {
  readonly position: number;
  readonly remaining: readonly GateId[];
}) {
  const t = useTranslations("publication");
  const list = useList();
  return (
    <li className={classes.task}>
      <div className={classes.taskHead}>
        <span className={classes.position} aria-hidden="true">
          {position}
        </span>
        <div className={classes.taskName}>
          <h2>{t("gates.publish")}</h2>
          {remaining.length === 0 ? null : (
            <p className="j-muted">
              {t("remains", { gates: list(remaining.map((id) => t(`gates.${id}`).toLocaleLowerCase())) })}
            </p>
          )}
        </div>
        <Status kind={remaining.length === 0 ? "ready" : "blocked"} />
      </div>
    </li>
  );
}

function Status({ kind }: { readonly kind: Gate["status"] | "blocked" | "ready" }) {
  const t = useTranslations("publication.status");
  return <span className={`${classes.status} ${classes[kind]}`}>{t(kind)}</span>;
}
