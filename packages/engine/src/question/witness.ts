// Replaying an answer: whether the people somebody found really are an answer to a question, by nothing but the direct
// reading. No answer of a solver is shown to anybody before this has said so.
import { evaluatePerson, verdictsFor } from "../evaluate/index.ts";
import type { Condition } from "../model/condition.ts";
import type { LocalDate } from "../model/date.ts";
import type { Value } from "../model/fact.ts";
import { readPerson, type Person } from "../model/person.ts";
import type { Facts } from "../model/profile.ts";
import type { Result } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { present } from "../present.ts";
import { isRelated } from "./relation.ts";
import type { Formula, Order, Question } from "./question.ts";

/** People that answer a question: the facts of one person for each world, in JSON. */
export interface Witness {
  readonly at: LocalDate;
  readonly people: readonly Facts[];
}

/** One person, read by one rule set. */
export interface Read {
  readonly ruleSet: RuleSet;
  readonly person: Person;
  readonly result: Result;
  /** The verdict of any condition for this person, read as a criterion would read it. */
  readonly verdict: (condition: Condition) => string;
}

/** Whether the people are related as the question asks, and what is asked is true of them. */
export function isWitness(question: Question, witness: Witness): boolean {
  const reads = question.worlds.map(({ ruleSet }, i) => readBy(ruleSet, witness.people[i] ?? {}, witness.at));
  return isRelated(question, witness) && isTrueOf(question.ask, reads);
}

/** Reads a person once, for any number of formulas. */
export function readBy(ruleSet: RuleSet, facts: Facts, at: LocalDate): Read {
  const person = readPerson(ruleSet, facts, at);
  const { result } = evaluatePerson(ruleSet, person);
  return { ruleSet, person, result, verdict: verdictsFor(ruleSet, person, result) };
}

/** Whether what is asked is true of people already read, one for each world. */
export function isTrueOf(formula: Formula, reads: readonly Read[]): boolean {
  if ("all" in formula) return formula.all.every((f) => isTrueOf(f, reads));
  if ("any" in formula) return formula.any.some((f) => isTrueOf(f, reads));
  if ("not" in formula) return !isTrueOf(formula.not, reads);
  if ("before" in formula) {
    const [first, second] = formula.worlds.map((w) => knownValue(present(reads[w]), formula.before));
    return first !== undefined && second !== undefined && isBefore(first, second, formula.order);
  }
  const world = present(reads[formula.world]);
  if ("verdict" in formula) return world.verdict(formula.of) === formula.verdict;
  if ("holds" in formula) return holds(formula.holds, world);
  const decision = present(world.result.decisions[formula.decision]);
  if ("state" in formula) return decision.kind === "one" && formula.state.includes(decision.state);
  if ("possible" in formula) return decision.kind === "one" && decision.possible.includes(formula.possible);
  return decision.kind === "many" && decision[formula.is].includes(formula.outcome);
}

/**
 * Whether a condition holds, read two-valued: a leaf holds when its verdict is true, `not` is the complement.
 * A test of a partly asked set holds when the members asked about settle it.
 */
function holds(condition: Condition, world: Read): boolean {
  if ("not" in condition) return !holds(condition.not, world);
  if ("all" in condition) return condition.all.every((c) => holds(c, world));
  if ("any" in condition) return condition.any.some((c) => holds(c, world));
  if ("atLeast" in condition) {
    const { count, of } = condition.atLeast;
    return of.filter((c) => holds(c, world)).length >= count;
  }
  if ("condition" in condition) {
    const named = world.ruleSet.conditions.find((c) => c.id === condition.condition);
    return holds(present(named).when, world);
  }
  if ("state" in condition) {
    const decision = present(world.result.decisions[condition.decision]);
    return decision.kind === "one" && condition.state.includes(decision.state);
  }
  return world.verdict(condition) === "true";
}

function knownValue({ person }: Read, fact: string): Value | undefined {
  const state = person.states.get(fact);
  return state?.kind === "known" ? state.value : undefined;
}

function isBefore(first: Value, second: Value, order: Order): boolean {
  if (typeof order === "object") {
    const place = (value: Value): number => order.findIndex((v) => v === value);
    return place(first) >= 0 && place(first) < place(second);
  }
  const [low, high] = order === "ascending" ? [first, second] : [second, first];
  return typeof low === typeof high && low < high;
}
