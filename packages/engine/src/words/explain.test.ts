import { describe, expect, test } from "vitest";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { chanceFrom, freshSeed, somePerson } from "../../test/arbitraries.ts";
import { expectWellSet, hiddenIds } from "../../test/words.ts";
import { evaluate } from "../evaluate/index.ts";
import { languages, type Facts, type Lang } from "../model/index.ts";
import { compareWithExpected } from "../simulate/index.ts";
import { differenceSentence, stateLabel } from "./difference.ts";
import { criterionExplanation, explain } from "./explain.ts";

const [a, b] = programs;
if (!a || !b) throw new Error("two reference programs");
const first = a;
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

const safe = { suicidalIdeation: "none", acutePsychosocialCrisis: false, imminentDanger: false };
const fit = {
  ...safe,
  primaryProblem: "generalized_anxiety",
  severity: "mild",
  priorityNeed: "reduce_symptoms",
  challengeCharacteristics: [],
  ageYears: 34,
};

function said(facts: Facts, lang: Lang, decision = "orientation"): readonly string[] {
  const explanation = explain(evaluate(first.ruleSet, facts, anyDay), first.ruleSet, lang);
  return explanation.decisions.find((d) => d.decision === decision)?.sentences.map(plain) ?? [];
}

test("a proscribed answer names the sign of danger and every criterion that says so", () => {
  expect(said({ ...fit, suicidalIdeation: "active_plan_or_intent" }, "fr")).toEqual([
    "« Intervention immédiate et plus soutenue : autosoins contre-indiqués pour le moment », parce que « Idées suicidaires actuelles » est « Idées actives avec plan ou intention » (critère A-I1).",
    "Le critère A-I4 y mène aussi.",
    "D’autres critères sont vrais, mais leur réponse, moins prudente, cède le pas : « Jumelage favorable aux autosoins dirigés » (critère A-M1).",
  ]);
});

test("a threshold that is reached is said with the value, the threshold and its name", () => {
  expect(said({ ...fit, phq9Total: 17 }, "en")).toEqual([
    "“Deeper clinical assessment first”, because the condition “The PHQ-9 score reaches the threshold” is met (“PHQ-9 total score” is 17, that is, at least 15 (threshold “PHQ-9: score from which to reassess”)), and “Deeper clinical assessment done” is taken as no, for want of an answer (criterion A-D4).",
    "Other criteria are true, but their answer is less cautious and gives way: “Good match for guided self-care” (criterion A-M1).",
  ]);
});

test("what is missing is named with the reason it is unknown", () => {
  const facts = {
    ...fit,
    ageYears: { unknown: "declined" },
    imminentDanger: { value: false, observedOn: "2026-03-01" },
  };
  expect(said(facts, "fr")).toEqual([
    "« Sécurité à vérifier : aucune recommandation », parce qu’il manque une réponse fiable sur la sécurité : « Danger immédiat pour soi ou pour autrui » (périmé). Il manque aussi : « Âge » (refus de répondre).",
    "Réponses encore possibles : « Intervention immédiate et plus soutenue : autosoins contre-indiqués pour le moment », « Évaluation clinique plus approfondie d’abord » ou « Jumelage favorable aux autosoins dirigés ».",
    "Déjà vrai, sans permettre de conclure : « Jumelage favorable aux autosoins dirigés » (critère A-M1).",
    "En suspens : les critères A-I3 et A-D8.",
  ]);
});

test("the answer given when no criterion is true says so", () => {
  expect(
    said(
      {
        ...fit,
        priorityNeed: "be_listened",
        deeperAssessmentDone: true,
        severity: "mild",
        challengeCharacteristics: [],
      },
      "fr",
    )[0],
  ).toContain("(critère A-C1)");
  const none = { ...b.ruleSet, criteria: [] };
  const sentences = explain(evaluate(none, safe, anyDay), none, "fr").decisions[0]?.sentences.map(plain);
  expect(sentences).toEqual([
    "« Orientation par une professionnelle ou un professionnel », parce qu’aucun critère de cette décision n’est vrai : c’est la réponse prévue dans ce cas.",
  ]);
});

test("duties are said one by one, each with its criterion", () => {
  expect(said({ ...fit, suicidalIdeation: "passive" }, "fr", "obligations").slice(0, 2)).toEqual([
    "« Intervenir immédiatement, de façon plus soutenue », parce que « Orientation à l’égard des autosoins dirigés » est « Intervention immédiate et plus soutenue : autosoins contre-indiqués pour le moment » (critère A-OB9).",
    "« Exercer son jugement clinique et consigner la décision », dans tous les cas (critère A-OB1).",
  ]);
  expect(said(fit, "en", "urgency")).toEqual(["Nothing to suggest."]);
});

test("remarks tell problems, doubtful values, assumptions and what was not verified", () => {
  const facts = { ...fit, ageYears: "34", phq9Total: { value: 3, observedOn: "2020-01-01" }, weather: 1 };
  const remarks = explain(evaluate(a.ruleSet, facts, anyDay), a.ruleSet, "fr").remarks.map(plain);
  expect(remarks.slice(0, 4)).toEqual([
    "La réponse donnée pour « Âge » n’est pas une réponse possible; elle est tenue pour inconnue.",
    "« weather » n’est pas un renseignement de ce jeu de critères; il n’en est pas tenu compte.",
    "Réponses dont on ne peut plus se servir telles quelles : « Score total au PHQ-9 » (périmé).",
    "« Évaluation clinique plus approfondie effectuée » est tenu pour non, faute de réponse.",
  ]);
  expect(remarks.at(-1)).toMatch(/^Non vérifié, sans effet sur la réponse : « Choix de la personne/u);
});

