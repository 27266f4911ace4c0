// One line of the table.

export interface Row {
  readonly workload: string;
  readonly contender: string;
  readonly unit: string;
  readonly value: number;
  /** Beside what the row is compared with, in the same run. */
  readonly ratio?: Ratio;
}

export interface Ratio {
  readonly value: number;
  /** What the number says, to be read after it. */
  readonly meaning: string;
}

export type Bound = { readonly atLeast: number } | { readonly atMost: number };

/** What counts in a row: its ratio where it is compared with another. */
export function judgedValue({ value, ratio }: Row): number {
  return ratio?.value ?? value;
}

export function isReached(value: number, bound: Bound): boolean {
  return "atLeast" in bound ? value >= bound.atLeast : value <= bound.atMost;
}

/** The name of the workload with what its rows are compared with; no two rows share it and a contender. */
export function fullName({ workload, ratio }: Row): string {
  return ratio === undefined ? workload : `${workload} (${ratio.meaning})`;
}

/** What certain rows have to reach. */
export interface Required {
  /** The workload by its full name. */
  readonly workload: RegExp;
  /** All of the contender's name, or what is to be found in it. */
  readonly contender: string | RegExp;
  readonly bound: Bound;
}

export function isOf(row: Row, { workload, contender }: Required): boolean {
  const isContender =
    typeof contender === "string" ? row.contender === contender : contender.test(row.contender);
  return isContender && workload.test(fullName(row));
}
