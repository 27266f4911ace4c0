// Criteria that change nothing, and the one criterion that each of them hides behind, where there is one. Shared by the
// laws that tell them apart.
import type { Criterion, Formula, Path } from "@jumelage/engine";
import { criterionAt } from "./law.ts";
import { criteriaFor } from "./reading.ts";
import type { Scene } from "./scene.ts";

/** Criteria that can be true, change nothing, and are not kept on purpose. */
export async function idleOf(
  scene: Scene,
): Promise<{ readonly idle: readonly Criterion[]; readonly undecided: readonly Path[] }> {
  const [dead, idle] = [await scene.dead(), await scene.idle()];
  const alive = scene.ruleSet.criteria.filter(
    (c) => c.enabled && c.shadowedOnPurpose === undefined && dead.get(c.id) === "somebody",
  );
  return {
    idle: alive.filter((c) => idle.get(c.id) === "nobody"),
    undecided: alive.filter((c) => idle.get(c.id) === "undecided").map((c) => criterionAt(scene, c.id)),
  };
}

export interface Cover {
  readonly by: Criterion;
  /** The two are true of the same people. */
  readonly same: boolean;
}

/** For each criterion the first other one, of the same outcome or a more cautious one, that is true whenever it is. */
export async function coveringOf(
  scene: Scene,
  idle: readonly Criterion[],
): Promise<ReadonlyMap<string, Cover>> {
  const pairs = idle.flatMap((c) => coversOf(scene, c).map((by) => ({ c, by })));
  const escapes = await scene.settleHere(
    new Map(pairs.map((pair) => [pair, trueWithout(pair.c, pair.by)] as const)),
  );
  const covers = pairs.filter((pair) => escapes.get(pair) === "nobody");
  const back = await scene.settleHere(
    new Map(covers.map((pair) => [pair, trueWithout(pair.by, pair.c)] as const)),
  );
  const first = new Map<string, Cover>();
  for (const pair of covers) {
    const sameOutcome = pair.c.then.outcome === pair.by.then.outcome;
    if (!first.has(pair.c.id))
      first.set(pair.c.id, { by: pair.by, same: sameOutcome && back.get(pair) === "nobody" });
  }
  return first;
}

function coversOf(scene: Scene, criterion: Criterion): readonly Criterion[] {
  const { decision, outcome } = criterion.then;
  const covering = scene.ruleSet.decisions
    .filter((d) => d.id === decision)
    .flatMap(({ kind, outcomes }) => {
      const ids = outcomes.map((o) => o.id);
      return kind === "one" ? ids.slice(0, ids.indexOf(outcome) + 1) : [outcome];
    });
  return criteriaFor(scene.ruleSet, decision).filter(
    (by) => by.id !== criterion.id && covering.includes(by.then.outcome),
  );
}

function trueWithout(c: Criterion, other: Criterion): Formula {
  return {
    all: [{ world: 0, verdict: "true", of: c.when }, { not: { world: 0, verdict: "true", of: other.when } }],
  };
}
