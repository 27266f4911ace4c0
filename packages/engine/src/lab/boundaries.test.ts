// Boundaries: whoever is reported there stands there, by the direct reading, and every ready profile covers its own.
import { describe, expect, test } from "vitest";
import { freshSeed } from "../../test/arbitraries.ts";
import { profileOf, someProgram } from "../../test/lab.ts";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { criterion, fact, many, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Condition, FactLeaf } from "../model/condition.ts";
import { boundaryReportSchema, type Boundary, type BoundaryReport } from "../model/lab.ts";
import { parseProfiles } from "../model/parse.ts";
import type { Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { compareWithExpected } from "../simulate/index.ts";
import { boundaries, boundariesOf, boundaryScore } from "./boundaries.ts";
import { addDays } from "./steps.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

const reading = tiny({ decisions: [many] });

/** Whether somebody stands at a boundary, asked of the direct reading: a criterion that says so is true. */
function stands(ruleSet: RuleSet, { fact: id, side, value, every }: Boundary, profile: Profile): boolean {
  const { facts, evaluatedOn = anyDay } = profile;
  const declared = ruleSet.facts.find((f) => f.id === id);
  if (!declared) return false;
  const given = evaluate(ruleSet, facts, evaluatedOn).result.assumed.includes(id) ? [] : [true];
  const unit = 10 ** -(declared.scale ?? 0);
  const step = (n: number): unknown =>
    typeof value === "number"
      ? Number((value + n * unit).toFixed(declared.scale ?? 0))
      : addDays(String(value), n);
  const list = Array.isArray(value) ? (value as string[]) : [];
  const isSet = declared.type === "set";
  const leaf = (operator: string, literal?: unknown): Condition =>
    ({ fact: id, operator, ...(literal === undefined ? {} : { value: literal }) }) as FactLeaf;
  const inside =
    declared.type === "boolean"
      ? leaf("equal", true)
      : !isSet
        ? leaf("in", list)
        : list.length === 0
          ? leaf("isNotEmpty")
          : leaf(every === true ? "containsAll" : "containsAny", list);
  const asked: Record<Boundary["side"], Condition> = {
    below: leaf("equal", step(-1)),
    at: leaf("equal", value),
    above: leaf("equal", step(1)),
    inside,
    outside: { not: inside },
    unknown: leaf("isUnknown"),
  };
  // Read as a fact that blocks and is never assumed, so that only what was given counts.
  const blocking = { ...declared, whenUnknown: "block" as const };
  const reader = {
    ...reading,
    facts: ruleSet.facts.map((f) => (f.id === id ? blocking : f)),
    criteria: [criterion("K", asked[side], "tell", "m")],
  } as unknown as RuleSet;
  const fired = evaluate(reader, facts, evaluatedOn).result.fired.length > 0;
  return side === "unknown" ? fired || given.length === 0 : fired;
}

function misplaced(
  ruleSet: RuleSet,
  profiles: readonly Profile[],
  list: readonly Boundary[],
): readonly unknown[] {
  return list.flatMap((boundary) =>
    profiles
      .filter((p) => stands(ruleSet, boundary, p) !== boundary.profiles.includes(p.id))
      .map((p) => [p.id, boundary.fact, boundary.side, boundary.value, p.facts[boundary.fact]]),
  );
}

function checkReady(ruleSet: RuleSet, profiles: readonly Profile[], report: BoundaryReport): void {
  for (const { boundary, profile } of report.missing) {
    const where = report.boundaries[boundary];
    const { result } = evaluate(ruleSet, profile.facts, profile.evaluatedOn ?? anyDay);
    expect(compareWithExpected(profile.expected, result)).toEqual([]);
    expect(profile.provenance).toBe("accepted-output");
    expect(where && where.profiles.length === 0 && stands(ruleSet, where, profile)).toBe(true);
  }
  const saved = parseProfiles(
    JSON.parse(JSON.stringify([...profiles, ...report.missing.map((m) => m.profile)])),
  );
  expect(saved).toMatchObject({ ok: true });
}

test(`whoever is reported at a boundary stands there, and nobody else (SEED=${seed})`, () => {
  let [standing, ready] = [0, 0];
  for (let i = 0; i < 12; i += 1) {
    const { ruleSet, profiles } = someProgram(seed + i, 8);
    const report = boundaries(ruleSet, profiles);
    expect(misplaced(ruleSet, profiles, report.boundaries), `SEED=${seed + i}`).toEqual([]);
    expect(boundaryReportSchema.safeParse(JSON.parse(JSON.stringify(report))).success).toBe(true);
    expect(report.covered).toBe(report.boundaries.filter((b) => b.profiles.length > 0).length);
    checkReady(ruleSet, profiles, report);
    const { missing: _ready, ...score } = report;
    expect(boundaryScore(ruleSet, profiles)).toEqual(score);
    standing += report.covered;
    ready += report.missing.length;
  }
  expect(standing).toBeGreaterThan(50);
  expect(ready).toBeGreaterThan(50);
});

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  test("the profiles stand where they are reported", () => {
    expect(misplaced(ruleSet, profiles, boundariesOf(ruleSet, profiles))).toEqual([]);
  });

  test("with half of the profiles, the ready ones cover what is missing, and the test matters to them", () => {
    const half = profiles.filter((_, i) => i % 4 === 0);
    const report = boundaries(ruleSet, half);
    checkReady(ruleSet, half, report);
    expect(report.missing.length).toBe(report.boundaries.length - report.covered);
    const all = boundaries(ruleSet, [...half, ...report.missing.map((m) => m.profile)]);
    expect(all.score).toBe(1);
  });
});

