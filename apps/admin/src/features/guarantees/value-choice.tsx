// One value of a fact as a slot of a guarantee's sentence: the control of its type.
import { isValueOf, type Fact } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { MultiSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { ChoiceSlot } from "../../ui/choice-slot.tsx";
import { NumberSlot } from "../../ui/number-slot.tsx";
import { writeNumber } from "../../ui/numbers.ts";
import slot from "../../ui/slot.module.css";
import sentence from "../criteria/sentence.module.css";
import type { ClaimDraft } from "./claim-draft.ts";

export interface ValueChoiceProps {
  readonly fact: Fact;
  readonly label: string;
  readonly value: ClaimDraft["value"];
  readonly onChoose: (value: ClaimDraft["value"]) => void;
}

export function ValueChoice({ fact, label, value, onChoose }: ValueChoiceProps): ReactNode {
  const t = useTranslations("guarantees.claim");
  const { lang } = useLanguage();
  const choices = (fact.values ?? [])
    .filter((v) => v.retired !== true || v.id === value)
    .map((v) => ({ value: v.id, label: textIn(v.label, lang) || v.id }));
  switch (fact.type) {
    case "boolean":
      return (
        <ChoiceSlot
          label={label}
          value={typeof value === "boolean" ? String(value) : undefined}
          placeholder={t("choose")}
          choices={[
            { value: "true", label: t("yes") },
            { value: "false", label: t("no") },
          ]}
          onChoose={(chosen) => onChoose(chosen === "true")}
        />
      );
    case "integer":
    case "decimal": {
      const range = fact.range && {
        min: writeNumber(fact.range.min, lang),
        max: writeNumber(fact.range.max, lang),
      };
      const words = range ? t("numberIn", range) : t("number");
      return (
        <NumberSlot
          label={label}
          lang={lang}
          value={typeof value === "number" ? value : undefined}
          range={fact.range}
          step={fact.type === "decimal" ? 10 ** -(fact.scale ?? 0) : 1}
          hint={range ? t("range", range) : undefined}
          accepts={(n) => isValueOf(fact, n)}
          problem={() => words}
          onType={onChoose}
        />
      );
    }
    case "date":
      return (
        <input
          type="date"
          className={`${slot.slot} ${value === undefined ? slot.gap : ""}`}
          aria-label={label}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChoose(event.currentTarget.value || undefined)}
        />
      );
    case "enum":
      return (
        <ChoiceSlot
          label={label}
          value={typeof value === "string" ? value : undefined}
          placeholder={t("choose")}
          choices={choices}
          onChoose={onChoose}
        />
      );
    case "set":
      return (
        <MultiSelect
          className={sentence.list}
          aria-label={label}
          placeholder={t("noMember")}
          data={choices}
          value={Array.isArray(value) ? value.map(String) : []}
          hidePickedOptions={false}
          onChange={onChoose}
        />
      );
    default:
      return fact.type satisfies never;
  }
}
