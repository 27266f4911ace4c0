// Persons who turned out one way or another: what is open is said by the vocabulary that completes, and whoever was
// unknown may turn out to have members that are retired. Every person and every class is gone through.
import { describe, expect, test } from "vitest";
import { answersOf, everybody, isRelated, today } from "../../test/small/index.ts";
import { criterion, fact, members, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { isWitness, type Question } from "../question/index.ts";
import { graphOf } from "./graph-of.ts";
import { valuesOf } from "./graph.ts";

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
    for (const question of turns([about(kind(first), inKind), about(kind(second), inKind)], inKind))
      holds(question);
  });

  test.each(pairs)("a set that is `%s` before and `%s` after", (first, second) => {
    const worlds = [about(traits(first), hasTrait), about(traits(second), hasTrait)];
    for (const question of turns(worlds, hasTrait)) holds(question);
  });

  test("a fact that is assumed in one vocabulary only", () => {
    const assumed = about(kind({ assume: "a" }), inKind);
    for (const question of turns([assumed, about(kind("block"), inKind)], inKind)) holds(question);
    for (const question of turns([about(kind("block"), inKind), assumed], inKind)) holds(question);
    const set = about(traits({ assume: ["a"] }), hasTrait);
    for (const question of turns([set, about(traits("block"), hasTrait)], hasTrait)) holds(question);
    for (const question of turns([about(traits("block"), hasTrait), set], hasTrait)) holds(question);
  });

  test("an unknown set that turns out to have a retired member", () => {
    const ruleSet = about(traits("block", true), hasTrait);
    const of: Condition = { any: [hasTrait, { fact: "traits", operator: "isKnown" }] };
    for (const question of [...turns([ruleSet, ruleSet], of), ...turns([ruleSet, ruleSet], anyTrait)])
      holds(question);
  });
});

function holds(question: Question): void {
  const where = JSON.stringify(question.ask);
  const made = graphOf(question);
  if ("unmodelled" in made) throw new Error(made.unmodelled);
  const { space, graph, root } = made;
  const isAnswer = answersOf(question);
  for (const people of everybody(question, 5000) ?? []) {
    if (!isRelated(question, { at: today, people })) continue;
    expect(valuesOf(graph, space.classOf(people, today))[root], `${where} ${JSON.stringify(people)}`).toBe(
      isAnswer(people),
    );
  }
  let choices: readonly (readonly number[])[] = [[]];
  for (const { options } of space.dimensions)
    choices = choices.flatMap((choice) => options.map((_, option) => [...choice, option]));
  for (const choice of choices) {
    const people = space.people(choice, today);
    expect(isWitness(question, { at: today, people }), `${where} ${JSON.stringify(people)}`).toBe(
      valuesOf(graph, choice)[root],
    );
  }
}
