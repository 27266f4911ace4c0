// Which options are open for whom: what is known leaves one, what is settled too, and what is in doubt leaves what it
// may turn out to be.
import { describe, expect, it, test } from "vitest";
import {
  anyOf,
  assumed,
  diagramOf,
  example,
  isKnown,
  known,
  line,
  notAsked,
  partly,
  personWith,
  span,
  stale,
  yesNo,
} from "../../test/diagrams.ts";
import type { DiagramDimension } from "../model/diagram.ts";
import type { FactState } from "../model/person.ts";
import { TooLarge } from "./forest.ts";
import { openFacts, optionOf, plant, standingOf } from "./standing.ts";

const [open, shut] = [true, false];
const standing = (dimensions: readonly DiagramDimension[], states: Readonly<Record<string, FactState>>) =>
  standingOf(diagramOf(["x"], dimensions), personWith(states));
const optional = line("f", "unknown", span(0, 9), span(10, 27));

describe("a fact with classes", () => {
  test.each<[string, DiagramDimension, FactState, readonly boolean[]]>([
    ["known", yesNo("f"), known(true), [shut, open]],
    ["known", yesNo("f"), known(false), [open, shut]],
    ["assumed", yesNo("f"), assumed(true), [shut, open]],
    ["not asked", yesNo("f"), notAsked, [open, open]],
    ["declined", yesNo("f"), { kind: "unknown", reason: "declined" }, [open, open]],
    ["stale", yesNo("f"), stale, [open, open]],
    ["optional, known", optional, known(10), [shut, shut, open]],
    ["optional, not asked", optional, notAsked, [open, shut, shut]],
    ["optional, not known", optional, { kind: "unknown", reason: "not-known" }, [open, shut, shut]],
    ["optional, stale", optional, stale, [open, open, open]],
    ["optional, invalid", optional, { kind: "unknown", reason: "invalid" }, [open, open, open]],
  ])("%s", (_, dimension, state, expected) => {
    expect(standing([dimension], { f: state })).toEqual([expected]);
  });

  test.each<[DiagramDimension, readonly (readonly [unknown, number])[]]>([
    [
      line("f", { values: ["a", "b"] }, { values: ["c"] }),
      [
        ["a", 0],
        ["b", 0],
        ["c", 1],
      ],
    ],
    [
      line("f", "unknown", span(null, 3), span(4, 6), span(7, null)),
      [
        [-100, 1],
        [3, 1],
        [4, 2],
        [6, 2],
        [7, 3],
        [1000, 3],
      ],
    ],
    [
      line("f", span("0000-01-01", "2024-02-29"), span("2024-03-01", "9999-12-31")),
      [
        ["2024-02-29", 0],
        ["2024-03-01", 1],
        ["1999-12-31", 0],
      ],
    ],
  ])("%j: the class of a value", (dimension, values) => {
    for (const [value, place] of values) {
      if (!("options" in dimension)) throw new Error("no line");
      expect(optionOf(dimension, value), String(value)).toBe(place);
    }
  });

  it("a value of no class is a fault, and so is a person of another vocabulary", () => {
    const gap = line("f", "unknown", span(0, 3), span(5, 9));
    expect(() => standing([gap], { f: known(4) })).toThrow(new TypeError("no option for a value of f"));
    expect(() => standing([yesNo("f")], { g: known(true) })).toThrow(
      new TypeError("a person read against another vocabulary: f"),
    );
  });
});

describe("a set", () => {
  const [whole, part] = [
    [isKnown("s"), anyOf("s", "a"), anyOf("s", "b", "c")],
    [anyOf("s", "a"), anyOf("s", "b", "c")],
  ];
  test.each<[string, readonly DiagramDimension[], FactState, readonly (readonly boolean[])[]]>([
    [
      "known",
      part,
      known(["c"]),
      [
        [open, shut],
        [shut, open],
      ],
    ],
    [
      "empty",
      part,
      known([]),
      [
        [open, shut],
        [open, shut],
      ],
    ],
    [
      "not asked",
      part,
      notAsked,
      [
        [open, open],
        [open, open],
      ],
    ],
    [
      "stale",
      part,
      stale,
      [
        [open, open],
        [open, open],
      ],
    ],
    [
      "a named, c not asked about",
      part,
      partly(["a"], "c"),
      [
        [shut, open],
        [open, open],
      ],
    ],
    [
      "none named, a not asked about",
      part,
      partly([], "a"),
      [
        [open, open],
        [open, shut],
      ],
    ],
    [
      "b named, c not asked about",
      part,
      partly(["b"], "c"),
      [
        [open, shut],
        [shut, open],
      ],
    ],
    [
      "optional, known",
      whole,
      known(["a"]),
      [
        [shut, open],
        [shut, open],
        [open, shut],
      ],
    ],
    [
      "optional, partly",
      whole,
      partly(["a"], "b"),
      [
        [shut, open],
        [shut, open],
        [open, open],
      ],
    ],
    [
      "optional, not asked",
      whole,
      notAsked,
      [
        [open, shut],
        [open, shut],
        [open, shut],
      ],
    ],
    [
      "optional, stale",
      whole,
      stale,
      [
        [open, open],
        [open, open],
        [open, open],
      ],
    ],
  ])("%s", (_, dimensions, state, expected) => {
    expect(standing(dimensions, { s: state })).toEqual(expected);
  });

  it("another set that is optional settles nothing", () => {
    expect(standing([isKnown("o"), anyOf("o", "a"), anyOf("s", "a")], { o: notAsked, s: notAsked })).toEqual([
      [open, shut],
      [open, shut],
      [open, open],
    ]);
  });
});

