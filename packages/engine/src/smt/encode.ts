// From a question about all persons to SMT-LIB 2 text: satisfiable exactly when there are such persons. Pure; which
// solver reads it, and for how long, is not known here.
import type { LocalDate } from "../model/date.ts";
import type { Fact } from "../model/fact.ts";
import type { Facts } from "../model/profile.ts";
import type { Question, Relation, Setting } from "../question/question.ts";
import { askTerm, completes } from "./ask.ts";
import { found, readingOf } from "./reading.ts";
import { freshSent, nothingSent, slotsOf, valueSent, type Sent, type Slot } from "./sent.ts";
import { statesOf, type State } from "./state.ts";
import { commandsFor, namesIn, Terms, type Term } from "./terms.ts";
import { readSent, type Values } from "./values.ts";

export interface Encoding {
  /** Declarations, definitions and assertions; no option, no logic, no `check-sat`. */
  readonly commands: string;
  /** The names to ask the values of. */
  readonly names: readonly string[];
  /** A term for every fact that may be given, true when it is; a fact that several people share stands once. */
  readonly given: readonly { readonly term: string; readonly world: number; readonly fact: string }[];
  /** The facts of each world's person, from the values of the names. */
  readonly people: (values: Values, at: LocalDate) => readonly Facts[];
}

/** What must be true of the variables of one fact. */
interface Law {
  readonly world: number;
  readonly sent: Sent;
  readonly laws: readonly Term[];
}

type Persons = readonly ReadonlyMap<string, Sent>[];

/** Encodes a question over every person whom the vocabularies of its worlds can tell apart. */
export function encodeQuestion(question: Question): Encoding {
  const terms = new Terms();
  const slots = slotsOf(question.worlds.map((w) => w.ruleSet.facts));
  const laws: Law[] = [];
  const persons = personsOf(terms, { question, slots, laws });
  const related: Term[] = [];
  const statesIn = (facts: readonly Fact[], world: number): ReadonlyMap<string, State> =>
    statesOf(terms, facts, (fact) => found(persons[world]?.get(fact), fact));
  const readings = question.worlds.map(({ ruleSet, person }, world) => {
    const states = statesIn(ruleSet.facts, world);
    if (person.kind === "completed" && world > 0) {
      // Both people are read by the world's own rule set.
      for (const [fact, first] of statesIn(ruleSet.facts, 0))
        related.push(completes(terms, first, found(states.get(fact), fact)));
    }
    return readingOf(terms, ruleSet, states);
  });
  const asked = askTerm(terms, question.ask, readings);
  // Facts that nothing reads need no laws: nothing is sent of them.
  const read = namesIn([...related, asked]);
  const relevant = laws.filter(({ sent }) => [...sent.variables].some((v) => read.has(v)));
  const { text, used, spelled } = commandsFor(terms, {
    asserted: [...relevant.flatMap((l) => l.laws), ...related, asked],
    named: relevant.map(({ sent }) => terms.not(sent.absent)),
  });
  return {
    commands: text,
    names: used,
    given: relevant.flatMap(({ world, sent }, i) => {
      const term = spelled[i];
      return term === undefined ? [] : [{ term, world, fact: sent.slot.id }];
    }),
    people: (values, at) =>
      persons.map((person) =>
        Object.fromEntries(
          [...person].flatMap(([fact, sent]) => {
            const value = readSent(sent, values, at);
            return value === undefined ? [] : [[fact, value]];
          }),
        ),
      ),
  };
}

/** What is sent of every fact, for each world: the same variables wherever the facts are the same. */
function personsOf(
  terms: Terms,
  about: { readonly question: Question; readonly slots: ReadonlyMap<string, Slot>; readonly laws: Law[] },
): Persons {
  const { question, slots, laws } = about;
  const fresh = (world: number, slot: Slot, index: number): Sent => {
    const { sent, laws: own } = freshSent(terms, `w${world}f${index}`, slot);
    laws.push({ world, sent, laws: own });
    return sent;
  };
  const partsOf = (world: number, fact: string): readonly string[] =>
    question.worlds[world]?.ruleSet.facts.find((f) => f.id === fact)?.derive?.sum ?? [];
  const settingsOf = (person: Relation): readonly Setting[] => (person.kind === "set" ? person.settings : []);
  const everySetting = question.worlds.flatMap(({ person }) => settingsOf(person));
  const persons: ReadonlyMap<string, Sent>[] = [];
  for (const [world, { person }] of question.worlds.entries()) {
    const [first] = persons;
    // Facts that some world sets, and their parts, are apart in every world.
    const apart = new Set(everySetting.flatMap(({ fact }) => [fact, ...partsOf(world, fact)]));
    const isOwn = (fact: string): boolean => {
      if (person.kind === "completed") return true;
      return person.kind === "free" ? person.facts.includes(fact) : apart.has(fact);
    };
    const own = new Map(
      [...slots].map(([fact, slot], i) => {
        const isFresh = first === undefined || isOwn(fact);
        return [fact, isFresh ? fresh(world, slot, i) : found(first.get(fact), fact)];
      }),
    );
    for (const { fact } of settingsOf(person))
      for (const part of partsOf(world, fact))
        own.set(part, nothingSent(terms, found(slots.get(part), part)));
    for (const { fact, to } of settingsOf(person)) {
      const slot = slots.get(fact);
      if (slot) own.set(fact, to === "unknown" ? nothingSent(terms, slot) : valueSent(terms, slot, to.known));
    }
    persons.push(own);
  }
  return persons;
}
