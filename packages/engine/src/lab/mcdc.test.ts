// Which leaf settles a criterion alone, by hand: for joints, thresholds of several, negations and all three verdicts.
import { describe, expect, test } from "vitest";
import { criterion, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Condition } from "../model/condition.ts";
import type { Facts } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { leavesShown, type LeafShown } from "./mcdc.ts";

const leaf = (fact: string, operator: string, value?: unknown): Condition =>
  ({ fact, operator, ...(value === undefined ? {} : { value }) }) as Condition;
// Three leaves that can each be true, false or unknown.
const [danger, young, kindA] = [
  leaf("danger", "equal", true),
  leaf("age", "lessThan", 18),
  leaf("kind", "equal", "a"),
];
const yes: Facts = { danger: true, age: 4, kind: "a" };
const no: Facts = { danger: false, age: 40, kind: "b" };
/** True for the first ids, false for the others, unknown for those left out. */
const person = (...verdicts: readonly (boolean | undefined)[]): Facts =>
  Object.fromEntries(
    ["danger", "age", "kind"].flatMap((id, i) =>
      verdicts[i] === undefined ? [] : [[id, (verdicts[i] ? yes : no)[id]]],
    ),
  );

function shown(ruleSet: RuleSet, id: string, facts: Facts): readonly LeafShown[] {
  const root = evaluate(ruleSet, facts, "2026-03-02").trace.find((t) => t.criterion === id)?.node;
  if (!root) throw new Error(id);
  return leavesShown(ruleSet, id, root);
}
const of = (when: Condition, facts: Facts): readonly LeafShown[] =>
  shown(tiny({ criteria: [criterion("K", when, "tell", "m")] }), "K", facts);
const alone = (when: Condition, ...verdicts: readonly (boolean | undefined)[]): string =>
  of(when, person(...verdicts))
    .map((l) => (l.alone ? "x" : "-"))
    .join("");

const [T, F, U] = [true, false, undefined];

describe("a leaf alone settles", () => {
  test.each([
    [[T, T, T], "xxx"],
    [[F, T, T], "x--"],
    [[T, F, T], "-x-"],
    [[F, F, T], "---"],
    [[U, T, T], "x--"],
    [[U, U, T], "xx-"],
    [[F, U, T], "x--"],
    [[F, F, F], "---"],
  ])("all of three, %j: %s", (verdicts, settled) => {
    expect(alone({ all: [danger, young, kindA] }, ...verdicts)).toBe(settled);
  });

  test.each([
    [[F, F, F], "xxx"],
    [[T, F, F], "x--"],
    [[F, F, T], "--x"],
    [[T, F, T], "---"],
    [[U, F, F], "x--"],
    [[U, U, F], "xx-"],
    [[U, T, F], "-x-"],
  ])("any of three, %j: %s", (verdicts, settled) => {
    expect(alone({ any: [danger, young, kindA] }, ...verdicts)).toBe(settled);
  });

  test.each([
    [[T, T, F], "xx-"],
    [[T, T, T], "---"],
    [[T, F, F], "-xx"],
    [[F, F, F], "---"],
    [[T, U, F], "-x-"],
    [[T, U, U], "-xx"],
    [[T, T, U], "xx-"],
  ])("at least two of three, %j: %s", (verdicts, settled) => {
    expect(alone({ atLeast: { count: 2, of: [danger, young, kindA] } }, ...verdicts)).toBe(settled);
  });

  test("the only leaf of a criterion always does", () => {
    for (const verdict of [T, F, U]) expect(alone(danger, verdict)).toBe("x");
  });

  test("through joints in joints, where nothing beside it settles the rest", () => {
    const nested: Condition = { any: [{ all: [danger, young] }, kindA] };
    expect(alone(nested, T, T, F)).toBe("xx-");
    expect(alone(nested, T, T, T)).toBe("---");
    expect(alone(nested, T, F, F)).toBe("-xx");
    expect(alone(nested, F, F, F)).toBe("--x");
    expect(alone(nested, T, U, F)).toBe("-x-");
  });
});

test("negations are pushed down: a leaf is read as it stands under them", () => {
  const neither: Condition = { not: { any: [danger, { not: young }] } };
  expect(of(neither, person(F, T)).map((l) => [l.verdict, l.alone])).toEqual([
    ["true", true],
    ["true", true],
  ]);
  expect(of(neither, person(T, T)).map((l) => [l.verdict, l.alone])).toEqual([
    ["false", true],
    ["true", false],
  ]);
});

test("every leaf has its place in the document, in the criterion or in the condition it is named in", () => {
  const ruleSet = tiny({
    conditions: [
      { id: "first", label: { fr: "t", en: "t" }, when: kindA },
      { id: "second", label: { fr: "t", en: "t" }, when: { all: [young, { condition: "first" }] } },
    ],
    criteria: [
      criterion("OTHER", danger, "stop"),
      criterion("K", { any: [{ not: danger }, { condition: "second" }, { condition: "first" }] }, "go"),
    ],
  });
  const leaves = shown(ruleSet, "K", person(T, T, F));
  expect(leaves.map((l) => l.at)).toEqual([
    ["criteria", 1, "when", "any", 0, "not"],
    ["conditions", 1, "when", "all", 0],
    ["conditions", 0, "when"],
    ["conditions", 0, "when"],
  ]);
  expect(leaves.map((l) => l.verdict)).toEqual(["false", "true", "false", "false"]);
  // The same condition comes twice: either place alone would make it true.
  expect(leaves.map((l) => l.alone)).toEqual([true, false, true, true]);
});

test("leaves on decisions and on their states are leaves, always is none", () => {
  const ruleSet = tiny({
    criteria: [
      criterion("A", danger, "stop"),
      criterion(
        "K",
        {
          all: [
            { decision: "d", operator: "equal", value: "stop" },
            { decision: "d", state: ["stop", "@undetermined"] },
            { always: true },
          ],
        },
        "tell",
        "m",
      ),
    ],
  });
  expect(shown(ruleSet, "K", { danger: true })).toEqual([
    { at: ["criteria", 1, "when", "all", 0], verdict: "true", alone: true, oneSided: false },
    { at: ["criteria", 1, "when", "all", 1], verdict: "true", alone: true, oneSided: false },
  ]);
  expect(shown(ruleSet, "K", {}).map((l) => [l.verdict, l.alone])).toEqual([
    ["unknown", false],
    ["false", true],
  ]);
});

describe("one-sided: it can never be both true and false", () => {
  test.each([
    [leaf("age", "isKnown"), true],
    [leaf("wish", "isKnown"), true],
    [leaf("score", "isKnown"), false],
    [leaf("age", "isUnknown"), false],
    [young, false],
    [leaf("traits", "isEmpty"), false],
  ])("%j: %s", (when, oneSided) => {
    expect(of(when, { ...person(T, T, T), traits: [] }).map((l) => l.oneSided)).toEqual([oneSided]);
  });
});
