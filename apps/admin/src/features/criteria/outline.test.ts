import { parseRuleSet } from "@jumelage/engine";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, it } from "vitest";
import { withCriterion, withParameter } from "./edit-criteria.ts";
import { outline, touched } from "./outline.ts";

const documents = referencePrograms.map(({ ruleSet }) => {
  const parsed = parseRuleSet(ruleSet);
  if (!parsed.ok) throw new Error("the reference programs parse");
  return parsed.value;
});

describe("the outline of criteria", () => {
  it("shows every criterion once, the most cautious outcomes first", () => {
    for (const ruleSet of documents) {
      const groups = outline(ruleSet);
      expect(groups.flatMap((g) => g.criteria.map((c) => c.id)).sort()).toEqual(
        ruleSet.criteria.map((c) => c.id).sort(),
      );
      expect(groups[0]?.outcome).toBe(ruleSet.decisions[0]?.outcomes[0]);
    }
  });

  it("marks the criteria a change reaches, through shared conditions and thresholds too", () => {
    const [ruleSet] = documents;
    if (!ruleSet) throw new Error("no document");
    expect([...touched(ruleSet, ruleSet)]).toEqual([]);
    const raised = withParameter(ruleSet, "phq9LookAgain", 16);
    expect(touched(ruleSet, raised)).toContain("A-D4");
    expect(touched(ruleSet, raised)).not.toContain("A-D5");
    const off = withCriterion(ruleSet, "A-L1", (c) => ({ ...c, enabled: false }));
    expect([...touched(ruleSet, off)]).toEqual(["A-L1"]);
  });
});
