// Totals beside their parts: what counts as sent, which values a part may have, and everybody's answer where a question
// reads both.
import { describe, expect, test } from "vitest";
import { faultsOf } from "../../test/small/index.ts";
import {
  both,
  high,
  isLeft,
  leaf,
  most,
  relations,
  summing,
  verdicts,
  vocabularies,
} from "../../test/small/totals.ts";
import { criterion, fact, one, tiny } from "../../test/tiny.ts";
import type { FactState } from "../model/person.ts";
import { askOne, type Formula, type Question, type Relation } from "../question/index.ts";
import { graphOf } from "./graph-of.ts";
import { isSent, partPredicates, valuesOfPart } from "./sums.ts";
import { UnmodelledQuestion } from "./unmodelled.ts";

type Rest = Readonly<Record<string, unknown>>;
const range = (min: number, max: number) => ({ range: { min, max } });

function partOf(rest: Rest) {
  const [part] = tiny({ facts: [fact("part", "integer", rest)] }).facts;
  if (!part) throw new Error("a part");
  return part;
}

describe("values of a part", () => {
  test.each([
    [range(0, 3), [0, 1, 2, 3]],
    [range(-1, 1), [-1, 0, 1]],
    [range(2, 2), [2]],
  ])("%j", (rest, expected) => {
    expect(valuesOfPart(partOf(rest))).toEqual(expected);
  });

  test("are those of a small range, or it is left to other means", () => {
    expect(valuesOfPart(partOf(range(0, 199)))).toHaveLength(200);
    const refused = new UnmodelledQuestion("a part without a small range: part");
    expect(() => valuesOfPart(partOf(range(0, 200)))).toThrow(refused);
    expect(() => valuesOfPart(partOf({}))).toThrow(refused);
  });
});

test.each<[FactState, boolean]>([
  [{ kind: "known", value: 0, assumed: false }, true],
  [{ kind: "known", value: 0, assumed: true }, false],
  [{ kind: "unknown", reason: "not-asked" }, false],
  [{ kind: "unknown", reason: "declined" }, false],
  [{ kind: "unknown", reason: "not-known" }, false],
  [{ kind: "unknown", reason: "stale" }, true],
  [{ kind: "unknown", reason: "invalid" }, true],
  [{ kind: "partial", value: [], unasked: ["a"] }, true],
])("%j is sent: %s", (state, expected) => {
  expect(isSent(state)).toBe(expected);
});

test("predicates of a part: each value, and whether it was sent, in one world", () => {
  const { values, sent } = partPredicates(partOf(range(0, 1)), 1);
  const holdsOf = (state: FactState) => (world: number) => {
    expect(world).toBe(1);
    return state;
  };
  const states: readonly FactState[] = [
    { kind: "known", value: 0, assumed: false },
    { kind: "known", value: 1, assumed: true },
    { kind: "unknown", reason: "stale" },
  ];
  expect(values.map((v) => v.value)).toEqual([0, 1]);
  // What is assumed of a part counts in the sum, and was not sent.
  expect(values.map(({ predicate }) => states.map((s) => predicate.holds(holdsOf(s))))).toEqual([
    [true, false, false],
    [false, true, false],
  ]);
  expect(states.map((s) => sent.holds(holdsOf(s)))).toEqual([true, false, true]);
  expect([...values.map((v) => v.predicate), sent].map((p) => p.worlds)).toEqual([[1], [1], [1]]);
  const other = partPredicates(partOf(range(0, 1)), 0);
  const keys = [...values, ...other.values].map((v) => v.predicate.key);
  expect(new Set([...keys, sent.key, other.sent.key]).size).toBe(6);
});

describe("one person", () => {
  test.each(Object.entries(vocabularies))("%s", (_, ruleSet) => {
    const questions = [
      ...both(high, isLeft),
      ...both({ not: most }, leaf("right", "isKnown")).slice(0, 6),
      ...both(leaf("total", "isKnown"), leaf("left", "isUnknown")).slice(3),
    ].map((ask) => askOne(ruleSet, ask));
    expect(questions.flatMap(faultsOf)).toEqual([]);
  });

  test("a total read alone is a fact of its own", () => {
    for (const ruleSet of Object.values(vocabularies)) {
      const asked = verdicts.map((verdict) => askOne(ruleSet, { world: 0, verdict, of: high }));
      expect(asked.flatMap(faultsOf)).toEqual([]);
      for (const question of asked) {
        const made = graphOf(question);
        if ("unmodelled" in made) throw new Error(made.unmodelled);
        expect(made.space.dimensions.map((d) => d.fact)).toEqual(["total"]);
      }
    }
  });

  test("a part that is set beside a total that is not", () => {
    for (const to of ["unknown", { known: 1 }] as const)
      for (const ruleSet of [summing(), summing({ total: { whenUnknown: "ignore" } })]) {
        const person: Relation = { kind: "set", settings: [{ fact: "left", to }] };
        const questions = verdicts.map((verdict): Question => ({
          worlds: [{ ruleSet, person }],
          ask: { world: 0, verdict, of: most },
        }));
        expect(questions.flatMap(faultsOf)).toEqual([]);
      }
  });

  test("a total of totals", () => {
    const ruleSet = tiny({
      facts: [
        fact("all", "integer", { ...range(0, 3), derive: { sum: ["left", "right", "more"] } }),
        fact("total", "integer", { ...range(0, 2), derive: { sum: ["left", "right"] } }),
        ...["left", "right", "more"].map((id) => fact(id, "integer", range(0, 1))),
      ],
      decisions: [one],
      criteria: [criterion("c", { always: true }, "stop")],
    });
    const asked = both(high, leaf("all", "equal", 3))
      .filter((_formula, i) => i % 4 === 0)
      .map((ask) => askOne(ruleSet, ask));
    expect(asked.flatMap(faultsOf)).toEqual([]);
  });
});

