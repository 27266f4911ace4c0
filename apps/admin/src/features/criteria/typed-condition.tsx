// Conditions as people type them. What is understood is said back before it is added; words that are not stay in the field,
// underlined, each with a question.
import type { DraftCondition } from "@jumelage/engine";
import { readTyped } from "@jumelage/engine/read";
import { conditionSentence, listOf, textIn } from "@jumelage/engine/words";
import { Button, TextInput } from "@mantine/core";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import slot from "../../ui/slot.module.css";
import { understoodIn, withTyped, type Asked } from "./add-typed.ts";
import type { Scope } from "./scope.ts";
import classes from "./sentence.module.css";

export interface TypedConditionProps {
  readonly root: DraftCondition | undefined;
  readonly scope: Scope;
  readonly onChange: (label: string, root: DraftCondition | undefined) => void;
}

export function TypedCondition({ root, scope, onChange }: TypedConditionProps): ReactNode {
  const t = useTranslations("criteria.typed");
  const { ruleSet, lang } = useWorkspace();
  const [text, setText] = useState("");
  const { condition, asked, left } = useMemo(
    () => understoodIn(text, readTyped(text, ruleSet), scope),
    [text, ruleSet, scope],
  );
  const add = (): void => {
    if (condition === undefined) return;
    onChange(t("change"), withTyped(root, condition));
    setText(left);
  };
  return (
    <div className={classes.typed}>
      <div className={classes.typedLine}>
        <TextInput
          label={t("label")}
          description={t("hint")}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <Button variant="default" disabled={condition === undefined} onClick={add}>
          {t("add")}
        </Button>
      </div>
      <output className={slot.hint}>
        {text.trim() === ""
          ? ""
          : condition === undefined
            ? t("nothing")
            : t("understood", { sentence: conditionSentence(condition, ruleSet, lang) })}
      </output>
      {asked.length === 0 ? null : (
        <>
          <p>
            <strong>{t("left")}</strong> <Underlined text={text} asked={asked} />
          </p>
          <ul className={classes.questions}>
            {asked.map((one) => (
              <li key={one.from}>
                <QuestionWords text={text} asked={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** The text as it was typed, with what is asked about underlined. */
function Underlined({ text, asked }: { readonly text: string; readonly asked: readonly Asked[] }): ReactNode {
  const starts = [0, ...asked.map((a) => a.to)];
  return (
    <span>
      {asked.map(({ from, to }, i) => (
        <span key={from}>
          {text.slice(starts[i], from)}
          <mark className={classes.unread}>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(starts.at(-1))}
    </span>
  );
}

function QuestionWords({ text, asked }: { readonly text: string; readonly asked: Asked }): ReactNode {
  const t = useTranslations("criteria.typed");
  const { ruleSet, lang } = useWorkspace();
  const { question, from, to } = asked;
  const words = text.slice(from, to);
  if (question.code !== "several") return t(question.code, { words });
  const names = question.things.slice(0, 4).map((thing) => {
    if (thing.kind === "condition") {
      const named = ruleSet.conditions.find((c) => c.id === thing.id);
      return named ? textIn(named.label, lang) : thing.id;
    }
    const fact = textIn(thing.fact.label, lang);
    const value = thing.kind === "value" ? thing.fact.values?.find((v) => v.id === thing.value) : undefined;
    return value ? `${fact} – ${textIn(value.label, lang)}` : fact;
  });
  return t("several", { words, things: listOf(names, lang, "or") });
}
