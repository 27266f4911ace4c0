// Diagrams as an answerer: the properties of the reference programs, what stops them, and what they do not take on.
import { breaksClaim, isWitness, parseRuleSet, standardQuestions, type RuleSet } from "@jumelage/engine";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, test } from "vitest";
import { createDiagrams } from "./diagrams.ts";

function parsed(json: unknown): RuleSet {
  const ruleSet = parseRuleSet(json);
  if (!ruleSet.ok) throw new Error("the reference program does not parse");
  return ruleSet.value;
}

describe.each(referencePrograms)("$program", ({ ruleSet: json }) => {
  const ruleSet = parsed(json);

  test("nobody breaks a property, and every standard question has the answer it should have", async () => {
    const diagrams = createDiagrams();
    for (const { id, claim } of ruleSet.properties)
      expect(await diagrams.ask(breaksClaim(ruleSet, claim)), id).toEqual({ status: "nobody" });
    for (const { check, question, expect: wanted } of standardQuestions(ruleSet)) {
      const answer = await diagrams.ask(question);
      expect(answer.status, JSON.stringify(check)).toBe(wanted === "never" ? "nobody" : "somebody");
      if (answer.status === "somebody") expect(isWitness(question, answer.witness)).toBe(true);
    }
  });

  test("too little room, no time, or a signal: undecided, with the reason", async () => {
    const questions = ruleSet.properties.map(({ claim }) => breaksClaim(ruleSet, claim));
    const stopped = AbortSignal.abort();
    const reasons = { size: 0, cancelled: 0 };
    for (const question of questions.slice(0, 5)) {
      const small = await createDiagrams({ budget: 1 }).ask(question);
      if (small.status === "undecided" && small.reason === "size") reasons.size += 1;
      expect(await createDiagrams().ask(question, { signal: stopped })).toEqual({
        status: "undecided",
        reason: "cancelled",
      });
      reasons.cancelled += 1;
    }
    expect(reasons.size).toBeGreaterThan(0);
  });
});
