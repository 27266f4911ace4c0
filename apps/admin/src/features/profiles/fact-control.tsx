// One fact of a synthetic person: the control of its type, with the three ways of not knowing said aloud.
import { isValueOf, plainReasons, type DoubtReason, type Fact, type PlainReason } from "@jumelage/engine";
import { quote, textIn } from "@jumelage/engine/words";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/i18n.tsx";
import { NumberSlot } from "../../ui/number-slot.tsx";
import { writeNumber } from "../../ui/numbers.ts";
import slot from "../../ui/slot.module.css";
import { memberAnswer, membersOf, withMember, type Entry, type MemberAnswer } from "./facts-form.ts";
import classes from "./profiles.module.css";

export interface FactControlProps {
  readonly fact: Fact;
  readonly entry: Entry;
  /** Whether the date of observation may be given. */
  readonly dated: boolean;
  /** The day the person is judged on: where a date of observation starts from. */
  readonly day?: string | undefined;
  readonly disabled: boolean;
  /** A doubt the evaluation has about what is entered (too old, members not asked). */
  readonly doubt?: DoubtReason | undefined;
  readonly onChange: (entry: Entry) => void;
}

export function FactControl(props: FactControlProps): ReactNode {
  const { fact, entry, dated, day, disabled, doubt, onChange } = props;
  const t = useTranslations("profiles.fact");
  const { lang } = useLanguage();
  const label = textIn(fact.label, lang) || fact.id;
  return (
    <fieldset className={classes.fact} disabled={disabled}>
      <legend>
        {label}
        {fact.safety ? <span className={classes.safety}>{t("safety")}</span> : null}
      </legend>
      <p className={slot.hint}>{textIn(fact.question, lang)}</p>
      {entry.kind === "unreadable" ? (
        <p className={slot.problem}>
          {t("unreadable", { saved: quote(shown(entry.saved), lang), why: t(`why.${entry.why}`) })}
        </p>
      ) : null}
      <div className="j-row">
        <KnownSelect {...props} label={label} />
        {entry.kind === "known" && (fact.type === "integer" || fact.type === "decimal") ? (
          <NumberEntry {...props} label={label} />
        ) : null}
        {entry.kind === "known" && fact.type === "date" ? (
          <input
            type="date"
            className={slot.slot}
            aria-label={label}
            value={String(entry.value)}
            onChange={(event) =>
              event.currentTarget.value && onChange({ ...entry, value: event.currentTarget.value })
            }
          />
        ) : null}
        {entry.kind === "known" && dated && entry.observedOn === undefined ? (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange({ ...entry, observedOn: day ?? today() })}
          >
            {t("addDate")}
          </Button>
        ) : null}
        {entry.kind === "known" && entry.observedOn !== undefined ? (
          <label className="j-row j-small">
            {t("observedOn")}
            <input
              type="date"
              className={`${slot.slot} ${slot.plain}`}
              aria-label={t("observedOnOf", { label })}
              value={entry.observedOn}
              onChange={(event) => {
                const { observedOn: _was, ...rest } = entry;
                const observed = event.currentTarget.value;
                onChange(observed === "" ? rest : { ...rest, observedOn: observed });
              }}
            />
          </label>
        ) : null}
      </div>
      {doubt === "stale" || doubt === "incomplete" ? (
        <p className={slot.problem}>{t(`doubt.${doubt}`)}</p>
      ) : null}
      {fact.type === "set" && entry.kind === "known" ? <Members {...props} label={label} /> : null}
    </fieldset>
  );
}

