import { expect, test } from "vitest";
import { chanceFrom, freshSeed, somePerson, someRuleSet } from "../../../test/arbitraries.ts";
import { someCondition } from "../../../test/arbitraries/conditions.ts";
import { evaluate } from "../../evaluate/index.ts";
import type { Condition, RuleSet } from "../../model/index.ts";
import { namesOf } from "../../model/typing/index.ts";
import { implication, isAlways, isNever, termsOf } from "./terms.ts";
import { common, interval, isPartOf, valuesOf, without } from "./value-set.ts";

/** `ruleSet` with two criteria only, whose verdicts can be read off a trace. */
function asking(ruleSet: RuleSet, a: Condition, b: Condition): RuleSet {
  const [first] = ruleSet.criteria;
  const decision = ruleSet.decisions.find((d) => d.kind === "many");
  const outcome = decision?.outcomes[0];
  if (!first || !decision || !outcome)
    throw new Error("a random rule set has criteria and a decision of kind many");
  const then = { decision: decision.id, outcome: outcome.id };
  const make = (id: string, when: Condition) => ({ ...first, id, when, enabled: true, then });
  return { ...ruleSet, criteria: [make("A", a), make("B", b)] };
}

test("implication, always and never are true of every random person they speak about", () => {
  const seed = freshSeed();
  const chance = chanceFrom(seed);
  const seen = { implied: 0, never: 0, always: 0 };
  for (let round = 0; round < 150; round += 1) {
    const ruleSet = someRuleSet(chance);
    const term = termsOf(namesOf(ruleSet));
    const implies = implication();
    const ground = {
      facts: [chance.pick(ruleSet.facts)],
      parameters: ruleSet.parameters,
      focuses: [],
      named: ruleSet.conditions.map((c) => c.id),
      earlier: [],
      twoValued: true,
    };
    for (let pair = 0; pair < 12; pair += 1) {
      const [a, b] = [1, 2].map(() => someCondition(chance, ground, chance.below(3)));
      if (!a || !b) throw new Error("two conditions");
      const known = {
        implied: implies(term(a), term(b)),
        never: isNever(term(a)),
        always: isAlways(term(a)),
      };
      for (const key of ["implied", "never", "always"] as const) if (known[key]) seen[key] += 1;
      if (!known.implied && !known.never && !known.always) continue;
      const asked = asking(ruleSet, a, b);
      for (let person = 0; person < 12; person += 1) {
        const facts = somePerson(chance, asked, { at: "2026-03-02" });
        const [va, vb] = evaluate(asked, facts, "2026-03-02").trace.map((t) => t.verdict);
        const message = `SEED=${seed} ${JSON.stringify({ a, b, facts, conditions: ruleSet.conditions })}`;
        if (known.implied && va === "true") expect(vb, message).toBe("true");
        if (known.never) expect(va, message).not.toBe("true");
        if (known.always) expect(va, message).toBe("true");
      }
    }
  }
  // The test is worth something only if implications between different conditions do come up.
  expect(seen.implied, `SEED=${seed}`).toBeGreaterThan(40);
  expect(seen.never, `SEED=${seed}`).toBeGreaterThan(3);
});

test("sets of whole numbers agree with sets of numbers one by one", () => {
  const seed = freshSeed();
  const chance = chanceFrom(seed);
  const some = (from: readonly number[]): number[] => {
    const chosen = chance.some(from, chance.below(from.length + 1));
    return from.filter((n) => chosen.includes(n));
  };
  const all = Array.from({ length: 12 }, (_, i) => i);
  for (let round = 0; round < 500; round += 1) {
    const [a, b] = [some(all), some(all)];
    const [sa, sb] = [valuesOf(a), valuesOf(b)];
    expect(common(sa, sb), `SEED=${seed}`).toEqual(valuesOf(a.filter((n) => b.includes(n))));
    expect(without(interval(0, 11), sa), `SEED=${seed}`).toEqual(valuesOf(all.filter((n) => !a.includes(n))));
    expect(isPartOf(sa, sb), `SEED=${seed}`).toBe(a.every((n) => b.includes(n)));
  }
});

test("a chain of named conditions that doubles at every step is decided at once", () => {
  const ruleSet = someRuleSet(chanceFrom(1));
  const leaf = { fact: ruleSet.facts[0]?.id ?? "", operator: "equal", value: true } as const;
  const text = { fr: "t", en: "t" };
  const chain = Array.from({ length: 60 }, (_, i) => ({
    id: `n${i}`,
    label: text,
    when:
      i === 0 ? leaf : { [i % 2 ? "all" : "any"]: [{ condition: `n${i - 1}` }, { condition: `n${i - 1}` }] },
  }));
  const names = namesOf({ ...ruleSet, conditions: chain as unknown as RuleSet["conditions"] });
  const term = termsOf(names)({ condition: "n59" });
  expect(implication()(term, termsOf(names)(leaf))).toBe(true);
  expect(isNever(term)).toBe(false);
});
