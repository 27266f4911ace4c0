// The graph against the meaning: every random person is in a class whose answers are that person's, and the person that
// stands for a class has the answers that the graph says.
import { describe, expect, it } from "vitest";
import { freshSeed, someCases } from "../../test/arbitraries.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Result } from "../model/result.ts";
import { ruleSetGraph, type RuleSetGraph } from "./graph-of.ts";
import { valuesOf } from "./graph.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

function answersOf(made: RuleSetGraph, choice: readonly number[]): object {
  const values = valuesOf(made.graph, choice);
  const trueOf = (nodes: ReadonlyMap<string, number>): string[] =>
    [...nodes]
      .filter(([, node]) => values[node])
      .map(([id]) => id)
      .toSorted();
  return {
    decisions: Object.fromEntries(
      [...made.decisions].map(([id, d]) => [
        id,
        d.states.size > 0
          ? { state: trueOf(d.states), possible: trueOf(d.possible) }
          : {
              suggested: trueOf(d.suggested),
              undetermined: trueOf(d.undetermined),
              withheld: trueOf(d.withheld),
            },
      ]),
    ),
    fired: [...made.criteria]
      .filter(([, c]) => values[c.isTrue])
      .map(([id]) => id)
      .toSorted(),
    undecided: [...made.criteria]
      .filter(([, c]) => values[c.isUnknown])
      .map(([id]) => id)
      .toSorted(),
  };
}

function expected(result: Result): object {
  return {
    decisions: Object.fromEntries(
      Object.entries(result.decisions).map(([id, d]) => [
        id,
        d.kind === "one"
          ? { state: [d.state], possible: d.possible.toSorted() }
          : {
              suggested: d.suggested.toSorted(),
              undetermined: d.undetermined.toSorted(),
              withheld: d.withheld.toSorted(),
            },
      ]),
    ),
    fired: result.fired.toSorted(),
    undecided: result.undecided.toSorted(),
  };
}

describe(`classes of persons (SEED=${seed})`, () => {
  it("every person has the answers of its class, and so has whoever stands for it", () => {
    let made: RuleSetGraph | { unmodelled: string } = { unmodelled: "none yet" };
    let last: unknown;
    const unmodelled: string[] = [];
    let asked = 0;
    for (const { ruleSet, facts, at } of someCases(seed, { ruleSets: 150, persons: 8 })) {
      if (ruleSet !== last) made = ruleSetGraph(ruleSet);
      last = ruleSet;
      if ("unmodelled" in made) {
        unmodelled.push(made.unmodelled);
        continue;
      }
      const choice = made.space.classOf([facts], at);
      const answers = answersOf(made, choice);
      expect(
        answers,
        JSON.stringify({ ruleSet, facts, at }, (_, v) => (typeof v === "bigint" ? "big" : v)),
      ).toEqual(expected(evaluate(ruleSet, facts, at).result));
      const [person] = made.space.people(choice, at);
      expect(answers).toEqual(expected(evaluate(ruleSet, person ?? {}, at).result));
      expect(answersOf(made, made.space.classOf([person ?? {}], at))).toEqual(answers);
      asked += 1;
    }
    expect(asked).toBeGreaterThan(600);
  });
});
