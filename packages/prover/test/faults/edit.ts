// Small edits of a rule set, made on a copy: what a seeded fault is written with.
import type { Condition, Criterion, Fact, RuleSet } from "@jumelage/engine";

/** An edit made in place, on a copy of the program. */
export type Edit = (doc: RuleSet) => void;

/** The copy with the edits made, one after another. */
export function withEdits(ruleSet: RuleSet, edits: readonly Edit[]): RuleSet {
  const copy = structuredClone(ruleSet);
  for (const edit of edits) edit(copy);
  return copy;
}

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const item = list.find((i) => i.id === id);
  if (!item) throw new Error(`nothing to edit: ${id}`);
  return item;
}

export const when =
  (criterion: string, condition: Condition): Edit =>
  (doc) => {
    found(doc.criteria, criterion).when = condition;
  };

export const named =
  (id: string, condition: Condition): Edit =>
  (doc) => {
    found(doc.conditions, id).when = condition;
  };

/** Leaves out the members of an `all` or `any` for which the test holds; at least one must. */
export const dropMember =
  (criterion: string, isDropped: (member: Condition) => boolean): Edit =>
  (doc) => {
    const c = found(doc.criteria, criterion);
    const [key, members] =
      "all" in c.when ? ["all", c.when.all] : "any" in c.when ? ["any", c.when.any] : ["", []];
    const kept = members.filter((m) => !isDropped(m));
    if (kept.length === members.length) throw new Error(`nothing to drop in ${criterion}`);
    const [only] = kept;
    c.when = kept.length === 1 && only !== undefined ? only : key === "all" ? { all: kept } : { any: kept };
  };

/** Whether a member reads a fact, itself. */
export const reads =
  (fact: string) =>
  (member: Condition): boolean =>
    "fact" in member && member.fact === fact;

/** Turns the outermost `all` into `any`, or the other way round. */
export const allAny =
  (criterion: string): Edit =>
  (doc) => {
    const c = found(doc.criteria, criterion);
    if ("all" in c.when) c.when = { any: c.when.all };
    else if ("any" in c.when) c.when = { all: c.when.any };
    else throw new Error(`no group in ${criterion}`);
  };

/** Adds a condition to the outermost `all`. */
export const andAlso =
  (criterion: string, condition: Condition): Edit =>
  (doc) => {
    const c = found(doc.criteria, criterion);
    c.when = "all" in c.when ? { all: [...c.when.all, condition] } : { all: [c.when, condition] };
  };

export const off =
  (criterion: string): Edit =>
  (doc) => {
    found(doc.criteria, criterion).enabled = false;
  };

export const aim =
  (criterion: string, outcome: string): Edit =>
  (doc) => {
    found(doc.criteria, criterion).then.outcome = outcome;
  };

export const fact =
  (id: string, part: Partial<Fact>): Edit =>
  (doc) => {
    Object.assign(found(doc.facts, id), part);
  };

export const withoutValidFor =
  (id: string): Edit =>
  (doc) => {
    delete found(doc.facts, id).validFor;
  };

export const parameter =
  (id: string, value: number): Edit =>
  (doc) => {
    found(doc.parameters, id).value = value;
  };

/** Puts one outcome just before another in the order of precedence. */
export const before =
  (decision: string, outcome: string, other: string): Edit =>
  (doc) => {
    const d = found(doc.decisions, decision);
    const moved = found(d.outcomes, outcome);
    const rest = d.outcomes.filter((o) => o.id !== outcome);
    rest.splice(rest.indexOf(found(rest, other)), 0, moved);
    d.outcomes = rest;
  };

export const otherwise =
  (decision: string, outcome: string): Edit =>
  (doc) => {
    found(doc.decisions, decision).otherwise = outcome;
  };

export const notWithheld =
  (decision: string): Edit =>
  (doc) => {
    delete found(doc.decisions, decision).withheldWhileSafetyUnknown;
  };

/** A further criterion, in everything else like an existing one. */
export const another =
  (id: string, like: string, part: Pick<Criterion, "when"> & { readonly outcome: string }): Edit =>
  (doc) => {
    const model = found(doc.criteria, like);
    const { shadowedOnPurpose: _, ...rest } = structuredClone(model);
    const then = { decision: model.then.decision, outcome: part.outcome };
    doc.criteria.push({ ...rest, id, then, when: part.when });
  };

export const notOnPurpose =
  (criterion: string): Edit =>
  (doc) => {
    delete found(doc.criteria, criterion).shadowedOnPurpose;
  };

/** Makes a total the sum of two new facts, each of which may be left out. */
export const inTwoParts =
  (total: string, halves: readonly [number, number]): Edit =>
  (doc) => {
    const whole = found(doc.facts, total);
    const parts = halves.map((max, i): Fact => {
      const { derive: _, ...rest } = structuredClone(whole);
      const label = { fr: `${whole.label.fr}, partie ${i + 1}`, en: `${whole.label.en}, part ${i + 1}` };
      return { ...rest, id: `${total}Part${i + 1}`, label, question: label, range: { min: 0, max } };
    });
    doc.facts.push(...parts);
    whole.derive = { sum: parts.map((p) => p.id) };
  };
