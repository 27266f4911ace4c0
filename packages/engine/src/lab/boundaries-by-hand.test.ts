// Boundaries by hand: who stands on which side of every kind of test, and who is made for a side where nobody stands.
import { describe, expect, test } from "vitest";
import { profileOf } from "../../test/lab.ts";
import { criterion, fact, members, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { Facts } from "../model/profile.ts";
import { boundaries, boundariesOf } from "./boundaries.ts";

const leaf = (name: string, operator: string, value?: unknown): Condition =>
  ({ fact: name, operator, ...(value === undefined ? {} : { value }) }) as Condition;

/** On which sides each of these values of the fact stands. */
function sidesOf(when: Condition, ...values: readonly unknown[]): readonly (readonly string[])[] {
  const ruleSet = tiny({ criteria: [criterion("K", when, "tell", "m")] });
  const name = (when as { fact: string }).fact;
  const list = boundariesOf(
    ruleSet,
    values.map((value, i) => profileOf(ruleSet, value === undefined ? {} : { [name]: value }, `P${i}`)),
  );
  return values.map((_, i) => list.filter((b) => b.profiles.includes(`P${i}`)).map((b) => b.side));
}

describe("where somebody stands", () => {
  test("a number: one step below, at it, one step above; farther is nowhere", () => {
    expect(sidesOf(leaf("age", "lessThan", 18), 16, 17, 18, 19, 20, undefined, "18")).toEqual([
      [],
      ["below"],
      ["at"],
      ["above"],
      [],
      ["unknown"],
      ["unknown"],
    ]);
    expect(sidesOf(leaf("dose", "lessThan", 2.5), 2.3, 2.4, 2.5, 2.6, 3.5)).toEqual([
      [],
      ["below"],
      ["at"],
      ["above"],
      [],
    ]);
  });

  test("a date: the day before, the day, the day after", () => {
    const days = ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02", "2026-03-03"];
    expect(sidesOf(leaf("since", "lessThan", "2026-03-01"), ...days)).toEqual([
      [],
      ["below"],
      ["at"],
      ["above"],
      [],
    ]);
  });

  test("a yes or no, a value of a list", () => {
    expect(sidesOf(leaf("danger", "equal", false), true, false, undefined)).toEqual([
      ["inside"],
      ["outside"],
      ["unknown"],
    ]);
    expect(sidesOf(leaf("kind", "in", ["a", "b"]), "a", "b", "c", "z")).toEqual([
      ["inside"],
      ["inside"],
      ["outside"],
      ["unknown"],
    ]);
  });

  const part = (value: readonly string[], of: readonly string[]) => ({ value, of });
  test.each<readonly [Condition, readonly (readonly [unknown, string])[]]>([
    [
      leaf("traits", "contains", "a"),
      [
        [["a"], "inside"],
        [["b", "c"], "outside"],
        [[], "outside"],
        [part(["a"], ["a"]), "inside"],
        [part(["b"], ["a", "b"]), "outside"],
        // Not asked about: open, on neither side.
        [part(["b"], ["b"]), ""],
      ],
    ],
    [
      leaf("traits", "containsAny", ["a", "b"]),
      [
        [["b"], "inside"],
        [["a", "b", "c"], "inside"],
        [["c"], "outside"],
        [part([], ["a"]), ""],
        [part([], ["a", "b"]), "outside"],
        [part(["a"], ["a"]), "inside"],
      ],
    ],
    [
      leaf("traits", "containsAll", ["a", "b"]),
      [
        [["a", "b"], "inside"],
        [["a", "b", "c"], "inside"],
        [["a"], "outside"],
        [part(["a"], ["a"]), ""],
        [part([], ["a"]), "outside"],
        [part(["a", "b"], ["a", "b"]), "inside"],
      ],
    ],
    [
      leaf("traits", "isEmpty"),
      [
        [["c"], "inside"],
        [[], "outside"],
        [part(["c"], ["c"]), "inside"],
        [part([], ["c"]), ""],
        [part([], ["a", "b", "c"]), "outside"],
      ],
    ],
  ])("a set, asked in full or in part: %j", (when, people) => {
    // Asked in part is doubtful: nothing known was given.
    const incomplete = (value: unknown): boolean =>
      !Array.isArray(value) && (value as { of: readonly string[] }).of.length < 3;
    expect(sidesOf(when, ...people.map(([value]) => value))).toEqual(
      people.map(([value, side]) => [
        ...(side === "" ? [] : [side]),
        ...(incomplete(value) ? ["unknown"] : []),
      ]),
    );
  });

  test("somebody of whom a value is assumed stands nowhere but among the unknown", () => {
    expect(sidesOf(leaf("wish", "equal", true), undefined, true, false)).toEqual([
      ["unknown"],
      ["inside"],
      ["outside"],
    ]);
  });

  test("an enumeration that lists every value has no other side, a set has one", () => {
    const all = members.map((m) => m.id);
    const told = (when: Condition) =>
      boundariesOf(tiny({ criteria: [criterion("K", when, "go")] }), []).map((b) => b.side);
    expect(told(leaf("kind", "in", all))).toEqual(["inside", "unknown"]);
    expect(told(leaf("kind", "in", all.slice(1)))).toEqual(["inside", "outside", "unknown"]);
    expect(told(leaf("traits", "containsAny", all))).toEqual(["inside", "outside", "unknown"]);
  });

  test("a boundary tells its fact, its side, what is tested and every place of the test", () => {
    const when: Condition = { any: [leaf("traits", "containsAll", ["a", "b"]), leaf("age", "equal", 0)] };
    const ruleSet = tiny({ criteria: [criterion("K", when, "go")] });
    const [age, traits] = [
      ["criteria", 0, "when", "any", 1],
      ["criteria", 0, "when", "any", 0],
    ];
    expect(boundariesOf(ruleSet, [profileOf(ruleSet, { age: 1 }, "ONE")])).toEqual([
      { fact: "age", side: "at", value: 0, at: [age], profiles: [] },
      { fact: "age", side: "above", value: 0, at: [age], profiles: ["ONE"] },
      { fact: "age", side: "unknown", at: [age], profiles: [] },
      { fact: "traits", side: "inside", value: ["a", "b"], every: true, at: [traits], profiles: [] },
      { fact: "traits", side: "outside", value: ["a", "b"], every: true, at: [traits], profiles: [] },
      { fact: "traits", side: "unknown", at: [traits], profiles: ["ONE"] },
    ]);
  });
});

describe("who is made where nobody stands", () => {
  const made = (ruleSet: ReturnType<typeof tiny>, ...people: readonly Facts[]) => {
    const report = boundaries(
      ruleSet,
      people.map((facts, i) => profileOf(ruleSet, facts, `P${i + 1}`)),
    );
    return report.missing.map(({ boundary, profile }) => {
      const { fact: name, side } = report.boundaries[boundary] ?? { fact: "", side: "" };
      return [`${name} ${side}`, profile.facts, profile.title.en];
    });
  };
  const young = leaf("age", "lessThan", 18);
  const danger = leaf("danger", "equal", true);

  test("somebody like a profile in all but that fact", () => {
    const ruleSet = tiny({ criteria: [criterion("K", young, "stop")] });
    expect(made(ruleSet, { age: 40, kind: "b" })).toEqual([
      ["age below", { kind: "b", age: 17 }, "Like “P1”, but “text”: 17"],
      ["age at", { kind: "b", age: 18 }, "Like “P1”, but “text”: 18"],
      ["age above", { kind: "b", age: 19 }, "Like “P1”, but “text”: 19"],
      ["age unknown", { kind: "b" }, "Like “P1”, but “text”: not asked"],
    ]);
  });

  test("like the one of whom most is known, to whom the test matters", () => {
    const ruleSet = tiny({
      criteria: [
        criterion("D", danger, "stop"),
        criterion("K", { all: [young, leaf("kind", "equal", "a")] }, "go"),
      ],
    });
    const near = (...people: readonly Facts[]) =>
      made(ruleSet, ...people).filter(([where]) => where === "age below" || where === "age at");
    const [less, more] = [
      { danger: false, kind: "a" },
      { danger: false, kind: "a", dose: 1, since: "2026-01-01" },
    ];
    expect(near(less, more)).toEqual([
      ["age below", { ...more, age: 17 }, "Like “P2”, but “text”: 17"],
      ["age at", { ...more, age: 18 }, "Like “P2”, but “text”: 18"],
    ]);
    // To whoever is of another kind the age does not matter.
    expect(near(less, { ...more, kind: "b" }).map(([, facts]) => facts)).toEqual([
      { ...less, age: 17 },
      { ...less, age: 18 },
    ]);
  });

  test("the other sides are those of the same test: that another number of the fact matters is no reason", () => {
    const ruleSet = tiny({
      criteria: [
        criterion("D", danger, "stop"),
        criterion("K", { all: [young, leaf("kind", "equal", "a")] }, "care"),
        criterion("L", leaf("age", "greaterThan", 64), "go"),
      ],
    });
    const people = [
      { danger: false, kind: "b", dose: 1, age: 40 },
      { danger: false, kind: "a", age: 40 },
    ];
    const found = made(ruleSet, ...people).filter(
      ([where]) => where === "age below" || where === "age above",
    );
    expect(found.map(([where, facts]) => [where, facts])).toEqual([
      ["age below", { danger: false, kind: "a", age: 17 }],
      ["age above", { danger: false, kind: "a", age: 19 }],
      ["age below", { danger: false, kind: "b", dose: 1, age: 63 }],
      ["age above", { danger: false, kind: "b", dose: 1, age: 65 }],
    ]);
  });

  test("with a second fact changed where one is not enough", () => {
    const ruleSet = tiny({
      facts: [
        fact("age", "integer", { range: { min: 0, max: 120 } }),
        fact("kind", "enum", { values: members, whenUnknown: "ignore" }),
      ],
      criteria: [criterion("K", { all: [young, leaf("kind", "equal", "a")] }, "stop")],
    });
    const [below] = made(ruleSet, { age: 40, kind: "b" });
    expect(below).toEqual(["age below", { kind: "a", age: 17 }, "Like “P1”, but “text”: 17"]);
  });

  test("whoever stands there where the test matters to nobody near", () => {
    // Stopped in any case: no age changes that.
    const always = tiny({
      criteria: [criterion("K", { any: [{ always: true }, young] }, "stop")],
    });
    expect(made(always, { age: 40 })[0]).toEqual(["age below", { age: 17 }, "Like “P1”, but “text”: 17"]);
  });

  test("without any profile, somebody of whom nothing else is known", () => {
    const ruleSet = tiny({ criteria: [criterion("K", young, "stop")] });
    expect(made(ruleSet).map(([where, facts, title]) => [where, facts, title])).toEqual([
      ["age below", { age: 17 }, "Nothing else is known; “text”: 17"],
      ["age at", { age: 18 }, "Nothing else is known; “text”: 18"],
      ["age above", { age: 19 }, "Nothing else is known; “text”: 19"],
      ["age unknown", {}, "Nothing else is known; “text”: not asked"],
    ]);
  });

  test("the report counts who stands, and says why each profile was made", () => {
    const ruleSet = tiny({ criteria: [criterion("K", young, "stop")] });
    const report = boundaries(ruleSet, [profileOf(ruleSet, { age: 17 }, "A01")]);
    expect({ covered: report.covered, score: report.score }).toEqual({ covered: 1, score: 0.25 });
    expect(report.missing.map(({ boundary, profile }) => [boundary, profile.id, profile.tags])).toEqual([
      [1, "A02", ["boundary"]],
      [2, "A03", ["boundary"]],
      [3, "A04", ["boundary"]],
    ]);
    expect(report.missing[0]?.profile.story).toEqual({
      fr: "«\u00a0texte\u00a0» est exactement 18.",
      en: "“text” is exactly 18.",
    });
  });
});
