// Criteria, outcomes and facts at the edges of words, every way against the direct reading.
import { expect, test } from "vitest";
import type { Condition, Facts, RuleSet } from "../model/index.ts";
import { differences } from "../../test/compiled-differences.ts";
import { criterion, fact, many, one, tiny } from "../../test/tiny.ts";
import { compile, type Way } from "./index.ts";

const at = "2026-03-15";
const ways: readonly Way[] = ["closures", "generated", "index"];
const isTrue = (id: string): Condition => ({ fact: id, operator: "equal", value: true });
const outcomes = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, i) => ({
    ...many.outcomes[1],
    id: `${prefix}${i}`,
    tone: i % 3 === 1 ? "stop" : "neutral",
  }));

/** So many truth values, one criterion for each, and an outcome of either decision for each; the last is a safety fact. */
function ruleSetOf(count: number): RuleSet {
  const ids = Array.from({ length: count }, (_, i) => `f${i}`);
  const first = ids[0] ?? "f0";
  return tiny({
    facts: ids.map((id, i) =>
      fact(id, "boolean", {
        ...(i === count - 1 ? { safety: true, validFor: "P0D" } : {}),
        whenUnknown: i === count - 1 || i % 3 === 0 ? "block" : i % 3 === 1 ? "ignore" : { assume: false },
      }),
    ),
    decisions: [
      { ...one, outcomes: outcomes(count, "o"), otherwise: `o${count - 1}` },
      { ...many, outcomes: outcomes(count, "p"), withheldWhileSafetyUnknown: true },
    ],
    // Half of them speak for an answer of one, half for one of several.
    criteria: ids.map((id, i) =>
      i % 2 === 0
        ? criterion(`k${i}`, { all: [isTrue(id), isTrue(first)] }, `o${i}`)
        : criterion(`k${i}`, { any: [isTrue(id), isTrue(first)] }, `p${i}`, "m"),
    ),
  });
}

/** Nobody; everybody with one answer given or withheld at an edge; all answers alike. */
function* persons(count: number): Generator<Facts> {
  const ids = Array.from({ length: count }, (_, i) => `f${i}`);
  const all = (value: unknown): Facts => Object.fromEntries(ids.map((id) => [id, value]));
  yield* [{}, all(true), all(false), all(3)];
  for (const place of [0, 1, 30, 31, 32, 33, 63, 64, count - 2, count - 1]) {
    const id = `f${place}`;
    if (place < 0 || place >= count) continue;
    yield { ...all(false), f0: true, [id]: true };
    yield { ...all(false), f0: true, [id]: undefined };
    yield { ...all(true), f0: false, [id]: null };
    yield { [id]: true };
    yield { ...all(false), [id]: "no" };
  }
}

test.each([1, 2, 31, 32, 33, 63, 64, 65])("%d of everything", (count) => {
  const ruleSet = ruleSetOf(count);
  const all = ways.map((way) => compile(ruleSet, { ways: [way] }));
  expect(all.map((c) => c.way)).toEqual(ways);
  for (const facts of persons(count)) expect(differences({ ruleSet, facts, at }, all)).toEqual([]);
});

test("criteria without a decision to read, and decisions without criteria", () => {
  for (const parts of [
    { criteria: [] },
    { decisions: [one], criteria: [] },
    {
      decisions: [many],
      criteria: [criterion("k", { fact: "danger", operator: "equal", value: true }, "halt", "m")],
    },
    { decisions: [one, many], criteria: [criterion("k", { always: true }, "tell", "m")] },
  ]) {
    const ruleSet = tiny(parts);
    const all = ways.map((way) => compile(ruleSet, { ways: [way] }));
    for (const facts of [{}, { danger: true }, { danger: false, traits: ["a"] }])
      expect(differences({ ruleSet, facts, at }, all)).toEqual([]);
  }
});
