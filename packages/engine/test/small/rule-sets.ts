// Random small rule sets that parse, and small changes of them.
import { parseRuleSet, type Decision, type Fact, type RuleSet } from "../../src/model/index.ts";
import type { Chance } from "../arbitraries/chance.ts";
import { someSmallCondition, type Ground } from "./conditions.ts";
import { someSmallFacts, someValue, text } from "./vocabulary.ts";

const tones = ["stop", "caution", "neutral", "go"] as const;

/** A rule set of two to four facts, or of as many as asked for. */
export function someSmallRuleSet(chance: Chance, count = 2 + chance.below(3)): RuleSet {
  const facts = someSmallFacts(chance, count);
  const parameters = facts
    .filter((f) => (f.type === "integer" || f.type === "decimal") && chance.often(0.5))
    .map((f) => ({
      id: `${f.id}Limit`,
      label: text("seuil"),
      value: Number(someValue(chance, f)),
      rationale: text("essai"),
      sources: [],
    }));
  const decisions = someSmallDecisions(chance);
  const ground = { facts, parameters, named: [], earlier: [], twoValued: false } satisfies Ground;
  const conditions = Array.from({ length: chance.below(3) }, (_, i) => ({
    id: `c${i}`,
    label: text(`c${i}`),
    when: someSmallCondition(chance, { ...ground, named: i === 0 ? [] : ["c0"] }, 2),
  }));
  const criteria = Array.from({ length: 2 + chance.below(5) }, (_, i): RuleSet["criteria"][number] => {
    const place = i < decisions.length ? i : chance.below(decisions.length);
    const decision = decisions[place] ?? chance.pick(decisions);
    return {
      id: `r${i}`,
      title: text(`r${i}`),
      when: someSmallCondition(
        chance,
        {
          ...ground,
          named: conditions.map((c) => c.id),
          earlier: decisions.slice(0, place).filter((d) => d.kind === "one"),
          twoValued: decision.kind === "many",
        },
        2,
      ),
      then: { decision: decision.id, outcome: chance.pick(decision.outcomes).id },
      rationale: text("essai"),
      sources: [],
      origin: "inference",
      enabled: chance.often(0.95),
    };
  });
  const document = {
    schemaVersion: 1,
    program: "essai",
    title: text("Essai"),
    purpose: text("Essai"),
    timeZone: "America/Toronto",
    sources: [],
    parameters,
    facts,
    conditions,
    decisions,
    criteria,
    properties: [],
  };
  const ruleSet = parsed(document);
  if (!ruleSet) throw new Error(`a small rule set does not parse: ${JSON.stringify(document)}`);
  return ruleSet;
}

function someSmallDecisions(chance: Chance): Decision[] {
  const kinds = chance.pick([
    ["one"],
    ["one", "many"],
    ["one", "one"],
    ["one", "one", "many"],
    ["many", "one", "many"],
  ] as const);
  return kinds.map((kind, i): Decision => {
    const outcomes = Array.from({ length: 1 + chance.below(3) }, (_, j) => ({
      id: `o${j}`,
      label: text(`o${j}`),
      message: text(`o${j}`),
      tone: chance.pick(tones),
      override: true,
    }));
    const base = { id: `d${i}`, title: text(`d${i}`), kind, outcomes };
    if (kind === "many") return { ...base, withheldWhileSafetyUnknown: chance.often(0.6) };
    const words = { label: text("à préciser"), message: text("à préciser") };
    return {
      ...base,
      otherwise: chance.pick(outcomes).id,
      states: { "@undetermined": words, "@safety-unknown": words },
    };
  });
}

/** The rule set with one thing changed, vocabularies included; the same one when the change does not parse. */
export function changedRuleSet(chance: Chance, ruleSet: RuleSet): RuleSet {
  const index = chance.below(ruleSet.criteria.length);
  const fact = chance.below(ruleSet.facts.length);
  const criteria = (change: (c: RuleSet["criteria"][number]) => RuleSet["criteria"][number]): RuleSet => ({
    ...ruleSet,
    criteria: ruleSet.criteria.map((c, i) => (i === index ? change(c) : c)),
  });
  const facts = (change: (f: Fact) => Fact): RuleSet => ({
    ...ruleSet,
    facts: ruleSet.facts.map((f, i) => (i === fact ? change(f) : f)),
  });
  const changes: readonly (() => RuleSet)[] = [
    () => criteria((c) => ({ ...c, enabled: !c.enabled })),
    () => criteria((c) => ({ ...c, when: { not: c.when } })),
    () => ({ ...ruleSet, criteria: [...ruleSet.criteria].reverse() }),
    () => ({
      ...ruleSet,
      decisions: ruleSet.decisions.map((d) => ({ ...d, outcomes: [...d.outcomes].reverse() })),
    }),
    () => facts((f) => ({ ...f, whenUnknown: f.whenUnknown === "ignore" ? "block" : "ignore" })),
    () => facts((f) => ({ ...f, safety: !f.safety, validFor: f.validFor ?? "P7D" })),
    () => facts((f) => ({ ...f, validFor: f.validFor === "P7D" ? "P0D" : "P7D" })),
    () => facts((f) => withoutKey(f, "validFor")),
    () => facts((f) => (f.values ? { ...f, values: [...f.values, { id: "x", label: text("x") }] } : f)),
    () =>
      facts((f) => (f.values ? { ...f, values: f.values.map((v) => ({ ...v, retired: v.id === "w" })) } : f)),
    () =>
      facts((f) => (f.range ? { ...f, range: { ...f.range, max: f.range.max - (f.scale ? 0.1 : 1) } } : f)),
    () => facts((f) => (f.type === "integer" && !f.derive ? { ...f, type: "decimal", scale: 1 } : f)),
    () => facts((f) => withoutKey(f, "derive")),
    () => ({ ...ruleSet, parameters: ruleSet.parameters.map((p) => ({ ...p, value: p.value + 1 })) }),
  ];
  return parsed(chance.pick(changes)()) ?? ruleSet;
}

function withoutKey(fact: Fact, key: "derive" | "validFor"): Fact {
  return Object.fromEntries(Object.entries(fact).filter(([k]) => k !== key)) as Fact;
}

function parsed(document: unknown): RuleSet | undefined {
  const outcome = parseRuleSet(JSON.parse(JSON.stringify(document)));
  return outcome.ok ? outcome.value : undefined;
}
