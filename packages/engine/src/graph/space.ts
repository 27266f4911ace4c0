// A space of persons cut into finitely many classes: a product of dimensions, each a list of options that nothing in
// the graph beside it can tell apart from within. Every person is in a class, and an ordinary one stands for each.
import type { LocalDate } from "../model/date.ts";
import type { Value } from "../model/fact.ts";
import type { Facts } from "../model/profile.ts";

/** Numbers or dates from one to another, both included; open where there is no bound. */
export interface Interval {
  readonly from?: number | string;
  readonly to?: number | string;
}

/** One class along a dimension. What it says of the fact is for people to read; graphs only know its place. */
export interface Option {
  /** Known values of the class: single values (boolean, enum), or intervals. Of a set: nothing, see `members`. */
  readonly known: readonly (Value | Interval)[];
  /** Who did not say is in it. */
  readonly unknown: boolean;
  /** Who said something that does not count (any longer) is in it. */
  readonly doubtful: boolean;
  /** Of a group of members of a set: which ways occur among them. */
  readonly members?: { readonly in: boolean; readonly out: boolean; readonly unasked: boolean };
  /**
   * The options in which it is known for good, for whoever is in the class: itself when nothing is open in it (known, or
   * plainly unknown where that is ignored or assumed), else those it may turn out to be.
   */
  readonly completions: readonly number[];
}

export interface Dimension {
  /** Unique in its space. */
  readonly name: string;
  readonly fact: string;
  /** The worlds whose person it describes. */
  readonly worlds: readonly number[];
  /** Of a group of members of a set: those members. */
  readonly members?: readonly string[];
  readonly options: readonly Option[];
}

export interface Space {
  readonly dimensions: readonly Dimension[];
  /** The facts of a person of a class, for each world. */
  readonly people: (choice: readonly number[], at: LocalDate) => readonly Facts[];
  /** The class of given people (one for each world, related as the question says). */
  readonly classOf: (people: readonly Facts[], at: LocalDate) => readonly number[];
}

/** How many classes there are. */
export function classesOf(space: Space): number {
  return space.dimensions.reduce((product, d) => product * d.options.length, 1);
}
