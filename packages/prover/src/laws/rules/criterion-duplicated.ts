// Two criteria for the same outcome that are true, false and undecided of the same people, however they are written.
// engine's own check compares them as they stand; here it is their meaning that counts.
import type { Criterion, Formula, Verdict } from "@jumelage/engine";
import { criterionAt, undecidedOf, type Law } from "../law.ts";

export const criterionDuplicated: Law = {
  id: "criterion-duplicated",
  async apply(scene) {
    const dead = await scene.dead();
    const criteria = scene.ruleSet.criteria.filter((c) => c.enabled && dead.get(c.id) === "somebody");
    const pairs = criteria.flatMap((second, i) =>
      criteria.slice(0, i).flatMap((first) => (sameEnd(first, second) ? [{ first, second }] : [])),
    );
    const known = await scene.settleHere(new Map(pairs.map((pair) => [pair, differ(pair)])));
    const places = pairs.map((pair) => ({
      at: criterionAt(scene, pair.second.id),
      about: pair,
      known: known.get(pair),
    }));
    // The first of several is the one to keep: each later one is told once.
    const told = new Set<string>();
    const findings = places.flatMap(({ at, about: { first, second }, known: status }) => {
      if (status !== "nobody" || told.has(second.id)) return [];
      told.add(second.id);
      return [
        {
          severity: "warning" as const,
          at: [...at],
          also: [[...criterionAt(scene, first.id)]],
          params: { criterion: second.id, by: first.id },
        },
      ];
    });
    return { findings, undecided: undecidedOf(places) };
  },
};

function sameEnd(first: Criterion, second: Criterion): boolean {
  return first.then.decision === second.then.decision && first.then.outcome === second.then.outcome;
}

function differ({ first, second }: { readonly first: Criterion; readonly second: Criterion }): Formula {
  const is = (c: Criterion, verdict: Verdict): Formula => ({ world: 0, verdict, of: c.when });
  return {
    any: (["true", "false", "unknown"] as const).map((v) => ({
      all: [is(first, v), { not: is(second, v) }],
    })),
  };
}
