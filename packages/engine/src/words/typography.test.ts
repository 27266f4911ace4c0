// The lint of sentences: each fault by its name, and what comes near one without being one.
import { expect, test } from "vitest";
import { typographyFaults } from "./typography.ts";

const nbsp = "\u00a0";

test.each<["fr" | "en", string, readonly string[]]>([
  ["en", 'a "b"', ["straight quotation mark or apostrophe"]],
  ["en", "it's", ["straight quotation mark or apostrophe"]],
  ["en", "a  b", ["two spaces"]],
  ["en", `a ${nbsp}b`, ["two spaces"]],
  ["en", "a ,b", ["space before a comma or a full stop"]],
  ["en", "a .", ["space before a comma or a full stop"]],
  ["en", "a .5", []],
  ["en", "a..", ["dots instead of an ellipsis"]],
  ["en", "a,, b", ["doubled punctuation"]],
  ["en", "a;: b", ["doubled punctuation"]],
  ["en", "a., b", ["doubled punctuation"]],
  ["en", "a: b; c, d.", []],
  ["en", "a “” b", ["empty quotation marks or brackets"]],
  ["en", "a “ ” b", ["empty quotation marks or brackets"]],
  ["en", "a ( ) b", ["empty quotation marks or brackets"]],
  [
    "fr",
    `a «${nbsp}» b`,
    ["empty quotation marks or brackets", "no no-break space inside guillemets"].slice(0, 1),
  ],
  ["en", " a", ["space at the edge"]],
  ["en", "a ", ["space at the edge"]],
  ["en", "a undefined", ["trace of a program"]],
  ["en", "null", ["trace of a program"]],
  ["en", "NaN", ["trace of a program"]],
  ["en", "[object Object]", ["trace of a program"]],
  ["en", "a {b", ["trace of a program"]],
  ["en", "a @b", ["trace of a program"]],
  ["en", "a@B", []],
  ["fr", "a: b", ["no no-break space before a colon"]],
  ["fr", "a : b", ["no no-break space before a colon"]],
  ["fr", "5: b", ["no no-break space before a colon"]],
  ["fr", `a${nbsp}: b`, []],
  ["fr", "14:05", []],
  ["fr", "https://a.b", []],
  ["fr", "5 %", ["no no-break space before a per cent sign"]],
  ["fr", `5${nbsp}%`, []],
  ["fr", "a ; b", ["space before ; ? or !"]],
  ["fr", `a${nbsp}?`, ["space before ; ? or !"]],
  ["fr", "a !", ["space before ; ? or !"]],
  ["fr", "a; b?", []],
  ["fr", `« a${nbsp}»`, ["no no-break space inside guillemets"]],
  ["fr", `«${nbsp}a »`, ["no no-break space inside guillemets"]],
  ["fr", `«${nbsp}a «${nbsp}b${nbsp}»${nbsp}»`, ["guillemets inside guillemets"]],
  ["fr", `«${nbsp}a${nbsp}» et «${nbsp}b${nbsp}»`, []],
  ["fr", "1.5", ["decimal point"]],
  ["fr", "1. Un", []],
  ["en", "a : b", ["space before a colon, a semicolon, ? or !"]],
  ["en", `a${nbsp}; b`, ["space before a colon, a semicolon, ? or !"]],
  ["en", "a ?", ["space before a colon, a semicolon, ? or !"]],
  ["en", "1.5: b; c?", []],
  ["en", "«a»", ["French quotation marks"]],
  ["en", "“a", ["unpaired marks"]],
  ["en", "a) b", ["unpaired marks"]],
  ["fr", `«${nbsp}a`, ["unpaired marks"]],
  ["en", "(a) “b”", []],
])("%s: %j", (lang, text, faults) => {
  expect(typographyFaults(text, lang)).toEqual(faults);
});

test("several faults are all told", () => {
  expect(typographyFaults(" a..", "en")).toEqual(["dots instead of an ellipsis", "space at the edge"]);
});
