// Questions about one fact, for two persons: every type, every way to be unknown and every operator, for every relation
// of the two. Without chance, so that nothing is ever left out.
import type { Condition, FactOperator } from "../../src/model/condition.ts";
import { literalKind, operatorsOf, type FactType, type RuleSet, type Value } from "../../src/model/index.ts";
import type { Formula, Order, Question, Relation } from "../../src/question/index.ts";
import { criterion, fact, members, one, tiny } from "../tiny.ts";

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
export const factTypes = Object.keys(kinds) as readonly FactType[];

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

export const relationNames = Object.keys(relations("boolean"));

/** Questions whether the two persons' verdicts of a test are a certain pair, in turn. */
export function questionsOfOneFact(type: FactType, relation: string): readonly Question[] {
  let turn = 0;
  return ["block", "ignore", { assume: kinds[type].values[0] }].flatMap((whenUnknown, way) => {
    const ruleSet = ruleSetOf(type, whenUnknown, way === 1 ? "P7D" : undefined);
    const worlds = (relations(type)[relation] ?? []).map((person) => ({ ruleSet, person }));
    return operatorsOf(type).flatMap((operator) =>
      [leafOf(type, operator), { not: leafOf(type, operator) }].map((of): Question => {
        turn += 4;
        const [first, second] = pairs[turn % pairs.length] ?? ["true", "true"];
        const asked: Formula[] = [
          { world: 0, verdict: first, of },
          { world: 1, verdict: second, of },
        ];
        return { worlds, ask: turn % 3 === 0 ? { any: asked } : { all: asked } };
      }),
    );
  });
}

const orders: Readonly<Record<FactType, readonly Order[]>> = {
  boolean: [[true, false], [false]],
  integer: ["ascending", "descending", [2, 0, 1], [0, 0, 7]],
  decimal: ["ascending", "descending", [0.3, 0.1]],
  date: ["ascending", "descending", ["2026-02-20", "2026-01-10"]],
  enum: [
    ["b", "a"],
    ["a", "old", "b"],
  ],
  set: [["a", "old"]],
};

/** Questions whether one person's value stands before another's, either way round, whatever the persons are. */
export function ordersOfOneFact(type: FactType): readonly Question[] {
  return ["block", { assume: kinds[type].values[0] }].flatMap((whenUnknown) => {
    const ruleSet = ruleSetOf(type, whenUnknown);
    return ["same", "free", "known in the second"].flatMap((relation) => {
      const worlds = (relations(type)[relation] ?? []).map((person) => ({ ruleSet, person }));
      return orders[type].flatMap((order) =>
        ([0, 1] as const).map((first): Question => {
          const before: Formula = { before: "f", worlds: [first, 1 - first], order };
          return { worlds, ask: before };
        }),
      );
    });
  });
}

/** Questions about one person whom two vocabularies read, one as a fact of this type and the other of that. */
export function questionsOfTwoTypes(first: FactType, second: FactType): readonly Question[] {
  const types = [first, second];
  const worlds = types.map((type) => ({
    ruleSet: ruleSetOf(type, "block"),
    person: { kind: "same" } as const,
  }));
  return pairs.map(([mine, other], turn): Question => {
    const asked = types.map((type, world): Formula => {
      const operators = operatorsOf(type);
      const operator = operators[turn % operators.length] ?? "isKnown";
      return { world, verdict: world === 0 ? mine : other, of: leafOf(type, operator) };
    });
    return { worlds, ask: { all: asked } };
  });
}

/** Questions about one person whom two vocabularies read, of which one has not the fact. */
export function questionsOfNewFact(type: FactType): readonly Question[] {
  const without = tiny({ facts: [fact("other", "boolean")], decisions: [one], criteria: [] });
  const ruleSets = [without, ruleSetOf(type, "ignore", "P7D")];
  const worldsOf = (order: readonly RuleSet[]): Question["worlds"] =>
    order.map((ruleSet) => ({ ruleSet, person: { kind: "same" } }));
  return [0, 1].flatMap((absent) => {
    const worlds = worldsOf(absent === 0 ? ruleSets : ruleSets.toReversed());
    const asked = operatorsOf(type).flatMap((operator, i): Formula[] => {
      const verdict = verdicts[i % verdicts.length] ?? "true";
      const other: Formula = { world: absent, holds: { fact: "other", operator: "equal", value: true } };
      return [{ any: [{ world: 1 - absent, verdict, of: leafOf(type, operator) }, other] }];
    });
    const before = orders[type].map((order): Formula => ({ before: "f", worlds: [0, 1], order }));
    return [...asked, ...before].map((ask) => ({ worlds, ask }));
  });
}
