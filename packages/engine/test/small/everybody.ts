// Everybody a question may be about, gone through one by one: what a small rule set can tell apart and nothing else.
// The answer of this is the truth that every cleverer way of answering is held against.
import { isMember, type Fact, type Facts, type RuleSet } from "../../src/model/index.ts";
import { isTrueOf, readBy, type Question, type Read, type Witness } from "../../src/question/index.ts";
import { isRelated } from "../../src/question/relation.ts";
import { addDays } from "../arbitraries/days.ts";
import { stepsOf } from "./vocabulary.ts";

export const today = "2026-02-20";

type Option = { readonly sent: unknown } | undefined;

/** What can be sent of one fact, as every vocabulary of a question reads it. */
function optionsOf(declared: readonly Fact[]): readonly Option[] {
  const members = [...new Set(declared.flatMap((f) => (f.values ?? []).map((v) => v.id)))];
  const values = unique(declared.flatMap((f) => valuesOf(f, members)));
  const old = [...new Set(declared.map((f) => f.validFor))].flatMap((validFor) =>
    validFor === undefined ? [] : [addDays(today, -Number(validFor.slice(1, -1)) - 1)],
  );
  const [some] = values;
  const asked = declared.some((f) => f.type === "set") ? partly(members) : [];
  const aged = declared.length > 1 ? [...values, ...asked] : [];
  return [
    undefined,
    { sent: "?" },
    ...[...values, ...asked].map((sent) => ({ sent })),
    // One old value stands for all, unless another vocabulary still reads it.
    ...(some === undefined ? [] : old.map((observedOn) => ({ sent: { value: some, observedOn } }))),
    ...aged.flatMap((sent) => old.map((observedOn) => ({ sent: aging(sent, observedOn) }))),
  ];
}

function aging(sent: unknown, observedOn: string): unknown {
  const isEnvelope = typeof sent === "object" && sent !== null && !Array.isArray(sent);
  return isEnvelope ? { ...sent, observedOn } : { value: sent, observedOn };
}

function valuesOf(fact: Fact, members: readonly string[]): readonly unknown[] {
  switch (fact.type) {
    case "boolean":
      return [false, true];
    case "enum":
      return members.filter((m) => isMember(fact, m));
    case "set":
      return subsets(members);
    case "date":
      return unique(stepsOf(fact).flatMap((d) => [-1, 0, 1].map((n) => addDays(String(d), n))));
    case "integer":
    case "decimal":
      return stepsOf(fact);
    default:
      return fact.type satisfies never;
  }
}

function partly(members: readonly string[]): readonly unknown[] {
  return subsets(members).flatMap((of) => subsets(of).map((value) => ({ value, of })));
}

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.reduce<readonly (readonly T[])[]>(
    (all, item) => [...all, ...all.map((s) => [...s, item])],
    [[]],
  );
}

/** The persons of each world, for every choice; undefined when there are too many to go through. */
export function everybody(question: Question, most = 900): readonly (readonly Facts[])[] | undefined {
  const declared = new Map<string, Fact[]>();
  for (const f of question.worlds.flatMap((w) => w.ruleSet.facts))
    declared.set(f.id, [...(declared.get(f.id) ?? []), f]);
  const options = new Map([...declared].map(([id, facts]) => [id, optionsOf(distinctFacts(facts))]));
  const own = question.worlds.map((_, world) => ownFacts(question, world));
  let count = 1;
  for (const facts of own) for (const id of facts) count *= options.get(id)?.length ?? 1;
  if (count > most) return undefined;
  let tuples: readonly (readonly Facts[])[] = [[]];
  question.worlds.forEach(({ person, ruleSet }, world) => {
    let grown = tuples.map((people) => {
      const base: Facts = world === 0 ? {} : (people[0] ?? {});
      const mine = own[world] ?? [];
      return [...people, Object.fromEntries(Object.entries(base).filter(([id]) => !mine.includes(id)))];
    });
    for (const id of own[world] ?? [])
      grown = grown.flatMap((people) =>
        (options.get(id) ?? []).map((option) => [
          ...people.slice(0, -1),
          option === undefined ? (people.at(-1) ?? {}) : { ...people.at(-1), [id]: option.sent },
        ]),
      );
    const settings = person.kind === "set" ? person.settings : [];
    tuples = grown.map((people) => [
      ...people.slice(0, -1),
      settings.reduce((facts, setting) => set(facts, setting, ruleSet.facts), people.at(-1) ?? {}),
    ]);
  });
  return tuples;
}

