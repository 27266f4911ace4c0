// An interview as a list: every question once, in reach of the first, and saying what the interview says.
import { expect, it } from "vitest";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { readPerson } from "../model/person.ts";
import { diagramsOf } from "./carried.ts";
import { interview, type Interview } from "./interview.ts";
import { interviewPoints } from "./interview-points.ts";

const yes = { choices: [{ known: true }] };
const no = { choices: [{ known: false }] };
const over = (outcome: string): Interview => ({ outcomes: [outcome], worst: 0, mean: 0 });

it("a point that two answers lead to is listed once, nearer points first", () => {
  const last: Interview = {
    outcomes: ["stop", "go"],
    worst: 1,
    mean: 1,
    question: {
      fact: "last",
      answers: [
        { ...yes, outcomes: ["stop"], next: over("stop") },
        { ...no, outcomes: ["go"], next: over("go") },
      ],
    },
  };
  const middle: Interview = {
    outcomes: ["stop", "go"],
    worst: 2,
    mean: 1.5,
    question: {
      fact: "middle",
      answers: [
        { ...yes, outcomes: ["go"], next: over("go") },
        { ...no, outcomes: ["stop", "go"], next: last },
      ],
    },
  };
  const first: Interview = {
    outcomes: ["stop", "go"],
    worst: 3,
    mean: 2.25,
    question: {
      fact: "first",
      answers: [
        { ...yes, outcomes: ["stop", "go"], next: middle },
        { ...no, outcomes: ["stop", "go"], next: last },
      ],
    },
  };
  expect(interviewPoints(first, { safety: ["first"] })).toEqual([
    {
      outcomes: ["stop", "go"],
      worst: 3,
      mean: 2.25,
      fact: "first",
      why: "safety",
      answers: [
        { ...yes, outcomes: ["stop", "go"], next: 1 },
        { ...no, outcomes: ["stop", "go"], next: 2 },
      ],
    },
    {
      outcomes: ["stop", "go"],
      worst: 2,
      mean: 1.5,
      fact: "middle",
      why: "shortest",
      answers: [
        { ...yes, outcomes: ["go"] },
        { ...no, outcomes: ["stop", "go"], next: 2 },
      ],
    },
    {
      outcomes: ["stop", "go"],
      worst: 1,
      mean: 1,
      fact: "last",
      why: "shortest",
      answers: [
        { ...yes, outcomes: ["stop"] },
        { ...no, outcomes: ["go"] },
      ],
    },
  ]);
});

it("an interview that is over has no points", () => {
  expect(interviewPoints(over("go"), { safety: [] })).toEqual([]);
});

it("followed from point to point, the list of a reference program is its interview", () => {
  let answers = 0;
  for (const { ruleSet } of programs) {
    for (const diagram of diagramsOf(ruleSet)) {
      const start = interview(diagram, readPerson(ruleSet, {}, anyDay));
      if ("tooLarge" in start) throw new Error("no interview");
      const points = interviewPoints(start, diagram);
      const waiting: (readonly [Interview, number | undefined])[] = [[start, 0]];
      for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
        const [{ question, outcomes, worst }, place] = pair;
        if (place === undefined) {
          expect({ question, over: outcomes.length }).toEqual({ question: undefined, over: 1 });
          continue;
        }
        expect(points[place]).toMatchObject({ fact: question?.fact, outcomes, worst });
        expect(points[place]?.why).toBe(
          ruleSet.facts.find((f) => f.id === question?.fact)?.safety === true ? "safety" : "shortest",
        );
        for (const [i, { choices, outcomes: left, next }] of (question?.answers ?? []).entries()) {
          const answer = points[place]?.answers[i];
          expect(answer).toMatchObject({ choices, outcomes: left });
          waiting.push([next, answer?.next]);
          answers += 1;
        }
      }
    }
  }
  expect(answers).toBeGreaterThan(40);
});
