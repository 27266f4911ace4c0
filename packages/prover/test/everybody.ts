// Every person whom some tiny vocabularies can tell apart, one by one, and answers found by going through them all: slow,
// and plain enough to hold the others against.
import {
  isTrueOf,
  isWitness,
  readBy,
  validDays,
  type Fact,
  type Facts,
  type LocalDate,
  type Question,
  type Read,
  type RuleSet,
  type Witness,
} from "@jumelage/engine";
import type { Answerer } from "../src/answer.ts";

export const today: LocalDate = "2026-03-02";
const longAgo: Readonly<Record<number, LocalDate>> = { 0: "2026-03-01", 14: "2026-02-15", 30: "2026-01-30" };

/** Everybody: each fact known, absent, unreadable, too old for each vocabulary, and of a set asked about in part. */
export function everybody(ruleSets: readonly RuleSet[]): readonly Facts[] {
  const key = JSON.stringify(ruleSets.map((r) => r.facts));
  const known = vocabularies.get(key);
  if (known) return known;
  const people = peopleOf(ruleSets);
  vocabularies.set(key, people);
  return people;
}

const vocabularies = new Map<string, readonly Facts[]>();

function peopleOf(ruleSets: readonly RuleSet[]): readonly Facts[] {
  const ids = [...new Set(ruleSets.flatMap((r) => r.facts.map((f) => f.id)))];
  let people: readonly Facts[] = [{}];
  for (const id of ids) {
    const declared = ruleSets.flatMap((r) => r.facts.filter((f) => f.id === id));
    const options = optionsOf(declared);
    people = people.flatMap((facts) => [facts, ...options.map((value) => ({ ...facts, [id]: value }))]);
  }
  return people;
}

/** What can be sent of a fact beside nothing. */
export function optionsOf(declared: readonly Fact[]): readonly unknown[] {
  const values = distinct(declared.flatMap(valuesOf));
  const days = distinct(declared.flatMap((f) => (f.validFor === undefined ? [] : [validDays(f.validFor)])));
  const dated = days.flatMap((d) => values.map((value) => ({ value, observedOn: longAgo[d] ?? "?" })));
  const sets = declared.filter((f) => f.type === "set");
  const parts = sets.flatMap((f) => {
    const members = (f.values ?? []).map((v) => v.id);
    return subsetsOf(members).flatMap((of) => subsetsOf(of).map((value) => ({ value, of })));
  });
  return [...values, "?", ...dated, ...parts];
}

function valuesOf(fact: Fact): readonly unknown[] {
  switch (fact.type) {
    case "boolean":
      return [true, false];
    case "integer": {
      const { min = 0, max = 0 } = fact.range ?? {};
      return Array.from({ length: max - min + 1 }, (_, i) => min + i);
    }
    case "enum":
      return (fact.values ?? []).map((v) => v.id);
    case "set":
      return subsetsOf((fact.values ?? []).map((v) => v.id));
    default:
      throw new TypeError(`too many values to go through: ${fact.type}`);
  }
}

function subsetsOf(members: readonly string[]): readonly (readonly string[])[] {
  return members.reduce<readonly (readonly string[])[]>(
    (all, m) => [...all, ...all.map((s) => [...s, m])],
    [[]],
  );
}

function distinct<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((v) => [JSON.stringify(v), v])).values()];
}

/** Answers by trying every person, or every pair of persons of whom some facts may differ. */
export const bruteForce: Answerer = {
  async ask(question) {
    for (const people of peopleFor(question)) {
      const reads = question.worlds.map((w, i) => readOnce(w.ruleSet, people[i] ?? {}));
      if (!isTrueOf(question.ask, reads)) continue;
      const witness: Witness = { at: today, people };
      if (!isWitness(question, witness)) throw new Error("people who are not related as the question says");
      return { status: "somebody", witness };
    }
    return { status: "nobody" };
  },
};

const reads = new WeakMap<RuleSet, WeakMap<Facts, Read>>();

function readOnce(ruleSet: RuleSet, facts: Facts): Read {
  const own = reads.get(ruleSet) ?? new WeakMap<Facts, Read>();
  reads.set(ruleSet, own);
  const read = own.get(facts) ?? readBy(ruleSet, facts, today);
  own.set(facts, read);
  return read;
}

function* peopleFor({ worlds }: Question): Generator<readonly Facts[]> {
  const all = everybody(worlds.map((w) => w.ruleSet));
  const free = worlds.flatMap(({ person }) => (person.kind === "free" ? person.facts : []));
  for (const facts of all) {
    if (free.length === 0) {
      yield worlds.map(({ person }) => {
        if (person.kind === "same") return facts;
        if (person.kind !== "set") throw new TypeError(`not gone through: ${person.kind}`);
        return person.settings.reduce<Facts>((own, { fact, to }) => {
          const { [fact]: _, ...rest } = own;
          return to === "unknown" ? rest : { ...rest, [fact]: to.known };
        }, facts);
      });
      continue;
    }
    const others = all.filter((o) =>
      [...new Set([...Object.keys(o), ...Object.keys(facts)])].every(
        (id) => free.includes(id) || JSON.stringify(o[id]) === JSON.stringify(facts[id]),
      ),
    );
    for (const other of others) yield [facts, other];
  }
}