/** The facts a world's person has for itself, whatever the first world's person has. */
export function ownFacts({ worlds }: Question, world: number): readonly string[] {
  const here = worlds[world];
  if (!here) return [];
  const every = [...new Set(worlds.flatMap((w) => w.ruleSet.facts.map((f) => f.id)))];
  const hidden = (facts: readonly string[]): readonly string[] =>
    facts.flatMap((fact) => [fact, ...(here.ruleSet.facts.find((f) => f.id === fact)?.derive?.sum ?? [])]);
  const settings = (of: Question["worlds"][number]): readonly string[] =>
    of.person.kind === "set" ? of.person.settings.map((s) => s.fact) : [];
  const given = hidden(settings(here));
  if (world === 0) return every.filter((f) => !given.includes(f));
  if (here.person.kind === "completed") return every;
  if (here.person.kind === "free") return here.person.facts;
  return hidden(worlds.flatMap(settings)).filter((f) => !given.includes(f));
}

function set(
  facts: Facts,
  { fact, to }: { readonly fact: string; readonly to: "unknown" | { readonly known: unknown } },
  declared: readonly Fact[],
): Facts {
  const parts = declared.find((f) => f.id === fact)?.derive?.sum ?? [];
  const rest = Object.fromEntries(Object.entries(facts).filter(([id]) => id !== fact && !parts.includes(id)));
  return to === "unknown" ? rest : { ...rest, [fact]: to.known };
}

/** How many facts are given, each once where the persons share it. */
export function costOf(question: Question, people: readonly Facts[]): number {
  return people.reduce(
    (sum, facts, world) => sum + ownFacts(question, world).filter((f) => Object.hasOwn(facts, f)).length,
    0,
  );
}

/** The cheapest witness, by trying everybody, those of whom least is known first; undefined when nobody is one. */
export function cheapest(question: Question, people: readonly (readonly Facts[])[]): Witness | undefined {
  const isAnswer = answersOf(question);
  return people
    .map((tuple) => ({ tuple, cost: costOf(question, tuple) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ tuple }) => ({ at: today, people: tuple }))
    .find((witness) => isAnswer(witness.people));
}

/** Who is asked about in many questions of one rule set is read once. */
const reads = new WeakMap<RuleSet, Map<string, Read>>();

function readIn(ruleSet: RuleSet, facts: Facts): Read {
  const read = reads.get(ruleSet) ?? new Map<string, Read>();
  reads.set(ruleSet, read);
  const key = JSON.stringify(facts);
  const known = read.get(key) ?? readBy(ruleSet, facts, today);
  read.set(key, known);
  return known;
}

/** Whether people are a witness, as `isWitness` says; they are read only when asked about. */
export function answersOf(question: Question): (people: readonly Facts[]) => boolean {
  return (people) => {
    const read = question.worlds.map(({ ruleSet }, world): Read => {
      const own = (): Read => readIn(ruleSet, people[world] ?? {});
      return {
        ruleSet,
        get person() {
          return own().person;
        },
        get result() {
          return own().result;
        },
        verdict: (condition) => own().verdict(condition),
      };
    });
    return isTrueOf(question.ask, read) && isRelated(question, { at: today, people });
  };
}

function distinctFacts(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((f) => [JSON.stringify(f), f])).values()];
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((i) => [JSON.stringify(i), i])).values()];
}
