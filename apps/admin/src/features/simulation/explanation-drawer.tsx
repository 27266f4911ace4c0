// Why a profile gets its answer, as a paragraph, and what would change it: one fact at a time, tried at once.
import { compareWithExpected, evaluate, runnable, type Profile } from "@jumelage/engine";
import {
  criterionExplanation,
  criterionSentence,
  explain,
  textIn,
  type DecisionExplanation,
  differenceSentence,
} from "@jumelage/engine/words";
import { Drawer } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { AppLink } from "../../ui/link.tsx";
import page from "../../ui/page.module.css";
import { withEntry } from "../profiles/facts-form.ts";
import { AnswerWords } from "./answer-words.tsx";
import { FlipList } from "./flip-list.tsx";
import { dayOf, type SimulatedRow } from "./simulate.ts";
import classes from "./simulation.module.css";
import { WhatIf } from "./what-if.tsx";

/** A cell of the matrix: a profile, and the criterion asked about (none: the answer as a whole). */
export interface Explained {
  readonly row: SimulatedRow;
  readonly criterion?: string;
}

export interface ExplanationDrawerProps {
  readonly opened: Explained | null;
  readonly onClose: () => void;
}

export function ExplanationDrawer({ opened, onClose }: ExplanationDrawerProps): ReactNode {
  const t = useTranslations("simulation.explanation");
  const tc = useTranslations("common");
  const { lang } = useWorkspace();
  const title = opened ? textIn(opened.row.profile.title, lang) || opened.row.profile.id : "";
  return (
    // As in ui/dialog.tsx: no second banner, and no style element of the library's.
    <Drawer.Root
      opened={opened !== null}
      onClose={onClose}
      position="right"
      size="lg"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <div className={page.dialogHead}>
          <Drawer.Title className={page.dialogTitle ?? ""}>{t("title", { profile: title })}</Drawer.Title>
          <Drawer.CloseButton aria-label={tc("close")} />
        </div>
        <Drawer.Body>
          {opened === null ? null : (
            <Body key={`${opened.row.profile.id}/${opened.criterion ?? ""}`} opened={opened} />
          )}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Body({ opened }: { readonly opened: Explained }): ReactNode {
  const t = useTranslations("simulation.explanation");
  const { ruleSet, profiles, program, lang } = useWorkspace();
  const saved = profiles.find((p) => p.id === opened.row.profile.id) ?? opened.row.profile;
  const [facts, setFacts] = useState<Profile["facts"] | null>(null);
  const tried = useMemo<Profile>(() => (facts === null ? saved : { ...saved, facts }), [facts, saved]);
  const complete = useMemo(() => runnable(ruleSet), [ruleSet]);
  const evaluation = useMemo(() => evaluate(complete, tried.facts, dayOf(tried)), [complete, tried]);
  const real = useMemo(
    () => (facts === null ? evaluation : evaluate(complete, saved.facts, dayOf(saved))),
    [complete, saved, facts, evaluation],
  );
  const words = useMemo(() => explain(evaluation, complete, lang), [evaluation, complete, lang]);
  const criterion = ruleSet.criteria.find((c) => c.id === opened.criterion);
  const trace = evaluation.trace.find((x) => x.criterion === criterion?.id);
  const asked = criterion?.then.decision ?? ruleSet.decisions[0]?.id;
  const differences = compareWithExpected(saved.expected, real.result);
  const paths = programPaths(program);
  // The decision asked about comes first; the others follow.
  const decisions = [...words.decisions].sort(
    (a, b) => Number(b.decision === asked) - Number(a.decision === asked),
  );
  const [first, ...others] = decisions;
  const flipped = ruleSet.decisions.find((d) => d.id === first?.decision);
  const answer = (d: DecisionExplanation): ReactNode => (
    <AnswerWords key={d.decision} words={d} now={evaluation.result} was={real.result} />
  );
  return (
    <div className="j-stack">
      <p className="j-row j-small">
        <AppLink href={paths.profile(saved.id)}>{t("openProfile", { id: saved.id })}</AppLink>
        {criterion ? (
          <AppLink href={paths.criterion(criterion.id)}>{t("openCriterion", { id: criterion.id })}</AppLink>
        ) : null}
      </p>
      {criterion ? (
        <section className={classes.paragraph} aria-label={t("criterion", { id: criterion.id })}>
          <h3>{textIn(criterion.title, lang) || criterion.id}</h3>
          <p>{trace ? criterionExplanation(trace, complete, lang) : t("criterionOff")}</p>
          <p className="j-muted j-small">
            {criterionSentence(criterion, ruleSet, { lang, definitions: true })}
          </p>
        </section>
      ) : null}
      {first ? answer(first) : null}
      {flipped?.kind === "one" ? (
        <FlipList
          profile={saved}
          decision={flipped}
          onTry={(fact, entry) => setFacts(withEntry(saved.facts, fact, entry))}
        />
      ) : null}
      <WhatIf saved={saved} facts={facts} onTry={setFacts} />
      {others.map(answer)}
      {words.remarks.length === 0 ? null : (
        <section className={classes.paragraph} aria-label={t("remarks")}>
          <h3>{t("remarks")}</h3>
          {words.remarks.map((remark) => (
            <p key={remark} className="j-small">
              {remark}
            </p>
          ))}
        </section>
      )}
      {differences.length === 0 ? null : (
        <section className={classes.paragraph} aria-label={t("differences")}>
          <h3>{t("differences")}</h3>
          <ul>
            {differences.map((d) => {
              const sentence = differenceSentence(d, complete, lang);
              return <li key={sentence}>{sentence}</li>;
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
