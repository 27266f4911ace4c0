// Random persons for a rule set: what a caller may send for each fact, sound and unsound.
import {
  nodesOf,
  validDays,
  type Condition,
  type Fact,
  type Facts,
  type RuleSet,
} from "../../src/model/index.ts";
import type { Chance } from "./chance.ts";
import { fits } from "./conditions.ts";
import { addDays } from "./days.ts";
import { invalidEntry } from "./invalid.ts";
import { membersOf, rounded, someValue, type Focus } from "./vocabulary.ts";

/** What is sent for one fact. */
type Sort = "plain" | "fresh" | "stale" | "partial" | "asked" | "absent" | "null" | "reason" | "invalid";

/** Persons of several tempers: who answered nearly everything, who did not, and who sent rubbish. */
const tempers: readonly Readonly<Record<Sort, number>>[] = [
  { plain: 70, fresh: 15, stale: 1, partial: 1, asked: 9, absent: 1, null: 1, reason: 1, invalid: 1 },
  { plain: 45, fresh: 15, stale: 5, partial: 8, asked: 8, absent: 6, null: 3, reason: 5, invalid: 5 },
  { plain: 20, fresh: 10, stale: 14, partial: 14, asked: 4, absent: 10, null: 5, reason: 9, invalid: 14 },
  { plain: 8, fresh: 4, stale: 14, partial: 12, asked: 2, absent: 24, null: 8, reason: 16, invalid: 12 },
];
const undeclared = [
  "nobodyDeclared",
  "__proto__",
  "constructor",
  "prototype",
  "toLocaleString",
  "",
  "part",
  "@decision",
];
const reasons = ["not-asked", "declined", "not-known"];

// A fact in focus is sent in every sort of way, whatever the temper.
const inFocus: Readonly<Record<Sort, number>> = {
  plain: 28,
  fresh: 6,
  stale: 17,
  partial: 17,
  asked: 3,
  absent: 9,
  null: 2,
  reason: 6,
  invalid: 12,
};

/** A map of facts for a person, and for some of them entries that no rule set declares. */
export function somePerson(
  chance: Chance,
  ruleSet: RuleSet,
  { at, focus = [] }: { at: string; focus?: readonly Focus[] },
): Facts {
  const temper = chance.pick(tempers);
  const literals = literalsOf(ruleSet);
  const facts: [string, unknown][] = [];
  for (const fact of ruleSet.facts) {
    const sorts = focus.some((f) => fits(fact, f)) && chance.often(0.5) ? inFocus : temper;
    const entry = someEntry(chance, {
      fact,
      sort: chance.weighted(sorts),
      near: literals.get(fact.id) ?? [],
      at,
    });
    if (entry !== undefined || chance.often(0.1)) facts.push([fact.id, entry]);
  }
  if (chance.often(0.06))
    facts.push([chance.pick(undeclared), chance.pick<unknown>([1, null, { value: 1 }, "x"])]);
  const person = new Map(chance.often(0.2) ? chance.some(facts, facts.length) : facts);
  for (const fact of ruleSet.facts) withTotal(chance, fact, person);
  return Object.fromEntries(person);
}

/** A sum is mostly left to its parts; now and then it is sent beside them, right or wrong. */
function withTotal(chance: Chance, fact: Fact, person: Map<string, unknown>): void {
  if (fact.derive === undefined) return;
  const parts = fact.derive.sum.map((p) => person.get(p));
  const total = parts.reduce<number>((sum, p) => sum + (typeof p === "number" ? p : 0), 0);
  const what = chance.weighted({ parts: 45, some: 20, agreeing: 10, both: 10, alone: 15 });
  if (what === "parts" || what === "some") person.delete(fact.id);
  if (what === "some") for (const part of chance.some(fact.derive.sum, 1)) person.delete(part);
  if (what === "agreeing") person.set(fact.id, total);
  if (what === "alone") for (const part of fact.derive.sum) person.delete(part);
}

interface About {
  readonly fact: Fact;
  readonly sort: Sort;
  readonly near: readonly unknown[];
  readonly at: string;
}

