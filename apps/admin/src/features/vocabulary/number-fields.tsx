// What a fact answered with a number needs: how many decimals, from where to where, in which unit; or what is added up.
import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { writeNumber } from "../../ui/numbers.ts";
import { tidy } from "../../ui/text-pair.tsx";
import { addable, readEnd, scales, totalRange, type FactForm } from "./fact-form.ts";
import { NeededInput } from "./needed.tsx";
import classes from "./vocabulary.module.css";

export interface NumberFieldsProps {
  readonly form: FactForm;
  readonly onChange: (part: Partial<FactForm>) => void;
}

export function NumberFields({ form, onChange }: NumberFieldsProps): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const [min, max] = [readEnd(form, "min"), readEnd(form, "max")];
  const wrong = (end: "min" | "max"): string | undefined => {
    if (form[end].trim() === "") return undefined;
    if (readEnd(form, end) === undefined)
      return form.type === "integer" ? t("wholeNumber") : t("decimalNumber", { count: form.scale });
    return end === "max" && min !== undefined && max !== undefined && min >= max ? t("larger") : undefined;
  };
  return (
    <>
      {form.type === "decimal" ? (
        <NativeSelect
          label={t("scale")}
          data={scales.map((scale) => ({ value: String(scale), label: String(scale) }))}
          value={String(form.scale)}
          maw={200}
          onChange={(event) => onChange({ scale: Number(event.currentTarget.value) })}
        />
      ) : null}
      <div className={classes.ends}>
        {(["min", "max"] as const).map((end) => (
          <NeededInput
            key={end}
            label={t(end)}
            value={form[end]}
            inputMode={form.type === "integer" ? "numeric" : "decimal"}
            autoComplete="off"
            w={200}
            error={wrong(end)}
            lack={form[end].trim() === "" ? (form.type === "integer" ? "range" : "decimalRange") : undefined}
            onChange={(event) => onChange({ [end]: event.currentTarget.value })}
          />
        ))}
        <Unit form={form} onChange={onChange} />
      </div>
    </>
  );
}

function Unit({ form, onChange }: NumberFieldsProps): ReactNode {
  const t = useTranslations("vocabulary.grow");
  return (
    <TextInput
      label={t("unit")}
      value={form.unit}
      autoComplete="off"
      w={200}
      onChange={(event) => onChange({ unit: tidy(event.currentTarget.value) })}
    />
  );
}

/** The facts that are added up, and from where to where their sum goes. */
export function SumFields({ form, onChange }: NumberFieldsProps): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const { ruleSet, lang } = useWorkspace();
  const offered = addable(ruleSet.facts);
  const range =
    form.parts.length < 2 ? undefined : totalRange(offered.filter((f) => form.parts.includes(f.id)));
  return (
    <>
      <Checkbox.Group
        label={t("parts")}
        description={t("partsHint")}
        value={[...form.parts]}
        onChange={(parts) => onChange({ parts })}
      >
        <div className="j-stack-tight">
          {offered.map((f) => (
            <Checkbox key={f.id} value={f.id} label={f.label[lang]} />
          ))}
        </div>
      </Checkbox.Group>
      {offered.length < 2 ? <p className="j-small">{t("noParts")}</p> : null}
      {range === undefined ? null : (
        <p className="j-muted j-small">
          {t("total", { min: writeNumber(range.min, lang), max: writeNumber(range.max, lang) })}
        </p>
      )}
      <Unit form={form} onChange={onChange} />
    </>
  );
}
