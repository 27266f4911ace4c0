// Simulation: the saved profiles against the criteria, the release beside the draft, with ink only where it decides.
import { textIn } from "@jumelage/engine/words";
import { Button, SegmentedControl } from "@mantine/core";
import { lazy, Suspense, useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { fetchPart } from "../../ui/fetch-part.ts";
import { Loading } from "../../ui/loading.tsx";
import { PageTitle, EmptyState } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { useKeys } from "../../ui/use-keys.ts";
import { ExplanationDrawer, type Explained } from "./explanation-drawer.tsx";
import { columnsOf, mainDecision, rowsShown, shows, views, type Show, type View } from "./matrix.ts";
import { MatrixTable } from "./matrix-table.tsx";
import classes from "./simulation.module.css";
import { saidOfShow, saidOfView, showIn, viewIn } from "./simulation-search.ts";
import { SummaryBar } from "./summary-bar.tsx";
import { TakeOut } from "./take-out.tsx";
import { useChoices } from "./use-choices.ts";
import { useSimulation } from "./use-simulation.ts";

const SimulationPaper = lazy(async () => ({
  default: (await fetchPart(() => import("./simulation-paper.tsx"))).SimulationPaper,
}));

export function SimulationScreen(): ReactNode {
  const t = useTranslations("simulation");
  const workspace = useWorkspace();
  const { ruleSet, baseline, lang } = workspace;
  const simulation = useSimulation(workspace);
  const [choices, choose] = useChoices();
  const [opened, setOpened] = useState<Explained | null>(null);
  const show = showIn(choices);
  const view: View = baseline === null ? "after" : viewIn(choices);
  // An address may name a decision that this program does not have, or no longer has.
  const chosen = ["*", ...ruleSet.decisions.map((d) => d.id)].find((id) => id === choices.decision) ?? "";
  const state = choices.reponse ?? null;
  const setShow = (next: Show): void => choose({ montrer: saidOfShow(next) });
  const setState = (next: string | null): void => choose({ reponse: next ?? undefined });
  const setView = (next: View): void => choose({ vue: saidOfView(next) });
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
    ["D", () => setView(views[(views.indexOf(view) + 1) % views.length] ?? "after")],
    ["F", () => setShow(show === "failing" ? "all" : "failing")],
  ]);

  if (choices.papier !== undefined)
    return (
      <Suspense fallback={<Loading />}>
        <SimulationPaper
          simulation={simulation}
          rows={rows}
          columns={columns}
          decision={decision}
          show={show}
          state={state}
          paper={choices.papier}
          onPaper={(papier) => choose({ papier })}
        />
      </Suspense>
    );
  return (
    <>
      <PageTitle
        title={t("title", { profiles: String(simulation.rows.length), criteria: String(columns.length) })}
        actions={
          rows.length === 0 ? undefined : (
            <TakeOut
              rows={rows}
              columns={columns}
              decision={decision}
              onPaper={() => choose({ papier: "letter" })}
            />
          )
        }
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
              choose({ decision: event.currentTarget.value, reponse: undefined });
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
              <Button variant="default" onClick={() => choose({ montrer: undefined, reponse: undefined })}>
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
