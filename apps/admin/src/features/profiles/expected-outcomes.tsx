// Which outcomes of a `many` decision are expected: some of them, none of them, or nothing is expected of it. Expecting
// none is said, not left to an empty list.
import type { Decision, Lang } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { Checkbox, MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

export interface ExpectedOutcomesProps {
  readonly decision: Decision;
  readonly label: string;
  readonly lang: Lang;
  /** Undefined while nothing is expected; empty where none is to be there. */
  readonly value: readonly string[] | undefined;
  readonly disabled?: boolean;
  readonly onChange: (outcomes: readonly string[] | undefined) => void;
}

export function ExpectedOutcomes(props: ExpectedOutcomesProps): ReactNode {
  const { decision, label, lang, value, disabled = false, onChange } = props;
  const t = useTranslations("profiles.expectation");
  const none = value?.length === 0;
  return (
    <div className="j-stack-tight">
      <MultiSelect
        label={label}
        placeholder={value === undefined ? t("notCompared") : none ? t("none") : ""}
        data={decision.outcomes.map((o) => ({ value: o.id, label: textIn(o.label, lang) || o.id }))}
        value={[...(value ?? [])]}
        disabled={disabled}
        hidePickedOptions={false}
        onChange={(outcomes) => onChange(outcomes.length === 0 ? undefined : outcomes)}
      />
      <Checkbox
        size="sm"
        label={
          <>
            {t("noneExpected")}
            <span className="j-hidden"> – {label}</span>
          </>
        }
        checked={none}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked ? [] : undefined)}
      />
    </div>
  );
}
