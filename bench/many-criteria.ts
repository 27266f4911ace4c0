// A rule set with many criteria over few facts, and persons for it; always the same ones for a seed.
import { parseRuleSet, type Condition, type Facts, type RuleSet } from "@jumelage/engine";
import { chanceFrom, type Chance } from "../packages/engine/test/arbitraries.ts";

const text = (fr: string): { fr: string; en: string } => ({ fr, en: fr });
const outcomes = ["stop", "care", "deeper", "go"] as const;
const letters = ["a", "b", "c", "d", "e", "f"];

/** So many criteria over so many facts: whole numbers, yes or no, and one of six. */
export function manyCriteria(criteria: number, facts: number, seed: number): RuleSet {
  const chance = chanceFrom(seed);
  const declared = [...Array(facts).keys()].map((i) => {
    const base = {
      id: `fact${i}`,
      label: text(`fact${i}`),
      question: text(`fact${i}`),
      sources: [],
      safety: false,
    };
    const whenUnknown = i % 3 === 0 ? "ignore" : "block";
    if (i % 3 === 0) return { ...base, whenUnknown, type: "integer", range: { min: 0, max: 27 } };
    if (i % 3 === 1) return { ...base, whenUnknown, type: "boolean" };
    return { ...base, whenUnknown, type: "enum", values: letters.map((id) => ({ id, label: text(id) })) };
  });
  const leaf = (): Condition => {
    const i = chance.below(facts);
    const fact = `fact${i}`;
    if (i % 3 === 0)
      return {
        fact,
        operator: chance.pick(["greaterThanInclusive", "lessThan"]),
        value: 1 + chance.below(26),
      };
    if (i % 3 === 1) return { fact, operator: "equal", value: chance.often(0.5) };
    return { fact, operator: "in", value: chance.some(letters, 1 + chance.below(3)) };
  };
  const some = (count: number): Condition[] => Array.from({ length: count }, leaf);
  const parsed = parseRuleSet({
    schemaVersion: 1,
    program: "nombreux",
    title: text("Nombreux"),
    purpose: text("Mesurer"),
    timeZone: "America/Toronto",
    sources: [],
    parameters: [],
    facts: declared,
    conditions: [],
    decisions: [
      {
        id: "way",
        title: text("Voie"),
        kind: "one",
        outcomes: outcomes.map((id) => ({
          id,
          label: text(id),
          message: text(id),
          tone: "neutral",
          override: false,
        })),
        otherwise: "go",
        states: {
          "@undetermined": { label: text("à préciser"), message: text("à préciser") },
          "@safety-unknown": { label: text("à vérifier"), message: text("à vérifier") },
        },
      },
    ],
    criteria: [...Array(criteria).keys()].map((i) => ({
      id: `C${i}`,
      title: text(`C${i}`),
      when: { all: [...some(2 + chance.below(2)), { any: some(2 + chance.below(2)) }] },
      then: { decision: "way", outcome: outcomes[i % outcomes.length] },
      rationale: text("mesure"),
      sources: [],
      origin: "inference",
      enabled: true,
    })),
    properties: [],
  });
  if (!parsed.ok)
    throw new Error(`a rule set does not parse: ${JSON.stringify(parsed.diagnostics.slice(0, 3))}`);
  return parsed.value;
}

/** Persons who answered nine questions of ten. */
export function personsFor(ruleSet: RuleSet, count: number, seed: number): readonly Facts[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      ruleSet.facts.flatMap((f, i) => (chance.often(0.9) ? [[f.id, valueOf(chance, i)]] : [])),
    ),
  );
}

function valueOf(chance: Chance, i: number): unknown {
  return i % 3 === 0 ? chance.below(28) : i % 3 === 1 ? chance.often(0.5) : chance.pick(letters);
}
