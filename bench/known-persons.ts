// Persons of whom every fact is known: saved profiles, what they leave open filled with values that may be.
import { readPerson, type Fact, type Facts, type RuleSet } from "@jumelage/engine";
import { chanceFrom, type Chance } from "../packages/engine/test/arbitraries.ts";
import type { Values } from "./two-valued.ts";

/** Always the same ones for a seed. @throws TypeError for a fact of a type that has no values here */
export function knownPersons(
  ruleSet: RuleSet,
  sent: readonly { readonly facts: Facts; readonly at: string }[],
  seed: number,
): readonly Values[] {
  const chance = chanceFrom(seed);
  return sent.map(({ facts, at }) => {
    const { states } = readPerson(ruleSet, facts, at);
    const values = Object.fromEntries(
      ruleSet.facts.map((fact) => {
        const state = states.get(fact.id);
        const isSaid = state?.kind === "known" && !state.assumed;
        return [fact.id, isSaid ? state.value : someValue(chance, fact)];
      }),
    );
    const completed = readPerson(ruleSet, values, at);
    if ([...completed.states.values()].some((s) => s.kind !== "known" || s.assumed))
      throw new Error("a person of whom not everything is known");
    // As they arrive from a caller: texts that no source file has.
    return JSON.parse(JSON.stringify(values)) as Values;
  });
}

function someValue(chance: Chance, fact: Fact): Values[string] {
  const ids = (fact.values ?? []).filter((v) => v.retired !== true).map((v) => v.id);
  switch (fact.type) {
    case "boolean":
      return chance.often(0.5);
    case "enum":
      return chance.pick(ids);
    case "set":
      return chance.often(0.5) ? [] : ids.filter(() => chance.often(0.2));
    case "integer": {
      const { min, max } = fact.range ?? { min: 0, max: 100 };
      return min + chance.below(max - min + 1);
    }
    default:
      throw new TypeError(`no persons are made up with facts of type ${fact.type}`);
  }
}
