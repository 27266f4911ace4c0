// Every form of a condition, affirmed and denied, in sentences and in outlines, in both languages.
import { describe, expect, test } from "vitest";
import { labelled, plain, said } from "../../test/labelled.ts";
import type { DraftCondition } from "../model/condition.ts";
import type { Lang } from "../model/text.ts";
import { conditionLines, conditionPhrases, conditionSentence } from "./condition.ts";
import type { Style } from "./lexicon.ts";

const ruleSet = labelled();
const sentence = (when: DraftCondition, style: Omit<Style, "lang"> = {}) =>
  said((lang) => conditionSentence(when, ruleSet, { ...style, lang }));

const age: DraftCondition = { fact: "age", operator: "isKnown" };
const danger: DraftCondition = { fact: "danger", operator: "equal", value: true };
const adult: DraftCondition = { condition: "adult" };
const three = [age, danger, adult];
const not = (node: DraftCondition): DraftCondition => ({ not: node });
const atLeast = (count: number, of: readonly DraftCondition[]): DraftCondition => ({
  atLeast: { count, of },
});

const membersFr = "« Âge » est connu; « Danger » est oui; la condition « Adulte » est remplie";
const membersEn = "“Age” is known; “Danger now” is yes; the condition “Adult” is met";
const [twoFr, twoEn] = ["« Âge » est connu; « Danger » est oui", "“Age” is known; “Danger now” is yes"];

describe("a group has its opening before its members", () => {
  test.each<[DraftCondition, string, string]>([
    [
      { all: three },
      `toutes ces conditions sont remplies : ${membersFr}`,
      `all of these conditions are met: ${membersEn}`,
    ],
    [
      { any: three },
      `au moins une de ces conditions est remplie : ${membersFr}`,
      `at least one of these conditions is met: ${membersEn}`,
    ],
    [
      not({ any: three }),
      `aucune de ces conditions n’est remplie : ${membersFr}`,
      `none of these conditions is met: ${membersEn}`,
    ],
    [
      not({ all: three }),
      `ces conditions ne sont pas toutes remplies : ${membersFr}`,
      `these conditions are not all met: ${membersEn}`,
    ],
    [
      atLeast(1, [age, danger]),
      `au moins 1 de ces 2 conditions est remplie : ${twoFr}`,
      `at least 1 of these 2 conditions is met: ${twoEn}`,
    ],
    [
      atLeast(2, three),
      `au moins 2 de ces 3 conditions sont remplies : ${membersFr}`,
      `at least 2 of these 3 conditions are met: ${membersEn}`,
    ],
    [
      not(atLeast(2, three)),
      `moins de 2 de ces 3 conditions sont remplies : ${membersFr}`,
      `fewer than 2 of these 3 conditions are met: ${membersEn}`,
    ],
  ])("%j", (when, fr, en) => {
    expect(sentence(when)).toEqual([fr, en]);
  });

  test("inside another group it stands in brackets", () => {
    expect(sentence({ any: [adult, { all: [age, danger] }] })).toEqual([
      `au moins une de ces conditions est remplie : la condition « Adulte » est remplie; (toutes ces conditions sont remplies : ${twoFr})`,
      `at least one of these conditions is met: the condition “Adult” is met; (all of these conditions are met: ${twoEn})`,
    ]);
  });

  test("in a property, none is established rather than met", () => {
    expect(sentence(not({ any: [age, danger] }), { reading: "property" })).toEqual([
      `aucune de ces conditions n’est établie : ${twoFr}`,
      `none of these conditions is established: ${twoEn}`,
    ]);
    expect(sentence(not({ any: [age, danger] }), { reading: "criterion" })).toEqual([
      `aucune de ces conditions n’est remplie : ${twoFr}`,
      `none of these conditions is met: ${twoEn}`,
    ]);
  });
});

describe("a group of one is its member", () => {
  const is = ["« Danger » est oui", "“Danger now” is yes"];
  const isNot = ["« Danger » n’est pas oui", "“Danger now” is not yes"];
  test.each<[DraftCondition, readonly string[]]>([
    [{ all: [danger] }, is],
    [{ any: [danger] }, is],
    [atLeast(1, [danger]), is],
    [not({ all: [danger] }), isNot],
    [not({ any: [danger] }), isNot],
    [not(atLeast(1, [danger])), isNot],
    [{ all: [{ any: [danger] }] }, is],
    [not({ all: [{ any: [danger] }] }), isNot],
  ])("%j", (when, words) => {
    expect(sentence(when)).toEqual(words);
  });

  test("but not where its number says something", () => {
    expect(sentence(atLeast(2, [danger]))).toEqual([
      "au moins 2 de ces 1 conditions sont remplies : « Danger » est oui",
      "at least 2 of these 1 conditions are met: “Danger now” is yes",
    ]);
    expect(sentence(not(atLeast(2, [danger])))).toEqual([
      "moins de 2 de ces 1 conditions sont remplies : « Danger » est oui",
      "fewer than 2 of these 1 conditions are met: “Danger now” is yes",
    ]);
  });

  test("it stands in brackets where its member does", () => {
    expect(sentence({ all: [adult, { any: [{ all: [age, danger] }] }] })[1]).toBe(
      `all of these conditions are met: the condition “Adult” is met; (all of these conditions are met: ${twoEn})`,
    );
  });
});

