// The classes of a diagram, right and spoilt one thing at a time; and what tests say of them.
import { describe, expect, test } from "vitest";
import { fact, members, tiny } from "../../test/tiny.ts";
import type { FactLeaf } from "../model/condition.ts";
import type { DiagramDimension } from "../model/diagram.ts";
import { checkDimensions, leafClasses, Unfit } from "./check-classes.ts";

const whole = (id: string, rest: Readonly<Record<string, unknown>> = {}) =>
  fact(id, "integer", { range: { min: 0, max: 9 }, ...rest });
const text = { fr: "t", en: "t" };

const ruleSet = tiny({
  parameters: [{ id: "limit", label: text, value: 4, rationale: text, sources: [] }],
  facts: [
    fact("yes", "boolean"),
    fact("perhaps", "boolean", { whenUnknown: "ignore" }),
    fact("kind", "enum", { values: members }),
    whole("count"),
    whole("free", { range: undefined }),
    fact("dose", "decimal", { scale: 1, range: { min: 0.5, max: 9.5 } }),
    fact("since", "date"),
    fact("traits", "set", { values: members }),
    fact("signs", "set", { values: members, whenUnknown: "ignore" }),
    whole("one", { range: { min: 0, max: 3 } }),
    whole("two", { range: undefined, whenUnknown: { assume: 1 } }),
    whole("both", { derive: { sum: ["one", "two"] } }),
    whole("three"),
    whole("again", { derive: { sum: ["two", "three"] } }),
  ],
});

const line = (id: string, ...options: readonly unknown[]) =>
  ({ fact: id, options }) as unknown as DiagramDimension;
const span = (from: unknown, to: unknown): unknown => ({ from, to });
const anyOf = (id: string, ...ids: readonly string[]): DiagramDimension => ({ fact: id, anyOf: [...ids] });
const asked = (id: string): DiagramDimension => ({ fact: id, isKnown: true });
const yes = line("yes", { values: [false] }, { values: [true] });
const ofBoth = [
  { fact: "one", min: 0, max: 3 },
  { fact: "two", min: null, max: null, assumed: true },
];
const total = (sum: readonly unknown[] | undefined) =>
  ({ ...line("both", span(0, 9)), ...(sum && { sum }) }) as DiagramDimension;

