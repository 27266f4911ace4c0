// What each kind of decision needs, and where a criterion speaks.
import { expect, test } from "vitest";
import { criterion, document, many, one } from "../../../test/tiny.ts";
import type { Condition } from "../condition.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import { checkCriteria, checkDecisions } from "./decisions.ts";
import { namesOf } from "./names.ts";

type Parts = Readonly<Record<string, unknown>>;
const doc = (parts: Parts) => ({ ...document, ...parts }) as unknown as DraftRuleSet;
const decisions = (...list: readonly Parts[]) =>
  checkDecisions(doc({ decisions: list })).map(({ code, at, params }) => ({ code, at, params }));
const criteria = (list: readonly Parts[], parts: Parts = {}) => {
  const it = doc({ ...parts, criteria: list });
  return checkCriteria(it, namesOf(it)).map(({ code, at, params }) => ({ code, at, params }));
};
const finding = (code: string, decision: string, i: number, ...below: readonly string[]) => ({
  code,
  at: ["decisions", i, ...below],
  params: { decision },
});

test("a decision of kind one has an outcome for otherwise, words for its states, and withholds nothing", () => {
  expect(decisions(many, one)).toEqual([]);
  expect(decisions(many, { ...one, otherwise: undefined })).toEqual([finding("otherwise-required", "d", 1)]);
  expect(decisions({ ...one, otherwise: "tell" }, many)).toEqual([
    {
      code: "undeclared-outcome",
      at: ["decisions", 0, "otherwise"],
      params: { decision: "d", outcome: "tell" },
    },
  ]);
  expect(decisions({ ...one, states: undefined })).toEqual([finding("states-required", "d", 0)]);
  for (const withheldWhileSafetyUnknown of [true, false])
    expect(decisions({ ...one, withheldWhileSafetyUnknown })).toEqual([
      finding("withheld-not-allowed", "d", 0, "withheldWhileSafetyUnknown"),
    ]);
});

test("a decision of kind many has neither, and may withhold", () => {
  expect(decisions(one, { ...many, otherwise: "tell" })).toEqual([
    finding("otherwise-not-allowed", "m", 1, "otherwise"),
  ]);
  expect(decisions({ ...many, states: one.states })).toEqual([
    finding("states-not-allowed", "m", 0, "states"),
  ]);
  expect(decisions({ ...many, withheldWhileSafetyUnknown: true })).toEqual([]);
});

const always: Condition = { always: true };
test("D4 a criterion speaks for an outcome of a decision that there is", () => {
  const [fine, noDecision, noOutcome, other] = [
    criterion("K1", always, "go"),
    criterion("K2", always, "go", "nobody"),
    criterion("K3", always, "nobody"),
    criterion("K4", always, "tell"),
  ];
  const undeclared = (i: number, outcome: string) => ({
    code: "undeclared-outcome",
    at: ["criteria", i, "then"],
    params: { decision: "d", outcome },
  });
  expect(criteria([fine, noDecision, noOutcome, other])).toEqual([
    { code: "undeclared-decision", at: ["criteria", 1, "then"], params: { decision: "nobody" } },
    undeclared(2, "nobody"),
    undeclared(3, "tell"),
  ]);
});

test("D6 its condition may read what comes before its decision, and tests of the unknown only for many", () => {
  const reads = (decision: string): Condition => ({ decision, operator: "equal", value: "go" });
  const unknown: Condition = { fact: "age", operator: "isUnknown" };
  const codes = (when: Condition, decision: string) =>
    criteria([criterion("K", when, decision === "m" ? "tell" : "go", decision)], {
      decisions: [one, many, { ...one, id: "e" }],
    }).map(({ code, at }) => [code, at]);
  const when = ["criteria", 0, "when"];
  expect(codes(reads("d"), "e")).toEqual([]);
  expect(codes(reads("d"), "m")).toEqual([]);
  expect(codes(reads("d"), "d")).toEqual([["decision-not-earlier", when]]);
  expect(codes(reads("e"), "m")).toEqual([["decision-not-earlier", when]]);
  expect(codes(unknown, "m")).toEqual([]);
  expect(codes(unknown, "e")).toEqual([["unknown-test-not-here", when]]);
});

test("D4 one that speaks for a decision that there is not may read no decision and nothing unknown", () => {
  const found = (when: Condition) => criteria([criterion("K", when, "go", "nobody")]).map(({ code }) => code);
  expect(found(always)).toEqual(["undeclared-decision"]);
  expect(found({ decision: "d", operator: "equal", value: "go" })).toEqual([
    "undeclared-decision",
    "decision-not-earlier",
  ]);
  expect(found({ fact: "age", operator: "isUnknown" })).toEqual([
    "undeclared-decision",
    "unknown-test-not-here",
  ]);
});

test("D7 a criterion without a condition has none to be judged", () => {
  expect(criteria([{ ...criterion("K", always, "go"), when: undefined }])).toEqual([]);
});
