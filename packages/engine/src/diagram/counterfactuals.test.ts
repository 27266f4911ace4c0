// What would have to be otherwise, for people who stand in diagrams made by hand.
import { describe, expect, it, test } from "vitest";
import {
  anyOf,
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
import type { Diagram } from "../model/diagram.ts";
import type { Value } from "../model/fact.ts";
import type { FactState } from "../model/person.ts";
import { counterfactuals } from "./counterfactuals.ts";

const yes = { value: true, option: { values: [true] } };
const no = { value: false, option: { values: [false] } };
const high = { fact: "score", value: 10, option: span(10, 27) };
const low = { fact: "score", value: 9, option: span(0, 9) };
const danger = { fact: "danger", ...yes };
const safe = { fact: "danger", ...no };

const of = (diagram: Diagram, states: Readonly<Record<string, FactState>>) =>
  counterfactuals(diagram, personWith(states));
const nothing = { danger: notAsked, score: notAsked, traits: notAsked };

describe("in the example", () => {
  test.each<[string, Readonly<Record<string, FactState>>, readonly unknown[]]>([
    [
      "what is known is changed, as few facts as can be",
      { danger: known(true), score: known(20), traits: known([]) },
      [
        { outcome: "care", changes: [safe], supposed: [] },
        { outcome: "go", changes: [safe, low], supposed: [] },
      ],
    ],
    [
      "a set is as it was but for one member",
      { danger: known(false), score: known(9), traits: known([]) },
      [
        { outcome: "stop", changes: [danger], supposed: [] },
        { outcome: "care", changes: [{ fact: "traits", value: ["b"] }], supposed: [] },
      ],
    ],
    [
      "an optional set nobody asked about may be known otherwise",
      { danger: known(false), score: known(9), traits: notAsked },
      [
        { outcome: "stop", changes: [danger], supposed: [] },
        { outcome: "care", changes: [{ fact: "traits", value: ["b"] }], supposed: [] },
      ],
    ],
    [
      "members that stand in the way are taken out, and what is known never becomes unknown",
      { danger: known(false), score: known(9), traits: known(["a", "c"]) },
      [
        { outcome: "stop", changes: [danger], supposed: [] },
        { outcome: "go", changes: [{ fact: "traits", value: [] }], supposed: [] },
      ],
    ],
    [
      "what is open is supposed, and only what is needed",
      { ...nothing },
      [
        { outcome: "stop", changes: [], supposed: [danger] },
        { outcome: "care", changes: [], supposed: [safe, high] },
        // Who has no score has no nearest one: the first of the class will do.
        { outcome: "go", changes: [], supposed: [safe, { ...low, value: 0 }] },
      ],
    ],
    [
      "supposing counts less than changing",
      { danger: known(false), score: known(20), traits: stale },
      [
        { outcome: "stop", changes: [danger], supposed: [] },
        { outcome: "go", changes: [low], supposed: [{ fact: "traits" }] },
      ],
    ],
    [
      "a set of which a part is open: the part is supposed, what is known is kept",
      { danger: known(false), score: known(9), traits: partly([], "c") },
      [
        { outcome: "stop", changes: [danger], supposed: [] },
        { outcome: "care", changes: [], supposed: [{ fact: "traits", value: ["b"] }] },
        { outcome: "go", changes: [], supposed: [{ fact: "traits", value: [] }] },
      ],
    ],
  ])("%s", (_, states, expected) => {
    expect(of(example, states)).toEqual(expected);
  });
});

describe("the nearest value", () => {
  const classes = (...options: readonly ReturnType<typeof span>[]) =>
    diagramOf(["x", "y", "z"], [line("n", ...options)], [0, -1, -2, -3]);
  const values = (diagram: Diagram, own: FactState): readonly unknown[] =>
    of(diagram, { n: own }).map(({ outcome, changes, supposed }) => [
      outcome,
      ...[...changes, ...supposed].map((c) => c.value),
    ]);
  const numbers = classes(span(null, 3), span(4, 6), span(7, null));
  const days = classes(
    span("0000-01-01", "2024-02-29"),
    span("2024-03-01", "2024-03-31"),
    span("2024-04-01", "9999-12-31"),
  );

  test.each<[Diagram, Value | undefined, readonly unknown[]]>([
    [
      numbers,
      5,
      [
        ["x", 3],
        ["z", 7],
      ],
    ],
    [
      numbers,
      1,
      [
        ["y", 4],
        ["z", 7],
      ],
    ],
    [
      numbers,
      9,
      [
        ["x", 3],
        ["y", 6],
      ],
    ],
    [
      numbers,
      undefined,
      [
        ["x", 3],
        ["y", 4],
        ["z", 7],
      ],
    ],
    [
      days,
      "2024-03-15",
      [
        ["x", "2024-02-29"],
        ["z", "2024-04-01"],
      ],
    ],
    [
      days,
      "2023-01-01",
      [
        ["y", "2024-03-01"],
        ["z", "2024-04-01"],
      ],
    ],
    [
      days,
      "2025-01-01",
      [
        ["x", "2024-02-29"],
        ["y", "2024-03-31"],
      ],
    ],
  ])("%#: from %j", (diagram, own, expected) => {
    expect(values(diagram, own === undefined ? notAsked : known(own))).toEqual(expected);
  });

  it("of a choice is the first of its class; of two classes alike the one nearer to what is known", () => {
    const choice = line("n", { values: ["a", "b"] }, { values: ["c", "d"] });
    expect(values(diagramOf(["x", "y"], [choice], [0, -1, -2]), known("a"))).toEqual([["y", "c"]]);
    const five = line("n", span(0, 0), span(1, 1), span(2, 2), span(3, 3), span(4, 4));
    const twice = diagramOf(["x", "y"], [five], [0, -2, -1, -1, -1, -2]);
    expect(values(twice, known(3))).toEqual([["y", 4]]);
    expect(values(twice, known(1))).toEqual([["y", 0]]);
    // As near on both sides: the first.
    expect(values(twice, known(2))).toEqual([["y", 0]]);
  });
});

describe("optional facts", () => {
  const may = line("n", "unknown", { values: ["a"] }, { values: ["b"] });
  const diagram = diagramOf(["x", "y", "z"], [may], [0, -1, -2, -3]);

  it("that are known cannot become unknown: nobody unlearns", () => {
    expect(of(diagram, { n: known("a") })).toEqual([
      { outcome: "z", changes: [{ fact: "n", value: "b", option: { values: ["b"] } }], supposed: [] },
    ]);
  });

  it("that nobody answered may be answered; that are in doubt may turn out unknown", () => {
    expect(of(diagram, { n: notAsked }).map(({ outcome, changes }) => [outcome, changes])).toEqual([
      ["y", [{ fact: "n", value: "a", option: { values: ["a"] } }]],
      ["z", [{ fact: "n", value: "b", option: { values: ["b"] } }]],
    ]);
    expect(of(diagram, { n: stale })[0]).toEqual({
      outcome: "x",
      changes: [],
      supposed: [{ fact: "n", option: "unknown" }],
    });
  });
});

describe("several facts", () => {
  it("nothing is supposed where the change leads there however it turns out", () => {
    const diagram = diagramOf(
      ["no", "yes", "other"],
      [yesNo("o"), yesNo("c")],
      [1, -1, -2],
      [1, -3, -2],
      [0, 0, 1],
    );
    expect(of(diagram, { o: notAsked, c: known(false) })).toEqual([
      { outcome: "no", changes: [], supposed: [{ fact: "o", ...no }] },
      { outcome: "yes", changes: [{ fact: "c", ...yes }], supposed: [] },
      { outcome: "other", changes: [], supposed: [{ fact: "o", ...yes }] },
    ]);
  });

  it("a set that is supposed counts once, however many groups of it", () => {
    // c and d, or a and b of one set.
    const diagram = diagramOf(
      ["no", "yes"],
      [yesNo("c"), yesNo("d"), anyOf("s", "a"), anyOf("s", "b")],
      [3, -1, -2],
      [2, -1, 0],
      [1, 1, -2],
      [0, 1, 2],
    );
    // As few as c and d, and found first; that c is not there need not be supposed.
    expect(of(diagram, { c: notAsked, d: notAsked, s: notAsked })[1]).toEqual({
      outcome: "yes",
      changes: [],
      supposed: [{ fact: "s", value: ["a", "b"] }],
    });
    // A set that has to be changed is not supposed besides: no more than d changed and c supposed, and found first.
    expect(of(diagram, { c: notAsked, d: known(false), s: partly([], "a") })[0]).toEqual({
      outcome: "yes",
      changes: [{ fact: "s", value: ["a", "b"] }],
      supposed: [],
    });
  });

  it("one supposed is better than two", () => {
    const diagram = diagramOf(["no", "yes"], [yesNo("e"), yesNo("f")], [1, -1, -2], [0, 0, -2]);
    expect(of(diagram, { e: notAsked, f: notAsked })[1]).toEqual({
      outcome: "yes",
      changes: [],
      supposed: [{ fact: "e", ...yes }],
    });
  });

  it("of classes that are all open the first will do", () => {
    const three = diagramOf(["x", "y"], [line("n", span(0, 0), span(1, 1), span(2, 2))], [0, -2, -2, -1]);
    expect(of(three, { n: notAsked })[1]?.supposed.map((s) => s.value)).toEqual([0]);
  });

  it("a set keeps its members beside those it needs, and one of a group is enough", () => {
    const diagram = diagramOf(
      ["no", "yes"],
      [anyOf("s", "a"), anyOf("s", "b", "c")],
      [1, -1, -2],
      [0, -1, 0],
    );
    expect(of(diagram, { s: known(["c"]) })).toEqual([
      { outcome: "yes", changes: [{ fact: "s", value: ["c", "a"] }], supposed: [] },
    ]);
    expect(of(diagram, { s: known(["a"]) })[0]?.changes).toEqual([{ fact: "s", value: ["a", "b"] }]);
  });

  it("a set that is known is never to be unknown, one in doubt may turn out so", () => {
    const diagram = diagramOf(["x", "y"], [isKnown("s")], [0, -1, -2]);
    expect(of(diagram, { s: known(["a"]) })).toEqual([]);
    expect(of(diagram, { s: stale }).map(({ changes, supposed }) => [changes, supposed])).toEqual([
      [[], [{ fact: "s" }]],
      [[], [{ fact: "s", value: [] }]],
    ]);
  });

  it("several facts that are supposed, an unknown one among them, are each needed", () => {
    expect(of(example, { ...nothing, traits: stale })[2]).toEqual({
      outcome: "go",
      changes: [],
      supposed: [safe, { ...low, value: 0 }, { fact: "traits" }],
    });
  });

  it("nothing is supposed that the rest makes certain", () => {
    // b or (c and d).
    const diagram = diagramOf(
      ["no", "yes"],
      [yesNo("b"), yesNo("c"), yesNo("d")],
      [2, -1, -2],
      [1, -1, 0],
      [0, 1, -2],
    );
    expect(of(diagram, { b: notAsked, c: known(true), d: known(true) })).toEqual([
      // Either c or d; the first stays as it is as long as it can.
      { outcome: "no", changes: [{ fact: "d", ...no }], supposed: [{ fact: "b", ...no }] },
    ]);
    expect(of(diagram, { b: known(false), c: notAsked, d: notAsked })).toEqual([
      { outcome: "no", changes: [], supposed: [{ fact: "c", ...no }] },
      {
        outcome: "yes",
        changes: [],
        supposed: [
          { fact: "c", ...yes },
          { fact: "d", ...yes },
        ],
      },
    ]);
  });

  it("two changed groups of one set are one fact changed; another fact is one more", () => {
    const set = [anyOf("s", "a"), anyOf("s", "b"), yesNo("c"), yesNo("d")];
    // A without b, or both c and d.
    const diagram = diagramOf(["no", "yes"], set, [3, -1, -2], [2, -1, 0], [1, -2, 1], [0, 1, 2]);
    expect(of(diagram, { s: known(["b"]), c: known(false), d: known(false) })).toEqual([
      { outcome: "yes", changes: [{ fact: "s", value: ["a"] }], supposed: [] },
    ]);
    expect(of(diagram, { s: known(["b"]), c: known(true), d: known(false) })).toEqual([
      { outcome: "yes", changes: [{ fact: "d", ...yes }], supposed: [] },
    ]);
  });

  it("an outcome that nobody reaches is left out, one that is possible beside others is not", () => {
    const diagram = diagramOf(["x", "y", "z"], [yesNo("b")], [0, -1, -3]);
    expect(of(diagram, { b: known(true) }).map((c) => c.outcome)).toEqual(["x"]);
    expect(of(diagram, { b: notAsked }).map((c) => c.outcome)).toEqual(["x", "z"]);
    expect(of({ ...diagram, nodes: [], root: -2 }, { b: notAsked })).toEqual([]);
  });
});
