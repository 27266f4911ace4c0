// A person made by the machine, as somebody reads one: what is known of them, what they get, and a click to keep them
// as a profile. The answer is run here, by the engine, so that what is shown is what the criteria say.
import { evaluate, runnable, type DraftRuleSet, type Expected, type Text } from "@jumelage/engine";
import { explain, textIn } from "@jumelage/engine/words";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../draft/use-draft.ts";
import { OutcomeBadge } from "../ui/outcome.tsx";
import { stateFace } from "../ui/tones.ts";
import { FactList } from "./fact-list.tsx";
import classes from "./lab.module.css";
import { SaveAsProfile, type Person } from "./save-as-profile.tsx";

/** One reading of a person: by which rule set, and what it is called where two are compared. */
export interface Reading {
  readonly name?: string;
  readonly ruleSet: DraftRuleSet;
  readonly person: Person;
}

export interface WitnessCardProps {
  /** One reading, or two side by side. */
  readonly readings: readonly Reading[];
  /** The decisions whose answer matters here; the first one's explanation can be opened. */
  readonly decisions: readonly string[];
  /** The title of the profile it would become; absent where it is only an example. */
  readonly saveAs?: Text;
  readonly story?: Text | undefined;
  readonly tags?: readonly string[];
  /** What the profile would have to obtain; nothing where a person has to say it. */
  readonly expected?: Expected;
}

export function WitnessCard(props: WitnessCardProps): ReactNode {
  const t = useTranslations("lab");
  const { readings, decisions, saveAs, story, tags = [], expected } = props;
  const [first, second] = readings;
  if (first === undefined) return null;
  const samePerson = second === undefined || second.person.facts === first.person.facts;
  return (
    <div className={classes.witness}>
      <div className={classes.people} data-two={samePerson ? undefined : true}>
        <FactList ruleSet={first.ruleSet} facts={first.person.facts} />
        {second && !samePerson ? (
          <FactList ruleSet={second.ruleSet} facts={second.person.facts} other={first.person.facts} />
        ) : null}
      </div>
      <div className={classes.people} data-two={second === undefined ? undefined : true}>
        {readings.map((reading, i) => (
          <Answer key={i} reading={reading} decisions={decisions} />
        ))}
      </div>
      {saveAs === undefined ? null : (
        <div className="j-row">
          <SaveAsProfile
            person={first.person}
            title={saveAs}
            story={story}
            tags={tags}
            {...(expected ? { expected } : {})}
          />
          {second && !samePerson ? (
            <SaveAsProfile person={second.person} title={saveAs} tags={tags} label={t("saveSecond")} />
          ) : null}
        </div>
      )}
    </div>
  );
}

function Answer({
  reading,
  decisions,
}: {
  readonly reading: Reading;
  readonly decisions: readonly string[];
}) {
  const t = useTranslations("lab");
  const { lang } = useWorkspace();
  const { ruleSet, person, name } = reading;
  const complete = useMemo(() => runnable(ruleSet), [ruleSet]);
  const evaluation = useMemo(() => evaluate(complete, person.facts, person.at), [complete, person]);
  const words = useMemo(() => explain(evaluation, complete, lang), [evaluation, complete, lang]);
  const shown = ruleSet.decisions.filter((d) => decisions.includes(d.id));
  return (
    <div className={classes.answer}>
      {name === undefined ? null : <p className={classes.readingName}>{name}</p>}
      {shown.map((decision) => {
        const result = evaluation.result.decisions[decision.id];
        return (
          <div key={decision.id} className="j-stack-tight">
            <span className="j-muted j-small">{textIn(decision.title, lang)}</span>
            {result?.kind === "one" ? (
              <OutcomeBadge decision={decision} state={result.state} lang={lang} />
            ) : (
              <ManyAnswer
                labels={(result?.suggested ?? []).map((o) => stateFace(decision, o, lang).label)}
                open={(result?.undetermined ?? []).map((o) => stateFace(decision, o, lang).label)}
                withheld={(result?.withheld ?? []).map((o) => stateFace(decision, o, lang).label)}
              />
            )}
          </div>
        );
      })}
      <details>
        <summary>{t("why")}</summary>
        {words.decisions
          .filter((d) => decisions.includes(d.decision))
          .flatMap((d) => d.sentences)
          .map((sentence) => (
            <p key={sentence} className="j-small">
              {sentence}
            </p>
          ))}
      </details>
    </div>
  );
}

interface ManyAnswerProps {
  readonly labels: readonly string[];
  readonly open: readonly string[];
  readonly withheld: readonly string[];
}

function ManyAnswer({ labels, open, withheld }: ManyAnswerProps): ReactNode {
  const t = useTranslations("lab");
  if (labels.length + open.length + withheld.length === 0) return <span>{t("nothingSuggested")}</span>;
  return (
    <ul className={classes.many}>
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
      {open.map((label) => (
        <li key={label}>
          {label} <span className="j-muted">({t("open")})</span>
        </li>
      ))}
      {withheld.map((label) => (
        <li key={label}>
          {label} <span className="j-muted">({t("withheld")})</span>
        </li>
      ))}
    </ul>
  );
}
