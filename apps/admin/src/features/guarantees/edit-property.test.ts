import { programs } from "../../../../../packages/engine/test/reference-programs.ts";
import { describe, expect, it } from "vitest";
import { numbersOf, setClaimNumber, setStatement } from "./edit-property.ts";

const [program] = programs;
if (!program) throw new Error("no program");
const documents = { ruleSet: program.ruleSet, profiles: [], hazards: [] };
const property = program.ruleSet.properties.find((p) => p.id === "SP5");
if (!property) throw new Error("no property");

describe("the numbers of a property", () => {
  it("are found where they stand, under negations too", () => {
    expect(numbersOf(property.claim).map((n) => [n.fact, n.operator, n.value])).toEqual([
      ["ageYears", "greaterThanInclusive", 18],
      ["phq9Total", "greaterThanInclusive", 15],
      ["gad7Total", "greaterThanInclusive", 15],
      ["phq9Item9", "greaterThanInclusive", 1],
    ]);
  });

  it("are changed one at a time, and nothing else is", () => {
    const number = numbersOf(property.claim).find((n) => n.fact === "phq9Total");
    if (!number) throw new Error("no number");
    const { ruleSet } = setClaimNumber("SP5", number.path, 16)(documents);
    const after = ruleSet.properties.find((p) => p.id === "SP5");
    if (!after) throw new Error("gone");
    expect(numbersOf(after.claim).map((n) => n.value)).toEqual([18, 16, 15, 1]);
    expect(JSON.stringify(after).replace(":16}", ":15}")).toBe(JSON.stringify(property));
    expect(ruleSet.properties.filter((p) => p.id !== "SP5")).toEqual(
      program.ruleSet.properties.filter((p) => p.id !== "SP5"),
    );
    expect(numbersOf(property.claim)[1]?.value).toBe(15);
  });

  it("leave the sentence to its author", () => {
    const statement = { fr: "Autre", en: "Other" };
    const { ruleSet } = setStatement("SP5", statement)(documents);
    expect(ruleSet.properties.find((p) => p.id === "SP5")).toEqual({ ...property, statement });
  });
});
