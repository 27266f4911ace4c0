import { describe, expect, test } from "vitest";
import { programs } from "../../test/reference-programs.ts";
import { chanceFrom, freshSeed } from "../../test/arbitraries.ts";
import { someCondition } from "../../test/arbitraries/conditions.ts";
import { expectWellSet, hiddenIds, readingFaults } from "../../test/words.ts";
import {
  languages,
  literalKind,
  nodesOf,
  operatorsOf,
  type Condition,
  type DraftCondition,
  type Fact,
  type RuleSet,
} from "../model/index.ts";
import { claimSentence } from "./claim.ts";
import { conditionLines, conditionSentence } from "./condition.ts";
import { criterionSentence } from "./criterion.ts";

const [a, b] = programs.map((p) => p.ruleSet);
if (!a || !b) throw new Error("two reference programs");

/** Written with ordinary spaces; no-break spaces are the lint's business. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const sentence = (when: DraftCondition, lang: "fr" | "en", ruleSet: RuleSet = a): string =>
  plain(conditionSentence(when, ruleSet, lang));

describe("conditions read as written by hand", () => {
  const cases: readonly [DraftCondition, fr: string, en: string][] = [
    [
      { fact: "acutePsychosocialCrisis", operator: "equal", value: true },
      "« Crise psychosociale aiguë » est oui",
      "“Acute psychosocial crisis” is yes",
    ],
    [
      { not: { fact: "severity", operator: "equal", value: "severe" } },
      "« Intensité des symptômes (jugement clinique) » n’est pas « Sévère »",
      "“Symptom intensity (clinical judgement)” is not “Severe”",
    ],
    [
      { fact: "priorityNeed", operator: "notIn", value: ["reduce_symptoms", "learn_tools"] },
      "« Besoin prioritaire exprimé » n’est aucune de ces réponses : « Diminuer mes symptômes anxieux ou dépressifs » ou « Apprendre, comprendre, avoir des outils »",
      "“Priority need expressed” is none of these answers: “Reduce my anxious or depressive symptoms” or “Learn, understand, get tools”",
    ],
    [
      { fact: "phq9Total", operator: "greaterThanInclusive", value: { parameter: "phq9LookAgain" } },
      "« Score total au PHQ-9 » est au moins 15 (seuil « PHQ-9 : score à partir duquel réévaluer »)",
      "“PHQ-9 total score” is at least 15 (threshold “PHQ-9: score from which to reassess”)",
    ],
    [
      { fact: "ageYears", operator: "lessThan", value: 14 },
      "« Âge » est inférieur à 14 ans",
      "“Age” is less than 14 years",
    ],
    [
      { not: { fact: "ageYears", operator: "lessThan", value: 14 } },
      "« Âge » est au moins 14 ans",
      "“Age” is at least 14 years",
    ],
    [{ fact: "ageYears", operator: "isKnown" }, "« Âge » est connu", "“Age” is known"],
    [
      {
        fact: "challengeCharacteristics",
        operator: "containsAny",
        value: ["language_barrier", "perinatal_period"],
      },
      "« Caractéristiques représentant un défi supplémentaire » comprend au moins un de ces éléments : « Barrière linguistique » ou « Grossesse ou période postnatale »",
      "“Characteristics that add a challenge” includes at least one of these: “Language barrier” or “Pregnancy or postnatal period”",
    ],
    [
      { fact: "challengeCharacteristics", operator: "isEmpty" },
      "« Caractéristiques représentant un défi supplémentaire » ne comprend aucun élément",
      "“Characteristics that add a challenge” includes no item",
    ],
    [
      { decision: "orientation", operator: "equal", value: "match" },
      "« Orientation à l’égard des autosoins dirigés » est « Jumelage favorable aux autosoins dirigés »",
      "“Outcome regarding guided self-care” is “Good match for guided self-care”",
    ],
    [
      { decision: "orientation", state: ["@undetermined"] },
      "la réponse à « Orientation à l’égard des autosoins dirigés » est « Renseignements à compléter avant de conclure »",
      "the answer to “Outcome regarding guided self-care” is “More information needed before concluding”",
    ],
    [
      { condition: "under-adult-age" },
      "la condition « La personne est mineure » est remplie",
      "the condition “The person is a minor” is met",
    ],
    [
      {
        any: [
          { condition: "phq9-high" },
          { all: [{ fact: "ageYears", operator: "isKnown" }, { not: { condition: "gad7-high" } }] },
        ],
      },
      "au moins une de ces conditions est remplie : la condition « Le score au PHQ-9 atteint le seuil » est remplie; (toutes ces conditions sont remplies : « Âge » est connu; la condition « Le score au GAD-7 atteint le seuil » n’est pas remplie)",
      "at least one of these conditions is met: the condition “The PHQ-9 score reaches the threshold” is met; (all of these conditions are met: “Age” is known; the condition “The GAD-7 score reaches the threshold” is not met)",
    ],
    [
      {
        atLeast: {
          count: 2,
          of: [{ condition: "phq9-high" }, { condition: "gad7-high" }, { condition: "item9-positive" }],
        },
      },
      "au moins 2 de ces 3 conditions sont remplies : la condition « Le score au PHQ-9 atteint le seuil » est remplie; la condition « Le score au GAD-7 atteint le seuil » est remplie; la condition « La question 9 du PHQ-9 est positive » est remplie",
      "at least 2 of these 3 conditions are met: the condition “The PHQ-9 score reaches the threshold” is met; the condition “The GAD-7 score reaches the threshold” is met; the condition “PHQ-9 item 9 is positive” is met",
    ],
    [
      { not: { any: [{ fact: "ageYears", operator: "isKnown" }] } },
      "« Âge » n’est pas connu",
      "“Age” is not known",
    ],
    [{ all: [{ fact: "ageYears", operator: "isKnown" }] }, "« Âge » est connu", "“Age” is known"],
    [
      { not: { all: [{ fact: "ageYears", operator: "isKnown" }, { condition: "phq9-high" }] } },
      "ces conditions ne sont pas toutes remplies : « Âge » est connu; la condition « Le score au PHQ-9 atteint le seuil » est remplie",
      "these conditions are not all met: “Age” is known; the condition “The PHQ-9 score reaches the threshold” is met",
    ],
    [{ hole: { fact: "ageYears" } }, "« Âge » (à compléter)", "“Age” (to be completed)"],
    [{ hole: { text: "phq9 élevé?" } }, "« phq9 élevé? » (à compléter)", "“phq9 élevé?” (to be completed)"],
  ];
  test.each(cases)("%j", (when, fr, en) => {
    expect([sentence(when, "fr"), sentence(when, "en")]).toEqual([fr, en]);
  });
});

test("dates, decimals and percentages are written in words", () => {
  const text = { fr: "Début", en: "Start" };
  const base = a.facts[0];
  if (!base) throw new Error("facts");
  const facts: Fact[] = [
    { ...base, id: "start", label: text, type: "date" },
    { ...base, id: "share", label: { fr: "Part", en: "Share" }, type: "decimal", scale: 1, unit: "%" },
  ];
  const doc: RuleSet = { ...a, facts };
  expect(sentence({ fact: "start", operator: "lessThan", value: "2026-11-22" }, "fr", doc)).toBe(
    "« Début » est avant le 22 novembre 2026",
  );
  expect(sentence({ fact: "start", operator: "equal", value: "2026-02-01" }, "en", doc)).toBe(
    "“Start” is 1 February 2026",
  );
  expect(sentence({ fact: "share", operator: "greaterThan", value: 37.5 }, "fr", doc)).toBe(
    "« Part » est supérieur à 37,5 %",
  );
});

test("an outline has headings, depths and the place of each line", () => {
  const when: Condition = {
    all: [
      { fact: "ageYears", operator: "isKnown" },
      {
        not: {
          any: [{ condition: "phq9-high" }, { fact: "imminentDanger", operator: "equal", value: true }],
        },
      },
    ],
  };
  const lines = conditionLines(when, a, "fr").map((l) => [l.depth, l.kind, plain(l.text), l.at.join(".")]);
  expect(lines).toEqual([
    [0, "group", "Toutes ces conditions", ""],
    [1, "leaf", "« Âge » est connu", "all.0"],
    [1, "group", "Aucune de ces conditions", "all.1"],
    [2, "named", "La condition « Le score au PHQ-9 atteint le seuil » est remplie", "all.1.not.any.0"],
    [2, "leaf", "« Danger immédiat pour soi ou pour autrui » est oui", "all.1.not.any.1"],
  ]);
  const open = conditionLines({ condition: "phq9-high" }, a, { lang: "en", definitions: true });
  expect(open.map((l) => plain(l.text))).toEqual([
    "The condition “The PHQ-9 score reaches the threshold” is met",
    "“PHQ-9 total score” is at least 15 (threshold “PHQ-9: score from which to reassess”)",
  ]);
});

test("a criterion reads as one sentence, with its named conditions written out where asked", () => {
  const criterion = a.criteria.find((c) => c.id === "A-D4");
  if (!criterion) throw new Error("A-D4");
  expect(plain(criterionSentence(criterion, a, { lang: "fr", definitions: true }))).toBe(
    "Si toutes ces conditions sont remplies : la condition « Le score au PHQ-9 atteint le seuil » est remplie (c’est-à-dire : « Score total au PHQ-9 » est au moins 15 (seuil « PHQ-9 : score à partir duquel réévaluer »)); « Évaluation clinique plus approfondie effectuée » est non, alors « Orientation à l’égard des autosoins dirigés » est « Évaluation clinique plus approfondie d’abord ».",
  );
  expect(plain(criterionSentence({ ...criterion, when: undefined }, a, "en"))).toBe(
    "If (condition to be written), then “Outcome regarding guided self-care” is “Deeper clinical assessment first”.",
  );
});

test("properties are read two-valued, and say so", () => {
  const claim = (id: string) => {
    const found = a.properties.find((p) => p.id === id);
    if (!found) throw new Error(id);
    return found.claim;
  };
  const words = (id: string, lang: "fr" | "en") => plain(claimSentence(claim(id), a, lang));
  expect(words("SP2", "fr")).toBe(
    "Si « Crise psychosociale aiguë » est oui, la réponse à « Orientation à l’égard des autosoins dirigés » est toujours « Intervention immédiate et plus soutenue : autosoins contre-indiqués pour le moment ».",
  );
  expect(words("SP16-judgement", "en")).toBe(
    "In every case, “Duties attached to the answer” always includes “Exercise clinical judgement and record the decision”.",
  );
  expect(words("SP17-child", "fr")).toBe(
    "Si « Âge » est inférieur à 14 ans, « Devoirs rattachés à la réponse » ne comprend jamais « Hors danger, ne communiquer avec aucun proche sans l’accord de la personne ».",
  );
  expect(words("SP17-offer", "en")).toBe(
    "“Duties attached to the answer” includes “Invite family or friends: the person wishes it” only if “The person wishes family or friends to take part” is yes.",
  );
  expect(words("SP18-severity", "fr")).toBe(
    "Quand « Intensité des symptômes (jugement clinique) » passe de « Légère » à « Modérée », puis à « Sévère », le reste étant égal, la réponse à « Orientation à l’égard des autosoins dirigés » ne devient jamais moins prudente.",
  );
  expect(words("SP9-phq9-worse", "en")).toBe(
    "When “PHQ-9 total score” rises, all else being equal, the answer to “Outcome regarding guided self-care” never becomes less cautious.",
  );
  expect(words("SP9-phq9-unknown", "fr")).toBe(
    "Tant que « Score total au PHQ-9 » est simplement inconnu (non demandé, refus de répondre ou réponse non connue), la réponse à « Orientation à l’égard des autosoins dirigés » est la même que si « Score total au PHQ-9 » était 0.",
  );
  const monotone = (order: "ascending" | "descending") =>
    plain(claimSentence({ kind: "monotone", decision: "urgency", fact: "phq9Total", order }, a, "fr"));
  expect(monotone("ascending")).toMatch(/^Quand « Score total au PHQ-9 » augmente, le reste étant égal/u);
  expect(monotone("descending")).toMatch(/^Quand « Score total au PHQ-9 » diminue, le reste étant égal/u);
  expect(words("SP22", "fr")).toBe(
    "La réponse à « Orientation à l’égard des autosoins dirigés » reste la même, quelle que soit la réponse à « La personne souhaite la participation de ses proches ».",
  );
  const not: Condition = { not: { fact: "phq9Total", operator: "greaterThanInclusive", value: 15 } };
  expect(plain(conditionSentence(not, a, { lang: "fr", reading: "property" }))).toBe(
    "il n’est pas établi que « Score total au PHQ-9 » est au moins 15",
  );
  expect(sentence(not, "fr")).toBe("« Score total au PHQ-9 » est inférieur à 15");
});

describe.each(programs)("C3 $program", ({ ruleSet }) => {
  const ids = hiddenIds(ruleSet);
  test.each(languages)(
    "every condition, criterion and property has a sentence in %s, well set and without ids",
    (lang) => {
      const texts = [
        ...ruleSet.criteria.flatMap((c) => [
          criterionSentence(c, ruleSet, { lang, definitions: true }),
          ...[...nodesOf(c.when)].map(({ node }) => conditionSentence(node, ruleSet, lang)),
          ...conditionLines(c.when, ruleSet, { lang, definitions: true }).map((line) => line.text),
        ]),
        ...ruleSet.conditions.map((c) => conditionSentence(c.when, ruleSet, lang)),
        ...ruleSet.properties.map((p) => claimSentence(p.claim, ruleSet, lang)),
      ];
      expect(texts.length).toBeGreaterThan(150);
      expect(texts.flatMap((text) => readingFaults(text, lang, ids))).toEqual([]);
    },
  );

  test.each(languages)("two different leaves of one fact never share a sentence in %s", (lang) => {
    for (const fact of ruleSet.facts) {
      const sentences = leavesOf(fact).map((leaf) => conditionSentence(leaf, ruleSet, lang));
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  test.each(languages)("two different leaves of one decision never share a sentence in %s", (lang) => {
    for (const { id, kind, outcomes } of ruleSet.decisions) {
      if (kind !== "one") continue;
      const states = [...outcomes.map((o) => o.id), "@undetermined", "@safety-unknown"];
      const leaves: Condition[] = outcomes.flatMap((o): Condition[] => [
        { decision: id, operator: "equal", value: o.id },
        { decision: id, operator: "in", value: [o.id] },
      ]);
      leaves.push(...states.map((s): Condition => ({ decision: id, state: [s] })), {
        decision: id,
        state: states,
      });
      expect(new Set(leaves.map((l) => conditionSentence(l, ruleSet, lang))).size).toBe(leaves.length);
    }
  });

  test.each(languages)("random conditions are well set in %s", (lang) => {
    const seed = freshSeed();
    const chance = chanceFrom(seed);
    const ground = {
      facts: ruleSet.facts,
      parameters: ruleSet.parameters,
      focuses: [],
      named: ruleSet.conditions.map((n) => n.id),
      earlier: ruleSet.decisions.filter((d) => d.kind === "one"),
      twoValued: true,
    };
    for (let i = 0; i < 300; i += 1) {
      const when = someCondition(chance, ground, 3);
      for (const reading of ["criterion", "property"] as const) {
        const text = conditionSentence(when, ruleSet, { lang, reading });
        expect(text.length, `SEED=${seed}`).toBeGreaterThan(4);
        expectWellSet(text, lang, ids);
      }
    }
  });
});

/** A leaf for every operator of a fact and a few literals of each. */
function leavesOf(fact: Fact): readonly Condition[] {
  const members = (fact.values ?? []).map((v) => v.id);
  const singles: readonly (boolean | number | string)[] =
    fact.type === "boolean"
      ? [true, false]
      : fact.values
        ? members
        : [fact.range?.min ?? 0, (fact.range?.min ?? 0) + 1, 2];
  const lists = [members, members.slice(0, 1), members.slice(1), members.slice(0, 2)].filter(
    (l) => l.length > 0,
  );
  return operatorsOf(fact.type).flatMap((operator): readonly Condition[] => {
    switch (literalKind(operator)) {
      case "none":
        return [{ fact: fact.id, operator }];
      case "list":
        return lists.map((value) => ({ fact: fact.id, operator, value }));
      default:
        return [...new Set(singles)].map((value) => ({ fact: fact.id, operator, value }));
    }
  });
}
