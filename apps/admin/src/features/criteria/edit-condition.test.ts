import {
  nodesOf,
  operatorsOf,
  parseDraftRuleSet,
  type DraftCondition,
  type DraftRuleSet,
  type Hole,
  type Path,
} from "@jumelage/engine";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, it } from "vitest";
import * as groups from "./edit-condition.ts";
import * as leaves from "./edit-leaf.ts";
import {
  addCriterion,
  duplicateCriterion,
  parameterTakes,
  removeCriterion,
  usesOfCondition,
  usesOfParameter,
  withNamed,
  withOutcome,
  withParameter,
  withWhen,
} from "./edit-criteria.ts";
import { conditionFits, scopeOfDecision, scopeOfNamed, type Scope } from "./scope.ts";

const documents = referencePrograms.map(({ ruleSet }) => {
  const parsed = parseDraftRuleSet(ruleSet);
  if (!parsed.ok) throw new Error("the reference programs parse");
  return parsed.value;
});
const [autosoins] = documents as [DraftRuleSet, DraftRuleSet];
const scope = scopeOfDecision(autosoins, "orientation");
const leaf: DraftCondition = { fact: "severity", operator: "in", value: ["mild", "moderate"] };

const edit = { ...groups, ...leaves };

/** A small generator of chances from a printed seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One random edit at a random place, everything the editor offers included. */
function randomEdit(root: DraftCondition, here: Scope, chance: () => number): DraftCondition | undefined {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const places = [...nodesOf<Hole>(root)].map((n) => n.at);
  const at: Path = pick(places);
  const { facts, conditions, decisions, parameters } = here.ruleSet;
  const fact = pick(facts);
  const values = fact.values?.map((v) => v.id) ?? ["mild"];
  const edits: readonly (() => DraftCondition | undefined)[] = [
    () => edit.addCondition(root, at),
    () => edit.addGroup(root, at, pick(["all", "any", "none", "atLeast"])),
    () => edit.removeAt(root, at),
    () => edit.duplicateAt(root, at),
    () => edit.moveAt(root, at, pick([-1, 1])).root,
    () => edit.setGroup(root, at, pick(["all", "any", "none", "atLeast"]), Math.floor(chance() * 12) - 1),
    () => edit.setSubject(root, at, { kind: "fact", id: fact.id }, here),
    () => edit.setSubject(root, at, { kind: "condition", id: pick(conditions).id }, here),
    () => edit.setSubject(root, at, { kind: "decision", id: pick(decisions).id }, here),
    () => edit.setOperator(root, at, pick(operatorsOf(fact.type)), here),
    () =>
      edit.setValue(
        root,
        at,
        {
          value: pick([
            true,
            3,
            28,
            7.5,
            "mild",
            values,
            [pick(values)],
            ...parameters.map((p) => ({ parameter: p.id })),
          ]),
          text: "28\u202e",
        },
        here,
      ),
    () =>
      edit.setOutcomes(
        root,
        at,
        pick(decisions)
          .outcomes.slice(0, 2)
          .map((o) => o.id),
        here,
      ),
  ];
  return pick(edits)();
}

