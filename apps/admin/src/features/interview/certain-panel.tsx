// What is certain of the decision where the interview stands: the outcomes still possible, why an outcome holds, and the
// least that would have to be different for another.
import type { ChangedFact, Counterfactual, Decision, DecisionResult, Facts } from "@jumelage/engine";
import { lexiconOf, listOf, sentIn, textIn, typeset, valueIn } from "@jumelage/engine/words";
import { useMemo, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Panel } from "../../ui/page.tsx";
import classes from "./interview.module.css";
import type { Told } from "./use-interview.ts";

export interface CertainPanelProps {
  readonly decision: Decision;
  readonly facts: Facts;
  readonly result: DecisionResult | undefined;
  readonly told: Told;
}

export function CertainPanel({ decision, facts, result, told }: CertainPanelProps): ReactNode {
  const t = useTranslations("interview");
  const format = useFormatter();
  const { ruleSet, lang } = useWorkspace();
  const step = told.kind === "step" ? told.step : undefined;
  const one = result?.kind === "one" ? result : undefined;
  const outcomes = step?.certain.outcomes ?? one?.possible ?? [];
  const decided = outcomes.length === 1 && (step !== undefined || one?.outcome !== undefined);
  const open = new Set(step?.certain.canChange ?? one?.missing ?? []);
  const idle = step
    ? ruleSet.facts.filter((f) => !open.has(f.id) && !(f.id in facts)).map((f) => textIn(f.label, lang))
    : [];
  return (
    <div className={classes.side}>
      <Panel title={decided ? t("certain") : t("possible", { count: outcomes.length })}>
        <output className={classes.badges}>
          {outcomes.map((outcome) => (
            <OutcomeBadge key={outcome} decision={decision} state={outcome} lang={lang} />
          ))}
        </output>
        {decided && one?.outcome === undefined && step ? <p>{t("alreadyCertain")}</p> : null}
        {!decided && step?.length ? (
          <p>
            {t("length", {
              worst: step.length.worst,
              mean: format.number(step.length.mean, { maximumFractionDigits: 1 }),
            })}
          </p>
        ) : null}
        {idle.length === 0 ? null : (
          <details>
            <summary>{t("idle", { count: idle.length })}</summary>
            <ul className="j-small">
              {idle.map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </details>
        )}
      </Panel>
      {decided && step?.reasons && step.reasons.reasons.length > 0 ? (
        <Reasons reasons={step.reasons.reasons} complete={step.reasons.complete} facts={facts} />
      ) : null}
      {decided && step?.counterfactuals && step.counterfactuals.length > 0 ? (
        <Otherwise counterfactuals={step.counterfactuals} decision={decision} />
      ) : null}
      <p className="j-muted j-small">{t("disclaimer")}</p>
    </div>
  );
}

interface ReasonsProps {
  readonly reasons: readonly (readonly string[])[];
  readonly complete: boolean;
  readonly facts: Facts;
}

/** The smallest sets of answers that are enough by themselves. */
function Reasons({ reasons, facts }: ReasonsProps): ReactNode {
  const t = useTranslations("interview");
  const { ruleSet, lang } = useWorkspace();
  const lexicon = useMemo(() => lexiconOf(ruleSet, lang), [ruleSet, lang]);
  const shown = reasons.slice(0, 3);
  return (
    <Panel title={t("because")}>
      <p className="j-muted j-small">{t("becauseHint")}</p>
      <ul>
        {shown.map((set) => (
          <li key={set.join()}>
            {set.length === 0
              ? t("always")
              : typeset(
                  listOf(
                    set.map((id) =>
                      t("answerIs", {
                        fact: lexicon.fact(id),
                        value: id in facts ? sentIn(lexicon, id, facts[id]) : t("assumed"),
                      }),
                    ),
                    lang,
                    "and",
                  ),
                  lang,
                )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** For every other outcome, the least that would have to be different. */
function Otherwise({
  counterfactuals,
  decision,
}: {
  readonly counterfactuals: readonly Counterfactual[];
  readonly decision: Decision;
}): ReactNode {
  const t = useTranslations("interview");
  const { ruleSet, lang } = useWorkspace();
  const lexicon = useMemo(() => lexiconOf(ruleSet, lang), [ruleSet, lang]);
  const words = ({ fact, value }: ChangedFact): string => {
    const declared = ruleSet.facts.find((f) => f.id === fact);
    const shown = value === undefined ? t("choice.unknown") : valueIn(declared, value, lang);
    return typeset(t("answerIs", { fact: lexicon.fact(fact), value: shown }), lang);
  };
  return (
    <Panel title={t("otherwise")}>
      <ul className={classes.otherwise}>
        {counterfactuals.map(({ outcome, changes, supposed }) => (
          <li key={outcome}>
            <OutcomeBadge decision={decision} state={outcome} lang={lang} />
            <div className="j-small">
              {changes.length === 0
                ? ""
                : t("ifChanged", { changes: listOf(changes.map(words), lang, "and") })}{" "}
              {supposed.length === 0
                ? ""
                : t("ifSupposed", { supposed: listOf(supposed.map(words), lang, "and") })}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
