// Faults in how conditions are joined: "all" for "any", and a condition or a listed answer that was left out.
import { placedNodes, type Seed, type Seeder } from "./seed.ts";

export const allAny: Seeder = (ruleSet) =>
  placedNodes(ruleSet).flatMap(({ of, at, node }): readonly Seed[] => {
    const seed = (before: unknown, after: unknown): Seed => ({ kind: "all-any", of, at, before, after });
    // A group of one says the same either way.
    if ("all" in node && node.all.length > 1) return [seed(node, { any: node.all })];
    if ("any" in node && node.any.length > 1) return [seed(node, { all: node.any })];
    return [];
  });

export const droppedCondition: Seeder = (ruleSet) =>
  placedNodes(ruleSet).flatMap(({ of, at, node }): readonly Seed[] => {
    const without = (list: readonly unknown[], where: readonly string[]): readonly Seed[] =>
      list.length < 2
        ? []
        : list.map((before, i) => ({
            kind: "dropped-condition",
            of,
            at: [...at, ...where, i],
            before,
            after: null,
          }));
    if ("all" in node) return without(node.all, ["all"]);
    if ("any" in node) return without(node.any, ["any"]);
    if ("atLeast" in node) return without(node.atLeast.of, ["atLeast", "of"]);
    // A listed answer is a condition of its own: "is a or b" is "is a, or is b".
    if ("state" in node) return without(node.state, ["state"]);
    if (("fact" in node || "decision" in node) && Array.isArray(node.value))
      return without(node.value, ["value"]);
    return [];
  });
