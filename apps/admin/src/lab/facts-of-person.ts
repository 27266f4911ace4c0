// A person with one fact answered otherwise, keeping what is sent readable: a total beside other parts is not. Pure.
import type { DraftRuleSet, Facts } from "@jumelage/engine";

/** The same facts with one sent otherwise; `undefined` leaves it out. A sum's parts go with it, and a part's sums. */
export function withSent(ruleSet: DraftRuleSet, facts: Facts, id: string, sent: unknown): Facts {
  const fact = ruleSet.facts.find((f) => f.id === id);
  const apart = new Set([
    id,
    ...(fact?.derive?.sum ?? []),
    ...ruleSet.facts.filter((f) => f.derive?.sum.includes(id) === true).map((f) => f.id),
  ]);
  const others = Object.entries(facts).filter(([key]) => !apart.has(key));
  return Object.fromEntries(sent === undefined ? others : [...others, [id, sent]]);
}
