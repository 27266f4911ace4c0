// Random rule sets so small that every person of theirs can be gone through one by one, and small edits of them.
import { parseRuleSet, type Condition, type RuleSet } from "@jumelage/engine";

export interface Chance {
  readonly below: (n: number) => number;
  readonly often: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
}

/** Numbers from a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    often: (share) => next() < share,
    pick(list) {
      const found = list[below(list.length)];
      if (found === undefined) throw new RangeError("nothing to pick from");
      return found;
    },
  };
}

const text = (fr: string): { fr: string; en: string } => ({ fr, en: fr });
const values = (ids: readonly string[]) => ids.map((id) => ({ id, label: text(id) }));
const states = {
  "@undetermined": { label: text("ouvert"), message: text("ouvert") },
  "@safety-unknown": { label: text("sécurité"), message: text("sécurité") },
};

/** A rule set of three facts, a `one` decision and a `many` decision. */
export function tinyRuleSet(chance: Chance): RuleSet {
  const whenUnknown = (assumed: unknown) => chance.pick(["block", "block", "ignore", { assume: assumed }]);
  const validFor = (): object => (chance.often(0.3) ? { validFor: "P14D" } : {});
  const fact = (id: string, type: string, rest: object) => ({
    id,
    label: text(id),
    question: text(id),
    type,
    safety: false,
    sources: [],
    ...rest,
  });
  const facts = [
    fact("danger", "boolean", { whenUnknown: "block", safety: chance.often(0.5), validFor: "P0D" }),
    fact("score", "integer", {
      whenUnknown: whenUnknown(0),
      range: { min: 0, max: 4 },
      ...validFor(),
    }),
    chance.often(0.7)
      ? fact("kind", "enum", {
          whenUnknown: whenUnknown("a"),
          values: values(["a", "b", "c"]),
          ...validFor(),
        })
      : fact("traits", "set", { whenUnknown: "block", values: values(["x", "y"]) }),
  ];
  const outcomes = (ids: readonly string[], tones: readonly string[]) =>
    ids.map((id, i) => ({
      id,
      label: text(id),
      message: text(id),
      tone: tones[i] ?? "neutral",
      override: true,
    }));
  const one = {
    id: "way",
    title: text("Voie"),
    kind: "one",
    outcomes: outcomes(["stop", "care", "go"], ["stop", "caution", "go"]),
    otherwise: chance.pick(["care", "go", "go"]),
    states,
  };
  const many = {
    id: "duties",
    title: text("Devoirs"),
    kind: "many",
    outcomes: outcomes(["halt", "tell"], ["stop", "neutral"]),
    withheldWhileSafetyUnknown: chance.often(0.5),
  };
  const ids = facts.map((f) => f.id);
  const criteria = [
    ...Array.from({ length: 3 + chance.below(3) }, () => ({
      decision: "way",
      outcome: chance.pick(["stop", "care", "go"]),
      when: someCondition(chance, ids, 2),
    })),
    ...Array.from({ length: 1 + chance.below(2) }, () => ({
      decision: "duties",
      outcome: chance.pick(["halt", "tell"]),
      when: chance.often(0.3)
        ? ({ decision: "way", operator: "equal", value: "go" } as const)
        : someCondition(chance, ids, 1),
    })),
  ];
  return parsed({
    schemaVersion: 1,
    program: "essai",
    title: text("Essai"),
    purpose: text("Essai"),
    timeZone: "America/Toronto",
    sources: [],
    parameters: [{ id: "limit", label: text("Seuil"), value: 2, rationale: text("essai"), sources: [] }],
    facts,
    conditions: [{ id: "high", label: text("élevé"), when: someCondition(chance, ids, 0) }],
    decisions: [one, many],
    criteria: criteria.map(({ decision, outcome, when }, i) => ({
      id: `c${i}`,
      title: text(`c${i}`),
      when,
      then: { decision, outcome },
      rationale: text("essai"),
      sources: [],
      origin: "inference",
      enabled: chance.often(0.95),
    })),
    properties: [],
  });
}

function someCondition(chance: Chance, facts: readonly string[], depth: number): Condition {
  if (depth > 0 && chance.often(0.5)) {
    const members = [someCondition(chance, facts, depth - 1), someCondition(chance, facts, depth - 1)];
    return chance.often(0.5) ? { all: members } : { any: members };
  }
  if (depth > 0 && chance.often(0.15)) return { condition: "high" };
  if (depth > 0 && chance.often(0.15)) return { not: someCondition(chance, facts, depth - 1) };
  switch (chance.pick(facts)) {
    case "danger":
      return { fact: "danger", operator: "equal", value: chance.often(0.7) };
    case "score":
      return {
        fact: "score",
        operator: chance.pick(["lessThan", "greaterThanInclusive", "greaterThan", "equal"]),
        value: chance.often(0.2) ? { parameter: "limit" } : chance.below(5),
      };
    case "kind":
      return chance.often(0.2)
        ? { fact: "kind", operator: "isKnown" }
        : { fact: "kind", operator: "in", value: chance.often(0.5) ? ["a"] : ["b", "c"] };
    default:
      return chance.often(0.5)
        ? { fact: "traits", operator: "contains", value: chance.pick(["x", "y"]) }
        : { fact: "traits", operator: chance.pick(["isEmpty", "isNotEmpty"]) };
  }
}

/** The same rule set with one small thing changed; sometimes nothing that matters. */
export function edited(chance: Chance, ruleSet: RuleSet): RuleSet {
  const copy = JSON.parse(JSON.stringify(ruleSet)) as RuleSet;
  const criterion = chance.pick(copy.criteria);
  const [parameter] = copy.parameters;
  const score = copy.facts.find((f) => f.id === "score");
  const facts = copy.facts.map((f) => f.id);
  const edits: (() => void)[] = [
    () => (criterion.when = someCondition(chance, facts, 1)),
    () => (criterion.when = { all: [criterion.when, someCondition(chance, facts, 0)] }),
    () => (criterion.when = { any: [criterion.when, criterion.when] }),
    () => (criterion.enabled = !criterion.enabled),
    () => (criterion.title = text("autre titre")),
    () => parameter && (parameter.value += 1),
    () => score && (score.whenUnknown = "ignore"),
    () => score && (score.range = { min: 0, max: 3 }),
    () => score && (score.validFor = "P30D"),
    () => copy.decisions.forEach((d) => d.kind === "one" && (d.otherwise = "care")),
    () => copy.decisions.forEach((d) => d.id === "duties" && (d.withheldWhileSafetyUnknown = true)),
  ];
  chance.pick(edits)();
  return parseRuleSet(copy).ok ? parsed(copy) : ruleSet;
}

function parsed(document: unknown): RuleSet {
  const outcome = parseRuleSet(JSON.parse(JSON.stringify(document)));
  if (!outcome.ok) throw new Error(`a tiny rule set does not parse: ${JSON.stringify(outcome.diagnostics)}`);
  return outcome.value;
}
