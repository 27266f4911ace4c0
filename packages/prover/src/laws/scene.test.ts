// Families of questions settled together: what the crowd shows is not asked, one answer settles many, and what cannot be
// decided at once is asked in halves. The answerer says what a test makes it say.
import {
  askOne,
  samePerson,
  type Condition,
  type Facts,
  type Formula,
  type Question,
} from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import type { Answer, AskOptions } from "../answer.ts";
import { sceneOf } from "./scene.ts";

const at = "2026-03-02";
const n = (value: number): Condition => ({ fact: "n", operator: "equal", value });
const isTrue = (id: string): Condition => ({ fact: id, operator: "equal", value: true });
const ruleSet = tiny({
  facts: [fact("a", "boolean"), fact("b", "boolean"), fact("n", "integer", { range: { min: 0, max: 100 } })],
  decisions: [one, many],
  criteria: [
    criterion("C1", isTrue("a"), "stop"),
    {
      ...criterion("C2", { all: [isTrue("b"), { not: isTrue("b") }] }, "care"),
      shadowedOnPurpose: { fr: "voulu", en: "meant" },
    },
    { ...criterion("C3", isTrue("b"), "care"), enabled: false },
    criterion("C4", { all: [isTrue("a"), isTrue("b")] }, "stop"),
  ],
});
/** Nobody of the crowd has these: no test is near them. */
const rare = (value: number): Formula => ({ world: 0, verdict: "true", of: n(value) });
const person = (facts: Facts): Answer => ({ status: "somebody", witness: { at, people: [facts] } });
const nobody: Answer = { status: "nobody" };
const late: Answer = { status: "undecided", reason: "time" };

/** A scene whose answerer gives these answers one after another, and what it was asked. */
function scene(...answers: readonly Answer[]) {
  const asked: { question: Question; options: AskOptions | undefined }[] = [];
  const left = [...answers];
  const made = sceneOf(ruleSet, {
    answerer: {
      ask: async (question, options) => {
        asked.push({ question, options });
        const answer = left.shift();
        if (!answer) throw new Error("asked once too often");
        return answer;
      },
    },
    at,
    ask: () => ({ milliseconds: 50 }),
  });
  const formulas = (): readonly Formula[] => asked.map((q) => q.question.ask);
  return { made, asked, formulas, left };
}
const family = (...values: readonly number[]): ReadonlyMap<number, Formula> =>
  new Map(values.map((v) => [v, rare(v)]));
const anyOf = (...values: readonly number[]): Formula => ({ any: values.map(rare) });

test("it is the scene of its rule set, and one question is asked as it is, for a small person", async () => {
  const { made, asked } = scene(nobody);
  expect(made.ruleSet).toBe(ruleSet);
  const question = askOne(ruleSet, rare(40));
  expect(await made.ask(question)).toEqual(nobody);
  expect(asked).toEqual([{ question, options: { milliseconds: 50 } }]);
});

