// Persons who turned out one way or another: what is open is said by the vocabulary that completes, and whoever was
// unknown may turn out to have members that are retired. Every person and every class is gone through.
import { describe, expect, test } from "vitest";
import { faultsOf } from "../../test/small/index.ts";
import { criterion, fact, members, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { askOne, type Question } from "../question/index.ts";
import { graphOf } from "./graph-of.ts";

const inKind: Condition = { fact: "kind", operator: "in", value: ["a"] };
const hasTrait: Condition = { fact: "traits", operator: "contains", value: "a" };
const anyTrait: Condition = { fact: "traits", operator: "containsAny", value: ["a", "b"] };

function about(what: Readonly<Record<string, unknown>>, when: Condition): RuleSet {
  return tiny({ facts: [what], decisions: [one], criteria: [criterion("c", when, "stop")] });
}

/** Is a condition so of the first person, and so of the second, who is the first completed? */
function turns(worlds: readonly RuleSet[], of: Condition): readonly Question[] {
  const people = [{ kind: "same" }, { kind: "completed" }] as const;
  const verdicts = ["true", "false", "unknown"] as const;
  return verdicts.flatMap((first) =>
    verdicts.map((second) => ({
      worlds: worlds.map((ruleSet, i) => ({ ruleSet, person: people[i] ?? people[0] })),
      ask: {
        all: [
          { world: 0, verdict: first, of },
          { world: 1, verdict: second, of },
        ],
      },
    })),
  );
}

const kind = (whenUnknown: unknown) => fact("kind", "enum", { values: members.slice(0, 2), whenUnknown });
const traits = (whenUnknown: unknown, retired = false) =>
  fact("traits", "set", {
    values: members.slice(0, 2).map((m, i) => (retired && i === 1 ? { ...m, retired } : m)),
    whenUnknown,
  });
const ways = ["block", "ignore"] as const;
const pairs = ways.flatMap((first) => ways.map((second) => [first, second] as const));

describe("every person is in a class of its answer, and every class stands for somebody of its answer", () => {
  test.each(pairs)("an enum that is `%s` before and `%s` after", (first, second) => {
    const worlds = [about(kind(first), inKind), about(kind(second), inKind)];
    expect(turns(worlds, inKind).flatMap(faultsOf)).toEqual([]);
  });

  test.each(pairs)("a set that is `%s` before and `%s` after", (first, second) => {
    const worlds = [about(traits(first), hasTrait), about(traits(second), hasTrait)];
    expect(turns(worlds, hasTrait).flatMap(faultsOf)).toEqual([]);
  });

  test("a fact that is assumed in one vocabulary only", () => {
    const enums = [about(kind({ assume: "a" }), inKind), about(kind("block"), inKind)];
    const sets = [about(traits({ assume: ["a"] }), hasTrait), about(traits("block"), hasTrait)];
    for (const order of [enums, enums.toReversed()])
      expect(turns(order, inKind).flatMap(faultsOf)).toEqual([]);
    for (const order of [sets, sets.toReversed()])
      expect(turns(order, hasTrait).flatMap(faultsOf)).toEqual([]);
  });

  test("an unknown set that turns out to have a retired member", () => {
    const ruleSet = about(traits("block", true), hasTrait);
    const known: Condition = { any: [hasTrait, { fact: "traits", operator: "isKnown" }] };
    for (const of of [known, anyTrait]) expect(turns([ruleSet, ruleSet], of).flatMap(faultsOf)).toEqual([]);
  });

  test("a fact that only the vocabulary that completes has is not cut into classes", () => {
    const [without, beside] = [about(kind("block"), inKind), tiny()];
    expect(graphOf(turns([without, beside], inKind)[0] ?? askOne(without, { all: [] }))).toHaveProperty(
      "unmodelled",
    );
  });
});
