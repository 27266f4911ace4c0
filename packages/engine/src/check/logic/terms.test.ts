import { expect, test } from "vitest";
import { chance, freshSeed } from "../../../test/random/source.ts";
import { randomFacts, today } from "../../../test/random/facts.ts";
import { randomCondition, randomRuleSet } from "../../../test/random/rule-sets.ts";
import { evaluate } from "../../evaluate/index.ts";
import type { Condition, RuleSet } from "../../model/index.ts";
import { namesOf } from "../../model/typing/index.ts";
import { implication, isAlways, isNever, termsOf } from "./terms.ts";
import { common, interval, isPartOf, valuesOf, without } from "./value-set.ts";

/** `ruleSet` with two criteria only, whose verdicts can be read off a trace. */
function asking(ruleSet: RuleSet, a: Condition, b: Condition): RuleSet {
  const [first] = ruleSet.criteria;
  if (!first) throw new Error("a random rule set has criteria");
  const make = (id: string, when: Condition) => ({
    ...first,
    id,
    when,
    enabled: true,
    then: { decision: "m", outcome: "tell" },
  });
  return { ...ruleSet, criteria: [make("A", a), make("B", b)] };
}

test("implication, always and never are true of every random person they speak about", () => {
  const seed = freshSeed();
  const c = chance(seed);
  const seen = { implied: 0, never: 0, always: 0 };
  for (let round = 0; round < 150; round += 1) {
    const ruleSet = randomRuleSet(c, 3);
    const names = namesOf(ruleSet);
    const term = termsOf(names);
    const implies = implication();
    const facts = [c.pick(ruleSet.facts)];
    const condition = (): Condition =>
      randomCondition({ c, facts, depth: c.int(0, 2), place: "named", named: ["base", "more"] });
    for (let pair = 0; pair < 12; pair += 1) {
      const [a, b] = [condition(), condition()];
      const known = {
        implied: implies(term(a), term(b)),
        never: isNever(term(a)),
        always: isAlways(term(a)),
      };
      for (const key of ["implied", "never", "always"] as const) if (known[key]) seen[key] += 1;
      if (!known.implied && !known.never && !known.always) continue;
      const asked = asking(ruleSet, a, b);
      for (let person = 0; person < 12; person += 1) {
        const { trace } = evaluate(asked, randomFacts(asked, c, 0.3), today);
        const [va, vb] = trace.map((t) => t.verdict);
        const message = `SEED=${seed} ${JSON.stringify({ a, b, conditions: ruleSet.conditions })}`;
        if (known.implied && va === "true") expect(vb, message).toBe("true");
        if (known.never) expect(va, message).not.toBe("true");
        if (known.always) expect(va, message).toBe("true");
      }
    }
  }
  // The test is worth something only if implications between different conditions do come up.
  expect(seen.implied).toBeGreaterThan(60);
  expect(seen.never).toBeGreaterThan(5);
});

test("sets of whole numbers agree with sets of numbers one by one", () => {
  const seed = freshSeed();
  const c = chance(seed);
  const all = Array.from({ length: 12 }, (_, i) => i);
  for (let round = 0; round < 500; round += 1) {
    const [a, b] = [c.some(all), c.some(all)];
    const [sa, sb] = [valuesOf(a), valuesOf(b)];
    expect(common(sa, sb), `SEED=${seed}`).toEqual(valuesOf(a.filter((n) => b.includes(n))));
    expect(without(interval(0, 11), sa), `SEED=${seed}`).toEqual(valuesOf(all.filter((n) => !a.includes(n))));
    expect(isPartOf(sa, sb), `SEED=${seed}`).toBe(a.every((n) => b.includes(n)));
  }
});

test("a chain of named conditions that doubles at every step is decided at once", () => {
  const ruleSet = randomRuleSet(chance(1), 1);
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
