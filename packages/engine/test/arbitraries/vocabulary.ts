// Random facts and parameters: every type, every way to be unknown, ranges, scales, retired values, sums. The laws of
// the vocabulary hold (a safety fact is `block` and has a `validFor`).
import {
  operatorsOf,
  type Fact,
  type FactOperator,
  type FactType,
  type RuleSet,
} from "../../src/model/index.ts";
import type { Chance } from "./chance.ts";
import { addDays } from "./days.ts";

export type WhenUnknown = "block" | "ignore" | "assume";

/** A combination that the cases must come back to: one operator on one type of fact with one way to be unknown. */
export interface Focus {
  readonly type: FactType;
  readonly operator: FactOperator;
  readonly whenUnknown: WhenUnknown;
}

const types: readonly FactType[] = ["boolean", "integer", "decimal", "date", "enum", "set"];
const waysUnknown: readonly WhenUnknown[] = ["block", "ignore", "assume"];

/** Every combination there is. */
export const allFocuses: readonly Focus[] = types.flatMap((type) =>
  operatorsOf(type).flatMap((operator) =>
    waysUnknown.map((whenUnknown) => ({ type, operator, whenUnknown })),
  ),
);

// Names that every JavaScript object answers to are legal ids; a careless lookup mistakes them for something declared.
const names = [
  "toString",
  "valueOf",
  "hasOwnProperty",
  "isPrototypeOf",
  "age",
  "score",
  "answer",
  "level",
  "signs",
  "since",
  "weight",
  "habit",
  "plan",
  "sleep",
];
export const text = (fr: string): { fr: string; en: string } => ({ fr, en: fr });

/** Distinct ids for `count` things, some of them awkward. */
export function someIds(chance: Chance, count: number, prefix: string): string[] {
  return Array.from({ length: count }, (_, i) =>
    chance.often(0.1) ? `${chance.pick(names)}${prefix}${i}` : `${prefix}${i}`,
  );
}

/** Facts for the focuses, a few more, and for some integers the parts they are the sum of. */
export function someFacts(chance: Chance, focuses: readonly Focus[]): Fact[] {
  const wanted = [
    ...focuses.map((f) => ({ type: f.type, whenUnknown: f.whenUnknown })),
    ...Array.from({ length: chance.below(3) }, () => ({
      type: chance.pick(types),
      whenUnknown: chance.pick(waysUnknown),
    })),
  ];
  const ids = chance.some(names, wanted.length);
  const facts = wanted.map(({ type, whenUnknown }, i) =>
    someFact(chance, { id: ids[i] ?? `fact${i}`, type, whenUnknown }),
  );
  for (const [i, fact] of [...facts].entries()) {
    if (fact.type !== "integer" || !chance.often(0.75)) continue;
    const parts = Array.from({ length: 2 + chance.below(2) }, (_, part) =>
      someFact(chance, {
        id: `part${i}${"abc"[part]}`,
        type: "integer",
        whenUnknown: chance.pick(waysUnknown),
      }),
    );
    // Parts stand before or after their sum.
    facts.splice(chance.often(0.5) ? 0 : facts.length, 0, ...parts);
    facts[facts.indexOf(fact)] = { ...fact, derive: { sum: parts.map((p) => p.id) } };
  }
  return facts;
}

function someFact(chance: Chance, about: { id: string; type: FactType; whenUnknown: WhenUnknown }): Fact {
  const { id, type, whenUnknown } = about;
  const safety = whenUnknown === "block" && chance.often(0.6);
  const fact: Fact = {
    id,
    label: text(id),
    question: text(id),
    type,
    ...(type === "enum" || type === "set" ? { values: someValues(chance) } : {}),
    ...someRange(chance, type),
    whenUnknown: "block",
    safety,
    ...(safety || chance.often(0.75) ? { validFor: `P${chance.pick([0, 1, 7, 14, 30, 365])}D` } : {}),
    sources: [],
  };
  if (whenUnknown === "assume") return { ...fact, whenUnknown: { assume: someValue(chance, fact) } };
  return { ...fact, whenUnknown };
}

function someValues(chance: Chance): NonNullable<Fact["values"]> {
  // Now and then more members than fit into one word of bits.
  const count = chance.often(0.1) ? 32 + chance.below(4) : 2 + chance.below(4);
  return someIds(chance, count, "v").map((id, i) => ({
    id,
    label: text(id),
    ...(i > 1 && chance.often(0.12) ? { retired: true } : {}),
  }));
}

function someRange(chance: Chance, type: FactType): Pick<Fact, "range" | "scale"> {
  if (type === "integer")
    return chance.often(0.7)
      ? {
          range: chance.pick([
            { min: 0, max: 9 },
            { min: 0, max: 27 },
            { min: -5, max: 5 },
            { min: 3, max: 3 },
          ]),
        }
      : {};
  if (type !== "decimal") return {};
  const scale = chance.pick([0, 1, 1, 2, 3, 6]);
  return {
    scale,
    ...(chance.often(0.7)
      ? {
          range: chance.pick([
            { min: 0, max: 5 },
            scale === 0 ? { min: -2, max: 2 } : { min: -2.5, max: 2.5 },
            { min: 35, max: 42 },
          ]),
        }
      : {}),
  };
}

/** A value of the fact, near the middle of what it can be. */
export function someValue(chance: Chance, fact: Fact): boolean | number | string | string[] {
  switch (fact.type) {
    case "boolean":
      return chance.often(0.5);
    case "integer":
    case "decimal": {
      const step = 10 ** -(fact.scale ?? 0);
      const { min, max } = fact.range ?? { min: -3, max: 12 };
      const steps = Math.min(Math.round((max - min) / step), 12);
      return rounded(
        fact,
        min + chance.below(steps + 1) * step * Math.max(1, Math.floor((max - min) / step / 12)),
      );
    }
    case "date":
      return addDays("2026-01-15", chance.below(9) - 4);
    case "enum":
      return chance.pick(someMembersOf(fact));
    case "set":
      return chance.some(someMembersOf(fact), chance.below(Math.min(4, someMembersOf(fact).length + 1)));
    default:
      return fact.type satisfies never;
  }
}

export function rounded(fact: Fact, value: number): number {
  return Number(value.toFixed(fact.scale ?? 0));
}

export function membersOf(fact: Fact): readonly string[] {
  return (fact.values ?? []).map((v) => v.id);
}

/** A few members to test for: of many the first and the last, where a word of bits ends and the next begins. */
export function someMembersOf(fact: Fact): readonly string[] {
  const members = membersOf(fact);
  return members.length > 8 ? [...members.slice(0, 3), ...members.slice(-4)] : members;
}

/** Parameters whose values are values of some of the numeric facts. */
export function someParameters(chance: Chance, facts: readonly Fact[]): RuleSet["parameters"] {
  const numeric = facts.filter((f) => f.type === "integer" || f.type === "decimal");
  return chance.some(numeric, chance.below(3)).map((fact, i) => {
    const id = i === 0 && chance.often(0.2) ? "valueOf" : `threshold${i}`;
    return {
      id,
      label: text(id),
      value: Number(someValue(chance, fact)),
      rationale: text("essai"),
      sources: [],
    };
  });
}
