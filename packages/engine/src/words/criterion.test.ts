import { expect, test } from "vitest";
import { labelled, said } from "../../test/labelled.ts";
import { criterion } from "../../test/tiny.ts";
import type { DraftCriterion } from "../model/rule-set.ts";
import type { Condition } from "../model/condition.ts";
import { conclusionIn, criteriaIn, criteriaNamed, criterionSentence, ifIn } from "./criterion.ts";
import { lexiconOf } from "./lexicon.ts";

const ruleSet = labelled();
const sentence = (when: Condition | undefined, then = { decision: "d", outcome: "go" }) =>
  said((lang) => {
    const made = criterion("K", when ?? { always: true }, then.outcome, then.decision);
    return criterionSentence({ ...made, when } as unknown as DraftCriterion, ruleSet, lang);
  });

test("if is elided before il and ils, and before nothing else", () => {
  expect(
    ["il pleut", "ils sont là", "ile déserte", "elle est là", "« il » est oui", "mil est"].map((c) =>
      ifIn(c, "fr"),
    ),
  ).toEqual([
    "s’il pleut",
    "s’ils sont là",
    "si ile déserte",
    "si elle est là",
    "si « il » est oui",
    "si mil est",
  ]);
  expect(["il pleut", "it rains"].map((c) => ifIn(c, "en"))).toEqual(["if il pleut", "if it rains"]);
});

test("a conclusion says what a decision is, or what it includes", () => {
  const conclusion = (decision: string, outcome: string) =>
    said((lang) => conclusionIn(lexiconOf(ruleSet, lang), { decision, outcome }));
  expect(conclusion("d", "go")).toEqual(["« Orientation » est « Jumelage »", "“Direction” is “Match”"]);
  expect(conclusion("m", "tell")).toEqual([
    "« Devoirs » comprend « Informer »",
    "“Duties” includes “Informing”",
  ]);
  expect(conclusion("other", "go")).toEqual(["« other » est « go »", "“other” is “go”"]);
});

test("a criterion is one sentence", () => {
  expect(sentence({ fact: "danger", operator: "equal", value: true })).toEqual([
    "Si « Danger » est oui, alors « Orientation » est « Jumelage ».",
    "If “Danger now” is yes, then “Direction” is “Match”.",
  ]);
  expect(sentence({ condition: "adult" }, { decision: "m", outcome: "note" })).toEqual([
    "Si la condition « Adulte » est remplie, alors « Devoirs » comprend « Noter ».",
    "If the condition “Adult” is met, then “Duties” includes “Noting”.",
  ]);
  expect(sentence({ not: { not: { condition: "adult" } } })).toEqual([
    "S’il n’est pas vrai que la condition « Adulte » n’est pas remplie, alors « Orientation » est « Jumelage ».",
    "If it is not true that the condition “Adult” is not met, then “Direction” is “Match”.",
  ]);
});

test("in every case, and while the condition is still to be written", () => {
  expect(sentence({ always: true })).toEqual([
    "Dans tous les cas, « Orientation » est « Jumelage ».",
    "In every case, “Direction” is “Match”.",
  ]);
  expect(sentence(undefined)).toEqual([
    "Si (condition à écrire), alors « Orientation » est « Jumelage ».",
    "If (condition to be written), then “Direction” is “Match”.",
  ]);
});

test("criteria are called by their ids", () => {
  const called = (...ids: readonly string[]) => said((lang) => criteriaIn(ids, lang));
  expect(called("A")).toEqual(["le critère A", "criterion A"]);
  expect(called("A", "B")).toEqual(["les critères A et B", "criteria A and B"]);
  expect(called("A", "B", "C")).toEqual(["les critères A, B et C", "criteria A, B and C"]);
  expect(said((lang) => criteriaNamed(["A"], lang))).toEqual(["critère A", "criterion A"]);
  expect(said((lang) => criteriaNamed(["A", "B"], lang))).toEqual(["critères A et B", "criteria A and B"]);
});