describe("a total of two parts of 0 to 3", () => {
  const part = (fact: string, rest = {}) => ({ fact, min: 0, max: 3, ...rest });
  const options = [span(0, 2), span(3, 4), span(5, 6)];
  const total = (sum: readonly unknown[], ...first: readonly "unknown"[]): DiagramDimension =>
    ({ fact: "t", options: [...first, ...options], sum }) as DiagramDimension;
  const both = [part("a"), part("b")];
  const doubtful: FactState = { kind: "unknown", reason: "incomplete" };
  const stands = (dimension: DiagramDimension, a: FactState, b: FactState, t: FactState = doubtful) =>
    standing([dimension], { a, b, t })[0];

  test.each<[string, FactState, FactState, readonly boolean[]]>([
    ["from 3 to 6", known(3), notAsked, [shut, open, open]],
    ["from 3 to 6", stale, known(3), [shut, open, open]],
    ["from 2 to 5", known(2), notAsked, [open, open, open]],
    ["from 1 to 4", known(1), notAsked, [open, open, shut]],
    ["from 0 to 3", known(0), notAsked, [open, open, shut]],
    ["6 and nothing else", known(3), known(3), [shut, shut, open]],
    ["2 and nothing else", known(1), known(1), [open, shut, shut]],
    ["anything while no part is answered", notAsked, stale, [open, open, open]],
    ["anything while parts are assumed only", assumed(3), notAsked, [open, open, open]],
    ["what an assumed part leaves beside an answered one", assumed(3), known(0), [shut, open, shut]],
    ["anything where the parts make no value of it", known(3), known(9), [open, open, open]],
  ])("can be %s", (_, a, b, expected) => {
    expect(stands(total(both), a, b)).toEqual(expected);
  });

  it("is itself when it is known", () => {
    expect(stands(total(both), known(3), notAsked, known(1))).toEqual([open, shut, shut]);
  });

  it("knows no ends where a part or a class has none", () => {
    expect(stands(total([part("a"), part("b", { min: null })]), known(0), notAsked)).toEqual([
      open,
      open,
      shut,
    ]);
    expect(stands(total([part("a"), part("b", { max: null })]), known(3), notAsked)).toEqual([
      shut,
      open,
      open,
    ]);
    const ends = { fact: "t", options: [span(null, 2), span(3, null)], sum: both } as DiagramDimension;
    expect(stands(ends, known(3), notAsked)).toEqual([shut, open]);
    expect(stands(ends, known(0), known(0))).toEqual([open, shut]);
  });

  it("that is optional may stay unknown, unless a part was answered or would be assumed", () => {
    const may = total(both, "unknown");
    expect(stands(may, notAsked, notAsked, notAsked)).toEqual([open, shut, shut, shut]);
    expect(stands(may, stale, notAsked, stale)).toEqual([open, open, open, open]);
    expect(stands(may, known(3), notAsked)).toEqual([shut, shut, open, open]);
    const supposes = total([part("a"), part("b", { assumed: true })], "unknown");
    expect(stands(supposes, stale, assumed(1), stale)).toEqual([shut, open, open, open]);
  });
});

it("the facts of which more than one option is open, each once, in the order of the diagram", () => {
  const person = personWith({ danger: notAsked, score: known(3), traits: stale });
  expect(openFacts(example, standingOf(example, person))).toEqual(["danger", "traits"]);
  expect(
    openFacts(example, [
      [shut, open],
      [shut, shut],
      [open, shut],
      [open, shut],
      [open, shut],
    ]),
  ).toEqual([]);
});

describe("a planted diagram", () => {
  it("has its nodes, and its root", () => {
    const { diagram, forest, root } = plant(example, 10);
    expect(diagram).toBe(example);
    expect(forest.size).toBe(5);
    expect(forest.childrenOf(root)).toEqual([3, -1]);
    expect([forest.levels, forest.width(0), forest.width(3)]).toEqual([5, 2, 2]);
    expect(plant({ ...example, nodes: [], root: -2 }, 10).root).toBe(-2);
    const wide = diagramOf(["x", "y"], [optional], [0, -1, -2, -1]);
    expect(plant(wide, 10).forest.childrenOf(0)).toEqual([-1, -2, -1]);
  });

  it("is not larger than its budget", () => {
    expect(() => plant(example, 4)).toThrow(TooLarge);
    expect(plant(example, 5).root).toBe(4);
  });
});
