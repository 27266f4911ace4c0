import { parseDraftRuleSet, type Fact, type Outcome } from "@jumelage/engine";
import { describe, expect, it } from "vitest";
import { referenceDocuments } from "../../../test/drafts.ts";
import { decisionOf } from "./decision-form.ts";
import * as decisions from "./grow-decisions.ts";
import * as grow from "./grow.ts";

const documents = referenceDocuments();
const { ruleSet } = documents;
const text = { fr: "Une phrase", en: "A sentence" };
const fact: Fact = {
  id: "insomniaSeverity",
  label: text,
  question: text,
  type: "enum",
  values: [{ id: "mild", label: text }],
  whenUnknown: "block",
  safety: false,
  sources: [],
};
const outcome: Outcome = { id: "group", label: text, message: text, tone: "go", override: true };
const [orientation] = ruleSet.decisions;

describe("ids made of names", () => {
  it.each([
    ["Insomnia severity", [], "insomniaSeverity"],
    ["Insomnia severity", ["insomniaSeverity"], "insomniaSeverity2"],
    ["ISI, at intake", [], "isiAtIntake"],
    ["3 weeks or more", [], "fact3WeeksOrMore"],
    ["", [], "fact"],
  ])("%j beside %j is the fact %s", (name, taken, id) => {
    expect(grow.camelIdOf(name, taken)).toBe(id);
  });

  it.each([
    ["Very severe", [], "very-severe"],
    ["Very severe", ["very-severe", "very-severe-2"], "very-severe-3"],
    ["3 weeks", [], "n-3-weeks"],
    ["…", [], "n"],
    ["x".repeat(80), ["x".repeat(60)], `${"x".repeat(58)}-2`],
  ])("%j beside %j is %s", (name, taken, id) => {
    const made = grow.idOf(name, taken);
    expect(made.length).toBeLessThanOrEqual(64);
    expect(taken).not.toContain(made);
    if (name.length < 60) expect(made).toBe(id);
  });
});

it("a threshold stands in the document, is named by whoever reads it, and leaves nothing behind when it goes", () => {
  const id = grow.camelIdOf("3 weeks", grow.takenIds(ruleSet, undefined), "threshold");
  const grown = grow.addParameter(ruleSet, { id, label: text, value: 3, rationale: text, sources: [] });
  expect(id).toBe("threshold3Weeks");
  expect(grow.takenIds(ruleSet, grown)).toContain(id);
  const read = parseDraftRuleSet(structuredClone(grown));
  expect(read.ok ? [] : read.diagnostics).toEqual([]);
  expect(grow.isParameterNamed(grown, id)).toBe(false);
  expect(JSON.stringify(grow.removeParameter(grown, id))).toBe(JSON.stringify(ruleSet));
  // In a named condition, in a criterion, and in a guarantee alone.
  expect(grow.isParameterNamed(ruleSet, "phq9LookAgain")).toBe(true);
  const leaf = { fact: "phq9Total", operator: "lessThan" as const, value: { parameter: id } };
  const [criterion] = grown.criteria;
  const [property] = grown.properties;
  if (!criterion || !property) throw new Error("the reference program has both");
  const inCriterion = { ...grown, criteria: [{ ...criterion, when: { all: [leaf] } }] };
  expect(grow.isParameterNamed(inCriterion, id)).toBe(true);
  const claim = { kind: "never" as const, given: leaf, decision: "orientation", states: ["match"] };
  expect(grow.isParameterNamed({ ...grown, properties: [{ ...property, claim }] }, id)).toBe(true);
});

it("a named condition stands in the document, is read by whoever names it, and leaves nothing behind when it goes", () => {
  const when = { fact: "phq9Total", operator: "lessThan" as const, value: 10 };
  const label = { fr: "PHQ-9 bas", en: "Low PHQ-9" };
  const { ruleSet: grown, id } = grow.addCondition(ruleSet, { label, when }, undefined);
  expect(id).toBe("low-phq-9");
  expect(grow.addCondition(ruleSet, { label, when }, grown).id).toBe("low-phq-9-2");
  const read = parseDraftRuleSet(structuredClone(grown));
  expect(read.ok ? [] : read.diagnostics).toEqual([]);
  expect(grow.isConditionNamed(grown, id)).toBe(false);
  expect(JSON.stringify(grow.removeCondition(grown, id))).toBe(JSON.stringify(ruleSet));
  expect(grow.isConditionNamed(ruleSet, "phq9-high")).toBe(true);
  // By another named condition alone.
  const over = grow.addCondition(grown, { label, when: { not: { condition: id } } }, undefined);
  expect(grow.isConditionNamed(over.ruleSet, id)).toBe(true);
  expect(grow.isConditionNamed(over.ruleSet, over.id)).toBe(false);
});

