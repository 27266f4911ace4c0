// The reading of facts as generated code: straight lines that know every fact by its name and every value by its length
// first. The text is built from numbers and JSON-encoded ids. What is not a plain value goes to the reader of one fact.
import type { Facts } from "../model/index.ts";
import { KNOWN, type Layout, type Slot } from "./layout.ts";
import { nobodyOf, type Words } from "./person.ts";

/**
 * Reads facts into words, whatever stood there. 0: all is sound; 1: some fact is invalid; 2: not only what was read was sent,
 * so that nothing of it counts.
 */
export type FastReader = (facts: Facts, day: number, into: Words) => 0 | 1 | 2;

/** The body of a function of `hasOwn` (called with an object), `isArray` and the reader of one fact by its place. */
export function readerSource(layout: Layout): string {
  const { slots, assumed } = layout;
  return [
    `"use strict";`,
    `const ids = ${JSON.stringify(slots.map((s) => s.id))};`,
    ...slots.flatMap(({ index, places }) => (places.size > 0 ? [placeFunction(index, places)] : [])),
    "return (facts, day, into) => {",
    "const { words, numbers } = into;",
    ...nobodyLines(layout),
    "let next = 0, invalid = 0, r = 0, i = 0, m = 0;",
    "for (const key in facts) {",
    // Something else may have put names on every object.
    "if (!hasOwn.call(facts, key)) continue;",
    // Facts come in the order of the vocabulary more often than not: the first search mostly ends at once.
    "for (i = next; i < ids.length; i++) if (ids[i] === key) break;",
    "if (i === ids.length) {",
    "for (i = 0; i < next; i++) if (ids[i] === key) break;",
    "if (i === next) return 2;",
    "}",
    "next = i + 1;",
    "const v = facts[key];",
    "switch (i) {",
    ...slots.map((slot) => factLines(slot, assumed)),
    "}",
    "}",
    "return invalid;",
    "};",
  ].join("\n");
}

/** What every reading begins with, word by word: a loop over so few costs more. */
function nobodyLines(layout: Layout): readonly string[] {
  const nobody = nobodyOf(layout);
  return [
    ...Array.from(nobody.words, (word, i) => `words[${i}] = ${word};`),
    ...Array.from(
      nobody.numbers,
      (number, i) => `numbers[${i}] = ${Number.isNaN(number) ? "0 / 0" : number};`,
    ),
  ];
}

function factLines(slot: Slot, assumed: number): string {
  const { index, assumes } = slot;
  const given = assumes ? ` words[${assumed + (index >>> 5)}] &= ${~(1 << (index & 31))};` : "";
  return [
    `case ${index}:`,
    ...plainLines(slot, given),
    `r = readOne(${index}, v, day, into); if (r !== 2) { invalid |= r;${given} } continue;`,
  ].join("\n");
}

/** The tests of plain values of a fact that has a row for each. */
function plainLines(slot: Slot, given: string): readonly string[] {
  const { fact, index, base, min, max, kind } = slot;
  if (kind === "set") return setLines(slot, given);
  if (kind !== "rows") return [];
  const known = base + KNOWN;
  switch (fact.type) {
    case "boolean":
      return [
        `if (v === true) { words[${index}] = ${known + 1};${given} continue; }`,
        `if (v === false) { words[${index}] = ${known};${given} continue; }`,
      ];
    case "enum":
      return [
        `if (typeof v === "string" && (r = q${index}(v)) >= 0) { words[${index}] = ${known} + r;${given} continue; }`,
      ];
    default:
      // Only whole numbers of 32 bits are themselves after this operation; on anything but a number it would call what was sent.
      return (min | 0) === min && (max | 0) === max
        ? [
            `if (typeof v === "number" && (v | 0) === v && v >= ${min} && v <= ${max}) { words[${index}] = ${known - min} + v;${given} continue; }`,
          ]
        : [];
  }
}

/** The members of a list as bits, of as many as a word has bits for: distinct ones, or it is left to the reader of one fact. */
function setLines({ index, base, chosen, unasked, words }: Slot, given: string): readonly string[] {
  if (words !== 1) return [];
  return [
    "if (isArray(v)) {",
    "for (m = 0, i = 0; i < v.length; i++) {",
    `if (typeof v[i] !== "string" || (r = q${index}(v[i])) < 0 || (m & (1 << r)) !== 0) break;`,
    "m |= 1 << r;",
    "}",
    "if (i === v.length) {",
    `words[${index}] = ${base + KNOWN}; words[${chosen}] = m; words[${unasked}] = 0;${given} continue;`,
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
  return `const q${index} = (v) => { switch (v.length) { ${cases.join(" ")} } return -1; };`;
}
