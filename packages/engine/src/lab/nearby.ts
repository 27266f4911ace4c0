// Looking for somebody near the profiles whom a fault touches. Finding nobody proves nothing.
import { evaluate } from "../evaluate/index.ts";
import type { Fact } from "../model/fact.ts";
import type { Profile } from "../model/profile.ts";
import type { Result } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { isNoticed, isOtherAnswer } from "./full-result.ts";
import { alternatives, peopleOf, withFact, type Somebody } from "./neighbours.ts";
import type { Prepared, Runner } from "./runner.ts";
import { factTests } from "./tests.ts";

/** Somebody near a profile: the same in everything but one fact. */
export interface Near extends Somebody {
  readonly fact: string;
  readonly sent: unknown;
}

interface Answered {
  readonly near: Near;
  readonly person: Prepared;
  readonly before: Result;
}

/**
 * A search that remembers the people it made: `find` gives somebody, different in one of these facts from a profile,
 * whose full profile could tell the two rule sets apart; rather somebody who gets another state.
 */
export function nearbyOf(
  home: Runner,
  profiles: readonly Profile[],
): { readonly find: (faulty: Runner, facts: readonly Fact[]) => Near | undefined } {
  const { ruleSet } = home;
  const tests = factTests(ruleSet);
  const people = peopleOf(profiles);
  const made = new Map<string, readonly Answered[]>();
  const around = (fact: Fact): readonly Answered[] => {
    const known = made.get(fact.id);
    if (known) return known;
    const list = people.flatMap((somebody) =>
      alternatives(fact, tests, somebody).map((sent): Answered => {
        const near = {
          ...somebody,
          facts: withFact(ruleSet, somebody.facts, fact, sent),
          fact: fact.id,
          sent,
        };
        const person = home.prepare(near);
        return { near, person, before: home.run(person) };
      }),
    );
    made.set(fact.id, list);
    return list;
  };
  return {
    find(faulty, facts) {
      let found: Near | undefined;
      for (const fact of facts) {
        for (const { near, person, before } of around(fact)) {
          const after = faulty.run(person);
          const stateChanges = isOtherState(before, after);
          // Somebody whose state changes tells more than somebody who is only asked something else.
          if ((found && !stateChanges) || !isNoticed(before, after)) continue;
          if (!isTouched(ruleSet, faulty.ruleSet, near)) continue;
          if (stateChanges) return near;
          found = near;
        }
      }
      return found;
    },
  };
}

function isOtherState(before: Result, after: Result): boolean {
  return Object.entries(before.decisions).some(
    ([id, answer]) => answer.kind === "one" && isOtherAnswer(answer, after.decisions[id]),
  );
}

/** Whether a full profile of this person tells the two apart, by the direct reading. */
export function isTouched(
  base: RuleSet,
  head: RuleSet,
  { facts, at }: Pick<Somebody, "facts" | "at">,
): boolean {
  return isNoticed(evaluate(base, facts, at).result, evaluate(head, facts, at).result);
}
