// Edits of a rule set that leave its vocabulary as it is: what an author does while a cohort stands beside.
import type { RuleSet } from "@jumelage/engine";
import type { Chance } from "@jumelage/engine/test/arbitraries";

type Edit = (chance: Chance, ruleSet: RuleSet) => RuleSet;

const edits: readonly Edit[] = [
  (chance, ruleSet) => ({
    ...ruleSet,
    parameters: ruleSet.parameters.map((p) => ({ ...p, value: p.value + chance.pick([-1, 1, 3]) })),
  }),
  (chance, ruleSet) => inCriterion(chance, ruleSet, (c) => ({ ...c, enabled: !c.enabled })),
  (chance, ruleSet) => inCriterion(chance, ruleSet, (c) => ({ ...c, when: { not: c.when } })),
  (chance, ruleSet) =>
    inCriterion(chance, ruleSet, (c) => {
      const outcomes = ruleSet.decisions.find((d) => d.id === c.then.decision)?.outcomes ?? [];
      return { ...c, then: { ...c.then, outcome: chance.pick(outcomes).id } };
    }),
  (chance, ruleSet) => inDecision(chance, ruleSet, (d) => ({ ...d, outcomes: d.outcomes.toReversed() })),
  (chance, ruleSet) =>
    inDecision(chance, ruleSet, (d) =>
      d.kind === "one" ? { ...d, otherwise: chance.pick(d.outcomes).id } : d,
    ),
  (chance, ruleSet) =>
    inDecision(chance, ruleSet, (d) => ({
      ...d,
      outcomes: d.outcomes.some((o) => o.id === "another")
        ? d.outcomes
        : [...d.outcomes, ...d.outcomes.slice(0, 1).map((o) => ({ ...o, id: "another" }))],
    })),
];

function inCriterion(
  chance: Chance,
  ruleSet: RuleSet,
  edit: (criterion: RuleSet["criteria"][number]) => RuleSet["criteria"][number],
): RuleSet {
  const place = chance.below(ruleSet.criteria.length);
  return { ...ruleSet, criteria: ruleSet.criteria.map((c, i) => (i === place ? edit(c) : c)) };
}

function inDecision(
  chance: Chance,
  ruleSet: RuleSet,
  edit: (decision: RuleSet["decisions"][number]) => RuleSet["decisions"][number],
): RuleSet {
  const place = chance.below(ruleSet.decisions.length);
  return { ...ruleSet, decisions: ruleSet.decisions.map((d, i) => (i === place ? edit(d) : d)) };
}

/** The rule set with one to three edits in it. */
export function edited(chance: Chance, ruleSet: RuleSet): RuleSet {
  let made = ruleSet;
  for (let i = 1 + chance.below(3); i > 0; i -= 1) made = chance.pick(edits)(chance, made);
  return made;
}
