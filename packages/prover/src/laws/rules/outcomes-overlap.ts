// Criteria for two outcomes of a `one` decision that are true of the same person. The order of precedence settles it, and
// that is how the model is meant: a note. It is a warning when the outcome that wins is the less cautious by its tone.
import { askOne, type Decision, type Formula, type Finding, type Outcome } from "@jumelage/engine";
import { shown, undecidedOf, type Law } from "../law.ts";
import { criteriaFor } from "../reading.ts";
import type { Scene } from "../scene.ts";

interface Pair {
  readonly decision: Decision;
  readonly wins: Outcome;
  readonly loses: Outcome;
}

export const outcomesOverlap: Law = {
  id: "outcomes-overlap",
  async apply(scene) {
    const pairs = scene.ruleSet.decisions
      .filter((d) => d.kind === "one")
      .flatMap((decision) =>
        decision.outcomes.flatMap((wins, i) =>
          decision.outcomes
            .slice(i + 1)
            .filter((loses) => loses.tone !== wins.tone)
            .map((loses): Pair => ({ decision, wins, loses })),
        ),
      );
    const known = await scene.settleHere(new Map(pairs.map((p) => [p, both(scene, p)] as const)));
    const findings: Omit<Finding, "law">[] = [];
    for (const pair of pairs) if (known.get(pair) === "somebody") findings.push(await told(scene, pair));
    const places = pairs.map((p) => ({ at: placeOf(scene, p), about: p, known: known.get(p) }));
    return { findings, undecided: undecidedOf(places) };
  },
};

async function told(scene: Scene, pair: Pair): Promise<Omit<Finding, "law">> {
  const { decision, wins, loses } = pair;
  const witness = await shown(scene, askOne(scene.ruleSet, both(scene, pair)), [decision.id]);
  // The safe states of a person come first whatever the tone between them; a permission before a stop does not.
  const reversed = loses.tone === "stop" || wins.tone === "go";
  return {
    severity: reversed ? "warning" : "info",
    at: [...placeOf(scene, pair)],
    params: { decision: decision.id, wins: wins.id, loses: loses.id, reversed },
    ...(witness ? { witness } : {}),
  };
}

function both(scene: Scene, { decision, wins, loses }: Pair): Formula {
  const someFor = (outcome: Outcome): Formula => ({
    any: criteriaFor(scene.ruleSet, decision.id)
      .filter((c) => c.then.outcome === outcome.id)
      .map((c) => ({ world: 0, verdict: "true", of: c.when })),
  });
  return { all: [someFor(wins), someFor(loses)] };
}

function placeOf(scene: Scene, { decision, loses }: Pair): readonly (string | number)[] {
  return [
    "decisions",
    scene.ruleSet.decisions.indexOf(decision),
    "outcomes",
    decision.outcomes.indexOf(loses),
  ];
}