describe("dimensions", () => {
  test.each<[string, readonly DiagramDimension[]]>([
    ["none", []],
    ["a boolean", [yes]],
    ["a boolean whose values are one class", [line("yes", { values: [true, false] })]],
    ["an optional boolean", [line("perhaps", "unknown", { values: [true] }, { values: [false] })]],
    ["an enumeration", [line("kind", { values: ["c", "a"] }, { values: ["b"] })]],
    ["numbers to the ends of the range", [line("count", span(0, 4), span(5, 9))]],
    ["numbers beyond the ends of the range", [line("count", span(null, 4), span(5, null))]],
    ["numbers without a range", [line("free", span(null, -1), span(0, 0), span(1, null))]],
    ["decimals", [line("dose", span(0.5, 2.4), span(2.5, 9.5))]],
    ["dates", [line("since", span("0000-01-01", "2024-02-29"), span("2024-03-01", "9999-12-31"))]],
    ["a set", [anyOf("traits", "a"), anyOf("traits", "c", "b")]],
    ["a set of which nothing is asked", [anyOf("traits", "a")]],
    ["an optional set", [asked("signs"), anyOf("signs", "a")]],
    ["a total with its parts", [total(ofBoth)]],
    ["several facts", [yes, line("count", span(0, 9)), anyOf("traits", "a"), anyOf("traits", "b")]],
  ])("%s: accepted", (_, dimensions) => {
    expect(checkDimensions(ruleSet, dimensions)).toBe(true);
  });

  test.each<[string, readonly DiagramDimension[]]>([
    ["a fact that is none", [line("nobody", { values: [true] })]],
    ["a value left out", [line("yes", { values: [false] })]],
    ["a value twice", [line("yes", { values: [false] }, { values: [false] })]],
    ["a value in two classes", [line("yes", { values: [false, true] }, { values: [true] })]],
    ["a value that is none", [line("kind", { values: ["a", "b"] }, { values: ["d"] })]],
    ["a value too many", [line("kind", { values: ["a", "b", "c", "d"] })]],
    ["an interval among values", [line("kind", { values: ["a", "b"] }, span(0, 1))]],
    ["an interval beside all values", [line("kind", { values: ["a", "b", "c"] }, span(0, 1))]],
    ["values on a line", [line("count", span(0, 4), { values: ["5"] })]],
    ["unknown where that stays open", [line("yes", "unknown", { values: [false] }, { values: [true] })]],
    ["no unknown where that is settled", [line("perhaps", { values: [false] }, { values: [true] })]],
    ["unknown twice", [line("perhaps", "unknown", "unknown", { values: [false] }, { values: [true] })]],
    ["no class", [line("count")]],
    ["a gap", [line("count", span(0, 4), span(6, 9))]],
    ["an overlap", [line("count", span(0, 5), span(5, 9))]],
    ["disorder", [line("count", span(5, 9), span(0, 4))]],
    ["too late a beginning", [line("count", span(1, 9))]],
    ["too early an end", [line("count", span(0, 8))]],
    ["an end where there is none", [line("free", span(null, 100))]],
    ["a beginning where there is none", [line("free", span(-100, null))]],
    ["a gap of a tenth", [line("dose", span(0.5, 2.4), span(2.6, 9.5))]],
    ["dates that begin late", [line("since", span("0000-01-02", "9999-12-31"))]],
    ["dates that end early", [line("since", span("0000-01-01", "9999-12-30"))]],
    [
      "a day that is none",
      [line("since", span("0000-01-01", "2026-02-29"), span("2026-03-01", "9999-12-31"))],
    ],
    ["numbers for dates", [line("since", span(0, 1))]],
    ["two lines of one fact", [line("count", span(0, 9)), line("count", span(0, 9))]],
    ["a set for a line", [anyOf("count", "a")]],
    ["a line for a set", [line("traits", { values: ["a", "b", "c"] })]],
    ["a line beside a set", [anyOf("traits", "a"), line("traits", { values: ["b", "c"] })]],
    ["a member that is none", [anyOf("traits", "a", "d")]],
    ["a member twice", [anyOf("traits", "a"), anyOf("traits", "a", "b")]],
    ["a set asked whether it is known that must be", [asked("traits"), anyOf("traits", "a")]],
    ["an optional set that is not asked about", [anyOf("signs", "a")]],
    ["an optional set asked about twice", [asked("signs"), asked("signs"), anyOf("signs", "a")]],
    ["an optional set asked about late", [anyOf("signs", "a"), asked("signs")]],
    ["dimensions of a fact apart", [anyOf("traits", "a"), yes, anyOf("traits", "b")]],
    ["a total without its parts", [total(undefined)]],
    ["a total with parts of its own", [total(ofBoth.toReversed())]],
    ["a total with another end", [total([{ fact: "one", min: 0, max: 4 }, ofBoth[1]])]],
    ["a total with another beginning", [total([{ fact: "one", min: 1, max: 3 }, ofBoth[1]])]],
    ["a total whose part is not assumed", [total([ofBoth[0], { fact: "two", min: null, max: null }])]],
    ["a total whose part is assumed", [total([{ ...ofBoth[0], assumed: true }, ofBoth[1]])]],
    ["parts of what is no total", [{ ...line("count", span(0, 9)), sum: ofBoth } as DiagramDimension]],
    ["a total and its part", [total(ofBoth), line("one", span(0, 3))]],
    [
      "two totals of one part",
      [
        total(ofBoth),
        {
          ...line("again", span(0, 9)),
          sum: [ofBoth[1], { fact: "three", min: 0, max: 9 }],
        } as unknown as DiagramDimension,
      ],
    ],
  ])("%s: refused", (_, dimensions) => {
    expect(checkDimensions(ruleSet, dimensions)).toBe(false);
  });
});

