// Where tests of one fact are true, and where their negations are, option by option.
import { describe, expect, it, test } from "vitest";
import { anyOf, isKnown, line, span, yesNo } from "../../test/diagrams.ts";
import type { FactLeaf } from "../model/condition.ts";
import type { DiagramDimension } from "../model/diagram.ts";
import { Forest, TRUE } from "./forest.ts";
import { widthOf } from "./dimensions.ts";
import { readLeaf } from "./read-leaf.ts";

const dimensions: readonly DiagramDimension[] = [
  yesNo("yes"),
  line("perhaps", "unknown", { values: [false] }, { values: [true] }),
  line("kind", { values: ["a"] }, { values: ["b", "c"] }),
  line("count", span(null, 4), span(5, 5), span(6, null)),
  line("since", span("0000-01-01", "2024-02-29"), span("2024-03-01", "9999-12-31")),
  anyOf("traits", "a"),
  anyOf("traits", "b", "c"),
  isKnown("signs"),
  anyOf("signs", "a"),
  anyOf("signs", "b"),
];

/** The choices of the options of a fact's own levels at which the test, or its negation, is true. */
function told(leaf: FactLeaf, negated: boolean): string {
  const forest = new Forest({ widths: dimensions.map(widthOf), budget: 1000 });
  const literals = leaf.value === undefined ? [] : [leaf.value].flat();
  const ref = readLeaf(leaf, { forest, dimensions, literals, negated });
  let choices: readonly (readonly number[])[] = [[]];
  for (const dimension of dimensions)
    choices = choices.flatMap((c) =>
      dimension.fact === leaf.fact
        ? Array.from({ length: widthOf(dimension) }, (_, option) => [...c, option])
        : [[...c, 0]],
    );
  const holds = choices.filter((choice) => {
    let at = ref;
    while (at >= 0) at = forest.child(at, choice[forest.levelOf(at)] ?? 0);
    return at === TRUE;
  });
  const own = dimensions.flatMap(({ fact }, level) => (fact === leaf.fact ? [level] : []));
  return holds.map((choice) => own.map((level) => choice[level]).join("")).join(" ");
}

const leaf = (fact: string, operator: FactLeaf["operator"], value?: FactLeaf["value"]): FactLeaf => ({
  fact,
  operator,
  ...(value !== undefined && { value }),
});

test.each<[FactLeaf, whereTrue: string, whereFalse: string]>([
  [leaf("yes", "equal", true), "1", "0"],
  [leaf("yes", "equal", false), "0", "1"],
  [leaf("yes", "notEqual", true), "0", "1"],
  // Whoever is complete knows it; that it is not known is true of nobody.
  [leaf("yes", "isKnown"), "0 1", ""],
  // Plainly unknown it is neither.
  [leaf("perhaps", "equal", true), "2", "1"],
  [leaf("perhaps", "isKnown"), "1 2", ""],
  [leaf("kind", "equal", "a"), "0", "1"],
  [leaf("kind", "notEqual", "a"), "1", "0"],
  [leaf("kind", "in", ["b", "c"]), "1", "0"],
  [leaf("kind", "notIn", ["c", "b"]), "0", "1"],
  [leaf("count", "equal", 5), "1", "0 2"],
  [leaf("count", "notEqual", 5), "0 2", "1"],
  [leaf("count", "lessThan", 5), "0", "1 2"],
  [leaf("count", "lessThanInclusive", 5), "0 1", "2"],
  [leaf("count", "greaterThan", 5), "2", "0 1"],
  [leaf("count", "greaterThanInclusive", 5), "1 2", "0"],
  [leaf("count", "greaterThan", 4), "1 2", "0"],
  [leaf("count", "lessThan", 6), "0 1", "2"],
  [leaf("since", "lessThan", "2024-03-01"), "0", "1"],
  [leaf("since", "greaterThanInclusive", "2024-03-01"), "1", "0"],
  [leaf("since", "lessThanInclusive", "2024-02-29"), "0", "1"],
  [leaf("since", "greaterThan", "2024-02-29"), "1", "0"],
  [leaf("traits", "contains", "a"), "10 11", "00 01"],
  [leaf("traits", "doesNotContain", "a"), "00 01", "10 11"],
  [leaf("traits", "containsAny", ["b", "c"]), "01 11", "00 10"],
  [leaf("traits", "containsAny", ["a", "b", "c"]), "01 10 11", "00"],
  [leaf("traits", "containsNone", ["b", "c"]), "00 10", "01 11"],
  [leaf("traits", "isEmpty"), "00", "01 10 11"],
  [leaf("traits", "isNotEmpty"), "01 10 11", "00"],
  [leaf("traits", "isKnown"), "00 01 10 11", ""],
  [leaf("signs", "containsAll", ["a", "b"]), "111", "100 101 110"],
  [leaf("signs", "containsAny", ["a", "b"]), "101 110 111", "100"],
  [leaf("signs", "contains", "a"), "110 111", "100 101"],
  [leaf("signs", "isEmpty"), "100", "101 110 111"],
  [leaf("signs", "isKnown"), "100 101 110 111", ""],
])("%j", (asked, whereTrue, whereFalse) => {
  expect([told(asked, false), told(asked, true)]).toEqual([whereTrue, whereFalse]);
});

describe("what no decision with one answer reads", () => {
  it("is a fault", () => {
    expect(() => told(leaf("yes", "isUnknown"), false)).toThrow(
      new TypeError("a decision of kind one does not read isUnknown"),
    );
    expect(() => told(leaf("count", "in", [5]), false)).toThrow(
      new TypeError("not an operator of a line: in"),
    );
  });
});
