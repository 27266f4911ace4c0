// Edits of criteria, shared conditions and thresholds as pure functions over a draft's rule set. Every edit keeps
// the document readable by `parseDraftRuleSet`; what an edit would break becomes a gap the author sees.
import {
  isValueOf,
  namesOf,
  nodesOf,
  type Criterion,
  type DraftCondition,
  type DraftCriterion,
  type DraftNamedCondition,
  type DraftRuleSet,
  type Fact,
  type Hole,
} from "@jumelage/engine";
import { gap } from "./edit-condition.ts";
import { fitted } from "./edit-leaf.ts";
import { scopeOfDecision } from "./scope.ts";

export type Then = Criterion["then"];

/** The rule set with one criterion changed. */
export function withCriterion(
  ruleSet: DraftRuleSet,
  id: string,
  change: (criterion: DraftCriterion) => DraftCriterion,
): DraftRuleSet {
  return { ...ruleSet, criteria: ruleSet.criteria.map((c) => (c.id === id ? change(c) : c)) };
}

/** The rule set with another condition of a criterion; `undefined` leaves it without any. */
export function withWhen(ruleSet: DraftRuleSet, id: string, when: DraftCondition | undefined): DraftRuleSet {
  return withCriterion(ruleSet, id, (c) => ({ ...c, when }));
}

/** The rule set with another outcome of a criterion; conditions that may not stand before it become gaps. */
export function withOutcome(ruleSet: DraftRuleSet, id: string, then: Then): DraftRuleSet {
  const scope = scopeOfDecision(ruleSet, then.decision);
  return withCriterion(ruleSet, id, (c) =>
    c.when === undefined ? { ...c, then } : { ...c, then, when: fitted(c.when, scope) },
  );
}

export type Starter = "all" | "any" | "none" | "always";
const starters: Readonly<Record<Starter, DraftCondition>> = {
  all: { all: [gap] },
  any: { any: [gap] },
  none: { not: { any: [gap] } },
  always: { always: true },
};

/** The rule set with a new criterion after the others of its outcome, and the new criterion's id. */
export function addCriterion(
  ruleSet: DraftRuleSet,
  then: Then,
  starter: Starter,
): { readonly ruleSet: DraftRuleSet; readonly id: string } {
  const id = freshId(ruleSet, then);
  const empty = { fr: "", en: "" };
  const criterion: DraftCriterion = {
    id,
    title: empty,
    when: starters[starter],
    then,
    rationale: empty,
    sources: [],
    origin: "beyond-source",
    enabled: true,
  };
  return { id, ruleSet: { ...ruleSet, criteria: inserted(ruleSet, criterion, then) } };
}

/** The rule set with a copy of a criterion right after it, and the copy's id. */
export function duplicateCriterion(
  ruleSet: DraftRuleSet,
  original: string,
): { readonly ruleSet: DraftRuleSet; readonly id: string } {
  const criterion = ruleSet.criteria.find((c) => c.id === original);
  if (!criterion) return { ruleSet, id: original };
  const id = freshId(ruleSet, criterion.then);
  const copy: DraftCriterion = { ...criterion, id, title: copied(criterion.title) };
  return {
    id,
    ruleSet: { ...ruleSet, criteria: ruleSet.criteria.flatMap((c) => (c === criterion ? [c, copy] : [c])) },
  };
}

function copied(title: DraftCriterion["title"]): DraftCriterion["title"] {
  return { fr: title.fr && `${title.fr} (copie)`, en: title.en && `${title.en} (copy)` };
}

/** The rule set without a criterion. */
export function removeCriterion(ruleSet: DraftRuleSet, id: string): DraftRuleSet {
  return { ...ruleSet, criteria: ruleSet.criteria.filter((c) => c.id !== id) };
}

function inserted(ruleSet: DraftRuleSet, criterion: DraftCriterion, then: Then): DraftCriterion[] {
  const last = ruleSet.criteria.findLastIndex(
    (c) => c.then.decision === then.decision && c.then.outcome === then.outcome,
  );
  const at = last < 0 ? ruleSet.criteria.length : last + 1;
  return [...ruleSet.criteria.slice(0, at), criterion, ...ruleSet.criteria.slice(at)];
}

/**
 * An id in the manner of the criteria of the same outcome (`A-D8` gives `A-D9`), else of its decision where all of them are
 * of one manner (`C1` gives `C2`), else of the outcome's name.
 */
