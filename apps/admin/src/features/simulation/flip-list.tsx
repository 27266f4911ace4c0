// What would change an answer, as sentences, each to be tried with one click.
import type { Decision, Profile } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { choiceIn } from "../interview/choice-words.ts";
import { useChoiceWords } from "../interview/use-choice-words.ts";
import type { Entry } from "../profiles/facts-form.ts";
import { flipsOf } from "./flips.ts";
import classes from "./simulation.module.css";

export interface FlipListProps {
  readonly profile: Profile;
  /** A decision with one answer. */
  readonly decision: Decision;
  readonly onTry: (fact: string, entry: Entry) => void;
}

export function FlipList({ profile, decision, onTry }: FlipListProps): ReactNode {
  const t = useTranslations("simulation.explanation.flips");
  const { ruleSet, lang } = useWorkspace();
  const words = useChoiceWords();
  const flips = useMemo(
    () => flipsOf({ ruleSet, profile, decision: decision.id }),
    [ruleSet, profile, decision.id],
  );
  return (
    <section className={classes.paragraph} aria-label={t("title")}>
      <h3>{t("title")}</h3>
      {flips.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <>
          <p className="j-muted j-small">{t("hint")}</p>
          <ul className={classes.flips}>
            {flips.map(({ fact, choice, entry, state }) => {
              const about = {
                fact: textIn(fact.label, lang) || fact.id,
                value: choiceIn(choice, fact, { words, lang }),
              };
              return (
                <li key={`${fact.id}/${about.value}`} data-fact={fact.id} data-state={state}>
                  <span>{t("gives", about)}</span>
                  <OutcomeBadge lang={lang} decision={decision} state={state} show="short" />
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t("tryLabel", about)}
                    onClick={() => onTry(fact.id, entry)}
                  >
                    {t("try")}
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
