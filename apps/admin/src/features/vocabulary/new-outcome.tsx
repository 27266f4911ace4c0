// A new outcome of a decision: its name, what the clinician reads, how cautious it is and what it comes before.
import { tones, type Decision, type Outcome } from "@jumelage/engine";
import { NativeSelect } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { BilingualField } from "../../ui/bilingual-field.tsx";
import { AddForm } from "./add-dialog.tsx";
import { isWorded } from "./fact-form.ts";
import { addOutcome, idOf, placeOf } from "./grow.ts";

export function NewOutcome({
  decision,
  onDone,
}: {
  readonly decision: Decision;
  readonly onDone: () => void;
}): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const tv = useTranslations("vocabulary");
  const { lang, baseline, update } = useWorkspace();
  const [label, setLabel] = useState({ fr: "", en: "" });
  const [message, setMessage] = useState({ fr: "", en: "" });
  const [tone, setTone] = useState<Outcome["tone"]>("neutral");
  const [chosen, setPlace] = useState<number | null>(null);
  const place = chosen ?? placeOf(decision, tone);
  const published = baseline?.ruleSet.decisions.find((d) => d.id === decision.id)?.outcomes ?? [];
  const lacking = [
    ...(isWorded(label) ? [] : [t("lack.label")]),
    ...(isWorded(message) ? [] : [t("lack.message")]),
  ];
  const add = (): void => {
    const id = idOf(
      label.en,
      [...decision.outcomes, ...published].map((o) => o.id),
    );
    // What stops everything is not gone past: the facts have to change.
    const outcome: Outcome = { id, label, message, tone, override: tone !== "stop" };
    update(t("outcomeAdded"), (doc) => ({
      ...doc,
      ruleSet: addOutcome(doc.ruleSet, decision.id, outcome, place),
    }));
    onDone();
  };
  return (
    <AddForm lacking={lacking} onAdd={add} onCancel={onDone}>
      <BilingualField label={tv("label")} value={label} rows={1} onChange={setLabel} />
      <BilingualField label={tv("message")} value={message} hint={t("messageHint")} onChange={setMessage} />
      <NativeSelect
        label={t("tone")}
        description={t("toneHint")}
        data={tones.map((value) => ({ value, label: tv(`tone.${value}`) }))}
        value={tone}
        maw={480}
        onChange={(event) => setTone(event.currentTarget.value as Outcome["tone"])}
      />
      {decision.kind === "one" ? (
        <NativeSelect
          label={t("place")}
          description={t("placeHint")}
          data={[
            { value: "0", label: t("first") },
            ...decision.outcomes.map((o, i) => ({
              value: String(i + 1),
              label: t("after", { label: o.label[lang] }),
            })),
          ]}
          value={String(place)}
          maw={480}
          onChange={(event) => setPlace(Number(event.currentTarget.value))}
        />
      ) : null}
    </AddForm>
  );
}
