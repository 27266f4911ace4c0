// The kernel against going through the classes of random graphs one by one, with lanes alone and with many counters, in
// one go and piece by piece.
import { valuesOf } from "@jumelage/engine";
import { chanceFrom, freshSeed, someGraph } from "@jumelage/engine/test/small";
import { expect, it } from "vitest";
import { firstClass, hasClass } from "../../test/classes.ts";
import { makeKernel } from "./kernel.ts";
import { planOf } from "./plan.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

it.each([30, 3000, 40_000])(
  `finds a class among about %i exactly when there is one (SEED=${seed})`,
  (classes) => {
    const chance = chanceFrom(seed + classes);
    const seen = { nobody: 0, somebody: 0 };
    for (let i = 0; i < 40; i += 1) {
      const made = someGraph(chance, classes);
      const { graph, root, sizes, only } = made;
      const kernel = makeKernel(planOf(graph, { root, sizes }));
      const found = firstClass(kernel, chance.often(0.5) ? kernel.plan.steps : 1 + chance.below(7));
      if (found) expect(valuesOf(graph, found)[root], `SEED=${seed} ${i}`).toBe(true);
      if (only) expect(found, `SEED=${seed} ${i}`).toEqual(only);
      else expect(found !== undefined, `SEED=${seed} ${i}`).toBe(hasClass(made));
      seen[found ? "somebody" : "nobody"] += 1;
    }
    expect(seen.somebody).toBeGreaterThan(20);
  },
);