test("one criterion is explained for one person", () => {
  const { trace } = evaluate(a.ruleSet, { ...fit, phq9Total: 12 }, anyDay);
  const of = (id: string): string => {
    const found = trace.find((t) => t.criterion === id);
    if (!found) throw new Error(id);
    return plain(criterionExplanation(found, a.ruleSet, "fr"));
  };
  expect(of("A-D4")).toBe(
    "Critère A-D4 : faux, parce que la condition « Le score au PHQ-9 atteint le seuil » n’est pas remplie (« Score total au PHQ-9 » est 12, soit moins de 15 (seuil « PHQ-9 : score à partir duquel réévaluer »)).",
  );
  expect(of("A-I2")).toBe("Critère A-I2 : faux, parce que « Crise psychosociale aiguë » est non.");
  expect(of("A-OB12")).toBe(
    "Critère A-OB12 : vrai, parce que « Orientation à l’égard des autosoins dirigés » est « Jumelage favorable aux autosoins dirigés ».",
  );
});

test("a set is explained by the member that counts, not by its whole content", () => {
  const { trace } = evaluate(
    b.ruleSet,
    { ...safe, identifiedConditions: ["depression", "trauma_ptsd"] },
    anyDay,
  );
  const p1 = trace.find((t) => t.criterion === "B-P1");
  const p2 = trace.find((t) => t.criterion === "B-P2");
  if (!p1 || !p2) throw new Error("criteria");
  expect(plain(criterionExplanation(p1, b.ruleSet, "fr"))).toBe(
    "Critère B-P1 : vrai, parce que « Troubles déjà évalués par une personne habilitée » comprend « Dépression ».",
  );
  expect(plain(criterionExplanation(p2, b.ruleSet, "en"))).toBe(
    "Criterion B-P2: false, because “Conditions already assessed by an authorised professional” does not include “Severe anxiety disorder (e.g. severe GAD)”.",
  );
});

test("differences say what was expected and what was obtained", () => {
  const { result } = evaluate(a.ruleSet, fit, anyDay);
  const differences = compareWithExpected(
    {
      decisions: { orientation: "deeper", obligations: ["monitor"], service: "crisis" },
      fired: ["A-M1"],
      missing: ["ageYears"],
    },
    result,
  );
  expect(differences.map((d) => plain(differenceSentence(d, a.ruleSet, "fr")))).toEqual([
    "« Orientation à l’égard des autosoins dirigés » : attendu « Évaluation clinique plus approfondie d’abord », obtenu « Jumelage favorable aux autosoins dirigés ».",
    "« Devoirs rattachés à la réponse », suggestions : il y a en trop « Exercer son jugement clinique et consigner la décision », « Mener une décision partagée avec la personne, dès que son état le permet » et « Hors danger, ne communiquer avec aucun proche sans l’accord de la personne ».",
    "Le profil attend une réponse à « service », que ce jeu de critères ne donne pas sous cette forme.",
    "Critères vrais : il y a en trop les critères A-OB1, A-OB2, A-OB5 et A-OB12.",
    "Renseignements à demander : il manque « Âge ».",
  ]);
  expect(stateLabel("orientation", "@undetermined", a.ruleSet, "fr")).toBe(
    "Renseignements à compléter avant de conclure",
  );
});

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  const ids = hiddenIds(ruleSet);
  test.each(languages)("every explanation of every profile is well set in %s", (lang) => {
    for (const profile of profiles) {
      const evaluation = evaluate(ruleSet, profile.facts, profile.evaluatedOn ?? anyDay);
      const { decisions, remarks } = explain(evaluation, ruleSet, lang);
      for (const d of decisions) expect(d.sentences.length).toBeGreaterThan(0);
      const undeclared = remarks.filter((r) =>
        Object.keys(profile.facts).some((f) => !ruleSet.facts.some((d) => d.id === f) && r.includes(f)),
      );
      for (const s of [
        ...decisions.flatMap((d) => d.sentences),
        ...remarks.filter((r) => !undeclared.includes(r)),
      ])
        expectWellSet(s, lang, ids);
      for (const t of evaluation.trace) expectWellSet(criterionExplanation(t, ruleSet, lang), lang, ids);
      for (const d of compareWithExpected(
        { decisions: {}, fired: [], missing: [], unverified: [], assumed: [], problems: [] },
        evaluation.result,
      )) {
        expectWellSet(differenceSentence(d, ruleSet, lang), lang);
      }
    }
  });

  test.each(languages)(
    "random persons are explained in %s, the deciding criterion and every missing fact named",
    (lang) => {
      const seed = freshSeed();
      const chance = chanceFrom(seed);
      for (let i = 0; i < 60; i += 1) {
        const evaluation = evaluate(ruleSet, somePerson(chance, ruleSet, { at: "2026-03-02" }), "2026-03-02");
        const explanation = explain(evaluation, ruleSet, lang);
        for (const d of ruleSet.decisions) {
          const result = evaluation.result.decisions[d.id];
          const text = explanation.decisions.find((e) => e.decision === d.id)?.sentences.join(" ") ?? "";
          expectWellSet(text, lang, ids);
          if (result?.kind !== "one") continue;
          const decider = evaluation.trace.find((t) => {
            const then = ruleSet.criteria.find((k) => k.id === t.criterion)?.then;
            return t.verdict === "true" && then?.decision === d.id && then.outcome === result.outcome;
          });
          if (decider) expect(text, `SEED=${seed}`).toContain(decider.criterion);
          for (const fact of result.missing) {
            expect(text, `SEED=${seed}`).toContain(ruleSet.facts.find((f) => f.id === fact)?.label[lang]);
          }
        }
      }
    },
  );
});
