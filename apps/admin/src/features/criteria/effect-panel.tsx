// What the draft does to the saved profiles, at every keystroke: who changes outcome, and where this criterion stands.
import type { DraftCriterion } from "@jumelage/engine";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { Panel } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { verdictOf } from "../simulation/simulate.ts";
import { useSimulation } from "../simulation/use-simulation.ts";
import classes from "./criteria.module.css";
import { MovedProfiles } from "./moved-profiles.tsx";

const shownAtOnce = 12;

export function EffectPanel({ criterion }: { readonly criterion: DraftCriterion }): ReactNode {
  const t = useTranslations("criteria.effect");
  const workspace = useWorkspace();
  const { rows, moved, failing } = useSimulation(workspace);
  const { baseline, program } = workspace;
  const paths = programPaths(program);
  const verdicts = rows.map((row) => verdictOf(row.after, criterion.id));
  const decides = rows.filter(
    (row) => row.after.decisive.has(criterion.id) && row.after.fired.has(criterion.id),
  ).length;
  const shown = moved.slice(0, shownAtOnce);
  return (
    <aside className={classes.effect} aria-label={t("title")}>
      <Panel title={t("title")}>
        <output className={classes.status}>
          {baseline === null
            ? t("noBaseline")
            : t("moved", {
                count: moved.length,
                total: String(rows.length),
                version: String(baseline.number),
              })}
        </output>
        {shown.length === 0 ? null : <MovedProfiles rows={shown} to={paths.profile} />}
        {moved.length > shown.length ? (
          <AppLink href={paths.simulation}>{t("more", { count: moved.length - shown.length })}</AppLink>
        ) : null}
        <p className={slot.hint}>
          {criterion.enabled
            ? t("standing", {
                total: String(rows.length),
                yes: String(verdicts.filter((v) => v === "true").length),
                unknown: String(verdicts.filter((v) => v === "unknown").length),
                decides: String(decides),
              })
            : t("off")}
        </p>
        <p className={failing.length > 0 ? slot.problem : slot.hint}>
          {t("failing", { count: failing.length })}
        </p>
        {failing.length > 0 ? <AppLink href={paths.simulation}>{t("seeFailing")}</AppLink> : null}
      </Panel>
    </aside>
  );
}
