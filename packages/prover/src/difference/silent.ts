// What differs between two rule sets without any answer showing it: texts, sources, how long an answer stays good, codes,
// and whatever only one of the two has. Taken from the structural difference.
import { diffRuleSets, type Change, type DifferenceReport, type RuleSet } from "@jumelage/engine";

type Silent = DifferenceReport["silent"][number];

/** Parts that do something only through answers; the transitions show what. */
const meaning: Readonly<Partial<Record<Change["what"], readonly string[]>>> = {
  parameter: ["value"],
  fact: ["type", "range", "scale", "whenUnknown", "safety", "derive"],
  condition: ["when"],
  decision: ["kind", "otherwise", "withheldWhileSafetyUnknown", "order"],
  criterion: ["when", "then", "enabled"],
  property: ["claim"],
  "rule-set": ["order"],
};

/** What no outcome shows, in the order of the document. */
export function silentOf(base: RuleSet, head: RuleSet): readonly Silent[] {
  return diffRuleSets(base, head).flatMap((change): readonly Silent[] => {
    const { what, id, of } = change;
    const owner = of === undefined ? {} : { of };
    if (change.kind !== "changed") {
      // What a criterion or a condition that came or went does, answers show.
      if (what === "criterion" || what === "condition") return [];
      return [{ what, id, ...owner, parts: [change.kind] }];
    }
    const parts = change.parts.filter((part) => !(meaning[what] ?? []).includes(part));
    return parts.length === 0 ? [] : [{ what, id, ...owner, parts }];
  });
}