function freshId(ruleSet: DraftRuleSet, then: Then): string {
  const taken = new Set(ruleSet.criteria.map((c) => c.id));
  const siblings = ruleSet.criteria.filter((c) => c.then.decision === then.decision);
  const stems = siblings.map((c) => /^(.*?)\d+$/.exec(c.id)?.[1]);
  const own = stems[siblings.findIndex((c) => c.then.outcome === then.outcome)];
  const common = stems.every((other) => other === stems[0]) ? stems[0] : undefined;
  const stem = own ?? common ?? `${then.outcome}-`;
  let n = 1;
  while (taken.has(`${stem}${n}`.slice(-64))) n += 1;
  return `${stem}${n}`.slice(-64);
}

/** What is shared by several sentences: a shared condition, or a threshold. */
export interface Uses {
  readonly criteria: readonly DraftCriterion[];
  readonly conditions: readonly DraftNamedCondition[];
}

/** Who reads a shared condition, directly or through another one. */
export function usesOfCondition(ruleSet: DraftRuleSet, id: string): Uses {
  return usesOf(ruleSet, (node) => "condition" in node && node.condition === id);
}

/** Who reads a threshold, directly or through a shared condition. */
export function usesOfParameter(ruleSet: DraftRuleSet, id: string): Uses {
  return usesOf(ruleSet, (node) => readsParameter(node, id));
}

function usesOf(ruleSet: DraftRuleSet, test: (node: DraftCondition) => boolean): Uses {
  const names = namesOf(ruleSet);
  const has = (when: DraftCondition | undefined, seen: readonly string[] = []): boolean => {
    if (when === undefined) return false;
    for (const { node } of nodesOf<Hole>(when)) {
      if (test(node)) return true;
      if ("condition" in node && !seen.includes(node.condition)) {
        if (has(names.conditions.get(node.condition)?.when, [...seen, node.condition])) return true;
      }
    }
    return false;
  };
  return {
    criteria: ruleSet.criteria.filter((c) => has(c.when)),
    conditions: ruleSet.conditions.filter((c) => has(c.when)),
  };
}

function readsParameter(node: DraftCondition, id: string): boolean {
  return (
    "fact" in node &&
    typeof node.value === "object" &&
    "parameter" in node.value &&
    node.value.parameter === id
  );
}

/** The facts a threshold is compared with. */
export function factsOfParameter(ruleSet: DraftRuleSet, id: string): readonly Fact[] {
  const whens = [...ruleSet.criteria, ...ruleSet.conditions].flatMap((c) =>
    c.when === undefined ? [] : [c.when],
  );
  const read = new Set(
    whens.flatMap((when) =>
      [...nodesOf<Hole>(when)].flatMap(({ node }) =>
        "fact" in node && readsParameter(node, id) ? [node.fact] : [],
      ),
    ),
  );
  return ruleSet.facts.filter((f) => read.has(f.id));
}

/** Whether a threshold may take a value: it must be a value of every fact it is compared with. */
export function parameterTakes(ruleSet: DraftRuleSet, id: string, value: number): boolean {
  return Number.isFinite(value) && factsOfParameter(ruleSet, id).every((fact) => isValueOf(fact, value));
}

/** The rule set with another value of a threshold; unchanged when it has it already or may not take it. */
export function withParameter(ruleSet: DraftRuleSet, id: string, value: number): DraftRuleSet {
  const same = ruleSet.parameters.some((p) => p.id === id && p.value === value);
  if (same || !parameterTakes(ruleSet, id, value)) return ruleSet;
  return { ...ruleSet, parameters: ruleSet.parameters.map((p) => (p.id === id ? { ...p, value } : p)) };
}

/** The rule set with another shared condition; one that is emptied becomes a gap. */
export function withNamed(ruleSet: DraftRuleSet, id: string, when: DraftCondition | undefined): DraftRuleSet {
  return {
    ...ruleSet,
    conditions: ruleSet.conditions.map((c) => (c.id === id ? { ...c, when: when ?? gap } : c)),
  };
}

/** The rule set with one shared condition's label changed. */
export function withNamedLabel(
  ruleSet: DraftRuleSet,
  id: string,
  label: DraftNamedCondition["label"],
): DraftRuleSet {
  return { ...ruleSet, conditions: ruleSet.conditions.map((c) => (c.id === id ? { ...c, label } : c)) };
}
