// Going through all steps of a kernel in pieces, none so long that the event loop would wait for it.
import type { Kernel } from "./kernel.ts";

export interface Limits {
  readonly signal: AbortSignal | undefined;
  /** When it is too late, as `performance.now()` tells the time. */
  readonly deadline: number;
}

/** How long the event loop may wait, in milliseconds. */
const patience = 8;
/** The most steps of one call. */
const mostSteps = 2 ** 30;

/** The first class that the kernel finds; nothing when there is none, or why it was given up. */
export async function goThrough(
  kernel: Kernel,
  { signal, deadline }: Limits,
): Promise<readonly number[] | undefined | "time" | "cancelled"> {
  const { steps } = kernel.plan;
  let size = 16;
  let from = 0;
  for (;;) {
    const count = Math.min(size, steps - from);
    const started = performance.now();
    const found = kernel.search(from, count);
    if (found) return found;
    from += count;
    if (from === steps) return undefined;
    const now = performance.now();
    const took = now - started;
    if (took < patience / 2) size = Math.min(size * 2, mostSteps);
    else if (took > patience) size = Math.ceil(size / 2);
    if (now > deadline) return "time";
    // Whoever cancels must get a turn.
    await new Promise<void>((resume) => setImmediate(resume));
    if (signal?.aborted) return "cancelled";
  }
}
