// The decisions and their outcomes: what the rule set can answer, in order of precedence, with the words people read.
import type { Decision, Outcome } from "@jumelage/engine";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { entryId } from "../../paths.ts";
import { OutcomeBadge, ToneGlyph } from "../../ui/outcome.tsx";
import { Panel } from "../../ui/page.tsx";
import { Scroll } from "../../ui/scroll.tsx";
import { AddDialog } from "./add-dialog.tsx";
import { setOutcome } from "./edits.ts";
import { isOutcomeNamed, removeOutcome } from "./grow.ts";
import { NewOutcome } from "./new-outcome.tsx";
import { RemoveButton } from "./remove-button.tsx";
import classes from "./vocabulary.module.css";
import { WordsEditor } from "./words-editor.tsx";

export function OutcomesPanel() {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang, editable } = useWorkspace();
  return (
    <Panel title={t("outcomes")} id="outcomes">
      {ruleSet.decisions.map((decision) => (
        <div key={decision.id} className="j-stack-tight">
          <h3>{decision.title[lang]}</h3>
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
                {(["@safety-unknown", "@undetermined"] as const).map((state) => {
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
