// The answers of a fact with choices: one more, and those that are no longer proposed. What is recorded with a retired
// answer keeps it.
import type { Fact } from "@jumelage/engine";
import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useRef, useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { isWorded } from "./fact-form.ts";
import { addValue, setRetired } from "./grow.ts";
import { moveAnswers, profilesWith } from "./move-answers.ts";
import classes from "./vocabulary.module.css";

const blank = { fr: "", en: "" };

export function FactAnswers({ fact }: { readonly fact: Fact }): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const { lang, update } = useWorkspace();
  const [label, setLabel] = useState(blank);
  // What moved the answers is gone afterwards: whoever pressed it goes on from here.
  const answers = useRef<HTMLFieldSetElement>(null);
  const values = fact.values ?? [];
  const isLastProposed = values.filter((v) => !v.retired).length < 2;
  return (
    <>
      <fieldset ref={answers} tabIndex={-1} className="j-stack-tight">
        <legend>{t("retired")}</legend>
        <p className="j-muted j-small">{t("retiredHint")}</p>
        {values.map((v) => (
          <Checkbox
            key={v.id}
            label={v.label[lang]}
            checked={v.retired ?? false}
            disabled={isLastProposed && !v.retired}
            onChange={({ currentTarget: { checked } }) =>
              update(t("retiredChanged", { label: v.label[lang] }), (doc) => ({
                ...doc,
                ruleSet: setRetired(doc.ruleSet, fact.id, v.id, checked),
              }))
            }
          />
        ))}
      </fieldset>
      {values
        .filter((v) => v.retired)
        .map((v) => (
          <MoveAnswers
            key={v.id}
            fact={fact}
            from={v.id}
            label={v.label[lang]}
            onMoved={() => answers.current?.focus()}
          />
        ))}
      <BilingualField label={t("newAnswer")} value={label} rows={1} onChange={setLabel} />
      <div>
        <Button
          variant="default"
          size="compact-md"
          disabled={!isWorded(label)}
          onClick={() => {
            update(t("answerAdded"), (doc) => ({ ...doc, ruleSet: addValue(doc.ruleSet, fact.id, label) }));
            setLabel(blank);
          }}
        >
          {t("addAnswer")}
        </Button>
      </div>
    </>
  );
}

/** The way to give another answer to all profiles that have one that is retired; nothing where none has it. */
function MoveAnswers({
  fact,
  from,
  label,
  onMoved,
}: {
  readonly fact: Fact;
  readonly from: string;
  readonly label: string;
  readonly onMoved: () => void;
}): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const { lang, profiles, update } = useWorkspace();
  const others = (fact.values ?? []).filter((v) => !v.retired);
  const [chosen, setTo] = useState("");
  const to = others.find((v) => v.id === chosen) ?? others[0];
  const count = profilesWith(profiles, fact, from).length;
  if (count === 0 || to === undefined) return null;
  return (
    <div className={classes.threshold}>
      <NativeSelect
        label={t("moveTo", { count, label })}
        data={others.map((v) => ({ value: v.id, label: v.label[lang] }))}
        value={to.id}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <Button
        variant="default"
        onClick={() => {
          update(t("moved", { label }), (doc) => ({
            ...doc,
            profiles: moveAnswers(doc.profiles, fact, { from, to: to.id }),
          }));
          onMoved();
        }}
      >
        {t("move", { count })}
      </Button>
    </div>
  );
}