describe("leaves of every kind, affirmed and denied", () => {
  test.each<[DraftCondition, string, string, string, string]>([
    [
      danger,
      "« Danger » est oui",
      "“Danger now” is yes",
      "« Danger » n’est pas oui",
      "“Danger now” is not yes",
    ],
    [
      { decision: "d", operator: "equal", value: "go" },
      "« Orientation » est « Jumelage »",
      "“Direction” is “Match”",
      "« Orientation » n’est pas « Jumelage »",
      "“Direction” is not “Match”",
    ],
    [{ always: true }, "toujours", "always", "jamais", "never"],
    [
      adult,
      "la condition « Adulte » est remplie",
      "the condition “Adult” is met",
      "la condition « Adulte » n’est pas remplie",
      "the condition “Adult” is not met",
    ],
    [
      { condition: "other" },
      "la condition « other » est remplie",
      "the condition “other” is met",
      "la condition « other » n’est pas remplie",
      "the condition “other” is not met",
    ],
    [
      { hole: {} },
      "(à compléter)",
      "(to be completed)",
      "il n’est pas vrai que (à compléter)",
      "it is not true that (to be completed)",
    ],
    [
      { hole: { fact: "since", operator: "lessThan", text: "hier" } },
      "« Début » est avant le « hier » (à compléter)",
      "“Start” is before “hier” (to be completed)",
      "il n’est pas vrai que « Début » est avant le « hier » (à compléter)",
      "it is not true that “Start” is before “hier” (to be completed)",
    ],
    [
      { hole: { operator: "lessThan" } },
      "est inférieur à (à compléter)",
      "is less than (to be completed)",
      "il n’est pas vrai que est inférieur à (à compléter)",
      "it is not true that is less than (to be completed)",
    ],
    [
      { hole: { fact: "other" } },
      "« other » (à compléter)",
      "“other” (to be completed)",
      "il n’est pas vrai que « other » (à compléter)",
      "it is not true that “other” (to be completed)",
    ],
  ])("%j", (when, fr, en, nonFr, nonEn) => {
    expect(sentence(when)).toEqual([fr, en]);
    expect(sentence(not(when))).toEqual([nonFr, nonEn]);
  });

  test("a denial of a denial is said as one, in brackets where it is a group", () => {
    expect(sentence(not(not(danger)))).toEqual([
      "il n’est pas vrai que « Danger » n’est pas oui",
      "it is not true that “Danger now” is not yes",
    ]);
    expect(sentence(not(not({ all: [age, danger] })))).toEqual([
      `il n’est pas vrai que (ces conditions ne sont pas toutes remplies : ${twoFr})`,
      `it is not true that (these conditions are not all met: ${twoEn})`,
    ]);
  });

  test("in a property, a denial says what is not established; never and a hole stay", () => {
    const property = { reading: "property" } as const;
    expect(sentence(not(danger), property)).toEqual([
      "il n’est pas établi que « Danger » est oui",
      "it is not established that “Danger now” is yes",
    ]);
    expect(sentence(not(adult), property)).toEqual([
      "il n’est pas établi que la condition « Adulte » est remplie",
      "it is not established that the condition “Adult” is met",
    ]);
    expect(sentence(danger, property)).toEqual(["« Danger » est oui", "“Danger now” is yes"]);
    expect(sentence(not({ always: true }), property)).toEqual(["jamais", "never"]);
    expect(sentence(not({ hole: {} }), property)).toEqual([
      "il n’est pas vrai que (à compléter)",
      "it is not true that (to be completed)",
    ]);
  });
});

