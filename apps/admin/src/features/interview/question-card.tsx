// The question to ask now: its words, the control to answer it, and why it is this one: what each answer would leave.
import type { Decision, Fact } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import { FactControl } from "../profiles/fact-control.tsx";
import type { Entry } from "../profiles/facts-form.ts";
import { choiceIn } from "./choice-words.ts";
import classes from "./interview.module.css";
import type { NextQuestion } from "./interview-step.ts";
import { useChoiceWords } from "./use-choice-words.ts";

export interface QuestionCardProps {
  readonly fact: Fact;
  readonly decision: Decision;
  /** What each answer would leave; absent where it is not planned. */
  readonly planned: NextQuestion | undefined;
  /** Whether the plan is being made. */
  readonly preparing: boolean;
  readonly onAnswer: (entry: Entry) => void;
  readonly onSkip: () => void;
}

const unanswered: Entry = { kind: "unknown", reason: "not-asked", said: false };

export function QuestionCard(props: QuestionCardProps): ReactNode {
  const { fact, decision, planned, preparing, onAnswer, onSkip } = props;
  const t = useTranslations("interview");
  const [entry, setEntry] = useState<Entry>(unanswered);
  return (
    <Panel title={t("next")}>
      <form
        className="j-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (entry.kind === "known") onAnswer(entry);
        }}
      >
        <FactControl fact={fact} entry={entry} dated={false} disabled={false} onChange={setEntry} />
        <div className="j-row">
          <Button type="submit" disabled={entry.kind !== "known"}>
            {t("answer")}
          </Button>
          <Button variant="default" onClick={onSkip}>
            {t("skip")}
          </Button>
        </div>
      </form>
      {planned ? <Why planned={planned} fact={fact} decision={decision} /> : null}
      {preparing ? <output className={`j-muted ${classes.preparing}`}>{t("preparing")}</output> : null}
    </Panel>
  );
}

/** What the question tells apart. */
function Why({
  planned,
  fact,
  decision,
}: Required<Pick<QuestionCardProps, "fact" | "decision">> & {
  readonly planned: NextQuestion;
}): ReactNode {
  const t = useTranslations("interview");
  const { lang } = useWorkspace();
  const words = useChoiceWords();
  return (
    <section aria-label={t("whyLabel")} className={classes.why}>
      <h3>{t("why")}</h3>
      <p className="j-muted j-small">{t(fact.safety ? "whySafety" : "whyShort")}</p>
      <Scroll label={t("why")}>
        <table className="j-table">
          <thead>
            <tr>
              <th scope="col">{t("ifAnswer")}</th>
              <th scope="col">{t("stillPossible")}</th>
              <th scope="col">{t("questionsLeft")}</th>
            </tr>
          </thead>
          <tbody>
            {planned.answers.map((answer, i) => (
              <tr key={i}>
                <th scope="row" className={classes.choice}>
                  {answer.choices.slice(0, 6).map((choice, k) => (
                    <div key={k}>
                      {k === 0 ? null : <span className="j-muted">{t("or")} </span>}
                      {choiceIn(choice, fact, { words, lang })}
                    </div>
                  ))}
                  {answer.choices.length > 6 ? (
                    <div className="j-muted">{t("moreChoices", { count: answer.choices.length - 6 })}</div>
                  ) : null}
                </th>
                <td>
                  <div className={classes.badges}>
                    {answer.outcomes.map((outcome) => (
                      <OutcomeBadge
                        key={outcome}
                        decision={decision}
                        state={outcome}
                        lang={lang}
                        show="short"
                      />
                    ))}
                  </div>
                </td>
                <td>{answer.worst === 0 ? t("noneLeft") : t("atMost", { count: answer.worst })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
