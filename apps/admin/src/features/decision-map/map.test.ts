import { evaluate } from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { programs } from "@jumelage/engine/test/reference-programs";
import { withSent } from "../../lab/facts-of-person.ts";
import { axesOf, bandAt, mapOf, tellingProfile, valuesOf, type MapQuestion } from "./map.ts";

const [first] = programs;
if (!first) throw new Error("no program");
const { ruleSet, profiles } = first;
const fact = (id: string) => {
  const found = ruleSet.facts.find((f) => f.id === id);
  if (!found) throw new Error(`no fact ${id}`);
  return found;
};
const [x, y] = [fact("phq9Total"), fact("gad7Total")];
const profile = tellingProfile({ ruleSet, decision: "orientation", x, y }, profiles);
const question: MapQuestion = {
  ruleSet,
  decision: "orientation",
  x,
  y,
  base: profile?.facts ?? {},
  at: "2026-01-01",
};

describe("the decision map", () => {
  it("has the numeric facts with a range as axes", () => {
    expect(axesOf(ruleSet).map((f) => f.id)).toEqual(["ageYears", "phq9Total", "phq9Item9", "gad7Total"]);
    expect(valuesOf(x)).toHaveLength(28);
  });

  it("says at every pair of values what the direct reading says", () => {
    const map = mapOf(question, undefined);
    for (const b of valuesOf(y)) {
      for (const a of valuesOf(x)) {
        const facts = withSent(ruleSet, withSent(ruleSet, question.base, y.id, b), x.id, a);
        const result = evaluate(ruleSet, facts, question.at).result.decisions["orientation"];
        const cell = map.cells[bandAt(map.rows, b)]?.[bandAt(map.columns, a)];
        expect(cell?.state).toBe(result?.kind === "one" ? result.state : "");
      }
    }
  });

  it("splits at a threshold that moved, and shows what the release said there", () => {
    const moved = {
      ...ruleSet,
      parameters: ruleSet.parameters.map((p) => (p.id === "phq9LookAgain" ? { ...p, value: 18 } : p)),
    };
    const same = mapOf(question, undefined);
    const map = mapOf({ ...question, ruleSet: moved }, ruleSet);
    expect(same.columns.some((c) => c.from === 15)).toBe(true);
    const between = bandAt(map.columns, 16);
    expect(map.columns[between]).toMatchObject({ from: 15, to: 17, size: 3 });
    const changed = map.cells.flat().filter((c) => c.state !== c.before);
    expect(changed.length).toBeGreaterThan(0);
  });
});
