// A total and its parts, where both count: the total's verdicts are those of the sum of its parts, built as nodes over the
// parts' options, or of what was sent of the total alone.
import { canonicalJson } from "../model/canonical-json.ts";
import { isValueOf, type Fact } from "../model/fact.ts";
import { doubtOf, type FactState } from "../model/person.ts";
import { keyOf, type Atom } from "./atoms.ts";
import { found } from "./found.ts";
import { always, never } from "./graph.ts";
import { isMet } from "./leaf.ts";
import { scalarSpace, stateReader, type FactSpace, type Ground, type Predicate } from "./scalar.ts";
import { nothing } from "./sendings.ts";
import { unmodelled } from "./unmodelled.ts";
import { factOf } from "./views.ts";

type LeafAtom = Extract<Atom, { kind: "leaf" }>;

/** How many values a part may have before its total is left to other means. */
const mostValues = 200;

/** Every value of a part: its sum depends on each. */
export function valuesOfPart(part: Fact): readonly number[] {
  const { range } = part;
  if (!range || range.max - range.min >= mostValues)
    return unmodelled(`a part without a small range: ${part.id}`);
  return Array.from(
    { length: Math.floor(range.max) - Math.ceil(range.min) + 1 },
    (_, i) => Math.ceil(range.min) + i,
  );
}

/** What a total in a world needs to know of a part: each value, and whether anything was sent. */
export interface PartPredicates {
  readonly values: readonly { readonly value: number; readonly predicate: Predicate }[];
  readonly sent: Predicate;
}

export function partPredicates(part: Fact, world: number): PartPredicates {
  const of = (name: string, holds: (state: FactState) => boolean): Predicate => ({
    key: `${part.id} in ${world}: ${name}`,
    worlds: [world],
    holds: (state) => holds(state(world)),
  });
  return {
    values: valuesOfPart(part).map((value) => ({
      value,
      predicate: of(`is ${value}`, (s) => s.kind === "known" && s.value === value),
    })),
    sent: of("sent", isSent),
  };
}

/** Something was sent: a value, or something doubtful. */
export function isSent(state: FactState): boolean {
  return state.kind === "known" ? !state.assumed : doubtOf(state) !== undefined;
}

interface SumOptions {
  readonly fact: string;
  readonly atoms: readonly LeafAtom[];
  readonly literals: readonly unknown[];
  /** The node of a predicate of a part. */
  readonly partNode: (part: string, predicate: Predicate) => number;
  /**
   * Worlds that see the same total see other parts, or read them otherwise: then a total beside its parts counts by itself.
   * Elsewhere it is what they make, which may as well not be sent, or contradicts them, which is as good as no value.
   */
  readonly mixed: boolean;
  /** Whether any part was sent by a world's person of a class. */
  readonly isPartSent: (choice: readonly number[], world: number, part: string) => boolean;
}

