// What stands before what, where one of the two is fixed: there are classes on either side of a value that is only assumed.
import { expect, test } from "vitest";
import { answersOf, today } from "../../test/small/index.ts";
import { criterion, fact, one, tiny } from "../../test/tiny.ts";
import type { Question } from "../question/index.ts";
import { graphOf } from "./graph-of.ts";
import { valuesOf } from "./graph.ts";

const ruleSet = tiny({
  facts: [
    fact("since", "date", { whenUnknown: { assume: "2026-01-11" } }),
    fact("count", "integer", { range: { min: -2000, max: 2000 }, whenUnknown: { assume: 7 } }),
  ],
  decisions: [one],
  criteria: [criterion("c", { always: true }, "stop")],
});

test.each(
  ["since", "count"].flatMap((id) => (["ascending", "descending"] as const).map((o) => [id, o] as const)),
)("%s, assumed in one world, %s", (id, order) => {
  const question: Question = {
    worlds: [
      { ruleSet, person: { kind: "set", settings: [{ fact: id, to: "unknown" }] } },
      { ruleSet, person: { kind: "same" } },
    ],
    ask: { before: id, worlds: [0, 1], order },
  };
  const made = graphOf(question);
  if ("unmodelled" in made) throw new Error(made.unmodelled);
  const { space, graph, root } = made;
  const isAnswer = answersOf(question);
  const known = id === "since" ? ["2026-01-10", "2026-01-11", "2026-01-12"] : [6, 7, 8];
  for (const value of known) {
    const people = [{}, { [id]: value }];
    expect(valuesOf(graph, space.classOf(people, today))[root], String(value)).toBe(isAnswer(people));
  }
  const [dimension] = space.dimensions;
  expect(dimension?.options.length).toBe(2);
});
