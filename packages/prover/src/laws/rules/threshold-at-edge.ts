// A threshold at the edge of its fact's range: an ordered comparison that only the very last value makes true, often a
// number typed wrong. A note. Comparisons that are constant altogether are engine's own check and the laws of conditions.
import { askOne, nodesOf, type Fact, type FactLeaf, type Finding } from "@jumelage/engine";
import { shown, type Law } from "../law.ts";
import { numberIn } from "../reading.ts";

const ordered: readonly FactLeaf["operator"][] = [
  "lessThan",
  "lessThanInclusive",
  "greaterThan",
  "greaterThanInclusive",
];

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
function onlyValue(fact: Fact, { operator }: FactLeaf, threshold: number): number | undefined {
  if (!fact.range || !ordered.includes(operator)) return undefined;
  const { min, max } = fact.range;
  const scale = fact.type === "decimal" ? (fact.scale ?? 0) : 0;
  const steps = (v: number): number => Math.round(v * 10 ** scale);
  const strict = operator === "lessThan" || operator === "greaterThan" ? 1 : 0;
  const up = operator.startsWith("greater");
  const last = up ? max : min;
  if (min === max) return undefined;
  return up
    ? steps(threshold) + strict === steps(max)
      ? last
      : undefined
    : steps(threshold) - strict === steps(min)
      ? last
      : undefined;
}
