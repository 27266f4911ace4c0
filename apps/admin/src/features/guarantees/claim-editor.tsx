// A guarantee's promise as a sentence with slots: which kind of promise, about which decision and answers, for whom. No
// formula: what can be chosen is what the claim can say, and the sentence it makes stands below in both languages.
import type { DraftCondition, DraftRuleSet } from "@jumelage/engine";
import { claimSentence, textIn } from "@jumelage/engine/words";
import { MultiSelect, Radio } from "@mantine/core";
import { useMemo, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ChoiceSlot } from "../../ui/choice-slot.tsx";
import { useList } from "../../ui/moment.tsx";
import { stateFace } from "../../ui/tones.ts";
import { addCondition } from "../criteria/edit-condition.ts";
import sentence from "../criteria/sentence.module.css";
import { SentenceEditor } from "../criteria/sentence-editor.tsx";
import { SharedCondition } from "../criteria/shared-condition.tsx";
import { useChangeRuleSet } from "../criteria/use-change-rule-set.ts";
import {
  claimKinds,
  claimOf,
  decisionsFor,
  factsFor,
  openSlots,
  scopeOfClaim,
  statesFor,
  withDecision,
  withFact,
  withKind,
  type ClaimDraft,
} from "./claim-draft.ts";
import classes from "./guarantees.module.css";
import { OrderChoice } from "./order-choice.tsx";
import { ValueChoice } from "./value-choice.tsx";

export interface ClaimEditorProps {
  readonly draft: ClaimDraft;
  readonly onChange: (draft: ClaimDraft) => void;
  /** The name of the condition, for assistive technology. */
  readonly label: string;
  /** What is wrong with a part of the condition, by its path; nothing for a promise that is not written yet. */
  readonly findingsAt: (path: readonly (string | number)[]) => readonly string[];
}

const renderShared = (id: string): ReactNode => <SharedCondition id={id} />;

export function ClaimEditor({ draft, onChange, label, findingsAt }: ClaimEditorProps): ReactNode {
  const t = useTranslations("guarantees.claim");
  const { ruleSet } = useWorkspace();
  const changeRuleSet = useChangeRuleSet();
  const scope = useMemo(() => scopeOfClaim(ruleSet), [ruleSet]);
  const { kind } = draft;
  const condition = (
    <div className="j-stack-tight">
      <p className="j-muted j-small">{t(kind === "requires" ? "demands" : "forWhom")}</p>
      <SentenceEditor
        root={draft.condition ?? nothingSaid}
        scope={scope}
        onChange={(_label, root) => onChange({ ...draft, condition: root })}
        changeRuleSet={changeRuleSet}
        findingsAt={findingsAt}
        criterion=""
        renderShared={renderShared}
        label={label}
      />
    </div>
  );
  return (
    <div className={classes.claim}>
      <Radio.Group
        label={t("kindLabel")}
        value={kind}
        onChange={(chosen) => {
          const next = claimKinds.find((k) => k === chosen);
          if (next) onChange(withKind(draft, next, ruleSet));
        }}
      >
        <div className={classes.kinds}>
          {claimKinds.map((k) => (
            <Radio key={k} value={k} label={t(`kind.${k}`)} description={t(`example.${k}`)} />
          ))}
        </div>
      </Radio.Group>
      {kind === "implies" || kind === "never" ? condition : null}
      <Slots draft={draft} onChange={onChange} ruleSet={ruleSet} />
      {kind === "requires" ? condition : null}
    </div>
  );
}

/** A group with one gap, to which more can be added. */
const nothingSaid: DraftCondition = addCondition(undefined, []);

interface SlotsProps {
  readonly draft: ClaimDraft;
  readonly onChange: (draft: ClaimDraft) => void;
  readonly ruleSet: DraftRuleSet;
}

