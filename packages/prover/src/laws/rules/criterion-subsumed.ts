// A criterion that never decides because one other criterion is true whenever it is, and leads to the same outcome or
// to a more cautious one. Two criteria with the very same meaning are `criterion-duplicated`.
import { criterionAt, type Law } from "../law.ts";
import { coveringOf, idleOf } from "../idle.ts";

export const criterionSubsumed: Law = {
  id: "criterion-subsumed",
  async apply(scene) {
    const { idle } = await idleOf(scene);
    const covering = await coveringOf(scene, idle);
    const findings = idle.flatMap((c) => {
      const cover = covering.get(c.id);
      if (cover === undefined || cover.same) return [];
      const sameOutcome = cover.by.then.outcome === c.then.outcome;
      return [
        {
          severity: "warning" as const,
          at: [...criterionAt(scene, c.id)],
          also: [[...criterionAt(scene, cover.by.id)]],
          params: { criterion: c.id, by: cover.by.id, sameOutcome },
        },
      ];
    });
    return { findings, undecided: [] };
  },
};
