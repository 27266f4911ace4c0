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
  /** A person for whom the question's formula is true, where every world's person is the same; undefined if none is. */
  find(question: Question, tries?: number): Facts | undefined;
}

const size = 240;

/** The same crowd for the same rule set. */
export function crowdOf(ruleSet: RuleSet, at: LocalDate): Crowd {
  const people = peopleOf(ruleSet);
  const read = new WeakMap<RuleSet, Map<Facts, Read>>();
  const readOnce = (by: RuleSet, facts: Facts): Read => {
    const known = read.get(by) ?? new Map<Facts, Read>();
    read.set(by, known);
    const found = known.get(facts) ?? readBy(by, facts, at);
    known.set(facts, found);
    return found;
  };
  return {
    find(question, tries = size) {
      if (question.worlds.some(({ person }) => person.kind !== "same")) return undefined;
      return people.slice(0, tries).find((facts) =>
        isTrueOf(
          question.ask,
          question.worlds.map((w) => readOnce(w.ruleSet, facts)),
        ),
      );
    },
  };
}

function peopleOf(ruleSet: RuleSet): readonly Facts[] {
  const next = chance();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const options = ruleSet.facts.map((fact) => ({ fact, values: valuesOf(ruleSet, fact) }));
  const calm = options.map(({ fact, values }) => [fact.id, values[0]] as const);
  return Array.from({ length: size }, (_, i) => {
    // Some are ordinary persons with few things the matter, some are anything at all, some have answered little.
    const touched = i % 3 === 0 ? 0.15 : i % 3 === 1 ? 0.45 : 1;
    const silent = i % 4 === 0 ? 0 : i % 4 === 3 ? 0.6 : 0.12;
    return Object.fromEntries(
      options.flatMap(({ fact, values }, place): readonly (readonly [string, unknown])[] => {
        if (next() < silent || fact.derive !== undefined) return [];
        if (next() < 0.02) return [[fact.id, "?"]];
        const ordinary = calm[place];
        if (ordinary !== undefined && next() >= touched) return [ordinary];
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
