// The values of a class as people can read them: single values, or intervals of numbers and dates.
import type { Fact, Value } from "../model/fact.ts";
import type { FactState } from "../model/person.ts";
import type { Interval } from "./space.ts";

/** The known values among the states, as runs of the sampled values of all classes. */
export function known(
  fact: Fact,
  all: readonly Value[],
  states: readonly FactState[],
): readonly (Value | Interval)[] {
  const own = new Set(states.flatMap((s) => (s.kind === "known" && !s.assumed ? [s.value] : [])));
  if (fact.type === "boolean" || fact.type === "enum") return [...own];
  // Numbers or dates: what else there is has been answered.
  const sorted = ([...new Set(all)] as readonly (number | string)[]).toSorted((a, b) => (a < b ? -1 : 1));
  const runs: { from?: number | string; to?: number | string }[] = [];
  // What is sampled at the very ends stands for everything beyond, unless the fact has a range.
  const bounded = fact.range !== undefined;
  let isInside = false;
  sorted.forEach((value, i) => {
    const run = isInside ? runs.at(-1) : undefined;
    isInside = own.has(value);
    if (!isInside) return;
    const isLast = i === sorted.length - 1 && !bounded;
    if (run) {
      delete run.to;
      if (!isLast) run.to = value;
    } else
      runs.push({
        ...(i === 0 && !bounded ? {} : { from: value }),
        ...(isLast ? {} : { to: value }),
      });
  });
  return runs;
}
