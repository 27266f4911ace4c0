// A guarantee while it is being said: the kind of promise, and its slots, any of which may still be open. Pure; only what
// is complete and well typed becomes a claim.
import {
  computedStates,
  hasHole,
  isValueOf,
  type Claim,
  type Condition,
  type DraftCondition,
  type DraftRuleSet,
  type Fact,
} from "@jumelage/engine";
import { conditionFits, type Scope } from "../criteria/scope.ts";

/** The kinds of promise, those about who gets what first. */
export const claimKinds = [
  "implies",
  "never",
  "requires",
  "monotone",
  "independent",
  "benignWhenUnknown",
] as const satisfies readonly Claim["kind"][];
export type ClaimKind = (typeof claimKinds)[number];

type Order = Extract<Claim, { kind: "monotone" }>["order"];
type Value = Extract<Claim, { kind: "benignWhenUnknown" }>["value"];

export interface ClaimDraft {
  readonly kind: ClaimKind;
  readonly decision: string | undefined;
  readonly states: readonly string[];
  /** For whom it holds, or what it demands. */
  readonly condition: DraftCondition | undefined;
  readonly fact: string | undefined;
  readonly order: Order | undefined;
  readonly facts: readonly string[];
  readonly value: Value | undefined;
}

/** What of a sentence can still be open, in the order in which it is said. */
export const slots = ["condition", "decision", "states", "fact", "order", "facts", "value"] as const;
export type Slot = (typeof slots)[number];

const slotsOf: Readonly<Record<ClaimKind, readonly Slot[]>> = {
  implies: ["condition", "decision", "states"],
  never: ["condition", "decision", "states"],
  requires: ["decision", "states", "condition"],
  monotone: ["decision", "fact", "order"],
  independent: ["decision", "facts"],
  benignWhenUnknown: ["decision", "fact", "value"],
};

/** A claim about everybody may read every decision, and what is not known. */
export function scopeOfClaim(ruleSet: DraftRuleSet): Scope {
  return { ruleSet, decisionsBefore: ruleSet.decisions.length, twoValued: true };
}

/** The beginning of a promise of this kind, about the first decision that can have it. */
export function emptyClaim(kind: ClaimKind, ruleSet: DraftRuleSet): ClaimDraft {
  return {
    kind,
    decision: decisionsFor(kind, ruleSet)[0]?.id,
    states: [],
    condition: undefined,
    fact: undefined,
    order: undefined,
    facts: [],
    value: undefined,
  };
}

export function draftOf(claim: Claim): ClaimDraft {
  return {
    kind: claim.kind,
    decision: claim.decision,
    states: "states" in claim ? claim.states : [],
    condition: "given" in claim ? claim.given : "condition" in claim ? claim.condition : undefined,
    fact: "fact" in claim ? claim.fact : undefined,
    order: "order" in claim ? claim.order : undefined,
    facts: "facts" in claim ? claim.facts : [],
    value: "value" in claim ? claim.value : undefined,
  };
}

/** The decisions a promise of this kind can be about: only an answer that is one can be more or less cautious. */
export function decisionsFor(kind: ClaimKind, ruleSet: DraftRuleSet): DraftRuleSet["decisions"] {
  return ruleSet.decisions.filter((d) => kind !== "monotone" || d.kind === "one");
}

/** The facts a promise of this kind can be about, beside one that it is about already. */
export function factsFor(draft: ClaimDraft, ruleSet: DraftRuleSet): readonly Fact[] {
  const named = new Set([draft.fact, ...draft.facts]);
  // A total follows its parts, so that it cannot be changed alone; the answers of a set stand in no order.
  return ruleSet.facts.filter(
    (f) => named.has(f.id) || (f.derive === undefined && (draft.kind !== "monotone" || f.type !== "set")),
  );
}

/** The states of a decision that a promise can name. */
export function statesFor(draft: ClaimDraft, ruleSet: DraftRuleSet): readonly string[] {
  const decision = ruleSet.decisions.find((d) => d.id === draft.decision);
  if (!decision) return [];
  const outcomes = decision.outcomes.map((o) => o.id);
  return decision.kind === "one" ? [...outcomes, ...computedStates] : outcomes;
}

/** The same words said as another kind of promise: what still fits is kept. */
export function withKind(draft: ClaimDraft, kind: ClaimKind, ruleSet: DraftRuleSet): ClaimDraft {
  const known = decisionsFor(kind, ruleSet);
  const decision = known.some((d) => d.id === draft.decision) ? draft.decision : known[0]?.id;
  const next = withDecision({ ...draft, kind }, decision, ruleSet);
  const fact = factsFor({ ...next, fact: undefined, facts: [] }, ruleSet).find((f) => f.id === draft.fact);
  return withFact(next, fact);
}

