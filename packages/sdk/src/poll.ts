// When to ask again: steadily while all is well, less and less often while it is not, and never all clients at once.

/** Longest pause while the server does not answer as it should, unless polling is slower than that anyway. */
const longestBackoff = 300;
const longest = 86_400;

/** Seconds until the next check, after so many failures in a row; `chance` is uniform in [0, 1). */
export function pauseSeconds(everySeconds: number, failures: number, chance: number): number {
  const steady = Math.min(everySeconds, longest);
  if (failures === 0) return steady * (0.9 + 0.2 * chance);
  const backedOff = Math.min(steady * 2 ** Math.min(failures, 30), Math.max(steady, longestBackoff));
  // At least the steady pause: failing must not make a client ask more often.
  return Math.max(steady * (0.9 + 0.2 * chance), backedOff * (0.5 + 0.5 * chance));
}

/** Seconds until the next time, after so many failures in a row; `chance` is uniform in [0, 1). */
export type PauseOf = (failures: number, chance: number) => number;

/** Calls `check` (true: all is well) again and again, each time after its pause; the answer stops it. */
export function poll(pauseOf: PauseOf, firstFailed: boolean, check: () => Promise<boolean>): () => void {
  let failures = firstFailed ? 1 : 0;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    timer = setTimeout(() => void turn(), pauseOf(failures, Math.random()) * 1000);
  };
  const turn = async (): Promise<void> => {
    failures = (await check()) ? 0 : failures + 1;
    if (!stopped) next();
  };
  next();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