function someEntry(chance: Chance, about: About): unknown {
  const { fact, sort, at } = about;
  switch (sort) {
    case "absent":
      return undefined;
    case "null":
      return null;
    case "reason":
      return { unknown: chance.pick(reasons) };
    case "invalid":
      return invalidEntry(chance, fact, { at, value: knownValue(chance, about) });
    case "plain":
      return knownValue(chance, about);
    case "fresh":
      return { value: knownValue(chance, about), observedOn: addDays(at, -freshAge(chance, fact)) };
    case "stale": {
      const days =
        fact.validFor === undefined ? 4000 : validDays(fact.validFor) + chance.pick([1, 1, 2, 400]);
      return {
        value: knownValue(chance, about),
        observedOn: addDays(at, -days),
        ...someOf(chance, fact, 0.3),
      };
    }
    case "asked":
    case "partial": {
      const value = knownValue(chance, about);
      if (!Array.isArray(value)) return value;
      const others = membersOf(fact).filter((m) => !value.includes(m));
      const asked = sort === "asked" ? others : chance.some(others, chance.below(others.length));
      const dated = chance.often(0.3) ? { observedOn: addDays(at, -freshAge(chance, fact)) } : {};
      return { value, of: chance.some([...value, ...asked], value.length + asked.length), ...dated };
    }
    default:
      return sort satisfies never;
  }
}

function freshAge(chance: Chance, fact: Fact): number {
  const most = fact.validFor === undefined ? 5000 : validDays(fact.validFor);
  return chance.often(0.5) ? most : chance.below(most + 1);
}

function someOf(chance: Chance, fact: Fact, share: number): { of?: readonly string[] } {
  return fact.type === "set" && chance.often(share) ? { of: membersOf(fact) } : {};
}

/** A value of the fact, most often at or beside a literal that some condition compares it with, or at an end of its range. */
function knownValue(chance: Chance, { fact, near }: About): boolean | number | string | string[] {
  const close = near.length > 0 && chance.often(0.7) ? chance.pick(near) : undefined;
  if (fact.type === "set") {
    const listed = Array.isArray(close) ? (close as string[]) : typeof close === "string" ? [close] : [];
    const extra = chance.often(0.4) ? (someValue(chance, fact) as string[]) : [];
    return [...new Set([...chance.some(listed, chance.below(listed.length + 1)), ...extra])];
  }
  if (typeof close === "number") {
    const value = rounded(fact, close + chance.pick([0, 0, 0, -1, 1]) * 10 ** -(fact.scale ?? 0));
    const { min, max } = fact.range ?? { min: -Infinity, max: Infinity };
    return Math.min(Math.max(value, min), max);
  }
  if (fact.type === "date" && typeof close === "string") return addDays(close, chance.pick([0, 0, 0, -1, 1]));
  if (fact.type === "enum") {
    const listed = Array.isArray(close) ? (close as string[]) : typeof close === "string" ? [close] : [];
    return listed.length > 0 && chance.often(0.6) ? chance.pick(listed) : someValue(chance, fact);
  }
  if (fact.range !== undefined && chance.often(0.3)) return chance.pick([fact.range.min, fact.range.max]);
  if (fact.type === "integer" && fact.range === undefined && chance.often(0.1))
    return chance.pick([-0, Number.MAX_SAFE_INTEGER, -1000]);
  return someValue(chance, fact);
}

/** The literals each fact is compared with, parameters resolved. */
function literalsOf(ruleSet: RuleSet): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, unknown[]>();
  const conditions: readonly Condition[] = [...ruleSet.conditions, ...ruleSet.criteria].map((c) => c.when);
  for (const condition of conditions) {
    for (const { node } of nodesOf(condition)) {
      if (!("fact" in node) || node.value === undefined) continue;
      const { value } = node;
      const literal =
        typeof value === "object" && "parameter" in value
          ? ruleSet.parameters.find((p) => p.id === value.parameter)?.value
          : value;
      found.set(node.fact, [...(found.get(node.fact) ?? []), literal]);
    }
  }
  return found;
}
