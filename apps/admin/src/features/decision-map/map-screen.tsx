// Carte de décision: two numeric facts as a map, the other facts held still as a profile has them and said in a sentence.
// Every pair of values is run; the same stands below as a table.
import { textIn } from "@jumelage/engine/words";
import type { Decision, Fact, Facts, Profile } from "@jumelage/engine";
import { useDeferredValue, useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { FactList } from "../../lab/fact-list.tsx";
import { EmptyState, PageTitle, Panel } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { dayOf } from "../simulation/simulate.ts";
import { axesOf, heldStill, mapOf, scoresFirst, tellingProfile } from "./map.ts";
import { MapFigure } from "./map-figure.tsx";
import { MapTable } from "./map-table.tsx";

export function MapScreen(): ReactNode {
  const t = useTranslations("decisionMap");
  const { ruleSet, lang } = useWorkspace();
  const axes = useMemo(() => axesOf(ruleSet), [ruleSet]);
  const decisions = ruleSet.decisions.filter((d) => d.kind === "one");
  const [decision] = decisions;
  return (
    <>
      <PageTitle title={t("title")} context={ruleSet.title[lang]}>
        <p>{t("lead")}</p>
      </PageTitle>
      {axes.length < 2 || decision === undefined ? (
        <EmptyState title={t("noAxes")}>{t("noAxesHint")}</EmptyState>
      ) : (
        <Chosen axes={axes} decisions={decisions} />
      )}
    </>
  );
}

interface ChosenProps {
  readonly axes: readonly Fact[];
  readonly decisions: readonly Decision[];
}

function Chosen({ axes, decisions }: ChosenProps): ReactNode {
  const t = useTranslations("decisionMap");
  const { ruleSet, profiles, baseline, lang } = useWorkspace();
  const [chosen, setChosen] = useState<{ x?: string; y?: string; decision?: string; profile?: string }>({});
  const decision = decisions.find((d) => d.id === chosen.decision) ?? decisions[0];
  // The widest scales tell most; an age is an axis when somebody asks for it.
  const ranked = useMemo(() => scoresFirst(axes), [axes]);
  const x = axes.find((f) => f.id === chosen.x) ?? ranked[0];
  const y = axes.find((f) => f.id === chosen.y && f !== x) ?? ranked.find((f) => f !== x);
  const telling = useMemo(
    () =>
      x && y && decision ? tellingProfile({ ruleSet, decision: decision.id, x, y }, profiles) : undefined,
    // The choice of a first profile is made once for a pair of axes, not at every keystroke.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [x?.id, y?.id, decision?.id],
  );
  const profile =
    chosen.profile === "" ? undefined : (profiles.find((p) => p.id === chosen.profile) ?? telling);
  const current = useDeferredValue(ruleSet);
  const base = useMemo(() => (profile && x && y ? heldStill(profile.facts, [x, y]) : {}), [profile, x, y]);
  const at = profile ? dayOf(profile) : "2026-01-01";
  const map = useMemo(
    () =>
      x && y && decision
        ? mapOf({ ruleSet: current, decision: decision.id, x, y, base, at }, baseline?.ruleSet)
        : undefined,
    [current, baseline, decision, x, y, base, at],
  );
  if (!x || !y || !decision || !map) return null;
  const choose = (part: Partial<typeof chosen>): void => setChosen((c) => ({ ...c, ...part }));
  const axisSelect = (which: "x" | "y", value: Fact, other: Fact): ReactNode => (
    <select
      className={slot.slot}
      aria-label={t(`axis.${which}`)}
      value={value.id}
      onChange={(event) => choose({ [which]: event.currentTarget.value })}
    >
      {axes.map((f) => (
        <option key={f.id} value={f.id} disabled={f.id === other.id}>
          {textIn(f.label, lang) || f.id}
        </option>
      ))}
    </select>
  );
  return (
    <div className="j-stack">
      <div className="j-row">
        <span>{t("choose")}</span>
        {axisSelect("x", x, y)}
        <span>{t("and")}</span>
        {axisSelect("y", y, x)}
        {decisions.length > 1 ? (
          <select
            className={slot.slot}
            aria-label={t("decision")}
            value={decision.id}
            onChange={(event) => choose({ decision: event.currentTarget.value })}
          >
            {decisions.map((d) => (
              <option key={d.id} value={d.id}>
                {textIn(d.title, lang)}
              </option>
            ))}
          </select>
        ) : null}
        <span>{t("heldAs")}</span>
        <select
          className={slot.slot}
          aria-label={t("heldAsLabel")}
          value={profile?.id ?? ""}
          onChange={(event) => choose({ profile: event.currentTarget.value })}
        >
          <option value="">{t("nobody")}</option>
          {profiles.map((p) => (
            <option key={p.id} value={p.id}>
              {p.id} – {textIn(p.title, lang)}
            </option>
          ))}
        </select>
      </div>
      <Panel title={t("figure", { decision: textIn(decision.title, lang) })}>
        <Held base={base} profile={profile} />
        <MapFigure map={map} x={x} y={y} decision={decision} />
        <MapTable map={map} x={x} y={y} decision={decision} />
      </Panel>
    </div>
  );
}

/** Whose other answers the map holds still; each answer unfolds. */
function Held({ base, profile }: { readonly base: Facts; readonly profile: Profile | undefined }): ReactNode {
  const t = useTranslations("decisionMap");
  const { ruleSet, lang } = useWorkspace();
  const count = ruleSet.facts.filter((f) => f.id in base).length;
  if (count === 0 || profile === undefined) return <p>{t("heldNothing")}</p>;
  return (
    <details>
      <summary>{t("held", { count, name: `${profile.id} – ${textIn(profile.title, lang)}` })}</summary>
      <FactList ruleSet={ruleSet} facts={base} rest={t("heldRest")} />
    </details>
  );
}
