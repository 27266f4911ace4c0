// A crowd: a few hundred persons made from the values a rule set tests, complete and partial. Whoever in it shows that
// something can happen spares a question to the solver; that nobody in it does proves nothing.
import {
  nodesOf,
  readBy,
  type Facts,
  type Fact,
  type LocalDate,
  type Question,
  type Read,
  type RuleSet,
} from "@jumelage/engine";
import { isTrueOf } from "@jumelage/engine";

export interface Crowd {
  /** A person for whom the question's formula is true, where every world's person is the same or free in one fact; undefined if none is. */
  find(question: Question, tries?: number): Facts | undefined;
}

const size = 240;

/** The same crowd for the same rule set. */
export function crowdOf(ruleSet: RuleSet, at: LocalDate): Crowd {
  const calm = calmPerson(ruleSet, at);
  const people = [...neighboursOf(ruleSet, calm), ...peopleOf(ruleSet, calm)];
  const read = new WeakMap<RuleSet, Map<Facts, Read>>();
  const readOnce = (by: RuleSet, facts: Facts): Read => {
    const known = read.get(by) ?? new Map<Facts, Read>();
    read.set(by, known);
    const found = known.get(facts) ?? readBy(by, facts, at);
    known.set(facts, found);
    return found;
  };
  return {
    find(question, tries = people.length) {
      const isFor = (people: readonly Facts[]): boolean =>
        isTrueOf(
          question.ask,
          question.worlds.map((w, i) => readOnce(w.ruleSet, people[i] ?? {})),
        );
      const freed = freeFact(question);
      if (freed !== undefined) return findWith(people.slice(0, tries), freed, isFor);
      if (question.worlds.some(({ person }) => person.kind !== "same")) return undefined;
      return people.slice(0, tries).find((facts) => isFor(question.worlds.map(() => facts)));
    },
  };

  function findWith(
    crowd: readonly Facts[],
    fact: string,
    isFor: (people: readonly Facts[]) => boolean,
  ): Facts | undefined {
    const declared = ruleSet.facts.find((f) => f.id === fact);
    if (!declared) return undefined;
    const values = valuesOf(ruleSet, declared).slice(0, 6);
    return crowd.find((facts) => values.some((value) => isFor([facts, { ...facts, [fact]: value }])));
  }
}

/** The one fact in which the second of two people may differ from the first. */
function freeFact({ worlds }: Question): string | undefined {
  const [first, second, ...more] = worlds;
  if (first?.person.kind !== "same" || second?.person.kind !== "free" || more.length > 0) return undefined;
  return second.person.facts.length === 1 ? second.person.facts[0] : undefined;
}

/** Somebody complete of whom as few criteria as possible are true: anything the matter with them shows at once. */
function calmPerson(ruleSet: RuleSet, at: LocalDate): Facts {
  const facts = ruleSet.facts.filter((f) => f.derive === undefined);
  let calm: Facts = Object.fromEntries(facts.map((f) => [f.id, valuesOf(ruleSet, f)[0]]));
  const fired = (person: Facts): number => readBy(ruleSet, person, at).result.fired.length;
  let least = fired(calm);
  for (const fact of facts) {
    for (const value of valuesOf(ruleSet, fact)) {
      const other = { ...calm, [fact.id]: value };
      const count = fired(other);
      if (count < least) [calm, least] = [other, count];
    }
  }
  return calm;
}

/** The calm person with one fact changed, or unknown. */
function neighboursOf(ruleSet: RuleSet, calm: Facts): readonly Facts[] {
  return ruleSet.facts.flatMap((fact) => {
    const { [fact.id]: _, ...without } = calm;
    const other = valuesOf(ruleSet, fact).map((value) => ({ ...calm, [fact.id]: value }));
    return [...other, without];
  });
}

function peopleOf(ruleSet: RuleSet, calm: Facts): readonly Facts[] {
  const next = chance();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const options = ruleSet.facts.map((fact) => ({ fact, values: valuesOf(ruleSet, fact) }));
  return Array.from({ length: size }, (_, i) => {
    // Some are ordinary persons with few things the matter, some are anything at all, some have answered little.
    const touched = i % 3 === 0 ? 0.15 : i % 3 === 1 ? 0.45 : 1;
    const silent = i % 4 === 0 ? 0 : i % 4 === 3 ? 0.6 : 0.12;
    return Object.fromEntries(
      options.flatMap(({ fact, values }): readonly (readonly [string, unknown])[] => {
        if (next() < silent || fact.derive !== undefined) return [];
        if (next() < 0.02) return [[fact.id, "?"]];
        if (next() >= touched) return [[fact.id, calm[fact.id]]];
        return [[fact.id, pick(values)]];
      }),
    );
  });
}

/** Values of a fact that the tests of the rule set tell apart, an ordinary one first. */
function valuesOf(ruleSet: RuleSet, fact: Fact): readonly unknown[] {
  const tested = testedNumbers(ruleSet, fact.id);
  const members = (fact.values ?? []).map((v) => v.id);
  switch (fact.type) {
    case "boolean":
      return [false, true];
    case "enum":
      return members;
    case "set":
      return [[], ...members.map((m) => [m]), members.slice(0, 2), members.slice(-2), members];
    case "date":
      return ["1990-06-15", ...tested.filter((v) => typeof v === "string")];
    case "integer":
    case "decimal": {
      const step = 10 ** -(fact.type === "decimal" ? (fact.scale ?? 0) : 0);
      const { min = -1e6, max = 1e6 } = fact.range ?? {};
      const near = tested
        .filter((v) => typeof v === "number")
        .flatMap((v) => [v - step, v, v + step])
        .filter((v) => v >= min && v <= max);
      return [Math.max(min, Math.min(max, 0)), ...near, ...(fact.range ? [min, max] : [])].map((v) =>
        Number(v.toFixed(fact.scale ?? 0)),
      );
    }
    default:
      return fact.type satisfies never;
  }
}

function testedNumbers(ruleSet: RuleSet, fact: string): readonly (number | string)[] {
  const conditions = [...ruleSet.criteria, ...ruleSet.conditions].map((c) => c.when);
  return conditions.flatMap((when) =>
    [...nodesOf(when)].flatMap(({ node }) => {
      if (!("fact" in node) || node.fact !== fact || node.value === undefined) return [];
      const { value } = node;
      if (typeof value === "number" || typeof value === "string") return [value];
      if (typeof value !== "object" || !("parameter" in value)) return [];
      return ruleSet.parameters.filter((p) => p.id === value.parameter).map((p) => p.value);
    }),
  );
}

/** Numbers in [0, 1), the same ones every time (mulberry32). */
function chance(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
