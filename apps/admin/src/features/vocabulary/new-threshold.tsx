// A new threshold: its name in the sentences, its number, and why it is this one. Where a sentence already says the number,
// it is not asked again.
import type { Parameter } from "@jumelage/engine";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { writeNumber } from "../../ui/numbers.ts";
import { AddForm } from "./add-dialog.tsx";
import { takenIds } from "./grow.ts";
import { NeededInput, useNeeded } from "./needed.tsx";
import {
  emptyThresholdForm,
  lacksOfThreshold,
  parameterOf,
  typedValue,
  type ThresholdForm,
} from "./threshold-form.ts";

export interface NewThresholdProps {
  /** The number of a sentence that is given a name. */
  readonly said?: number;
  readonly onAdd: (parameter: Parameter) => void;
  readonly onDone: () => void;
}

export function NewThreshold({ said, onAdd, onDone }: NewThresholdProps): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const needed = useNeeded();
  const tv = useTranslations("vocabulary");
  const { ruleSet, baseline, lang } = useWorkspace();
  const [form, setForm] = useState<ThresholdForm>({
    ...emptyThresholdForm,
    value: said === undefined ? "" : writeNumber(said, lang),
  });
  const change = (part: Partial<ThresholdForm>): void => setForm({ ...form, ...part });
  const isWrong = form.value.trim() !== "" && typedValue(form.value) === undefined;
  const add = (): void => {
    const parameter = parameterOf(form, takenIds(ruleSet, baseline?.ruleSet));
    if (parameter === undefined) return;
    onAdd(parameter);
    onDone();
  };
  return (
    <AddForm lacking={lacksOfThreshold(form).map((lack) => t(`lack.${lack}`))} onAdd={add} onCancel={onDone}>
      <BilingualField
        label={t("name")}
        value={form.label}
        rows={1}
        hint={t("thresholdNameHint")}
        needed={needed("label")}
        onChange={(label) => change({ label })}
      />
      {said === undefined ? (
        <NeededInput
          label={tv("value")}
          value={form.value}
          inputMode="decimal"
          autoComplete="off"
          w={200}
          error={isWrong ? tv("integerError") : undefined}
          lack={form.value.trim() === "" ? "number" : undefined}
          onChange={(event) => change({ value: event.currentTarget.value })}
        />
      ) : (
        <p>
          <span className="j-muted">{tv("value")}</span> <strong>{form.value}</strong>
        </p>
      )}
      <BilingualField
        label={tv("rationale")}
        value={form.rationale}
        hint={t("thresholdReasonHint")}
        needed={needed("rationale")}
        onChange={(rationale) => change({ rationale })}
      />
    </AddForm>
  );
}
