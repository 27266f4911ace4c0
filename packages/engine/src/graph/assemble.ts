// From nodes over atoms to a graph over classes of persons: every fact that the roots rest on gets its dimensions, and
// every atom becomes a node over them. Facts that nothing rests on get none.
import { canonicalJson } from "../model/canonical-json.ts";
import type { Fact } from "../model/fact.ts";
import { readPerson, type FactState } from "../model/person.ts";
import type { Facts } from "../model/profile.ts";
import type { Order } from "../question/question.ts";
import type { Atom, Atoms } from "./atoms.ts";
import { atomsUnder, finish, graphBuilder, replaceAtoms, type Builder } from "./builder.ts";
import { found } from "./found.ts";
import type { Graph } from "./graph.ts";
import {
  predicateOf,
  scalarSpace,
  stateReader,
  type FactSpace,
  type Ground,
  type People,
  type Predicate,
} from "./scalar.ts";
import { sentOn, type Sending } from "./sendings.ts";
import { setSpace } from "./sets.ts";
import type { Dimension, Space } from "./space.ts";
import { isSent, partPredicates, sumSpace, valuesOfPart } from "./sums.ts";
import { unmodelled } from "./unmodelled.ts";
import { factOf, type Views } from "./views.ts";

export interface Assembled {
  readonly space: Space;
  readonly graph: Graph;
  readonly roots: readonly number[];
}

interface Parts {
  readonly views: Views;
  readonly atoms: Atoms;
  readonly symbols: Builder;
  readonly roots: readonly number[];
}

export function assemble({ views, atoms, symbols, roots }: Parts): Assembled {
  const builder = graphBuilder();
  const dimensions: Dimension[] = [];
  const ground: Ground = { views, builder, dimensions };
  const atomAt = (place: number): Atom => found(atoms.list[place], String(place));
  const about = new Map<string, Atom[]>();
  for (const place of atomsUnder(symbols, roots)) {
    const atom = atomAt(place);
    about.set(atom.fact, [...(about.get(atom.fact) ?? []), atom]);
  }
  const totals = totalsOver(views, about);
  const extra = new Map<string, Map<string, Predicate>>();
  for (const [total, worlds] of totals)
    for (const world of worlds)
      for (const part of partsOf(views, world, total)) {
        const { values, sent } = partPredicates(factOf(views, world, part), world);
        const known = extra.get(part) ?? new Map<string, Predicate>();
        for (const p of [...values.map((v) => v.predicate), sent]) known.set(p.key, p);
        extra.set(part, known);
      }

  const spaces = new Map<string, FactSpace>();
  const spaceOf = (fact: string): FactSpace => found(spaces.get(fact), fact);
  const order = [...new Set(views.ruleSets.flatMap((r) => r.facts.map((f) => f.id)))].filter(
    (id) => about.has(id) || extra.has(id),
  );
  const sendingOf = (choice: readonly number[], world: number, fact: string): Sending | undefined => {
    const view = views.view(world, fact);
    return "fixed" in view ? view.fixed : spaces.get(fact)?.send(choice, world);
  };
  for (const id of [...order.filter((f) => !totals.has(f)), ...order.filter((f) => totals.has(f))])
    spaces.set(id, classesOfFact(id));

  const placed = replaceAtoms(symbols, {
    into: builder,
    roots,
    atom: (place) => {
      const atom = atomAt(place);
      return spaceOf(atom.fact).node(predicateOf(atom, views));
    },
  });
  return {
    ...finish(builder, placed),
    space: {
      dimensions,
      people: (choice, at) =>
        views.ruleSets.map((_, world): Facts => {
          const facts = new Map<string, unknown>();
          const ids = [...spaces.keys(), ...views.settings.flat().map((s) => s.fact)];
          for (const id of ids) {
            const sending = sendingOf(choice, world, id);
            const value = sending && sentOn(sending, at);
            if (value !== undefined) facts.set(id, value);
          }
          return Object.fromEntries(facts);
        }),
      classOf: (people, at) => {
        const read = peopleReader(views, people, at);
        const choice = dimensions.map(() => 0);
        for (const space of spaces.values())
          for (const [dimension, option] of space.classOf(read)) choice[dimension] = option;
        return choice;
      },
    },
  };

  function classesOfFact(id: string): FactSpace {
    const own = about.get(id) ?? [];
    const leaves = own.flatMap((a) => (a.kind === "leaf" ? [a] : []));
    const isSet = views.ruleSets.some((r) => r.facts.some((f) => f.id === id && f.type === "set"));
    if (isSet) {
      if (leaves.length < own.length) unmodelled(`an order of sets: ${id}`);
      return setSpace(ground, { fact: id, atoms: leaves });
    }
    const literals: readonly unknown[] = [
      ...leaves.flatMap((a) => a.test.value),
      ...own.flatMap((a) => (a.kind === "before" ? [...listOf(a.order), ...assumedAs(views, id)] : [])),
      ...views.settings.flat().flatMap((s) => (s.fact === id && s.to !== "unknown" ? [s.to.known] : [])),
      ...(extra.has(id) ? declaredAs(views, id).flatMap(valuesOfPart) : []),
    ];
    if (!totals.has(id))
      return scalarSpace(ground, {
        fact: id,
        literals,
        predicates: [...own.map((a) => predicateOf(a, views)), ...(extra.get(id)?.values() ?? [])],
        read: stateReader(views, id),
      });
    if (leaves.length < own.length) unmodelled(`an order of totals beside their parts: ${id}`);
    return sumSpace(ground, {
      fact: id,
      atoms: leaves,
      literals,
      mixed: isMixed(views, id),
      partNode: (part, predicate) => spaceOf(part).node(predicate),
      isPartSent: (choice, world, part) => {
        const sending = sendingOf(choice, world, part);
        return sending !== undefined && isSent(stateReader(views, part, "own")(world, sending));
      },
    });
  }
}

