// The numbers of a property, to be changed beside the sentence they make; and the author's own words. Changing either is
// an edit like any other: the reviewer reads the sentence again.
import { isValueOf, type Claim, type Text } from "@jumelage/engine";
import { lexiconOf, operatorIn } from "@jumelage/engine/words";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { NumberSlot } from "../../ui/number-slot.tsx";
import { TextPair } from "../../ui/text-pair.tsx";
import { numbersOf, setClaimNumber, setStatement, type ClaimNumber } from "./edit-property.ts";
import classes from "./guarantees.module.css";

interface ClaimNumbersProps {
  readonly property: { readonly id: string; readonly statement: Text; readonly claim: Claim };
}

export function ClaimNumbers({ property }: ClaimNumbersProps): ReactNode {
  const t = useTranslations("guarantees.edit");
  const { editable, update } = useWorkspace();
  if (!editable) return null;
  const numbers = numbersOf(property.claim);
  return (
    <details>
      <summary>{t("open", { id: property.id })}</summary>
      <div className="j-stack-tight">
        <p className="j-muted">{t("hint")}</p>
        {numbers.length === 0 ? null : (
          <ul className={classes.numbers}>
            {numbers.map((number) => (
              <li key={number.path.join("/")}>
                <NumberField property={property.id} number={number} />
              </li>
            ))}
          </ul>
        )}
        <TextPair
          label={t("statement")}
          value={property.statement}
          long
          onChange={(statement) =>
            update(
              t("change", { id: property.id }),
              setStatement(property.id, statement),
              `property/${property.id}/statement`,
            )
          }
        />
      </div>
    </details>
  );
}

function NumberField({
  property,
  number,
}: {
  readonly property: string;
  readonly number: ClaimNumber;
}): ReactNode {
  const t = useTranslations("guarantees.edit");
  const format = useFormatter();
  const { ruleSet, lang, update } = useWorkspace();
  const fact = ruleSet.facts.find((f) => f.id === number.fact);
  const words = `${lexiconOf(ruleSet, lang).fact(number.fact)} ${operatorIn(number.operator, fact?.type, lang)}`;
  const range = fact?.range;
  return (
    <span className={classes.number}>
      <span aria-hidden="true">{words}</span>{" "}
      <NumberSlot
        label={t("number", { words })}
        lang={lang}
        value={number.value}
        range={range}
        accepts={(value) => fact !== undefined && isValueOf(fact, value)}
        problem={() =>
          range
            ? t("range", { min: format.number(range.min), max: format.number(range.max) })
            : t("notANumber")
        }
        onType={(value) => {
          if (value !== undefined && value !== number.value) {
            update(
              t("change", { id: property }),
              setClaimNumber(property, number.path, value),
              `property/${property}/${number.path.join("/")}`,
            );
          }
        }}
      />
    </span>
  );
}
