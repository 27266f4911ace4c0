// Questions about all persons: "is there anybody for whom this holds?". One shape for safety properties, for the
// checks of a whole rule set and for differences between two rule sets, so that every way of answering (a solver,
// enumeration, decision diagrams) answers the same questions, and `answersQuestion` can replay any answer.
import type { Condition } from "../model/condition.ts";
import type { Value } from "../model/fact.ts";
import type { RuleSet } from "../model/rule-set.ts";
import type { Verdict } from "../kleene.ts";

/** What a world does to one fact of the first world's person. Parts of a derived fact that is set are plainly unknown. */
export interface Setting {
  readonly fact: string;
  /** A value of the fact, or plainly unknown. */
  readonly to: { readonly known: Value } | "unknown";
}

/** How the person of a world relates to the person of the first world. */
export type Relation =
  /** The same person. */
  | { readonly kind: "same" }
  /** The same person with facts set; the first world may have settings too. */
  | { readonly kind: "set"; readonly settings: readonly Setting[] }
  /** The same person except in these facts, whatever they are there. */
  | { readonly kind: "free"; readonly facts: readonly string[] }
  /**
   * The same person once unknown `block` facts and doubtful facts have turned out one way or another (known, or still
   * unknown). Known facts stay as they are, members of a set that were asked about too, and plainly unknown facts
   * that are ignored or assumed.
   */
  | { readonly kind: "completed" };

/** One reading: a rule set, and a person. */
export interface World {
  readonly ruleSet: RuleSet;
  readonly person: Relation;
}

/** How an outcome of a `many` decision stands. */
export type Standing = "suggested" | "undetermined" | "withheld";

/** What is asked; worlds by their place. Every atom is true or false of its world. */
export type Formula =
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] }
  | { readonly not: Formula }
  /** The three-valued verdict of a condition. */
  | { readonly world: number; readonly verdict: Verdict; readonly of: Condition }
  /** A condition read two-valued, as properties read it (semantics section 8). */
  | { readonly world: number; readonly holds: Condition }
  /** A `one` decision is in one of these states, computed states included. */
  | { readonly world: number; readonly decision: string; readonly state: readonly string[] }
  /** An outcome of a `one` decision is still possible. */
  | { readonly world: number; readonly decision: string; readonly possible: string }
  /** An outcome of a `many` decision stands so. */
  | { readonly world: number; readonly decision: string; readonly outcome: string; readonly is: Standing }
  /** The fact is known in both worlds, and its value in the first world is before its value in the second. */
  | { readonly before: string; readonly worlds: readonly [number, number]; readonly order: Order };

/** From better to worse: the numbers or dates as they stand, the other way round, or values in a list. */
export type Order = "ascending" | "descending" | readonly (boolean | number | string)[];

export interface Question {
  /** One world, or two; three of the same person where two rule sets and their merge are asked about. */
  readonly worlds: readonly World[];
  readonly ask: Formula;
}

export const samePerson: Relation = { kind: "same" };

/** A question of one rule set and one person. */
export function askOne(ruleSet: RuleSet, ask: Formula): Question {
  return { worlds: [{ ruleSet, person: samePerson }], ask };
}
