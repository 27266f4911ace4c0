// A short list of choices as a slot of a sentence: the browser's own list, so that every keyboard and reader knows it.
import type { ReactNode } from "react";
import classes from "./slot.module.css";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface ChoiceSlotProps {
  /** What the slot holds, e.g. « Condition 2 : comparaison ». */
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChoose: (value: string) => void;
  /** What stands in the slot while nothing is chosen. */
  readonly placeholder?: string;
  readonly plain?: boolean;
  readonly disabled?: boolean;
  readonly describedBy?: string | undefined;
}

export function ChoiceSlot({
  label,
  value,
  choices,
  onChoose,
  placeholder,
  plain,
  disabled,
  describedBy,
}: ChoiceSlotProps): ReactNode {
  const chosen = choices.some((c) => c.value === value);
  const names = [
    classes.slot,
    plain ? classes.plain : "",
    chosen || (value === undefined && placeholder === undefined) ? "" : classes.gap,
  ];
  return (
    <select
      className={names.filter(Boolean).join(" ")}
      aria-label={label}
      value={chosen ? value : ""}
      disabled={disabled}
      aria-describedby={describedBy}
      onChange={(event) => onChoose(event.currentTarget.value)}
    >
      {chosen ? null : (
        <option value="" disabled>
          {placeholder ?? ""}
        </option>
      )}
      {choices.map((c) => (
        <option key={c.value} value={c.value} disabled={c.disabled}>
          {c.label}
        </option>
      ))}
    </select>
  );
}