function listOf(order: Order): readonly unknown[] {
  return typeof order === "object" ? order : [];
}

/** What is assumed of somebody who was not asked: others stand before or after it. */
function assumedAs(views: Views, fact: string): readonly unknown[] {
  return declaredAs(views, fact).flatMap((f) =>
    typeof f.whenUnknown === "object" ? [f.whenUnknown.assume] : [],
  );
}

/** The fact in every vocabulary that has it. */
function declaredAs(views: Views, fact: string): readonly Fact[] {
  return views.ruleSets.flatMap((r) => r.facts.filter((f) => f.id === fact));
}

/** Whether worlds that see the same total see other parts or none, or read parts or total otherwise. */
function isMixed(views: Views, total: string): boolean {
  const worlds = views.ruleSets.flatMap((r, world) => (r.facts.some((f) => f.id === total) ? [world] : []));
  if (worlds.every((world) => partsOf(views, world, total).length === 0)) return false;
  const seen = new Map<string, string>();
  return worlds.some((world) => {
    const view = canonicalJson(views.view(world, total));
    const reading = canonicalJson(
      [total, ...partsOf(views, world, total)].map((part) => {
        const { type, range, whenUnknown, validFor } = factOf(views, world, part);
        return { part, type, range, whenUnknown, validFor, view: views.view(world, part) };
      }),
    );
    const earlier = seen.get(view);
    seen.set(view, reading);
    return earlier !== undefined && earlier !== reading;
  });
}

function partsOf(views: Views, world: number, fact: string): readonly string[] {
  return views.ruleSets[world]?.facts.find((f) => f.id === fact)?.derive?.sum ?? [];
}

/**
 * Totals whose parts count as well, with the worlds in which they are tested: a part is tested itself, or belongs to such
 * a total, or is another person's than the total. Any other total is like a fact of its own, since whatever parts can
 * make of it can be sent.
 */
function totalsOver(
  views: Views,
  about: ReadonlyMap<string, readonly Atom[]>,
): ReadonlyMap<string, readonly number[]> {
  const tested = new Map(
    [...about].map(([id, atoms]) => [
      id,
      [...new Set(atoms.flatMap((a) => (a.kind === "leaf" ? [a.world] : a.worlds)))],
    ]),
  );
  const counting = new Set(about.keys());
  const totals = new Map<string, readonly number[]>();
  for (;;) {
    const found = [...tested].filter(
      ([id, worlds]) =>
        !totals.has(id) &&
        (isMixed(views, id) ||
          worlds.some((world) =>
            partsOf(views, world, id).some((part) => counting.has(part) || isApart(world, id, part)),
          )),
    );
    if (found.length === 0) break;
    for (const [id, worlds] of found) {
      totals.set(id, worlds);
      for (const world of worlds) for (const part of partsOf(views, world, id)) counting.add(part);
    }
  }
  if (totals.size > 0 && views.completed) unmodelled("a total beside its parts, completed");
  return totals;

  function isApart(world: number, total: string, part: string): boolean {
    const [whole, piece] = [views.view(world, total), views.view(world, part)];
    return "copy" in whole && canonicalJson(whole) !== canonicalJson(piece);
  }
}

function peopleReader(views: Views, people: readonly Facts[], at: string): People {
  const persons = views.ruleSets.map(({ facts }, world) => {
    const sent = people[world] ?? {};
    return {
      whole: readPerson({ facts }, sent, at).states,
      own: readPerson({ facts: facts.map(alone) }, sent, at).states,
    };
  });
  const stateIn =
    (which: "whole" | "own") =>
    (world: number, fact: string): FactState =>
      found(persons[world]?.[which].get(fact), fact);
  return { state: stateIn("whole"), own: stateIn("own") };
}

function alone(fact: Fact): Fact {
  const { derive, ...rest } = fact;
  return derive === undefined ? fact : rest;
}