describe("tests of classes", () => {
  const dimensions: readonly DiagramDimension[] = [
    yes,
    line("perhaps", "unknown", { values: [false] }, { values: [true] }),
    line("kind", { values: ["a"] }, { values: ["b", "c"] }),
    line("count", span(0, 4), span(5, 5), span(6, 9)),
    line("dose", span(0.5, 2.4), span(2.5, 9.5)),
    line("since", span("0000-01-01", "2024-02-29"), span("2024-03-01", "9999-12-31")),
    anyOf("traits", "a"),
    anyOf("traits", "b", "c"),
    asked("signs"),
    anyOf("signs", "a"),
    anyOf("signs", "b"),
    anyOf("signs", "c"),
  ];
  /** Alternatives, each as `level` and its options. */
  const told = (leaf: FactLeaf, wanted = true): readonly string[] =>
    leafClasses(ruleSet, dimensions, { leaf, wanted }).map((tests) =>
      tests.map(({ level, options }) => `${level}:${options.map(Number).join("")}`).join(" "),
    );
  const leaf = (id: string, operator: FactLeaf["operator"], value?: FactLeaf["value"]): FactLeaf => ({
    fact: id,
    operator,
    ...(value !== undefined && { value }),
  });

  test.each<[FactLeaf, readonly string[], readonly string[]]>([
    [leaf("yes", "equal", true), ["0:01"], ["0:10"]],
    [leaf("yes", "notEqual", true), ["0:10"], ["0:01"]],
    [leaf("yes", "isKnown"), ["0:11"], []],
    // Plainly unknown is neither true nor false.
    [leaf("perhaps", "equal", false), ["1:010"], ["1:001"]],
    [leaf("perhaps", "isKnown"), ["1:011"], []],
    [leaf("kind", "equal", "a"), ["2:10"], ["2:01"]],
    [leaf("kind", "in", ["c", "b"]), ["2:01"], ["2:10"]],
    [leaf("kind", "notIn", ["b", "c"]), ["2:10"], ["2:01"]],
    [leaf("count", "lessThan", 5), ["3:100"], ["3:011"]],
    [leaf("count", "lessThanInclusive", 5), ["3:110"], ["3:001"]],
    [leaf("count", "greaterThan", 5), ["3:001"], ["3:110"]],
    [leaf("count", "greaterThanInclusive", 5), ["3:011"], ["3:100"]],
    [leaf("count", "equal", 5), ["3:010"], ["3:101"]],
    [leaf("count", "notEqual", 5), ["3:101"], ["3:010"]],
    [leaf("count", "greaterThan", { parameter: "limit" }), ["3:011"], ["3:100"]],
    [leaf("dose", "lessThan", 2.5), ["4:10"], ["4:01"]],
    [leaf("since", "lessThanInclusive", "2024-02-29"), ["5:10"], ["5:01"]],
    [leaf("since", "greaterThan", "2024-02-29"), ["5:01"], ["5:10"]],
    [leaf("traits", "contains", "a"), ["6:01"], ["6:10"]],
    [leaf("traits", "doesNotContain", "a"), ["6:10"], ["6:01"]],
    [leaf("traits", "containsAny", ["c", "b"]), ["7:01"], ["7:10"]],
    [leaf("traits", "containsAny", ["a", "b", "c"]), ["6:01", "7:01"], ["6:10 7:10"]],
    [leaf("traits", "containsNone", ["a", "b", "c"]), ["6:10 7:10"], ["6:01", "7:01"]],
    [leaf("traits", "isEmpty"), ["6:10 7:10"], ["6:01", "7:01"]],
    [leaf("traits", "isNotEmpty"), ["6:01", "7:01"], ["6:10 7:10"]],
    [leaf("traits", "containsAll", ["a"]), ["6:01"], ["6:10"]],
    [leaf("traits", "isKnown"), [""], []],
    [leaf("signs", "isKnown"), ["8:01"], []],
    [leaf("signs", "containsAll", ["a", "b"]), ["8:01 9:01 10:01"], ["8:01 9:10", "8:01 10:10"]],
    [leaf("signs", "containsAny", ["a", "b"]), ["8:01 9:01", "8:01 10:01"], ["8:01 9:10 10:10"]],
  ])("%j", (asking, whereTrue, whereFalse) => {
    expect([told(asking), told(asking, false)]).toEqual([whereTrue, whereFalse]);
  });

  test.each<[string, FactLeaf]>([
    ["a class that the test cuts: values", leaf("kind", "equal", "b")],
    ["a class that the test cuts: from below", leaf("count", "lessThan", 6.5)],
    ["a class that the test cuts: in its middle", leaf("count", "greaterThanInclusive", 8)],
    ["a class that the test cuts: at its end", leaf("count", "equal", 9)],
    ["a class that the test cuts: out of its middle", leaf("count", "notEqual", 8)],
    ["a class that the test cuts: a day", leaf("since", "equal", "2024-03-01")],
    ["a group of which one member is named", leaf("traits", "contains", "b")],
    ["a group with members that are not named", leaf("traits", "containsAny", ["a", "b"])],
    ["all of a group", leaf("traits", "containsAll", ["b", "c"])],
    ["all of a group and one more", leaf("traits", "containsAll", ["a", "b", "c"])],
    ["a member of no group", leaf("traits", "contains", "d")],
    ["a fact without dimensions", leaf("free", "equal", 0)],
    ["a fact that is none", leaf("nobody", "equal", 0)],
    ["an operator of sets on a line", leaf("count", "contains", "a")],
    ["whether it is unknown", leaf("yes", "isUnknown")],
  ])("%s: not settled", (_, asking) => {
    expect(() => told(asking)).toThrow(Unfit);
  });
});
