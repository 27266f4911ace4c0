// A value that is a named threshold: the number itself is the slot, and the sentence says whose it is and who shares it.
import type { Fact, FactOperator, Path } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useId, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ChoiceSlot } from "../../ui/choice-slot.tsx";
import { NumberSlot } from "../../ui/number-slot.tsx";
import slot from "../../ui/slot.module.css";
import { factsOfParameter, parameterTakes, usesOfParameter, withParameter } from "./edit-criteria.ts";
import { setValue } from "./edit-leaf.ts";
import { useNumberWords } from "./number-value.tsx";
import { parametersHere } from "./scope.ts";
import { useSentence } from "./sentence-context.ts";
import { SharedWith } from "./shared-with.tsx";

export interface ThresholdSlotProps {
  readonly parameter: string;
  readonly at: Path;
  readonly name: string;
  readonly fact: Fact;
  readonly operator: FactOperator;
}

export function ThresholdSlot({ parameter: id, at, name, fact, operator }: ThresholdSlotProps): ReactNode {
  const t = useTranslations("criteria");
  const { root, scope, ruleSet, lang, change, changeRuleSet, criterion } = useSentence();
  const { hint, problem, range } = useNumberWords(factsOfParameter(ruleSet, id));
  const note = useId();
  const parameter = ruleSet.parameters.find((p) => p.id === id);
  if (!parameter) return null;
  const label = textIn(parameter.label, lang) || id;
  const others = usesOfParameter(ruleSet, id).criteria.filter((c) => c.id !== criterion);
  return (
    <>
      <NumberSlot
        label={label}
        lang={lang}
        value={parameter.value}
        range={range}
        hint={hint}
        accepts={(n) => parameterTakes(ruleSet, id, n)}
        problem={problem}
        onType={(value) => {
          if (value !== undefined)
            changeRuleSet(
              t("change.threshold", { label }),
              (r) => withParameter(r, id, value),
              `parameter/${id}`,
            );
        }}
      />
      <ChoiceSlot
        label={t("slot.threshold", { name })}
        value={id}
        plain
        describedBy={note}
        choices={[
          { value: "", label: t("ownValue") },
          ...parametersHere(scope, fact, operator).map((p) => ({
            value: p.id,
            label: t("threshold", { label: textIn(p.label, lang) || p.id }),
          })),
        ]}
        onChoose={(chosen) =>
          change(
            t("change.value"),
            setValue(root, at, { value: chosen === "" ? parameter.value : { parameter: chosen } }, scope),
          )
        }
      />
      <span id={note} className={slot.hint}>
        <SharedWith criteria={others} what="threshold" />
      </span>
    </>
  );
}
