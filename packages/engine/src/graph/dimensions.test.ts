// The dimensions of small questions, whole: whose they are, what each option says, and who stands for it.
import { describe, expect, test } from "vitest";
import { everyChoice, today } from "../../test/small/index.ts";
import { criterion, fact, members, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { Facts } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { askOne, type Formula, type Question, type Relation } from "../question/index.ts";
import { graphOf, type QuestionGraph } from "./graph-of.ts";

type Rest = Readonly<Record<string, unknown>>;
const reading = (type: string, rest: Rest = {}): RuleSet =>
  tiny({
    facts: [fact("f", type, rest)],
    decisions: [one],
    criteria: [criterion("c", { always: true }, "stop")],
  });
const without = tiny({
  facts: [fact("g", "boolean")],
  decisions: [one],
  criteria: [criterion("c", { always: true }, "stop")],
});
const same: Relation = { kind: "same" };
const free: Relation = { kind: "free", facts: ["f"] };
const completed: Relation = { kind: "completed" };
const isYes: Condition = { fact: "f", operator: "equal", value: true };
const hasA: Condition = { fact: "f", operator: "contains", value: "a" };
const holdIn = (of: Condition, ...worlds: readonly number[]): Formula => ({
  all: worlds.map((world) => ({ world, holds: of })),
});

function made(question: Question): QuestionGraph {
  const graph = graphOf(question);
  if ("unmodelled" in graph) throw new Error(graph.unmodelled);
  return graph;
}
const two = (people: readonly Relation[], ask: Formula, ...ruleSets: readonly RuleSet[]): QuestionGraph =>
  made({
    worlds: people.map((person, i) => ({ person, ruleSet: ruleSets[i] ?? ruleSets[0] ?? without })),
    ask,
  });
/** Names and worlds of the dimensions. */
const whose = ({ space }: QuestionGraph): unknown =>
  space.dimensions.map(({ name, fact: id, worlds, members: group }) => [name, id, worlds, group]);
/** Who stands for every class, the last dimension running fastest. */
const standing = ({ space }: QuestionGraph): readonly (readonly Facts[])[] =>
  everyChoice(space.dimensions.map((d) => d.options.length)).map((choice) => space.people(choice, today));

describe("whose dimensions", () => {
  const yes = reading("boolean");
  const set = reading("set", { values: members });

  test("one person's, as both worlds see it", () => {
    expect(whose(two([same, same], holdIn(isYes, 0, 1), yes))).toEqual([["f", "f", [0, 1], undefined]]);
    expect(whose(two([same, same], holdIn(hasA, 0, 1), set))).toEqual([["f: a", "f", [0, 1], ["a"]]]);
  });

  test("one world's, where the other has not the fact", () => {
    expect(whose(two([same, same], holdIn(isYes, 0), yes, without))).toEqual([["f", "f", [0], undefined]]);
    expect(whose(two([same, same], holdIn(isYes, 1), without, yes))).toEqual([["f", "f", [1], undefined]]);
    expect(whose(two([same, same], holdIn(hasA, 1), without, set))).toEqual([["f: a", "f", [1], ["a"]]]);
  });

  test("each person's own, where the fact is free", () => {
    expect(whose(two([same, free], holdIn(isYes, 0, 1), yes))).toEqual([
      ["f", "f", [0], undefined],
      ["f (2)", "f", [1], undefined],
    ]);
    expect(whose(two([same, free], holdIn(hasA, 0, 1), set))).toEqual([
      ["f: a", "f", [0], ["a"]],
      ["f (2): a", "f", [1], ["a"]],
    ]);
    // Whom nothing is asked of has none.
    expect(whose(two([same, free], holdIn(isYes, 1), yes))).toEqual([["f (2)", "f", [1], undefined]]);
    expect(whose(two([same, free], holdIn(hasA, 1), set))).toEqual([["f (2): a", "f", [1], ["a"]]]);
  });

  test("both persons' together, where one completes the other or stands before it", () => {
    expect(whose(two([same, completed], holdIn(isYes, 0, 1), yes))).toEqual([["f", "f", [0, 1], undefined]]);
    expect(whose(two([same, completed], holdIn(hasA, 0, 1), set))).toEqual([["f: a", "f", [0, 1], ["a"]]]);
    const order: Formula = { before: "f", worlds: [0, 1], order: [true, false] };
    expect(whose(two([same, free], order, yes))).toEqual([["f", "f", [0, 1], undefined]]);
  });

  test("in the order in which the vocabularies declare their facts", () => {
    const both = tiny({
      facts: [fact("z", "boolean"), fact("f", "boolean"), fact("a", "set", { values: members })],
      decisions: [one],
      criteria: [criterion("c", { always: true }, "stop")],
    });
    const of = (id: string): Condition =>
      id === "a" ? { fact: id, operator: "isNotEmpty" } : { fact: id, operator: "equal", value: true };
    const ask: Formula = { any: ["a", "f", "z"].map((id) => ({ world: 0, holds: of(id) })) };
    expect(made(askOne(both, ask)).space.dimensions.map((d) => d.name)).toEqual(["z", "f", "a: a, b, c"]);
  });
});

describe("what options say", () => {
  test("yes, and everything else", () => {
    const { space } = made(askOne(reading("boolean"), holdIn(isYes, 0)));
    expect(space.dimensions[0]?.options).toEqual([
      { known: [false], unknown: true, doubtful: true, completions: [0, 1] },
      { known: [true], unknown: false, doubtful: false, completions: [1] },
    ]);
  });

  test("a set answered, or not", () => {
    const { space } = made(
      askOne(reading("set", { values: members, whenUnknown: "ignore" }), {
        world: 0,
        verdict: "unknown",
        of: hasA,
      }),
    );
    expect(space.dimensions[0]?.options).toEqual([
      { known: [], unknown: false, doubtful: false, completions: [0] },
      { known: [], unknown: true, doubtful: false, completions: [1] },
    ]);
    expect(space.dimensions[1]?.options.map((o) => o.members)).toEqual([
      { in: false, out: true, unasked: false },
      { in: true, out: false, unasked: false },
      { in: false, out: false, unasked: true },
    ]);
  });

  test("a set that is unreadable is like none of which members were asked about, unless it is asked for", () => {
    const of: Condition = { all: [hasA, { fact: "f", operator: "isKnown" }] };
    const block = made(askOne(reading("set", { values: members }), { world: 0, verdict: "unknown", of }));
    expect(block.space.dimensions.map((d) => d.name)).toEqual(["f: a", "f: b, c"]);
    // Assumed, it may be known though nobody was asked.
    const assumed = made(
      askOne(reading("set", { values: members, whenUnknown: { assume: ["a"] } }), {
        world: 0,
        verdict: "unknown",
        of,
      }),
    );
    expect(assumed.space.dimensions.map((d) => d.name)).toEqual(["f: a", "f: b, c"]);
  });
});

describe("who stands for a class", () => {
  test("ordinary persons: nothing sent before something unreadable", () => {
    expect(standing(made(askOne(reading("boolean"), holdIn(isYes, 0))))).toEqual([[{}], [{ f: true }]]);
    // What does not hold is whatever is not true, unknown or not.
    const isNo: Formula = { world: 0, holds: { not: isYes } };
    expect(standing(made(askOne(reading("boolean", { validFor: "P7D" }), isNo)))).toEqual([
      [{}],
      [{ f: true }],
    ]);
    const optional = reading("boolean", { whenUnknown: "ignore", validFor: "P7D" });
    const open: Formula = { world: 0, verdict: "unknown", of: isYes };
    expect(standing(made(askOne(optional, open)))).toEqual([
      [{}],
      [{ f: true }],
      [{ f: { value: false, observedOn: "2026-02-12" } }],
    ]);
    expect(standing(made(askOne(reading("boolean", { whenUnknown: "ignore" }), open)))).toEqual([
      [{}],
      [{ f: true }],
      [{ f: "?" }],
    ]);
  });

  test("two persons", () => {
    expect(standing(two([same, free], holdIn(isYes, 0, 1), reading("boolean")))).toEqual([
      [{}, {}],
      [{}, { f: true }],
      [{ f: true }, {}],
      [{ f: true }, { f: true }],
    ]);
    const set = { kind: "set", settings: [{ fact: "f", to: { known: false } }] } as const;
    const unset = { kind: "set", settings: [{ fact: "f", to: "unknown" }] } as const;
    expect(standing(two([same, set], holdIn(isYes, 0, 1), reading("boolean")))).toEqual([
      [{}, { f: false }],
      [{ f: true }, { f: false }],
    ]);
    expect(standing(two([unset, same], holdIn(isYes, 1), reading("boolean")))).toEqual([
      [{}, {}],
      [{}, { f: true }],
    ]);
    expect(standing(two([same, same], holdIn(isYes, 0), reading("boolean"), without))).toEqual([
      [{}, {}],
      [{ f: true }, { f: true }],
    ]);
  });

  test("sets: the rest of the members are out", () => {
    const set = reading("set", { values: members });
    expect(standing(made(askOne(set, holdIn(hasA, 0))))).toEqual([[{ f: [] }], [{ f: ["a"] }]]);
    const any: Condition = { fact: "f", operator: "containsAny", value: ["a", "c"] };
    expect(standing(made(askOne(set, { world: 0, verdict: "unknown", of: any })))).toEqual([
      [{ f: [] }],
      [{ f: ["a", "c"] }],
      [{ f: { value: [], of: ["b"] } }],
    ]);
    const known: Condition = { fact: "f", operator: "isKnown" };
    expect(standing(made(askOne(set, holdIn(known, 0))))).toEqual([
      [{ f: [] }],
      [{ f: { value: [], of: [] } }],
    ]);
    const all: Condition = { fact: "f", operator: "containsAll", value: ["a", "b"] };
    expect(standing(made(askOne(set, holdIn({ all: [all, { not: hasA }] }, 0))))).toEqual([
      [{ f: [] }],
      [{ f: ["b"] }],
      [{ f: ["a"] }],
      [{ f: ["a", "b"] }],
    ]);
  });

  test("an optional set nobody answered", () => {
    const optional = reading("set", { values: members, whenUnknown: "ignore", validFor: "P7D" });
    expect(standing(made(askOne(optional, { world: 0, verdict: "unknown", of: hasA })))).toEqual([
      [{ f: [] }],
      [{ f: ["a"] }],
      [{ f: { value: [], of: ["b", "c"] } }],
      [{}],
      [{}],
      [{}],
    ]);
  });
});

describe("persons of no class", () => {
  test("somebody completed to what was not open", () => {
    const { space } = two([same, completed], holdIn(isYes, 0, 1), reading("boolean"));
    expect(() => space.classOf([{ f: true }, { f: false }], today)).toThrow(
      new TypeError("nobody was expected to be like this in f"),
    );
    const set = two([same, completed], holdIn(hasA, 0, 1), reading("set", { values: members }));
    expect(() => set.space.classOf([{ f: ["a"] }, { f: [] }], today)).toThrow(
      new TypeError("nobody was expected to stand like this in f"),
    );
  });

  test("a missing person has sent nothing", () => {
    const { space } = made(askOne(reading("boolean"), holdIn(isYes, 0)));
    expect(space.classOf([], today)).toEqual(space.classOf([{}], today));
  });
});
