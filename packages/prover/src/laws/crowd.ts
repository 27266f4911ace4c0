// A crowd: made-up persons, complete and partial. Whoever in it shows that something can happen spares a question to the
// solver; that nobody in it does proves nothing.
import {
  isTrueOf,
  readBy,
  type Fact,
  type Facts,
  type LocalDate,
  type Question,
  type Read,
  type RuleSet,
} from "@jumelage/engine";
import { peopleFor } from "./people.ts";
import { testedValues } from "./tested-values.ts";

export interface Crowd {
  /** A person for whom the question's formula is true, where every world's person is the same or free in one fact; undefined if none is. */
  find(question: Question, tries?: number): Facts | undefined;
}

/** How many values of a free fact are tried. */
const fewValues = 6;

/** The same crowd for the same rule set. */
export function crowdOf(ruleSet: RuleSet, at: LocalDate): Crowd {
  const people = peopleFor(ruleSet, at);
  const read = new WeakMap<RuleSet, Map<Facts, Read>>();
  const readOnce = (by: RuleSet, facts: Facts): Read => {
    const known = read.get(by) ?? new Map<Facts, Read>();
    read.set(by, known);
    const found = known.get(facts) ?? readBy(by, facts, at);
    known.set(facts, found);
    return found;
  };
  const isFor = ({ worlds, ask }: Question, first: Facts, second = first): boolean =>
    isTrueOf(
      ask,
      worlds.map((w, i) => readOnce(w.ruleSet, i === 0 ? first : second)),
    );
  return {
    find(question, tries) {
      const tried = people.slice(0, tries);
      const free = freeFact(ruleSet, question);
      if (free !== undefined) {
        const values = testedValues(ruleSet, free).slice(0, fewValues);
        return tried.find((facts) =>
          values.some((value) => isFor(question, facts, { ...facts, [free.id]: value })),
        );
      }
      if (question.worlds.some(({ person }) => person.kind !== "same")) return undefined;
      return tried.find((facts) => isFor(question, facts));
    },
  };
}

/** The one fact in which the second of two people may differ from the first. */
function freeFact({ facts }: RuleSet, { worlds }: Question): Fact | undefined {
  const [first, second, ...more] = worlds;
  if (first?.person.kind !== "same" || second?.person.kind !== "free" || more.length > 0) return undefined;
  const [fact, ...others] = second.person.facts;
  return others.length === 0 ? facts.find((f) => f.id === fact) : undefined;
}
