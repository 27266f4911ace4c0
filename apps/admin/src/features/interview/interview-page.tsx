// One interview under way: the question, what is certain, and what was answered so far.
import { evaluate, runnable, type Decision, type Facts } from "@jumelage/engine";
import { lexiconOf, sentIn, textIn, typeset } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { withSent } from "../../lab/facts-of-person.ts";
import { SaveAsProfile } from "../../lab/save-as-profile.tsx";
import { Notice, Panel } from "../../ui/page.tsx";
import { writeEntry, type Entry } from "../profiles/facts-form.ts";
import { CertainPanel } from "./certain-panel.tsx";
import classes from "./interview.module.css";
import { QuestionCard } from "./question-card.tsx";
import { useInterview } from "./use-interview.ts";

export interface InterviewPageProps {
  readonly decision: Decision;
  readonly start: Facts;
  readonly at: string;
}

export function InterviewPage({ decision, start, at }: InterviewPageProps): ReactNode {
  const t = useTranslations("interview");
  const { ruleSet } = useWorkspace();
  const [facts, setFacts] = useState<Facts>(start);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const told = useInterview({ ruleSet, decision: decision.id, facts, at });
  const complete = useMemo(() => runnable(ruleSet), [ruleSet]);
  const evaluation = useMemo(() => evaluate(complete, facts, at), [complete, facts, at]);
  const result = evaluation.result.decisions[decision.id];
  const step = told.kind === "step" ? told.step : undefined;
  const open = step ? step.certain.canChange : result?.kind === "one" ? result.missing : [];
  const planned = step?.question;
  // The planned question; where it was passed over, the first that can still matter.
  const asked =
    planned && !skipped.includes(planned.fact) ? planned.fact : open.find((f) => !skipped.includes(f));
  const fact = ruleSet.facts.find((f) => f.id === asked);
  const decided = step
    ? step.certain.outcomes.length === 1
    : result?.kind === "one" && result.outcome !== undefined;
  const answer = (id: string, entry: Entry): void => {
    setFacts(withSent(ruleSet, facts, id, writeEntry(entry)));
    setSkipped(skipped.filter((s) => s !== id));
  };
  return (
    <div className={classes.page}>
      <div className="j-stack">
        {told.kind === "none" ? <Notice title={t(`none.${told.why}`)}>{t("noneHint")}</Notice> : null}
        {decided ? (
          <Panel title={t("over")}>
            <p>{t("overHint")}</p>
          </Panel>
        ) : fact ? (
          <QuestionCard
            key={fact.id}
            fact={fact}
            decision={decision}
            planned={planned?.fact === fact.id ? planned : undefined}
            preparing={told.kind === "waiting"}
            onAnswer={(entry) => answer(fact.id, entry)}
            onSkip={() => setSkipped([...skipped, fact.id])}
          />
        ) : told.kind === "waiting" ? (
          <output className="j-muted">{t("preparing")}</output>
        ) : (
          <Notice title={t("allSkipped")}>
            <Button variant="default" size="compact-sm" onClick={() => setSkipped([])}>
              {t("askAgain")}
            </Button>
          </Notice>
        )}
        <Answered
          facts={facts}
          onForget={(id) => setFacts(withSent(ruleSet, facts, id, undefined))}
          onRestart={() => {
            setFacts({});
            setSkipped([]);
          }}
        />
        {Object.keys(facts).length === 0 ? null : (
          <div className="j-row">
            <SaveAsProfile
              person={{ at, facts }}
              title={{ fr: "Personne d’un parcours", en: "Person of an interview" }}
              tags={["parcours"]}
            />
          </div>
        )}
      </div>
      <CertainPanel decision={decision} facts={facts} result={result} told={told} />
    </div>
  );
}

interface AnsweredProps {
  readonly facts: Facts;
  readonly onForget: (id: string) => void;
  readonly onRestart: () => void;
}

/** What is known so far, each answer with the way to take it back. */
function Answered({ facts, onForget, onRestart }: AnsweredProps): ReactNode {
  const t = useTranslations("interview");
  const { ruleSet, lang } = useWorkspace();
  const lexicon = useMemo(() => lexiconOf(ruleSet, lang), [ruleSet, lang]);
  const ids = Object.keys(facts).filter((id) => ruleSet.facts.some((f) => f.id === id));
  return (
    <Panel
      title={t("answered", { count: ids.length })}
      actions={
        ids.length === 0 ? undefined : (
          <Button variant="default" size="compact-sm" onClick={onRestart}>
            {t("restart")}
          </Button>
        )
      }
    >
      {ids.length === 0 ? <p className="j-muted">{t("nothingYet")}</p> : null}
      <ul className={classes.answers}>
        {ids.map((id) => {
          const label = textIn(ruleSet.facts.find((f) => f.id === id)?.label ?? { fr: id, en: id }, lang);
          return (
            <li key={id}>
              <span className="j-muted">{label}</span>
              <span>{typeset(sentIn(lexicon, id, facts[id]), lang)}</span>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t("forgetNamed", { fact: label })}
                onClick={() => onForget(id)}
              >
                {t("forget")}
              </Button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
