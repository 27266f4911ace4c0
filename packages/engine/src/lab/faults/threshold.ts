// A threshold one step too low or too high: in a comparison, in a named parameter, in an "at least so many".
import { isValueOf } from "../../model/fact.ts";
import type { RuleSet } from "../../model/rule-set.ts";
import { neighbour, stepped } from "../steps.ts";
import { placedNodes, type Seed, type Seeder } from "./seed.ts";

const kind = "threshold";

export const threshold: Seeder = (ruleSet) => [
  ...parameters(ruleSet),
  ...placedNodes(ruleSet).flatMap(({ of, at, node }): readonly Seed[] => {
    if ("atLeast" in node) {
      const { count } = node.atLeast;
      return [count - 1, count + 1]
        .filter((after) => after >= 1)
        .map((after) => ({
          kind,
          of,
          at: [...at, "atLeast", "count"],
          before: count,
          after,
        }));
    }
    if (!("fact" in node) || (typeof node.value !== "number" && typeof node.value !== "string")) return [];
    const fact = ruleSet.facts.find((f) => f.id === node.fact);
    if (fact?.type !== "integer" && fact?.type !== "decimal" && fact?.type !== "date") return [];
    const before = node.value;
    return [-1, 1].flatMap((steps) => {
      const after = neighbour(fact, before, steps);
      return after !== undefined && isValueOf(fact, after)
        ? [{ kind, of, at: [...at, "value"], before, after }]
        : [];
    });
  }),
];

/** A parameter takes the finest step of the facts that are compared with it. */
function parameters(ruleSet: RuleSet): readonly Seed[] {
  const nodes = placedNodes(ruleSet);
  return ruleSet.parameters.flatMap((parameter, i) => {
    const facts = nodes.flatMap(({ node }) =>
      "fact" in node &&
      typeof node.value === "object" &&
      "parameter" in node.value &&
      node.value.parameter === parameter.id
        ? ruleSet.facts.filter((f) => f.id === node.fact)
        : [],
    );
    if (facts.length === 0) return [];
    const scale = Math.max(...facts.map((f) => f.scale ?? 0));
    return [-1, 1].map((steps) => ({
      kind,
      of: parameter.id,
      at: ["parameters", i, "value"],
      before: parameter.value,
      after: stepped(parameter.value, scale, steps),
    }));
  });
}
