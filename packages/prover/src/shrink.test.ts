// Witnesses made smaller and plainer by replay alone, one or several people at a time.
import {
  askOne,
  differs,
  isWitness,
  samePerson,
  type Condition,
  type Facts,
  type Formula,
  type Question,
  type Relation,
  type RuleSet,
} from "@jumelage/engine";
import { criterion, fact, members, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { shrink } from "./shrink.ts";

const at = "2026-03-02";
const isTrue = (id: string): Condition => ({ fact: id, operator: "equal", value: true });
const ruleSet = tiny({
  facts: [
    fact("a", "boolean"),
    fact("b", "boolean"),
    fact("n", "integer", { range: { min: 0, max: 20 } }),
    fact("kind", "enum", { values: members }),
  ],
  decisions: [one],
  criteria: [criterion("C1", { any: [isTrue("a"), isTrue("b")] }, "stop")],
});
const asking = (when: Condition): Question => askOne(ruleSet, { world: 0, verdict: "true", of: when });

function shrunk(question: Question, ...people: readonly Facts[]): readonly Facts[] {
  const witness = { at, people };
  expect(isWitness(question, witness)).toBe(true);
  const small = shrink(question, witness);
  expect(small.at).toBe(at);
  return small.people;
}

describe("one person", () => {
  test("facts that do not matter are left out, undeclared ones too only where they are declared", () => {
    expect(shrunk(asking(isTrue("b")), { a: true, b: true, n: 3, kind: "c" })).toEqual([{ b: true }]);
    expect(shrunk(asking({ always: true }), { a: true, n: 3 })).toEqual([{}]);
    expect(shrunk(asking({ always: true }), { a: true, other: 1 })).toEqual([{ other: 1 }]);
  });

  test("of facts that can stand for one another the last one declared stays", () => {
    expect(shrunk(asking({ any: [isTrue("a"), isTrue("b")] }), { b: true, a: true })).toEqual([{ b: true }]);
  });

  test("what must stay has the plainest value that answers, in the order it had", () => {
    const question = asking({
      all: [
        { fact: "kind", operator: "notEqual", value: "a" },
        { fact: "n", operator: "greaterThan", value: 7 },
        { fact: "b", operator: "isKnown" },
      ],
    });
    const [person] = shrunk(question, { kind: "c", n: 15, b: true });
    expect(person).toEqual({ kind: "b", n: 8, b: false });
    expect(Object.keys(person ?? {})).toEqual(["kind", "n", "b"]);
  });

  test("somebody with nothing to spare stays as they are", () => {
    const people = shrunk(asking(isTrue("b")), { b: true });
    expect(people).toEqual([{ b: true }]);
  });
});

describe("two persons", () => {
  const two = (person: Relation, ask: Formula, other: RuleSet = ruleSet): Question => ({
    worlds: [
      { ruleSet, person: samePerson },
      { ruleSet: other, person },
    ],
    ask,
  });
  const [decision] = ruleSet.decisions;
  if (!decision) throw new Error("a decision");

  test("what both were given leaves and changes together where they must be the same", () => {
    const known = (id: string): Formula => ({ world: 1, holds: { fact: id, operator: "isKnown" } });
    const question = two(samePerson, known("kind"));
    const person = { a: true, kind: "c" };
    expect(shrunk(question, person, person)).toEqual([{ kind: "a" }, { kind: "a" }]);
  });

  test("what may differ is left out of each alone", () => {
    const question = two({ kind: "free", facts: ["a"] }, differs(decision));
    expect(shrunk(question, { a: true, n: 3 }, { a: false, n: 3 })).toEqual([{ a: true }, {}]);
    expect(shrunk(question, { a: false, n: 3 }, { a: true, n: 3 })).toEqual([{}, { a: true }]);
  });

  test("what only the second was given is made plainer too", () => {
    const question = two(
      { kind: "free", facts: ["n"] },
      {
        all: [
          { world: 0, holds: { fact: "n", operator: "isUnknown" } },
          { world: 1, holds: { fact: "n", operator: "greaterThan", value: 4 } },
        ],
      },
    );
    expect(shrunk(question, {}, { n: 17 })).toEqual([{}, { n: 5 }]);
  });

  test("each alone gets its own plainest value", () => {
    const question = two(
      { kind: "free", facts: ["n"] },
      {
        all: [
          { world: 0, holds: { fact: "n", operator: "lessThan", value: 4 } },
          { world: 1, holds: { fact: "n", operator: "greaterThan", value: 4 } },
        ],
      },
    );
    expect(shrunk(question, { n: 3 }, { n: 17 })).toEqual([{ n: 0 }, { n: 5 }]);
  });

  test("a fact of two vocabularies is as the first one declares it", () => {
    const turned: RuleSet = {
      ...ruleSet,
      facts: ruleSet.facts.map((f) => ({ ...f, ...(f.values ? { values: f.values.toReversed() } : {}) })),
    };
    const question = two(samePerson, { world: 0, holds: { fact: "kind", operator: "isKnown" } }, turned);
    expect(shrunk(question, { kind: "b" }, { kind: "b" })).toEqual([{ kind: "a" }, { kind: "a" }]);
  });

  test("a fact that only the second vocabulary has is left out as well", () => {
    const wider: RuleSet = {
      ...ruleSet,
      facts: ruleSet.facts.flatMap((f) => (f.id === "a" ? [f, { ...f, id: "extra" }] : [f])),
    };
    const question = two(samePerson, { world: 0, verdict: "true", of: isTrue("a") }, wider);
    const person = { a: true, extra: true };
    expect(shrunk(question, person, person)).toEqual([{ a: true }, { a: true }]);
  });
});
