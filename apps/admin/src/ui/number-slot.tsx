// A number typed as people write it (`7,5` or `7.5`), as a slot of a sentence. What is typed stays on screen even while
// it is no number here; arrows step it. It says nothing of ranges in words: the screen does, through `problem`.
import type { Lang } from "@jumelage/engine";
import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { readNumber, writeNumber } from "./numbers.ts";
import classes from "./slot.module.css";

export interface NumberSlotProps {
  readonly label: string;
  readonly lang: Lang;
  readonly value: number | undefined;
  /** What was typed before and is no value here; given, the document keeps such text itself. */
  readonly text?: string | undefined;
  readonly range?: { readonly min: number; readonly max: number } | undefined;
  /** The distance of one step of the arrows. */
  readonly step?: number;
  readonly hint?: string | undefined;
  readonly accepts: (value: number) => boolean;
  /** A number accepted, or `undefined` with what was typed instead. */
  readonly onType: (value: number | undefined, text: string) => void;
  /** What to say of a text that is no value here. */
  readonly problem: (text: string) => string;
  readonly disabled?: boolean;
}

interface Typing {
  readonly text: string;
  /** The value this text goes with: once another one comes from outside (undo), the text is let go. */
  readonly goesWith: number | undefined;
}

export function NumberSlot(props: NumberSlotProps): ReactNode {
  const { label, lang, value, range, step = 1, hint, accepts, onType, problem, disabled } = props;
  const [typing, setTyping] = useState<Typing | null>(null);
  const id = useId();
  const settled = value === undefined ? (props.text ?? "") : writeNumber(value, lang);
  const shown = typing !== null && typing.goesWith === value ? typing.text : settled;
  const number = readNumber(shown);
  const good = number !== undefined && accepts(number);

  const type = (text: string): void => {
    const typed = readNumber(text);
    const taken = typed !== undefined && accepts(typed) ? typed : undefined;
    setTyping(taken === undefined && props.text !== undefined ? null : { text, goesWith: taken ?? value });
    onType(taken, text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const by = event.key === "ArrowUp" ? step : event.key === "ArrowDown" ? -step : 0;
    if (by === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const from = number ?? (by > 0 ? (range?.min ?? 0) - step : (range?.max ?? 0) + step);
    const next = Number((from + by).toFixed(6));
    if (accepts(next)) type(writeNumber(next, lang));
  };
  const names = [classes.slot, classes.number, good ? "" : shown === "" ? classes.gap : classes.wrong];
  return (
    <>
      <input
        className={names.filter(Boolean).join(" ")}
        role="spinbutton"
        aria-label={label}
        aria-valuenow={good ? number : undefined}
        aria-valuetext={shown}
        aria-valuemin={range?.min}
        aria-valuemax={range?.max}
        aria-invalid={good ? undefined : true}
        aria-describedby={`${id}-hint`}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        disabled={disabled}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => good && setTyping(null)}
      />
      <span
        id={`${id}-hint`}
        className={good ? classes.hint : classes.problem}
        role={good ? undefined : "status"}
      >
        {good ? hint : problem(shown)}
      </span>
    </>
  );
}
