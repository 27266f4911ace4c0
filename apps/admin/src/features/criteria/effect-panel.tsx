// What the draft does to the saved profiles, at every keystroke: who changes outcome, and where this criterion stands.
import type { Decision, DecisionResult, DraftCriterion, Lang } from "@jumelage/engine";
import { listOf, textIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Panel } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { verdictOf, type SimulatedRow } from "../simulation/simulate.ts";
import { useSimulation } from "../simulation/use-simulation.ts";
import classes from "./criteria.module.css";

const shownAtOnce = 12;

export function EffectPanel({ criterion }: { readonly criterion: DraftCriterion }): ReactNode {
  const t = useTranslations("criteria.effect");
  const workspace = useWorkspace();
  const { rows, moved, failing } = useSimulation(workspace);
  const { baseline, program, lang } = workspace;
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
        {shown.length === 0 ? null : (
          <ul className={classes.effects}>
            {shown.map((row) => (
              <li key={row.profile.id}>
                <AppLink href={paths.profile(row.profile.id)}>
                  {textIn(row.profile.title, lang) || row.profile.id}
                </AppLink>{" "}
                <span className="j-muted j-small">{row.profile.id}</span>
                {row.moved.map((decision) => (
                  <Move key={decision} row={row} decision={decision} />
                ))}
              </li>
            ))}
          </ul>
        )}
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

function Move({ row, decision: id }: { readonly row: SimulatedRow; readonly decision: string }): ReactNode {
  const t = useTranslations("criteria.effect");
  const { ruleSet, baseline, lang } = useWorkspace();
  const decision = ruleSet.decisions.find((d) => d.id === id);
  const earlier = baseline?.ruleSet.decisions.find((d) => d.id === id) ?? decision;
  const [was, now] = [row.before?.result.decisions[id], row.after.result.decisions[id]];
  if (!decision || !earlier || !was || !now) return null;
  if (was.kind === "one" && now.kind === "one") {
    return (
      <div className={classes.move}>
        <OutcomeBadge lang={lang} decision={earlier} state={was.state} show="short" />
        <span className={classes.becomes}>
          <span aria-hidden="true">→</span>
          <span className="j-hidden">{t("becomes")}</span>
          <OutcomeBadge lang={lang} decision={decision} state={now.state} show="short" />
        </span>
      </div>
    );
  }
  const { added, gone } = suggestions(decision, was, now, lang);
  return (
    <div className={classes.moveMany}>
      <span className="j-muted">{textIn(decision.title, lang)}</span>
      {added === "" ? null : (
        <span>
          {t("added")} <ins className="j-ins">{added}</ins>
        </span>
      )}
      {gone === "" ? null : (
        <span>
          {t("gone")} <del className="j-del">{gone}</del>
        </span>
      )}
    </div>
  );
}

/** The outcomes a `many` decision suggests now and did not, and the other way round. */
function suggestions(decision: Decision, was: DecisionResult, now: DecisionResult, lang: Lang) {
  const of = (r: DecisionResult): readonly string[] => (r.kind === "many" ? r.suggested : []);
  const words = (ids: readonly string[]): string =>
    listOf(
      ids.map((id) => {
        const outcome = decision.outcomes.find((o) => o.id === id);
        return outcome ? textIn(outcome.label, lang) : id;
      }),
      lang,
      "and",
    );
  return {
    added: words(of(now).filter((o) => !of(was).includes(o))),
    gone: words(of(was).filter((o) => !of(now).includes(o))),
  };
}
