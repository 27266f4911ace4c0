import { describe, expect, it } from "vitest";
import { programs } from "@jumelage/engine/test/reference-programs";
import { stripOf, thresholdsIn, thresholdsOf } from "./strip.ts";

const [first] = programs;
if (!first) throw new Error("no program");
const { ruleSet, profiles } = first;

describe("the threshold strip", () => {
  it("finds the fact a parameter is compared with", () => {
    expect(thresholdsOf(ruleSet, "phq9LookAgain").map((t) => [t.fact.id, t.value])).toEqual([
      ["phq9Total", 15],
    ]);
    expect(thresholdsOf(ruleSet, "nobody")).toEqual([]);
  });

  it("finds the thresholds of every criterion, each once", () => {
    for (const criterion of ruleSet.criteria) {
      const found = thresholdsIn(ruleSet, criterion.when).map((t) => `${t.fact.id} ${t.value}`);
      expect(new Set(found).size).toBe(found.length);
    }
    expect(ruleSet.criteria.flatMap((c) => thresholdsIn(ruleSet, c.when)).length).toBeGreaterThan(2);
  });

  it("counts every profile on one side, as its own facts say", () => {
    const [threshold] = thresholdsOf(ruleSet, "phq9LookAgain");
    if (!threshold) throw new Error("no threshold");
    const strip = stripOf(ruleSet, profiles, threshold);
    expect(strip.below + strip.at + strip.above + strip.unknown).toBe(profiles.length);
    const sent = profiles.map((p) => p.facts["phq9Total"]);
    const values = sent.map((s) => (typeof s === "object" && s !== null && "value" in s ? s.value : s));
    expect(strip.at).toBe(values.filter((v) => v === 15).length);
    expect(strip.justBelow).toBe(values.filter((v) => v === 14).length);
    expect(strip.at).toBeGreaterThan(0);
    expect(strip.marks.map((m) => m.value)).toEqual(
      strip.marks.map((m) => m.value).toSorted((a, b) => a - b),
    );
  });
});
