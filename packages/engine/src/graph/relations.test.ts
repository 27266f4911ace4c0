// Two worlds and one fact: every type, every way to be unknown and every operator, for every relation of the two persons.
// Each person is in a class of that person's answer, and each class stands for somebody of its answer.
import { describe, expect, test } from "vitest";
import { faultsOf } from "../../test/small/index.ts";
import { criterion, fact, members, one, tiny } from "../../test/tiny.ts";
import type { Condition, FactOperator } from "../model/condition.ts";
import { literalKind, operatorsOf, type FactType, type RuleSet, type Value } from "../model/index.ts";
import type { Formula, Question, Relation } from "../question/index.ts";

const retired = (id: string) => ({ ...members[0], id, retired: true });
const kinds: Readonly<
  Record<FactType, { rest: Readonly<Record<string, unknown>>; values: readonly [Value, Value] }>
> = {
  boolean: { rest: {}, values: [true, false] },
  integer: { rest: { range: { min: 0, max: 2 } }, values: [1, 0] },
  decimal: { rest: { scale: 1, range: { min: 0, max: 0.3 } }, values: [0.1, 0.2] },
  date: { rest: {}, values: ["2026-01-11", "2026-02-20"] },
  enum: { rest: { values: [...members.slice(0, 2), retired("old")] }, values: ["a", "b"] },
  set: { rest: { values: [...members.slice(0, 1), retired("old")] }, values: [["a"], []] },
};
const types = Object.keys(kinds) as readonly FactType[];

function leafOf(type: FactType, operator: FactOperator): Condition {
  const [value, other] = kinds[type].values;
  switch (literalKind(operator)) {
    case "none":
      return { fact: "f", operator };
    case "list":
      return { fact: "f", operator, value: type === "set" ? ["a"] : [value, other].map(String) };
    default:
      return { fact: "f", operator, value: type === "set" ? "a" : value };
  }
}

const ruleSetOf = (type: FactType, whenUnknown: unknown, validFor?: string): RuleSet =>
  tiny({
    facts: [fact("f", type, { ...kinds[type].rest, whenUnknown, ...(validFor ? { validFor } : {}) })],
    decisions: [one],
    criteria: [criterion("c", { always: true }, "stop")],
  });

const relations = (type: FactType): Readonly<Record<string, readonly [Relation, Relation]>> => {
  const same: Relation = { kind: "same" };
  const set = (to: "unknown" | { known: Value }): Relation => ({
    kind: "set",
    settings: [{ fact: "f", to }],
  });
  return {
    same: [same, same],
    free: [same, { kind: "free", facts: ["f"] }],
    completed: [same, { kind: "completed" }],
    "unknown in the first": [set("unknown"), same],
    "known in the second": [same, set({ known: kinds[type].values[0] })],
    "set in both": [set("unknown"), set({ known: kinds[type].values[1] })],
  };
};

const verdicts = ["true", "false", "unknown"] as const;
/** All pairs of verdicts, one after the other. */
const pairs = verdicts.flatMap((a) => verdicts.map((b) => [a, b] as const));

describe.each(types)("%s", (type) => {
  test.each(Object.keys(relations(type)))("%s", (relation) => {
    let turn = 0;
    const faults = ["block", "ignore", { assume: kinds[type].values[0] }].flatMap((whenUnknown, way) => {
      const ruleSet = ruleSetOf(type, whenUnknown, way === 1 ? "P7D" : undefined);
      const worlds = (relations(type)[relation] ?? []).map((person) => ({ ruleSet, person }));
      return operatorsOf(type).flatMap((operator) =>
        [leafOf(type, operator), { not: leafOf(type, operator) }].flatMap((of) => {
          turn += 4;
          const [first, second] = pairs[turn % pairs.length] ?? pairs[0] ?? ["true", "true"];
          const asked: Formula[] = [
            { world: 0, verdict: first, of },
            { world: 1, verdict: second, of },
          ];
          return faultsOf({
            worlds,
            ask: turn % 3 === 0 ? { any: asked } : { all: asked },
          } satisfies Question);
        }),
      );
    });
    expect(faults).toEqual([]);
  });
});
