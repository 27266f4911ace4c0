// A family of rule sets that grow: as many criteria as asked for, over facts that grow with them, one decision with four
// outcomes, and the properties that every such program would have.
import { parseRuleSet, type Condition, type RuleSet } from "@jumelage/engine";

const text = (fr: string): { fr: string; en: string } => ({ fr, en: fr });
const outcomes = ["stop", "care", "deeper", "go"] as const;
const tones = ["stop", "caution", "caution", "go"] as const;
/** So many criteria share a fact. */
const perFact = 5;

/** A rule set with `count` criteria; always the same one. */
export function syntheticRuleSet(count: number): RuleSet {
  const facts = [...Array(Math.max(4, Math.ceil(count / perFact))).keys()].map((i) => `score${i}`);
  const threshold = (fact: string, value: number): Condition => ({
    fact,
    operator: "greaterThanInclusive",
    value,
  });
  const fact = (id: string, rest: object): object => ({
    id,
    label: text(id),
    question: text(id),
    sources: [],
    ...rest,
  });
  const parsed = parseRuleSet({
    schemaVersion: 1,
    program: "synthetique",
    title: text("Synthétique"),
    purpose: text("Mesurer"),
    timeZone: "America/Toronto",
    sources: [],
    parameters: [],
    facts: [
      fact("danger", { type: "boolean", whenUnknown: "block", safety: true, validFor: "P0D" }),
      ...facts.map((id, i) =>
        fact(id, {
          type: "integer",
          range: { min: 0, max: 27 },
          whenUnknown: i % 3 === 0 ? "block" : "ignore",
          safety: false,
        }),
      ),
    ],
    conditions: [],
    decisions: [
      {
        id: "way",
        title: text("Voie"),
        kind: "one",
        outcomes: outcomes.map((id, i) => ({
          id,
          label: text(id),
          message: text(id),
          tone: tones[i],
          override: false,
        })),
        otherwise: "deeper",
        states: {
          "@undetermined": { label: text("à préciser"), message: text("à préciser") },
          "@safety-unknown": { label: text("à vérifier"), message: text("à vérifier") },
        },
      },
    ],
    criteria: [...Array(count).keys()].map((i) => {
      const [first, second] = [facts[i % facts.length], facts[(i * 7 + 1) % facts.length]];
      const when =
        i === 0
          ? { fact: "danger", operator: "equal", value: true }
          : { all: [threshold(first ?? "", 3 + (i % 20)), threshold(second ?? "", 1 + ((i * 3) % 20))] };
      const outcome = i === 0 ? "stop" : outcomes[1 + (i % 3)];
      return {
        id: `C${i}`,
        title: text(`C${i}`),
        when,
        then: { decision: "way", outcome },
        rationale: text("mesure"),
        sources: [],
        origin: "inference",
        enabled: true,
      };
    }),
    properties: [
      {
        id: "danger-first",
        statement: text("Le danger d’abord."),
        claim: {
          kind: "implies",
          given: { fact: "danger", operator: "equal", value: true },
          decision: "way",
          states: ["stop"],
        },
      },
      {
        id: "stop-only-in-danger",
        statement: text("Arrêt seulement en cas de danger."),
        claim: {
          kind: "requires",
          decision: "way",
          states: ["stop"],
          condition: { fact: "danger", operator: "equal", value: true },
        },
      },
      {
        id: "danger-is-worse",
        statement: text("Le danger ne rend jamais la réponse moins prudente."),
        claim: { kind: "monotone", decision: "way", fact: "danger", order: [false, true] },
      },
    ],
  });
  if (!parsed.ok)
    throw new Error(`a synthetic rule set does not parse: ${JSON.stringify(parsed.diagnostics)}`);
  return parsed.value;
}

/** The same with one threshold one higher, in the middle of the criteria. */
export function withThresholdRaised(ruleSet: RuleSet): RuleSet {
  const copy = structuredClone(ruleSet);
  const criterion = copy.criteria[Math.floor(copy.criteria.length / 2)];
  const [leaf] = criterion && "all" in criterion.when ? criterion.when.all : [];
  if (!criterion || !leaf || !("fact" in leaf) || typeof leaf.value !== "number")
    throw new Error("no threshold to raise");
  const rest = "all" in criterion.when ? criterion.when.all.slice(1) : [];
  criterion.when = { all: [{ ...leaf, value: leaf.value + 1 }, ...rest] };
  return copy;
}
