// From a draft to what of it can be run: criteria with holes count as disabled.
import { hasHole, type Condition, type DraftCondition } from "./condition.ts";
import type { DraftRuleSet, RuleSet } from "./rule-set.ts";
import { namesOf, reaches } from "./typing/index.ts";

/** The rule set a draft amounts to while it is simulated; ids and order stay, holed criteria are disabled. */
export function runnable(draft: DraftRuleSet): RuleSet {
  const names = namesOf(draft);
  const holed = (when: DraftCondition): boolean => reaches(when, names, (node) => "hole" in node);
  const placeholder: Condition = { always: true };
  return {
    ...draft,
    conditions: draft.conditions.map((c) => ({
      ...c,
      when: hasHole(c.when) ? placeholder : (c.when as Condition),
    })),
    criteria: draft.criteria.map((c) =>
      c.when === undefined || holed(c.when)
        ? { ...c, when: placeholder, enabled: false }
        : { ...c, when: c.when as Condition },
    ),
  };
}
