// A number of a fact as a slot, with the fact's range and unit said beside it.
import { isValueOf, type Fact } from "@jumelage/engine";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { NumberSlot } from "../../ui/number-slot.tsx";
import { readNumber, writeNumber } from "../../ui/numbers.ts";
import { useSentence } from "./sentence-context.ts";

/** What to say of a range, and of a text that is no value of the fact. */
export function useNumberWords(facts: readonly Fact[]): {
  readonly hint: string | undefined;
  readonly problem: (text: string) => string;
  readonly range: { readonly min: number; readonly max: number } | undefined;
} {
  const t = useTranslations("criteria");
  const { lang } = useSentence();
  const ranges = facts.flatMap((f) => (f.range ? [f.range] : []));
  const range =
    ranges.length === 0
      ? undefined
      : { min: Math.max(...ranges.map((r) => r.min)), max: Math.min(...ranges.map((r) => r.max)) };
  const words = range && { min: writeNumber(range.min, lang), max: writeNumber(range.max, lang) };
  const whole = facts.some((f) => f.type === "integer");
  return {
    range,
    hint: words ? t("range", words) : undefined,
    problem: (text) => {
      const number = readNumber(text);
      if (text.trim() === "") return words ? t("typeNumberIn", words) : t("typeNumber");
      if (number === undefined) return t("notANumber", { text });
      if (range && words && (number < range.min || number > range.max))
        return t("outOfRange", { text, ...words });
      return whole && !Number.isInteger(number) ? t("notWhole", { text }) : t("tooPrecise", { text });
    },
  };
}

export interface NumberValueProps {
  readonly fact: Fact;
  readonly label: string;
  readonly value: number | undefined;
  readonly text: string;
  readonly onType: (value: number | undefined, text: string) => void;
}

export function NumberValue({ fact, label, value, text, onType }: NumberValueProps): ReactNode {
  const { lang } = useSentence();
  const { hint, problem, range } = useNumberWords([fact]);
  return (
    <NumberSlot
      label={label}
      lang={lang}
      value={value}
      text={text}
      range={range}
      step={fact.type === "decimal" ? 10 ** -(fact.scale ?? 0) : 1}
      hint={hint}
      accepts={(n) => isValueOf(fact, n)}
      onType={onType}
      problem={problem}
    />
  );
}
