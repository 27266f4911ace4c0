// Every form of a condition, said and denied, beside the direct reading of every complete person; and the checker, which
// reads it by itself.
import { describe, expect, it, test } from "vitest";
import { criterion, fact, one, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Condition } from "../model/condition.ts";
import type { Diagram } from "../model/diagram.ts";
import { readPerson } from "../model/person.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { buildDiagram } from "./build.ts";
import { certain } from "./certain.ts";
import { checkDiagram } from "./check-diagram.ts";
import { Forest } from "./forest.ts";
import { readDecision } from "./read-decision.ts";
import { oneDecision, readingsOf } from "./readings.ts";

const text = { fr: "t", en: "t" };
const at = "2026-03-02";
const is = (id: string): Condition => ({ fact: id, operator: "equal", value: true });
const ids = ["a", "b", "c"];
const earlier = { ...one, id: "e" };

function ruled(when: Condition, rest: readonly unknown[] = []): RuleSet {
  return tiny({
    facts: [...ids.map((id) => fact(id, "boolean")), fact("m", "boolean", { whenUnknown: "ignore" })],
    conditions: [
      { id: "both", label: text, when: { all: [is("a"), is("b")] } },
      { id: "nested", label: text, when: { not: { condition: "both" } } },
    ],
    decisions: [earlier, one],
    criteria: [
      criterion("E1", is("a"), "stop", "e"),
      criterion("E2", is("b"), "care", "e"),
      criterion("C1", when, "care"),
      ...rest,
    ],
  });
}

const persons = Array.from({ length: 24 }, (_, i) => ({
  ...Object.fromEntries(ids.map((id, place) => [id, ((i >> place) & 1) === 1])),
  ...(i < 16 && { m: i >= 8 }),
}));

function made(ruleSet: RuleSet, decision = "d"): Diagram {
  const diagram = buildDiagram(ruleSet, decision);
  if (!("nodes" in diagram)) throw new Error(JSON.stringify(diagram));
  return diagram;
}

function outcomes(ruleSet: RuleSet): readonly (string | undefined)[] {
  return persons.map((facts) => {
    const { d } = evaluate(ruleSet, facts, at).result.decisions;
    return d?.kind === "one" ? d.outcome : undefined;
  });
}

const conditions: readonly Condition[] = [
  { always: true },
  is("a"),
  is("m"),
  { fact: "m", operator: "isKnown" },
  { all: [is("a"), is("b")] },
  { any: [is("a"), is("m")] },
  { all: [{ any: [is("a"), is("b")] }, { not: is("c") }] },
  { any: [{ all: [is("a"), is("b")] }, { not: { any: [is("b"), is("c")] } }] },
  { atLeast: { count: 1, of: ids.map(is) } },
  { atLeast: { count: 2, of: ids.map(is) } },
  { atLeast: { count: 3, of: ids.map(is) } },
  { condition: "both" },
  { condition: "nested" },
  { all: [{ condition: "both" }, { not: { condition: "nested" } }, is("c")] },
  { any: [{ condition: "both" }, { not: { condition: "both" } }] },
  { decision: "e", operator: "equal", value: "stop" },
  { decision: "e", operator: "equal", value: "rest" },
  { decision: "e", operator: "in", value: ["care", "go"] },
  { all: [{ decision: "e", operator: "in", value: ["stop", "rest"] }, is("b")] },
];

test.each(conditions.flatMap((when): Condition[] => [when, { not: when }, { not: { not: when } }]))(
  "%j",
  (when) => {
    const ruleSet = ruled(when);
    const diagram = made(ruleSet);
    const expected = outcomes(ruleSet);
    expect(persons.map((facts) => certain(diagram, readPerson(ruleSet, facts, at)).outcomes)).toEqual(
      expected.map((o) => [o]),
    );
    expect(checkDiagram(ruleSet, diagram)).toBeUndefined();
    // Of the opposite it is the wrong one.
    const opposite = ruled({ not: when });
    if (outcomes(opposite).join() !== expected.join())
      expect(checkDiagram(opposite, diagram)).toBe("differs");
  },
);

describe("criteria", () => {
  const more = [
    criterion("C2", is("b"), "stop"),
    criterion("C3", is("c"), "care"),
    { ...criterion("C4", { always: true }, "stop"), enabled: false },
    criterion("C5", is("m"), "go"),
  ];

  it("of several outcomes count in order of precedence, switched off ones not at all", () => {
    const ruleSet = ruled(is("a"), more);
    const diagram = made(ruleSet);
    const by = (facts: Readonly<Record<string, boolean>>) =>
      certain(diagram, readPerson(ruleSet, { a: false, b: false, c: false, m: false, ...facts }, at))
        .outcomes;
    expect([{ b: true, a: true }, { a: true, m: true }, { c: true }, { m: true }, {}].map(by)).toEqual([
      ["stop"],
      ["care"],
      ["care"],
      ["go"],
      ["rest"],
    ]);
    expect(checkDiagram(ruleSet, diagram)).toBeUndefined();
    const on = { ...ruleSet, criteria: ruleSet.criteria.map((c) => ({ ...c, enabled: true })) };
    expect(checkDiagram(on, diagram)).toBe("differs");
    expect(checkDiagram(ruled(is("a"), more.slice(1)), diagram)).toBe("differs");
    expect(made(ruled(is("a"), more), "e").dimensions.map((d) => d.fact)).toEqual(["a", "b"]);
  });

  it("are read in order, each fact with every test of it, through what they name", () => {
    const ruleSet = ruled({ all: [{ condition: "nested" }, { condition: "nested" }, is("c")] }, [
      criterion("C2", { decision: "e", operator: "equal", value: "stop" }, "stop"),
      criterion("C3", { not: is("c") }, "go"),
    ]);
    const told = (id: string) => readingsOf(ruleSet, id).map((r) => [r.fact.id, r.leaves.length]);
    // `e` reads a and b, which C1 reads again by name, once although named twice.
    expect(told("d")).toEqual([
      ["a", 2],
      ["b", 2],
      ["c", 2],
    ]);
    expect(told("e")).toEqual([
      ["a", 1],
      ["b", 1],
    ]);
  });

  it("that read what a decision with one answer must not are faults", () => {
    const ruleSet = ruled(is("a"));
    const state = { decision: "e", state: ["stop"] } as Condition;
    const broken = {
      ...ruleSet,
      criteria: ruleSet.criteria.map((c) => (c.id === "C1" ? { ...c, when: state } : c)),
    };
    const forest = new Forest({ widths: [], budget: 10 });
    expect(() => readDecision({ ruleSet: broken, forest, dimensions: [] }, "d")).toThrow(
      new TypeError("a decision of kind one reads no state"),
    );
    expect(checkDiagram(broken, made(ruleSet))).toBe("classes");
  });

  it("belong to a decision with one answer", () => {
    const ruleSet = tiny();
    expect(oneDecision(ruleSet, "d")).toEqual(ruleSet.decisions[0]);
    for (const id of ["m", "none"])
      expect(() => oneDecision(ruleSet, id)).toThrow(new TypeError(`not a decision of kind one: ${id}`));
    const without = { ...ruleSet, decisions: ruleSet.decisions.map((d) => ({ ...d, otherwise: undefined })) };
    expect(() => oneDecision(without, "d")).toThrow("not a decision of kind one: d");
  });
});
