// The button that takes an entry of the vocabulary away: one step, which can be undone.
import type { DraftRuleSet } from "@jumelage/engine";
import { Button } from "@mantine/core";
import { useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useWorkspace } from "../../draft/use-draft.ts";
import { useFocusLeftBehind } from "../../ui/bring-focus.ts";

export interface RemoveButtonProps {
  /** What the entry is called. */
  readonly name: string;
  /** The rule set without it. */
  readonly without: (ruleSet: DraftRuleSet) => DraftRuleSet;
}

export function RemoveButton({ name, without }: RemoveButtonProps): ReactNode {
  const t = useTranslations("vocabulary.grow");
  const { update } = useWorkspace();
  const label = t("removeOf", { label: name });
  const button = useRef<HTMLButtonElement>(null);
  useFocusLeftBehind(button);
  return (
    <Button
      ref={button}
      variant="subtle"
      color="red"
      size="compact-sm"
      aria-label={label}
      onClick={() => update(label, (doc) => ({ ...doc, ruleSet: without(doc.ruleSet) }))}
    >
      {t("remove")}
    </Button>
  );
}
