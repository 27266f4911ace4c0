// The meaning of a rule set for one person, read directly (SPEC.md sections 3 to 6), with the full trace. This is
// the reference: every other way to run a rule set is tested against it. It favours reading over speed.
import type { Condition } from "../model/condition.ts";
import type { LocalDate } from "../model/date.ts";
import { doubtOf, readPerson, type Person } from "../model/person.ts";
import type { Facts } from "../model/profile.ts";
import type { OneResult, Result } from "../model/result.ts";
import type { Criterion, RuleSet } from "../model/rule-set.ts";
import { namesOf, reaches } from "../model/typing/index.ts";
import type { Verdict } from "../kleene.ts";
import { decideMany, decideOne, inOrder, type Judged, type Remembered } from "./decide.ts";
import { readingOf } from "./reading.ts";
import { traceCondition, undecidedFacts, type TraceNode } from "./trace.ts";

/** The trace of one enabled criterion. */
export interface CriterionTrace {
  readonly criterion: string;
  readonly verdict: Verdict;
  readonly node: TraceNode;
}
/** Why a result is what it is: every enabled criterion in the order of the document. */
export type Trace = readonly CriterionTrace[];

export interface Evaluation {
  readonly result: Result;
  readonly trace: Trace;
}

/**
 * Evaluates a well-typed rule set for a caller's facts on a date (`YYYY-MM-DD` in the rule set's time zone).
 * Never throws on data: what is wrong with the facts is listed in `result.problems`.
 */
export function evaluate(ruleSet: RuleSet, facts: Facts, at: LocalDate): Evaluation {
  return evaluatePerson(ruleSet, readPerson(ruleSet, facts, at));
}

/** The same for a person already read. */
export function evaluatePerson(ruleSet: RuleSet, person: Person): Evaluation {
  const made = new Map<string, OneResult>();
  const reading = readingOf(ruleSet, person, made);
  const traces = new Map<string, CriterionTrace>();
  const decisions: Result["decisions"] = {};
  const remembered: (readonly Remembered[])[] = [];
  for (const decision of ruleSet.decisions) {
    const judged = enabledFor(ruleSet, decision.id).map((criterion): Judged => {
      const node = traceCondition(reading, criterion.when);
      traces.set(criterion.id, { criterion: criterion.id, verdict: node.verdict, node });
      return { outcome: criterion.then.outcome, verdict: node.verdict, restsOn: undecidedFacts(node) };
    });
    if (decision.kind === "one") {
      const decided = decideOne(ruleSet, decision, judged);
      made.set(decision.id, decided.result);
      decisions[decision.id] = decided.result;
      remembered.push(decided.remembered);
    } else {
      const waiting = [...made.values()].some((earlier) => earlier.state === "@safety-unknown");
      const decided = decideMany(decision, judged, waiting);
      decisions[decision.id] = decided.result;
      remembered.push(decided.remembered);
    }
  }
  const trace = ruleSet.criteria.flatMap((c) => traces.get(c.id) ?? []);
  return {
    trace,
    result: {
      decisions,
      fired: trace.filter((t) => t.verdict === "true").map((t) => t.criterion),
      undecided: trace.filter((t) => t.verdict === "unknown").map((t) => t.criterion),
      missing: inOrder(ruleSet, remembered),
      unverified: unverified(ruleSet, person),
      assumed: [...person.assumed],
      doubtful: [...person.doubtful],
      problems: [...person.problems],
    },
  };
}

/** The verdict of any condition for a person whose result is known, as a last `many` decision would read it. */
export function verdictsFor(
  ruleSet: RuleSet,
  person: Person,
  { decisions }: Pick<Result, "decisions">,
): (condition: Condition) => Verdict {
  const made = new Map(Object.entries(decisions).flatMap(([id, d]) => (d.kind === "one" ? [[id, d]] : [])));
  const reading = readingOf(ruleSet, person, made);
  return (condition) => traceCondition(reading, condition).verdict;
}

function enabledFor(ruleSet: RuleSet, decision: string): readonly Criterion[] {
  return ruleSet.criteria.filter((c) => c.enabled && c.then.decision === decision);
}

/** Plainly unknown `ignore` facts that some enabled criterion reads: nothing rests on them, and nobody checked. */
function unverified(ruleSet: RuleSet, person: Person): string[] {
  const names = namesOf(ruleSet);
  const reads = (fact: string): boolean =>
    ruleSet.criteria.some(
      (c) => c.enabled && reaches(c.when, names, (node) => "fact" in node && node.fact === fact),
    );
  return ruleSet.facts
    .filter((fact) => {
      const state = person.states.get(fact.id);
      return (
        fact.whenUnknown === "ignore" &&
        state?.kind === "unknown" &&
        doubtOf(state) === undefined &&
        reads(fact.id)
      );
    })
    .map((fact) => fact.id);
}
