// Faults in what the vocabulary says of a fact: what happens while it is unknown, whether it is a safety fact, how long
// a value is good for. Only what the laws of the vocabulary allow (a safety fact blocks and goes stale).
import type { Fact } from "../../model/fact.ts";
import { validDays } from "../../model/date.ts";
import type { RuleSet } from "../../model/rule-set.ts";
import { factsInUse } from "../reading.ts";
import type { Seed, Seeder } from "./seed.ts";

/** Facts that an answer may rest on: those read, and the parts of sums that are. */
function factsThatCount(ruleSet: RuleSet): readonly { readonly fact: Fact; readonly index: number }[] {
  const used = factsInUse(ruleSet);
  const ids = new Set([...used.map((f) => f.id), ...used.flatMap((f) => f.derive?.sum ?? [])]);
  return ruleSet.facts.flatMap((fact, index) => (ids.has(fact.id) ? [{ fact, index }] : []));
}

export const whenUnknown: Seeder = (ruleSet) =>
  factsThatCount(ruleSet).flatMap(({ fact, index }): readonly Seed[] => {
    if (fact.safety) return [];
    const before = fact.whenUnknown;
    const others: readonly Fact["whenUnknown"][] =
      before === "block"
        ? ["ignore"]
        : before === "ignore"
          ? ["block"]
          : ["block", "ignore", ...(typeof before.assume === "boolean" ? [{ assume: !before.assume }] : [])];
    return others.map((after) => ({
      kind: "when-unknown",
      of: fact.id,
      at: ["facts", index, "whenUnknown"],
      before,
      after,
    }));
  });

export const safety: Seeder = (ruleSet) =>
  factsThatCount(ruleSet).flatMap(({ fact, index }): readonly Seed[] =>
    fact.safety || (fact.whenUnknown === "block" && fact.validFor !== undefined)
      ? [
          {
            kind: "safety",
            of: fact.id,
            at: ["facts", index, "safety"],
            before: fact.safety,
            after: !fact.safety,
          },
        ]
      : [],
  );

export const validFor: Seeder = (ruleSet) =>
  factsThatCount(ruleSet).flatMap(({ fact, index }): readonly Seed[] => {
    const before = fact.validFor;
    if (before === undefined) return [];
    const days = validDays(before);
    const others = [
      ...(days > 0 ? [`P${days - 1}D`] : []),
      ...(days < 99_999 ? [`P${days + 1}D`] : []),
      // Good for ever.
      ...(fact.safety ? [] : [null]),
    ];
    return others.map((after) => ({
      kind: "valid-for",
      of: fact.id,
      at: ["facts", index, "validFor"],
      before,
      after,
    }));
  });