it("what is added stands in the document, which stays readable", () => {
  let grown = grow.addFact(ruleSet, fact);
  grown = grow.addValue(grown, fact.id, { fr: "Très grave", en: "Very severe" });
  grown = decisions.addOutcome(grown, "orientation", outcome, 1);
  grown = grow.addSource(grown, { id: "doc-c", title: text, date: "2026-03-01", statements: [] });
  const id = grow.nextStatement(grown);
  grown = grow.addStatement(grown, "doc-c", { id, locator: "p. 2", text, modelled: true });
  const read = parseDraftRuleSet(structuredClone(grown));
  expect(read.ok ? [] : read.diagnostics).toEqual([]);
  expect(grown.facts.at(-1)?.values?.map((v) => v.id)).toEqual(["mild", "very_severe"]);
  expect(grown.decisions[0]?.outcomes[1]?.id).toBe("group");
  expect(grown.sources.at(-1)?.statements).toHaveLength(1);
  const known = ruleSet.sources.flatMap((s) => s.statements.map((one) => one.id));
  expect(known).not.toContain(id);
});

it("an answer is retired and proposed again; the others stay as they are", () => {
  const listed = ruleSet.facts.find((f) => (f.values?.length ?? 0) > 1);
  const [first, second] = listed?.values ?? [];
  const of = (r: typeof ruleSet) => r.facts.find((f) => f.id === listed?.id)?.values;
  const once = grow.setRetired(ruleSet, listed?.id ?? "", first?.id ?? "", true);
  const twice = grow.setRetired(once, listed?.id ?? "", second?.id ?? "", true);
  expect(of(twice)?.slice(0, 2)).toEqual([
    { ...first, retired: true },
    { ...second, retired: true },
  ]);
  expect(of(grow.setRetired(once, listed?.id ?? "", first?.id ?? "", false))).toEqual(listed?.values);
});

it("an outcome takes its place by its tone, behind those that are as cautious", () => {
  const places = (["stop", "caution", "neutral", "go"] as const).map(
    (tone) => orientation && decisions.placeOf(orientation, tone),
  );
  // immediate | other, limited, deeper | possible, match
  expect(places).toEqual([1, 4, 4, 6]);
});

it.each(["one", "many"] as const)(
  "a decision of kind %s stands last, and leaves nothing behind when it goes",
  (kind) => {
    const form = {
      title: text,
      kind,
      outcome: { label: text, message: text, tone: "go" as const },
      withheld: true,
    };
    const made = decisionOf(form, ruleSet, undefined);
    if (made === undefined) throw new Error("nothing is lacking");
    const grown = { ...documents, ruleSet: decisions.addDecision(ruleSet, made) };
    expect(grown.ruleSet.decisions.at(-1)?.id).toBe("a-sentence");
    const read = parseDraftRuleSet(structuredClone(grown.ruleSet));
    expect(read.ok ? [] : read.diagnostics).toEqual([]);
    expect(decisions.isDecisionNamed(grown, made.id)).toBe(false);
    expect(JSON.stringify(decisions.removeDecision(grown.ruleSet, made.id))).toBe(JSON.stringify(ruleSet));
    expect(decisions.isDecisionNamed(grown, "orientation")).toBe(true);
    // A profile alone expects an answer of it; and a program without decisions says nothing.
    const profiles = [{ ...grown.profiles[0], expected: { decisions: { [made.id]: ["a-sentence"] } } }];
    expect(
      decisions.isDecisionNamed({ ...grown, profiles: profiles as typeof grown.profiles }, made.id),
    ).toBe(true);
    const only = { ...grown, ruleSet: { ...grown.ruleSet, decisions: [made] } };
    expect(decisions.isDecisionNamed(only, made.id)).toBe(true);
  },
);

it("what something names is said to be named, and what was just added is not", () => {
  const grown = {
    ...documents,
    ruleSet: decisions.addOutcome(grow.addFact(ruleSet, fact), "orientation", outcome, 1),
  };
  expect(grow.isFactNamed(grown, fact.id)).toBe(false);
  expect(decisions.isOutcomeNamed(grown, "orientation", outcome.id)).toBe(false);
  expect(grow.isFactNamed(grown, "suicidalIdeation")).toBe(true);
  expect(decisions.isOutcomeNamed(grown, "orientation", "limited")).toBe(true);
  const withProfile = {
    ...grown,
    profiles: grown.profiles.map((p, i) =>
      i === 0 ? { ...p, facts: { ...p.facts, [fact.id]: "mild" } } : p,
    ),
  };
  expect(grow.isFactNamed(withProfile, fact.id)).toBe(true);
  expect(grow.removeFact(grown.ruleSet, fact.id).facts).toEqual(ruleSet.facts);
  expect(decisions.removeOutcome(grown.ruleSet, "orientation", outcome.id).decisions).toEqual(
    ruleSet.decisions,
  );
});
