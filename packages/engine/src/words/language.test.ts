import { expect, test } from "vitest";
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
import { typographyFaults } from "./typography.ts";

const nbsp = "\u00a0";

test("numbers, dates and quantities are written as people write them", () => {
  expect(numberIn(1234567.5, "fr")).toBe(`1${nbsp}234${nbsp}567,5`);
  expect(numberIn(1234567.5, "en")).toBe("1,234,567.5");
  expect(numberIn(-3, "fr")).toBe("−3");
  expect(dateIn("2026-11-22", "fr")).toBe(`22${nbsp}novembre 2026`);
  expect(dateIn("2026-02-01", "fr")).toBe(`1er${nbsp}février 2026`);
  expect(dateIn("2026-02-01", "en")).toBe(`1${nbsp}February 2026`);
  expect(quantityIn(18, "a", "fr")).toBe(`18${nbsp}ans`);
  expect(quantityIn(1, "a", "fr")).toBe(`1${nbsp}an`);
  expect(quantityIn(0, "a", "fr")).toBe(`0${nbsp}an`);
  expect(quantityIn(0, "a", "en")).toBe(`0${nbsp}years`);
  expect(quantityIn(15, "{score}", "fr")).toBe("15");
  expect(quantityIn(37.5, "%", "fr")).toBe(`37,5${nbsp}%`);
  expect(quantityIn(37.5, "%", "en")).toBe("37.5%");
  expect(quantityIn(4, "kg", "en")).toBe(`4${nbsp}kg`);
});

test("every month has its name, and what is no date is given back", () => {
  const names = (lang: "fr" | "en"): readonly string[] =>
    Array.from(
      { length: 12 },
      (_, i) => dateIn(`2026-${String(i + 1).padStart(2, "0")}-05`, lang).split(/\s/u)[1] ?? "",
    );
  expect(names("fr")).toEqual(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
  );
  expect(names("en")).toEqual(
    "January February March April May June July August September October November December".split(" "),
  );
  for (const other of ["", "2026", "2026-03", "2026-13-01", "hier"]) expect(dateIn(other, "fr")).toBe(other);
  expect(dateIn("2026-03-01", "en")).toBe(`1${nbsp}March 2026`);
});

test.each([
  ["a", "1 an", "2 ans", "1 year", "2 years"],
  ["mo", "1 mois", "2 mois", "1 month", "2 months"],
  ["wk", "1 semaine", "2 semaines", "1 week", "2 weeks"],
  ["d", "1 jour", "2 jours", "1 day", "2 days"],
  ["h", "1 heure", "2 heures", "1 hour", "2 hours"],
  ["min", "1 minute", "2 minutes", "1 minute", "2 minutes"],
  ["Cel", "1 °C", "2 °C", "1 °C", "2 °C"],
  ["toString", "1 toString", "2 toString", "1 toString", "2 toString"],
  ["{x", "1 {x", "2 {x", "1 {x", "2 {x"],
  ["x{y}", "1 x{y}", "2 x{y}", "1 x{y}", "2 x{y}"],
  ["{y}x", "1 {y}x", "2 {y}x", "1 {y}x", "2 {y}x"],
  ["{y}", "1", "2", "1", "2"],
  ["1", "1", "2", "1", "2"],
  ["", "1", "2", "1", "2"],
])("one and two of %s", (unit, ...words) => {
  const said = [
    quantityIn(1, unit, "fr"),
    quantityIn(2, unit, "fr"),
    quantityIn(1, unit, "en"),
    quantityIn(2, unit, "en"),
  ];
  expect(said.map((text) => text.replaceAll(nbsp, " "))).toEqual(words);
  expect(said.join("")).not.toContain(" ");
});

