// What is certain for people who stand in diagrams made by hand.
import { describe, expect, it, test } from "vitest";
import {
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
import type { FactState } from "../model/person.ts";
import type { Result } from "../model/result.ts";
import { certain, certainties } from "./certain.ts";

const nothing = { danger: notAsked, score: notAsked, traits: notAsked };

test.each<[string, Readonly<Record<string, FactState>>, readonly string[], readonly string[]]>([
  ["nothing", {}, ["stop", "care", "go"], ["danger", "score"]],
  ["danger", { danger: known(true) }, ["stop"], []],
  ["no danger", { danger: known(false) }, ["care", "go"], ["score"]],
  ["a high score", { score: known(10) }, ["stop", "care"], ["danger"]],
  ["no danger and a low score", { danger: known(false), score: known(9) }, ["go"], []],
  ["traits in doubt", { traits: stale }, ["stop", "care", "go"], ["danger", "score", "traits"]],
  [
    "traits in doubt, and a low score without danger",
    { danger: known(false), score: known(9), traits: stale },
    ["care", "go"],
    ["traits"],
  ],
  ["a trait", { traits: known(["a"]) }, ["stop", "care"], ["danger"]],
  ["another trait", { danger: known(false), score: known(0), traits: known(["c"]) }, ["care"], []],
  ["no trait", { danger: known(false), traits: known([]) }, ["care", "go"], ["score"]],
  [
    "a not asked about",
    { danger: known(false), traits: partly([], "a") },
    ["care", "go"],
    ["score", "traits"],
  ],
  ["a there, b not asked about", { danger: known(false), traits: partly(["a"], "b") }, ["care"], []],
])("known: %s", (_, states, outcomes, canChange) => {
  expect(certain(example, personWith({ ...nothing, ...states }))).toEqual({ outcomes, canChange });
});

describe("nodes that are alike once the person stands in them", () => {
  const three = line("n", span(0, 1), span(2, 3), span(4, 5));
  const optional = line("n", "unknown", span(0, 1), span(2, 3));

  it("do not ask what tells them apart", () => {
    // They differ where nothing is plainly unknown any more.
    const diagram = diagramOf(
      ["x", "y", "z"],
      [yesNo("b"), optional],
      [1, -1, -2, -3],
      [1, -2, -2, -3],
      [0, 0, 1],
    );
    expect(certain(diagram, personWith({ b: notAsked, n: known(1) }))).toEqual({
      outcomes: ["y"],
      canChange: [],
    });
    expect(certain(diagram, personWith({ b: notAsked, n: notAsked }))).toEqual({
      outcomes: ["x", "y"],
      canChange: ["b"],
    });
    const total = { ...three, sum: [{ fact: "p", min: 2, max: 5 }] };
    const alike = diagramOf(
      ["x", "y", "z"],
      [yesNo("b"), total],
      [1, -1, -2, -3],
      [1, -2, -2, -3],
      [0, 0, 1],
    );
    const person = { b: notAsked, n: stale, p: known(2) };
    expect(certain(alike, personWith(person))).toEqual({ outcomes: ["y"], canChange: [] });
    const half = {
      ...three,
      sum: [
        { fact: "p", min: 0, max: 3 },
        { fact: "q", min: 0, max: 3 },
      ],
    };
    // With 2 of the first part the total is 2 to 5: both nodes ask the same of it.
    const same = diagramOf(["x", "y", "z"], [yesNo("b"), half], [1, -1, -2, -3], [1, -2, -2, -3], [0, 0, 1]);
    expect(certain(same, personWith({ b: notAsked, n: stale, p: known(2), q: notAsked }))).toEqual({
      outcomes: ["y", "z"],
      canChange: ["n"],
    });
  });

  it("a decision that asks nothing is certain", () => {
    const settled = { ...diagramOf(["x", "y"], [yesNo("b")]), root: -2 };
    expect(certain(settled, personWith({ b: notAsked }))).toEqual({ outcomes: ["y"], canChange: [] });
  });
});

describe("of all decisions", () => {
  const other = { ...diagramOf(["no", "yes"], [yesNo("danger")], [0, -1, -2]), decision: "other" };
  const one = (outcome?: string) => ({
    kind: "one" as const,
    state: outcome ?? "@undetermined",
    ...(outcome !== undefined && { outcome }),
    possible: [],
    missing: [],
  });
  const many = { kind: "many" as const, suggested: [], undetermined: [], withheld: [], missing: [] };
  const decisions = (d: unknown, o: unknown) =>
    ({ decisions: { d, other: o } }) as unknown as Pick<Result, "decisions">;
  const person = personWith(nothing);

  it("one that is determined stays as it is, and nobody is read for it", () => {
    const unread = () => {
      throw new Error("read");
    };
    expect(certainties([example, other], unread, decisions(one("go"), one("no")))).toEqual({
      d: { outcomes: ["go"], canChange: [] },
      other: { outcomes: ["no"], canChange: [] },
    });
  });

  it("one that is open is what its diagram says, and whoever it is about is read once", () => {
    let reads = 0;
    const read = () => {
      reads += 1;
      return person;
    };
    const expected = {
      d: certain(example, person),
      other: { outcomes: ["no", "yes"], canChange: ["danger"] },
    };
    expect(certainties([example, other], read, decisions(one(), one()))).toEqual(expected);
    expect(reads).toBe(1);
    expect(certainties([example, other], person, decisions(one(), one()))).toEqual(expected);
  });

  it("a decision that is not there, or has many answers, is left out", () => {
    expect(certainties([example, other], person, decisions(undefined, many))).toEqual({});
    expect(certainties([], person, decisions(one(), one()))).toEqual({});
  });
});
