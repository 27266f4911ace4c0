import { expect, test } from "vitest";
import { criterion, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import { readPerson, type Condition, type RuleSet } from "../model/index.ts";
import { lower } from "./lower.ts";
import { runJsonRules } from "./run-json-rules.ts";

const when = (condition: Condition, decision = "d"): RuleSet =>
  tiny({ criteria: [criterion("K", condition, decision === "d" ? "stop" : "tell", decision)] });
const trees = (ruleSet: RuleSet) =>
  lower(ruleSet).stages.flatMap((s) => s.rules.map((r) => r.conditions.all[0]));
const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const adult = { fact: "age", operator: "greaterThanInclusive", value: 18 };
const known = (fact: string) => ({ fact, operator: "notEqual", value: null });
const empty = (fact: string) => ({ fact, operator: "equal", value: null });

test("a leaf on a block fact is guarded by its value in must, and let through without one in may", () => {
  expect(trees(when({ not: young }))).toEqual([
    { name: "age", all: [known("age"), adult] },
    { name: "age", any: [empty("age"), { all: [known("age"), adult] }] },
  ]);
});

test("a leaf on an ignore fact is let through only in doubt", () => {
  const high = { fact: "score", operator: "greaterThan", value: 10 };
  expect(trees(when({ fact: "score", operator: "greaterThan", value: { parameter: "limit" } }))).toEqual([
    { name: "score", all: [known("score"), high] },
    {
      name: "score",
      any: [{ fact: "score@doubtful", operator: "equal", value: true }, { all: [known("score"), high] }],
    },
  ]);
});

test("a set is compared between what it has and what it may have", () => {
  expect(trees(when({ fact: "traits", operator: "containsNone", value: ["a", "b"] }))).toEqual([
    {
      name: "traits",
      all: [known("traits"), { fact: "traits@possible", operator: "everyFact:notIn", value: ["a", "b"] }],
    },
    {
      name: "traits",
      any: [
        empty("traits"),
        { all: [known("traits"), { fact: "traits", operator: "everyFact:notIn", value: ["a", "b"] }] },
      ],
    },
  ]);
});

test("an earlier decision is read through its possible outcomes, its state as it stands", () => {
  expect(trees(when({ not: { decision: "d", operator: "equal", value: "go" } }, "m"))).toEqual([
    { name: "@d", fact: "@d.possible", operator: "everyFact:notIn", value: ["go"] },
    { name: "@d", fact: "@d.possible", operator: "someFact:notIn", value: ["go"] },
  ]);
  const safety = { name: "@d", fact: "@d", operator: "in", value: ["@safety-unknown"] };
  expect(trees(when({ decision: "d", state: ["@safety-unknown"] }, "m"))).toEqual([safety, safety]);
});

test("stages follow the decisions, say what they read, and leave disabled criteria out", () => {
  const ruleSet = tiny({
    criteria: [
      { ...criterion("off", { always: true }, "stop"), enabled: false },
      criterion("late", { decision: "d", operator: "in", value: ["stop", "care"] }, "tell", "m"),
      criterion(
        "early",
        { all: [{ not: { fact: "score", operator: "lessThan", value: 3 } }, young] },
        "care",
      ),
    ],
  });
  expect(lower(ruleSet).stages.map((s) => [s.decision, s.reads, s.rules.map((r) => r.name)])).toEqual([
    ["d", ["age", "score", "score@doubtful"], ["early.must", "early.may"]],
    ["m", ["@d.possible"], ["late.must", "late.may"]],
  ]);
});

test("V4 atLeast, whatever its count and size and however negated, is as evaluate counts it", async () => {
  const leaves = ["a", "b", "c"].flatMap((m): Condition[] => [
    { fact: "traits", operator: "contains", value: m },
    { fact: "kind", operator: "equal", value: m },
  ]);
  const of = [
    ...leaves,
    young,
    { fact: "danger", operator: "equal", value: true },
    { fact: "wish", operator: "equal", value: false },
  ] as Condition[];
  const counts = of.flatMap((_, n) =>
    Array.from({ length: n + 1 }, (_unused, k): Condition => ({
      atLeast: { count: k + 1, of: of.slice(0, n + 1) },
    })),
  );
  const criteria = counts.flatMap((c, i) => [
    criterion(`P${i}`, c, "stop"),
    criterion(`N${i}`, { not: c }, "stop"),
  ]);
  const ruleSet = tiny({ criteria });
  const lowered = lower(ruleSet);
  const sent = [
    {},
    { age: 3 },
    { traits: { value: ["a"], of: ["a", "c"] }, danger: true, wish: "?" },
    { kind: "b", traits: ["b", "c"], age: 40 },
  ];
  for (const facts of sent) {
    const result = await runJsonRules(lowered, ruleSet, readPerson(ruleSet, facts, "2026-03-02"));
    expect(result).toEqual(evaluate(ruleSet, facts, "2026-03-02").result);
  }
});

test("a lowered document says what it is, and of every criterion what it is for", () => {
  const ruleSet = tiny({ criteria: [criterion("K", young, "stop"), criterion("L", young, "tell", "m")] });
  const { stages, ...head } = lower(ruleSet);
  expect(head).toEqual({
    format: "jumelage-json-rules-engine",
    formatVersion: 1,
    engine: "json-rules-engine@7",
    program: "tiny",
  });
  const event = (type: string, of: string, decision: string, outcome: string) => ({
    type,
    params: { criterion: of, decision, outcome },
  });
  expect(stages.flatMap((s) => s.rules.map((r) => [r.name, r.event, r.conditions.all.length]))).toEqual([
    ["K.must", event("must", "K", "d", "stop"), 1],
    ["K.may", event("may", "K", "d", "stop"), 1],
    ["L.must", event("must", "L", "m", "tell"), 1],
    ["L.may", event("may", "L", "m", "tell"), 1],
  ]);
});

test("groups keep their kind in both trees", () => {
  const both = (must: unknown, may: unknown) => [must, may];
  const t = { name: "@always", fact: "@always", operator: "equal", value: true };
  const f = { ...t, value: false };
  const always: Condition = { always: true };
  expect(trees(when({ all: [always, { not: always }] }))).toEqual(both({ all: [t, f] }, { all: [t, f] }));
  expect(trees(when({ any: [always, { all: [always] }] }))).toEqual(
    both({ any: [t, { all: [t] }] }, { any: [t, { all: [t] }] }),
  );
});

test("what a stage reads comes in the order of the document: always, facts with their doubts, decisions", () => {
  const all: Condition = {
    all: [
      { decision: "d", state: ["go"] },
      { decision: "d", operator: "equal", value: "go" },
      { fact: "traits", operator: "containsNone", value: ["a"] },
      { fact: "score", operator: "equal", value: 3 },
      { fact: "danger", operator: "equal", value: true },
      { always: true },
    ],
  };
  expect(lower(when(all, "m")).stages[1]?.reads).toEqual([
    "@always",
    "danger",
    "score",
    "score@doubtful",
    "traits",
    "traits@possible",
    "@d",
    "@d.possible",
  ]);
});

test("a lowered document shares nothing with its rule set, nor one rule with another", () => {
  const value = ["a", "b"];
  const ruleSet = when({ fact: "kind", operator: "in", value });
  const lists = JSON.stringify(trees(ruleSet)).match(/\["a","b"\]/g);
  expect(lists).toHaveLength(2);
  const found: unknown[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) found.push(node);
    if (typeof node === "object" && node !== null) Object.values(node).forEach(visit);
  };
  visit(lower(ruleSet));
  expect(new Set(found).size).toBe(found.length);
  const own: unknown[] = ruleSet.criteria.map(({ when: c }) => ("value" in c ? c.value : undefined));
  expect(own).toEqual([value]);
  expect(found).not.toContain(own[0]);
});

