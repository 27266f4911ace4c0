// Atoms: the tests of facts that a graph rests on before classes of persons are made, each true or false of a person.
import { canonicalJson } from "../model/canonical-json.ts";
import type { FactOperator } from "../model/condition.ts";
import type { Order } from "../question/question.ts";

/** A leaf (or its negation) is true, or may be: not false. */
export interface LeafTest {
  readonly operator: FactOperator;
  /** The literal, parameters resolved. */
  readonly value: unknown;
  readonly negated: boolean;
  readonly need: "must" | "may";
}

export type Atom =
  | { readonly kind: "leaf"; readonly fact: string; readonly world: number; readonly test: LeafTest }
  /** Known in both worlds, in the first before in the second. */
  | {
      readonly kind: "before";
      readonly fact: string;
      readonly worlds: readonly [number, number];
      readonly order: Order;
    };

const keys = new WeakMap<Atom, string>();

/** One text for one test. */
export function keyOf(atom: Atom): string {
  const known = keys.get(atom);
  if (known !== undefined) return known;
  const key = canonicalJson(atom);
  keys.set(atom, key);
  return key;
}

/** Numbers atoms, the same number for the same test. */
export interface Atoms {
  readonly list: readonly Atom[];
  place(atom: Atom): number;
}

export function atomList(): Atoms {
  const list: Atom[] = [];
  const places = new Map<string, number>();
  return {
    list,
    place(atom) {
      const key = keyOf(atom);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, list.length);
      return list.push(atom) - 1;
    },
  };
}
