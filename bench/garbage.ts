// How many bytes a piece of work leaves behind for the garbage collector.
import { median } from "./statistics.ts";

/** Bytes of the heap that each piece takes; few enough pieces at a time that nothing is collected in between. */
export function garbageOf(work: () => void, pieces: number): number {
  const samples: number[] = [];
  for (let round = 0; round < 60; round++) {
    const before = process.memoryUsage().heapUsed;
    work();
    const grown = process.memoryUsage().heapUsed - before;
    // Whatever was collected meanwhile makes the difference meaningless.
    if (grown >= 0) samples.push(grown / pieces);
  }
  return median(samples);
}
