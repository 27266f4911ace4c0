// Random criteria, worded and read back: the same sentence, the same criterion but for what sentences do not tell apart,
// and the same answer for everybody.
import { describe, expect, it } from "vitest";
import { freshSeed, someCases } from "../../test/arbitraries.ts";
import { programs } from "../../test/reference-programs.ts";
import { howMany } from "../../test/small/how-many.ts";
import { worded } from "../../test/worded.ts";
import { canonicalJson, evaluatePerson, readPerson, type DraftCondition, type RuleSet } from "../index.ts";
import { conditionSentence } from "../words/condition.ts";
import { readSentence } from "./sentence.ts";

const languages = ["fr", "en"] as const;

const opposites = new Map<string, string>(
  [
    ["equal", "notEqual"],
    ["lessThan", "greaterThanInclusive"],
    ["greaterThan", "lessThanInclusive"],
    ["in", "notIn"],
    ["contains", "doesNotContain"],
    ["containsAny", "containsNone"],
    ["isEmpty", "isNotEmpty"],
  ].flatMap(([a = "", b = ""]) => [
    [a, b],
    [b, a],
  ]),
);

/** A condition without what its sentence does not tell: groups of one, negated comparisons that have an opposite. */
function told(node: DraftCondition): unknown {
  if ("all" in node)
    return node.all.length === 1 && node.all[0] ? told(node.all[0]) : { all: node.all.map(told) };
  if ("any" in node)
    return node.any.length === 1 && node.any[0] ? told(node.any[0]) : { any: node.any.map(told) };
  if ("atLeast" in node) {
    const { count, of } = node.atLeast;
    const [only] = of;
    return of.length === 1 && only ? told(only) : { atLeast: { count, of: of.map(told) } };
  }
  if ("not" in node) {
    const inner = told(node.not) as DraftCondition;
    // A yes or no has no opposite test; a negation stays where something denied is denied.
    const yesOrNo = "fact" in inner && typeof inner.value === "boolean";
    const opposite = "fact" in inner && !yesOrNo ? opposites.get(inner.operator) : undefined;
    return opposite === undefined ? { not: inner } : { ...inner, operator: opposite };
  }
  return node;
}

/** With a name of its own for each computed state: what is called alike nobody can tell apart. */
function distinct(ruleSet: RuleSet): RuleSet {
  const message = { fr: "m", en: "m" };
  const states = {
    "@undetermined": { label: { fr: "À compléter", en: "To complete" }, message },
    "@safety-unknown": { label: { fr: "À vérifier", en: "To check" }, message },
  };
  return { ...ruleSet, decisions: ruleSet.decisions.map((d) => (d.kind === "one" ? { ...d, states } : d)) };
}

const same = (a: DraftCondition, b: DraftCondition): boolean =>
  canonicalJson(told(a)) === canonicalJson(told(b));

it("random criteria are read back from either language", () => {
  const seed = Number(process.env["SEED"] ?? freshSeed());
  const wanted = howMany({ quick: 400, long: 10_000 });
  let criteria = 0;
  let last: RuleSet | undefined;
  let [ruleSet, read]: (RuleSet | undefined)[] = [];
  for (const { ruleSet: given, facts, at } of someCases(seed, { ruleSets: wanted, persons: 3 })) {
    if (given !== last || ruleSet === undefined) {
      if (criteria >= wanted) break;
      last = given;
      ruleSet = distinct(given);
      const asked = ruleSet;
      const again = ruleSet.criteria.map((criterion, i) => {
        const found = languages.map((lang) => {
          const sentence = conditionSentence(criterion.when, asked, lang);
          const back = readSentence(sentence, asked);
          const message = `seed ${seed}: ${sentence}`;
          expect(back, message).toBeDefined();
          const node = back ?? criterion.when;
          expect(conditionSentence(node, asked, lang), message).toBe(sentence);
          expect(
            same(node, criterion.when),
            `${message}\n${JSON.stringify(node)}\n${JSON.stringify(criterion.when)}`,
          ).toBe(true);
          return node;
        });
        return { ...criterion, when: (found[i % 2] ?? criterion.when) as typeof criterion.when };
      });
      criteria += again.length;
      read = { ...ruleSet, criteria: again };
    }
    const person = readPerson(ruleSet, facts, at);
    const own = canonicalJson(evaluatePerson(ruleSet, person).result);
    expect(read && canonicalJson(evaluatePerson(read, person).result), `seed ${seed}`).toBe(own);
  }
  expect(criteria).toBeGreaterThanOrEqual(wanted);
});

describe("what people see", () => {
  it.each(programs.map((p) => [p.ruleSet.program, p.ruleSet] as const))("%s", (_, ruleSet) => {
    for (const { when } of [...ruleSet.criteria, ...ruleSet.conditions]) {
      for (const lang of languages) {
        const back = readSentence(conditionSentence(when, ruleSet, lang), ruleSet);
        expect(back && same(back, when), conditionSentence(when, ruleSet, lang)).toBe(true);
      }
    }
  });

  it.each<DraftCondition>([
    { hole: {} },
    { hole: { fact: "age" } },
    { hole: { fact: "age", operator: "lessThan" } },
    { hole: { fact: "age", operator: "lessThan", text: "cent mille" } },
    { not: { hole: { fact: "mood" } } },
    { all: [{ hole: {} }, { fact: "since", operator: "greaterThan", value: "2026-02-01" }] },
    { fact: "share", operator: "equal", value: 1234.5 },
  ])("a gap keeps what was said: %j", (node) => {
    for (const lang of languages)
      expect(readSentence(conditionSentence(node, worded, lang), worded)).toEqual(node);
  });

  it("something more or something else is no sentence", () => {
    for (const text of [
      "",
      "« Âge » est au moins",
      "« Âge » est au moins 18 ans et",
      "« Taille » est au moins 18",
      "toujours jamais",
    ])
      expect(readSentence(text, worded)).toBeUndefined();
  });
});
