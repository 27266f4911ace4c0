import { referencePrograms } from "@jumelage/content";
import { breaksClaim, isWitness, parseRuleSet, standardQuestions, type RuleSet } from "@jumelage/engine";
import { afterAll, expect, test } from "vitest";
import { createSolver } from "./solver.ts";

const ruleSets = referencePrograms.map((p): RuleSet => {
  const parsed = parseRuleSet(p.ruleSet);
  if (!parsed.ok) throw new Error(`the reference program ${p.program} does not parse`);
  return parsed.value;
});
const solver = await createSolver();
afterAll(() => solver.close());

test("a property that holds has nobody who breaks it", async () => {
  for (const ruleSet of ruleSets) {
    const [property] = ruleSet.properties;
    if (!property) throw new Error("no property");
    expect(await solver.ask(breaksClaim(ruleSet, property.claim))).toEqual({ status: "nobody" });
  }
});

test("a criterion that can fire has somebody, who replays", async () => {
  for (const ruleSet of ruleSets) {
    for (const { question, expect: expected } of standardQuestions(ruleSet).slice(0, 6)) {
      const answer = await solver.ask(question);
      expect(expected).toBe("sometimes");
      expect(answer.status).toBe("somebody");
      if (answer.status === "somebody") expect(isWitness(question, answer.witness)).toBe(true);
    }
  }
});
