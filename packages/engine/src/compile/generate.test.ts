import { expect, test } from "vitest";
import { differences } from "../../test/compiled-differences.ts";
import { programs } from "../../test/reference-programs.ts";
import { criterion, many, one, tiny } from "../../test/tiny.ts";
import type { Condition, RuleSet } from "../model/index.ts";
import { compile } from "./compile.ts";
import { freshSeed, someCases } from "../../test/arbitraries.ts";
import { generateJudge } from "./generate.ts";
import { factsSource } from "./generate-facts.ts";
import { masksSource } from "./generate-masks.ts";
import { readerSource } from "./generate-reader.ts";
import { resultSource } from "./generate-result.ts";
import { deciderOf } from "./decide.ts";
import { resultParts } from "./result.ts";
import { planOf } from "./plan.ts";

const danger: Condition = { fact: "danger", operator: "equal", value: true };
const seed = Number(process.env["SEED"] ?? freshSeed());

/** All the words that generated code may have: its own, and names with a number in them. */
const own =
  "use strict return run person masks words numbers yes no const let if Math clz32 s open end state missing found undefined " +
  "facts day into ids next m break isArray continue invalid r readOne hasOwn call key for in v typeof switch case length else true false undefined Object " +
  "problems masks yes no long longOf ofFacts masksOf known at answer prototypeOf prototype null p T person key many one fired undecided missing unverified assumed doubtful copied begin decisions remarks none lists ofWord kind suggested withheld undetermined w i";
const allowed = new Set(own.split(" "));
const numbered = /^([prnqestygfdkwxA]\d+(_\d+)?|e[+-]?\d+)$/;

test(`W7 nothing that a rule set says is in its generated code, but ids of facts, values and decisions as JSON (SEED=${seed})`, () => {
  const random = [...someCases(seed, { ruleSets: 60, persons: 1 })].map((c) => c.ruleSet);
  for (const ruleSet of [...programs.map((p) => p.ruleSet), ...random]) {
    const plan = planOf(ruleSet);
    const judge = generateJudge(plan);
    if (!judge) throw new Error("no judge was generated");
    const ids = new Set([
      ...ruleSet.facts.flatMap((f) => [f.id, ...(f.values ?? []).map((v) => v.id)]),
      ...ruleSet.decisions.map((d) => d.id),
    ]);
    const { answers } = resultParts(
      plan,
      deciderOf(plan, () => []),
    );
    const sizes = { answers, criteria: plan.criteria.length, facts: plan.layout.slots.length };
    const open = factsSource(plan, judge.tables);
    const masks = masksSource(plan, judge.tables);
    for (const source of [judge.source, open, masks, readerSource(plan.layout), resultSource(sizes)]) {
      expect(source.length).toBeGreaterThan(50);
      for (const [text] of source.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
        const constant = JSON.parse(text) as string;
        expect(
          ids.has(constant) || ["use strict", "string", "number", "many"].includes(constant),
          constant,
        ).toBe(true);
      }
      const bare = source.replaceAll(/"(?:[^"\\]|\\.)*"/g, "");
      const words = bare.match(/[A-Za-z_$][\w$]*/g) ?? [];
      expect(words.filter((word) => !allowed.has(word) && !numbered.test(word))).toEqual([]);
      expect(bare.replaceAll(/[\w\s(){}[\].,;:?=!<>&|~+/-]/g, "")).toBe("");
    }
  }
});

/** A decision of so many outcomes that a later criterion reads, by what is possible or by its state. */
function readDecision(count: number, read: "outcomes" | "state" | "nothing"): RuleSet {
  const outcomes = Array.from({ length: count }, (_, i) => ({ ...many.outcomes[1], id: `o${i}` }));
  const when: Condition =
    read === "outcomes"
      ? { decision: "d", operator: "equal", value: "o0" }
      : read === "state"
        ? { decision: "d", state: ["@safety-unknown"] }
        : danger;
  return tiny({
    decisions: [{ ...one, outcomes, otherwise: "o0" }, many],
    criteria: [criterion("k", danger, `o${count - 1}`), criterion("l", when, "tell", "m")],
  });
}

