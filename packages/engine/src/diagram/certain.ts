// What is certain of a decision for a person, whatever the unknown `block` facts and the doubtful facts turn out to be:
// exact, where the reading with three values may call open what every answer would settle alike.
import type { Diagram } from "../model/diagram.ts";
import type { Person } from "../model/person.ts";
import { plant, standingOf } from "./standing.ts";

export interface Certain {
  /** Every outcome that some completion of the person leads to, in order of precedence; one: decided. */
  readonly outcomes: readonly string[];
  /** The facts that can still change it, in the order of the diagram; every other open fact cannot matter any more. */
  readonly canChange: readonly string[];
}

/** The exact outcomes still possible for a person, and the exact facts that can still tell them apart. */
export function certain(diagram: Diagram, person: Person): Certain {
  const { forest, root } = plant(diagram, Infinity);
  const open = forest.restrict(root, standingOf(diagram, person));
  const facts = forest.support(open).map((level) => diagram.dimensions[level]?.fact ?? "");
  return {
    outcomes: forest.terminalsOf(open).map((place) => diagram.outcomes[place] ?? ""),
    canChange: [...new Set(facts)],
  };
}