export function withDecision(
  draft: ClaimDraft,
  decision: string | undefined,
  ruleSet: DraftRuleSet,
): ClaimDraft {
  const next = { ...draft, decision };
  const known = statesFor(next, ruleSet);
  return { ...next, states: draft.states.filter((s) => known.includes(s)) };
}

/** Another fact: worsening as its values are declared, and nothing said yet of what its value would be. */
export function withFact(draft: ClaimDraft, fact: Fact | undefined): ClaimDraft {
  const same = fact?.id === draft.fact;
  const order = same && draft.order !== undefined ? draft.order : fact && usualOrder(fact);
  const fits = same && fact && draft.value !== undefined && isValueOf(fact, draft.value);
  // A set of which nothing is chosen is a value: none of these.
  const value = fits ? draft.value : fact?.type === "set" ? [] : undefined;
  return { ...draft, fact: fact?.id, order, value };
}

/** The values of a fact as declared; numbers and dates grow. */
function usualOrder(fact: Fact): Order | undefined {
  if (fact.type === "boolean") return [false, true];
  if (fact.type === "enum") return orderable(fact).map((v) => v.id);
  return fact.type === "set" ? undefined : "ascending";
}

/** The answers of a fact that may stand in an order. */
export function orderable(fact: Fact): NonNullable<Fact["values"]> {
  return (fact.values ?? []).filter((v) => v.retired !== true);
}

/** What is still to be chosen, in the order of the sentence. */
export function openSlots(draft: ClaimDraft, ruleSet: DraftRuleSet): readonly Slot[] {
  return slotsOf[draft.kind].filter((slot) => !isSaid(slot, draft, ruleSet));
}

function isSaid(slot: Slot, draft: ClaimDraft, ruleSet: DraftRuleSet): boolean {
  const fact = ruleSet.facts.find((f) => f.id === draft.fact);
  switch (slot) {
    case "condition": {
      const { condition } = draft;
      return (
        condition !== undefined && !hasHole(condition) && conditionFits(scopeOfClaim(ruleSet), condition)
      );
    }
    case "decision":
      return decisionsFor(draft.kind, ruleSet).some((d) => d.id === draft.decision);
    case "states": {
      const known = statesFor(draft, ruleSet);
      return draft.states.length > 0 && draft.states.every((s) => known.includes(s));
    }
    case "fact":
      return fact !== undefined;
    case "order":
      return fact !== undefined && draft.order !== undefined && isOrderOf(fact, draft.order);
    case "facts":
      return draft.facts.length > 0 && draft.facts.every((id) => ruleSet.facts.some((f) => f.id === id));
    case "value":
      return fact !== undefined && draft.value !== undefined && isValueOf(fact, draft.value);
    default:
      return slot satisfies never;
  }
}

function isOrderOf(fact: Fact, order: Order): boolean {
  if (typeof order === "string") return ["integer", "decimal", "date"].includes(fact.type);
  return order.length > 1 && new Set(order).size === order.length && order.every((v) => isValueOf(fact, v));
}

/** A condition that stands alone in its group, without the group: it reads as what it is. */
function alone(condition: Condition): Condition {
  const members = "all" in condition ? condition.all : "any" in condition ? condition.any : [];
  const [only, ...others] = members;
  return only !== undefined && others.length === 0 ? alone(only) : condition;
}

/** The claim, once everything is said. */
export function claimOf(draft: ClaimDraft, ruleSet: DraftRuleSet): Claim | undefined {
  const { kind, decision, fact, order, value } = draft;
  if (decision === undefined || openSlots(draft, ruleSet).length > 0) return undefined;
  const states = [...draft.states];
  // Without a gap a condition of a draft is one of a rule set.
  const condition = alone((draft.condition ?? { always: true }) as Condition);
  switch (kind) {
    case "implies":
    case "never":
      return { kind, given: condition, decision, states };
    case "requires":
      return { kind, decision, states, condition };
    case "monotone":
      return fact === undefined || order === undefined ? undefined : { kind, decision, fact, order };
    case "independent":
      return { kind, decision, facts: [...draft.facts] };
    case "benignWhenUnknown":
      return fact === undefined || value === undefined ? undefined : { kind, decision, fact, value };
    default:
      return kind satisfies never;
  }
}
