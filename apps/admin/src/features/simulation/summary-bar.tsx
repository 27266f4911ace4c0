// How many profiles get each outcome, before and now; choosing one keeps only its rows.
import type { Decision } from "@jumelage/engine";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ToneGlyph } from "../../ui/outcome.tsx";
import { stateFace } from "../../ui/tones.ts";
import { countsOf, type Simulation } from "./simulate.ts";
import classes from "./simulation.module.css";

export interface SummaryBarProps {
  readonly simulation: Simulation;
  readonly decision: Decision;
  readonly chosen: string | null;
  readonly onChoose: (state: string | null) => void;
}

export function SummaryBar({ simulation, decision, chosen, onChoose }: SummaryBarProps): ReactNode {
  const t = useTranslations("simulation");
  const { lang, baseline } = useWorkspace();
  const now = countsOf(simulation, decision);
  const was = new Map(countsOf(simulation, decision, "before").map((c) => [c.state, c.count]));
  const shown = now.filter((c) => c.count > 0 || (was.get(c.state) ?? 0) > 0);
  return (
    <ul className={classes.summary} aria-label={t("summary")}>
      {shown.map(({ state, count }) => {
        const face = stateFace(decision, state, lang);
        const before = was.get(state) ?? 0;
        const moves = baseline !== null && before !== count;
        return (
          <li key={state}>
            <button
              type="button"
              className={classes.chip}
              title={face.label}
              aria-pressed={chosen === state}
              onClick={() => onChoose(chosen === state ? null : state)}
            >
              <ToneGlyph look={face.look} />
              <strong>{moves ? t("fromTo", { before: String(before), now: String(count) }) : count}</strong>
              <span>{face.short}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