/** Today on this device, `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((n) => String(n).padStart(2, "0"))
    .join("-");
}

function shown(saved: unknown): string {
  return typeof saved === "string" ? saved : JSON.stringify(saved);
}

type Labelled = FactControlProps & { readonly label: string };

/** Known (and which value, where there are few) or not known, and why. */
function KnownSelect({ fact, entry, onChange, label }: Labelled): ReactNode {
  const t = useTranslations("profiles.fact");
  const { lang } = useLanguage();
  const values: readonly { readonly value: string; readonly label: string }[] =
    fact.type === "boolean"
      ? [
          { value: "=true", label: t("yes") },
          { value: "=false", label: t("no") },
        ]
      : fact.type === "enum"
        ? (fact.values ?? []).map((v) => ({ value: `=${v.id}`, label: textIn(v.label, lang) || v.id }))
        : [{ value: "known", label: t(fact.type === "set" ? "asked" : "knownValue") }];
  const inline = fact.type === "boolean" || fact.type === "enum";
  const value =
    entry.kind === "unknown"
      ? `?${entry.reason}`
      : entry.kind === "unreadable"
        ? ""
        : inline
          ? `=${String(entry.value)}`
          : "known";
  const observed =
    entry.kind === "known" && entry.observedOn !== undefined ? { observedOn: entry.observedOn } : {};
  const choose = (chosen: string): void => {
    if (chosen.startsWith("?")) {
      const reason = plainReasons.find((r) => r === chosen.slice(1)) ?? "not-asked";
      onChange({ kind: "unknown", reason, said: reason !== "not-asked" });
    } else if (fact.type === "boolean") onChange({ kind: "known", value: chosen === "=true", ...observed });
    else if (fact.type === "enum") onChange({ kind: "known", value: chosen.slice(1), ...observed });
    else if (fact.type === "set") onChange({ kind: "known", value: [] });
    else if (fact.type === "date") onChange({ kind: "known", value: today() });
    else onChange({ kind: "known", value: fact.range?.min ?? 0 });
  };
  return (
    <select
      className={`${slot.slot} ${entry.kind === "unknown" ? slot.plain : ""}`}
      aria-label={inline ? label : t("knowledgeOf", { label })}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {value === "" ? (
        <option value="" disabled>
          {t("replace")}
        </option>
      ) : null}
      {values.map((v) => (
        <option key={v.value} value={v.value}>
          {v.label}
        </option>
      ))}
      <optgroup label={t("unknown")}>
        {plainReasons.map((reason: PlainReason) => (
          <option key={reason} value={`?${reason}`}>
            {t(`reason.${reason}`)}
          </option>
        ))}
      </optgroup>
    </select>
  );
}

function NumberEntry({ fact, entry, onChange, label }: Labelled): ReactNode {
  const t = useTranslations("profiles.fact");
  const { lang } = useLanguage();
  if (entry.kind !== "known") return null;
  const range = fact.range && {
    min: writeNumber(fact.range.min, lang),
    max: writeNumber(fact.range.max, lang),
  };
  return (
    <NumberSlot
      label={label}
      lang={lang}
      value={typeof entry.value === "number" ? entry.value : undefined}
      range={fact.range}
      hint={range ? t("range", range) : undefined}
      accepts={(n) => isValueOf(fact, n)}
      problem={() => (range ? t("outOfRange", range) : t("typeNumber"))}
      onType={(value) => {
        if (value !== undefined) onChange({ ...entry, value });
      }}
    />
  );
}

const memberAnswers: readonly MemberAnswer[] = ["yes", "no", "not-asked"];

/** The members of a set: said yes, said no, or not asked. */
function Members({ fact, entry, onChange, label }: Labelled): ReactNode {
  const t = useTranslations("profiles.fact");
  const { lang } = useLanguage();
  const members = membersOf(fact, entry);
  return (
    <div className="j-stack-tight">
      <ul className={classes.members}>
        {members.map((member) => {
          const name = textIn(member.label, lang) || member.id;
          const answer = memberAnswer(entry, member.id);
          return (
            <li key={member.id} data-answer={answer}>
              <span>{name}</span>
              <select
                className={`${slot.slot} ${slot.plain}`}
                aria-label={t("memberOf", { label, member: name })}
                value={answer}
                onChange={(event) => {
                  const next = memberAnswers.find((a) => a === event.currentTarget.value) ?? "no";
                  onChange(withMember(fact, entry, member.id, next));
                }}
              >
                {memberAnswers.map((a) => (
                  <option key={a} value={a}>
                    {t(`member.${a}`)}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.start}
        onClick={() =>
          onChange({
            kind: "known",
            value: [],
            ...(entry.kind === "known" && entry.observedOn !== undefined
              ? { observedOn: entry.observedOn }
              : {}),
          })
        }
      >
        {t("noneOf")}
      </Button>
    </div>
  );
}
