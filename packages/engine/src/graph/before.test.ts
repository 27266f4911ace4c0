// What stands before what, where one of the two is fixed: there are classes on either side of a value that is only assumed,
// or set.
import { expect, test } from "vitest";
import { answersOf, today } from "../../test/small/index.ts";
import { criterion, fact, one, tiny } from "../../test/tiny.ts";
import { dateOf, dayNumber } from "../model/date.ts";
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

const settings = [
  ["since", "unknown", "2026-01-11"],
  ["since", { known: "2026-03-05" }, "2026-03-05"],
  ["count", "unknown", 7],
  ["count", { known: -300 }, -300],
] as const;
const around = (value: string | number): readonly (string | number)[] =>
  typeof value === "number"
    ? [value - 1, value, value + 1]
    : [-1, 0, 1].flatMap((n) => dateOf((dayNumber(value) ?? 0) + n) ?? []);

test.each(
  settings.flatMap(([id, to, value]) =>
    (["ascending", "descending"] as const).map((order) => [id, order, to, value] as const),
  ),
)("%s, fixed in one world, %s: %j", (id, order, to, value) => {
  const question: Question = {
    worlds: [
      { ruleSet, person: { kind: "set", settings: [{ fact: id, to }] } },
      { ruleSet, person: { kind: "same" } },
    ],
    ask: { before: id, worlds: [0, 1], order },
  };
  const made = graphOf(question);
  if ("unmodelled" in made) throw new Error(made.unmodelled);
  const { space, graph, root } = made;
  const isAnswer = answersOf(question);
  for (const known of around(value)) {
    const people = [to === "unknown" ? {} : { [id]: to.known }, { [id]: known }];
    expect(valuesOf(graph, space.classOf(people, today))[root], String(known)).toBe(isAnswer(people));
  }
  const [dimension] = space.dimensions;
  expect(dimension?.options.length).toBe(2);
});
