import { parseDraftRuleSet, parseProfiles, type Fact } from "@jumelage/engine";
import { expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import type { Documents } from "../../draft/document.ts";
import { renameFact, troubleOfId } from "./fact-id.ts";
import { addFact, names } from "./grow.ts";

const text = { fr: "Un total", en: "A total" };
const reference = referenceDocuments();
const total: Fact = {
  id: "total",
  label: text,
  question: text,
  type: "integer",
  derive: { sum: ["phq9Total", "gad7Total"] },
  whenUnknown: "block",
  safety: false,
  sources: [],
};

/** The reference program with every way of naming a fact that it has not itself. */
function everyWay(): Documents {
  const [criterion, ...criteria] = reference.ruleSet.criteria;
  const [profile, ...profiles] = reference.profiles;
  if (!criterion || !profile) throw new Error("the reference program has both");
  const hole = { hole: { fact: "phq9Total" } };
  const lists = { missing: ["phq9Total"], unverified: ["phq9Total", "gad7Total"], assumed: ["phq9Total"] };
  return {
    ...reference,
    ruleSet: {
      ...addFact(reference.ruleSet, total),
      criteria: [
        { ...criterion, when: { any: [hole, { fact: "phq9Total", operator: "isKnown" }] } },
        ...criteria,
      ],
      properties: [
        ...reference.ruleSet.properties,
        {
          id: "same",
          statement: text,
          claim: { kind: "independent", decision: "orientation", facts: ["gad7Total", "phq9Total"] },
        },
      ],
    },
    profiles: [
      {
        ...profile,
        evaluatedOn: "2026-01-02",
        facts: { gad7Total: 3, phq9Total: { value: 4, observedOn: "2026-01-01" } },
        expected: { ...profile.expected, ...lists, problems: [{ fact: "phq9Total", code: "invalid" }] },
      },
      ...profiles,
    ],
  };
}

it("a fact called otherwise is so wherever it is named, and back again gives the same bytes", () => {
  const before = everyWay();
  const after = renameFact(before, "phq9Total", "phqSum");
  expect(names([after.ruleSet, after.profiles], "phq9Total")).toBe(false);
  const read = parseDraftRuleSet(structuredClone(after.ruleSet));
  expect(read.ok ? [] : read.diagnostics).toEqual([]);
  expect(parseProfiles(structuredClone(after.profiles)).ok).toBe(true);
  expect(after.ruleSet.facts.at(-1)?.derive?.sum).toEqual(["phqSum", "gad7Total"]);
  expect(JSON.stringify(renameFact(after, "phqSum", "phq9Total"))).toBe(JSON.stringify(before));
});

it.each([
  ["insomniaSeverity", undefined],
  ["InsomniaSeverity", "malformed"],
  ["insomnia-severity", "malformed"],
  ["sévérité", "malformed"],
  ["constructor", "malformed"],
  ["", "malformed"],
  ["a".repeat(65), "malformed"],
  ["phq9Total", "taken"],
])("of the id %j is said: %s", (id, trouble) => {
  expect(troubleOfId(id, ["phq9Total"])).toBe(trouble);
});
