// A fact that some criterion reads, and whose answer yet changes no decision of anybody: the person is asked for nothing.
// Facts that nothing reads are engine's own check (`unused-fact`).
import { differs, samePerson, type Question } from "@jumelage/engine";
import { whereNobody, type Law } from "../law.ts";
import { factsBehind } from "../reading.ts";

export const factWithoutEffect: Law = {
  id: "fact-without-effect",
  async apply(scene) {
    const { ruleSet } = scene;
    const behind = new Map(ruleSet.decisions.map((d) => [d, factsBehind(ruleSet, d.id)]));
    const read = ruleSet.facts.flatMap((fact, index) => {
      const decisions = ruleSet.decisions.filter((d) => behind.get(d)?.has(fact.id) === true);
      if (decisions.length === 0) return [];
      const question: Question = {
        worlds: [
          { ruleSet, person: samePerson },
          { ruleSet, person: { kind: "free", facts: [fact.id] } },
        ],
        ask: { any: decisions.map(differs) },
      };
      return [{ at: ["facts", index], about: fact.id, question }];
    });
    const known = await scene.settle(new Map(read.map(({ about, question }) => [about, question])));
    return whereNobody(
      read.map(({ at, about }) => ({ at, about, known: known.get(about) })),
      (fact) => ({ severity: "warning", params: { fact } }),
    );
  },
};
