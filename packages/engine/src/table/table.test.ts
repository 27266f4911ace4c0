// What a table says read back is the criterion: by hand for every form, and for random criteria asked of random persons.
import { describe, expect, it } from "vitest";
import { someCases, freshSeed } from "../../test/arbitraries.ts";
import { programs } from "../../test/reference-programs.ts";
import { howMany } from "../../test/small/how-many.ts";
import { canonicalJson, evaluatePerson, readPerson, type DraftCondition, type RuleSet } from "../index.ts";
import { decisionTable, layoutOf, readBack, subjectKey, type Layout } from "./table.ts";

const a: DraftCondition = { fact: "a", operator: "equal", value: true };
const b: DraftCondition = { fact: "b", operator: "equal", value: true };
const c: DraftCondition = { condition: "c" };
const said = (when: DraftCondition): unknown => {
  const layout = layoutOf(when);
  if (layout.kind === "sentence") return "sentence";
  const names = (line: Extract<Layout, { kind: "rows" }>["shared"]): string[] =>
    line.map((t) => `${"not" in t.node ? "!" : ""}${subjectKey(t.column)}@${t.at.join(".")}`);
  return [names(layout.shared), ...layout.lines.map(names)];
};

describe("the forms of a criterion", () => {
  it.each<readonly [string, DraftCondition, unknown]>([
    ["one condition", a, [[], ["fact:a@"]]],
    ["always", { always: true }, [[], []]],
    ["all", { all: [a, c] }, [[], ["fact:a@all.0", "condition:c@all.1"]]],
    ["none", { not: { any: [a, b] } }, [[], ["!fact:a@not.any.0", "!fact:b@not.any.1"]]],
    [
      "at least one",
      { any: [a, { all: [b, c] }] },
      [[], ["fact:a@any.0"], ["fact:b@any.1.all.0", "condition:c@any.1.all.1"]],
    ],
    ["not all", { not: { all: [a, b] } }, [[], ["!fact:a@not.all.0"], ["!fact:b@not.all.1"]]],
    [
      "all, and one of some",
      { all: [a, { any: [b, c] }] },
      [["fact:a@all.0"], ["fact:b@all.1.any.0"], ["condition:c@all.1.any.1"]],
    ],
    [
      "counted, all of them",
      { atLeast: { count: 2, of: [a, b] } },
      [[], ["fact:a@atLeast.of.0", "fact:b@atLeast.of.1"]],
    ],
    [
      "counted, one of them",
      { atLeast: { count: 1, of: [a, b] } },
      [[], ["fact:a@atLeast.of.0"], ["fact:b@atLeast.of.1"]],
    ],
    [
      "not even one",
      { not: { atLeast: { count: 1, of: [a, b] } } },
      [[], ["!fact:a@not.atLeast.of.0", "!fact:b@not.atLeast.of.1"]],
    ],
    ["twice negated", { not: { not: a } }, [[], ["fact:a@not.not"]]],
    [
      "a gap that has its fact",
      { all: [{ hole: { fact: "a" } }, b] },
      [[], ["fact:a@all.0", "fact:b@all.1"]],
    ],
    ["a gap without", { all: [{ hole: {} }, b] }, "sentence"],
    ["never", { not: { always: true } }, "sentence"],
    ["two of three", { atLeast: { count: 2, of: [a, b, c] } }, "sentence"],
    ["two choices at once", { all: [{ any: [a, b] }, { any: [b, c] }] }, "sentence"],
    ["a column that is shared and not", { all: [a, { any: [a, b] }] }, "sentence"],
    ["nested deeper", { any: [a, { all: [b, { any: [a, c] }] }] }, "sentence"],
  ])("%s", (_, when, expected) => {
    expect(said(when)).toEqual(expected);
  });

  it("without a condition there is no row", () => {
    expect(layoutOf(undefined)).toEqual({ kind: "sentence" });
  });
});

/** The rule set with every criterion as its table says it, and how many stand in rows. */
function throughTables(ruleSet: RuleSet): {
  readonly ruleSet: RuleSet;
  readonly rows: number;
  readonly blocks: number;
} {
  const entries = ruleSet.decisions.flatMap((d) =>
    decisionTable(ruleSet, d.id).groups.flatMap((g) => g.entries),
  );
  const layouts = new Map(entries.map((e) => [e.criterion.id, e.layout]));
  const rows = [...layouts.values()].filter((l) => l.kind === "rows");
  const criteria = ruleSet.criteria.map((criterion) => {
    const layout = layouts.get(criterion.id);
    return layout?.kind === "rows"
      ? { ...criterion, when: readBack(layout) as typeof criterion.when }
      : criterion;
  });
  expect(entries).toHaveLength(ruleSet.criteria.length);
  return {
    ruleSet: { ...ruleSet, criteria },
    rows: rows.length,
    blocks: rows.filter((l) => l.lines.length > 1).length,
  };
}

it("read back, random criteria answer every person alike", () => {
  const seed = Number(process.env["SEED"] ?? freshSeed());
  let read: { readonly of: RuleSet; readonly table: ReturnType<typeof throughTables> } | undefined;
  const reached = { rows: 0, blocks: 0, persons: 0 };
  const wanted = { ruleSets: howMany({ quick: 60, long: 5_000 }), persons: 20 };
  for (const { ruleSet, facts, at } of someCases(seed, wanted)) {
    if (read?.of !== ruleSet) {
      read = { of: ruleSet, table: throughTables(ruleSet) };
      reached.rows += read.table.rows;
      reached.blocks += read.table.blocks;
    }
    const person = readPerson(ruleSet, facts, at);
    const [own, other] = [evaluatePerson(ruleSet, person), evaluatePerson(read.table.ruleSet, person)];
    expect(canonicalJson(other.result), `seed ${seed}`).toBe(canonicalJson(own.result));
    reached.persons += 1;
  }
  expect(reached.rows).toBeGreaterThan(wanted.ruleSets);
  expect(reached.blocks).toBeGreaterThan(wanted.ruleSets / 5);
});

it("the reference programs stand in tables, each criterion once, the cautious outcome first", () => {
  for (const { ruleSet } of programs) {
    for (const decision of ruleSet.decisions) {
      const table = decisionTable(ruleSet, decision.id);
      const order = decision.outcomes
        .map((o) => o.id)
        .filter((o) => table.groups.some((g) => g.outcome === o));
      expect(table.groups.map((g) => g.outcome)).toEqual(order);
    }
    throughTables(ruleSet);
  }
});
