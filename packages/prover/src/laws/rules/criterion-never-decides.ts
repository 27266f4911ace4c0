// A criterion that can be true and without which its decision is the same for everybody, complete or partial, because other criteria always
// speak first. Where one criterion alone is the reason, `criterion-subsumed` names it instead.
import { criterionAt, whereNobody, type Law } from "../law.ts";
import { coveringOf, idleOf } from "../idle.ts";

export const criterionNeverDecides: Law = {
  id: "criterion-never-decides",
  async apply(scene) {
    const { idle, undecided } = await idleOf(scene);
    const covering = await coveringOf(scene, idle);
    const places = idle
      .filter((c) => !covering.has(c.id))
      .map((c) => ({ at: criterionAt(scene, c.id), about: c, known: "nobody" as const }));
    const { findings } = whereNobody(places, (c) => ({
      severity: "warning",
      params: { criterion: c.id, decision: c.then.decision, outcome: c.then.outcome },
    }));
    return { findings, undecided };
  },
};
