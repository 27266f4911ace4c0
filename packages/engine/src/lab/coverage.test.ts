// Coverage: every claim of a report asked again in another way, and the smallest set against trying all of them.
import { describe, expect, test } from "vitest";
import { chanceFrom, freshSeed } from "../../test/arbitraries.ts";
import { profileOf, someProgram, today } from "../../test/lab.ts";
import { programs } from "../../test/reference-programs.ts";
import { criterion, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Condition } from "../model/condition.ts";
import type { Path } from "../model/diagnostic.ts";
import { coverageReportSchema, type CoverageReport } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { coverage, shownBy, smallestSet } from "./coverage.ts";
import { smallestCover } from "./smallest-cover.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

function without(condition: Condition, at: Path, leaf: Condition): Condition {
  const [step, ...rest] = at;
  if (step === undefined) return leaf;
  const next = (condition as Record<string, unknown>)[step] as Condition;
  const changed = without(next, rest, leaf);
  if (Array.isArray(condition))
    return condition.map((c: Condition, i) => (i === step ? changed : c)) as never;
  return { ...condition, [step]: changed };
}

function verdictOf(ruleSet: RuleSet, id: string, profile: Profile, when?: Condition): string | undefined {
  const read =
    when === undefined
      ? ruleSet
      : { ...ruleSet, criteria: ruleSet.criteria.map((c) => (c.id === id ? { ...c, when } : c)) };
  const { trace } = evaluate(read, profile.facts, profile.evaluatedOn ?? today);
  return trace.find((t) => t.criterion === id)?.verdict;
}

const always = (holds: boolean): Condition => (holds ? { always: true } : { not: { always: true } });

/** Checks what is said of one leaf that stands in the criterion itself: with a constant in its place. */
function checkLeaf(
  ruleSet: RuleSet,
  profiles: readonly Profile[],
  id: string,
  leaf: CoverageReport["criteria"][number]["leaves"][number],
): number {
  const index = ruleSet.criteria.findIndex((c) => c.id === id);
  const found = ruleSet.criteria[index];
  if (!found || leaf.at[0] !== "criteria") return 0;
  const inside = leaf.at.slice(3);
  const negated = inside.filter((step) => step === "not").length % 2 === 1;
  for (const profile of profiles) {
    const root = verdictOf(ruleSet, id, profile);
    const [up, down] = [true, false].map((holds) =>
      verdictOf(ruleSet, id, profile, without(found.when, inside, always(holds !== negated))),
    );
    const said = (["true", "false", "unknown"] as const).filter((v) => leaf[v].includes(profile.id));
    expect(said.length).toBeLessThanOrEqual(1);
    const where = `SEED=${seed} ${id} ${leaf.at.join(".")} ${profile.id}`;
    const [only] = said;
    if (only === "true") expect([root, up, down === "true"], where).toEqual(["true", "true", false]);
    else if (only === "false") expect([root, up === "false", down], where).toEqual(["false", false, "false"]);
    else if (only === "unknown")
      expect([root, up === "unknown" && down === "unknown"], where).toEqual(["unknown", false]);
  }
  return 1;
}

function sameShown(ruleSet: RuleSet, profiles: readonly Profile[], ids: readonly string[]): boolean {
  const [all, some] = [profiles, profiles.filter((p) => ids.includes(p.id))].map((list) => {
    const { criteria, outcomes, boundaries } = coverage(ruleSet, list);
    return shownBy({ criteria, outcomes, boundaries }).length;
  });
  return all === some;
}

test(`verdicts, leaves and outcomes are what the direct reading says (SEED=${seed})`, () => {
  let leaves = 0;
  for (let i = 0; i < 8; i += 1) {
    const { ruleSet, profiles } = someProgram(seed + i, 8);
    const report = coverage(ruleSet, profiles);
    expect(coverageReportSchema.safeParse(JSON.parse(JSON.stringify(report))).success).toBe(true);
    for (const covered of report.criteria) {
      for (const profile of profiles) {
        const verdict = verdictOf(ruleSet, covered.criterion, profile);
        const said = (["true", "false", "unknown"] as const).filter((v) => covered[v].includes(profile.id));
        expect(said, `SEED=${seed + i}`).toEqual([verdict]);
        const own = ruleSet.criteria.find((c) => c.id === covered.criterion);
        const off = { ...ruleSet, criteria: ruleSet.criteria.filter((c) => c !== own) };
        const [before, after] = [ruleSet, off].map((r) => {
          const answer = evaluate(r, profile.facts, today).result.decisions[own?.then.decision ?? ""];
          return answer?.kind === "one" ? answer.state : answer;
        });
        expect(covered.decides.includes(profile.id), `SEED=${seed + i}`).toBe(
          JSON.stringify(before) !== JSON.stringify(after),
        );
      }
      for (const leaf of covered.leaves) leaves += checkLeaf(ruleSet, profiles, covered.criterion, leaf);
    }
  }
  expect(leaves).toBeGreaterThan(20);
});

test(`the smallest set shows all that the whole set shows, and removing anybody loses something (SEED=${seed})`, () => {
  for (let i = 0; i < 4; i += 1) {
    const { ruleSet, profiles } = someProgram(seed + 50 + i, 10);
    const smallest = smallestSet(ruleSet, profiles);
    expect(sameShown(ruleSet, profiles, smallest)).toBe(true);
    for (const id of smallest) {
      const rest = smallest.filter((other) => other !== id);
      expect(sameShown(ruleSet, profiles, rest), `SEED=${seed + 50 + i} ${id}`).toBe(false);
    }
  }
});

