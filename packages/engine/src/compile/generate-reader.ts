// The reading of facts as generated code: straight lines that know every fact by its name and every value by its length
// first. The text is built from numbers and JSON-encoded ids. What is not a plain value goes to the reader of one fact.
import type { Facts } from "../model/index.ts";
import { KNOWN, type Layout, type Slot } from "./layout.ts";
import type { Words } from "./person.ts";

/**
 * Reads facts into words that are nobody's. 0: all is sound; 1: some fact is invalid; 2: not only what was read was sent,
 * so that nothing of it counts.
 */
export type FastReader = (facts: Facts, day: number, into: Words) => 0 | 1 | 2;

/** The body of a function of `hasOwn` (called with an object) and the reader of one fact by its place. */
export function readerSource({ slots, assumed }: Layout): string {
  return [
    `"use strict";`,
    ...slots.flatMap((slot) => (slot.fact.type === "enum" ? [placeFunction(slot)] : [])),
    "return (facts, day, into) => {",
    "const { words } = into;",
    "let count = 0, absent = 0, invalid = 0, r = 0;",
    // All names that were sent are counted: each that is read has to be among them, and no other.
    "for (const key in facts) if (hasOwn.call(facts, key)) count++;",
    ...slots.map((slot) => factLines(slot, assumed)),
    `return count + absent === ${slots.length} ? invalid : 2;`,
    "};",
  ].join("\n");
}

function factLines(slot: Slot, assumed: number): string {
  const { id, index, assumes } = slot;
  const name = JSON.stringify(id);
  // What every object has would be taken for something that was sent.
  const value =
    id in Object.prototype ? `hasOwn.call(facts, ${name}) ? facts[${name}] : undefined` : `facts[${name}]`;
  const given = assumes ? ` words[${assumed + (index >>> 5)}] &= ${~(1 << (index & 31))};` : "";
  return [
    `{ const v = ${value};`,
    "if (v === undefined) absent++;",
    ...plainLines(slot, given),
    `else { r = readOne(${index}, v, day, into); if (r !== 2) { invalid |= r;${given} } } }`,
  ].join("\n");
}

/** The tests of plain values of a fact that has a row for each. */
function plainLines({ fact, index, base, min, max, kind }: Slot, given: string): readonly string[] {
  if (kind !== "rows") return [];
  const known = base + KNOWN;
  switch (fact.type) {
    case "boolean":
      return [
        `else if (v === true) { words[${index}] = ${known + 1};${given} }`,
        `else if (v === false) { words[${index}] = ${known};${given} }`,
      ];
    case "enum":
      return [
        `else if (typeof v === "string" && (r = q${index}(v)) >= 0) { words[${index}] = ${known} + r;${given} }`,
      ];
    default:
      // Only whole numbers of 32 bits are themselves after this operation; on anything but a number it would call what was sent.
      return (min | 0) === min && (max | 0) === max
        ? [
            `else if (typeof v === "number" && (v | 0) === v && v >= ${min} && v <= ${max}) { words[${index}] = ${known - min} + v;${given} }`,
          ]
        : [];
  }
}

/** The place of an id among the values of a fact, below 0 when it is none of them. */
function placeFunction({ index, places }: Slot): string {
  const byLength = new Map<number, string[]>();
  for (const [id, place] of places)
    byLength.set(id.length, [
      ...(byLength.get(id.length) ?? []),
      `v === ${JSON.stringify(id)} ? ${place} : `,
    ]);
  const cases = [...byLength].map(([length, tests]) => `case ${length}: return ${tests.join("")}-1;`);
  return `const q${index} = (v) => { switch (v.length) { ${cases.join(" ")} } return -1; };`;
}
