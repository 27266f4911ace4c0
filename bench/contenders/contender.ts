// What every contender of the one-person workloads is to the bench.
import type { TwoValued, Values } from "../two-valued.ts";

/** A rule engine made ready for a rule set and for persons laid out as it likes them best. */
export interface Prepared {
  readonly name: string;
  /** All criteria for the n-th person. Making the answer readable is not part of it. */
  readonly run: (n: number) => unknown;
  /** The ids of the criteria that hold, from what `run` gave. */
  readonly holding: (answer: unknown) => readonly string[];
  /** Some of the work is done on other threads, so that the CPU time of the whole process is counted. */
  readonly hasThreads?: boolean;
  /** False for code without any rule engine. */
  readonly isEngine?: boolean;
}

/** Makes an engine ready, none of which is timed. */
export type Prepare = (form: TwoValued, persons: readonly Values[]) => readonly Prepared[];

/** The n-th of a list. @throws RangeError when there is none */
export function at<T>(items: readonly T[], n: number): T {
  const item = items[n];
  if (item === undefined) throw new RangeError(`no item ${n}`);
  return item;
}
