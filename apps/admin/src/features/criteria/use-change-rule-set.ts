// Changing the rule set of the draft on screen; the profiles stay as they are.
import type { DraftRuleSet } from "@jumelage/engine";
import { useCallback } from "react";
import { useWorkspace } from "../../draft/use-draft.ts";

/** Changes the rule set of the draft. */
export function useChangeRuleSet(): (label: string, change: (ruleSet: DraftRuleSet) => DraftRuleSet) => void {
  const { update } = useWorkspace();
  return useCallback(
    (label, change) =>
      update(label, (doc) => {
        const ruleSet = change(doc.ruleSet);
        return ruleSet === doc.ruleSet ? doc : { ...doc, ruleSet };
      }),
    [update],
  );
}
