import { describe, expect, test } from "vitest";
import {
  capitalised,
  dateIn,
  listOf,
  numberIn,
  quantityIn,
  quote,
  say,
  textIn,
  typeset,
} from "./language.ts";

const nbsp = "\u00a0";

test("one of two wordings, by language", () => {
  expect([say("fr", "oui", "yes"), say("en", "oui", "yes")]).toEqual(["oui", "yes"]);
});

test("a text that lacks a language is given in the other, without spaces at its edges", () => {
  expect(textIn({ fr: " un ", en: " one " }, "fr")).toBe("un");
  expect(textIn({ fr: " un ", en: " one " }, "en")).toBe("one");
  expect(textIn({ fr: " ", en: " one " }, "fr")).toBe("one");
  expect(textIn({ fr: " un ", en: "" }, "en")).toBe("un");
  expect(textIn({ fr: " ", en: "" }, "en")).toBe("");
});

test.each([
  [0, "0", "0"],
  [7, "7", "7"],
  [999, "999", "999"],
  [1000, `1${nbsp}000`, "1,000"],
  [12_345, `12${nbsp}345`, "12,345"],
  [123_456, `123${nbsp}456`, "123,456"],
  [1_234_567.5, `1${nbsp}234${nbsp}567,5`, "1,234,567.5"],
  [0.125, "0,125", "0.125"],
  [-3, "−3", "−3"],
  [-1234.75, `−1${nbsp}234,75`, "−1,234.75"],
])("the number %d", (value, fr, en) => {
  expect([numberIn(value, "fr"), numberIn(value, "en")]).toEqual([fr, en]);
});

test.each([
  ["2026-01-01", "1er janvier 2026", "1 January 2026"],
  ["2026-02-01", "1er février 2026", "1 February 2026"],
  ["2026-03-02", "2 mars 2026", "2 March 2026"],
  ["2026-04-11", "11 avril 2026", "11 April 2026"],
  ["2026-05-21", "21 mai 2026", "21 May 2026"],
  ["2026-06-30", "30 juin 2026", "30 June 2026"],
  ["2026-07-31", "31 juillet 2026", "31 July 2026"],
  ["2026-08-09", "9 août 2026", "9 August 2026"],
  ["2026-09-08", "8 septembre 2026", "8 September 2026"],
  ["2026-10-10", "10 octobre 2026", "10 October 2026"],
  ["2026-11-22", "22 novembre 2026", "22 November 2026"],
  ["2026-12-25", "25 décembre 2026", "25 December 2026"],
])("the date %s", (date, fr, en) => {
  const set = (words: string): string => words.replace(" ", nbsp);
  expect([dateIn(date, "fr"), dateIn(date, "en")]).toEqual([set(fr), set(en)]);
});

test.each(["2026-13-01", "2026-00-01", "2026-05", "2026", "hier"])("%s is no date and stays", (text) => {
  expect([dateIn(text, "fr"), dateIn(text, "en")]).toEqual([text, text]);
});

describe("a quantity has its unit in the singular or the plural of the language", () => {
  test.each([
    ["a", "an", "ans", "year", "years"],
    ["mo", "mois", "mois", "month", "months"],
    ["wk", "semaine", "semaines", "week", "weeks"],
    ["d", "jour", "jours", "day", "days"],
    ["h", "heure", "heures", "hour", "hours"],
    ["min", "minute", "minutes", "minute", "minutes"],
    ["Cel", "°C", "°C", "°C", "°C"],
    ["kg", "kg", "kg", "kg", "kg"],
    ["constructor", "constructor", "constructor", "constructor", "constructor"],
  ])("%s", (unit, un, ans, year, years) => {
    const said = (lang: "fr" | "en") => [0, 1, 1.5, 2, -1, -2].map((n) => quantityIn(n, unit, lang));
    expect(said("fr")).toEqual(
      [`0 ${un}`, `1 ${un}`, `1,5 ${un}`, `2 ${ans}`, `−1 ${un}`, `−2 ${ans}`].map((w) =>
        w.replace(" ", nbsp),
      ),
    );
    expect(said("en")).toEqual(
      [`0 ${years}`, `1 ${year}`, `1.5 ${years}`, `2 ${years}`, `−1 ${years}`, `−2 ${years}`].map((w) =>
        w.replace(" ", nbsp),
      ),
    );
  });

  test.each([undefined, "", "1", "{score}", "{}"])("%j is no unit to name", (unit) => {
    expect([quantityIn(1500.5, unit, "fr"), quantityIn(1500.5, unit, "en")]).toEqual([
      `1${nbsp}500,5`,
      "1,500.5",
    ]);
  });

  test.each(["{a}/d", "/{a}"])("%s is one, in part only a count", (unit) => {
    expect(quantityIn(2, unit, "en")).toBe(`2${nbsp}${unit}`);
  });

  test("per cent stands apart in French and close in English", () => {
    expect([quantityIn(37.5, "%", "fr"), quantityIn(37.5, "%", "en")]).toEqual([`37,5${nbsp}%`, "37.5%"]);
  });
});

test("quotation marks nest", () => {
  expect(typeset(quote("dire « oui »", "fr"), "fr")).toBe(`«${nbsp}dire “oui”${nbsp}»`);
  expect(quote(`dire «${nbsp}oui${nbsp}» et «  non  »`, "fr")).toMatch(/^«.dire “oui” et “non”.»$/u);
  expect(quote("dire «oui»", "fr")).toMatch(/^«.dire “oui”.»$/u);
  expect(quote("say “yes” or “no”", "en")).toBe("“say ‘yes’ or ‘no’”");
});

test("lists end in a word", () => {
  const lists = [[], ["a"], ["a", "b"], ["a", "b", "c"]];
  const said = (lang: "fr" | "en", link: "and" | "or") => lists.map((items) => listOf(items, lang, link));
  expect(said("fr", "and")).toEqual(["", "a", "a et b", "a, b et c"]);
  expect(said("fr", "or")).toEqual(["", "a", "a ou b", "a, b ou c"]);
  expect(said("en", "and")).toEqual(["", "a", "a and b", "a, b and c"]);
  expect(said("en", "or")).toEqual(["", "a", "a or b", "a, b or c"]);
});

test("the first letter in upper case, the others as they are", () => {
  expect(["âge de la personne", "PHQ", "« dit »", ""].map(capitalised)).toEqual([
    "Âge de la personne",
    "PHQ",
    "« dit »",
    "",
  ]);
});

test.each([
  ["l'un : deux; « trois » !", `l’un${nbsp}: deux; «${nbsp}trois${nbsp}»!`],
  ["a ; b ? c ! d", "a; b? c! d"],
  ["a  ; b", "a; b"],
  ["a  : b  % c", `a${nbsp}: b${nbsp}% c`],
  ["a\u202f: b", `a${nbsp}: b`],
  ["«\u202fa\u202f»", `«${nbsp}a${nbsp}»`],
  ["«  a  »", `«${nbsp}a${nbsp}»`],
  ["d'un... l'autre...", "d’un… l’autre…"],
])("French is set: %s", (text, set) => {
  expect(typeset(text, "fr")).toBe(set);
});

test("English keeps its spaces", () => {
  expect(typeset("it's: so... isn't it ; % « x »", "en")).toBe("it’s: so… isn’t it ; % « x »");
});
