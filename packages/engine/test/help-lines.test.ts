// Whoever gets no recommendation because a safety answer is missing is told a help line, whichever of the answers it is
// and why it is missing. The texts of `@safety-unknown` name no line themselves: those belong to each organisation, and
// stand in the duties (clinical ground of the programs).
import { describe, expect, test } from "vitest";
import { evaluate, type Facts, type RuleSet } from "../src/index.ts";
import { anyDay, programs } from "./reference-programs.ts";

const line = /1 866 APPELLE/;

/** What is said in a language to a person, beside the decision itself. */
function told(ruleSet: RuleSet, facts: Facts, lang: "fr" | "en"): string {
  const { decisions } = evaluate(ruleSet, facts, anyDay).result;
  return ruleSet.decisions
    .flatMap((decision) => {
      const result = decisions[decision.id];
      const suggested = result?.kind === "many" ? result.suggested : [];
      return decision.outcomes.filter((o) => suggested.includes(o.id)).map((o) => o.message[lang]);
    })
    .join("\n");
}

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  const safety = ruleSet.facts.filter((f) => f.safety);
  const calm = profiles.find(({ facts }) => {
    const { decisions } = evaluate(ruleSet, facts, anyDay).result;
    return !Object.values(decisions).some((d) => d.kind === "one" && d.state.startsWith("@"));
  })?.facts;
  if (!calm) throw new Error("every profile is open");

  const missing: readonly (readonly [string, (id: string) => Facts])[] = [
    ["not asked", (id) => Object.fromEntries(Object.entries(calm).filter(([key]) => key !== id))],
    ["declined", (id) => ({ ...calm, [id]: { unknown: "declined" } })],
    ["too old", (id) => ({ ...calm, [id]: { value: false, observedOn: "2025-01-01" } })],
    ["impossible", (id) => ({ ...calm, [id]: 17 })],
  ];

  test.each(missing)("%s: each safety answer in turn, in both languages", (_why, without) => {
    expect(safety.length).toBeGreaterThan(1);
    const open = safety.map(({ id }) => without(id)).filter((facts) => isUnsafe(ruleSet, facts));
    expect(open.length).toBeGreaterThan(0);
    for (const facts of open)
      for (const lang of ["fr", "en"] as const) expect(told(ruleSet, facts, lang)).toMatch(line);
  });

  test("every profile whose safety is to be checked", () => {
    const open = profiles.filter((p) => isUnsafe(ruleSet, p.facts));
    expect(open.length).toBeGreaterThan(0);
    for (const { facts } of open)
      for (const lang of ["fr", "en"] as const) expect(told(ruleSet, facts, lang)).toMatch(line);
  });
});

function isUnsafe(ruleSet: RuleSet, facts: Facts): boolean {
  const { decisions } = evaluate(ruleSet, facts, anyDay).result;
  return Object.values(decisions).some((d) => d.kind === "one" && d.state === "@safety-unknown");
}
