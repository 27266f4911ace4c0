// A value that falls between two criteria: just below it one speaks, just above it one speaks, and of the value itself,
// the person being the same in everything else, none does. That is how a score of exactly 15 gets no answer.
import {
  isValueOf,
  type Decision,
  type Fact,
  type Finding,
  type Formula,
  type Path,
  type Question,
  type RuleSet,
} from "@jumelage/engine";
import { witnessReport } from "../../witness-report.ts";
import type { Law } from "../law.ts";
import { criteriaFor, factLeavesOf, numberIn } from "../reading.ts";
import type { Scene } from "../scene.ts";

interface Edge {
  readonly decision: Decision;
  readonly fact: Fact;
  readonly value: number;
  readonly question: Question;
}

export const gapAtThreshold: Law = {
  id: "gap-at-threshold",
  async apply(scene) {
    const findings: Omit<Finding, "law">[] = [];
    const undecided: Path[] = [];
    for (const edge of edgesOf(scene)) {
      const at = ["decisions", scene.ruleSet.decisions.indexOf(edge.decision)];
      const answer = await scene.ask(edge.question);
      if (answer.status === "undecided") undecided.push(at);
      if (answer.status !== "somebody") continue;
      const { decision, fact, value } = edge;
      findings.push({
        severity: "warning",
        at,
        also: [["facts", scene.ruleSet.facts.indexOf(fact)]],
        params: { decision: decision.id, fact: fact.id, threshold: value },
        witness: witnessReport(edge.question, answer.witness, [decision.id]),
      });
    }
    return { findings, undecided };
  },
};

function edgesOf({ ruleSet }: Scene): readonly Edge[] {
  return ruleSet.decisions
    .filter((d) => d.kind === "one")
    .flatMap((decision) => {
      const leaves = criteriaFor(ruleSet, decision.id).flatMap((c) => factLeavesOf(ruleSet, c.when));
      return ruleSet.facts.flatMap((fact) => {
        const values = leaves
          .filter((leaf) => leaf.fact === fact.id)
          .flatMap((leaf) => numberIn(ruleSet, leaf) ?? []);
        return [...new Set(values)]
          .filter((value) => around(fact, value).every((v) => isValueOf(fact, v)))
          .map((value) => ({
            decision,
            fact,
            value,
            question: question(ruleSet, decision, { fact, value }),
          }));
      });
    });
}

/** A number of a fact, the next one below and the next one above. */
function around({ scale = 0 }: Fact, value: number): readonly number[] {
  const step = 10 ** -scale;
  return [value, value - step, value + step].map((v) => Number(v.toFixed(scale)));
}

function question(
  ruleSet: RuleSet,
  decision: Decision,
  { fact, value }: Pick<Edge, "fact" | "value">,
): Question {
  const criteria = criteriaFor(ruleSet, decision.id);
  const speaks = (world: number): Formula => ({
    any: criteria.map((c) => ({ world, verdict: "true", of: c.when })),
  });
  return {
    worlds: around(fact, value).map((known) => ({
      ruleSet,
      person: { kind: "set", settings: [{ fact: fact.id, to: { known } }] },
    })),
    ask: {
      all: [
        ...criteria.map((c): Formula => ({ world: 0, verdict: "false", of: c.when })),
        speaks(1),
        speaks(2),
      ],
    },
  };
}
