// A condition inside a criterion that is true of nobody, wherever it could matter: alone, or given the conditions beside
// it. A whole criterion that is never true is `criterion-never-fires`.
import { undecidedOf, whereNobody, type Law } from "../law.ts";
import { outermost, placedNodes, trueWhereItMatters } from "../nodes.ts";

export const conditionAlwaysFalse: Law = {
  id: "condition-always-false",
  async apply(scene) {
    const dead = await scene.dead();
    const nodes = placedNodes(scene.ruleSet).filter((n) =>
      n.criterion === undefined ? true : dead.get(n.criterion) === "somebody" && n.inside.length > 0,
    );
    const known = await scene.settleHere(new Map(nodes.map((n) => [n, trueWhereItMatters(n)] as const)));
    const found = outermost(nodes.filter((n) => known.get(n) === "nobody"));
    const { findings } = whereNobody(
      found.map((n) => ({ at: [...n.at, ...n.inside], about: n, known: "nobody" })),
      (n) => ({ severity: "warning", params: { whole: n.inside.length === 0 } }),
    );
    const undecided = nodes.map((n) => ({ at: [...n.at, ...n.inside], about: n, known: known.get(n) }));
    return { findings, undecided: undecidedOf(undecided) };
  },
};