test("less than two is singular in French, only one in English; what is below zero as what is above", () => {
  expect(quantityIn(1.5, "a", "fr")).toBe(`1,5${nbsp}an`);
  expect(quantityIn(1.5, "a", "en")).toBe(`1.5${nbsp}years`);
  expect(quantityIn(-3, "a", "fr")).toBe(`−3${nbsp}ans`);
  expect(quantityIn(-1, "a", "fr")).toBe(`−1${nbsp}an`);
  expect(quantityIn(5, undefined, "en")).toBe("5");
  expect(numberIn(0, "fr")).toBe("0");
  expect(numberIn(999, "en")).toBe("999");
  expect(numberIn(1000, "en")).toBe("1,000");
});

test("a text is taken from the other language only while its own is empty", () => {
  expect(textIn({ fr: " a ", en: "b" }, "fr")).toBe("a");
  expect(textIn({ fr: " ", en: " b " }, "fr")).toBe("b");
  expect(textIn({ fr: "a", en: "" }, "en")).toBe("a");
  expect(textIn({ fr: "", en: "" }, "en")).toBe("");
  expect([say("fr", "a", "b"), say("en", "a", "b")]).toEqual(["a", "b"]);
  expect([capitalised("été"), capitalised("a b"), capitalised("")]).toEqual(["Été", "A b", ""]);
});

test("two items have no comma, three have one", () => {
  expect(listOf(["a", "b"], "fr", "and")).toBe("a et b");
  expect(listOf(["a", "b"], "en", "or")).toBe("a or b");
  expect(listOf(["a", "b", "c"], "en", "and")).toBe("a, b and c");
});

test("quotation marks nest, and lists end in a word", () => {
  expect(typeset(quote("dire « oui »", "fr"), "fr")).toBe(`«${nbsp}dire “oui”${nbsp}»`);
  expect(quote("say “yes”", "en")).toBe("“say ‘yes’”");
  expect(listOf(["a", "b", "c"], "fr", "or")).toBe("a, b ou c");
  expect(listOf(["a"], "en", "and")).toBe("a");
  expect(listOf([], "en", "and")).toBe("");
});

test("typesetting puts no-break spaces before a colon and a per cent sign only", () => {
  expect(typeset("l'un : deux; « trois » !", "fr")).toBe(`l’un${nbsp}: deux; «${nbsp}trois${nbsp}»!`);
  expect(typeset("it's: so", "en")).toBe("it’s: so");
  expect(typeset("a... b ; c", "en")).toBe("a… b ; c");
  expect(typeset("a... b   ; c\u202f: d", "fr")).toBe(`a… b; c${nbsp}: d`);
  expect(typeset("«  a  »  %", "fr")).toBe(`«${nbsp}a${nbsp}»${nbsp}%`);
  expect(typeset("«\u202fa\u202f»", "fr")).toBe(`«${nbsp}a${nbsp}»`);
});

test.each([
  ["fr", "deux : points"],
  ["fr", "deux: points"],
  ["fr", `« guillemets${nbsp}»`],
  ["fr", `un point-virgule ; mal placé`],
  ["fr", "l'apostrophe"],
  ["fr", "10 %"],
  ["fr", "37.5"],
  ["fr", `«${nbsp}ouvert`],
  ["fr", `«${nbsp}un «${nbsp}deux${nbsp}»${nbsp}»`],
  ["fr", "deux  espaces"],
  ["en", 'straight "marks"'],
  ["en", "a colon : apart"],
  ["en", `«${nbsp}French marks${nbsp}»`],
  ["en", "undefined"],
  ["en", "state @safety-unknown"],
  ["en", '{"fact":1}'],
  ["en", "dots..."],
] as const)("the lint sees the fault in %s “%s”", (lang, text) => {
  expect(typographyFaults(text, lang)).not.toEqual([]);
});

test.each([
  ["fr", `«${nbsp}PHQ-9${nbsp}: score${nbsp}» est 37,5${nbsp}%; à 14:05, vraiment?`],
  ["en", "“PHQ-9: score” is 37.5%; isn’t it?"],
] as const)("the lint passes well-set %s", (lang, text) => {
  expect(typographyFaults(text, lang)).toEqual([]);
});
