// Criteria against profiles as a map: what decided, what was true without deciding, what stayed open. Arrows move a
// cursor whose reading stands above the map in words, so that nothing rests on colour or on a pointer.
import { textIn } from "@jumelage/engine/words";
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { EmptyState, Panel } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { useSimulation } from "../simulation/use-simulation.ts";
import classes from "./coverage.module.css";
import { HeatTable } from "./heat-table.tsx";
import { heatRows, type HeatRow } from "./heat.ts";

export function HeatPanel(): ReactNode {
  const t = useTranslations("coverage.heat");
  const workspace = useWorkspace();
  const { ruleSet, profiles, program, lang } = workspace;
  const simulation = useSimulation(workspace);
  const all = useMemo(() => heatRows(ruleSet, simulation.rows), [ruleSet, simulation]);
  const [only, setOnly] = useState<"all" | "gaps">("all");
  const [cursor, setCursor] = useState({ row: 0, column: 0 });
  const grid = useRef<HTMLDivElement>(null);
  if (profiles.length === 0) {
    return (
      <EmptyState
        title={t("noProfiles")}
        action={<AppLink href={programPaths(program).profiles}>{t("toProfiles")}</AppLink>}
      />
    );
  }
  const grave = (row: HeatRow): boolean => row.gaps.some((g) => g !== "never-unknown");
  const rows = only === "all" ? all : all.filter(grave);
  const enabled = all.filter((r) => r.criterion.enabled);
  const decided = enabled.filter((r) => r.counts.decides > 0).length;
  const moveTo = (row: number, column: number): void => {
    const to = {
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(profiles.length - 1, column)),
    };
    setCursor(to);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${to.row}:${to.column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const { row, column } = cursor;
    const moves: Partial<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      Home: [row, 0],
      End: [row, profiles.length - 1],
    };
    const to = (event.target as HTMLElement).dataset["cell"] === undefined ? undefined : moves[event.key];
    if (!to || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moveTo(...to);
  };
  const atRow = rows[cursor.row];
  const profile = profiles[cursor.column];
  const heat = atRow?.cells[cursor.column];
  return (
    <div className="j-stack">
      <Panel
        title={t("finding", { decided, total: String(enabled.length) })}
        actions={
          <label className="j-row j-small">
            {t("show")}
            <select
              className={slot.slot}
              value={only}
              onChange={(event) => {
                setOnly(event.currentTarget.value === "gaps" ? "gaps" : "all");
                setCursor({ row: 0, column: 0 });
              }}
            >
              <option value="all">{t("all")}</option>
              <option value="gaps">{t("gapsOnly", { count: all.filter(grave).length })}</option>
            </select>
          </label>
        }
      >
        <p className="j-muted j-small">{t("legend")}</p>
        {rows.length === 0 ? (
          <EmptyState title={t("noGap")} />
        ) : (
          <>
            <output className={classes.readout} aria-live="polite">
              {atRow && profile && heat ? (
                <>
                  <AppLink href={programPaths(program).profile(profile.id)}>
                    {profile.id} – {textIn(profile.title, lang)}
                  </AppLink>
                  {" · "}
                  <AppLink href={programPaths(program).criterion(atRow.criterion.id)}>
                    {atRow.criterion.id} – {textIn(atRow.criterion.title, lang)}
                  </AppLink>
                  {" · "}
                  <strong>{t(`cell.${heat}`)}</strong>
                </>
              ) : null}
            </output>
            <HeatTable
              ref={grid}
              rows={rows}
              profiles={profiles}
              cursor={cursor}
              onCursor={setCursor}
              onKeyDown={onKeyDown}
            />
            <p className={slot.hint}>{t("keys")}</p>
          </>
        )}
      </Panel>
    </div>
  );
}
