// Random small vocabularies: every type and way to be unknown, with so few values that everybody can be gone through.
import type { Fact } from "../../src/model/index.ts";
import type { Chance } from "../arbitraries/chance.ts";

export const text = (fr: string): { fr: string; en: string } => ({ fr, en: fr });

const types = [
  "boolean",
  "boolean",
  "integer",
  "integer",
  "decimal",
  "date",
  "enum",
  "enum",
  "set",
  "set",
] as const;
export const days = ["2026-01-10", "2026-01-11", "2026-02-20"] as const;

/** So many facts; some integers are the sum of two others. */
export function someSmallFacts(chance: Chance, count: number): Fact[] {
  const facts = Array.from({ length: count }, (_, i) => someSmallFact(chance, `f${i}`, chance.pick(types)));
  const total = facts.find((f) => f.type === "integer");
  if (!total || count < 2 || !chance.often(0.4)) return facts;
  const parts = ["a", "b"].map((p) => ({
    ...someSmallFact(chance, `${total.id}${p}`, "integer"),
    range: { min: 0, max: 1 },
  }));
  const sum = {
    ...total,
    range: { min: 0, max: chance.often(0.8) ? 2 : 1 },
    derive: { sum: parts.map((p) => p.id) },
  };
  const rest = facts.filter((f) => f !== total).slice(0, 1);
  return [sum, ...parts, ...rest].map((f) => assumable(chance, f));
}

function someSmallFact(chance: Chance, id: string, type: Fact["type"]): Fact {
  const way = chance.pick(["block", "block", "ignore", "ignore", "assume"] as const);
  const safety = way === "block" && chance.often(0.4);
  const members = chance.some(["u", "v", "w"], 2 + chance.below(2));
  const fact: Fact = {
    id,
    label: text(id),
    question: text(id),
    type,
    ...(type === "enum" || type === "set"
      ? {
          values: members.map((m, i) => ({
            id: m,
            label: text(m),
            ...(i > 0 && chance.often(0.3) ? { retired: true } : {}),
          })),
        }
      : {}),
    ...(type === "integer" ? { range: { min: -1, max: 2 } } : {}),
    ...(type === "decimal" ? { scale: 1, range: { min: 0, max: 0.3 } } : {}),
    whenUnknown: way === "assume" ? { assume: false } : way,
    safety,
    ...(safety || chance.often(0.5) ? { validFor: chance.pick(["P0D", "P7D"]) } : {}),
    sources: [],
  };
  return assumable(chance, fact);
}

/** With an assumed value that is one. */
function assumable(chance: Chance, fact: Fact): Fact {
  return typeof fact.whenUnknown === "object"
    ? { ...fact, whenUnknown: { assume: someValue(chance, fact) } }
    : fact;
}

/** The members of an enum or a set that a criterion may read. */
export function membersOf(fact: Fact): readonly string[] {
  return (fact.values ?? []).filter((v) => v.retired !== true).map((v) => v.id);
}

/** Every value of an ordered fact that tests can tell apart. */
export function stepsOf(fact: Fact): readonly (number | string)[] {
  if (fact.type === "date") return days;
  const step = fact.type === "decimal" ? 10 : 1;
  const { min, max } = fact.range ?? { min: 0, max: 0 };
  return Array.from({ length: Math.round((max - min) * step) + 1 }, (_, i) => (min * step + i) / step);
}

export function someValue(chance: Chance, fact: Fact): boolean | number | string | string[] {
  switch (fact.type) {
    case "boolean":
      return chance.often(0.5);
    case "enum":
      return chance.pick(membersOf(fact));
    case "set":
      return chance.some(membersOf(fact), chance.below(3));
    case "integer":
    case "decimal":
    case "date":
      return chance.pick(stepsOf(fact));
    default:
      return fact.type satisfies never;
  }
}
