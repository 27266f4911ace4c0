// The shortest interviews of people who stand in diagrams made by hand.
import { describe, expect, it, test } from "vitest";
import {
  anyOf,
  diagramOf,
  example,
  known,
  line,
  notAsked,
  personWith,
  span,
  stale,
  yesNo,
} from "../../test/diagrams.ts";
import type { Diagram } from "../model/diagram.ts";
import type { FactState } from "../model/person.ts";
import { interview, type Interview, type InterviewOptions } from "./interview.ts";

const of = (diagram: Diagram, states: Readonly<Record<string, FactState>>, options: InterviewOptions = {}) =>
  interview(diagram, personWith(states), options);
const over = (outcome: string): Interview => ({ outcomes: [outcome], worst: 0, mean: 0 });
const choice = (value: boolean) => ({ option: { values: [value] } });
const answer = (next: Interview, ...choices: readonly object[]) => ({
  choices,
  outcomes: next.outcomes,
  next,
});
const nothing = { danger: notAsked, score: notAsked, traits: notAsked };
const [low, high] = [{ option: span(0, 9) }, { option: span(10, 27) }];

const afterDanger: Interview = {
  outcomes: ["care", "go"],
  worst: 1,
  mean: 1,
  question: { fact: "score", answers: [answer(over("go"), low), answer(over("care"), high)] },
};

describe("the example", () => {
  it("asks about safety first, then for what is open", () => {
    expect(of(example, nothing)).toEqual({
      outcomes: ["stop", "care", "go"],
      worst: 2,
      mean: 1.5,
      question: {
        fact: "danger",
        answers: [answer(afterDanger, choice(false)), answer(over("stop"), choice(true))],
      },
    });
  });

  it("is over when one outcome is left", () => {
    expect(of(example, { ...nothing, danger: known(true) })).toEqual(over("stop"));
    expect(of(example, { ...nothing, danger: known(false), score: known(10) })).toEqual(over("care"));
    expect(of({ ...example, nodes: [], root: -3 }, nothing)).toEqual(over("go"));
  });

  it("asks a set as a whole, and tells only what matters of an answer", () => {
    const traits: Interview = {
      outcomes: ["care", "go"],
      worst: 1,
      mean: 1,
      question: {
        fact: "traits",
        answers: [
          answer(over("go"), { known: false }, { known: true, hasNone: [["a"], ["b", "c"]] }),
          answer(
            over("care"),
            { known: true, hasNone: [["a"]], has: [["b", "c"]] },
            { known: true, has: [["a"]] },
          ),
        ],
      },
    };
    const state = { danger: known(false), traits: stale };
    expect(of(example, { ...state, score: known(9) })).toEqual(traits);
    // The score is asked first: half of its answers end the interview, of those about traits three in eight.
    expect(of(example, { ...state, score: notAsked })).toEqual({
      outcomes: ["care", "go"],
      worst: 2,
      mean: 1.5,
      question: { fact: "score", answers: [answer(traits, low), answer(over("care"), high)] },
    });
  });

  it("gives up when it has weighed as many points as it may and there are more", () => {
    // One about traits after the score; and one about the score after traits.
    const more = { ...nothing, traits: stale };
    expect(of(example, more, { budget: 1 })).toEqual({ tooLarge: 1 });
    expect(of(example, more, { budget: 2 })).toMatchObject({ worst: 3, mean: 1.75 });
    expect(of(example, nothing, { budget: 0 })).toEqual({ tooLarge: 0 });
  });
});