describe("formulas about one person", () => {
  test("nothing to settle: nothing is asked", async () => {
    const { made, asked } = scene();
    expect(await made.settleHere(new Map())).toEqual(new Map());
    expect(asked).toEqual([]);
  });

  test("what the crowd shows is not asked", async () => {
    const { made, asked } = scene(nobody);
    const known = await made.settleHere(
      new Map([
        ["easy", { world: 0, verdict: "true", of: isTrue("a") } as const],
        ["hard", rare(40)],
      ]),
    );
    expect(known).toEqual(
      new Map([
        ["easy", "somebody"],
        ["hard", "nobody"],
      ]),
    );
    expect(asked).toEqual([
      { question: askOne(ruleSet, anyOf(40)), options: { milliseconds: 50, small: false } },
    ]);
  });

  test("one nobody settles all that is left", async () => {
    const { made, formulas } = scene(nobody);
    expect(await made.settleHere(family(40, 50, 60))).toEqual(
      new Map([40, 50, 60].map((v) => [v, "nobody"])),
    );
    expect(formulas()).toEqual([anyOf(40, 50, 60)]);
  });

  test("somebody settles all formulas that are true of them, and the rest is asked again", async () => {
    const { made, formulas } = scene(person({ n: 50 }), person({ n: 40 }), nobody);
    const known = await made.settleHere(family(40, 50, 60));
    expect(known).toEqual(
      new Map([
        [40, "somebody"],
        [50, "somebody"],
        [60, "nobody"],
      ]),
    );
    expect(formulas()).toEqual([anyOf(40, 50, 60), anyOf(40, 60), anyOf(60)]);
    const both = scene(person({ n: 50 }));
    const twice = new Map<string, Formula>([
      ["x", rare(50)],
      ["y", { any: [rare(50), rare(60)] }],
    ]);
    expect(await both.made.settleHere(twice)).toEqual(
      new Map([
        ["x", "somebody"],
        ["y", "somebody"],
      ]),
    );
  });

  test("what is too hard together is asked in halves, and one alone that is too hard is undecided", async () => {
    const { made, formulas } = scene(late, nobody, late);
    const known = await made.settleHere(family(40, 50, 60));
    expect(known).toEqual(
      new Map([
        [40, "nobody"],
        [50, "nobody"],
        [60, "undecided"],
      ]),
    );
    expect(formulas()).toEqual([anyOf(40, 50, 60), anyOf(40, 50), anyOf(60)]);
  });

  test("in halves of halves", async () => {
    const { made, formulas } = scene(late, late, nobody, late, person({ n: 60 }), late);
    const known = await made.settleHere(family(40, 50, 60, 70));
    expect(known).toEqual(
      new Map([
        [40, "nobody"],
        [50, "undecided"],
        [60, "somebody"],
        [70, "undecided"],
      ]),
    );
    expect(formulas()).toEqual([
      anyOf(40, 50, 60, 70),
      anyOf(40, 50),
      anyOf(40),
      anyOf(50),
      anyOf(60, 70),
      anyOf(70),
    ]);
  });

  test("somebody of whom no formula is true is a fault", async () => {
    const { made } = scene(person({ n: 99 }));
    await expect(made.settleHere(family(40))).rejects.toThrow(
      new TypeError("a witness that answers no part of its question"),
    );
  });
});

describe("questions of any kind", () => {
  const pair = (ask: Formula): Question => ({
    worlds: [
      { ruleSet, person: samePerson },
      { ruleSet, person: { kind: "free", facts: ["a"] } },
    ],
    ask,
  });

  test("each is asked alone, for any person, unless the crowd shows somebody", async () => {
    const { made, asked } = scene(nobody, late);
    const questions = new Map([
      ["easy", pair({ all: [{ world: 1, verdict: "true", of: isTrue("a") }] })],
      ["none", pair(rare(40))],
      ["open", pair(rare(50))],
    ]);
    expect(await made.settle(questions)).toEqual(
      new Map([
        ["easy", "somebody"],
        ["none", "nobody"],
        ["open", "undecided"],
      ]),
    );
    const options = { milliseconds: 50, small: false };
    expect(asked).toEqual([
      { question: pair(rare(40)), options },
      { question: pair(rare(50)), options },
    ]);
  });
});

describe("criteria", () => {
  test("dead: enabled criteria of whom nobody is, asked once", async () => {
    const { made, formulas } = scene(nobody);
    const expected = new Map([
      ["C1", "somebody"],
      ["C2", "nobody"],
      ["C4", "somebody"],
    ]);
    expect(await made.dead()).toEqual(expected);
    expect(await made.dead()).toEqual(expected);
    expect(formulas()).toEqual([{ any: [{ world: 0, verdict: "true", of: ruleSet.criteria[1]?.when }] }]);
  });

  test("idle: enabled criteria without which nobody has another answer, kept on purpose or not, asked once", async () => {
    const { made, asked } = scene(nobody);
    const expected = new Map([
      ["C1", "somebody"],
      // Of whom it is unknown, the decision is open because of it.
      ["C2", "somebody"],
      ["C4", "nobody"],
    ]);
    expect(await made.idle()).toEqual(expected);
    expect(await made.idle()).toEqual(expected);
    // The rule set as it is, and without the criterion.
    const enabled = asked.map(({ question }) =>
      question.worlds.map((w) => w.ruleSet.criteria.filter((c) => c.enabled).map((c) => c.id)),
    );
    expect(enabled).toEqual([
      [
        ["C1", "C2", "C4"],
        ["C1", "C2"],
      ],
    ]);
  });
});
