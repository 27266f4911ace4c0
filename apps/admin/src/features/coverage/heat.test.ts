import type { DraftRuleSet } from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { programs } from "@jumelage/engine/test/reference-programs";
import { simulate } from "../simulation/simulate.ts";
import { heatOf, heatRows } from "./heat.ts";

describe("the heat map", () => {
  it("tells deciding from being true, and unknown from false", () => {
    expect(heatOf("true", true)).toBe("decides");
    expect(heatOf("true", false)).toBe("true");
    expect(heatOf("unknown", true)).toBe("unknown");
    expect(heatOf("false", false)).toBe("false");
  });

  it.each(programs)(
    "counts every profile once for every criterion of $ruleSet.program",
    ({ ruleSet, profiles }) => {
      const { rows } = simulate({ ruleSet, profiles, baseline: null });
      const heat = heatRows(ruleSet, rows);
      expect(heat.map((h) => h.criterion.id).sort()).toEqual(ruleSet.criteria.map((c) => c.id).sort());
      for (const { counts, cells, criterion } of heat) {
        expect(counts.decides + counts.true + counts.unknown + counts.false).toBe(profiles.length);
        const fired = rows.filter((r) => r.after.result.fired.includes(criterion.id)).length;
        expect(counts.decides + counts.true).toBe(fired);
        expect(cells).toHaveLength(profiles.length);
      }
    },
  );

  it("names what no profile shows", () => {
    const [first] = programs;
    if (!first) throw new Error("no program");
    const gapsWith = (ruleSet: DraftRuleSet, profiles: typeof first.profiles) =>
      new Map(
        heatRows(ruleSet, simulate({ ruleSet, profiles, baseline: null }).rows).map((h) => [
          h.criterion.id,
          h.gaps,
        ]),
      );
    const alone = gapsWith(first.ruleSet, first.profiles.slice(0, 1));
    expect([...alone.values()].filter((g) => g.includes("never-true")).length).toBeGreaterThan(10);
    const off = {
      ...first.ruleSet,
      criteria: first.ruleSet.criteria.map((c) => ({ ...c, enabled: false })),
    };
    expect([...gapsWith(off, first.profiles).values()].flat()).toEqual([]);
  });
});