test("a decision that is read and has more outcomes than a word has bits for is left to the closures", () => {
  for (const read of ["outcomes", "state"] as const) {
    expect(generateJudge(planOf(readDecision(28, read)))).toBeDefined();
    expect(generateJudge(planOf(readDecision(29, read)))).toBeUndefined();
  }
  expect(generateJudge(planOf(readDecision(70, "nothing")))).toBeDefined();
});

test("a decision is decided in the judge only where it is read, and safety looked at only where a state is", () => {
  const source = (read: "outcomes" | "state" | "nothing"): string =>
    generateJudge(planOf(readDecision(3, read)))?.source ?? "";
  expect(source("nothing")).not.toContain("const e0");
  expect(source("outcomes")).toContain("const e0");
  expect(source("outcomes")).not.toContain("y0 = 1");
  expect(source("state")).toContain("y0 = 1");
});

test("every text is strict, and a judge of nothing has nothing to put together", () => {
  const plan = planOf(readDecision(3, "state"));
  const judge = generateJudge(plan);
  if (!judge) throw new Error("no judge was generated");
  for (const source of [judge.source, factsSource(plan, judge.tables), readerSource(plan.layout)])
    expect(source.startsWith('"use strict";\n')).toBe(true);
  const nothing = generateJudge(planOf({ ...tiny(), decisions: [] }));
  expect(nothing?.source.split("\n")).toEqual([
    '"use strict";',
    "return (run) => {",
    "const { words, numbers } = run.person, { yes, no } = run.masks;",
    "};",
  ]);
});

/** Conditions that name the one before twice at every level: one node each, written out 2 to the so many-th. */
function levels(count: number, leaf: Condition): RuleSet {
  const conditions = Array.from({ length: count }, (_, i) => {
    const below: Condition = i === 0 ? leaf : { condition: `level${i - 1}` };
    const other: Condition = { fact: "age", operator: "lessThan", value: i };
    return {
      id: `level${i}`,
      label: { fr: "x", en: "x" },
      when:
        i % 2 === 0
          ? { all: [{ any: [below, other] }, { any: [below, danger] }] }
          : { any: [{ all: [below, other] }, { all: [below, danger] }] },
    };
  });
  const ruleSet = tiny({
    decisions: [one, { ...one, id: "late" }, many],
    criteria: [
      criterion("k", leaf, "stop"),
      criterion("l", { all: [{ decision: "d", operator: "equal", value: "stop" }, danger] }, "stop", "late"),
      criterion("m", { decision: "late", state: ["@safety-unknown"] }, "tell", "m"),
    ],
  });
  const [first, ...others] = ruleSet.criteria;
  if (!first) throw new Error("there is no criterion");
  // More than parsing lets through: the direct reading would not come to its end.
  return {
    ...ruleSet,
    conditions,
    criteria: [{ ...first, when: { condition: `level${count - 1}` } }, ...others],
  };
}

test("what an open outcome rests on is written out up to four hundred nodes, and left to the closures beyond", () => {
  const written = (count: number): readonly string[] => {
    const plan = planOf(levels(count, { fact: "kind", operator: "equal", value: "a" }));
    const judge = generateJudge(plan);
    const source = judge ? factsSource(plan, judge.tables) : "";
    // The first row of functions is that of the decision whose first outcome the levels speak for.
    return source.split("\n").filter((line) => line.includes("undefined"));
  };
  expect(written(3)).toEqual([]);
  expect(written(60)).toHaveLength(1);
});

test("conditions shared many times over are asked and written once each, and every way agrees on them", () => {
  const persons = [
    {},
    { danger: false },
    { age: 200 },
    { age: 50, kind: "a" },
    { kind: "b" },
    { danger: true, age: 3 },
  ];
  const at = "2026-03-15";
  for (const count of [2, 4, 7, 60]) {
    const ruleSet = levels(count, { fact: "kind", operator: "equal", value: "a" });
    const all = (["closures", "generated", "index"] as const).map((way) => compile(ruleSet, { ways: [way] }));
    for (const facts of persons) {
      if (count < 10) expect(differences({ ruleSet, facts, at }, all)).toEqual([]);
      expect(new Set(all.map((c) => c.write(facts, at).json)).size).toBe(1);
    }
  }
});
