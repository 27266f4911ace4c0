// Each sentence of an explanation, exactly, in both languages.
import { describe, expect, test } from "vitest";
import { labelled, labelledParts, plain, said } from "../../test/labelled.ts";
import { criterion } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import type { Condition } from "../model/condition.ts";
import type { Facts } from "../model/profile.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { criterionExplanation, explain } from "./explain.ts";

const at = "2026-03-02";
const yes = (fact: string): Condition => ({ fact, operator: "equal", value: true });
const isA: Condition = { fact: "kind", operator: "equal", value: "a" };
const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const criteria = [
  criterion("A", yes("danger"), "stop"),
  criterion("B", yes("crisis"), "stop"),
  criterion("C", isA, "care"),
  criterion("E", yes("wish"), "care"),
  criterion("F", { fact: "kind", operator: "in", value: ["a", "b"] }, "go"),
  criterion("G", young, "go"),
  criterion("I", { fact: "score", operator: "lessThan", value: 10 }, "go"),
  criterion("H", { decision: "d", operator: "equal", value: "stop" }, "halt", "m"),
  criterion("T", { always: true }, "tell", "m"),
  criterion("N", isA, "note", "m"),
  criterion("O", young, "note", "m"),
];
const ruleSet = labelled({ criteria });
const safe = { danger: false, crisis: false };

function sentences(facts: Facts, decision: string, doc: RuleSet = ruleSet) {
  const evaluation = evaluate(doc, facts, at);
  return (["fr", "en"] as const).map((lang) => {
    const found = explain(evaluation, doc, lang).decisions.find((d) => d.decision === decision);
    return found?.sentences.map(plain);
  });
}

describe("a decision that is made", () => {
  test("names what decides, what leads there too, and what gives way", () => {
    expect(sentences({ danger: true, crisis: true, kind: "a", wish: true, age: 3 }, "d")).toEqual([
      [
        "« Arrêt », parce que « Danger » est oui (critère A).",
        "Le critère B y mène aussi.",
        "D’autres critères sont vrais, mais leur réponse, moins prudente, cède le pas : « Prudence » (critères C et E); « Jumelage » (critères F et G).",
      ],
      [
        "“Halt”, because “Danger now” is yes (criterion A).",
        "Criterion B also leads to it.",
        "Other criteria are true, but their answer is less cautious and gives way: “Care” (criteria C and E); “Match” (criteria F and G).",
      ],
    ]);
    expect(sentences({ ...safe, kind: "b", age: 3, score: 4 }, "d")).toEqual([
      [
        "« Jumelage », parce que « Problème » est « Dépression » (critère F).",
        "Les critères G et I y mènent aussi.",
      ],
      ["“Match”, because “Problem” is “Depression” (criterion F).", "Criteria G and I also lead to it."],
    ]);
  });

  test("says that what is still unknown changes nothing", () => {
    expect(sentences({ danger: true }, "d")).toEqual([
      [
        "« Arrêt », parce que « Danger » est oui (critère A).",
        "Ce qui reste inconnu ne peut rien y changer.",
      ],
      ["“Halt”, because “Danger now” is yes (criterion A).", "What is still unknown cannot change this."],
    ]);
  });

  test("by default says that no criterion is true", () => {
    expect(sentences({ ...safe, kind: "c", age: 30 }, "d")).toEqual([
      [
        "« Prudence », parce qu’aucun critère de cette décision n’est vrai : c’est la réponse prévue dans ce cas.",
      ],
      ["“Care”, because no criterion of this decision is true: it is the answer provided for that case."],
    ]);
  });

  test("by a criterion that is always true says so", () => {
    const doc = labelled({ criteria: [criterion("Z", { always: true }, "care")] });
    expect(sentences({}, "d", doc)).toEqual([
      ["« Prudence », dans tous les cas (critère Z)."],
      ["“Care”, in every case (criterion Z)."],
    ]);
  });
});

