// Who changes between two rule sets, found person by person, and what a cohort says otherwise.
import type { RuleSet } from "@jumelage/engine";
import type { whoChanges } from "../src/index.ts";
import { keyOf, readAll, statesOf, type Sent } from "./expected.ts";
import type { CohortModule } from "./differences.ts";

/** `subject: from → to`, with how many and the first five rows. */
function oneByOne(
  before: RuleSet,
  after: RuleSet,
  sent: readonly Sent[],
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [row, person] of sent.entries()) {
    const was = statesOf(before, person);
    for (const [subject, to] of statesOf(after, person)) {
      const from = was.get(subject);
      if (from === undefined || from === to) continue;
      const key = `${subject}: ${from} → ${to}`;
      found.set(key, [...(found.get(key) ?? []), row]);
    }
  }
  return found;
}

/** Transitions that a cohort finds otherwise than going through it one by one does, in words. */
export function wrongTransitions(
  [before, after]: readonly [RuleSet, RuleSet],
  sent: readonly Sent[],
  module: CohortModule & { readonly whoChanges: typeof whoChanges },
): readonly string[] {
  const resident = new module.Resident(readAll(module.cohortReader(before.facts), sent));
  const [was, is] = [resident.judge(before), resident.judge(after)];
  const { changed, added, removed } = module.whoChanges(was, is);
  const obtained = new Map(
    changed.flatMap(({ subject, transitions }) =>
      transitions.map(({ from, to, persons, rows }) => [
        `${keyOf(subject)}: ${from} → ${to}`,
        `${persons} persons, ${rows.join()}`,
      ]),
    ),
  );
  const expected = new Map(
    [...oneByOne(before, after, sent)].map(([key, rows]) => [
      key,
      `${rows.length} persons, ${rows.slice(0, 5).join()}`,
    ]),
  );
  const wrong = [...new Set([...expected.keys(), ...obtained.keys()])]
    .filter((key) => expected.get(key) !== obtained.get(key))
    .map((key) => `${key}: ${expected.get(key)}; not ${obtained.get(key)}`);
  const sums = changed
    .filter((c) => c.persons !== c.transitions.reduce((sum, t) => sum + t.persons, 0))
    .map((c) => `${keyOf(c.subject)}: ${c.persons} is not the sum of its transitions`);
  const subjects = (ruleSet: RuleSet): readonly string[] => [
    ...statesOf(ruleSet, { facts: {}, at: "2026-03-02" }).keys(),
  ];
  const only = (one: RuleSet, other: RuleSet): string =>
    subjects(one)
      .filter((s) => !subjects(other).includes(s))
      .sort()
      .join();
  const named = (list: typeof added): string => list.map(keyOf).sort().join();
  return [
    ...wrong,
    ...sums,
    ...(named(added) === only(after, before) ? [] : [`added: ${named(added)}`]),
    ...(named(removed) === only(before, after) ? [] : [`removed: ${named(removed)}`]),
  ];
}
