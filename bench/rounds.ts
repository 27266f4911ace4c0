// Rounds in which every contender has its burst, beginning with another one each time, so that whatever else the machine
// does in the meantime hits them alike.

export interface Contender {
  readonly name: string;
  /** One short burst of work; what it cost per piece. */
  readonly burst: () => number | Promise<number>;
}

export interface Limits {
  readonly atLeast: number;
  readonly atMost: number;
  /** No further round begins after this, once there are enough. */
  readonly seconds: number;
}

/** What every contender's bursts cost, by name; the n-th of each belongs to the n-th round. */
export async function runRounds(
  contenders: readonly Contender[],
  { atLeast, atMost, seconds }: Limits,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const costs = new Map<string, number[]>(contenders.map((c) => [c.name, []]));
  const start = performance.now();
  const hasTime = (): boolean => performance.now() - start < seconds * 1000;
  for (let round = 0; round < atMost && (round < atLeast || hasTime()); round++) {
    const first = round % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)])
      costs.get(contender.name)?.push(await contender.burst());
  }
  return costs;
}
