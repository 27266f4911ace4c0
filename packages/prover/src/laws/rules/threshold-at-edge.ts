// A threshold at the edge of its fact's range: an ordered comparison that only the very last value makes true, often a
// number typed wrong. A note. Comparisons that are constant altogether are engine's own check and the laws of conditions.
import { askOne, nodesOf, type Fact, type FactLeaf, type Finding } from "@jumelage/engine";
import { shown, type Law } from "../law.ts";
import { numberIn } from "../reading.ts";

/** Of an ordered comparison that only one value makes true: at which end it is, and how many steps away the threshold. */
const edges: Readonly<
  Partial<Record<FactLeaf["operator"], { readonly end: "min" | "max"; readonly away: number }>>
> = {
  lessThan: { end: "min", away: 1 },
  lessThanInclusive: { end: "min", away: 0 },
  greaterThan: { end: "max", away: -1 },
  greaterThanInclusive: { end: "max", away: 0 },
};

export const thresholdAtEdge: Law = {
  id: "threshold-at-edge",
  async apply(scene) {
    const { ruleSet } = scene;
    const wholes = [
      ...ruleSet.criteria.map((c, i) => ({ at: ["criteria", i, "when"], when: c.when, on: c.enabled })),
      ...ruleSet.conditions.map((c, i) => ({ at: ["conditions", i, "when"], when: c.when, on: true })),
    ].filter(({ on }) => on);
    const findings: Omit<Finding, "law">[] = [];
    for (const { at, when } of wholes) {
      for (const { at: inside, node } of nodesOf<never>(when)) {
        if (!("fact" in node)) continue;
        const fact = ruleSet.facts.find((f) => f.id === node.fact);
        const threshold = numberIn(ruleSet, node);
        if (!fact || threshold === undefined) continue;
        const only = onlyValue(fact, node, threshold);
        if (only === undefined) continue;
        const question = askOne(ruleSet, { world: 0, verdict: "true", of: node });
        const witness = await shown(scene, question, []);
        findings.push({
          severity: "info",
          at: [...at, ...inside],
          params: { fact: fact.id, threshold, only },
          ...(witness ? { witness } : {}),
        });
      }
    }
    return { findings, undecided: [] };
  },
};

/** The one value of the range that makes the comparison true, where it is one alone. */
function onlyValue(
  { range, scale = 0 }: Fact,
  { operator }: FactLeaf,
  threshold: number,
): number | undefined {
  const ordered = edges[operator];
  if (!ordered || !range || range.min === range.max) return undefined;
  const only = range[ordered.end];
  const steps = (v: number): number => Math.round(v * 10 ** scale);
  return steps(threshold) === steps(only) + ordered.away ? only : undefined;
}
