// Changing the rule set of the draft on screen; the profiles stay as they are.
import type { DraftRuleSet } from "@jumelage/engine";
import { useCallback } from "react";
import { useWorkspace } from "../../draft/use-draft.ts";

/** Changes the rule set of the draft; `join` names the field in which letters that follow one another are one step. */
export type ChangeRuleSet = (
  label: string,
  change: (ruleSet: DraftRuleSet) => DraftRuleSet,
  join?: string,
) => void;

export function useChangeRuleSet(): ChangeRuleSet {
  const { update } = useWorkspace();
  return useCallback<ChangeRuleSet>(
    (label, change, join) =>
      update(
        label,
        (doc) => {
          const ruleSet = change(doc.ruleSet);
          return ruleSet === doc.ruleSet ? doc : { ...doc, ruleSet };
        },
        join,
      ),
    [update],
  );
}
