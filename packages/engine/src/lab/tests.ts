// What running conditions test of facts: thresholds, and lists of answers. The same test in several places is one test
// with several places.
import { nodesOf, type FactLeaf } from "../model/condition.ts";
import type { Path } from "../model/diagnostic.ts";
import type { Fact } from "../model/fact.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { runningConditions } from "./reading.ts";

export type FactTest =
  /** A comparison with a number or a date, its parameter resolved. */
  | {
      readonly kind: "threshold";
      readonly fact: Fact;
      readonly value: number | string;
      readonly at: readonly Path[];
    }
  /**
   * One of these answers, or at least one of these members (all of them when `every`). No member at all stands for
   * "has any member".
   */
  | {
      readonly kind: "members";
      readonly fact: Fact;
      readonly members: readonly (string | boolean)[];
      readonly every: boolean;
      readonly at: readonly Path[];
    }
  /** The fact is read: it can be unknown. */
  | { readonly kind: "unknown"; readonly fact: Fact; readonly at: readonly Path[] };

/** The tests of a rule set: by fact in the order of the vocabulary, then in the order of the document. */
export function factTests(ruleSet: RuleSet): readonly FactTest[] {
  const leaves = runningConditions(ruleSet).flatMap(({ at, when }) =>
    [...nodesOf(when)].flatMap(({ at: inside, node }) =>
      "fact" in node ? [{ at: [...at, ...inside], leaf: node }] : [],
    ),
  );
  return ruleSet.facts.flatMap((fact) => {
    const own = leaves.filter(({ leaf }) => leaf.fact === fact.id);
    const tests = new Map<string, FactTest>();
    const add = (test: FactTest): void => {
      const key = keyOf(test);
      const known = tests.get(key);
      tests.set(key, known ? { ...known, at: [...known.at, ...test.at] } : test);
    };
    for (const { at, leaf } of own) {
      const test = testOf(ruleSet, fact, leaf);
      if (test) add({ ...test, at: [at] });
    }
    for (const { at } of own) add({ kind: "unknown", fact, at: [at] });
    return [...tests.values()];
  });
}

function keyOf(test: FactTest): string {
  if (test.kind === "unknown") return test.kind;
  return JSON.stringify(
    test.kind === "threshold" ? test.value : [test.every, test.members.map(String).sort()],
  );
}

function testOf(ruleSet: RuleSet, fact: Fact, { operator, value }: FactLeaf): FactTest | undefined {
  const at: readonly Path[] = [];
  if (operator === "isKnown" || operator === "isUnknown") return undefined;
  if (fact.type === "integer" || fact.type === "decimal" || fact.type === "date") {
    const literal =
      typeof value === "object" && "parameter" in value
        ? ruleSet.parameters.find((p) => p.id === value.parameter)?.value
        : value;
    return typeof literal === "number" || typeof literal === "string"
      ? { kind: "threshold", fact, value: literal, at }
      : undefined;
  }
  // "Is no" divides people as "is yes" does.
  if (fact.type === "boolean") return { kind: "members", fact, members: [true], every: false, at };
  const members = value === undefined ? [] : (Array.isArray(value) ? value : [value]).map(String);
  return { kind: "members", fact, members, every: operator === "containsAll", at };
}
