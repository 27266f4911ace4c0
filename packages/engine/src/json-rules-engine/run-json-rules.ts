// Running lowered rules for one person, stage by stage, and putting the answers together as a Result. The rules are
// the lowered document's; of the rule set only the decisions and the order and safety of facts are read.
import type { DecisionResult, Fact, Person, Result, RuleSet } from "../model/index.ts";
import { decideMany, decideOne, type Decided, type Remembered } from "./decide.ts";
import type { LoweredRules, PlainNode } from "./lowered-rules.ts";
import { runStage, type CriterionVerdict } from "./run-stage.ts";
import { decisionFacts, runtimeFacts } from "./runtime-facts.ts";
import { stateOf } from "./runtime-names.ts";

/**
 * The answer for a person by json-rules-engine.
 * @throws Error when `lowered` was not made from this rule set
 */
export async function runJsonRules(lowered: LoweredRules, ruleSet: RuleSet, person: Person): Promise<Result> {
  const facts = new Map(runtimeFacts(person));
  const order = missingOrder(ruleSet.facts);
  const decisions: Record<string, DecisionResult> = {};
  const verdicts = new Map<string, CriterionVerdict>();
  const remembered: Remembered[] = [];
  // A leaf on an earlier decision rests on whatever that decision misses.
  const missingOf = new Map<string, readonly string[]>();
  const factsOf = (name: string): readonly string[] => missingOf.get(name) ?? [name];
  let safetyUnknown = false;
  for (const [i, decision] of ruleSet.decisions.entries()) {
    const stage = lowered.stages[i];
    if (stage?.decision !== decision.id)
      throw new Error(`the lowered rules have no stage for the decision ${decision.id}`);
    const inStage = await runStage(stage, facts);
    for (const v of inStage) verdicts.set(v.criterion, v);
    const options = { decision, verdicts: inStage, factsOf };
    let decided: Decided<unknown>;
    if (decision.kind === "one") {
      const one = decideOne({ ...options, isSafety: (fact) => order.isSafety(fact) });
      const result = { ...one.result, missing: order.sorted(one.remembered) };
      decisions[decision.id] = result;
      missingOf.set(stateOf(decision.id), result.missing);
      for (const [name, value] of decisionFacts(decision.id, result)) facts.set(name, value);
      safetyUnknown ||= result.state === "@safety-unknown";
      decided = one;
    } else {
      const many = decideMany({
        ...options,
        withholding: safetyUnknown && decision.withheldWhileSafetyUnknown === true,
      });
      decisions[decision.id] = many.result;
      decided = many;
    }
    remembered.push(...decided.remembered);
  }
  const ofVerdict = (verdict: string): string[] =>
    ruleSet.criteria.filter((c) => verdicts.get(c.id)?.verdict === verdict).map((c) => c.id);
  const read = leavesRead(lowered);
  return {
    decisions,
    fired: ofVerdict("true"),
    undecided: ofVerdict("unknown"),
    missing: order.sorted(remembered),
    unverified: ruleSet.facts.filter((f) => read.has(f.id) && isUnverified(f, person)).map((f) => f.id),
    assumed: [...person.assumed],
    doubtful: person.doubtful.map((d) => ({ ...d })),
    problems: person.problems.map((p) => ({ ...p })),
  };
}

/** Safety facts first, then in the order they were remembered (decision, precedence), then in the order of the vocabulary. */
function missingOrder(facts: readonly Fact[]) {
  const safety = new Set(facts.filter((f) => f.safety).map((f) => f.id));
  const isSafety = (fact: string): boolean => safety.has(fact);
  return {
    isSafety,
    sorted(remembered: readonly Remembered[]): string[] {
      const inTurn = [
        ...new Set(remembered.flatMap((r) => facts.filter((f) => r.facts.has(f.id)).map((f) => f.id))),
      ];
      return [...inTurn.filter(isSafety), ...inTurn.filter((f) => !isSafety(f))];
    },
  };
}

function isUnverified(fact: Fact, person: Person): boolean {
  const state = person.states.get(fact.id);
  const doubted = person.doubtful.some((d) => d.fact === fact.id);
  return fact.whenUnknown === "ignore" && state?.kind === "unknown" && !doubted;
}

/** The names of every leaf of the lowered rules: the facts (and `@decisions`) that enabled criteria read. */
function leavesRead(lowered: LoweredRules): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: PlainNode): void => {
    if (node.name !== undefined) names.add(node.name);
    else if (!("fact" in node)) ("all" in node ? node.all : node.any).forEach(visit);
  };
  for (const stage of lowered.stages) for (const rule of stage.rules) visit(rule.conditions);
  return names;
}
