// How long something may take, as it is typed: a number of seconds.
import { Unusable } from "./outcome.ts";

/** The milliseconds of `--timeout`, at most a day. */
export function millisecondsOf(timeout: string): number {
  const seconds = Number(timeout);
  if (!(seconds > 0 && seconds <= 86_400))
    throw new Unusable("wrong-value", { what: `--timeout ${timeout}` });
  return seconds * 1000;
}