export function sumSpace(ground: Ground, options: SumOptions): FactSpace {
  const { views, builder } = ground;
  const { fact: id, atoms } = options;
  const { and, or, not } = builder;
  const worlds = [...new Set(atoms.map((a) => a.world))];
  const ownState = stateReader(views, id, "own");
  const own = (world: number, name: string, holds: (state: FactState) => boolean): Predicate => ({
    key: `${id} in ${world}: ${name}`,
    worlds: [world],
    holds: (state) => holds(state(world)),
  });
  const isSentAlone = (w: number): Predicate => own(w, "sent", isSent);
  const isDoubtful = (w: number): Predicate => own(w, "doubtful", (s) => doubtOf(s) !== undefined);
  const alone = (atom: LeafAtom): Predicate => ({
    key: keyOf(atom),
    worlds: [atom.world],
    holds: (state) => isMet(atom.test, factOf(views, atom.world, id), state(atom.world)),
  });
  const partsIn = (world: number): readonly string[] => factOf(views, world, id).derive?.sum ?? [];
  const sumsIn = (w: number): readonly number[] =>
    possibleSums(partsIn(w).map((part) => valuesOfPart(factOf(views, w, part))));
  const isValue = (w: number, value: number): Predicate =>
    own(w, `is ${value}`, (s) => s.kind === "known" && !s.assumed && s.value === value);
  const total = scalarSpace(ground, {
    fact: id,
    predicates: [
      ...worlds.flatMap((w) => [isSentAlone(w), isDoubtful(w)]),
      ...(options.mixed ? worlds.flatMap((w) => sumsIn(w).map((v) => isValue(w, v))) : []),
      ...atoms.map(alone),
    ],
    literals: [...options.literals, ...(options.mixed ? worlds.flatMap(sumsIn) : [])],
    read: ownState,
  });
  const nodes = new Map(atoms.map((atom) => [keyOf(atom), nodeOf(atom)]));
  return {
    node: ({ key }) => found(nodes.get(key), key),
    send: (choice, world) => {
      const sending = total.send(choice, world);
      if (!sending || options.mixed) return sending;
      const reader = readerOf(world);
      if (!partsIn(reader).some((part) => options.isPartSent(choice, reader, part))) return sending;
      // Beside parts a total is what they make, or it contradicts them: then it may as well be no total at all.
      return doubtOf(ownState(reader, sending)) === undefined ? undefined : sending;
    },
    classOf: (people) =>
      total.classOf({
        ...people,
        // A total that contradicts its parts is as good as no value.
        state: (world) => {
          const sent = people.own(world, id);
          const isContradicted =
            !options.mixed &&
            isSent(sent) &&
            doubtOf(people.state(world, id)) !== undefined &&
            partsIn(world).some((part) => isSent(people.own(world, part)));
          return isContradicted ? { kind: "unknown", reason: "invalid" } : sent;
        },
      }),
  };

  /** A world that declares the total and sees the same as this one, which may not declare it. */
  function readerOf(world: number): number {
    const seen = canonicalJson(views.view(world, id));
    return views.ruleSets.findIndex(
      ({ facts }, w) => facts.some((f) => f.id === id) && canonicalJson(views.view(w, id)) === seen,
    );
  }

  function nodeOf(atom: LeafAtom): number {
    const { world } = atom;
    const fact = factOf(views, world, id);
    const met = (state: FactState): number => (isMet(atom.test, fact, state) ? always : never);
    const parts = (fact.derive?.sum ?? []).map((part) => {
      const declared = factOf(views, world, part);
      const { values, sent } = partPredicates(declared, world);
      return {
        sent: options.partNode(part, sent),
        values: values.map(({ value, predicate }) => ({ value, node: options.partNode(part, predicate) })),
      };
    });
    if (parts.length === 0) return total.node(alone(atom));
    const doubtful = met({ kind: "unknown", reason: "invalid" });
    const known = (sum: number): number =>
      isValueOf(fact, sum) ? met({ kind: "known", value: sum, assumed: false }) : doubtful;
    /** The node for what the parts make, given one for every sum. */
    const fromSum = (of: (sum: number) => number): number => {
      const sums = new Map<string, number>();
      const from = (place: number, sum: number): number => {
        const part = parts[place];
        if (!part) return of(sum);
        const key = `${place} ${sum}`;
        const earlier = sums.get(key);
        if (earlier !== undefined) return earlier;
        const node = or([
          ...part.values.map(({ value, node: is }) => and([is, from(place + 1, sum + value)])),
          // A part that is not known leaves the total incomplete, or as doubtful as it is itself.
          and([not(or(part.values.map((v) => v.node))), doubtful]),
        ]);
        sums.set(key, node);
        return node;
      };
      return from(0, 0);
    };
    const values = options.mixed ? sumsIn(world) : [];
    const isDoubted = total.node(isDoubtful(world));
    // A total that was sent beside its parts must be the very total they make.
    const beside = or(
      values.map((v) =>
        and([total.node(isValue(world, v)), fromSum((sum) => (sum === v ? known(v) : doubtful))]),
      ),
    );
    const isOther = not(or(values.map((v) => total.node(isValue(world, v)))));
    const anyPart = or(parts.map((p) => p.sent));
    const sentAlone = total.node(isSentAlone(world));
    const fromNothing = stateReader(views, id)(world, nothing);
    const isSilent = options.mixed ? not(sentAlone) : not(isDoubted);
    return or([
      and([anyPart, isDoubted, doubtful]),
      and([anyPart, isSilent, fromSum(known)]),
      and([anyPart, beside]),
      ...(options.mixed ? [and([anyPart, sentAlone, isOther, doubtful])] : []),
      and([not(anyPart), sentAlone, total.node(alone(atom))]),
      and([not(anyPart), not(sentAlone), met(fromNothing)]),
    ]);
  }
}

function possibleSums(parts: readonly (readonly number[])[]): readonly number[] {
  const sums = parts.reduce<readonly number[]>(
    (all, values) => [...new Set(all.flatMap((sum) => values.map((v) => sum + v)))],
    [0],
  );
  return parts.length === 0 ? [] : sums;
}
