// A condition inside a criterion that is true of nobody, wherever it could matter: alone, or given the conditions beside
// it. A whole criterion that is never true is `criterion-never-fires`.
import type { Law } from "../law.ts";
import { placedNodes, trueWhereItMatters, verdictsOn } from "../nodes.ts";

export const conditionAlwaysFalse: Law = {
  id: "condition-always-false",
  async apply(scene) {
    const dead = await scene.dead();
    const nodes = placedNodes(scene.ruleSet).filter(
      (n) => n.criterion === undefined || (dead.get(n.criterion) === "somebody" && n.inside.length > 0),
    );
    const known = await scene.settleHere(new Map(nodes.map((n) => [n, trueWhereItMatters(n)] as const)));
    return verdictsOn(nodes, known);
  },
};
