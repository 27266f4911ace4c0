import { evaluate, isValueOf, parseProfiles, parseRuleSet, runnable, type Fact } from "@jumelage/engine";
import { referencePrograms } from "@jumelage/content";
import { describe, expect, it } from "vitest";
import { readEntry, withEntry, writeEntry } from "../profiles/facts-form.ts";
import { flipsOf } from "./flips.ts";
import { dayOf } from "./simulate.ts";

const cases = referencePrograms.flatMap((program) => {
  const ruleSet = parseRuleSet(program.ruleSet);
  const profiles = parseProfiles(program.profiles);
  if (!ruleSet.ok || !profiles.ok) throw new Error("the reference programs parse");
  const decisions = ruleSet.value.decisions.filter((d) => d.kind === "one");
  return decisions.flatMap(({ id }) =>
    profiles.value.map((profile) => ({ ruleSet: ruleSet.value, profile, decision: id })),
  );
});

/** The state that a decision has for facts, by the reference evaluator. */
function stateIn({ ruleSet, profile, decision }: (typeof cases)[number]) {
  const complete = runnable(ruleSet);
  return (facts: typeof profile.facts): string | undefined => {
    const decided = evaluate(complete, facts, dayOf(profile)).result.decisions[decision];
    return decided?.kind === "one" ? decided.state : undefined;
  };
}

describe("what would change an answer", () => {
  it("does: whoever is as it says gets the answer it says, which is another", () => {
    let tried = 0;
    for (const one of cases) {
      const stateOf = stateIn(one);
      const now = stateOf(one.profile.facts);
      for (const { fact, entry, state } of flipsOf(one)) {
        const got = stateOf(withEntry(one.profile.facts, fact.id, entry));
        expect(got, `${one.profile.id} ${fact.id} ${JSON.stringify(writeEntry(entry))}`).toBe(state);
        expect(got).not.toBe(now);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(300);
  });

  it("is all of it: no other single value of a number, a choice or a yes changes the answer, and none inside a run does not", () => {
    for (const one of cases) {
      const stateOf = stateIn(one);
      const now = stateOf(one.profile.facts);
      const flips = flipsOf(one);
      for (const fact of one.ruleSet.facts)
        for (const value of valuesOf(fact)) {
          const was = readEntry(fact, one.profile.facts[fact.id], one.profile.evaluatedOn);
          const observedOn = was.kind === "known" ? was.observedOn : undefined;
          const dated = observedOn === undefined ? {} : { observedOn };
          const entry = { kind: "known" as const, value, ...dated };
          const state = stateOf(withEntry(one.profile.facts, fact.id, entry));
          const said = flips.filter(
            ({ fact: f, choice: { option } }) => f.id === fact.id && holds(option, value),
          );
          expect(
            said.map((f) => f.state),
            `${one.profile.id} ${fact.id} ${value}`,
          ).toEqual(state === now ? [] : [state]);
        }
    }
  });
});

function valuesOf(fact: Fact): readonly (number | boolean | string)[] {
  if (fact.type === "boolean") return [true, false];
  if (fact.type === "enum") return (fact.values ?? []).flatMap((v) => (v.retired ? [] : [v.id]));
  const { min, max } = fact.range ?? { min: 0, max: -1 };
  return Array.from({ length: max - min + 1 }, (_, i) => min + i).filter((v) => isValueOf(fact, v));
}

function holds(
  option: ReturnType<typeof flipsOf>[number]["choice"]["option"],
  value: number | boolean | string,
): boolean {
  if (option === undefined || option === "unknown") return false;
  if ("values" in option) return typeof value !== "number" && option.values.includes(value);
  return typeof value === "number" && Number(option.from) <= value && value <= Number(option.to);
}