describe("which question", () => {
  /** Whether b, and then c or d by what b is: the last two tell nothing before. */
  const first = diagramOf(
    ["no", "yes"],
    [yesNo("c"), yesNo("d"), yesNo("b")],
    [2, -1, -2],
    [2, -2, -1],
    [1, 0, -1],
    [1, 1, -2],
    [0, 2, 3],
  );
  const open = { b: notAsked, c: notAsked, d: notAsked };

  it("asks nothing twice, and in the worst case as little as can be", () => {
    const found = of(first, open);
    if ("tooLarge" in found) throw new Error("too large");
    expect([found.worst, found.outcomes]).toEqual([3, ["no", "yes"]]);
  });

  /** Somebody is asked for x when a is true, and for y when it is not: a first needs 2 questions, x first needs 3. */
  const chooses = diagramOf(
    ["no", "yes"],
    [yesNo("x"), yesNo("y"), yesNo("a")],
    [2, -1, -2],
    [2, -2, -1],
    [1, 0, -2],
    [1, -1, 1],
    [0, 3, 2],
  );

  it("takes the one after which the fewest are left in the worst case, not the first of the diagram", () => {
    // x: y if not a, else x: when x is asked first, two are left in the worst case; so a is.
    const found = of(chooses, { a: notAsked, x: notAsked, y: notAsked });
    expect(found).toMatchObject({ worst: 2, mean: 2, question: { fact: "a" } });
  });

  it("takes the one with the fewest left on average among those with the same worst case", () => {
    // Both lead to 2 at most; half of the answers about p end it, a third of those about n.
    const n = line("n", span(0, 0), span(1, 1), span(2, 2));
    const diagram = diagramOf(["no", "yes"], [n, yesNo("p")], [1, -1, -2], [0, 0, 0, -1]);
    expect(of(diagram, { n: notAsked, p: notAsked })).toMatchObject({
      worst: 2,
      mean: 1.5,
      question: { fact: "p" },
    });
    const other = diagramOf(["no", "yes"], [n, yesNo("p")], [1, -1, -2], [0, 0, -1, -1]);
    const found = of(other, { n: notAsked, p: notAsked });
    expect(found).toMatchObject({ worst: 2, question: { fact: "n" } });
    expect("mean" in found && found.mean).toBeCloseTo(1 + 1 / 3);
  });

  it("of two alike the first of the diagram", () => {
    const both = diagramOf(["no", "yes"], [yesNo("p"), yesNo("q")], [1, -1, -2], [0, -1, 0]);
    expect(of(both, { p: notAsked, q: notAsked })).toMatchObject({
      worst: 2,
      mean: 1.5,
      question: { fact: "p" },
    });
    expect(of({ ...both, safety: ["q"] }, { p: notAsked, q: notAsked })).toMatchObject({
      worst: 2,
      mean: 1.5,
      question: { fact: "q" },
    });
  });
});

describe("answers", () => {
  test("those that lead to the same point stand together, and a point is one object however it is reached", () => {
    const n = line("n", span(0, 0), span(1, 1), span(2, 2));
    const diagram = {
      ...diagramOf(["no", "yes"], [n, yesNo("p")], [1, -1, -2], [1, -2, -1], [0, 0, 1, 0]),
      safety: ["n"],
    };
    const found = of(diagram, { n: notAsked, p: notAsked });
    if ("tooLarge" in found) throw new Error("too large");
    expect(found.question?.answers.map((a) => a.choices)).toEqual([
      [{ option: span(0, 0) }, { option: span(2, 2) }],
      [{ option: span(1, 1) }],
    ]);
    const chain = diagramOf(
      ["no", "yes"],
      [yesNo("danger"), yesNo("p"), yesNo("q")],
      [2, -1, -2],
      [1, 0, -2],
      [0, 0, 1],
    );
    const start = of(chain, { danger: notAsked, p: notAsked, q: notAsked });
    if ("tooLarge" in start) throw new Error("too large");
    const [safe, dangerous] = start.question?.answers ?? [];
    expect(dangerous?.next.question?.fact).toBe("p");
    expect(dangerous?.next.question?.answers[0]?.next).toBe(safe?.next);
  });

  it("name groups that are there and groups that are not", () => {
    const diagram = diagramOf(
      ["no", "yes"],
      [anyOf("s", "a"), anyOf("s", "b"), anyOf("s", "c")],
      [2, -1, -2],
      [1, 0, -1],
      [0, 1, -2],
    );
    expect(of(diagram, { s: notAsked })).toEqual({
      outcomes: ["no", "yes"],
      worst: 1,
      mean: 1,
      question: {
        fact: "s",
        answers: [
          answer(over("no"), { hasNone: [["a"], ["b"], ["c"]] }, { hasNone: [["a"]], has: [["b"]] }),
          answer(over("yes"), { hasNone: [["a"], ["b"]], has: [["c"]] }, { has: [["a"]] }),
        ],
      },
    });
  });

  it("only those that are open", () => {
    const n = {
      ...line("n", span(0, 1), span(2, 3), span(4, 5)),
      sum: [
        { fact: "part", min: 0, max: 3 },
        { fact: "rest", min: 0, max: 3 },
      ],
    };
    const diagram = diagramOf(["x", "y", "z"], [n], [0, -1, -2, -3]);
    const found = of(diagram, { n: stale, part: known(2), rest: notAsked });
    expect(found).toMatchObject({ outcomes: ["y", "z"], worst: 1, question: { fact: "n" } });
    expect("question" in found && found.question?.answers.map((a) => a.outcomes)).toEqual([["y"], ["z"]]);
  });
});