describe("a named condition is written out where asked, once", () => {
  test("with what it reads in turn", () => {
    expect(sentence({ condition: "worry" }, { definitions: true })).toEqual([
      "la condition « Inquiétude » est remplie (c’est-à-dire : au moins une de ces conditions est remplie : la condition « Adulte » n’est pas remplie (c’est-à-dire : « Âge » est au moins 18 ans); « Pointage » est au moins 10 (seuil « Alerte »))",
      "the condition “Worry” is met (that is: at least one of these conditions is met: the condition “Adult” is not met (that is: “Age” is at least 18 years); “Score” is at least 10 (threshold “Alert”))",
    ]);
    expect(sentence({ condition: "worry" })).toEqual([
      "la condition « Inquiétude » est remplie",
      "the condition “Worry” is met",
    ]);
    expect(sentence({ condition: "other" }, { definitions: true })[1]).toBe("the condition “other” is met");
  });

  test("not again inside itself", () => {
    const circular = {
      ...ruleSet,
      conditions: ruleSet.conditions.map((c) => ({
        ...c,
        when: { condition: c.id === "adult" ? "worry" : "adult" },
      })),
    };
    expect(plain(conditionSentence(adult, circular, { lang: "en", definitions: true }))).toBe(
      "the condition “Adult” is met (that is: the condition “Worry” is met (that is: the condition “Adult” is met))",
    );
    expect(
      conditionLines(adult, circular, { lang: "en", definitions: true }).map((l) => [
        l.depth,
        l.kind,
        l.text,
      ]),
    ).toEqual([
      [0, "named", "The condition “Adult” is met"],
      [1, "named", "The condition “Worry” is met"],
      [2, "named", "The condition “Adult” is met"],
    ]);
  });
});

describe("an outline", () => {
  const lines = (when: DraftCondition, style: Style) =>
    conditionLines(when, ruleSet, style).map((l) => [l.depth, l.kind, plain(l.text), l.at.join(".")]);

  test.each<[DraftCondition, string, string]>([
    [{ all: three }, "Toutes ces conditions", "All of these conditions"],
    [{ any: three }, "Au moins une de ces conditions", "At least one of these conditions"],
    [not({ any: three }), "Aucune de ces conditions", "None of these conditions"],
    [not({ all: three }), "Pas toutes ces conditions à la fois", "Not all of these conditions at once"],
    [atLeast(2, three), "Au moins 2 de ces 3 conditions", "At least 2 of these 3 conditions"],
    [not(atLeast(2, three)), "Moins de 2 de ces 3 conditions", "Fewer than 2 of these 3 conditions"],
  ])("has a heading for %j, and its members below", (when, fr, en) => {
    const at = (lang: Lang) => lines(when, { lang });
    const form = "not" in when ? when.not : when;
    const key = "all" in form ? "all" : "any" in form ? "any" : "atLeast.of";
    const place = `${"not" in when ? "not." : ""}${key}`;
    expect(at("fr")).toEqual([
      [0, "group", fr, ""],
      [1, "leaf", "« Âge » est connu", `${place}.0`],
      [1, "leaf", "« Danger » est oui", `${place}.1`],
      [1, "named", "La condition « Adulte » est remplie", `${place}.2`],
    ]);
    expect(at("en")).toEqual([
      [0, "group", en, ""],
      [1, "leaf", "“Age” is known", `${place}.0`],
      [1, "leaf", "“Danger now” is yes", `${place}.1`],
      [1, "named", "The condition “Adult” is met", `${place}.2`],
    ]);
  });

  test("says of every line what it is and where", () => {
    const when: DraftCondition = {
      all: [{ hole: { fact: "age" } }, not(adult), not(not(danger)), { any: [{ condition: "worry" }] }],
    };
    expect(lines(when, { lang: "en", definitions: true })).toEqual([
      [0, "group", "All of these conditions", ""],
      [1, "hole", "“Age” (to be completed)", "all.0"],
      [1, "leaf", "The condition “Adult” is not met", "all.1"],
      [1, "leaf", "It is not true that “Danger now” is not yes", "all.2"],
      [1, "group", "At least one of these conditions", "all.3"],
      [2, "named", "The condition “Worry” is met", "all.3.any.0"],
      [3, "group", "At least one of these conditions", "all.3.any.0"],
      [4, "leaf", "The condition “Adult” is not met", "all.3.any.0.any.0"],
      [4, "leaf", "“Score” is at least 10 (threshold “Alert”)", "all.3.any.0.any.1"],
    ]);
  });

  test("leaves definitions out unless asked, and what is not declared is a leaf", () => {
    expect(lines({ condition: "worry" }, { lang: "fr" })).toEqual([
      [0, "named", "La condition « Inquiétude » est remplie", ""],
    ]);
    expect(lines({ condition: "other" }, { lang: "fr", definitions: true })).toEqual([
      [0, "leaf", "La condition « other » est remplie", ""],
    ]);
  });

  test("is nested as the condition is", () => {
    expect(conditionPhrases({ any: [age] }, ruleSet, "en")).toEqual({
      kind: "group",
      text: "At least one of these conditions",
      at: [],
      children: [{ kind: "leaf", text: "“Age” is known", at: ["any", 0], children: [] }],
    });
  });
});
