// The diagrams of the two reference programs: small, equal to them, and exact where three values leave a decision open.
import { describe, expect, it } from "vitest";
import { chanceFrom, freshSeed, somePerson } from "../../test/arbitraries.ts";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { evaluatePerson } from "../evaluate/index.ts";
import { readPerson } from "../model/person.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import { buildDiagram } from "./build.ts";
import { diagramsOf } from "./carried.ts";
import { certain, certainties } from "./certain.ts";
import { checkDiagram } from "./check-diagram.ts";
import { interview } from "./interview.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

/** Programs for which the reading with three values is exact on every person tried. */
const alreadyExact = ["choix-de-service"];

describe.each(programs)("$program", ({ program, ruleSet, profiles }) => {
  const diagrams = diagramsOf(ruleSet);
  const [diagram] = diagrams;
  if (!diagram) throw new Error("no diagram");

  it("has one small diagram for its `one` decision, the same every time, accepted by the checker", () => {
    expect(diagrams).toHaveLength(1);
    expect(canonicalJson(diagram).length).toBeLessThan(3000);
    expect(diagram.nodes.length).toBeLessThan(40);
    expect(buildDiagram(ruleSet, diagram.decision)).toEqual(diagram);
    expect(checkDiagram(ruleSet, diagram)).toBeUndefined();
  });

  it("is left out when it would be larger than the budget, never made smaller", () => {
    expect(buildDiagram(ruleSet, diagram.decision, { budget: 5 })).toEqual({ tooLarge: 5 });
    expect(diagramsOf(ruleSet, { budget: 5 })).toEqual([]);
  });

  it(`never says less than the direct reading, and more where it can (SEED=${seed})`, () => {
    const chance = chanceFrom(seed);
    const seen = { open: 0, decided: 0, vain: 0 };
    for (let i = 0; i < 3000; i += 1) {
      const facts = somePerson(chance, ruleSet, { at: anyDay });
      // Every other person has no reason to stop for safety, so that more than the safety facts is at stake.
      const calm =
        i % 2 === 0
          ? {}
          : { suicidalIdeation: "none", acutePsychosocialCrisis: false, imminentDanger: false };
      const person = readPerson(ruleSet, { ...facts, ...calm }, anyDay);
      const { result } = evaluatePerson(ruleSet, person);
      const made = result.decisions[diagram.decision];
      if (made?.kind !== "one") throw new Error("not a decision of kind one");
      const { outcomes, canChange } = certain(diagram, person);
      expect(certainties(diagrams, person, result)).toEqual({ [diagram.decision]: { outcomes, canChange } });
      if (made.outcome !== undefined) {
        expect({ outcomes, canChange }).toEqual({ outcomes: [made.outcome], canChange: [] });
        continue;
      }
      expect(made.possible).toEqual(expect.arrayContaining(outcomes));
      expect(made.missing).toEqual(expect.arrayContaining(canChange));
      seen.open += 1;
      if (outcomes.length === 1) seen.decided += 1;
      if (made.missing.some((fact) => !canChange.includes(fact))) seen.vain += 1;
    }
    expect(seen.open).toBeGreaterThan(400);
    if (alreadyExact.includes(program)) return;
    expect(seen.decided).toBeGreaterThan(0);
    expect(seen.vain).toBeGreaterThan(seen.decided);
  });

  it("every profile has a shortest interview that begins with the safety facts that still matter", () => {
    for (const { facts, evaluatedOn = anyDay } of profiles) {
      const person = readPerson(ruleSet, facts, evaluatedOn);
      const found = interview(diagram, person);
      if ("tooLarge" in found) throw new Error("too large");
      const { outcomes, canChange } = certain(diagram, person);
      expect(found.outcomes).toEqual(outcomes);
      expect(found.worst === 0).toBe(outcomes.length === 1);
      const safety = canChange.filter((f) => diagram.safety.includes(f));
      if (found.question) expect(safety.length > 0 ? safety : canChange).toContain(found.question.fact);
    }
  });
});
