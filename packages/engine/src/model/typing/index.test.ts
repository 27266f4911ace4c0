// All that is told about the types of a document, in the order in which it is told.
import { expect, test } from "vitest";
import { criterion, document, fact, one } from "../../../test/tiny.ts";
import type { DraftRuleSet } from "../rule-set.ts";
import { checkTypes } from "./index.ts";

const text = { fr: "x", en: "x" };
const named = (id: string, when: unknown) => ({ id, label: text, when });
const types = (parts: Readonly<Record<string, unknown>>) =>
  checkTypes({ ...document, ...parts } as unknown as DraftRuleSet);

test("a sound document is told nothing", () => {
  expect(types({ conditions: [named("c", { fact: "age", operator: "isUnknown" })] })).toEqual([]);
});

test("names, facts, decisions, conditions, circles, criteria, properties; all are errors", () => {
  const claim = { kind: "independent", decision: "d", facts: ["nobody"] };
  const found = types({
    facts: [fact("a", "boolean"), fact("a", "enum")],
    decisions: [{ ...one, otherwise: undefined }],
    conditions: [
      named("c", { condition: "c" }),
      named("e", {
        any: [
          { decision: "d", operator: "equal", value: "go" },
          { fact: "a", operator: "isUnknown" },
        ],
      }),
    ],
    criteria: [criterion("K", { always: true }, "nobody")],
    properties: [{ id: "p", statement: text, claim }],
  });
  expect(found.map(({ code, at }) => [code, at.join(".")])).toEqual([
    ["duplicate-id", "facts.1.id"],
    ["values-required", "facts.1"],
    ["otherwise-required", "decisions.0"],
    ["decision-not-here", "conditions.1.when.any.0"],
    ["circular-conditions", "conditions.0.when"],
    ["undeclared-outcome", "criteria.0.then"],
    ["undeclared-fact", "properties.0.claim.facts"],
  ]);
  expect(new Set(found.map((d) => d.severity))).toEqual(new Set(["error"]));
});
