// How a fact worsens, as a slot of a guarantee's sentence: a direction for numbers and dates, an order of its answers
// otherwise. Every answer is moved, left out and taken back with buttons.
import type { Fact } from "@jumelage/engine";
import { textIn, valueIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { ChoiceSlot } from "../../ui/choice-slot.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { orderable, type ClaimDraft } from "./claim-draft.ts";
import classes from "./guarantees.module.css";

type Listed = Exclude<ClaimDraft["order"], string | undefined>;

export interface OrderChoiceProps {
  readonly fact: Fact;
  readonly order: ClaimDraft["order"];
  readonly onChoose: (order: ClaimDraft["order"]) => void;
}

export function OrderChoice({ fact, order, onChoose }: OrderChoiceProps): ReactNode {
  const t = useTranslations("guarantees.claim");
  const { lang } = useLanguage();
  if (fact.type === "enum")
    return <AnswerOrder fact={fact} order={Array.isArray(order) ? order : []} onChoose={onChoose} />;
  const words = (value: boolean): string => valueIn(fact, value, lang);
  const choices: readonly {
    readonly value: string;
    readonly label: string;
    readonly order: ClaimDraft["order"];
  }[] =
    fact.type === "boolean"
      ? [false, true].map((from) => ({
          value: String(from),
          label: t("goes", { from: words(from), to: words(!from) }),
          order: [from, !from],
        }))
      : (["ascending", "descending"] as const).map((way) => ({
          value: way,
          label: t(`${fact.type === "date" ? "date" : "amount"}.${way}`),
          order: way,
        }));
  return (
    <ChoiceSlot
      label={t("slot.order")}
      value={typeof order === "string" ? order : String(order?.[0])}
      placeholder={t("choose")}
      choices={choices}
      onChoose={(chosen) => onChoose(choices.find((c) => c.value === chosen)?.order)}
    />
  );
}

interface AnswerOrderProps extends OrderChoiceProps {
  readonly order: Listed;
}

function AnswerOrder({ fact, order, onChoose }: AnswerOrderProps): ReactNode {
  const t = useTranslations("guarantees.claim");
  const { lang } = useLanguage();
  const left = orderable(fact).filter((v) => !order.includes(v.id));
  const swap = (i: number, by: -1 | 1): void => {
    const next = [...order];
    const [one, other] = [order[i], order[i + by]];
    if (one === undefined || other === undefined) return;
    next[i] = other;
    next[i + by] = one;
    onChoose(next);
  };
  return (
    <fieldset className={classes.order} aria-label={t("slot.order")}>
      <p className="j-small j-muted">{t("orderHint")}</p>
      <ol>
        {order.map((value, i) => {
          const name = valueIn(fact, value, lang);
          return (
            <li key={String(value)}>
              <span>{name}</span>
              <span>
                <IconButton
                  label={t("earlier", { name })}
                  icon={IconArrowUp}
                  disabled={i === 0}
                  onPress={() => swap(i, -1)}
                />
                <IconButton
                  label={t("later", { name })}
                  icon={IconArrowDown}
                  disabled={i === order.length - 1}
                  onPress={() => swap(i, 1)}
                />
                <IconButton
                  label={t("leaveOut", { name })}
                  icon={IconX}
                  disabled={order.length <= 2}
                  onPress={() => onChoose(order.filter((v) => v !== value))}
                />
              </span>
            </li>
          );
        })}
      </ol>
      {left.length === 0 ? null : (
        <div className="j-row">
          {left.map((v) => (
            <Button key={v.id} variant="default" size="compact-sm" onClick={() => onChoose([...order, v.id])}>
              {t("takeIn", { name: textIn(v.label, lang) || v.id })}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}
