// What laws make of answers: nobody is a finding, what is open is told, and who shows it is reported.
import { askOne, type Question } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import type { Answer } from "../answer.ts";
import { criterionAt, shown, undecidedOf, whereNobody, type Place } from "./law.ts";
import { sceneOf } from "./scene.ts";

const at = "2026-03-02";
const isTrue = { fact: "a", operator: "equal", value: true } as const;
const ruleSet = tiny({
  facts: [fact("a", "boolean")],
  decisions: [one],
  criteria: [criterion("C1", isTrue, "stop"), criterion("C2", isTrue, "care")],
});
const places: readonly Place<string>[] = [
  { at: ["facts", 0], about: "x", known: "nobody" },
  { at: ["facts", 1], about: "y", known: "somebody" },
  { at: ["facts", 2], about: "z", known: "undecided" },
  { at: ["facts", 3], about: "w", known: undefined },
  { at: ["facts", 4], about: "v", known: "nobody" },
];
const sceneWith = (answer: Answer, asked: Question[] = []) =>
  sceneOf(ruleSet, {
    answerer: {
      ask: async (question) => {
        asked.push(question);
        return answer;
      },
    },
    at,
    ask: () => ({}),
  });

test("where nobody is found there is a finding, in the order of the places; what is open is told by its place", () => {
  const { findings, undecided } = whereNobody(places, (about) => ({
    severity: "warning",
    params: { about },
    also: [["also", about]],
  }));
  expect(findings).toEqual([
    { at: ["facts", 0], severity: "warning", params: { about: "x" }, also: [["also", "x"]] },
    { at: ["facts", 4], severity: "warning", params: { about: "v" }, also: [["also", "v"]] },
  ]);
  expect(undecided).toEqual([["facts", 2]]);
  expect(undecidedOf(places)).toEqual([["facts", 2]]);
});

test("somebody is shown with the decisions wanted, and nobody is not", async () => {
  const question = askOne(ruleSet, { world: 0, verdict: "true", of: isTrue });
  const asked: Question[] = [];
  const scene = sceneWith({ status: "somebody", witness: { at, people: [{ a: true }] } }, asked);
  expect(await shown(scene, question, ["d"])).toEqual({
    at,
    facts: { a: true },
    answers: [{ decision: "d", answer: ["stop"] }],
  });
  expect(asked).toEqual([question]);
  expect(await shown(sceneWith({ status: "nobody" }), question, ["d"])).toBeUndefined();
  expect(await shown(sceneWith({ status: "undecided", reason: "time" }), question, ["d"])).toBeUndefined();
});

test("the place of a criterion is that in the document", () => {
  const scene = sceneWith({ status: "nobody" });
  expect(criterionAt(scene, "C1")).toEqual(["criteria", 0]);
  expect(criterionAt(scene, "C2")).toEqual(["criteria", 1]);
});