describe("edits of a condition", () => {
  it("keeps every document parseable through 2,000 random edits in criteria and shared conditions", () => {
    const given = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env[
      "SEED"
    ];
    const seed = Number(given ?? Math.floor(Math.random() * 1e9));
    const chance = chances(seed);
    for (const start of documents) {
      // A few criteria of every decision and no properties: reading the document again stays quick.
      let doc: DraftRuleSet = {
        ...start,
        properties: [],
        criteria: start.criteria.filter((_, i) => i % 4 === 0),
      };
      for (let i = 0; i < 1000; i += 1) {
        const named = chance() < 0.2;
        const list = named ? doc.conditions : doc.criteria;
        const target = list[Math.floor(chance() * list.length)];
        if (!target) throw new Error("no target");
        const here = named
          ? scopeOfNamed(doc, target.id)
          : scopeOfDecision(doc, "then" in target ? target.then.decision : "");
        const when = randomEdit(target.when ?? edit.gap, here, chance);
        const next = named ? withNamed(doc, target.id, when) : withWhen(doc, target.id, when);
        const size = when === undefined ? 0 : [...nodesOf<Hole>(when)].length;
        // Reading everything again takes time: mostly only what changed is read, with all it may name.
        const whole = i % 20 === 0 ? next.criteria : next.criteria.filter((c) => c.id === target.id);
        const parsed = parseDraftRuleSet({ ...next, criteria: whole });
        expect(parsed.ok || parsed.diagnostics, `seed ${seed}, edit ${i} of ${target.id}`).toBe(true);
        if (size < 30) doc = next;
      }
    }
  });

  it("adds, moves, duplicates and removes without touching anything else", () => {
    const two = edit.addCondition(leaf, []);
    expect(two).toEqual({ all: [leaf, edit.gap] });
    const three = edit.addCondition(two, []);
    expect(edit.removeAt(three, ["all", 1])).toEqual(two);
    const moved = edit.moveAt(two, ["all", 0], 1);
    expect(moved).toEqual({ root: { all: [edit.gap, leaf] }, at: ["all", 1] });
    expect(edit.moveAt(two, ["all", 0], -1).root).toBe(two);
    expect(edit.duplicateAt(two, ["all", 0])).toEqual({ all: [leaf, leaf, edit.gap] });
    expect(edit.removeAt({ all: [leaf] }, ["all", 0])).toBeUndefined();
    expect(edit.removeAt({ all: [leaf, { any: [edit.gap] }] }, ["all", 1, "any", 0])).toEqual({
      all: [leaf],
    });
  });

  it("reads and writes « aucune de ces conditions » as one group", () => {
    const none = edit.setGroup({ any: [leaf, edit.gap] }, [], "none");
    expect(none).toEqual({ not: { any: [leaf, edit.gap] } });
    expect(edit.groupOf(none)?.members.map((m) => m.at)).toEqual([
      ["not", "any", 0],
      ["not", "any", 1],
    ]);
    expect(edit.addCondition({ not: leaf }, [])).toEqual({ not: { any: [leaf, edit.gap] } });
    expect(edit.depthOf(["all", 0, "not", "any", 1])).toBe(2);
    expect(edit.parentOf({ all: [none] }, ["all", 0, "not", "any", 1])).toEqual(["all", 0]);
  });

  it("keeps the count of « au moins n » within its members", () => {
    const counted = edit.setGroup({ any: [leaf, leaf, leaf] }, [], "atLeast", 3);
    expect(edit.removeAt(counted, ["atLeast", "of", 0])).toEqual({ atLeast: { count: 2, of: [leaf, leaf] } });
    let full: DraftCondition = counted;
    for (let i = 0; i < 20; i += 1) full = edit.addCondition(full, []);
    expect(edit.groupOf(full)?.members).toHaveLength(10);
  });

  it("keeps operator and value on another fact only where they still mean something", () => {
    const age: DraftCondition = { fact: "phq9Total", operator: "lessThan", value: 10 };
    expect(edit.setSubject(age, [], { kind: "fact", id: "gad7Total" }, scope)).toEqual({
      ...age,
      fact: "gad7Total",
    });
    expect(edit.setSubject(age, [], { kind: "fact", id: "phq9Item9" }, scope)).toEqual({
      hole: { fact: "phq9Item9", operator: "lessThan" },
    });
    expect(edit.setSubject(age, [], { kind: "fact", id: "imminentDanger" }, scope)).toEqual({
      fact: "imminentDanger",
      operator: "equal",
      value: true,
    });
    expect(edit.setSubject(edit.gap, [], { kind: "decision", id: "orientation" }, scope)).toBe(edit.gap);
  });

  it("wraps a value into a list and takes it out again when the test changes", () => {
    const mild: DraftCondition = { fact: "severity", operator: "equal", value: "mild" };
    const list = edit.setOperator(mild, [], "in", scope);
    expect(list).toEqual({ fact: "severity", operator: "in", value: ["mild"] });
    expect(edit.setOperator(list, [], "equal", scope)).toEqual(mild);
    expect(edit.setOperator(leaf, [], "equal", scope)).toEqual({
      hole: { fact: "severity", operator: "equal" },
    });
    expect(edit.setOperator(mild, [], "contains", scope)).toBe(mild);
    expect(edit.setOperator(mild, [], "isUnknown", scope)).toBe(mild);
  });

  it("keeps what was typed where it is no value, as a gap", () => {
    const score: DraftCondition = { fact: "phq9Total", operator: "lessThan", value: 10 };
    const beyond = edit.setValue(score, [], { value: 28, text: "28" }, scope);
    expect(beyond).toEqual({ hole: { fact: "phq9Total", operator: "lessThan", text: "28" } });
    expect(edit.setValue(beyond, [], { value: 12 }, scope)).toEqual({ ...score, value: 12 });
    expect(edit.setValue(score, [], { value: [] }, scope)).toEqual({
      hole: { fact: "phq9Total", operator: "lessThan" },
    });
  });
});

describe("edits of criteria", () => {
  it("turns what may not stand before another decision into gaps", () => {
    const moved = withOutcome(autosoins, "A-OB9", { decision: "orientation", outcome: "match" });
    expect(moved.criteria.find((c) => c.id === "A-OB9")?.when).toEqual(edit.gap);
    expect(parseDraftRuleSet(moved).ok).toBe(true);
    expect(conditionFits(scope, { fact: "severity", operator: "isUnknown" })).toBe(false);
  });

  it("names new criteria like their neighbours and places them after them", () => {
    const added = addCriterion(autosoins, { decision: "orientation", outcome: "deeper" }, "all");
    expect(added.id).toBe("A-D9");
    expect(added.ruleSet.criteria.findIndex((c) => c.id === "A-D9")).toBe(
      autosoins.criteria.findIndex((c) => c.id === "A-D8") + 1,
    );
    expect(parseDraftRuleSet(added.ruleSet).ok).toBe(true);
    expect(removeCriterion(added.ruleSet, "A-D9")).toEqual(autosoins);
    expect(parseDraftRuleSet(duplicateCriterion(autosoins, "A-D4").ruleSet).ok).toBe(true);
  });

  it("gives a threshold only values its facts can have", () => {
    expect(parameterTakes(autosoins, "phq9LookAgain", 16)).toBe(true);
    expect(parameterTakes(autosoins, "phq9LookAgain", 28)).toBe(false);
    expect(parameterTakes(autosoins, "phq9LookAgain", 15.5)).toBe(false);
    expect(withParameter(autosoins, "phq9LookAgain", 28)).toBe(autosoins);
    expect(parseDraftRuleSet(withParameter(autosoins, "phq9LookAgain", 16)).ok).toBe(true);
  });

  it("says who shares a condition and a threshold", () => {
    const uses = usesOfCondition(autosoins, "phq9-high");
    expect(uses.criteria.map((c) => c.id)).toContain("A-D4");
    expect(usesOfParameter(autosoins, "phq9LookAgain")).toMatchObject({
      criteria: uses.criteria,
      conditions: [{ id: "phq9-high" }],
    });
  });
});
