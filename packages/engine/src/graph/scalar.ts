// Classes of what is sent of one fact (any type but a set): candidates that no test tells apart are one option. Where two
// worlds' persons are tied together in the fact, candidates are pairs.
import type { Fact, Value } from "../model/fact.ts";
import { doubtOf, readPerson, type FactState } from "../model/person.ts";
import type { Facts } from "../model/profile.ts";
import { keyOf, type Atom } from "./atoms.ts";
import type { Builder } from "./builder.ts";
import { found } from "./found.ts";
import { always, never } from "./graph.ts";
import { isBefore, isMet } from "./leaf.ts";
import { known as describeKnown } from "./describe.ts";
import { sendingsOf, sentOn, type Sending } from "./sendings.ts";
import type { Dimension, Option } from "./space.ts";
import { factOf, type Views } from "./views.ts";

/** True or false of what the persons of some worlds are in a fact. */
export interface Predicate {
  readonly key: string;
  readonly worlds: readonly number[];
  readonly holds: (state: (world: number) => FactState) => boolean;
}

/** What is sent in some worlds, for a choice of options. */
export interface FactSpace {
  readonly node: (predicate: Predicate) => number;
  /** What each world's person sends of the fact. */
  readonly send: (choice: readonly number[], world: number) => Sending | undefined;
  /** The options people belong to, by dimension. */
  readonly classOf: (people: People) => readonly (readonly [dimension: number, option: number])[];
}

/** What the persons of all worlds are in every fact. */
export interface People {
  readonly state: (world: number, fact: string) => FactState;
  /** As if the fact were no total of others. */
  readonly own: (world: number, fact: string) => FactState;
}

export interface Ground {
  readonly views: Views;
  readonly builder: Builder;
  readonly dimensions: Dimension[];
}

/** Any day: what is sent is read on it, with its age. */
export const someDay = "2026-03-02";

export function predicateOf(atom: Atom, views: Views): Predicate {
  const key = keyOf(atom);
  if (atom.kind === "before") {
    const [a, b] = atom.worlds;
    return { key, worlds: [a, b], holds: (state) => isBefore(state(a), state(b), atom.order) };
  }
  const fact = factOf(views, atom.world, atom.fact);
  return { key, worlds: [atom.world], holds: (state) => isMet(atom.test, fact, state(atom.world)) };
}

/** Reads what is sent of a fact in a world: as declared there, its parts absent; `own` as if it had none. */
export function stateReader(views: Views, id: string, parts?: "own"): StateReader {
  const kept = new Map<Sending, Map<number, FactState>>();
  return (world, sending) => {
    const byWorld = kept.get(sending) ?? new Map<number, FactState>();
    kept.set(sending, byWorld);
    const earlier = byWorld.get(world);
    if (earlier) return earlier;
    const declared = factOf(views, world, id);
    const { derive, ...own } = declared;
    const facts: readonly Fact[] =
      parts === "own" ? [own] : [declared, ...(derive?.sum ?? []).map((p) => factOf(views, world, p))];
    const value = sentOn(sending, someDay);
    const sent: Facts = value === undefined ? {} : { [id]: value };
    const state = found(readPerson({ facts: [...facts] }, sent, someDay).states.get(id), id);
    byWorld.set(world, state);
    return state;
  };
}
export type StateReader = (world: number, sending: Sending) => FactState;

interface ScalarOptions {
  readonly fact: string;
  readonly predicates: readonly Predicate[];
  readonly literals: readonly unknown[];
  readonly read: StateReader;
}

interface Class {
  readonly tuple: readonly Sending[];
  readonly tuples: (readonly Sending[])[];
}

