// A condition inside a criterion that is true of everybody who answered what it reads, wherever it could matter: alone,
// or given the conditions beside it. Duties that always apply are written `always`, and are no finding.
import type { Law } from "../law.ts";
import { notTrueWhereItMatters, placedNodes, verdictsOn } from "../nodes.ts";

export const conditionAlwaysTrue: Law = {
  id: "condition-always-true",
  async apply(scene) {
    const dead = await scene.dead();
    const nodes = placedNodes(scene.ruleSet).filter(
      (n) => n.criterion === undefined || dead.get(n.criterion) === "somebody",
    );
    const known = await scene.settleHere(
      new Map(nodes.map((n) => [n, notTrueWhereItMatters(scene.ruleSet, n)] as const)),
    );
    return verdictsOn(nodes, known);
  },
};
