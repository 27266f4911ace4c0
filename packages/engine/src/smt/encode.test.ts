// The encoding without a solver: of every person, the text must say what replaying says. Plus what people look like that
// are read from a solver's values, and how the text is kept small.
import { describe, expect, test } from "vitest";
import { chanceFrom, freshSeed, someQuestions } from "../../test/small/index.ts";
import { today } from "../../test/small/everybody.ts";
import { satisfies } from "../../test/smt-reading.ts";
import { programs } from "../../test/reference-programs.ts";
import { criterion, fact, members, one, tiny } from "../../test/tiny.ts";
import { dayNumber } from "../model/date.ts";
import type { Facts } from "../model/profile.ts";
import { askOne, breaksClaim, isWitness, type Formula } from "../question/index.ts";
import { encodeQuestion } from "./encode.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

test(`the text says of everybody what replaying says (SEED=${seed})`, () => {
  const seen = { witness: 0, none: 0 };
  const chance = chanceFrom(seed);
  let place = 0;
  for (const { question, people } of someQuestions(chance, 300)) {
    const { commands } = encodeQuestion(question);
    for (const tuple of chance.some(people, 25)) {
      const said = satisfies(commands, question, tuple);
      if (said === undefined) continue;
      const isOne = isWitness(question, { at: today, people: tuple });
      expect(said, `SEED=${seed} question ${place} ${JSON.stringify(tuple)}`).toBe(isOne);
      seen[isOne ? "witness" : "none"] += 1;
    }
    place += 1;
  }
  expect(seen.witness).toBeGreaterThan(200);
  expect(seen.none).toBeGreaterThan(200);
});

describe("people from values", () => {
  const ruleSet = tiny({
    facts: [
      fact("yes", "boolean", { validFor: "P7D" }),
      fact("count", "integer", { range: { min: -3, max: 9 } }),
      fact("part", "decimal", { scale: 2, range: { min: 0, max: 1 } }),
      fact("day", "date"),
      fact("kind", "enum", { values: members }),
      fact("signs", "set", { values: members, validFor: "P0D" }),
    ],
    decisions: [one],
    criteria: [criterion("C", { always: true }, "stop")],
  });
  const everything: Formula = {
    all: ruleSet.facts.map((f) => ({
      not: { world: 0, verdict: "true", of: { fact: f.id, operator: "isKnown" } },
    })),
  };
  const read = (values: Readonly<Record<string, string>>): Facts | undefined =>
    encodeQuestion(askOne(ruleSet, everything)).people(new Map(Object.entries(values)), "2026-03-02")[0];

  test.each<[string, Readonly<Record<string, string>>, Facts]>([
    ["nothing", {}, {}],
    ["a plain value", { w0f0_is_boolean: "true", w0f0_true: "true" }, { yes: true }],
    ["a no", { w0f0_is_boolean: "true", w0f0_true: "false" }, { yes: false }],
    [
      "an old value",
      { w0f0_is_boolean: "true", w0f0_older7: "true" },
      { yes: { value: false, observedOn: "2026-02-22" } },
    ],
    ["a negative number", { w0f1_is_number: "true", w0f1_number: "(- 3)" }, { count: -3 }],
    ["a decimal", { w0f2_is_number: "true", w0f2_number: "35" }, { part: 0.35 }],
    ["a date", { w0f3_is_date: "true", w0f3_date: String(dayNumber("2024-02-29")) }, { day: "2024-02-29" }],
    ["a member", { w0f4_is_enum: "true", w0f4_one1: "true" }, { kind: "b" }],
    ["a set", { w0f5_is_set: "true", w0f5_in0: "true", w0f5_in2: "true" }, { signs: ["a", "c"] }],
    [
      "a set asked in part, long ago",
      { w0f5_is_set: "true", w0f5_in0: "true", w0f5_part: "true", w0f5_asked0: "true", w0f5_older0: "true" },
      { signs: { value: ["a"], of: ["a"], observedOn: "2026-03-01" } },
    ],
    ["something unreadable", { w0f4_junk: "true" }, { kind: "?" }],
  ])("%s", (_, values, facts) => {
    expect(read(values)).toEqual(facts);
  });
});

test("two worlds of one person are written once, and what nobody reads not at all", () => {
  for (const { ruleSet } of programs) {
    for (const { claim } of ruleSet.properties) {
      const { commands, names } = encodeQuestion(breaksClaim(ruleSet, claim));
      expect(commands.length).toBeLessThan(60_000);
      for (const name of names) expect(commands).toContain(`(declare-const ${name} `);
    }
    const [decision] = ruleSet.decisions;
    if (!decision) throw new Error("no decision");
    const person = { kind: "same" } as const;
    const open = (world: number): Formula => ({ world, decision: decision.id, state: ["@undetermined"] });
    const once = encodeQuestion({ worlds: [{ ruleSet, person }], ask: open(0) });
    const twice = encodeQuestion({
      worlds: [ruleSet, { ...ruleSet }].map((r) => ({ ruleSet: r, person })),
      ask: { all: [open(0), open(1)] },
    });
    expect(twice.commands).toBe(once.commands);
  }
});
