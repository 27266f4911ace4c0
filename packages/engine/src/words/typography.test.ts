import { describe, expect, test } from "vitest";
import { typographyFaults } from "./typography.ts";

const nbsp = "\u00a0";

const straight = "straight quotation mark or apostrophe";
const program = "trace of a program";
const colon = "no no-break space before a colon";
const percent = "no no-break space before a per cent sign";
const inside = "no no-break space inside guillemets";
const french = "space before ; ? or !";
const english = "space before a colon, a semicolon, ? or !";

describe("each fault by its name", () => {
  test.each([
    ["fr", "l'apostrophe", [straight]],
    ["en", 'straight "marks"', [straight]],
    ["fr", "deux  espaces", ["two spaces"]],
    ["en", `two${nbsp} spaces`, ["two spaces"]],
    ["fr", "un , deux", ["space before a comma or a full stop"]],
    ["en", `one${nbsp}.`, ["space before a comma or a full stop"]],
    ["en", "dots...", ["dots instead of an ellipsis"]],
    ["fr", "deux points..", ["dots instead of an ellipsis"]],
    ["fr", "un,, deux", ["doubled punctuation"]],
    ["fr", "un;. deux", ["doubled punctuation"]],
    ["en", "one:; two", ["doubled punctuation"]],
    ["en", "one., two", ["doubled punctuation"]],
    ["en", "one.; two", ["doubled punctuation"]],
    ["fr", `«${nbsp}»`, ["empty quotation marks or brackets"]],
    ["en", "“”", ["empty quotation marks or brackets"]],
    ["en", "“ ”", ["empty quotation marks or brackets"]],
    ["en", "none ()", ["empty quotation marks or brackets"]],
    ["en", "none ( )", ["empty quotation marks or brackets"]],
    ["en", " before", ["space at the edge"]],
    ["en", "after ", ["space at the edge"]],
    ["en", "undefined", [program]],
    ["en", "it is null", [program]],
    ["fr", "NaN ans", [program]],
    ["en", "[object Object]", [program]],
    ["en", "a { here", [program]],
    ["en", "a } here", [program]],
    ["en", "state @safety", [program]],
    ["fr", "deux : points", [colon]],
    ["fr", "deux: points", [colon]],
    ["fr", "à 14: vraiment", [colon]],
    ["fr", "10 %", [percent]],
    ["fr", "10%", [percent]],
    ["fr", "mal ; placé", [french]],
    ["fr", `mal${nbsp}? placé`, [french]],
    ["fr", "mal !", [french]],
    ["fr", `« guillemets${nbsp}»`, [inside]],
    ["fr", `«${nbsp}guillemets »`, [inside]],
    ["fr", `«${nbsp}un «${nbsp}deux${nbsp}»${nbsp}»`, ["guillemets inside guillemets"]],
    ["fr", "37.5", ["decimal point"]],
    ["fr", `«${nbsp}ouvert`, ["unpaired marks"]],
    ["fr", "fermé (une fois", ["unpaired marks"]],
    ["en", "“open", ["unpaired marks"]],
    ["en", "closed)", ["unpaired marks"]],
    ["en", "one : apart", [english]],
    ["en", `one${nbsp}; apart`, [english]],
    ["en", "one ? apart", [english]],
    ["en", "one !", [english]],
    ["en", `«${nbsp}French marks${nbsp}»`, ["French quotation marks"]],
    ["en", "only « one", ["French quotation marks"]],
  ] as const)("%s “%s”", (lang, text, faults) => {
    expect(typographyFaults(text, lang)).toEqual(faults);
  });

  test("several at once, in the order of the list", () => {
    expect(typographyFaults("l'un  (37.5", "fr")).toEqual([
      straight,
      "two spaces",
      "decimal point",
      "unpaired marks",
    ]);
  });
});

test.each([
  ["fr", `«${nbsp}PHQ-9${nbsp}: score${nbsp}» est 37,5${nbsp}%; à 14:05, vraiment?`],
  ["fr", "voir https://example.org/ (en ligne)"],
  ["fr", `« a »`.replaceAll(" ", nbsp)],
  ["fr", `environ ,5`],
  ["en", "“PHQ-9: score” is 37.5%; isn’t it?"],
  ["en", "about .5 (half)"],
  ["en", "write to a@B"],
] as const)("well-set %s “%s” has none", (lang, text) => {
  expect(typographyFaults(text, lang)).toEqual([]);
});
