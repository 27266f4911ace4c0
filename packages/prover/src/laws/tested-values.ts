// The values of a fact that the tests of a rule set tell apart.
import { nodesOf, type Fact, type FactLeaf, type RuleSet } from "@jumelage/engine";
import { numberIn } from "./reading.ts";

/** Values of a fact that the tests of the rule set tell apart, an ordinary one first; some perhaps twice. */
export function testedValues(ruleSet: RuleSet, fact: Fact): readonly unknown[] {
  const members = (fact.values ?? []).map((v) => v.id);
  switch (fact.type) {
    case "boolean":
      return [false, true];
    case "enum":
      return members;
    case "set":
      return [[], ...members.map((m) => [m]), members.slice(0, 2), members.slice(-2), members];
    case "date":
      return ["1990-06-15", ...leavesOn(ruleSet, fact).flatMap((leaf) => leaf.value ?? [])];
    case "integer":
    case "decimal": {
      const scale = fact.scale ?? 0;
      const step = 10 ** -scale;
      const { min = -1e6, max = 1e6 } = fact.range ?? {};
      const near = leavesOn(ruleSet, fact)
        .flatMap((leaf) => numberIn(ruleSet, leaf) ?? [])
        .flatMap((v) => [v - step, v, v + step]);
      return [Math.max(min, Math.min(max, 0)), ...near, ...Object.values(fact.range ?? {})]
        .map((v) => Number(v.toFixed(scale)))
        .filter((v) => v >= min && v <= max);
    }
    default:
      return fact.type satisfies never;
  }
}

function leavesOn(ruleSet: RuleSet, { id }: Fact): readonly FactLeaf[] {
  return [...ruleSet.criteria, ...ruleSet.conditions]
    .flatMap(({ when }) => [...nodesOf<never>(when)].map(({ node }) => node))
    .filter((node): node is FactLeaf => "fact" in node && node.fact === id);
}