describe("a decision that is open", () => {
  test("for safety says what is missing, what is possible, what is true already and what is undecided", () => {
    const facts = { danger: false, crisis: { value: false, observedOn: "2026-02-01" }, age: 3 };
    expect(sentences(facts, "d")).toEqual([
      [
        "« À sécuriser », parce qu’il manque une réponse fiable sur la sécurité : « Crise » (périmé). Il manque aussi : « Problème » (non demandé).",
        "Réponses encore possibles : « Arrêt », « Prudence » ou « Jumelage ».",
        "Déjà vrai, sans permettre de conclure : « Jumelage » (critère G).",
        "En suspens : les critères B, C et F.",
      ],
      [
        "“To secure”, because a reliable answer on safety is missing: “Crisis” (out of date). Also missing: “Problem” (not asked).",
        "Answers still possible: “Halt”, “Care” or “Match”.",
        "Already true, without settling the answer: “Match” (criterion G).",
        "Undecided: criteria B, C and F.",
      ],
    ]);
  });

  test("for safety alone says no more than that", () => {
    expect(sentences({ danger: false, kind: "c", age: 30 }, "d")).toEqual([
      [
        "« À sécuriser », parce qu’il manque une réponse fiable sur la sécurité : « Crise » (non demandé).",
        "Réponses encore possibles : « Arrêt » ou « Prudence ».",
        "En suspens : le critère B.",
      ],
      [
        "“To secure”, because a reliable answer on safety is missing: “Crisis” (not asked).",
        "Answers still possible: “Halt” or “Care”.",
        "Undecided: criterion B.",
      ],
    ]);
    expect(sentences({ kind: "c", age: 30 }, "d")[1]?.[0]).toBe(
      "“To secure”, because a reliable answer on safety is missing: “Danger now” (not asked); “Crisis” (not asked).",
    );
  });

  test("for want of other answers says which", () => {
    expect(sentences({ ...safe, age: 30 }, "d")).toEqual([
      [
        "« À compléter », parce qu’il manque : « Problème » (non demandé).",
        "Réponses encore possibles : « Prudence » ou « Jumelage ».",
        "En suspens : les critères C et F.",
      ],
      [
        "“To complete”, because this is missing: “Problem” (not asked).",
        "Answers still possible: “Care” or “Match”.",
        "Undecided: criteria C and F.",
      ],
    ]);
    expect(sentences({ ...safe, age: { unknown: "declined" } }, "d")[0]?.[0]).toBe(
      "« À compléter », parce qu’il manque : « Problème » (non demandé); « Âge » (refus de répondre).",
    );
  });
});

describe("a decision of several outcomes", () => {
  test("tells each suggestion with the first criterion for it", () => {
    expect(sentences({ danger: true, crisis: true, kind: "a", age: 3 }, "m")).toEqual([
      [
        "« Alerter », parce que « Orientation » est « Arrêt » (critère H).",
        "« Informer », dans tous les cas (critère T).",
        "« Noter », parce que « Problème » est « Anxiété » (critère N).",
      ],
      [
        "“Alerting”, because “Direction” is “Halt” (criterion H).",
        "“Informing”, in every case (criterion T).",
        "“Noting”, because “Problem” is “Anxiety” (criterion N).",
      ],
    ]);
  });

  test("tells what counts of the criteria for one outcome, not what is false", () => {
    expect(sentences({ ...safe, kind: "c", age: 3 }, "m").map((s) => s?.at(-1))).toEqual([
      "« Noter », parce que « Âge » est 3 ans, soit moins de 18 ans (critère O).",
      "“Noting”, because “Age” is 3 years, that is, less than 18 years (criterion O).",
    ]);
    expect(sentences({ ...safe, kind: "c" }, "m")[1]?.at(-1)).toBe(
      "Undecided: “Noting”, because “Age” is unknown (not asked) (criterion O).",
    );
  });

  test("tells what is undecided, with all that keeps it so", () => {
    expect(sentences({ ...safe, age: 30 }, "m").map((s) => s?.at(-1))).toEqual([
      "En suspens : « Noter », parce que « Problème » est inconnu (non demandé) (critère N).",
      "Undecided: “Noting”, because “Problem” is unknown (not asked) (criterion N).",
    ]);
    expect(sentences(safe, "m").map((s) => s?.at(-1))).toEqual([
      "En suspens : « Noter », parce que « Problème » est inconnu (non demandé), et « Âge » est inconnu (non demandé) (critères N et O).",
      "Undecided: “Noting”, because “Problem” is unknown (not asked), and “Age” is unknown (not asked) (criteria N and O).",
    ]);
  });

  test("tells the same reason once", () => {
    const twice = [criterion("N", isA, "note", "m"), criterion("O", isA, "note", "m")];
    expect(sentences({}, "m", labelled({ criteria: twice }))[1]).toEqual([
      "Undecided: “Noting”, because “Problem” is unknown (not asked) (criteria N and O).",
    ]);
  });

  test("tells what is withheld until safety is checked", () => {
    const [one, several] = labelledParts.decisions;
    const doc = labelled({ criteria, decisions: [one, { ...several, withheldWhileSafetyUnknown: true }] });
    expect(sentences({ danger: false, kind: "a", age: 3 }, "m", doc).map((s) => s?.at(-1))).toEqual([
      "Aucune suggestion sur « Informer » et « Noter » tant que la sécurité n’est pas vérifiée.",
      "No suggestion on “Informing” and “Noting” until safety has been checked.",
    ]);
  });

  test("of which nothing holds has nothing to suggest", () => {
    expect(sentences(safe, "m", labelled())).toEqual([["Rien à suggérer."], ["Nothing to suggest."]]);
  });
});

