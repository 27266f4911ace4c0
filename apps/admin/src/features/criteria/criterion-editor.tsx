// One criterion: its sentence, the outcome it speaks for, the same in the other language, and its grounds below.
import type { DraftCondition, DraftCriterion } from "@jumelage/engine";
import { conditionPhrases, criterionSentence, textIn, type ConditionPhrase } from "@jumelage/engine/words";
import { Button, Switch } from "@mantine/core";
import { useCallback, useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { programPaths } from "../../paths.ts";
import { useGo } from "../../ui/link.tsx";
import { OutcomeBadge } from "../../ui/outcome.tsx";
import { Panel } from "../../ui/page.tsx";
import slot from "../../ui/slot.module.css";
import { CriterionComments } from "../comments/criterion-comments.tsx";
import { ThresholdStrip } from "../thresholds/threshold-strip.tsx";
import { thresholdsIn } from "../thresholds/strip.ts";
import { CriterionDetails } from "./criterion-details.tsx";
import classes from "./criteria.module.css";
import { duplicateCriterion, withCriterion, withOutcome, withWhen } from "./edit-criteria.ts";
import { OthersAtCriterion } from "./others-at-criterion.tsx";
import { readThen, useOutcomeChoices } from "./new-criterion.tsx";
import { scopeOfDecision } from "./scope.ts";
import type { Grow } from "./sentence-context.ts";
import { SentenceEditor } from "./sentence-editor.tsx";
import { SharedCondition } from "./shared-condition.tsx";
import { TypedCondition } from "./typed-condition.tsx";
import { useChangeRuleSet } from "./use-change-rule-set.ts";
import { useFindings } from "./use-findings.ts";

export interface CriterionEditorProps {
  readonly criterion: DraftCriterion;
  readonly onRemove: (criterion: DraftCriterion) => void;
}

export function CriterionEditor({ criterion, onRemove }: CriterionEditorProps): ReactNode {
  const t = useTranslations("criteria");
  const { ruleSet, program, lang, editable } = useWorkspace();
  const go = useGo();
  const changeRuleSet = useChangeRuleSet();
  const { id } = criterion;
  const duplicate = (): void => {
    const copy = duplicateCriterion(ruleSet, id);
    changeRuleSet(t("change.duplicate"), (r) => duplicateCriterion(r, id).ruleSet);
    go(programPaths(program).criterion(copy.id));
  };
  const other = lang === "fr" ? "en" : "fr";
  return (
    <div className="j-stack">
      <OthersAtCriterion id={id} />
      <Panel
        title={
          <>
            {t("criterion")} <span className="j-muted">{id}</span>
          </>
        }
        actions={
          editable ? (
            <>
              <Switch
                label={t("enabled")}
                checked={criterion.enabled}
                onChange={(event) => {
                  const enabled = event.currentTarget.checked;
                  changeRuleSet(t(enabled ? "change.enable" : "change.disable", { id }), (r) =>
                    withCriterion(r, id, (c) => ({ ...c, enabled })),
                  );
                }}
              />
              <Button variant="default" size="compact-sm" onClick={duplicate}>
                {t("duplicate")}
              </Button>
              <Button variant="outline" color="red" size="compact-sm" onClick={() => onRemove(criterion)}>
                {t("remove")}
              </Button>
            </>
          ) : undefined
        }
      >
        {criterion.enabled ? null : <p className={slot.hint}>{t("disabledHint")}</p>}
        <CriterionSentence criterion={criterion} />
        <p className={classes.other}>
          <strong>{t(other === "en" ? "inEnglish" : "inFrench")}</strong>{" "}
          <span lang={other}>
            {criterionSentence(criterion, ruleSet, { lang: other, definitions: true })}
          </span>
        </p>
      </Panel>
      <Strips criterion={criterion} />
      <CriterionDetails
        criterion={criterion}
        sources={ruleSet.sources}
        lang={lang}
        editable={editable}
        changeRuleSet={changeRuleSet}
      />
      <CriterionComments id={id} />
    </div>
  );
}

/** The sentence of a criterion, of slots where it may be changed. */
export function CriterionSentence({ criterion }: { readonly criterion: DraftCriterion }): ReactNode {
  const { editable } = useWorkspace();
  return editable ? <EditableSentence criterion={criterion} /> : <ReadSentence criterion={criterion} />;
}

/** Where the profiles stand around the thresholds of a criterion. */
function Strips({ criterion }: { readonly criterion: DraftCriterion }): ReactNode {
  const t = useTranslations("vocabulary.strip");
  const { ruleSet } = useWorkspace();
  const thresholds = thresholdsIn(ruleSet, criterion.when);
  if (thresholds.length === 0) return null;
  return (
    <Panel title={t("title")}>
      {thresholds.map((threshold) => (
        <ThresholdStrip key={`${threshold.fact.id}/${threshold.value}`} threshold={threshold} />
      ))}
    </Panel>
  );
}

const renderShared = (id: string): ReactNode => <SharedCondition id={id} />;

function EditableSentence({ criterion }: { readonly criterion: DraftCriterion }): ReactNode {
  const t = useTranslations("criteria");
  const { ruleSet, lang } = useWorkspace();
  const changeRuleSet = useChangeRuleSet();
  const findings = useFindings(ruleSet, lang);
  const choices = useOutcomeChoices();
  const { id, then } = criterion;
  const index = ruleSet.criteria.indexOf(criterion);
  const scope = useMemo(() => scopeOfDecision(ruleSet, then.decision), [ruleSet, then.decision]);
  const onChange = useCallback(
    (label: string, when: DraftCondition | undefined) => changeRuleSet(label, (r) => withWhen(r, id, when)),
    [changeRuleSet, id],
  );
  const onGrow = useCallback<Grow>(
    (label, around, when) => changeRuleSet(label, (r) => withWhen(around(r), id, when)),
    [changeRuleSet, id],
  );
  const decision = ruleSet.decisions.find((d) => d.id === then.decision);
  const outcome = decision?.outcomes.find((o) => o.id === then.outcome);
  return (
    <>
      <p className={classes.word}>{t("if")}</p>
      <SentenceEditor
        root={criterion.when}
        scope={scope}
        onChange={onChange}
        changeRuleSet={changeRuleSet}
        onGrow={onGrow}
        findingsAt={(path) => findings.wordsAt(["criteria", index, "when", ...path])}
        criterion={id}
        renderShared={renderShared}
        label={t("sentenceOf", { id })}
      />
      <TypedCondition root={criterion.when} scope={scope} onChange={onChange} />
      <div className={classes.then}>
        <span className={classes.word}>{t("then")}</span>
        {outcome ? <OutcomeBadge outcome={outcome} lang={lang} show="glyph" /> : null}
        <select
          className={slot.slot}
          aria-label={t("outcome")}
          value={`${then.decision}/${then.outcome}`}
          onChange={(event) => {
            const next = readThen(event.currentTarget.value);
            changeRuleSet(t("change.outcome", { id }), (r) => withOutcome(r, id, next));
          }}
        >
          {choices.map((c) => (
            <optgroup key={c.group} label={c.group}>
              {c.items.map((item) => (
                <option key={item.value} value={item.value}>
                  {item.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <p className={slot.hint}>{t("keys")}</p>
    </>
  );
}

/** The sentence of a criterion that may not be changed now, as an outline in words. */
function ReadSentence({ criterion }: { readonly criterion: DraftCriterion }): ReactNode {
  const t = useTranslations("criteria");
  const { ruleSet, lang } = useWorkspace();
  const decision = ruleSet.decisions.find((d) => d.id === criterion.then.decision);
  const outcome = decision?.outcomes.find((o) => o.id === criterion.then.outcome);
  return (
    <>
      <p className={classes.word}>{t("if")}</p>
      {criterion.when === undefined ? null : (
        <ul className={classes.readLines}>
          <ReadPhrase phrase={conditionPhrases(criterion.when, ruleSet, { lang, definitions: true })} />
        </ul>
      )}
      <div className={classes.then}>
        <span className={classes.word}>{t("then")}</span>
        <span className="j-muted">{decision ? textIn(decision.title, lang) : ""}</span>
        {outcome ? <OutcomeBadge outcome={outcome} lang={lang} /> : null}
      </div>
    </>
  );
}

/** A part of a condition with what it is made of inside it, for whoever hears it as for whoever sees it. */
function ReadPhrase({ phrase }: { readonly phrase: ConditionPhrase }): ReactNode {
  return (
    <li>
      <span data-kind={phrase.kind}>{phrase.text}</span>
      {phrase.children.length === 0 ? null : (
        <ul>
          {phrase.children.map((child) => (
            <ReadPhrase key={child.at.join(".")} phrase={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
