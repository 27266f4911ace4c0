// Whether anybody's full profile could tell two rule sets with the same facts apart, as a question for a prover.
// Decided: everything that a full profile expects counts, so that a fault which changes nobody's answer but makes another
// criterion true, or asks for another fact, is not equivalent. What is unverified or assumed follows from the
// vocabulary alone and is compared there (`sameRemarks`); problems and doubts do not depend on criteria.
import { canonicalJson } from "../model/canonical-json.ts";
import { nodesOf, type Condition } from "../model/condition.ts";
import type { Criterion, RuleSet } from "../model/rule-set.ts";
import { differs, samePerson, type Formula, type Question } from "../question/index.ts";
import { factsInUse, factsRead, reachedConditions } from "./reading.ts";

/** The question whether a full profile of anybody could tell the two apart. No witness: they are equivalent. */
export function noticeQuestion(base: RuleSet, head: RuleSet): Question {
  const touched = touchedBy(base, head);
  const decisions = base.decisions.filter((d) => touched.decisions.has(d.id));
  const facts = [...new Set(decisions.flatMap((d) => [...factsOf(base, d.id), ...factsOf(head, d.id)]))];
  return {
    worlds: [base, head].map((ruleSet) => ({ ruleSet, person: samePerson })),
    ask: {
      any: [
        ...base.criteria
          .filter((c) => touched.criteria.has(c.id))
          .map((c) => eitherOnly([base, head], (r, world) => fires(r, world, c.id))),
        ...decisions.map(differs),
        ...facts.map((fact) => eitherOnly([base, head], (r, world) => isMissing(r, world, fact))),
      ],
    },
  };
}

/** Whether everybody has the same facts assumed and the same facts not verified. */
export function sameRemarks(base: RuleSet, head: RuleSet): boolean {
  const remarks = (ruleSet: RuleSet): string =>
    canonicalJson([
      factsInUse(ruleSet).flatMap((f) => (f.whenUnknown === "ignore" ? [f.id] : [])),
      ruleSet.facts.flatMap((f) => (typeof f.whenUnknown === "object" ? [f.id] : [])),
    ]);
  return remarks(base) === remarks(head);
}

interface Touched {
  readonly criteria: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
}

/** The criteria and decisions that may read otherwise: changed themselves, or reading what changed. */
function touchedBy(base: RuleSet, head: RuleSet): Touched {
  const changed = (
    list: "facts" | "parameters" | "conditions" | "criteria" | "decisions",
  ): ReadonlySet<string> => {
    const after = new Map(head[list].map((item) => [item.id, canonicalJson(item)]));
    return new Set(base[list].filter((item) => after.get(item.id) !== canonicalJson(item)).map((i) => i.id));
  };
  const [facts, parameters, conditions, own, order] = [
    changed("facts"),
    changed("parameters"),
    changed("conditions"),
    changed("criteria"),
    changed("decisions"),
  ];
  const decisions = new Set(order);
  const criteria = new Set<string>();
  for (const decision of base.decisions) {
    for (const criterion of base.criteria.filter((c) => c.then.decision === decision.id)) {
      const reads = nodesReached(base, criterion.when).some(
        (node) =>
          ("fact" in node && facts.has(node.fact)) ||
          ("fact" in node &&
            typeof node.value === "object" &&
            "parameter" in node.value &&
            parameters.has(node.value.parameter)) ||
          ("condition" in node && conditions.has(node.condition)) ||
          ("decision" in node && decisions.has(node.decision)),
      );
      if (!reads && !own.has(criterion.id)) continue;
      criteria.add(criterion.id);
      decisions.add(decision.id);
    }
    // Outcomes are kept back while an earlier decision waits for safety facts.
    if (decision.withheldWhileSafetyUnknown === true && decisions.size > 0) decisions.add(decision.id);
  }
  return { criteria, decisions };
}

function nodesReached(ruleSet: RuleSet, when: Condition): readonly Condition[] {
  const reached = reachedConditions(ruleSet, [when]);
  const all = [when, ...ruleSet.conditions.filter((c) => reached.has(c.id)).map((c) => c.when)];
  return all.flatMap((c) => [...nodesOf(c)].map(({ node }) => node));
}

function factsOf(ruleSet: RuleSet, decision: string): readonly string[] {
  return factsRead(
    ruleSet,
    enabledFor(ruleSet, decision).map((c) => c.when),
  ).map((f) => f.id);
}

function enabledFor(ruleSet: RuleSet, decision: string): readonly Criterion[] {
  return ruleSet.criteria.filter((c) => c.enabled && c.then.decision === decision);
}

const never: Formula = { any: [] };

function eitherOnly(
  ruleSets: readonly RuleSet[],
  said: (ruleSet: RuleSet, world: number) => Formula,
): Formula {
  const [a, b] = ruleSets.map(said);
  if (a === undefined || b === undefined) return never;
  return { any: [{ all: [a, { not: b }] }, { all: [b, { not: a }] }] };
}

function fires(ruleSet: RuleSet, world: number, id: string): Formula {
  const criterion = ruleSet.criteria.find((c) => c.id === id);
  return criterion?.enabled === true ? { world, verdict: "true", of: criterion.when } : never;
}

/**
 * Whether the fact is among those to ask: some decision rests on it. A leaf on an earlier decision rests on facts which
 * that decision asks for already, so only leaves on facts are looked at.
 */
function isMissing(ruleSet: RuleSet, world: number, fact: string): Formula {
  return {
    any: ruleSet.decisions.flatMap((decision) => {
      const rests = decision.outcomes.map((outcome) => ({
        outcome: outcome.id,
        criteria: enabledFor(ruleSet, decision.id).filter((c) => c.then.outcome === outcome.id),
      }));
      return rests.flatMap(({ outcome, criteria }, place): readonly Formula[] => {
        const resting = criteria
          .map((c) => restsOn(c.when, false, { ruleSet, world, fact }))
          .filter((f) => f !== never);
        if (resting.length === 0) return [];
        if (decision.kind === "many")
          return [{ all: [{ world, decision: decision.id, outcome, is: "undetermined" }, { any: resting }] }];
        // The walk gets as far as this outcome, and does not stop at it.
        const stops = rests
          .slice(0, place + 1)
          .flatMap((r) => r.criteria.map((c): Formula => ({ world, verdict: "true", of: c.when })));
        return [{ all: [{ any: resting }, { not: { any: stops } }] }];
      });
    }),
  };
}

interface Resting {
  readonly ruleSet: RuleSet;
  readonly world: number;
  readonly fact: string;
}

/** An unknown leaf on the fact, with nothing but unknown nodes above it. */
function restsOn(condition: Condition, negated: boolean, about: Resting): Formula {
  const unknown: Formula = {
    world: about.world,
    verdict: "unknown",
    of: negated ? { not: condition } : condition,
  };
  const below = (members: readonly Condition[], turned = negated): Formula => {
    const resting = members.map((c) => restsOn(c, turned, about)).filter((f) => f !== never);
    return resting.length === 0 ? never : { all: [unknown, { any: resting }] };
  };
  if ("fact" in condition) return condition.fact === about.fact ? unknown : never;
  if ("not" in condition) return restsOn(condition.not, !negated, about);
  if ("all" in condition) return below(condition.all);
  if ("any" in condition) return below(condition.any);
  if ("atLeast" in condition) return below(condition.atLeast.of);
  if ("condition" in condition) {
    const named = about.ruleSet.conditions.find((c) => c.id === condition.condition);
    return named ? restsOn(named.when, negated, about) : never;
  }
  return never;
}
