// Two worlds and one fact: each person is in a class of that person's answer, and each class stands for somebody of its
// answer.
import { describe, expect, test } from "vitest";
import {
  factTypes,
  faultsOf,
  ordersOfOneFact,
  questionsOfNewFact,
  questionsOfOneFact,
  questionsOfTwoTypes,
  relationNames,
} from "../../test/small/index.ts";
import { graphOf } from "./graph-of.ts";

describe.each(factTypes)("%s", (type) => {
  test.each(relationNames)("%s", (relation) => {
    expect(questionsOfOneFact(type, relation).flatMap(faultsOf)).toEqual([]);
  });
});

test.each(factTypes.filter((type) => type !== "set"))("who stands before whom: %s", (type) => {
  expect(ordersOfOneFact(type).flatMap(faultsOf)).toEqual([]);
});

test("an order of sets is left to other means", () => {
  for (const question of ordersOfOneFact("set"))
    expect(graphOf(question)).toEqual({ unmodelled: "an order of sets: f" });
});

describe.each(factTypes)("%s in one vocabulary", (type) => {
  test("and something else in the other", () => {
    for (const other of factTypes) {
      const questions = questionsOfTwoTypes(type, other);
      // Sets are cut into classes only where both read the same set.
      if (type !== other && [type, other].includes("set"))
        expect(questions.map(graphOf)).toEqual(
          questions.map(() => ({ unmodelled: "a set declared in two ways: f" })),
        );
      else expect(questions.flatMap(faultsOf)).toEqual([]);
    }
  });
});

test.each(factTypes)("a fact that one vocabulary has not: %s", (type) => {
  expect(questionsOfNewFact(type).flatMap(faultsOf)).toEqual([]);
});
