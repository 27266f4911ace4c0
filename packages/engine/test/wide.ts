// Rule sets that take more than one word of bits wherever the compiled form has words: facts, criteria, outcomes, members.
import { parseRuleSet, type Condition, type Decision, type Fact, type RuleSet } from "../src/model/index.ts";
import type { Chance } from "./arbitraries/chance.ts";
import { someLeaf, type Ground } from "./arbitraries/conditions.ts";
import { text } from "./arbitraries/vocabulary.ts";

/** How many outcomes the decisions have, in order; the first two are of kind `one`, the last of kind `many`. */
export interface Width {
  readonly outcomes: readonly [number, number, number];
  /** Whether later criteria read the decisions of kind `one`. */
  readonly isRead: boolean;
}

const ids = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const valued = (prefix: string, count: number): NonNullable<Fact["values"]> =>
  ids(prefix, count).map((id, i) => ({ id, label: text(id), ...(i % 17 === 16 ? { retired: true } : {}) }));

function fact(id: string, type: Fact["type"], rest: Partial<Fact> = {}): Fact {
  return {
    id,
    label: text(id),
    question: text(id),
    type,
    whenUnknown: "block",
    safety: false,
    sources: [],
    ...rest,
  };
}

/** Seventy facts of every type and size, safety facts in every word among them. */
export const wideFacts: readonly Fact[] = [
  ...ids("flag", 54).map((id, i) =>
    fact(id, "boolean", {
      ...(i % 11 === 0 ? { safety: true, validFor: "P7D" } : {}),
      whenUnknown:
        i % 11 === 0 ? "block" : i % 4 === 1 ? "ignore" : i % 4 === 2 ? { assume: i % 8 === 2 } : "block",
    }),
  ),
  fact("members70", "set", { values: valued("m", 70), validFor: "P7D" }),
  fact("members32", "set", { values: valued("n", 32), whenUnknown: "ignore" }),
  fact("members33", "set", { values: valued("p", 33), whenUnknown: { assume: ["p1", "p32"] } }),
  fact("choice", "enum", { values: valued("v", 40), whenUnknown: "ignore" }),
  fact("small", "integer", { range: { min: -3, max: 5 } }),
  fact("dial", "integer", { range: { min: 0, max: 69 } }),
  fact("rows256", "integer", { range: { min: -10, max: 245 } }),
  fact("rows257", "integer", { range: { min: -10, max: 246 } }),
  fact("free", "integer", { whenUnknown: "ignore", validFor: "P30D" }),
  fact("dose", "decimal", { scale: 2, range: { min: -1.5, max: 4.25 }, whenUnknown: { assume: 0.75 } }),
  fact("weight", "decimal", { scale: 3, whenUnknown: "ignore" }),
  fact("since", "date", { safety: true, validFor: "P1D" }),
  fact("until", "date", { whenUnknown: { assume: "2026-01-15" } }),
  fact("low", "integer", { range: { min: 0, max: 4 } }),
  fact("high", "integer", { range: { min: 0, max: 300 }, whenUnknown: { assume: 7 } }),
  fact("total", "integer", { range: { min: 0, max: 304 }, derive: { sum: ["low", "high"] } }),
];

/** A rule set over them, with several criteria for many outcomes. */
export function wideRuleSet(chance: Chance, { outcomes, isRead }: Width): RuleSet {
  const decisions = outcomes.map((count, i): Decision =>
    decision(`d${i}`, i < 2 ? "one" : "many", ids(`o${i}x`, count)),
  );
  const criteria = decisions.flatMap((d, index) => {
    const ground: Ground = {
      facts: wideFacts,
      parameters: [],
      focuses: [],
      named: [],
      earlier: decisions.slice(0, Math.min(index, 2)),
      twoValued: index === 2,
    };
    return d.outcomes.flatMap((outcome, place) =>
      Array.from({ length: (place + index) % 3 }, () => ({
        when: index < 2 ? fromDialOn(place, some(chance, ground, isRead)) : some(chance, ground, isRead),
        then: { decision: d.id, outcome: outcome.id },
      })),
    );
  });
  const parsed = parseRuleSet({
    schemaVersion: 1,
    program: "wide",
    title: text("large"),
    purpose: text("large"),
    timeZone: "America/Toronto",
    sources: [],
    parameters: [],
    facts: wideFacts,
    conditions: [],
    decisions,
    criteria: chance.some(criteria, criteria.length).map((c, i) => ({
      id: `k${i}`,
      title: text(`k${i}`),
      ...c,
      rationale: text("essai"),
      sources: [],
      origin: "inference",
      enabled: i % 13 !== 5,
    })),
    properties: [],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics.slice(0, 3)));
  return parsed.value;
}

function decision(id: string, kind: Decision["kind"], outcomes: readonly string[]): Decision {
  const words = { label: text("à préciser"), message: text("à préciser") };
  return {
    id,
    title: text(id),
    kind,
    outcomes: outcomes.map((o, i) => ({
      id: o,
      label: text(o),
      message: text(o),
      tone: i % 5 === 3 ? "stop" : "neutral",
      override: true,
    })),
    ...(kind === "one"
      ? {
          otherwise: outcomes.at(-2) ?? outcomes[0],
          states: { "@undetermined": words, "@safety-unknown": words },
        }
      : { withheldWhileSafetyUnknown: true }),
  };
}

/** Outcomes before the place that the dial shows are ruled out, so that walks end anywhere. */
function fromDialOn(place: number, when: Condition): Condition {
  return { all: [{ fact: "dial", operator: "lessThanInclusive", value: place }, when] };
}

function some(chance: Chance, ground: Ground, isRead: boolean): Condition {
  const leaves = (count: number): Condition[] =>
    Array.from({ length: count }, () => someLeaf(chance, ground));
  const shape = chance.weighted({
    all: 50,
    atLeast: 15,
    any: 10,
    read: isRead && ground.earlier.length > 0 ? 25 : 0,
  });
  switch (shape) {
    case "all":
      return { all: [...leaves(1), { any: leaves(2) }] };
    case "atLeast":
      return { atLeast: { count: 3, of: leaves(4) } };
    case "any":
      return { any: [{ all: leaves(3) }, { all: [...leaves(2), { not: { any: leaves(2) } }] }] };
    case "read": {
      const { id, outcomes } = chance.pick(ground.earlier);
      const half = chance.some(outcomes, Math.ceil(outcomes.length / 2)).map((o) => o.id);
      const test: Condition =
        ground.twoValued && chance.often(0.5)
          ? { decision: id, state: [...half, chance.pick(["@undetermined", "@safety-unknown"])] }
          : { decision: id, operator: "in", value: half };
      return { all: [chance.often(0.5) ? { not: test } : test, ...leaves(1)] };
    }
    default:
      return shape satisfies never;
  }
}
