// One decision of an answer in words: its badge (what it was, when a trial changes it) and the paragraph that says why.
import type { Result } from "@jumelage/engine";
import type { DecisionExplanation } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useWorkspace } from "../../draft/use-draft.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import classes from "./simulation.module.css";

export interface AnswerWordsProps {
  readonly words: DecisionExplanation;
  readonly now: Result;
  readonly was: Result;
}

export function AnswerWords({ words, now, was }: AnswerWordsProps): ReactNode {
  const { ruleSet, lang } = useWorkspace();
  const decision = ruleSet.decisions.find((d) => d.id === words.decision);
  const [after, before] = [now.decisions[words.decision], was.decisions[words.decision]];
  const moved = after?.kind === "one" && before?.kind === "one" && after.state !== before.state;
  return (
    <section className={classes.paragraph} aria-label={words.title}>
      <h3>{words.title}</h3>
      {decision && after?.kind === "one" ? (
        <div className="j-row">
          {moved && before?.kind === "one" ? (
            <>
              <OutcomeBadge lang={lang} decision={decision} state={before.state} show="short" />
              <span aria-hidden="true">→</span>
            </>
          ) : null}
          <OutcomeBadge lang={lang} decision={decision} state={after.state} changed={moved} />
        </div>
      ) : null}
      {words.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
