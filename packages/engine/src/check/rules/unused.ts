import { nodesOf, type DraftCondition, type Hole } from "../../model/condition.ts";
import { collector } from "../../model/diagnostic.ts";
import { conditionsOf, type Law } from "../law.ts";

/** Nothing is declared in vain: every fact, threshold and named condition is read somewhere. */
export const unused: Law = (doc) => {
  const { found, add } = collector("info");
  const facts = new Set(doc.facts.flatMap((f) => f.derive?.sum ?? []));
  const parameters = new Set<string>();
  const conditions = new Set<string>();
  const claims = doc.properties.flatMap(({ claim }): readonly DraftCondition[] => {
    if ("fact" in claim) facts.add(claim.fact);
    if ("facts" in claim) claim.facts.forEach((f) => facts.add(f));
    return "given" in claim ? [claim.given] : "condition" in claim ? [claim.condition] : [];
  });
  for (const when of [...conditionsOf(doc).map((c) => c.when), ...claims]) {
    for (const { node } of nodesOf<Hole>(when)) {
      if ("condition" in node) conditions.add(node.condition);
      else if ("hole" in node && node.hole.fact !== undefined) facts.add(node.hole.fact);
      else if ("fact" in node) {
        facts.add(node.fact);
        if (typeof node.value === "object" && "parameter" in node.value) parameters.add(node.value.parameter);
      }
    }
  }
  doc.facts.forEach((f, i) => facts.has(f.id) || add("unused-fact", ["facts", i], { fact: f.id }));
  doc.parameters.forEach(
    (p, i) => parameters.has(p.id) || add("unused-parameter", ["parameters", i], { parameter: p.id }),
  );
  doc.conditions.forEach(
    (c, i) => conditions.has(c.id) || add("unused-condition", ["conditions", i], { condition: c.id }),
  );
  return found;
};
