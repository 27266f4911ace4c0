// What is asked of every rule set without being written in it (semantics section 8): nothing dead, nothing out of
// reach, determined decisions stable, and no way to a permissive outcome while a safety fact is unknown.
import type { StandardCheck } from "../model/lab.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { present } from "../present.ts";
import { differs, isIn } from "./of-property.ts";
import { askOne, samePerson, type Formula, type Question } from "./question.ts";

export interface StandardQuestion {
  readonly check: StandardCheck;
  readonly question: Question;
  /** `never`: a witness refutes it. `sometimes`: a witness shows that it holds, and none refutes it. */
  readonly expect: "never" | "sometimes";
}

/** The standard questions of a rule set, in the order of the document. */
export function standardQuestions(ruleSet: RuleSet): readonly StandardQuestion[] {
  const questions: StandardQuestion[] = [];
  for (const criterion of ruleSet.criteria.filter((c) => c.enabled)) {
    questions.push({
      check: { kind: "criterion-fires", criterion: criterion.id },
      question: askOne(ruleSet, { world: 0, verdict: "true", of: criterion.when }),
      expect: "sometimes",
    });
    if (criterion.shadowedOnPurpose !== undefined) continue;
    const decision = present(ruleSet.decisions.find((d) => d.id === criterion.then.decision));
    questions.push({
      check: { kind: "criterion-decides", criterion: criterion.id },
      question: {
        worlds: [ruleSet, withoutCriterion(ruleSet, criterion.id)].map((r) => ({
          ruleSet: r,
          person: samePerson,
        })),
        ask: differs(decision),
      },
      expect: "sometimes",
    });
  }
  for (const decision of ruleSet.decisions) {
    for (const outcome of decision.outcomes) {
      questions.push({
        check: { kind: "outcome-reached", decision: decision.id, outcome: outcome.id },
        question: askOne(ruleSet, isIn(0, decision, [outcome.id])),
        expect: "sometimes",
      });
    }
    if (decision.kind !== "one") continue;
    const outcomes = decision.outcomes.map((o) => o.id);
    const inState = (world: number, state: string): Formula => ({
      world,
      decision: decision.id,
      state: [state],
    });
    questions.push({
      check: { kind: "determined-is-stable", decision: decision.id },
      question: {
        worlds: [
          { ruleSet, person: samePerson },
          { ruleSet, person: { kind: "completed" } },
        ],
        ask: { any: outcomes.map((o) => ({ all: [inState(0, o), { not: inState(1, o) }] })) },
      },
      expect: "never",
    });
    const safety = ruleSet.facts.filter((f) => f.safety);
    const open = decision.outcomes.filter((o) => o.tone !== "stop").map((o) => o.id);
    if (safety.length === 0 || open.length === 0) continue;
    questions.push({
      check: { kind: "safety-is-asked", decision: decision.id },
      question: askOne(ruleSet, {
        all: [
          { world: 0, decision: decision.id, state: open },
          { any: safety.map((f) => ({ world: 0, holds: { fact: f.id, operator: "isUnknown" as const } })) },
        ],
      }),
      expect: "never",
    });
  }
  return questions;
}

/** The rule set with one criterion switched off. */
export function withoutCriterion(ruleSet: RuleSet, criterion: string): RuleSet {
  return {
    ...ruleSet,
    criteria: ruleSet.criteria.map((c) => (c.id === criterion ? { ...c, enabled: false } : c)),
  };
}
