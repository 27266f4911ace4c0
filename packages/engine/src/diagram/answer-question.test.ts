// Diagrams against going through everybody, on random small questions; the prover holds them against enumeration too, on
// many more.
import { describe, expect, test } from "vitest";
import { answersOf, chanceFrom, everybody, freshSeed, someQuestions, today } from "../../test/small/index.ts";
import { criterion, fact, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import { askOne, isWitness, samePerson, type Formula } from "../question/index.ts";
import { answerQuestion } from "./answer-question.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());
const cases = 500;

test(`diagrams and brute force agree on ${cases} random questions (SEED=${seed})`, () => {
  const answers = { nobody: 0, somebody: 0, unmodelled: 0, undecided: 0 };
  let place = 0;
  for (const { question, people } of someQuestions(chanceFrom(seed), cases)) {
    const where = `SEED=${seed} case ${place}`;
    place += 1;
    const answer = answerQuestion(question, { at: today });
    answers[answer.status] += 1;
    if (answer.status === "unmodelled" || answer.status === "undecided") continue;
    // Somebody who replays settles that there is somebody; that there is nobody takes everybody.
    if (answer.status === "somebody") expect(isWitness(question, answer.witness), where).toBe(true);
    else expect(people.find(answersOf(question)), where).toBeUndefined();
  }
  expect(answers.nobody).toBeGreaterThan(cases / 10);
  expect(answers.somebody).toBeGreaterThan(cases / 4);
  expect(answers.unmodelled).toBeLessThan(cases / 20);
  // Nor is there one whose witness does not replay, which is never shown.
  expect(answers.undecided).toBe(0);
});

test("a question that would need more nodes than allowed is undecided, and one that must stop says so", () => {
  const wide = [...someQuestions(chanceFrom(1), 40)].map(({ question }) => question);
  const small = wide.map((question) => answerQuestion(question, { at: today, budget: 1 }));
  expect(small.some((a) => a.status === "undecided" && a.reason === "size")).toBe(true);
  expect(wide.every((question) => everybody(question) !== undefined)).toBe(true);
});

describe("by hand", () => {
  const pairs = [1, 2, 3, 4, 5, 6, 7, 8];
  const [firsts, seconds] = [pairs.map((i) => `a${i}`), pairs.map((i) => `b${i}`)];
  const is = (id: string): Condition => ({ fact: id, operator: "equal", value: true });
  const ruleSet = tiny({
    facts: [
      ...firsts.map((id) => fact(id, "boolean")),
      ...seconds.map((id) => fact(id, "boolean")),
      fact("may", "boolean", { whenUnknown: "ignore", validFor: "P7D" }),
    ],
    decisions: [one],
    criteria: [criterion("C1", { all: [is("a1"), { not: is("b1") }] }, "stop")],
  });
  const asked = (ask: Formula, options = {}) =>
    answerQuestion(askOne(ruleSet, ask), { at: today, ...options });
  const holds = (condition: Condition): Formula => ({ world: 0, holds: condition });
  const stops: Formula = { world: 0, decision: "d", state: ["stop"] };
  const somebody = (...people: readonly object[]) => ({ status: "somebody", witness: { at: today, people } });

  test("whoever is found is known for no more than is asked", () => {
    expect(asked(stops)).toEqual(somebody({ a1: true, b1: false }));
    expect(asked({ all: [] })).toEqual(somebody({}));
    expect(asked(holds({ any: [is("a2"), is("b2")] }))).toEqual(somebody({ b2: true }));
    expect(asked({ not: stops })).toEqual(somebody({}));
    // Unknown is unknown, not in doubt, where both would do.
    expect(asked(holds({ fact: "a1", operator: "isUnknown" }))).toEqual(somebody({}));
    const doubtful = asked({ world: 0, verdict: "unknown", of: is("may") });
    expect(doubtful).toMatchObject({ status: "somebody" });
    expect("witness" in doubtful && Object.keys(doubtful.witness.people[0] ?? {})).toEqual(["may"]);
    // Known rather than in doubt.
    expect(asked({ not: holds({ all: [{ fact: "a1", operator: "isUnknown" }] }) })).toEqual(
      somebody({ a1: false }),
    );
  });

  test("nobody is both, and some questions cannot be asked", () => {
    expect(asked({ all: [stops, holds(is("b1"))] })).toEqual({ status: "nobody" });
    expect(asked({ any: [] })).toEqual({ status: "nobody" });
    const world = { ruleSet, person: samePerson };
    expect(answerQuestion({ worlds: [world, world, world], ask: { any: [] } }, { at: today })).toEqual({
      status: "unmodelled",
      reason: "more than two worlds",
    });
  });

  test("facts that are asked for together stand together, which takes few nodes", () => {
    const together = holds({ any: pairs.map((i) => ({ all: [is(`a${i}`), is(`b${i}`)] })) });
    expect(asked(together, { budget: 120 })).toMatchObject({ status: "somebody" });
    // In the order of the vocabulary there would be 2 to the power of 8 answers about the first to keep apart.
    expect(asked({ all: [together, { not: together }] }, { budget: 120 })).toEqual({ status: "nobody" });
  });

  test("too large, or stopped", () => {
    const options = { budget: 1 };
    expect(asked(stops, options)).toEqual({ status: "undecided", reason: "size" });
    expect(asked(stops, { ...options, shouldStop: () => false })).toEqual({
      status: "undecided",
      reason: "size",
    });
    expect(asked(stops, { ...options, shouldStop: () => true })).toEqual({
      status: "undecided",
      reason: "time",
    });
    expect(asked(stops, { shouldStop: () => true })).toMatchObject({ status: "somebody" });
  });
});