test("a total that only counts for the parts it shares with another", () => {
  const ruleSet = tiny({
    facts: [
      fact("total", "integer", { ...range(0, 2), derive: { sum: ["left", "right"] } }),
      fact("far", "integer", { ...range(0, 2), derive: { sum: ["right", "more"] } }),
      ...["left", "right", "more"].map((id) => fact(id, "integer", range(0, 1))),
    ],
    decisions: [one],
    criteria: [criterion("c", { always: true }, "stop")],
  });
  const far = leaf("far", "greaterThanInclusive", 1);
  const asked = both({ all: [high, isLeft] }, far)
    .filter((_formula, i) => i % 4 === 0)
    .map((ask) => askOne(ruleSet, ask));
  expect(asked.flatMap(faultsOf)).toEqual([]);
});

describe("two persons", () => {
  const same: Relation = { kind: "same" };
  const mixed = ["an optional total", "an assumed part"];
  test.each(Object.entries(relations))("%s", (_, [first, second]) => {
    for (const ruleSet of mixed.flatMap((name) => vocabularies[name] ?? [])) {
      const worlds = [first, second].map((person) => ({ ruleSet, person }));
      const questions: readonly Question[] = [...both(high, most, [0, 1]), ...both(high, isLeft, [1, 0])]
        .filter((_formula, i) => i % 4 === 0)
        .map((ask) => ({ worlds, ask }));
      expect(questions.flatMap(faultsOf)).toEqual([]);
    }
  });

  test("two vocabularies that read the parts of one total in two ways", () => {
    const first = vocabularies["all block"];
    const others = ["an assumed part", "a total that parts can exceed", "a part that ages"];
    for (const second of others.flatMap((name) => vocabularies[name] ?? [])) {
      if (!first) throw new Error("a vocabulary");
      const worlds = [first, second].map((ruleSet) => ({ ruleSet, person: same }));
      const questions = both(high, most, [0, 1]).map((ask): Question => ({ worlds, ask }));
      expect(questions.flatMap(faultsOf)).toEqual([]);
    }
  });

  test("a total in one vocabulary, a plain number in the other", () => {
    const plain = tiny({
      facts: [fact("total", "integer", range(0, 2)), fact("left", "integer", range(0, 1))],
      decisions: [one],
      criteria: [criterion("c", { always: true }, "stop")],
    });
    const questions = [...both(high, most, [0, 1]), ...both(high, isLeft, [1, 0])];
    for (const person of [same, { kind: "free", facts: ["total"] } satisfies Relation]) {
      const worlds = [
        { ruleSet: summing(), person: same },
        { ruleSet: plain, person },
      ];
      expect(questions.map((ask): Question => ({ worlds, ask })).flatMap(faultsOf)).toEqual([]);
    }
  });

  test("a total in one vocabulary, its parts in both", () => {
    const parts = tiny({
      facts: ["left", "right"].map((id) => fact(id, "integer", range(0, 1))),
      decisions: [one],
      criteria: [criterion("c", { always: true }, "stop")],
    });
    for (const ruleSets of [
      [summing(), parts],
      [parts, summing()],
    ]) {
      const worlds = ruleSets.map((ruleSet) => ({ ruleSet, person: same }));
      const summed = ruleSets[0] === parts ? 1 : 0;
      const questions = both(high, isLeft, [summed, 1 - summed]).map((ask): Question => ({ worlds, ask }));
      expect(questions.flatMap(faultsOf)).toEqual([]);
    }
  });

  test.each<[string, Formula, readonly [Relation, Relation]]>([
    [
      "a total beside its parts, completed",
      {
        all: [
          { world: 0, verdict: "true", of: high },
          { world: 1, verdict: "true", of: isLeft },
        ],
      },
      [same, { kind: "completed" }],
    ],
    [
      "an order of totals beside their parts: total",
      {
        all: [
          { before: "total", worlds: [0, 1], order: "ascending" },
          { world: 0, verdict: "true", of: isLeft },
        ],
      },
      [same, { kind: "free", facts: ["total"] }],
    ],
  ])("left to other means: %s", (why, ask, people) => {
    expect(graphOf({ worlds: people.map((person) => ({ ruleSet: summing(), person })), ask })).toEqual({
      unmodelled: why,
    });
  });
});
