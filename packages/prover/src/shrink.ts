// Making a witness easier to read, by replay alone: facts that do not matter are left out, and what remains has the
// value closest to an ordinary person's that still answers the question.
import { isWitness, type Fact, type Facts, type Question, type Witness } from "@jumelage/engine";
import { plainerValues } from "./plainer.ts";

/** A witness of the same question, no larger and no stranger than the given one. */
export function shrink(question: Question, witness: Witness): Witness {
  let best = witness;
  const tryWith = (people: readonly Facts[]): boolean => {
    const candidate = { ...best, people };
    if (!isWitness(question, candidate)) return false;
    best = candidate;
    return true;
  };
  const facts = declaredIn(question);
  for (const { id } of facts)
    groupsOf(best.people, id).some((whom) => tryWith(changed(best.people, whom, (of) => without(of, id))));
  for (const fact of facts) {
    for (const whom of groupsOf(best.people, fact.id)) {
      const own = best.people[whom[0] ?? 0]?.[fact.id];
      for (const value of plainerValues(question, fact, { own, at: best.at }))
        if (tryWith(changed(best.people, whom, (of) => replaced(of, fact.id, value)))) break;
    }
  }
  return best;
}

/** The facts of all vocabularies, each as the first of them declares it. */
function declaredIn({ worlds }: Question): readonly Fact[] {
  const all = worlds.flatMap((w) => w.ruleSet.facts);
  return all.filter(({ id }, i) => all.findIndex((f) => f.id === id) === i);
}

/** Whose fact may be changed together: everybody who was given it, then each of them alone. */
function groupsOf(people: readonly Facts[], fact: string): readonly (readonly number[])[] {
  const given = people.flatMap((facts, i) => (Object.hasOwn(facts, fact) ? [i] : []));
  return given.length > 1 ? [given, ...given.map((i) => [i])] : given.map((i) => [i]);
}

function changed(
  people: readonly Facts[],
  whom: readonly number[],
  change: (facts: Facts) => Facts,
): readonly Facts[] {
  return people.map((facts, i) => (whom.includes(i) ? change(facts) : facts));
}

function without(facts: Facts, fact: string): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([id]) => id !== fact));
}

/** The facts with another value for one of them, in the order they had. */
function replaced(facts: Facts, fact: string, value: unknown): Facts {
  return Object.fromEntries(Object.entries(facts).map(([id, own]) => [id, id === fact ? value : own]));
}
