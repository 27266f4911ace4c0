// A criterion that is true of nobody: its conditions contradict one another, perhaps only through what values can be.
import { criterionAt, whereNobody, type Law } from "../law.ts";

export const criterionNeverFires: Law = {
  id: "criterion-never-fires",
  async apply(scene) {
    const places = [...(await scene.dead())].map(([id, known]) => ({
      at: criterionAt(scene, id),
      about: id,
      known,
    }));
    return whereNobody(places, (criterion) => ({ severity: "error", params: { criterion } }));
  },
};
