// Cases a little smaller than a given one: something left out, a condition replaced by a part of it, a value made plain.
// Candidates need not be well typed; whoever asks for them parses them.
import { childrenOf, type Condition, type RuleSet } from "../../src/model/index.ts";
import type { Case } from "../arbitraries.ts";

/** Candidates, the boldest first. */
export function* smaller(question: Case): Generator<Case> {
  const { ruleSet, facts } = question;
  const withRules = (changed: Partial<RuleSet>): Case => ({
    ...question,
    ruleSet: { ...ruleSet, ...changed },
  });
  for (const list of ["criteria", "decisions", "conditions", "facts", "parameters"] as const) {
    for (const i of ruleSet[list].keys())
      yield withRules({ [list]: ruleSet[list].filter((_, j) => j !== i) });
  }
  for (const key of Object.keys(facts)) {
    yield { ...question, facts: Object.fromEntries(Object.entries(facts).filter(([k]) => k !== key)) };
  }
  for (const list of ["criteria", "conditions"] as const) {
    for (const [i, item] of ruleSet[list].entries()) {
      for (const when of simpler(item.when, ruleSet)) {
        yield withRules({ [list]: ruleSet[list].map((c, j) => (j === i ? { ...c, when } : c)) });
      }
    }
  }
  for (const [i, decision] of ruleSet.decisions.entries()) {
    const { withheldWhileSafetyUnknown: _, ...rest } = decision;
    const changed = [
      ...decision.outcomes.map((o) => ({ ...decision, outcomes: decision.outcomes.filter((p) => p !== o) })),
      ...("withheldWhileSafetyUnknown" in decision ? [rest] : []),
    ];
    for (const d of changed)
      yield withRules({ decisions: ruleSet.decisions.map((e, j) => (j === i ? d : e)) });
  }
  for (const [i, fact] of ruleSet.facts.entries()) {
    const { range, validFor, derive, ...rest } = fact;
    const changed = [
      ...(derive ? [{ ...fact, derive: undefined }] : []),
      ...(range ? [{ ...fact, range: undefined }] : []),
      ...(validFor !== undefined && !fact.safety ? [{ ...fact, validFor: undefined }] : []),
      ...(fact.safety
        ? [{ ...rest, ...(range ? { range } : {}), ...(derive ? { derive } : {}), safety: false }]
        : []),
      ...(typeof fact.whenUnknown === "object" ? [{ ...fact, whenUnknown: "block" as const }] : []),
      ...(fact.values ?? []).map((v) => ({ ...fact, values: fact.values?.filter((w) => w !== v) })),
    ];
    for (const f of changed) {
      const plain = JSON.parse(JSON.stringify(f)) as RuleSet["facts"][number];
      yield withRules({ facts: ruleSet.facts.map((g, j) => (j === i ? plain : g)) });
    }
  }
  for (const [key, entry] of Object.entries(facts)) {
    if (typeof entry !== "object" || entry === null || !("value" in entry)) continue;
    yield { ...question, facts: { ...facts, [key]: entry.value } };
  }
}

function* simpler(when: Condition, ruleSet: RuleSet): Generator<Condition> {
  for (const { node } of childrenOf(when)) yield node;
  if ("condition" in when)
    yield* ruleSet.conditions.filter((c) => c.id === when.condition).map((c) => c.when);
  if ("all" in when) yield* rebuilt(when.all, ruleSet, (all) => ({ all }));
  if ("any" in when) yield* rebuilt(when.any, ruleSet, (any) => ({ any }));
  if ("not" in when) for (const not of simpler(when.not, ruleSet)) yield { not };
  if ("atLeast" in when) {
    const { count } = when.atLeast;
    yield* rebuilt(when.atLeast.of, ruleSet, (of) => ({
      atLeast: { count: Math.min(count, of.length), of },
    }));
  }
  if ("fact" in when && Array.isArray(when.value) && when.value.length > 1) {
    for (const one of when.value) yield { ...when, value: [one] };
  }
}

function* rebuilt(
  members: readonly Condition[],
  ruleSet: RuleSet,
  build: (members: readonly Condition[]) => Condition,
): Generator<Condition> {
  if (members.length > 1) for (const m of members) yield build(members.filter((n) => n !== m));
  for (const m of members)
    for (const s of simpler(m, ruleSet)) yield build(members.map((n) => (n === m ? s : n)));
}
