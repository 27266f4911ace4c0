// Straight from facts, or from an encoded person, to masks: one function each, made for one rule set alone. Functions that
// several rule sets share are compiled by the platform for all of them at once, and each pays for the others; and what is
// read into variables does not have to be written anywhere, nor forgotten. Whatever is not plain goes the long way.
import type { Facts, LocalDate } from "../model/index.ts";
import { functionOf } from "./code-of.ts";
import { judgeLines, judgeOfLists } from "./generate.ts";
import { idLines, numberText, readingLines } from "./generate-reader.ts";
import type { Tables } from "./generate-tables.ts";
import type { PersonIn } from "./generate-writer.ts";
import { hasOwn } from "./has-own.ts";
import { nobodyOf, type EncodedPerson } from "./person.ts";
import type { Plan } from "./plan.ts";
import type { Masks } from "./run.ts";

/** The two ways to masks. */
export interface MasksWays {
  readonly masks: (facts: Facts, at: LocalDate) => Masks;
  readonly masksOf: (person: EncodedPerson) => Masks;
}

/** A person in variables. */
const inVariables: PersonIn = { word: (i) => `w${i}`, number: (i) => `x${i}` };

interface Given {
  readonly T: Int32Array;
  readonly key: string;
  readonly own: Masks;
  readonly long: MasksWays;
}

/** The two ways that a text (`masksSource`) stands for, which do `long` with whoever is not plain. */
export function masksWays(source: string, { T, key, own, long }: Given): MasksWays {
  const given = {
    T,
    key,
    masks: own,
    yes: own.yes,
    no: own.no,
    long: long.masks,
    longOf: long.masksOf,
    hasOwn,
    isArray: Array.isArray,
    prototypeOf: Object.getPrototypeOf,
    prototype: Object.prototype,
  };
  return (functionOf(source, given) as MasksWays | undefined) ?? long;
}

/** The body of a function of all that is given above. */
export function masksSource(plan: Plan, tables: Tables): string {
  const ofPerson = [
    "(person) => {",
    "if (person.key !== key) return longOf(person);",
    "const { words, numbers } = person;",
    ...judgeOfLists(plan, tables),
    "return masks;",
    "}",
  ];
  return [
    `"use strict";`,
    // A sum of other facts takes more than reading them.
    ...(plan.layout.sums.length === 0
      ? [...idLines(plan.layout), ...ofFacts(plan, tables)]
      : ["const ofFacts = long;"]),
    `return { masks: ofFacts, masksOf: ${ofPerson.join("\n")} };`,
  ].join("\n");
}

function ofFacts(plan: Plan, tables: Tables): readonly string[] {
  const { words, numbers } = nobodyOf(plan.layout);
  const nobody = [
    ...Array.from(words, (word, i) => `w${i} = ${word}`),
    // Whoever was said to have a number goes the long way.
    ...Array.from(numbers, (number, i) => `x${i} = ${numberText(number)}`),
  ];
  const otherwise = "return long(facts, at);";
  return [
    // A date is looked at once, by the long way.
    "let known;",
    "const ofFacts = (facts, at) => {",
    "if (at !== known) { const answer = long(facts, at); known = at; return answer; }",
    "const p = prototypeOf(facts);",
    `if (p !== prototype && p !== null) ${otherwise}`,
    ...(nobody.length > 0 ? [`let ${nobody.join(", ")};`] : []),
    ...readingLines(plan.layout, {
      word: inVariables.word,
      otherwise: () => otherwise,
      undeclared: otherwise,
    }),
    ...judgeLines(plan, tables, inVariables),
    "return masks;",
    "};",
  ];
}
