// Faults of whole criteria and of outcomes: a criterion switched off, one that speaks for another outcome, two outcomes
// of a decision in the wrong order.
import type { Seeder } from "./seed.ts";

export const droppedCriterion: Seeder = (ruleSet) =>
  ruleSet.criteria.flatMap((criterion, i) =>
    criterion.enabled
      ? [
          {
            kind: "dropped-criterion" as const,
            of: criterion.id,
            at: ["criteria", i, "enabled"],
            before: true,
            after: false,
          },
        ]
      : [],
  );

/** In a `one` decision towards every other outcome; in a `many` decision, where outcomes stand apart, towards the next. */
export const reAimedCriterion: Seeder = (ruleSet) =>
  ruleSet.criteria.flatMap((criterion, i) => {
    const { decision, outcome } = criterion.then;
    const declared = ruleSet.decisions.find((d) => d.id === decision);
    if (!criterion.enabled || !declared) return [];
    const outcomes = declared.outcomes.map((o) => o.id);
    const next = outcomes[(outcomes.indexOf(outcome) + 1) % outcomes.length] ?? outcome;
    const targets = declared.kind === "one" ? outcomes : [next];
    return targets
      .filter((target) => target !== outcome)
      .map((after) => ({
        kind: "re-aimed-criterion" as const,
        of: criterion.id,
        at: ["criteria", i, "then", "outcome"],
        before: outcome,
        after,
      }));
  });

export const precedence: Seeder = (ruleSet) =>
  ruleSet.decisions.flatMap((decision, d) => {
    if (decision.kind !== "one") return [];
    const before = decision.outcomes.map((o) => o.id);
    return before.slice(1).map((lower, i) => ({
      kind: "precedence" as const,
      of: decision.id,
      at: ["decisions", d, "outcomes"],
      before,
      after: [...before.slice(0, i), lower, ...before.slice(i, i + 1), ...before.slice(i + 2)],
    }));
  });
