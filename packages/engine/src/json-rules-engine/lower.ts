// Lowering: from a rule set to plain json-rules-engine rules, two for each enabled criterion (SPEC section 7).
import type { Criterion, RuleSet } from "../model/index.ts";
import { leafTests, type LeafTests } from "./leaf-tests.ts";
import type { LoweredRule, LoweredRules, PlainNode } from "./lowered-rules.ts";
import { normalForm, normalising, type Normal } from "./normal-form.ts";
import { always, doubtOf, possibleOf, possibleOutcomes, stateOf } from "./runtime-names.ts";

/** The most leaves a lowered document may have: well above any document within the limits that was written by hand. */
export const mostLeaves = 100_000;
/** The deepest nesting of groups; json-rules-engine walks its trees by recursion. */
const deepest = 250;

/**
 * Lowers a parsed rule set. The answer is plain JSON and shares nothing with the rule set.
 * @throws RangeError when inlining named conditions and expanding `atLeast` gives more than `leaves` leaves,
 * or groups nested too deep
 */
export function lower(ruleSet: RuleSet, leaves: number = mostLeaves): LoweredRules {
  const context = normalising(ruleSet, leaves);
  const names = runtimeNames(ruleSet);
  const stages = ruleSet.decisions.map(({ id }) => {
    const rules = ruleSet.criteria
      .filter((c) => c.enabled && c.then.decision === id)
      .flatMap((c) => {
        const { must, may } = tests(normalForm(c.when, context));
        return [rule(c, "must", must), rule(c, "may", may)];
      });
    const read = new Set(rules.flatMap((r) => [...factsRead(r.conditions)]));
    return { decision: id, reads: names.filter((name) => read.has(name)), rules };
  });
  const lowered: LoweredRules = {
    format: "jumelage-json-rules-engine",
    formatVersion: 1,
    engine: "json-rules-engine@7",
    program: ruleSet.program,
    stages,
  };
  // The copy shares no list with the rule set, nor one rule with the other.
  return JSON.parse(JSON.stringify(lowered)) as LoweredRules;
}

function rule(criterion: Criterion, type: "must" | "may", tree: PlainNode): LoweredRule {
  return {
    name: `${criterion.id}.${type}`,
    event: {
      type,
      params: { criterion: criterion.id, decision: criterion.then.decision, outcome: criterion.then.outcome },
    },
    conditions: { all: [tree] },
  };
}

function tests(normal: Normal, depth = 0): LeafTests {
  if (depth > deepest) throw new RangeError(`too deep to lower: groups nested more than ${deepest} times`);
  if ("leaf" in normal) return leafTests(normal.leaf);
  const below = ("all" in normal ? normal.all : normal.any).map((child) => tests(child, depth + 1));
  const [must, may] = [below.map((b) => b.must), below.map((b) => b.may)];
  return "all" in normal
    ? { must: { all: must }, may: { all: may } }
    : { must: { any: must }, may: { any: may } };
}

function* factsRead(node: PlainNode): Generator<string> {
  if ("fact" in node) yield node.fact;
  else for (const child of "all" in node ? node.all : node.any) yield* factsRead(child);
}

/** Every runtime fact there can be for a rule set, in the order of its document. */
function runtimeNames(ruleSet: RuleSet): readonly string[] {
  return [
    always,
    ...ruleSet.facts.flatMap((f) => [f.id, doubtOf(f.id), possibleOf(f.id)]),
    ...ruleSet.decisions.flatMap((d) => [stateOf(d.id), possibleOutcomes(d.id)]),
  ];
}
