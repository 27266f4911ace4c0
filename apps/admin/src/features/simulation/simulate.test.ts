import { evaluate, parseProfiles, parseRuleSet, runnable } from "@jumelage/engine";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, it } from "vitest";
import { withParameter, withWhen } from "../criteria/edit-criteria.ts";
import { countsOf, dayOf, simulate, verdictOf } from "./simulate.ts";

const programs = referencePrograms.map((program) => {
  const ruleSet = parseRuleSet(program.ruleSet);
  const profiles = parseProfiles(program.profiles);
  if (!ruleSet.ok || !profiles.ok) throw new Error("the reference programs parse");
  return { number: 1, ruleSet: ruleSet.value, profiles: profiles.value, hazards: [] };
});
const [autosoins] = programs as [(typeof programs)[number], (typeof programs)[number]];

describe("simulate", () => {
  it("answers as expected for all 175 profiles, and nobody moves without a change", () => {
    const all = programs.map(({ ruleSet, profiles }) =>
      simulate({ ruleSet, profiles, baseline: { number: 1, ruleSet, profiles, hazards: [] } }),
    );
    expect(all.flatMap((s) => s.rows)).toHaveLength(175);
    expect(all.flatMap((s) => [...s.failing, ...s.moved])).toEqual([]);
  });

  it("moves exactly PA03 and PA55 when the PHQ-9 threshold goes from 15 to 16", () => {
    const ruleSet = withParameter(autosoins.ruleSet, "phq9LookAgain", 16);
    const { moved, failing } = simulate({ ...autosoins, ruleSet, baseline: autosoins });
    expect(moved.map((row) => row.profile.id)).toEqual(["PA03", "PA55"]);
    expect(failing.map((row) => row.profile.id)).toEqual(["PA03", "PA55"]);
  });

  it("agrees with the trace in every cell, and rests on a criterion in every decided row", () => {
    for (const { ruleSet, profiles } of programs) {
      const run = runnable(ruleSet);
      const { rows } = simulate({ ruleSet, profiles, baseline: null });
      for (const row of rows) {
        const { trace } = evaluate(run, row.profile.facts, dayOf(row.profile));
        for (const t of trace)
          expect(verdictOf(row.after, t.criterion), `${row.profile.id} ${t.criterion}`).toBe(t.verdict);
        for (const id of row.after.decisive) expect(verdictOf(row.after, id)).not.toBe("false");
        expect(row.before).toBeNull();
      }
    }
  });

  it("re-runs only what an edit may have changed", () => {
    const first = simulate({ ...autosoins, baseline: autosoins });
    const [one, ...rest] = autosoins.profiles;
    if (!one) throw new Error("no profile");
    const second = simulate({
      ...autosoins,
      profiles: [{ ...one, facts: {} }, ...rest],
      baseline: autosoins,
    });
    expect(second.rows[0]?.after).not.toBe(first.rows[0]?.after);
    expect(second.rows.slice(1).every((row, i) => row.after === first.rows[i + 1]?.after)).toBe(true);
    expect(first.rows[0]?.before).toBe(second.rows[0]?.before);
  });

  it("runs a draft with a gap as if the criterion were off", () => {
    const ruleSet = withWhen(autosoins.ruleSet, "A-D4", { all: [{ hole: {} }] });
    const { moved } = simulate({ ...autosoins, ruleSet, baseline: autosoins });
    expect(moved.map((row) => row.profile.id)).toContain("PA03");
  });

  it("counts every profile once for a decision of one outcome", () => {
    const simulation = simulate({ ...autosoins, baseline: autosoins });
    const decision = autosoins.ruleSet.decisions[0];
    if (!decision) throw new Error("no decision");
    const counts = countsOf(simulation, decision);
    expect(counts.reduce((sum, c) => sum + c.count, 0)).toBe(autosoins.profiles.length);
    expect(countsOf(simulation, decision, "before")).toEqual(counts);
  });
});
