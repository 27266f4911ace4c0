// What a cohort must answer, person by person, from the direct reading.
import { evaluatePerson, readPerson, type Facts, type LocalDate, type RuleSet } from "@jumelage/engine";
import type { AnsweredSubject, Answers, Cohort, CohortReader, Subject } from "../src/index.ts";

export interface Sent {
  readonly facts: Facts;
  readonly at: LocalDate;
}

/** What was found before: broken cohorts are asked about the same persons again and again. */
const found = new WeakMap<RuleSet, WeakMap<Sent, ReadonlyMap<string, string>>>();

/** The state of every subject, for one person; a key for each subject. */
export function statesOf(ruleSet: RuleSet, sent: Sent): ReadonlyMap<string, string> {
  const known = found.get(ruleSet) ?? new WeakMap<Sent, ReadonlyMap<string, string>>();
  found.set(ruleSet, known);
  const states = known.get(sent) ?? evaluated(ruleSet, sent);
  known.set(sent, states);
  return states;
}

function evaluated(ruleSet: RuleSet, { facts, at }: Sent): ReadonlyMap<string, string> {
  const { result } = evaluatePerson(ruleSet, readPerson(ruleSet, facts, at));
  const states = new Map<string, string>();
  for (const { id, enabled } of ruleSet.criteria) {
    if (!enabled) continue;
    const isOpen = result.undecided.includes(id);
    states.set(`criterion ${id}`, result.fired.includes(id) ? "true" : isOpen ? "unknown" : "false");
  }
  for (const { id, outcomes } of ruleSet.decisions) {
    const made = result.decisions[id];
    if (made?.kind === "one") states.set(`decision ${id}`, made.state);
    if (made?.kind !== "many") continue;
    for (const outcome of outcomes) {
      const among = (["suggested", "undetermined", "withheld"] as const).find((of) =>
        made[of].includes(outcome.id),
      );
      states.set(`outcome ${id} ${outcome.id}`, among ?? "not-suggested");
    }
  }
  return states;
}

export function keyOf(subject: Subject): string {
  switch (subject.kind) {
    case "criterion":
      return `criterion ${subject.criterion}`;
    case "decision":
      return `decision ${subject.decision}`;
    case "outcome":
      return `outcome ${subject.decision} ${subject.outcome}`;
    default:
      return subject satisfies never;
  }
}

/** What the answers say of a row, by subject. */
export function statesAt(answers: Answers, row: number): ReadonlyMap<string, string> {
  return new Map(answers.subjects.map((s: AnsweredSubject) => [keyOf(s.subject), answers.stateOf(s, row)]));
}

export function readAll(reader: CohortReader, sent: readonly Sent[]): Cohort {
  for (const { facts, at } of sent) reader.add(facts, at);
  return reader.finish();
}

/** How many are in each state of each subject, counted one by one: `subject: state` to a number. */
export function countedOneByOne(all: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const states of all)
    for (const [subject, state] of states) {
      const key = `${subject}: ${state}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

/** The same from what the answers counted, without the states nobody is in. */
export function countedBy(answers: Answers): ReadonlyMap<string, number> {
  return new Map(
    answers
      .counts()
      .flatMap(({ subject, persons }) =>
        [...persons].flatMap(([state, count]) =>
          count === 0 ? [] : [[`${keyOf(subject)}: ${state}`, count] as const],
        ),
      ),
  );
}
