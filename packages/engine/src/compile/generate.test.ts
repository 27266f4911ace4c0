import { expect, test } from "vitest";
import { programs } from "../../test/reference-programs.ts";
import { freshSeed, someCases } from "../../test/arbitraries.ts";
import { generate } from "./generate.ts";
import { planOf } from "./plan.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

/** All the words that generated code may have: its own, and names with a number in them. */
const allowed =
  /^(use|strict|return|run|person|masks|words|numbers|yes|no|const|let|if|break|s|o|[TprnqestydT]\d+(_\d+)?)$/;

test(`W7 nothing that a rule set says is in its generated code (SEED=${seed})`, () => {
  const random = [...someCases(seed, { ruleSets: 60, persons: 1 })].map((c) => c.ruleSet);
  for (const ruleSet of [...programs.map((p) => p.ruleSet), ...random]) {
    const source = generate(planOf(ruleSet))?.source ?? "";
    expect(source.length).toBeGreaterThan(50);
    const words = source.match(/[A-Za-z_$][\w$]*/g) ?? [];
    expect(words.filter((word) => !allowed.test(word) && !/^e[+-]?\d+$/.test(word))).toEqual([]);
    expect(source.replaceAll(/[\w\s"(){}[\].,;:?=!<>&|~+-]/g, "")).toBe("");
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
  expect(generate(planOf(ruleSet))).toBeUndefined();
});
