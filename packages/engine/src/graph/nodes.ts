// The nodes that a rule set is read as: verdicts as two masks, the answers of decisions.
import type { Condition } from "../model/condition.ts";
import type { Decision } from "../model/rule-set.ts";

/** A three-valued verdict as two nodes: it is true; it is not false. */
export interface Masks {
  readonly must: number;
  readonly may: number;
}

export interface RuleSetReading {
  /** The verdict of a condition (of its negation when negated). */
  verdict(condition: Condition, negated?: boolean): Masks;
  /** A condition read two-valued, as properties read it. */
  holds(condition: Condition): number;
  /** It is unknown, and an undecided leaf it rests on reads a fact that counts. */
  restsOn(condition: Condition, counts: Counting): number;
  one(decision: string): OneNodes;
  many(decision: string): ManyNodes;
  decision(id: string): Decision;
}

/** Which facts are looked for among those that verdicts rest on; named, so that answers can be kept. */
export interface Counting {
  readonly name: string;
  readonly fact: (id: string) => boolean;
}

export interface OneNodes {
  /** By state, the computed ones included: exactly one is true. */
  readonly state: ReadonlyMap<string, number>;
  readonly possible: ReadonlyMap<string, number>;
  /** Something is missing, and a fact that counts is among it. */
  readonly restsOn: (counts: Counting) => number;
}

export interface ManyNodes {
  readonly suggested: ReadonlyMap<string, number>;
  readonly undetermined: ReadonlyMap<string, number>;
  readonly withheld: ReadonlyMap<string, number>;
}
