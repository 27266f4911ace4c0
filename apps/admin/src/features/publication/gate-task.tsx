// One gate as one task: what it is, whether it is done, and if not, why, with links to the causes.
import type { Gate, GateId } from "@jumelage/api/schemas";
import { useTranslations } from "use-intl";
import { useList } from "../../ui/moment.tsx";
import { Findings } from "./findings.tsx";
import classes from "./publication.module.css";

export function GateTask({ gate, position }: { readonly gate: Gate; readonly position: number }) {
  const t = useTranslations("publication");
  const passed = gate.status === "passed";
  const profiles = new Set(gate.findings.flatMap((f) => f.profile ?? [])).size;
  const count = gate.id === "profiles" && profiles > 0 ? profiles : gate.findings.length;
  const words = passed
    ? t(`passed.${gate.id}`, { count: gate.count })
    : gate.id === "approval"
      ? t("failed.approval")
      : t(`failed.${gate.id}`, { count });
  return (
    <li className={classes.task}>
      <div className={classes.taskHead}>
        <span className={classes.position} aria-hidden="true">
          {position}
        </span>
        <div className={classes.taskName}>
          <h2>{t(`gates.${gate.id}`)}</h2>
          <p className="j-muted">{words}</p>
        </div>
        <Status kind={passed ? "passed" : "failed"} />
      </div>
      {gate.findings.length > 0 ? <Findings findings={gate.findings} /> : null}
    </li>
  );
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

function Status({ kind }: { readonly kind: "passed" | "failed" | "blocked" | "ready" }) {
  const t = useTranslations("publication.status");
  return <span className={`${classes.status} ${classes[kind]}`}>{t(kind)}</span>;
}
