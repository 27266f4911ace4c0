import { expect, test } from "vitest";
import { dateIn, listOf, numberIn, quantityIn, quote, typeset } from "./language.ts";
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
