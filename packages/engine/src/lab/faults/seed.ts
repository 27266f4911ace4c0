// What a kind of fault is made of: a place, and what may wrongly stand there.
import { nodesOf, type Condition } from "../../model/condition.ts";
import type { Path } from "../../model/diagnostic.ts";
import type { Fault } from "../../model/lab.ts";
import type { RuleSet } from "../../model/rule-set.ts";
import { runningConditions } from "../reading.ts";

/** A fault that is not yet known to be well typed; `of` names the thing it is in. */
export interface Seed extends Omit<Fault, "id" | "at"> {
  readonly of: string;
  readonly at: Path;
}
/** One kind of fault: every way to make it in a rule set. */
export type Seeder = (ruleSet: RuleSet) => readonly Seed[];

/** A node of a condition that runs, with its place in the document. */
export interface PlacedNode {
  readonly of: string;
  readonly at: Path;
  readonly node: Condition;
}

export function placedNodes(ruleSet: RuleSet): readonly PlacedNode[] {
  return runningConditions(ruleSet).flatMap(({ at, id, when }) =>
    [...nodesOf(when)].map(({ at: inside, node }) => ({ of: id, at: [...at, ...inside], node })),
  );
}
