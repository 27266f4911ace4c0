import { expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import { scopeOfDecision } from "../criteria/scope.ts";
import { beginning, isEditable, taken } from "./cell-draft.ts";

const { ruleSet } = referenceDocuments();
const scope = scopeOfDecision(ruleSet, "orientation");
const crisis = { kind: "fact", id: "acutePsychosocialCrisis" } as const;
const whenOf = (doc: typeof ruleSet) => doc.criteria.find((c) => c.id === "A-I2")?.when;
const take = (
  column: typeof crisis | { kind: "fact"; id: string },
  nodes: Parameters<typeof taken>[3]["draft"]["nodes"],
) => taken(ruleSet, "A-I2", { column, line: 0 }, { draft: { nodes, around: [] }, scope });

it("a cell taken over as it was changes nothing; emptied, the criterion has no condition", () => {
  const before = whenOf(ruleSet);
  if (before === undefined) throw new Error("A-I2 has a condition");
  expect(take(crisis, [before])).toBe(ruleSet);
  expect(whenOf(take(crisis, []))).toBeUndefined();
  expect(whenOf(take(crisis, [{ fact: crisis.id, operator: "equal", value: false }]))).toEqual({
    fact: crisis.id,
    operator: "equal",
    value: false,
  });
});

it("a test that was begun and not said is left out; one that was typed wrong is kept", () => {
  const column = { kind: "fact", id: "phq9Total" } as const;
  const begun = beginning(column, scope);
  expect(begun).toEqual({ hole: { fact: "phq9Total", operator: "greaterThanInclusive" } });
  expect(take(column, [begun])).toBe(ruleSet);
  const typed = { hole: { fact: "phq9Total", operator: "greaterThanInclusive" as const, text: "28" } };
  expect(whenOf(take(column, [typed]))).toEqual({ all: [whenOf(ruleSet), typed] });
});

it("what is changed around the cell is part of the same step", () => {
  const around = [(doc: typeof ruleSet) => ({ ...doc, parameters: [] })];
  const done = taken(ruleSet, "A-I2", { column: crisis, line: 0 }, { draft: { nodes: [], around }, scope });
  expect([done.parameters, whenOf(done)]).toEqual([[], undefined]);
});

it("a negated comparison is changed in its sentence, a negated condition where it stands", () => {
  expect(isEditable([{ not: { condition: "phq9-high" } }])).toBe(true);
  expect(isEditable([{ not: { fact: "phq9Total", operator: "isKnown" } }])).toBe(false);
  expect(isEditable([])).toBe(true);
});
