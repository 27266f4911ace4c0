// Random questions about small rule sets: claims, standard questions, and formulas over one or two worlds.
import type { Claim, Decision, RuleSet } from "../../src/model/index.ts";
import {
  breaksClaim,
  differs,
  standardQuestions,
  type Formula,
  type Question,
  type Relation,
} from "../../src/question/index.ts";
import type { Verdict } from "../../src/kleene.ts";
import type { Chance } from "../arbitraries/chance.ts";
import { someSmallCondition, type Ground } from "./conditions.ts";
import { everybody } from "./everybody.ts";
import { changedRuleSet, someSmallRuleSet } from "./rule-sets.ts";
import { membersOf, someValue, stepsOf } from "./vocabulary.ts";

type Everybody = NonNullable<ReturnType<typeof everybody>>;

/**
 * Questions with everybody they are about (so many at most), each of a rule set of its own; the same seed gives the same
 * ones.
 */
export function* someQuestions(
  chance: Chance,
  count: number,
  most = 900,
): Generator<{ readonly question: Question; readonly people: Everybody }> {
  for (let made = 0; made < count;) {
    // Pairs of persons are so many that few facts must do where the second may be anybody.
    const question = chance.often(0.25)
      ? completed(chance, someSmallRuleSet(chance, 1 + chance.below(2)))
      : someQuestion(chance, someSmallRuleSet(chance));
    const people = everybody(question, most);
    if (people === undefined) continue;
    made += 1;
    yield { question, people };
  }
}

export function someQuestion(chance: Chance, ruleSet: RuleSet): Question {
  switch (chance.weighted({ claim: 4, standard: 3, changed: 2, formula: 3 })) {
    case "claim":
      return breaksClaim(ruleSet, someClaim(chance, ruleSet));
    case "standard":
      return chance.pick(standardQuestions(ruleSet)).question;
    case "changed":
      return changed(chance, ruleSet);
    default:
      return formula(chance, ruleSet);
  }
}

/** Two rule sets and one person: does a decision differ? */
function changed(chance: Chance, ruleSet: RuleSet): Question {
  const worlds = [ruleSet, changedRuleSet(chance, ruleSet)].map((r) => ({
    ruleSet: r,
    person: { kind: "same" } as const,
  }));
  const decision = chance.pick(ruleSet.decisions);
  return { worlds, ask: chance.often(0.7) ? differs(decision) : someFormula(chance, [ruleSet, ruleSet], 2) };
}

function formula(chance: Chance, ruleSet: RuleSet): Question {
  const second = chance.often(0.3) ? changedRuleSet(chance, ruleSet) : ruleSet;
  const first = { ruleSet, person: chance.often(0.2) ? setting(chance, ruleSet) : { kind: "same" as const } };
  if (chance.often(0.4)) return { worlds: [first], ask: someFormula(chance, [ruleSet], 3) };
  return {
    worlds: [first, { ruleSet: second, person: someRelation(chance, second) }],
    ask: someFormula(chance, [ruleSet, second], 3),
  };
}

/** How somebody is answered, and how once what is unknown has turned out. */
function completed(chance: Chance, ruleSet: RuleSet): Question {
  const same = { kind: "same" } as const;
  const worlds = [same, { kind: "completed" } as const].map((person) => ({ ruleSet, person }));
  if (chance.often(0.4)) return { worlds, ask: differs(chance.pick(ruleSet.decisions)) };
  const of = someSmallCondition(chance, groundOf(ruleSet), chance.below(2));
  const verdicts = [0, 1].map((world) => ({
    world,
    verdict: chance.pick(["true", "false", "unknown"] satisfies readonly Verdict[]),
    of,
  }));
  return { worlds, ask: { all: verdicts } };
}

function setting(chance: Chance, ruleSet: RuleSet): Relation {
  const fact = chance.pick(ruleSet.facts);
  const to = chance.often(0.4) ? ("unknown" as const) : { known: someValue(chance, fact) };
  return { kind: "set", settings: [{ fact: fact.id, to }] };
}

function someRelation(chance: Chance, ruleSet: RuleSet): Relation {
  switch (chance.pick(["same", "set", "free", "completed"] as const)) {
    case "same":
      return { kind: "same" };
    case "set":
      return setting(chance, ruleSet);
    case "free":
      return { kind: "free", facts: [chance.pick(ruleSet.facts).id] };
    default:
      return { kind: "completed" };
  }
}

