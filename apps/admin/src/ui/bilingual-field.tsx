// A text in both languages, side by side, French first. Every keystroke is a change; what a document cannot hold
// (hidden characters) is left out as it is typed.
import type { Text } from "@jumelage/engine";
import { useId, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import classes from "./slot.module.css";
import { useTried } from "./tried.tsx";

/** As long as a text of a document may be. */
const longest = 1300;
const languages = ["fr", "en"] as const;

/** Text as a document may hold it. */
export function storable(text: string): string {
  return text.normalize("NFC").replace(/[^\P{Cc}\t\n\r]|\p{Cf}|\p{Cs}/gu, "");
}

export interface BilingualFieldProps {
  readonly label: string;
  readonly value: Text;
  readonly onChange: (value: Text) => void;
  readonly rows?: number;
  readonly disabled?: boolean;
  /** Why a text may not be taken as it stands; it then stays on screen and is not passed on. */
  readonly refuse?: ((text: string) => string | undefined) | undefined;
  readonly hint?: string;
  /** What to say of a language in which nothing is written, once somebody has tried to go on without. */
  readonly needed?: string;
}

export function BilingualField({
  label,
  value,
  onChange,
  rows = 2,
  disabled,
  refuse,
  hint,
  needed,
}: BilingualFieldProps): ReactNode {
  const t = useTranslations("common");
  const id = useId();
  const tried = useTried();
  const cannotHold = (text: string): string | undefined =>
    text.length > longest
      ? t("tooLong", { most: String(longest), length: String(text.length) })
      : refuse?.(text);
  const [refused, setRefused] = useState<
    Partial<Record<"fr" | "en", { readonly text: string; readonly over: string }>>
  >({});
  return (
    <fieldset className={classes.pair} disabled={disabled}>
      <legend>{label}</legend>
      {languages.map((lang) => {
        const kept = refused[lang];
        // A refused text belongs to the value it was typed over: undoing elsewhere lets it go.
        const shown = kept && kept.over === value[lang] ? kept.text : value[lang];
        const why = cannotHold(shown) ?? (tried && shown.trim() === "" ? needed : undefined);
        const name = t(lang === "fr" ? "french" : "english");
        return (
          <label key={lang} className={classes.label}>
            <span className={classes.labelText} aria-hidden="true">
              {name}
            </span>
            <textarea
              className={`${classes.field} ${why ? classes.wrong : ""}`}
              aria-label={`${label} (${name})`}
              lang={lang}
              rows={rows}
              value={shown}
              aria-invalid={why ? true : undefined}
              aria-describedby={why ? `${id}-${lang}` : hint ? `${id}-hint` : undefined}
              onChange={(event) => {
                const text = storable(event.currentTarget.value);
                const bad = cannotHold(text) !== undefined;
                setRefused({ ...refused, [lang]: bad ? { text, over: value[lang] } : undefined });
                if (!bad) onChange({ ...value, [lang]: text });
              }}
            />
            {why ? (
              <span id={`${id}-${lang}`} className={classes.problem} role="alert">
                {why}
              </span>
            ) : null}
          </label>
        );
      })}
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className={classes.hint}>
          {hint}
        </span>
      )}
    </fieldset>
  );
}
