// The reading of facts as generated code: straight lines that know every fact by its name and every value by its length
// first. The text is built from numbers and JSON-encoded ids. What is not a plain value goes to the reader of one fact.
import type { Facts } from "../model/index.ts";
import { inLists, type PersonIn } from "./generate-writer.ts";
import { KNOWN, type Layout, type Slot } from "./layout.ts";
import { nobodyOf, type Words } from "./person.ts";

/**
 * Reads facts into words, whatever stood there. 0: all is sound; 1: some fact is invalid; 2: not only what was read was sent,
 * so that nothing of it counts.
 */
export type FastReader = (facts: Facts, day: number, into: Words) => 0 | 1 | 2;

/** The body of a function of `hasOwn` (called with an object), `isArray` and the reader of one fact by its place. */
export function readerSource(layout: Layout): string {
  const nobody = nobodyOf(layout);
  return [
    `"use strict";`,
    ...idLines(layout),
    "return (facts, day, into) => {",
    "const { words, numbers } = into;",
    // Word by word: a loop over so few costs more.
    ...Array.from(nobody.words, (word, i) => `words[${i}] = ${word};`),
    ...Array.from(nobody.numbers, (number, i) => `numbers[${i}] = ${numberText(number)};`),
    "let invalid = 0;",
    ...readingLines(layout, {
      word: inLists.word,
      otherwise: ({ index }, given) =>
        `r = readOne(${index}, v, day, into); if (r !== 2) { invalid |= r;${given} } continue;`,
      undeclared: "return 2;",
    }),
    "return invalid;",
    "};",
  ].join("\n");
}

/** Where reading writes to, and what it does with what is not a plain value or has no name in the vocabulary. */
export interface Reading {
  readonly word: PersonIn["word"];
  /** Statements for what was sent (`v`) of a fact; `given` takes note that it is not assumed. */
  readonly otherwise: (slot: Slot, given: string) => string;
  readonly undeclared: string;
}

/** What reading looks up: the ids of facts, and for each fact with values the place of one. */
export function idLines({ slots }: Layout): readonly string[] {
  return [
    `const ids = ${JSON.stringify(slots.map((s) => s.id))};`,
    ...slots.flatMap(({ index, places }) => (places.size > 0 ? [placeFunction(index, places)] : [])),
  ];
}

/** Statements that read `facts` into words that are nobody's. */
export function readingLines({ slots, assumed }: Layout, reading: Reading): readonly string[] {
  return [
    "let next = 0, r = 0, i = 0, m = 0;",
    "for (const key in facts) {",
    // Something else may have put names on every object.
    "if (!hasOwn.call(facts, key)) continue;",
    // Facts come in the order of the vocabulary more often than not: the first search mostly ends at once.
    "for (i = next; i < ids.length; i++) if (ids[i] === key) break;",
    "if (i === ids.length) {",
    "for (i = 0; i < next; i++) if (ids[i] === key) break;",
    `if (i === next) ${reading.undeclared}`,
    "}",
    "next = i + 1;",
    "const v = facts[key];",
    "switch (i) {",
    ...slots.map((slot) => factLines(slot, assumed, reading)),
    "}",
    "}",
  ];
}

/** A number as code, which may be none. */
export function numberText(number: number): string {
  return Number.isNaN(number) ? "0 / 0" : String(number);
}

function factLines(slot: Slot, assumed: number, reading: Reading): string {
  const { index, assumes } = slot;
  const given = assumes ? ` ${reading.word(assumed + (index >>> 5))} &= ${~(1 << (index & 31))};` : "";
  return [`case ${index}:`, ...plainLines(slot, given, reading.word), reading.otherwise(slot, given)].join(
    "\n",
  );
}

/** The tests of plain values of a fact that has a row for each. */
function plainLines(slot: Slot, given: string, word: PersonIn["word"]): readonly string[] {
  const { fact, index, base, min, max, kind } = slot;
  if (kind === "set") return setLines(slot, given, word);
  if (kind !== "rows") return [];
  const known = base + KNOWN;
  const row = word(index);
  switch (fact.type) {
    case "boolean":
      return [
        `if (v === true) { ${row} = ${known + 1};${given} continue; }`,
        `if (v === false) { ${row} = ${known};${given} continue; }`,
      ];
    case "enum":
      return [
        `if (typeof v === "string" && (r = k${index}(v)) >= 0) { ${row} = ${known} + r;${given} continue; }`,
      ];
    default:
      // Only whole numbers of 32 bits are themselves after this operation; on anything but a number it would call what was sent.
      return (min | 0) === min && (max | 0) === max
        ? [
            `if (typeof v === "number" && (v | 0) === v && v >= ${min} && v <= ${max}) { ${row} = ${known - min} + v;${given} continue; }`,
          ]
        : [];
  }
}

/** The members of a list as bits, of as many as a word has bits for: distinct ones, or it is read otherwise. */
function setLines(
  { index, base, chosen, unasked, words }: Slot,
  given: string,
  word: PersonIn["word"],
): readonly string[] {
  if (words !== 1) return [];
  return [
    "if (isArray(v)) {",
    "for (m = 0, i = 0; i < v.length; i++) {",
    `if (typeof v[i] !== "string" || (r = k${index}(v[i])) < 0 || (m & (1 << r)) !== 0) break;`,
    "m |= 1 << r;",
    "}",
    "if (i === v.length) {",
    `${word(index)} = ${base + KNOWN}; ${word(chosen)} = m; ${word(unasked)} = 0;${given} continue;`,
    "}",
    "}",
  ];
}

/** The place of an id among the values of a fact, below 0 when it is none of them. */
function placeFunction(index: number, places: Slot["places"]): string {
  const byLength = new Map<number, string[]>();
  for (const [id, place] of places)
    byLength.set(id.length, [
      ...(byLength.get(id.length) ?? []),
      `v === ${JSON.stringify(id)} ? ${place} : `,
    ]);
  const cases = [...byLength].map(([length, tests]) => `case ${length}: return ${tests.join("")}-1;`);
  return `const k${index} = (v) => { switch (v.length) { ${cases.join(" ")} } return -1; };`;
}
