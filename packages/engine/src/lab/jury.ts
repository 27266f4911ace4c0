// The profiles as they judge faulty rule sets: a fault is noticed when some profile is no longer answered as expected.
import type { Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { compareWithExpected } from "../simulate/index.ts";
import type { SeededFault } from "./faults/index.ts";
import { peopleOf } from "./neighbours.ts";
import { runnerOf, type Prepared, type Runner } from "./runner.ts";

export interface Jury {
  /** Profiles that are not as expected without any fault: they cannot tell one, and take no part. */
  readonly failing: readonly string[];
  /** Whether some profile notices. Whoever noticed the last fault is asked first: faults next to one another are. */
  readonly notices: (faulty: Runner) => boolean;
}

export function juryOf(home: Runner, profiles: readonly Profile[]): Jury {
  const fails = (runner: Runner, person: Prepared): boolean =>
    person.near !== undefined && compareWithExpected(person.near.expected, runner.run(person)).length > 0;
  const people = peopleOf(profiles).map((p) => home.prepare(p));
  const failing = people.filter((p) => fails(home, p));
  const order = people.filter((p) => p.near !== undefined && !failing.includes(p));
  return {
    failing: failing.flatMap((p) => p.near?.id ?? []),
    notices(faulty) {
      const place = order.findIndex((person) => fails(faulty, person));
      const [first] = place < 0 ? [] : order.splice(place, 1);
      if (first) order.unshift(first);
      return first !== undefined;
    },
  };
}

/** The faults that no profile notices. */
export function survivors(
  ruleSet: RuleSet,
  profiles: readonly Profile[],
  faults: readonly SeededFault[],
): readonly SeededFault[] {
  const jury = juryOf(runnerOf(ruleSet), profiles);
  return faults.filter((seeded) => !jury.notices(runnerOf(seeded.ruleSet)));
}
