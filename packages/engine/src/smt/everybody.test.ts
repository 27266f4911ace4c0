// Every kind of answer of one rule set, two worlds and one fact, and totals beside their parts: of everybody the text says
// what replaying says.
import { describe, expect, test } from "vitest";
import {
  everyAnswer,
  factTypes,
  ordersOfOneFact,
  questionsOfNewFact,
  questionsOfOneFact,
  questionsOfTwoTypes,
  relationNames,
} from "../../test/small/index.ts";
import { misread } from "../../test/misread.ts";
import { both, high, isLeft, most, relations, vocabularies } from "../../test/small/totals.ts";
import type { Question } from "../question/index.ts";

test.each(Object.keys(everyAnswer))("%s", (kind) => {
  expect((everyAnswer[kind] ?? []).flatMap(misread)).toEqual([]);
});

describe.each(factTypes)("%s", (type) => {
  test.each(relationNames)("%s", (relation) => {
    expect(questionsOfOneFact(type, relation).flatMap(misread)).toEqual([]);
  });

  test("who stands before whom", () => {
    expect(ordersOfOneFact(type).flatMap(misread)).toEqual([]);
  });

  test("that another vocabulary has not", () => {
    expect(questionsOfNewFact(type).flatMap(misread)).toEqual([]);
  });

  test("of another type in another vocabulary", () => {
    expect(factTypes.flatMap((other) => questionsOfTwoTypes(type, other)).flatMap(misread)).toEqual([]);
  });
});

describe("totals beside their parts", () => {
  test.each(Object.entries(vocabularies))("%s", (_, ruleSet) => {
    const questions = both(high, isLeft).map((ask): Question => {
      const person = { kind: "same" } as const;
      return { worlds: [{ ruleSet, person }], ask };
    });
    expect(questions.flatMap(misread)).toEqual([]);
  });

  test.each(Object.entries(relations))("%s", (_, people) => {
    const { "an optional total": ruleSet } = vocabularies;
    if (!ruleSet) throw new Error("a vocabulary");
    const worlds = people.map((person) => ({ ruleSet, person }));
    const questions = [...both(high, most, [0, 1]), ...both(high, isLeft, [1, 0])]
      .filter((_formula, i) => i % 2 === 0)
      .map((ask): Question => ({ worlds, ask }));
    expect(questions.flatMap(misread)).toEqual([]);
  });
});
