// What is answered to the cohort: a sentence says which answer is shown and beside which version; below it the shares, who
// changes, and the thresholds to move.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { trpc } from "../../api/client.ts";
import { useWorkspace } from "../../draft/use-draft.ts";
import { EmptyState, Notice, Panel } from "../../ui/page.tsx";
import { saveFile } from "../../ui/save-file.ts";
import slot from "../../ui/slot.module.css";
import type { Judged } from "./cohort-messages.ts";
import type { Asked } from "./cohort-session.ts";
import classes from "./cohort.module.css";
import { ExamplesPanel } from "./examples-panel.tsx";
import { exportedTable } from "./export-table.ts";
import { ProblemsPanel } from "./problems-panel.tsx";
import { SharesPanel } from "./shares-panel.tsx";
import { keyOf, subjectName } from "./subjects.ts";
import { ThresholdsPanel } from "./thresholds-panel.tsx";
import { TransitionsPanel } from "./transitions-panel.tsx";
import type { CohortView } from "./use-cohort.ts";
import { useFaces, useCount } from "./words.ts";

export interface AnswersPanelProps {
  readonly cohort: CohortView;
  readonly judged: Judged;
  readonly of: Asked;
  /** The version it is compared with. */
  readonly version: number | undefined;
  readonly onVersion: (version: number) => void;
}

export function AnswersPanel({ cohort, judged, of, version, onVersion }: AnswersPanelProps): ReactNode {
  const t = useTranslations("cohort.answers");
  const { program, ruleSet, lang } = useWorkspace();
  const [chosen, setChosen] = useState("");
  const releases = useQuery(trpc.releases.list.queryOptions({ program }));
  const { subjects, added, removed } = judged.changes;
  const shown = subjects.find((s) => keyOf(s.subject) === chosen) ?? subjects[0];
  const ruleSets = of.baseline === null ? [of.ruleSet] : [of.ruleSet, of.baseline];
  const face = useFaces(ruleSets);
  const count = useCount(of.smallCell);
  const save = (): void => {
    const words = {
      header: [t("export.what"), t("export.from"), t("export.to"), t("export.persons")] as const,
      subject: (s: (typeof subjects)[number]) => subjectName(s.subject, ruleSets, lang),
      state: (s: (typeof subjects)[number], state: string) => face(s.subject, state).label,
      few: `<${of.smallCell}`,
      total: t("export.total"),
    };
    saveFile(`${t("export.name")}-${program}.csv`, exportedTable(subjects, words));
  };
  return (
    <section className="j-stack" aria-label={t("title")} aria-busy={cohort.pending}>
      <div className={classes.controls}>
        <label className={classes.sentence}>
          {t("show")}{" "}
          <select
            className={slot.slot}
            aria-label={t("showLabel")}
            value={shown === undefined ? "" : keyOf(shown.subject)}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {subjects.map((s) => (
              <option key={keyOf(s.subject)} value={keyOf(s.subject)}>
                {subjectName(s.subject, ruleSets, lang)}
                {s.moved > 0 ? ` (${t("movedShort", { persons: count(s.moved) })})` : ""}
              </option>
            ))}
          </select>
        </label>
        {version === undefined ? null : (
          <label className={classes.sentence}>
            {t("beside")}{" "}
            <select
              className={slot.slot}
              aria-label={t("besideLabel")}
              value={version}
              onChange={(event) => onVersion(Number(event.currentTarget.value))}
            >
              {(releases.data ?? [{ number: version }])
                .map((r) => r.number)
                .sort((a, b) => b - a)
                .map((number) => (
                  <option key={number} value={number}>
                    {t("version", { number: String(number) })}
                  </option>
                ))}
            </select>
          </label>
        )}
        <Button variant="default" size="compact-md" onClick={save}>
          {t("save")}
        </Button>
      </div>
      {cohort.isUnjudged ? <Notice announce="politely" title={t("unjudged")} /> : null}
      {shown === undefined || shown.persons === 0 ? (
        <EmptyState title={t("tooFew", { least: String(of.smallCell) })} />
      ) : (
        <>
          <output className={classes.finding}>
            {version === undefined
              ? t("alone", { persons: count(shown.persons) })
              : shown.moved === 0
                ? t("still", { least: String(of.smallCell), number: String(version) })
                : t("moved", {
                    persons: count(shown.moved),
                    of: count(shown.persons),
                    number: String(version),
                  })}
          </output>
          <div className={classes.two}>
            <SharesPanel shown={shown} face={face} smallCell={of.smallCell} version={version} />
            <ThresholdsPanel />
          </div>
          {version === undefined ? null : (
            <TransitionsPanel shown={shown} face={face} smallCell={of.smallCell} version={version} />
          )}
          {version === undefined ? null : (
            <ExamplesPanel shown={shown} face={face} cohort={cohort} version={version} />
          )}
        </>
      )}
      {added.length + removed.length === 0 ? null : (
        <Panel title={t("onlyOne")}>
          <ul>
            {[
              ...added.map((s) => t("added", { name: subjectName(s, ruleSets, lang) })),
              ...removed.map((s) => t("removed", { name: subjectName(s, ruleSets, lang) })),
            ].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Panel>
      )}
      <ProblemsPanel judged={judged} ruleSet={ruleSet} />
    </section>
  );
}