export function scalarSpace(ground: Ground, options: ScalarOptions): FactSpace {
  const { views, builder, dimensions } = ground;
  const { fact, predicates, read } = options;
  const copyIn = (world: number): number | undefined => {
    const view = views.view(world, fact);
    return "copy" in view ? view.copy : undefined;
  };
  const declaring = views.ruleSets.flatMap((r, w) => (r.facts.some((f) => f.id === fact) ? [w] : []));
  const allCopies = new Set(declaring.flatMap((w) => copyIn(w) ?? []));
  const looksAt = (p: Predicate): ReadonlySet<number> => new Set(p.worlds.flatMap((w) => copyIn(w) ?? []));
  const isJoint = views.completed || predicates.some((p) => looksAt(p).size > 1);
  const groups = isJoint ? [[...allCopies]] : [...allCopies].map((c) => [c]);
  const nodes = new Map<string, number>();
  const axes = groups.flatMap((copies) => {
    const own = predicates.filter((p) => [...looksAt(p)].some((c) => copies.includes(c)));
    return own.length === 0 ? [] : [axisOf(copies, own)];
  });
  for (const predicate of predicates) {
    if (looksAt(predicate).size > 0) continue;
    nodes.set(predicate.key, predicate.holds(stateIn([], [])) ? always : never);
  }
  return {
    node: ({ key }) => found(nodes.get(key), key),
    send: (choice, world) => {
      const copy = copyIn(world);
      for (const axis of axes) {
        const place = axis.copies.findIndex((c) => c === copy);
        if (place >= 0) return axis.classes[choice[axis.dimension] ?? 0]?.tuple[place];
      }
      return undefined;
    },
    classOf: (people) =>
      axes.map((axis) => [axis.dimension, axis.optionOf((world) => people.state(world, fact))] as const),
  };

  /** The state in a world, given what is sent in each copy. */
  function stateIn(copies: readonly number[], tuple: readonly Sending[]): (world: number) => FactState {
    return (world) => {
      const view = views.view(world, fact);
      return read(world, "fixed" in view ? view.fixed : found(tuple[copies.indexOf(view.copy)], fact));
    };
  }

  function axisOf(copies: readonly number[], own: readonly Predicate[]) {
    const worlds = declaring.filter((w) => copies.some((c) => c === copyIn(w)));
    const facts = worlds.map((w) => factOf(views, w, fact));
    const signatureOf = (state: (world: number) => FactState): string =>
      own.map((p) => (p.holds(state) ? "1" : "0")).join("");
    const singles = sendingsOf(facts, options.literals);
    const tuples =
      copies.length === 1
        ? singles.map((s) => [s])
        : singles.flatMap((a) => singles.map((b) => [a, b])).filter(isTied);
    const classes = new Map<string, Class>();
    for (const tuple of tuples) {
      const signature = signatureOf(stateIn(copies, tuple));
      const known = classes.get(signature);
      if (known) known.tuples.push(tuple);
      else classes.set(signature, { tuple, tuples: [tuple] });
    }
    const signatures = [...classes.keys()];
    const list = [...classes.values()];
    const dimension = dimensions.length;
    const first = worlds[0] ?? 0;
    const stateOf = (tuple: readonly Sending[]): FactState => stateIn(copies, tuple)(first);
    dimensions.push({
      name: copies.length === 1 && copies[0] !== 0 ? `${fact} (${(copies[0] ?? 0) + 1})` : fact,
      fact,
      worlds,
      options: list.map((c) => describe(facts, c, { classes: list, stateOf })),
    });
    for (const [i, predicate] of own.entries())
      nodes.set(
        predicate.key,
        builder.literal(
          dimension,
          signatures.map((s) => s[i] === "1"),
        ),
      );
    return {
      copies,
      dimension,
      classes: list,
      optionOf: (state: (world: number) => FactState): number => {
        const option = signatures.indexOf(signatureOf(state));
        if (option < 0) throw new TypeError(`nobody was expected to be like this in ${fact}`);
        return option;
      },
    };
  }

  /** Whether the second world's person may be so when the first world's is. */
  function isTied([a, b]: readonly Sending[]): boolean {
    if (!views.completed || !a || !b) return true;
    // What is open is said by the vocabulary of the world that completes.
    return isOpen(factOf(views, 1, fact), read(1, a)) || a === b;
  }
}

/** Whether the state may turn out to be another one: an unknown `block` fact, or a doubtful one. */
export function isOpen(fact: Fact, state: FactState): boolean {
  return state.kind === "unknown" && (fact.whenUnknown === "block" || doubtOf(state) !== undefined);
}

function describe(
  facts: readonly Fact[],
  { tuples }: Class,
  all: { readonly classes: readonly Class[]; readonly stateOf: (tuple: readonly Sending[]) => FactState },
): Option {
  const [first] = facts;
  const fact = found(first, "a fact of the class");
  const states = tuples.map(all.stateOf);
  const knownIn = (c: Class): readonly Value[] =>
    c.tuples.map(all.stateOf).flatMap((s) => (s.kind === "known" && !s.assumed ? [s.value] : []));
  const open = states.some((s) => isOpen(fact, s));
  const fixed = states.some((s) => !isOpen(fact, s));
  const own = all.classes.findIndex((c) => c.tuples === tuples);
  return {
    known: describeKnown(fact, all.classes.flatMap(knownIn), states),
    unknown: states.some((s) =>
      s.kind === "unknown" ? doubtOf(s) === undefined : s.kind === "known" && s.assumed,
    ),
    doubtful: states.some((s) => doubtOf(s) !== undefined),
    completions: all.classes.flatMap((c, i) =>
      (fixed && i === own) || (open && knownIn(c).length > 0) ? [i] : [],
    ),
  };
}
