// The effect on every possible person, not only on the saved profiles: nothing changes for anybody, proved; or each way
// an answer can change, with a person to whom it happens. Changes that no answer shows are listed too.
import {
  diffRuleSets,
  evaluate,
  expectedInFull,
  runnable,
  type DifferenceReport,
  type DraftRuleSet,
  type Lang,
  type Transition,
} from "@jumelage/engine";
import { changeSentence, textIn } from "@jumelage/engine/words";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace, type Baseline } from "../../draft/use-draft.ts";
import { JobBar } from "../../lab/job-bar.tsx";
import { profileTitles } from "../../lab/profile-titles.ts";
import { useJob } from "../../lab/use-job.ts";
import { WitnessCard } from "../../lab/witness-card.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Notice, Panel } from "../../ui/page.tsx";
import { stateFace } from "../../ui/tones.ts";
import classes from "./review.module.css";

export function EverybodyPanel({ baseline }: { readonly baseline: Baseline }): ReactNode {
  const t = useTranslations("review.everybody");
  const { ruleSet, lang } = useWorkspace();
  const view = useJob("difference");
  const { report, stale } = view;
  const nameOf = (id: string): string => {
    const decision = ruleSet.decisions.find((d) => d.id === id);
    return decision ? textIn(decision.title, lang) : "";
  };
  return (
    <Panel title={t("title")}>
      <p className="j-muted">{t("lead", { number: String(baseline.number) })}</p>
      <JobBar view={view} kind="difference" nameOf={nameOf} />
      {report ? <Verdict report={report} stale={stale} /> : null}
      {report && report.transitions.length > 0 ? (
        <ul className={classes.changes}>
          {report.transitions.map((transition, i) => (
            <li key={`${transition.decision}/${transition.from}/${transition.to}`} className={classes.change}>
              <TransitionCard transition={transition} baseline={baseline} open={i < shownOpen} />
            </li>
          ))}
        </ul>
      ) : null}
      {report && report.silent.length > 0 ? <Silent report={report} baseline={baseline} /> : null}
    </Panel>
  );
}

/** How many changes show their person at once; the others unfold. */
const shownOpen = 3;

function Verdict({ report, stale }: { readonly report: DifferenceReport; readonly stale: boolean }) {
  const t = useTranslations("review.everybody");
  if (report.status === "undecided") {
    return <Notice title={t("undecided")}>{t(`undecidedWhy.${report.reason ?? "time"}`)}</Notice>;
  }
  const kind = report.kind ?? (report.equivalent ? "equivalent" : "changes-outcomes");
  return (
    <Notice title={t(`kind.${kind}`)}>
      <p>{t(`kindHint.${kind}`)}</p>
      {stale ? <p className="j-muted">{t("stale")}</p> : null}
    </Notice>
  );
}

interface TransitionCardProps {
  readonly transition: Transition;
  readonly baseline: Baseline;
  readonly open: boolean;
}

function TransitionCard({ transition, baseline, open }: TransitionCardProps): ReactNode {
  const t = useTranslations("review");
  const { ruleSet, lang } = useWorkspace();
  const { decision: id, from, to, witness } = transition;
  // Saved, the person shows the change and expects it: that is how a change is explained.
  const expected = useMemo(() => {
    const complete = runnable(ruleSet);
    return expectedInFull(evaluate(complete, witness.facts, witness.at).result);
  }, [ruleSet, witness]);
  const title = (
    ruleSet.decisions.find((d) => d.id === id) ?? baseline.ruleSet.decisions.find((d) => d.id === id)
  )?.title;
  return (
    <>
      <p className="j-muted j-small">{title ? textIn(title, lang) : id}</p>
      <p className={`j-row ${classes.transition}`}>
        <State ruleSet={baseline.ruleSet} decision={id} state={from} lang={lang} />
        <span aria-hidden="true">→</span>
        <span className="j-hidden">{t("everybody.becomes")}</span>
        <State ruleSet={ruleSet} decision={id} state={to} lang={lang} />
      </p>
      <details open={open}>
        <summary>{t("everybody.person")}</summary>
        <WitnessCard
          readings={[
            {
              ruleSet: baseline.ruleSet,
              person: { at: witness.at, facts: witness.facts },
              name: t("before", { number: String(baseline.number) }),
            },
            { ruleSet, person: { at: witness.at, facts: witness.facts }, name: t("after") },
          ]}
          decisions={[id]}
          saveAs={profileTitles.difference()}
          tags={["difference"]}
          expected={expected}
        />
      </details>
    </>
  );
}

interface StateProps {
  readonly ruleSet: DraftRuleSet;
  readonly decision: string;
  readonly state: string;
  readonly lang: Lang;
}

/** A state of a decision of one answer, or how an outcome of the other kind stands. */
function State({ ruleSet, decision: id, state, lang }: StateProps): ReactNode {
  const t = useTranslations("review.everybody.standing");
  const decision = ruleSet.decisions.find((d) => d.id === id);
  if (!decision) return <span>{state}</span>;
  if (decision.kind === "one") return <OutcomeBadge decision={decision} state={state} lang={lang} />;
  const cut = state.lastIndexOf(":");
  const [outcome, standing] = cut < 0 ? [state, "suggested"] : [state.slice(0, cut), state.slice(cut + 1)];
  const words = (["suggested", "undetermined", "withheld"] as const).find((s) => s === standing);
  return (
    <span>
      {stateFace(decision, outcome, lang).label} <em>({t(words ?? "not-suggested")})</em>
    </span>
  );
}

/** What changed without showing in anybody's answer, in the engine's words. */
function Silent({ report, baseline }: { readonly report: DifferenceReport; readonly baseline: Baseline }) {
  const t = useTranslations("review.everybody");
  const { ruleSet, lang } = useWorkspace();
  const titles = useMemo(() => {
    const changes = diffRuleSets(baseline.ruleSet, ruleSet);
    return report.silent.flatMap(({ what, id, of }) => {
      const change = changes.find((c) => c.what === what && c.id === id && c.of === of);
      return change ? [changeSentence(change, baseline.ruleSet, ruleSet, lang).title] : [];
    });
  }, [report, baseline, ruleSet, lang]);
  if (titles.length === 0) return null;
  return (
    <details>
      <summary>{t("silent", { count: titles.length })}</summary>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </details>
  );
}
