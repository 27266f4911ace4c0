// What is told about a claim that names what there is not, or values of another type.
import { expect, test } from "vitest";
import { document } from "../../../test/tiny.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import { namesOf } from "./names.ts";
import { checkProperties } from "./properties.ts";

type Claim = Readonly<Record<string, unknown>>;
const text = { fr: "x", en: "x" };
const told = (...claims: readonly Claim[]) => {
  const properties = claims.map((claim, i) => ({ id: `p${i}`, statement: text, claim }));
  const doc = { ...document, properties } as unknown as DraftRuleSet;
  return checkProperties(doc, namesOf(doc)).map(({ code, at, params }) => ({ code, at, params }));
};
const finding = (code: string, below: readonly (string | number)[], params: Claim, i = 0) => ({
  code,
  at: ["properties", i, "claim", ...below],
  params,
});

const always = { always: true };
const unknown = { fact: "age", operator: "isUnknown" };
const bad = { fact: "nobody", operator: "isKnown" };
const implies = (rest: Claim): Claim => ({
  kind: "implies",
  given: always,
  decision: "d",
  states: ["go"],
  ...rest,
});
const requires = (rest: Claim): Claim => ({
  kind: "requires",
  condition: always,
  decision: "d",
  states: ["go"],
  ...rest,
});
const monotone = (rest: Claim): Claim => ({
  kind: "monotone",
  decision: "d",
  fact: "age",
  order: "ascending",
  ...rest,
});
const independent = (...facts: readonly string[]): Claim => ({ kind: "independent", decision: "d", facts });
const benign = (fact: string, value: unknown): Claim => ({
  kind: "benignWhenUnknown",
  decision: "d",
  fact,
  value,
});

test("claims about what there is are well typed", () => {
  expect(
    told(
      implies({}),
      implies({ states: ["@undetermined", "@safety-unknown", "go"], given: unknown }),
      implies({
        kind: "never",
        decision: "m",
        states: ["tell", "halt"],
        given: { decision: "d", state: ["go"] },
      }),
      requires({ condition: { all: [unknown, { decision: "d", operator: "equal", value: "go" }] } }),
      ...["age", "dose", "since"].map((fact) => monotone({ fact })),
      monotone({ order: [3, 1] }),
      monotone({ fact: "kind", order: ["b", "a"] }),
      monotone({ fact: "danger", order: [false, true] }),
      independent("age", "kind"),
      benign("age", 3),
      benign("traits", ["a"]),
    ),
  ).toEqual([]);
});

test.each<Claim>([
  implies({}),
  implies({ kind: "never" }),
  requires({}),
  monotone({}),
  independent("age"),
  benign("age", 1),
])("D4 a claim is about a decision that there is: %j", (claim) => {
  expect(told({ ...claim, decision: "nobody" })).toEqual([
    finding("undeclared-decision", ["decision"], { decision: "nobody" }),
  ]);
});

test("D4 its states are those of the decision; only a decision of kind one has computed ones", () => {
  const undeclared = (decision: string, outcome: string) =>
    finding("undeclared-outcome", ["states"], { decision, outcome });
  expect(told(implies({ states: ["go", "tell", "@undetermined", "x"] }))).toEqual([
    undeclared("d", "tell"),
    undeclared("d", "x"),
  ]);
  expect(told(requires({ decision: "m", states: ["tell", "@undetermined", "go"] }))).toEqual([
    undeclared("m", "@undetermined"),
    undeclared("m", "go"),
  ]);
});

test("D4 its conditions are judged as those of criteria are", () => {
  const params = { fact: "nobody" };
  expect(told(implies({ given: { not: bad } }))).toEqual([
    finding("undeclared-fact", ["given", "not"], params),
  ]);
  expect(told(implies({ kind: "never", given: bad }))).toEqual([
    finding("undeclared-fact", ["given"], params),
  ]);
  expect(told(requires({ condition: { any: [always, bad] } }))).toEqual([
    finding("undeclared-fact", ["condition", "any", 1], params),
  ]);
});

test("D3 what is said to be monotone is a decision of kind one in a fact that has that order", () => {
  expect(told(monotone({ decision: "m" }))).toEqual([
    finding("decision-not-one", ["decision"], { decision: "m" }),
  ]);
  expect(told(monotone({ fact: "nobody" }))).toEqual([
    finding("undeclared-fact", ["fact"], { fact: "nobody" }),
  ]);
  for (const fact of ["danger", "kind", "traits"])
    expect(told(monotone({ fact, order: "descending" }))).toEqual([
      finding("order-not-natural", ["order"], { fact }),
    ]);
  expect(told(monotone({ fact: "kind", order: ["a", "z", 1] }))).toEqual([
    finding("literal-type", ["order"], { fact: "kind", literal: "z", type: "enum" }),
    finding("literal-type", ["order"], { fact: "kind", literal: "1", type: "enum" }),
  ]);
});

test("D4 what is said not to matter are facts that there are", () => {
  expect(told(independent("age", "nobody", "kind", "none"))).toEqual([
    finding("undeclared-fact", ["facts"], { fact: "nobody" }),
    finding("undeclared-fact", ["facts"], { fact: "none" }),
  ]);
});

test("D3 what is benign when unknown is a value of its fact", () => {
  expect(told(benign("nobody", 3))).toEqual([finding("undeclared-fact", ["fact"], { fact: "nobody" })]);
  expect(told(benign("age", "3"))).toEqual([
    finding("literal-type", ["value"], { fact: "age", literal: '"3"', type: "integer" }),
  ]);
  expect(told(benign("traits", "a"))).toEqual([
    finding("literal-type", ["value"], { fact: "traits", literal: '"a"', type: "set" }),
  ]);
});

test("each claim is told of where it stands", () => {
  expect(told(implies({}), independent("nobody"), benign("kind", "z"))).toEqual([
    finding("undeclared-fact", ["facts"], { fact: "nobody" }, 1),
    finding("literal-type", ["value"], { fact: "kind", literal: '"z"', type: "enum" }, 2),
  ]);
});
