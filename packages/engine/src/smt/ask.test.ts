// What a question cannot ask, and terms that are decided before any solver is asked.
import { expect, test } from "vitest";
import { criterion, fact, many, members, one, tiny } from "../../test/tiny.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { askOne, type Formula, type Order } from "../question/index.ts";
import { encodeQuestion } from "./encode.ts";

const ruleSet = tiny({
  decisions: [one, many],
  criteria: [criterion("c", { fact: "danger", operator: "equal", value: true }, "stop")],
});

test.each<[string, Formula]>([
  ["no such world: 1", { world: 1, holds: { always: true } }],
  ["no such world: 2", { before: "age", worlds: [0, 2], order: "ascending" }],
  ["no such decision: nothing", { world: 0, decision: "nothing", state: ["stop"] }],
  ["not declared, or read before it is decided: nothing", { world: 0, holds: { condition: "nothing" } }],
  [
    "not declared, or read before it is decided: nothing",
    { world: 0, verdict: "true", of: { fact: "nothing", operator: "isKnown" } },
  ],
  [
    "not declared, or read before it is decided: nothing",
    { world: 0, verdict: "true", of: { decision: "nothing", operator: "equal", value: "stop" } },
  ],
  [
    "not declared, or read before it is decided: nothing",
    { world: 0, holds: { fact: "age", operator: "equal", value: { parameter: "nothing" } } },
  ],
  ["values of danger have no order of their own", { before: "danger", worlds: [0, 0], order: "ascending" }],
  ["values of kind have no order of their own", { before: "kind", worlds: [0, 0], order: "descending" }],
])("%s", (message, ask) => {
  expect(() => encodeQuestion(askOne(ruleSet, ask))).toThrow(new TypeError(message));
});

test("a decision of kind one has an otherwise", () => {
  const [first, ...rest] = ruleSet.decisions;
  if (!first) throw new Error("a decision");
  const { otherwise, ...without } = first;
  expect(otherwise).toBe("rest");
  expect(() => encodeQuestion(askOne({ ...ruleSet, decisions: [without, ...rest] }, { all: [] }))).toThrow(
    new TypeError("the decision d has no otherwise"),
  );
});

const nobody = "(assert false)\n";
test.each<[string, Formula]>([
  ["any of nothing", { any: [] }],
  ["a fact that no vocabulary has", { before: "nothing", worlds: [0, 0], order: "ascending" }],
  ["before itself", { before: "age", worlds: [0, 0], order: ["x"] }],
  ["an outcome that a decision does not have", { world: 0, decision: "d", possible: "nothing" }],
  ["a state that a decision does not have", { world: 0, decision: "d", state: ["nothing"] }],
  ["a state of a decision of kind many", { world: 0, decision: "m", state: ["tell"] }],
  ["what is possible of a decision of kind many", { world: 0, decision: "m", possible: "tell" }],
  [
    "how an outcome stands of a decision of kind one",
    { world: 0, decision: "d", outcome: "stop", is: "suggested" },
  ],
  ["how no outcome stands", { world: 0, decision: "m", outcome: "nothing", is: "suggested" }],
])("nobody: %s", (_, ask) => {
  expect(encodeQuestion(askOne(ruleSet, ask)).commands).toBe(nobody);
});

test("everybody is somebody of whom nothing has to be said", () => {
  const { commands, names, given } = encodeQuestion(askOne(ruleSet, { all: [] }));
  expect([commands, names, given]).toEqual(["\n", [], []]);
});

test("a first person who is completed, or free, is anybody", () => {
  const ask: Formula = { world: 0, decision: "d", state: ["stop"] };
  const { commands } = encodeQuestion(askOne(ruleSet, ask));
  for (const person of [{ kind: "completed" }, { kind: "free", facts: ["danger"] }] as const)
    expect(encodeQuestion({ worlds: [{ ruleSet, person }], ask }).commands).toBe(commands);
});

test("what nobody declares can be left unknown", () => {
  const ask: Formula = { world: 0, decision: "d", state: ["stop"] };
  const person = { kind: "set", settings: [{ fact: "nothing", to: "unknown" }] } as const;
  expect(encodeQuestion({ worlds: [{ ruleSet, person }], ask }).commands).toBe(
    encodeQuestion(askOne(ruleSet, ask)).commands,
  );
});

test("a number and a date have no common order", () => {
  const reading = (type: string): RuleSet =>
    tiny({
      facts: [fact("f", type)],
      decisions: [one],
      criteria: [criterion("c", { always: true }, "stop")],
    });
  const worlds = ["integer", "date"].map((type) => ({
    ruleSet: reading(type),
    person: { kind: "same" } as const,
  }));
  for (const order of ["ascending", "descending"] satisfies Order[])
    expect(encodeQuestion({ worlds, ask: { before: "f", worlds: [0, 1], order } }).commands).toBe(nobody);
});

test("facts that may be given are told apart by world, shared ones stand once", () => {
  const shared = tiny({
    facts: [fact("f", "boolean"), fact("g", "enum", { values: members })],
    decisions: [one],
    criteria: [criterion("c", { always: true }, "stop")],
  });
  const isKnown = (world: number, id: string): Formula => ({
    world,
    holds: { fact: id, operator: "isKnown" },
  });
  const { given, names, commands } = encodeQuestion({
    worlds: [
      { ruleSet: shared, person: { kind: "same" } },
      { ruleSet: shared, person: { kind: "free", facts: ["f"] } },
    ],
    ask: { all: [isKnown(0, "f"), isKnown(1, "f"), isKnown(0, "g"), isKnown(1, "g")] },
  });
  expect(given.map(({ world, fact: id }) => [world, id])).toEqual([
    [0, "f"],
    [0, "g"],
    [1, "f"],
  ]);
  for (const { term } of given) expect(term).not.toBe("");
  expect(new Set(given.map((g) => g.term)).size).toBe(3);
  expect(names.filter((name) => name.endsWith("_is_boolean"))).toEqual([
    "w0f0_is_boolean",
    "w1f0_is_boolean",
  ]);
  expect(names.filter((name) => name.startsWith("w1f1"))).toEqual([]);
  expect(commands.match(/declare-const/g)).toHaveLength(names.length);
});