/** The rest of the sentence, in its order, around what is chosen. */
function Slots({ draft, onChange, ruleSet }: SlotsProps): ReactNode {
  const t = useTranslations("guarantees.claim");
  const { lang } = useWorkspace();
  const { kind } = draft;
  const decision = ruleSet.decisions.find((d) => d.id === draft.decision);
  const fact = ruleSet.facts.find((f) => f.id === draft.fact);
  const facts = factsFor(draft, ruleSet).map((f) => ({
    value: f.id,
    label: textIn(f.label, lang) || f.id,
  }));
  const decisionSlot = (
    <ChoiceSlot
      label={t("slot.decision")}
      value={draft.decision}
      placeholder={t("choose")}
      choices={decisionsFor(kind, ruleSet).map((d) => ({
        value: d.id,
        label: textIn(d.title, lang) || d.id,
      }))}
      onChoose={(id) => onChange(withDecision(draft, id, ruleSet))}
    />
  );
  const factSlot = (
    <ChoiceSlot
      label={t("slot.fact")}
      value={draft.fact}
      placeholder={t("choose")}
      choices={facts}
      onChoose={(id) =>
        onChange(
          withFact(
            draft,
            ruleSet.facts.find((f) => f.id === id),
          ),
        )
      }
    />
  );
  switch (kind) {
    case "implies":
    case "never":
    case "requires": {
      const several = decision?.kind === "many" ? "many" : "one";
      return (
        <div className={sentence.slots}>
          <span>{t("answerTo")}</span>
          {decisionSlot}
          <span>{t(`${several}.${kind}`)}</span>
          <MultiSelect
            className={sentence.list}
            aria-label={t("slot.states")}
            placeholder={draft.states.length === 0 ? t("chooseAnswers") : ""}
            data={statesFor(draft, ruleSet).map((state) => ({
              value: state,
              label: decision ? stateFace(decision, state, lang).label : state,
            }))}
            value={[...draft.states]}
            hidePickedOptions={false}
            onChange={(states) => onChange({ ...draft, states })}
          />
        </div>
      );
    }
    case "monotone":
      return (
        <>
          <div className={sentence.slots}>
            <span>{t("when")}</span>
            {factSlot}
            {fact ? (
              <OrderChoice
                fact={fact}
                order={draft.order}
                onChoose={(order) => onChange({ ...draft, order })}
              />
            ) : null}
          </div>
          <div className={sentence.slots}>
            <span>{t("restEqual")}</span>
            {decisionSlot}
            <span>{t("neverLess")}</span>
          </div>
        </>
      );
    case "independent":
      return (
        <div className={sentence.slots}>
          <span>{t("answerTo")}</span>
          {decisionSlot}
          <span>{t("same")}</span>
          <MultiSelect
            className={sentence.list}
            aria-label={t("slot.facts")}
            placeholder={draft.facts.length === 0 ? t("chooseFacts") : ""}
            data={facts}
            value={[...draft.facts]}
            searchable
            hidePickedOptions={false}
            onChange={(ids) => onChange({ ...draft, facts: ids })}
          />
        </div>
      );
    case "benignWhenUnknown":
      return (
        <div className={sentence.slots}>
          <span>{t("whileUnknown")}</span>
          {factSlot}
          <span>{t("isUnknown")}</span>
          {decisionSlot}
          <span>{t("asIf")}</span>
          {fact ? (
            <ValueChoice
              fact={fact}
              label={t("slot.value")}
              value={draft.value}
              onChoose={(value) => onChange({ ...draft, value })}
            />
          ) : null}
        </div>
      );
    default:
      return kind satisfies never;
  }
}

/** The sentence a promise makes so far, in both languages; or what is still to be chosen. */
export function ClaimSentences({ draft }: { readonly draft: ClaimDraft }): ReactNode {
  const t = useTranslations("guarantees.claim");
  const list = useList();
  const { ruleSet } = useWorkspace();
  const claim = claimOf(draft, ruleSet);
  if (claim === undefined) {
    const open = openSlots(draft, ruleSet);
    return (
      <output className="j-small">{t("open", { slots: list(open.map((s) => t(`openSlot.${s}`))) })}</output>
    );
  }
  return (
    <output className={classes.generated}>
      <span className="j-muted">{t("checked")}</span>
      {(["fr", "en"] as const).map((lang) => (
        <span key={lang} lang={lang} className={classes.inLanguage}>
          {claimSentence(claim, ruleSet, lang)}
        </span>
      ))}
    </output>
  );
}
