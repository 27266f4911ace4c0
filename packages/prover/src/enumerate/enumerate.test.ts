// Enumeration over the two reference programs: every property and every standard question has its answer, and a search
// can be bounded and stopped.
import { referencePrograms } from "@jumelage/content";
import {
  breaksClaim,
  classesOf,
  graphOf,
  isWitness,
  parseRuleSet,
  standardQuestions,
  type Question,
  type RuleSet,
} from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { createEnumeration } from "./enumerate.ts";

const programs: readonly RuleSet[] = referencePrograms.map(({ ruleSet }) => {
  const parsed = parseRuleSet(ruleSet);
  if (!parsed.ok) throw new Error("a reference program does not parse");
  return parsed.value;
});
const enumeration = createEnumeration();

describe.each(programs.map((ruleSet) => ({ program: ruleSet.program, ruleSet })))(
  "$program",
  ({ ruleSet }) => {
    it("every property holds for everybody", async () => {
      for (const { id, claim } of ruleSet.properties)
        expect((await enumeration.ask(breaksClaim(ruleSet, claim))).status, id).toBe("nobody");
    });

    it("every standard question has the answer it should have", async () => {
      for (const { check, question, expect: expected } of standardQuestions(ruleSet)) {
        const answer = await enumeration.ask(question);
        expect(answer.status, JSON.stringify(check)).toBe(expected === "never" ? "nobody" : "somebody");
        if (answer.status === "somebody") expect(isWitness(question, answer.witness)).toBe(true);
      }
    });
  },
);

describe("limits", () => {
  /** Two rule sets that can be told apart by nobody, over the largest space of classes there is. */
  const large = programs.flatMap((ruleSet) =>
    ruleSet.properties.map(({ claim }) => breaksClaim(ruleSet, claim)),
  );
  const manyClasses = (question: Question): number => {
    const made = graphOf(question);
    return "unmodelled" in made || made.root < 2 ? 0 : classesOf(made.space);
  };
  const [question] = large.toSorted((a, b) => manyClasses(b) - manyClasses(a));

  it("more classes than the budget are left undecided", async () => {
    const some = large.find((q) => manyClasses(q) > 1e6 && manyClasses(q) < 2 ** 28);
    if (!some) throw new Error("no question of that size");
    const answer = await createEnumeration({ budget: 1000 }).ask(some);
    expect(answer).toMatchObject({ status: "undecided", reason: "size" });
    expect(answer.classes).toBeGreaterThan(1e6);
  });

  it("a search that is cancelled says so", async () => {
    if (!question) throw new Error("no question");
    const some = large.find((q) => manyClasses(q) > 1e8 && manyClasses(q) < 2 ** 28) ?? question;
    const controller = new AbortController();
    const answer = enumeration.ask(some, { signal: controller.signal });
    controller.abort();
    expect(await answer).toMatchObject({ status: "undecided", reason: "cancelled" });
  });

  it("a search that is out of time says so", async () => {
    const some = large.find((q) => manyClasses(q) > 1e8 && manyClasses(q) < 2 ** 28) ?? question;
    if (!some) throw new Error("no question");
    const answer = await enumeration.ask(some, { milliseconds: 0 });
    expect(answer).toMatchObject({ status: "undecided", reason: "time" });
  });

  it("a question that has no classes says why", async () => {
    const [ruleSet] = programs;
    if (!ruleSet) throw new Error("no program");
    const world = { ruleSet, person: { kind: "same" } as const };
    const answer = await enumeration.ask({ worlds: [world, world, world], ask: { any: [] } });
    expect(answer).toMatchObject({ status: "undecided", reason: "size", unmodelled: "more than two worlds" });
  });
});
