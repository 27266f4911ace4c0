// The outcome of a criterion being changed where its row ends.
import type { Decision } from "@jumelage/engine";
import { textIn } from "@jumelage/engine/words";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { ChoiceSlot } from "../../ui/choice-slot.tsx";
import classes from "./table.module.css";

export interface OutcomeEditorProps {
  readonly criterion: string;
  readonly decision: Decision;
  readonly outcome: string;
  readonly onTake: (outcome: string) => void;
  readonly onLeave: () => void;
}

export function OutcomeEditor({
  criterion,
  decision,
  outcome,
  onTake,
  onLeave,
}: OutcomeEditorProps): ReactNode {
  const t = useTranslations("table");
  const { lang } = useWorkspace();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(outcome);
  useEffect(() => box.current?.querySelector("select")?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === "Escape") onLeave();
    else if (event.key === "Enter") onTake(chosen);
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys and focus of the list inside
    <div
      ref={box}
      className={classes.editor}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) onTake(chosen);
      }}
    >
      <ChoiceSlot
        label={t("cell", { id: criterion, column: textIn(decision.title, lang) })}
        value={chosen}
        choices={decision.outcomes.map((o) => ({ value: o.id, label: textIn(o.label, lang) || o.id }))}
        onChoose={setChosen}
      />
    </div>
  );
}
