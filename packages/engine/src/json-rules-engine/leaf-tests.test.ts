import { expect, test } from "vitest";
import { today } from "../../test/random/facts.ts";
import { vocabulary } from "../../test/random/rule-sets.ts";
import { chance } from "../../test/random/source.ts";
import { criterion, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import {
  canonicalJson,
  doubtOf,
  literalKind,
  operatorsOf,
  readPerson,
  type Condition,
  type Fact,
  type FactOperator,
  type FactState,
  type FactType,
} from "../model/index.ts";
import { lower } from "./lower.ts";
import { runJsonRules } from "./run-json-rules.ts";

const members = ["a", "b", "c", "d"];
const subsets = (of: readonly string[]): string[][] =>
  of.reduce<string[][]>((all, m) => all.flatMap((s) => [s, [...s, m]]), [[]]);

// Every value a fact of the random vocabulary can have, and literals that none of its comparisons always satisfies.
const values: Readonly<Record<FactType, readonly unknown[]>> = {
  boolean: [true, false],
  integer: [0, 1, 2, 3, 4],
  decimal: [0, 0.1, 0.2, 0.3, 0.4],
  date: ["2025-12-31", "2026-01-01", "2026-01-02"],
  enum: members,
  set: subsets(members),
};
const literals: Readonly<Record<FactType, readonly (string | number | boolean)[]>> = {
  boolean: [true, false],
  integer: [1, 2],
  decimal: [0.1, 0.3],
  date: ["2026-01-01"],
  enum: ["a", "c"],
  set: ["a", "c"],
};
const lists = [["a"], ["b", "d"]];

/** Everything a caller can send about a fact, and for a set every way of asking about a part of it. */
function everythingSent(fact: Fact): readonly unknown[] {
  const unknown = [
    null,
    { unknown: "declined" },
    { unknown: "not-known" },
    "?",
    { value: values[fact.type][0], observedOn: "2020-01-01" },
  ];
  const partial = subsets(members).flatMap((of) => subsets(of).map((value) => ({ value, of })));
  return [...values[fact.type], ...unknown, ...(fact.type === "set" ? partial : [])];
}

function leavesOf(fact: Fact, operator: FactOperator): readonly Condition[] {
  const kind = literalKind(operator);
  if (kind === "none") return [{ fact: fact.id, operator }];
  return (kind === "list" ? lists : literals[fact.type]).map((value) => ({ fact: fact.id, operator, value }));
}

function knowledge(state: FactState | undefined): string {
  if (state === undefined) return "undeclared";
  return state.kind === "unknown" ? (doubtOf(state) === undefined ? "plain" : "doubtful") : state.kind;
}

/** The verdicts that an operator must have been seen with, for each degree of knowledge that the fact can have. */
function wanted(fact: Fact, operator: FactOperator): readonly string[] {
  const known = { isKnown: ["known true"], isUnknown: ["known false"] }[operator as string] ?? [
    "known true",
    "known false",
  ];
  const unknown = operator === "isUnknown" ? "true" : "unknown";
  const plain = operator !== "isUnknown" && fact.whenUnknown === "ignore" ? "false" : unknown;
  return [
    ...known,
    `doubtful ${unknown}`,
    ...(typeof fact.whenUnknown === "object" ? [] : [`plain ${plain}`]),
    ...(fact.type === "set" ? [`partial ${unknown}`] : []),
  ];
}

test("W1 every operator × type × whenUnknown × knowledge × polarity is as evaluate reads it", async () => {
  const facts = vocabulary(chance(1)).filter((f) => f.derive === undefined);
  const leaves = facts.flatMap((fact) =>
    operatorsOf(fact.type).flatMap((operator) =>
      leavesOf(fact, operator).map((when) => ({ fact, operator, when })),
    ),
  );
  const ruleSet = tiny({
    facts,
    criteria: leaves.flatMap(({ when }, i) => [
      criterion(`K${i}`, when, "tell", "m"),
      criterion(`N${i}`, { not: when }, "tell", "m"),
    ]),
  });
  const lowered = lower(ruleSet);
  const everything = facts.map((fact) => ({ fact, sent: everythingSent(fact) }));
  const persons = Math.max(...everything.map(({ sent }) => sent.length));
  const seen = new Set<string>();
  for (let i = 0; i < persons; i += 1) {
    const sent = Object.fromEntries(everything.map((e) => [e.fact.id, e.sent[i % e.sent.length]]));
    const person = readPerson(ruleSet, sent, today);
    const result = await runJsonRules(lowered, ruleSet, person);
    const expected = evaluate(ruleSet, sent, today).result;
    if (canonicalJson(result) !== canonicalJson(expected))
      expect(result, JSON.stringify(sent)).toEqual(expected);
    const [fired, undecided] = [new Set(result.fired), new Set(result.undecided)];
    for (const [k, { fact, operator }] of leaves.entries()) {
      const verdict = fired.has(`K${k}`) ? "true" : undecided.has(`K${k}`) ? "unknown" : "false";
      seen.add(`${fact.id} ${operator} ${knowledge(person.states.get(fact.id))} ${verdict}`);
    }
  }
  const never = facts.flatMap((f) =>
    operatorsOf(f.type).flatMap((o) => wanted(f, o).map((w) => `${f.id} ${o} ${w}`)),
  );
  expect(never.filter((key) => !seen.has(key))).toEqual([]);
});
