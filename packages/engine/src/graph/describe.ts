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
  const isOrdered = (v: Value): v is number | string => typeof v === "number" || typeof v === "string";
  const sorted = [...new Set(all)].filter(isOrdered).toSorted((a, b) => (a < b ? -1 : 1));
  const runs: { from?: number | string; to?: number | string }[] = [];
  // What is sampled at the very ends stands for everything beyond, unless the fact has a range.
  const bounded = fact.range !== undefined;
  sorted.forEach((value, i) => {
    if (!own.has(value)) return;
    const before = sorted[i - 1];
    const run = before !== undefined && own.has(before) ? runs.at(-1) : undefined;
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
