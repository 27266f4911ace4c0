// The decisions and their outcomes: what the rule set can answer, in order of precedence, with the words people read.
import type { Decision, Outcome } from "@jumelage/engine";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { entryId } from "../../paths.ts";
import { OutcomeBadge, ToneGlyph } from "../../ui/outcome.tsx";
import { Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import { AddDialog } from "./add-dialog.tsx";
import { setDecision, setOutcome } from "./edits.ts";
import { isDecisionNamed, isOutcomeNamed, removeDecision, removeOutcome } from "./grow-decisions.ts";
import { NewDecision } from "./new-decision.tsx";
import { NewOutcome } from "./new-outcome.tsx";
import { RemoveButton } from "./remove-button.tsx";
import classes from "./vocabulary.module.css";
import { WordsEditor, type WordsField } from "./words-editor.tsx";

export function OutcomesPanel() {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang, editable } = useWorkspace();
  return (
    <Panel
      title={t("outcomes")}
      id="outcomes"
      actions={
        editable ? (
          <AddDialog label={t("grow.addDecision")} title={t("grow.newDecision")}>
            {(close) => <NewDecision onDone={close} />}
          </AddDialog>
        ) : undefined
      }
    >
      {ruleSet.decisions.map((decision) => (
        <div key={decision.id} className="j-stack-tight">
          <div className={classes.cardHead}>
            <h3>{decision.title[lang]}</h3>
            {editable ? <DecisionWords decision={decision} /> : null}
            {editable ? <RemoveDecision decision={decision} /> : null}
          </div>
          <p className="j-muted j-small">{t(`kind.${decision.kind}`)}</p>
          <Scroll label={decision.title[lang]}>
            <table className="j-table">
              <thead>
                <tr>
                  <th scope="col">{t("outcome")}</th>
                  <th scope="col">{t("short")}</th>
                  <th scope="col">{t("message")}</th>
                </tr>
              </thead>
              <tbody>
                {decision.outcomes.map((outcome) => (
                  <OutcomeRow key={outcome.id} decision={decision} outcome={outcome} />
                ))}
                {unsettled.map((state) => {
                  const words = decision.states?.[state];
                  return words === undefined ? null : (
                    <tr key={state}>
                      <th scope="row">
                        <span className="j-row">
                          <ToneGlyph look="unknown" />
                          {words.label[lang]}
                        </span>
                      </th>
                      <td>{t("tone.unknown")}</td>
                      <td>{words.message[lang]}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </Scroll>
          {editable ? (
            <div>
              <AddDialog
                label={t("grow.addOutcome")}
                title={t("grow.newOutcome")}
                name={t("grow.addOutcomeOf", { decision: decision.title[lang] })}
              >
                {(close) => <NewOutcome decision={decision} onDone={close} />}
              </AddDialog>
            </div>
          ) : null}
        </div>
      ))}
    </Panel>
  );
}

const unsettled = ["@safety-unknown", "@undetermined"] as const;

/** The title of a decision, and what it says while something is not known yet. */
function DecisionWords({ decision }: { readonly decision: Decision }) {
  const t = useTranslations("vocabulary");
  const { lang, update } = useWorkspace();
  const name = decision.title[lang];
  const { states } = decision;
  const change = (part: Parameters<typeof setDecision>[1], field: string): void =>
    update(
      t("editWordsOf", { label: name }),
      setDecision(decision.id, part),
      `decision/${decision.id}/${field}`,
    );
  const fields: WordsField[] = [
    {
      key: "title",
      label: t("grow.decisionTitle"),
      value: decision.title,
      onChange: (title) => change({ title }, "title"),
    },
  ];
  for (const state of states === undefined ? [] : unsettled) {
    for (const part of ["label", "message"] as const) {
      const words = states?.[state];
      if (states === undefined || words === undefined) continue;
      fields.push({
        key: `${state}/${part}`,
        label: t(`unsettled.${state === "@undetermined" ? "missing" : "safety"}.${part}`),
        value: words[part],
        long: part === "message",
        onChange: (value) =>
          change({ states: { ...states, [state]: { ...words, [part]: value } } }, `${state}/${part}`),
      });
    }
  }
  return <WordsEditor name={name} fields={fields} />;
}

/** The way to take away a decision that no version has and nothing names. */
function RemoveDecision({ decision }: { readonly decision: Decision }) {
  const { lang, baseline, ...documents } = useWorkspace();
  const isPublished = baseline?.ruleSet.decisions.some((d) => d.id === decision.id) ?? false;
  if (isPublished || isDecisionNamed(documents, decision.id)) return null;
  return (
    <RemoveButton name={decision.title[lang]} without={(ruleSet) => removeDecision(ruleSet, decision.id)} />
  );
}

function OutcomeRow({ decision, outcome }: { readonly decision: Decision; readonly outcome: Outcome }) {
  const t = useTranslations("vocabulary");
  const { lang, editable, update } = useWorkspace();
  const name = outcome.label[lang];
  const change = (part: Partial<Outcome>, field: string): void =>
    update(
      t("editWordsOf", { label: name }),
      setOutcome(decision.id, outcome.id, part),
      `outcome/${decision.id}/${outcome.id}/${field}`,
    );
  return (
    <tr id={entryId("outcome", `${decision.id}-${outcome.id}`)}>
      <th scope="row" className={classes.term}>
        <OutcomeBadge outcome={outcome} lang={lang} />
        {editable ? (
          <WordsEditor
            name={name}
            fields={[
              {
                key: "label",
                label: t("label"),
                value: outcome.label,
                onChange: (label) => change({ label }, "label"),
              },
              {
                key: "short",
                label: t("shortOptional"),
                optional: true,
                value: outcome.short ?? { fr: "", en: "" },
                onChange: (short) => change({ short }, "short"),
              },
              {
                key: "message",
                label: t("message"),
                value: outcome.message,
                long: true,
                onChange: (message) => change({ message }, "message"),
              },
            ]}
          />
        ) : null}
        {editable ? <RemoveOutcome decision={decision} outcome={outcome} /> : null}
      </th>
      <td>{outcome.short?.[lang] ?? t(`tone.${outcome.tone}`)}</td>
      <td>{outcome.message[lang]}</td>
    </tr>
  );
}

/** The way to take away an outcome that no version has and nothing names. */
function RemoveOutcome({ decision, outcome }: { readonly decision: Decision; readonly outcome: Outcome }) {
  const { lang, baseline, ...documents } = useWorkspace();
  const published = baseline?.ruleSet.decisions.find((d) => d.id === decision.id);
  if (published?.outcomes.some((o) => o.id === outcome.id)) return null;
  if (isOutcomeNamed(documents, decision.id, outcome.id)) return null;
  return (
    <RemoveButton
      name={outcome.label[lang]}
      without={(ruleSet) => removeOutcome(ruleSet, decision.id, outcome.id)}
    />
  );
}
