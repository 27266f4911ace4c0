// Simulation: the saved profiles against the criteria, the release beside the draft, with ink only where it decides.
import { textIn } from "@jumelage/engine/words";
import { Button, SegmentedControl } from "@mantine/core";
import { useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { PageTitle, EmptyState } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { useKeys } from "../../ui/use-keys.ts";
import { ExplanationDrawer, type Explained } from "./explanation-drawer.tsx";
import { columnsOf, mainDecision, rowsShown, shows, views, type Show, type View } from "./matrix.ts";
import { MatrixTable } from "./matrix-table.tsx";
import classes from "./simulation.module.css";
import { SummaryBar } from "./summary-bar.tsx";
import { useSimulation } from "./use-simulation.ts";

export function SimulationScreen(): ReactNode {
  const t = useTranslations("simulation");
  const workspace = useWorkspace();
  const { ruleSet, baseline, lang } = workspace;
  const simulation = useSimulation(workspace);
  const [show, setShow] = useState<Show>("all");
  const [chosenView, setView] = useState<View>("after");
  const [chosen, setDecision] = useState<string>("");
  const [state, setState] = useState<string | null>(null);
  const [opened, setOpened] = useState<Explained | null>(null);
  const view: View = baseline === null ? "after" : chosenView;
  const decisions = useMemo(
    () =>
      chosen === "*" ? ruleSet.decisions.map((d) => d.id) : [chosen || (ruleSet.decisions[0]?.id ?? "")],
    [chosen, ruleSet],
  );
  const decision = mainDecision(ruleSet, decisions);
  const columns = useMemo(() => columnsOf(ruleSet, decisions), [ruleSet, decisions]);
  const filter = useMemo(
    () => (state === null || !decision ? null : { decision: decision.id, state }),
    [state, decision],
  );
  const rows = useDeferredValue(
    useMemo(() => rowsShown(simulation, show, filter), [simulation, show, filter]),
  );

  useKeys([
    ["D", () => setView((v) => views[(views.indexOf(v) + 1) % views.length] ?? "after")],
    ["F", () => setShow((s) => (s === "failing" ? "all" : "failing"))],
  ]);

  return (
    <>
      <PageTitle
        title={t("title", { profiles: String(simulation.rows.length), criteria: String(columns.length) })}
      >
        <output>
          {baseline === null
            ? t("leadAlone", { failing: simulation.failing.length })
            : t("lead", { moved: simulation.moved.length, failing: simulation.failing.length })}
        </output>
      </PageTitle>
      <div className={classes.controls}>
        <label className={classes.sentence}>
          {t("show")}{" "}
          <select
            className={slot.slot}
            aria-label={t("showLabel")}
            value={show}
            onChange={(event) => setShow(shows.find((s) => s === event.currentTarget.value) ?? "all")}
          >
            {shows.map((s) => (
              <option key={s} value={s} disabled={s === "moved" && baseline === null}>
                {t(`shows.${s}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={classes.sentence}>
          {t("forDecision")}{" "}
          <select
            className={slot.slot}
            aria-label={t("decisionLabel")}
            value={chosen || decision?.id}
            onChange={(event) => {
              setDecision(event.currentTarget.value);
              setState(null);
            }}
          >
            {ruleSet.decisions.map((d) => (
              <option key={d.id} value={d.id}>
                {textIn(d.title, lang)}
              </option>
            ))}
            <option value="*">{t("allDecisions")}</option>
          </select>
        </label>
        {baseline === null ? null : (
          <SegmentedControl
            size="xs"
            aria-label={t("viewLabel")}
            value={view}
            transitionDuration={0}
            data={views.map((v) => ({
              value: v,
              label: t(`views.${v}`, { version: String(baseline.number) }),
            }))}
            onChange={(next) => setView(views.find((v) => v === next) ?? "after")}
          />
        )}
        <span className={slot.hint}>{t("keys")}</span>
      </div>
      {decision ? (
        <SummaryBar simulation={simulation} decision={decision} chosen={state} onChoose={setState} />
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          title={t(
            simulation.rows.length === 0 ? "noProfiles" : show === "failing" ? "noFailing" : "noneShown",
          )}
          action={
            simulation.rows.length === 0 ? undefined : (
              <Button
                variant="default"
                onClick={() => {
                  setShow("all");
                  setState(null);
                }}
              >
                {t("showAll")}
              </Button>
            )
          }
        />
      ) : (
        <MatrixTable rows={rows} columns={columns} view={view} decision={decision} onOpen={setOpened} />
      )}
      <p className={slot.hint}>{t("legend")}</p>
      <ExplanationDrawer opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}