function someFormula(chance: Chance, worlds: readonly RuleSet[], depth: number): Formula {
  if (depth > 0 && chance.often(0.7)) {
    const below = (): Formula => someFormula(chance, worlds, depth - 1);
    switch (chance.pick(["all", "all", "any", "not"] as const)) {
      case "all":
        return { all: [below(), below()] };
      case "any":
        return { any: [below(), below()] };
      default:
        return { not: below() };
    }
  }
  const world = chance.below(worlds.length);
  const ruleSet = worlds[world] ?? chance.pick(worlds);
  const decision = chance.pick(ruleSet.decisions);
  const outcome = chance.pick(decision.outcomes).id;
  switch (chance.weighted({ verdict: 2, holds: 2, decision: 4, before: worlds.length > 1 ? 2 : 0 })) {
    case "verdict": {
      const verdict = chance.pick(["true", "false", "unknown"] satisfies readonly Verdict[]);
      return { world, verdict, of: someSmallCondition(chance, groundOf(ruleSet), chance.below(3)) };
    }
    case "holds":
      return { world, holds: someSmallCondition(chance, groundOf(ruleSet), chance.below(3)) };
    case "before":
      return someBefore(chance, ruleSet);
    default: {
      if (decision.kind === "many") {
        const is = chance.pick(["suggested", "undetermined", "withheld"] as const);
        return { world, decision: decision.id, outcome, is };
      }
      const states = [...decision.outcomes.map((o) => o.id), "@undetermined", "@safety-unknown"];
      return chance.often(0.5)
        ? { world, decision: decision.id, state: chance.some(states, 1 + chance.below(2)) }
        : { world, decision: decision.id, possible: outcome };
    }
  }
}

function someBefore(chance: Chance, ruleSet: RuleSet): Formula {
  const fact = chance.pick(ruleSet.facts);
  return {
    before: fact.id,
    worlds: chance.often(0.5) ? [0, 1] : [1, 0],
    order: someOrder(chance, ruleSet, fact.id),
  };
}

function someOrder(
  chance: Chance,
  ruleSet: RuleSet,
  id: string,
): "ascending" | "descending" | (string | number | boolean)[] {
  const fact = ruleSet.facts.find((f) => f.id === id);
  if (fact?.type === "boolean") return chance.some([true, false], 2);
  if (fact?.type === "enum" || fact?.type === "set") return chance.some(membersOf(fact), 3);
  if (fact && chance.often(0.3)) return chance.some(stepsOf(fact), 3);
  return chance.pick(["ascending", "descending"]);
}

/** A property, read as properties are, may speak of everything. */
function groundOf(ruleSet: RuleSet): Ground {
  return {
    facts: ruleSet.facts,
    parameters: ruleSet.parameters,
    named: ruleSet.conditions.map((c) => c.id),
    earlier: ruleSet.decisions.filter((d) => d.kind === "one"),
    twoValued: true,
  };
}

function someClaim(chance: Chance, ruleSet: RuleSet): Claim {
  const decision: Decision = chance.pick(ruleSet.decisions);
  const ordered = ruleSet.facts.filter((f) => f.type !== "set");
  const ones = ruleSet.decisions.filter((d) => d.kind === "one");
  const outcomes = decision.outcomes.map((o) => o.id);
  const states = chance.some(
    decision.kind === "one" ? [...outcomes, "@undetermined", "@safety-unknown"] : outcomes,
    1 + chance.below(3),
  );
  const condition = someSmallCondition(chance, groundOf(ruleSet), 2);
  const fact = chance.pick(ruleSet.facts);
  switch (
    chance.pick(["implies", "never", "requires", "monotone", "independent", "benignWhenUnknown"] as const)
  ) {
    case "implies":
      return { kind: "implies", given: condition, decision: decision.id, states };
    case "never":
      return { kind: "never", given: condition, decision: decision.id, states };
    case "requires":
      return { kind: "requires", decision: decision.id, states, condition };
    case "monotone": {
      if (ordered.length === 0) return someClaim(chance, ruleSet);
      const worse = chance.pick(ordered).id;
      const one = chance.pick(ones);
      return { kind: "monotone", decision: one.id, fact: worse, order: someOrder(chance, ruleSet, worse) };
    }
    case "independent":
      return { kind: "independent", decision: decision.id, facts: [fact.id] };
    default:
      return {
        kind: "benignWhenUnknown",
        decision: decision.id,
        fact: fact.id,
        value: someValue(chance, fact),
      };
  }
}