test("an explanation has every decision by its title, and the remarks", () => {
  const evaluation = evaluate(ruleSet, { age: "3" }, at);
  const { decisions, remarks } = explain(evaluation, ruleSet, "fr");
  expect(decisions.map((d) => [d.decision, d.title])).toEqual([
    ["d", "Orientation"],
    ["m", "Devoirs"],
  ]);
  expect(remarks.map(plain)).toEqual([
    "La réponse donnée pour « Âge » n’est pas une réponse possible; elle est tenue pour inconnue.",
    "« Souhait » est tenu pour non, faute de réponse.",
    "Non vérifié, sans effet sur la réponse : « Pointage » (non demandé).",
  ]);
  const none = { ...evaluation, result: { ...evaluation.result, decisions: {} } };
  expect(explain(none, ruleSet, "fr").decisions.map((d) => d.sentences)).toEqual([[], []]);
});

test("a named condition's facts are known to the remarks, through groups", () => {
  const nested: Condition = { any: [{ all: [{ condition: "worry" }] }] };
  const doc = labelled({ criteria: [criterion("K", nested, "go")] });
  const evaluation = evaluate(doc, { age: 30, score: { unknown: "declined" } }, at);
  expect(explain(evaluation, doc, "en").remarks).toEqual([
    "“Wish” is taken as no, for want of an answer.",
    "Not verified, without effect on the answer: “Score” (declined).",
  ]);
});

test("one criterion is true, false or undecided for a person", () => {
  const { trace } = evaluate(ruleSet, { danger: true, crisis: false }, at);
  const told = (id: string) => {
    const found = trace.find((t) => t.criterion === id);
    if (!found) throw new Error(id);
    return said((lang) => criterionExplanation(found, ruleSet, lang));
  };
  expect(told("A")).toEqual([
    "Critère A : vrai, parce que « Danger » est oui.",
    "Criterion A: true, because “Danger now” is yes.",
  ]);
  expect(told("B")).toEqual([
    "Critère B : faux, parce que « Crise » est non.",
    "Criterion B: false, because “Crisis” is no.",
  ]);
  expect(told("C")).toEqual([
    "Critère C : en suspens, parce que « Problème » est inconnu (non demandé).",
    "Criterion C: undecided, because “Problem” is unknown (not asked).",
  ]);
  expect(told("T")).toEqual([
    "Critère T : vrai, parce que ce critère vaut pour tout le monde.",
    "Criterion T: true, because this criterion holds for everybody.",
  ]);
});
