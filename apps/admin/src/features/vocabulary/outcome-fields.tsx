// The fields of an outcome: its name, what the clinician reads, how cautious it is.
import { tones, type Outcome } from "@jumelage/engine";
import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import type { OutcomeForm } from "./decision-form.ts";
import { useNeeded } from "./needed.tsx";

export interface OutcomeFieldsProps {
  readonly form: OutcomeForm;
  readonly onChange: (form: OutcomeForm) => void;
}

export function OutcomeFields({ form, onChange }: OutcomeFieldsProps): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const needed = useNeeded();
  const tv = useTranslations("vocabulary");
  return (
    <>
      <BilingualField
        label={tv("label")}
        value={form.label}
        rows={1}
        needed={needed("label")}
        onChange={(label) => onChange({ ...form, label })}
      />
      <BilingualField
        label={tv("message")}
        value={form.message}
        hint={t("messageHint")}
        needed={needed("message")}
        onChange={(message) => onChange({ ...form, message })}
      />
      <NativeSelect
        label={t("tone")}
        description={t("toneHint")}
        data={tones.map((value) => ({ value, label: tv(`tone.${value}`) }))}
        value={form.tone}
        maw={480}
        onChange={(event) => onChange({ ...form, tone: event.currentTarget.value as Outcome["tone"] })}
      />
    </>
  );
}
