import { expect, test } from "vitest";
import { programs } from "../../test/reference-programs.ts";
import { freshSeed, someCases } from "../../test/arbitraries.ts";
import { generateJudge } from "./generate.ts";
import { factsSource } from "./generate-facts.ts";
import { readerSource } from "./generate-reader.ts";
import { planOf } from "./plan.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

/** All the words that generated code may have: its own, and names with a number in them. */
const own =
  "use strict return run person masks words numbers yes no const let if Math clz32 s open end state missing found undefined " +
  "facts day into count absent invalid r readOne hasOwn call key for in v typeof switch case length else true false undefined Object";
const allowed = new Set(own.split(" "));
const numbered = /^([Tprnqestygf]\d+(_\d+)?|e[+-]?\d+)$/;

test(`W7 nothing that a rule set says is in its generated code, but ids of facts and values as JSON (SEED=${seed})`, () => {
  const random = [...someCases(seed, { ruleSets: 60, persons: 1 })].map((c) => c.ruleSet);
  for (const ruleSet of [...programs.map((p) => p.ruleSet), ...random]) {
    const plan = planOf(ruleSet);
    const judge = generateJudge(plan);
    if (!judge) throw new Error("no judge was generated");
    const ids = new Set(ruleSet.facts.flatMap((f) => [f.id, ...(f.values ?? []).map((v) => v.id)]));
    for (const source of [judge.source, factsSource(plan, judge.tables), readerSource(plan.layout)]) {
      expect(source.length).toBeGreaterThan(50);
      for (const [text] of source.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
        const constant = JSON.parse(text) as string;
        expect(ids.has(constant) || ["use strict", "string", "number"].includes(constant), constant).toBe(
          true,
        );
      }
      const bare = source.replaceAll(/"(?:[^"\\]|\\.)*"/g, "");
      const words = bare.match(/[A-Za-z_$][\w$]*/g) ?? [];
      expect(words.filter((word) => !allowed.has(word) && !numbered.test(word))).toEqual([]);
      expect(bare.replaceAll(/[\w\s(){}[\].,;:?=!<>&|~+-]/g, "")).toBe("");
    }
  }
});

test("a decision that is read and has more outcomes than a word has bits is left to the closures", () => {
  const [program] = programs;
  if (!program) throw new Error("there is no program");
  const ruleSet = structuredClone(program.ruleSet);
  const [first] = ruleSet.decisions;
  const [outcome] = first?.outcomes ?? [];
  if (!first || !outcome) throw new Error("there is no outcome");
  const more = Array.from({ length: 40 }, (_, i) => ({ ...outcome, id: `more${i}` }));
  first.outcomes = [...more, ...first.outcomes];
  expect(generateJudge(planOf(ruleSet))).toBeUndefined();
});
