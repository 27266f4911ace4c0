import { expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import { addCriterion } from "./edit-criteria.ts";

const { ruleSet } = referenceDocuments();
const like = (...ids: readonly (readonly [string, string])[]): typeof ruleSet => {
  const [first] = ruleSet.criteria;
  if (!first) throw new Error("the reference program has criteria");
  const criteria = ids.map(([id, outcome]) => ({ ...first, id, then: { decision: "orientation", outcome } }));
  return { ...ruleSet, criteria };
};

it.each([
  ["of its outcome", like(["A-D8", "deeper"], ["A-I1", "immediate"]), "deeper", "A-D1"],
  ["of a decision of one manner", like(["C1", "immediate"], ["C2", "deeper"]), "match", "C3"],
  ["of no manner in common", like(["A-D8", "deeper"], ["A-I1", "immediate"]), "match", "match-1"],
  ["alone", like(), "match", "match-1"],
])("a new criterion is named in the manner %s", (_what, before, outcome, id) => {
  const made = addCriterion(before, { decision: "orientation", outcome }, "all");
  expect(made.id).toBe(id);
  expect(made.ruleSet.criteria.map((c) => c.id)).toContain(id);
});