test.each(programs)("the smallest set of $program, by its own report", ({ ruleSet, profiles }) => {
  const report = coverage(ruleSet, profiles);
  const { smallest } = report;
  const shows = (ids: readonly string[]): number =>
    shownBy(report).filter((by) => by.some((id) => ids.includes(id))).length;
  expect(smallest.exact).toBe(true);
  expect(shows(smallest.profiles)).toBe(shownBy(report).length);
  for (const id of smallest.profiles) {
    expect(shows(smallest.profiles.filter((other) => other !== id)), id).toBeLessThan(shownBy(report).length);
  }
});

describe("MC/DC of a criterion", () => {
  const yes: Condition = { fact: "danger", operator: "equal", value: true };
  const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
  const of = (when: Condition, people: readonly Readonly<Record<string, unknown>>[]) => {
    const ruleSet = tiny({ criteria: [criterion("K", when, "go")] });
    return coverage(
      ruleSet,
      people.map((facts, i) => profileOf(ruleSet, facts, `P${i}`)),
    ).criteria[0];
  };

  test("a leaf is shown only where it alone settles the criterion", () => {
    const both = of({ all: [yes, young] }, [
      { danger: true, age: 4 },
      { danger: false, age: 40 },
    ]);
    expect(both).toMatchObject({
      mcdc: 0,
      leaves: [
        { at: ["criteria", 0, "when", "all", 0], true: ["P0"], false: [] },
        { at: ["criteria", 0, "when", "all", 1], true: ["P0"], false: [] },
      ],
    });
    const whole = of({ all: [yes, young] }, [
      { danger: true, age: 4 },
      { danger: false, age: 4 },
      { danger: true },
      { danger: true, age: 40 },
    ]);
    expect(whole).toMatchObject({
      mcdc: 1,
      leaves: [
        { true: ["P0"], false: ["P1"], unknown: [] },
        { true: ["P0"], false: ["P3"], unknown: ["P2"] },
      ],
    });
  });

  test("under a negation a leaf is read negated", () => {
    expect(
      of({ not: { any: [yes, young] } }, [
        { danger: false, age: 40 },
        { danger: true, age: 40 },
      ]),
    ).toMatchObject({
      true: ["P0"],
      leaves: [
        { true: ["P0"], false: ["P1"] },
        { true: ["P0"], false: [] },
      ],
    });
  });

  test("that a fact is known cannot be false while it blocks: its one side is enough", () => {
    const known: Condition = { all: [{ fact: "age", operator: "isKnown" }, yes] };
    expect(
      of(known, [
        { danger: true, age: 4 },
        { danger: false, age: 4 },
      ]),
    ).toMatchObject({ mcdc: 1 });
    const optional: Condition = { all: [{ fact: "score", operator: "isKnown" }, yes] };
    expect(
      of(optional, [
        { danger: true, score: 4 },
        { danger: false, score: 4 },
      ]),
    ).toMatchObject({ mcdc: 0.5 });
  });

  test("a leaf reached through a named condition has its place there", () => {
    const named = [{ id: "minor", label: { fr: "x", en: "x" }, when: young }];
    const ruleSet = tiny({
      conditions: named,
      criteria: [criterion("K", { not: { condition: "minor" } }, "go")],
    });
    const report = coverage(ruleSet, [profileOf(ruleSet, { age: 40 }, "P1")]);
    expect(report.criteria[0]).toMatchObject({ leaves: [{ at: ["conditions", 0, "when"], true: ["P1"] }] });
  });
});

describe("the smallest cover", () => {
  function fewest(sets: readonly (readonly number[])[]): number {
    const wanted = new Set(sets.flat()).size;
    let best = sets.length;
    for (let bits = 0; bits < 2 ** sets.length; bits += 1) {
      const chosen = sets.filter((_, i) => (bits & (1 << i)) !== 0);
      if (chosen.length < best && new Set(chosen.flat()).size === wanted) best = chosen.length;
    }
    return best;
  }

  test(`is as small as trying everything finds (SEED=${seed})`, () => {
    const chance = chanceFrom(seed);
    for (let i = 0; i < 300; i += 1) {
      const sets = Array.from({ length: 1 + chance.below(10) }, () =>
        Array.from({ length: chance.below(7) }, () => chance.below(12)),
      );
      const { chosen, exact } = smallestCover(sets);
      expect(exact).toBe(true);
      expect(chosen.length, `SEED=${seed} ${JSON.stringify(sets)}`).toBe(fewest(sets));
      expect(new Set(chosen.flatMap((c) => sets[c] ?? [])).size).toBe(new Set(sets.flat()).size);
    }
  });

  test("without the time to search it still covers, spares nobody in vain, and does not claim to be the fewest", () => {
    const chance = chanceFrom(seed);
    for (let i = 0; i < 50; i += 1) {
      const sets = Array.from({ length: 12 }, () => Array.from({ length: 6 }, () => chance.below(30)));
      const { chosen, exact } = smallestCover(sets, 1);
      expect(exact).toBe(false);
      const covers = (list: readonly number[]): boolean =>
        new Set(list.flatMap((c) => sets[c] ?? [])).size === new Set(sets.flat()).size;
      expect(covers(chosen)).toBe(true);
      for (const one of chosen) expect(covers(chosen.filter((c) => c !== one))).toBe(false);
    }
  });

  test("of nothing is nothing", () => {
    expect(smallestCover([])).toEqual({ chosen: [], exact: true });
    expect(smallestCover([[], []])).toEqual({ chosen: [], exact: true });
  });
});
