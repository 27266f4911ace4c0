// Bursts of one contender: so many persons one after another, going on where the last burst stopped.
import { processTime, threadTime } from "./cpu-time.ts";
import type { Contender } from "./rounds.ts";

export interface Work {
  readonly name: string;
  /** How many persons there are. */
  readonly persons: number;
  /** Does it for the n-th person: always at once, or always by a promise. */
  readonly run: (n: number) => unknown;
  /** Other threads do some of it: the CPU time of the whole process is counted, not the main thread's. */
  readonly hasThreads?: boolean;
}

type Loop = (run: Work["run"], from: number, times: number, persons: number) => unknown;

/**
 * A loop of a contender's own: one that all shared would be compiled for all their shapes at once, and the fastest would pay
 * for the others. The last answer is kept, so that no compiler may leave the work out.
 */
function ownLoop(isAwaited: boolean): Loop {
  const [async, wait] = isAwaited ? ["async ", "await "] : ["", ""];
  const source = `return ${async}function (run, from, times, persons) {
    let last;
    for (let i = 0, n = from; i < times; i++) {
      last = ${wait}run(n);
      n = n + 1 === persons ? 0 : n + 1;
    }
    return last;
  }`;
  // Only texts that stand above.
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
  return (new Function(source) as () => Loop)();
}

/** As many persons a burst as take so many microseconds of CPU time; found out by trying, which also warms it up. */
export async function inBurstsOf(microseconds: number, work: Work): Promise<Contender> {
  const clock = work.hasThreads === true ? processTime : threadTime;
  const { persons, run } = work;
  const isAwaited = run(0) instanceof Promise;
  const loop = ownLoop(isAwaited);
  let next = 0;
  const burst = async (times: number): Promise<number> => {
    const before = clock();
    const done = loop(run, next, times, persons);
    if (isAwaited) await done;
    next = (next + times) % persons;
    return clock() - before;
  };
  let times = 1;
  while ((await burst(times)) < microseconds) times *= 2;
  // Whole passes where they are short enough, so that every burst meets the same persons.
  if (times > persons) times = Math.ceil(times / persons) * persons;
  return { name: work.name, burst: async () => (await burst(times)) / times };
}