test("a profile moved off its boundary is seen to be misplaced (control)", () => {
  const ruleSet = tiny({
    criteria: [criterion("K", { fact: "age", operator: "lessThan", value: 18 }, "go")],
  });
  const at = profileOf(ruleSet, { age: 18 }, "P1");
  const report = boundariesOf(ruleSet, [at]);
  expect(misplaced(ruleSet, [at], report)).toEqual([]);
  expect(misplaced(ruleSet, [{ ...at, facts: { age: 19 } }], report)).not.toEqual([]);
});

describe("what is a boundary", () => {
  const sides = (when: Condition, rest: Record<string, unknown> = {}): readonly string[] =>
    boundariesOf(tiny({ criteria: [criterion("K", when, "go")], ...rest }), []).map(
      (b) => `${b.fact} ${b.side} ${JSON.stringify(b.value) ?? ""}`,
    );
  const leaf = (name: string, operator: string, value?: unknown): Condition =>
    ({ fact: name, operator, ...(value === undefined ? {} : { value }) }) as Condition;

  test("three sides of a threshold as far as the range goes, and the fact unknown", () => {
    expect(sides(leaf("age", "lessThan", 18))).toEqual([
      "age below 18",
      "age at 18",
      "age above 18",
      "age unknown ",
    ]);
    expect(sides(leaf("age", "equal", 0))).toEqual(["age at 0", "age above 0", "age unknown "]);
    expect(sides(leaf("dose", "lessThan", 9.5))).toEqual(["dose below 9.5", "dose at 9.5", "dose unknown "]);
  });

  test("a parameter counts by its value, and the same threshold counts once", () => {
    const twice: Condition = {
      any: [leaf("age", "lessThan", { parameter: "limit" }), leaf("age", "greaterThan", 10)],
    };
    expect(sides(twice)).toEqual(["age below 10", "age at 10", "age above 10", "age unknown "]);
    const [below] = boundariesOf(tiny({ criteria: [criterion("K", twice, "go")] }), []);
    expect(below?.at).toEqual([
      ["criteria", 0, "when", "any", 0],
      ["criteria", 0, "when", "any", 1],
    ]);
  });

  test("two sides of a list, in either wording; all of the members is another test than one of them", () => {
    expect(sides({ any: [leaf("kind", "in", ["a", "b"]), leaf("kind", "notIn", ["b", "a"])] })).toEqual([
      'kind inside ["a","b"]',
      'kind outside ["a","b"]',
      "kind unknown ",
    ]);
    expect(sides(leaf("kind", "in", ["a", "b", "c"]))).toEqual([
      'kind inside ["a","b","c"]',
      "kind unknown ",
    ]);
    expect(
      sides({ any: [leaf("traits", "containsAny", ["a", "b"]), leaf("traits", "containsAll", ["a", "b"])] }),
    ).toHaveLength(5);
    expect(sides({ any: [leaf("danger", "equal", true), leaf("danger", "equal", false)] })).toEqual([
      "danger inside [true]",
      "danger outside [true]",
      "danger unknown ",
    ]);
    expect(sides(leaf("kind", "isKnown"))).toEqual(["kind unknown "]);
  });

  test("nothing that does not run is one", () => {
    const off = tiny({
      criteria: [{ ...criterion("K", leaf("age", "lessThan", 18), "go"), enabled: false }],
    });
    expect(boundaries(off, [])).toEqual({ boundaries: [], covered: 0, score: 1, missing: [] });
  });

  test("an assumed value is nobody's answer, and a total counts through its parts", () => {
    const facts = [
      fact("wish", "boolean", { whenUnknown: { assume: false } }),
      fact("a", "integer", { range: { min: 0, max: 3 } }),
      fact("b", "integer", { range: { min: 0, max: 3 } }),
      fact("total", "integer", { range: { min: 0, max: 6 }, derive: { sum: ["a", "b"] } }),
    ];
    const when: Condition = { any: [leaf("wish", "equal", true), leaf("total", "lessThan", 3)] };
    const ruleSet = tiny({ facts, criteria: [criterion("K", when, "go")] });
    const report = boundariesOf(ruleSet, [profileOf(ruleSet, { a: 1, b: 1 }, "P1")]);
    expect(report.filter((b) => b.profiles.length > 0).map((b) => `${b.fact} ${b.side}`)).toEqual([
      "wish unknown",
      "total below",
    ]);
    const ready = boundaries(ruleSet, [profileOf(ruleSet, { a: 1, b: 1 }, "P1")]).missing;
    expect(ready.map((m) => m.profile.id)).toEqual(["P2", "P3", "P4", "P5", "P6"]);
    expect(ready.map((m) => m.profile.facts["total"])).toEqual([undefined, undefined, 3, 4, undefined]);
  });
});

test.each(programs)("the profiles of $program stand at every boundary", ({ ruleSet, profiles }) => {
  expect(boundaries(ruleSet, profiles).missing.map((m) => m.profile.title.fr)).toEqual([]);
});
