// The thresholds: a number with a name and the reason of whoever chose it. A number that makes no sense stays in its field
// with a word about it, and does not reach the draft.
import { Textarea, TextInput } from "@mantine/core";
import { languages, type Parameter } from "@jumelage/engine";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { entryId } from "../../paths.ts";
import { ThresholdStrip } from "../thresholds/threshold-strip.tsx";
import { thresholdsOf } from "../thresholds/strip.ts";
import { Panel } from "../../ui/page.tsx";
import { tidy } from "../../ui/text-pair.tsx";
import { AddDialog } from "./add-dialog.tsx";
import { setParameter } from "./edits.ts";
import { addParameter, isParameterNamed, removeParameter } from "./grow.ts";
import { NewThreshold } from "./new-threshold.tsx";
import { Refs, RefsChoice } from "./refs.tsx";
import { RemoveButton } from "./remove-button.tsx";
import { boundsOf, numberWithin, type Usage } from "./usage.ts";
import { UsedBy } from "./used-by.tsx";
import classes from "./vocabulary.module.css";
import { WordsEditor } from "./words-editor.tsx";

export function Thresholds({ usage }: { readonly usage: Usage }) {
  const t = useTranslations("vocabulary");
  const { ruleSet, editable, update } = useWorkspace();
  return (
    <Panel
      title={t("thresholds")}
      id="thresholds"
      actions={
        editable ? (
          <AddDialog label={t("grow.addThreshold")} title={t("grow.newThreshold")}>
            {(close) => (
              <NewThreshold
                onDone={close}
                onAdd={(parameter) =>
                  update(t("grow.thresholdAdded"), (doc) => ({
                    ...doc,
                    ruleSet: addParameter(doc.ruleSet, parameter),
                  }))
                }
              />
            )}
          </AddDialog>
        ) : undefined
      }
    >
      <p className="j-muted">{t("thresholdHint")}</p>
      {ruleSet.parameters.length === 0 ? <p>{t("noThreshold")}</p> : null}
      <ul className={classes.cards}>
        {ruleSet.parameters.map((p) => (
          <li key={p.id} id={entryId("parameter", p.id)} className={classes.card}>
            <Threshold parameter={p} usedBy={usage.parameters.get(p.id) ?? []} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Threshold({
  parameter,
  usedBy,
}: {
  readonly parameter: Parameter;
  readonly usedBy: readonly string[];
}) {
  const t = useTranslations("vocabulary");
  const { ruleSet, lang, editable, update, baseline } = useWorkspace();
  const format = useFormatter();
  const label = parameter.label[lang];
  const before = baseline?.ruleSet.parameters.find((p) => p.id === parameter.id)?.value;
  const change = (part: Partial<Parameter>, field: string): void =>
    update(t("valueOf", { label }), setParameter(parameter.id, part), `parameter/${parameter.id}/${field}`);
  return (
    <>
      <div className={classes.cardHead}>
        <h3>{label}</h3>
        {editable ? (
          <WordsEditor
            name={label}
            fields={[
              {
                key: "label",
                label: t("label"),
                value: parameter.label,
                onChange: (value) => change({ label: value }, "label"),
              },
            ]}
          >
            <RefsChoice refs={parameter.sources} onChange={(sources) => change({ sources }, "sources")} />
          </WordsEditor>
        ) : null}
        {editable && !isParameterNamed(ruleSet, parameter.id) ? (
          <RemoveButton name={label} without={(doc) => removeParameter(doc, parameter.id)} />
        ) : null}
      </div>
      <div className={classes.threshold}>
        {editable ? (
          <ThresholdField parameter={parameter} onChange={(value) => change({ value }, "value")} />
        ) : (
          <p>
            <span className="j-muted">{t("value")}</span> <strong>{format.number(parameter.value)}</strong>
          </p>
        )}
        {before !== undefined && before !== parameter.value && baseline ? (
          <p className={classes.was}>
            {t("was", { value: format.number(before), number: String(baseline.number) })}
          </p>
        ) : null}
        <UsedBy criteria={usedBy} />
      </div>
      {thresholdsOf(ruleSet, parameter.id).map((threshold) => (
        <ThresholdStrip key={threshold.fact.id} threshold={threshold} before={before} />
      ))}
      {editable ? (
        <Textarea
          label={<FieldName short={t("rationale")} full={t("rationaleOf", { label })} />}
          value={parameter.rationale[lang]}
          lang={lang}
          autosize
          minRows={2}
          onChange={(event) =>
            change(
              { rationale: { ...parameter.rationale, [lang]: tidy(event.currentTarget.value) } },
              `rationale/${lang}`,
            )
          }
        />
      ) : (
        <p>{parameter.rationale[lang]}</p>
      )}
      {editable ? <OtherRationale parameter={parameter} change={change} /> : null}
      <Refs refs={parameter.sources} />
    </>
  );
}

/** The rationale in the other language, so that a changed reason does not stay behind in it unseen. */
function OtherRationale({
  parameter,
  change,
}: {
  readonly parameter: Parameter;
  readonly change: (part: Partial<Parameter>, field: string) => void;
}) {
  const t = useTranslations("vocabulary");
  const tc = useTranslations("common");
  const { lang } = useWorkspace();
  const other = languages.find((l) => l !== lang) ?? lang;
  return (
    <details>
      <summary>
        {tc("fieldIn", { label: t("rationale"), language: tc(other === "fr" ? "french" : "english") })}
      </summary>
      <Textarea
        aria-label={tc("fieldIn", {
          label: t("rationaleOf", { label: parameter.label[lang] }),
          language: tc(other === "fr" ? "french" : "english"),
        })}
        value={parameter.rationale[other]}
        lang={other}
        autosize
        minRows={2}
        onChange={(event) =>
          change(
            { rationale: { ...parameter.rationale, [other]: tidy(event.currentTarget.value) } },
            `rationale/${other}`,
          )
        }
      />
    </details>
  );
}

/** A label that is short to see, under its threshold's heading, and whole to hear. */
function FieldName({ short, full }: { readonly short: string; readonly full: string }) {
  return (
    <>
      {short}
      <span className="j-hidden">{full.startsWith(short) ? full.slice(short.length) : ` – ${full}`}</span>
    </>
  );
}

/** The number of a threshold, to be typed: what makes no sense stays in the field with a word about it. */
export function ThresholdField({
  parameter,
  onChange,
}: {
  readonly parameter: Parameter;
  readonly onChange: (value: number) => void;
}) {
  const t = useTranslations("vocabulary");
  const format = useFormatter();
  const { ruleSet, lang } = useWorkspace();
  const bounds = boundsOf(ruleSet, parameter.id);
  const shown = format.number(parameter.value, { maximumFractionDigits: 6, useGrouping: false });
  // What is typed, as long as it says the value that the draft holds; undo and others' changes win over it.
  const [typed, setTyped] = useState<{ text: string; value: number | undefined }>({
    text: shown,
    value: parameter.value,
  });
  const stale = typed.value !== undefined && typed.value !== parameter.value;
  const text = stale ? shown : typed.text;
  const wrong = !stale && numberWithin(text, bounds) === undefined;
  const range =
    bounds.min === undefined || bounds.max === undefined
      ? undefined
      : { min: format.number(bounds.min), max: format.number(bounds.max) };
  return (
    <TextInput
      label={<FieldName short={t("value")} full={t("valueOf", { label: parameter.label[lang] })} />}
      {...(range ? { description: t("range", range) } : {})}
      className={classes.number ?? ""}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      error={wrong ? (range ? t("rangeError", range) : t("integerError")) : undefined}
      onChange={(event) => {
        const next = event.currentTarget.value;
        const value = numberWithin(next, bounds);
        setTyped({ text: next, value });
        if (value !== undefined && value !== parameter.value) onChange(value);
      }}
    />
  );
}
