// Why an outcome is what it is, for people who stand in diagrams made by hand.
import { describe, expect, it, test } from "vitest";
import {
  assumed,
  diagramOf,
  example,
  known,
  line,
  notAsked,
  partly,
  personWith,
  span,
  stale,
  yesNo,
} from "../../test/diagrams.ts";
import type { Diagram } from "../model/diagram.ts";
import type { FactState } from "../model/person.ts";
import { knownFacts, reasonsFor } from "./reasons.ts";

const nothing = { danger: notAsked, score: notAsked, traits: notAsked };

test.each<[string, Readonly<Record<string, FactState>>, readonly string[], readonly (readonly string[])[]]>([
  // Of nobody is anything else possible than of everybody: no reason is needed.
  ["nothing", {}, ["stop", "care", "go"], [[]]],
  ["danger", { danger: known(true) }, ["stop"], [["danger"]]],
  [
    "danger and more",
    { danger: known(true), score: known(20), traits: known(["a"]) },
    ["stop"],
    [["danger"]],
  ],
  ["no danger", { danger: known(false) }, ["care", "go"], [["danger"]]],
  ["a high score", { score: known(20) }, ["stop", "care"], [["score"]]],
  [
    "a high score without danger",
    { danger: known(false), score: known(20) },
    ["care"],
    [["danger", "score"]],
  ],
  // Optional traits nobody asked about stay so.
  ["a low score without danger", { danger: known(false), score: known(1) }, ["go"], [["danger", "score"]]],
  [
    "a low score without danger or traits",
    { danger: known(false), score: known(1), traits: known([]) },
    ["go"],
    [["danger", "score", "traits"]],
  ],
  [
    "a high score and a trait without danger",
    { danger: known(false), score: known(20), traits: known(["b"]) },
    ["care"],
    [
      ["danger", "score"],
      ["danger", "traits"],
    ],
  ],
  [
    "assumed as good as known, a partly answered set as none",
    { danger: assumed(false), score: known(1), traits: partly(["a"], "b") },
    ["care"],
    [["danger"]],
  ],
])("known: %s", (_, states, outcomes, reasons) => {
  expect(reasonsFor(example, personWith({ ...nothing, ...states }))).toEqual({
    outcomes,
    reasons,
    complete: true,
  });
});

/** Is one of these facts true? */
function anyOfFacts(count: number): Diagram {
  const dimensions = Array.from({ length: count }, (_, i) => yesNo(`f${i}`));
  const nodes = dimensions.map((__, i) => [count - 1 - i, i === 0 ? -2 : i - 1, -1]);
  return diagramOf(["yes", "no"], dimensions, ...nodes);
}

describe("several reasons", () => {
  // x, or y and z.
  const diagram = diagramOf(
    ["yes", "no"],
    [yesNo("y"), yesNo("z"), yesNo("x")],
    [2, -2, -1],
    [1, 0, -1],
    [0, 0, 1],
  );

  it("stand with the shortest first", () => {
    const all = personWith({ x: known(true), y: known(true), z: known(true) });
    expect(reasonsFor(diagram, all)).toEqual({
      outcomes: ["yes"],
      reasons: [["x"], ["y", "z"]],
      complete: true,
    });
    const none = personWith({ x: known(false), y: known(false), z: known(false) });
    expect(reasonsFor(diagram, none).reasons).toEqual([
      ["y", "x"],
      ["z", "x"],
    ]);
  });

  it("of the same length stand in the order of the diagram, ten and more facts too", () => {
    // 2 or 10; and 0, 1 or 11.
    const facts = Array.from({ length: 12 }, (_, i) => yesNo(`f${i}`));
    const both = diagramOf(
      ["yes", "no"],
      facts,
      [10, -2, -1],
      [2, 0, -1],
      [11, -2, -1],
      [10, -2, 2],
      [2, 3, 2],
      [1, 4, 1],
      [0, 5, 1],
    );
    const everything = personWith(Object.fromEntries(facts.map(({ fact }) => [fact, known(true)])));
    expect(reasonsFor(both, everything).reasons.map((r) => r.join(" "))).toEqual([
      "f0 f2",
      "f0 f10",
      "f1 f2",
      "f1 f10",
      "f2 f11",
      "f10 f11",
    ]);
    const person = personWith(
      Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`f${i}`, known(true)])),
    );
    expect(reasonsFor(anyOfFacts(12), person).reasons).toEqual(
      Array.from({ length: 12 }, (_, i) => [`f${i}`]),
    );
  });

  it("too many are not listed at all", () => {
    const person = personWith({ f0: known(true), f1: known(true), f2: known(true) });
    const found = { outcomes: ["yes"], reasons: [["f0"], ["f1"], ["f2"]], complete: true };
    expect(reasonsFor(anyOfFacts(3), person, { most: 3 })).toEqual(found);
    expect(reasonsFor(anyOfFacts(3), person, { most: 2 })).toEqual({
      ...found,
      reasons: [],
      complete: false,
    });
    // So are too many ways to be otherwise.
    const none = personWith({ f0: known(false), f1: known(false), f2: known(false) });
    expect(reasonsFor(anyOfFacts(3), none, { most: 3 })).toEqual({
      outcomes: ["no"],
      reasons: [["f0", "f1", "f2"]],
      complete: true,
    });
    expect(reasonsFor(anyOfFacts(3), none, { most: 2 })).toEqual({
      outcomes: ["no"],
      reasons: [],
      complete: false,
    });
  });

  it("a decision that is settled needs none", () => {
    const settled = { ...diagramOf(["yes", "no"], [yesNo("x")]), root: -2 };
    expect(reasonsFor(settled, personWith({ x: known(true) }))).toEqual({
      outcomes: ["no"],
      reasons: [[]],
      complete: true,
    });
  });

  it("a value is a reason where another one would leave the outcome, not where it would not", () => {
    const three = diagramOf(
      ["low", "high"],
      [line("n", span(0, 1), span(2, 3), span(4, 5)), yesNo("b")],
      [1, -1, -2],
      [0, -1, -1, 0],
    );
    const at = (n: number, b: boolean) => reasonsFor(three, personWith({ n: known(n), b: known(b) })).reasons;
    expect(at(0, true)).toEqual([["n"]]);
    expect(at(0, false)).toEqual([["n"], ["b"]]);
    expect(at(4, false)).toEqual([["b"]]);
    expect(at(4, true)).toEqual([["n", "b"]]);
  });
});

test("known facts are named once, in the order of the diagram, assumed ones too", () => {
  const person = (states: Readonly<Record<string, FactState>>) => personWith({ ...nothing, ...states });
  expect(knownFacts(example, person({ traits: known([]), danger: assumed(false) }))).toEqual([
    "danger",
    "traits",
  ]);
  expect(knownFacts(example, person({ traits: partly([], "a"), score: stale }))).toEqual([]);
});
