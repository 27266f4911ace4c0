// One line of the table.

export interface Row {
  readonly workload: string;
  readonly contender: string;
  readonly unit: string;
  readonly value: number;
  /** Beside what the row is compared with, in the same run. */
  readonly ratio?: Ratio;
  /** The most the row's ratio, or its value where it has none, may be. */
  readonly target?: number;
  /** The least they may be. */
  readonly atLeast?: number;
}

export interface Ratio {
  readonly value: number;
  /** What the number says, to be read after it. */
  readonly meaning: string;
}

/** Whether a row reaches its target; undefined when it has none. */
export function reaches({ value, ratio, target, atLeast }: Row): boolean | undefined {
  const judged = ratio?.value ?? value;
  if (target === undefined) return atLeast === undefined ? undefined : judged >= atLeast;
  return judged <= target;
}