test("atLeast 5 of 10 takes 98 leaves", () => {
  const ruleSet = when({ atLeast: { count: 5, of: Array.from({ length: 10 }, () => young) } });
  expect(() => lower(ruleSet, 97)).toThrow(RangeError);
  expect(lower(ruleSet, 98).stages).toHaveLength(2);
});

test("a document that grows out of bounds, wide or deep, is refused before it fills the memory", () => {
  // Built beside the parser: what is at stake here is the lowering alone.
  const conditions = Array.from({ length: 40 }, (_, i) => ({
    id: `c${i}`,
    label: { fr: "condition", en: "condition" },
    when: i === 0 ? young : { all: [{ condition: `c${i - 1}` }, { condition: `c${i - 1}` }] },
  }));
  const ruleSet = when(young);
  const refer = (condition: Condition): RuleSet => ({
    ...ruleSet,
    criteria: ruleSet.criteria.map((c) => ({ ...c, when: condition })),
  });
  expect(() => lower({ ...refer({ condition: "c39" }), conditions })).toThrow("too large to lower");
  const nested = (depth: number): Condition => {
    let deep: Condition = young;
    for (let i = 0; i < depth; i += 1) deep = i % 2 === 0 ? { all: [deep] } : { any: [deep] };
    return deep;
  };
  expect(lower(refer(nested(250))).stages).toHaveLength(2);
  expect(() => lower(refer(nested(251)))).toThrow(
    new RangeError("too deep to lower: groups nested more than 250 times"),
  );
});
