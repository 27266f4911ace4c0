import { expect, test } from "vitest";
import { criterion, tiny } from "../../test/tiny.ts";
import { newWords } from "./person.ts";
import { planOf } from "./plan.ts";
import { begin, end, newRun } from "./run.ts";

const plan = planOf(
  tiny({ criteria: [criterion("k", { fact: "danger", operator: "equal", value: true }, "stop")] }),
);

test("a run has room for the masks, the decisions, the facts and the nodes of its plan", () => {
  const run = newRun(plan);
  // One word of criteria, one for each decision.
  expect(run.masks.yes).toHaveLength(3);
  expect(run.masks.no).toHaveLength(3);
  expect(run.masks.yes).not.toBe(run.masks.no);
  expect(run.end).toHaveLength(2);
  expect(run.state).toHaveLength(2);
  expect(run.open.map((words) => words.length)).toEqual([1, 1]);
  expect(run.missing.map((words) => words.length)).toEqual([1, 1]);
  expect(run.verdicts).toHaveLength(plan.nodes.length);
  expect(run.visited).toHaveLength(plan.nodes.length);
  expect(run.person.words).toHaveLength(0);
  expect([run.number, run.collection]).toEqual([0, 0]);
});

test("every run has a person and a number of its own; nothing of the person is left when it ends", () => {
  const run = newRun(plan);
  const person = newWords(plan.layout);
  begin(run, person);
  expect(run.person).toBe(person);
  expect(run.number).toBe(1);
  begin(run, person);
  expect(run.number).toBe(2);
  end(run);
  expect(run.person).not.toBe(person);
  expect(run.person.words).toHaveLength(0);
  expect(run.person.numbers).toHaveLength(0);
});

test("numbers are used again in time, and nothing is left of who had them before", () => {
  const run = newRun(plan);
  const most = 2 ** 24;
  run.verdicts.fill(6);
  run.visited.fill(7);
  run.number = most - 2;
  run.collection = 9;
  begin(run, newWords(plan.layout));
  // The last number, which is still told apart from its two lowest bits in a word.
  expect([run.number, run.collection, run.verdicts[0], run.visited[0]]).toEqual([most - 1, 9, 6, 7]);
  expect(((run.number << 2) | 3) >>> 2).toBe(run.number);
  begin(run, newWords(plan.layout));
  expect([run.number, run.collection]).toEqual([1, 0]);
  expect([...run.verdicts, ...run.visited].every((n) => n === 0)).toBe(true);
});
