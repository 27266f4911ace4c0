// What callers send that is no value: the table of wrong entries, general ones and one list per type of fact.
import type { Fact } from "../../src/model/index.ts";
import type { Chance } from "./chance.ts";
import { addDays } from "./days.ts";
import { membersOf } from "./vocabulary.ts";

const notNumbers: readonly unknown[] = [
  "15",
  "7,5",
  "1 234",
  "12abc",
  "",
  " ",
  "0x10",
  "١٥",
  Number.NaN,
  Infinity,
  -Infinity,
  JSON.parse("1e400"),
  2 ** 53 + 2,
  -(2 ** 53),
  true,
  [],
  {},
  [3],
  "NaN",
];
const notDates: readonly unknown[] = [
  "2026-02-29",
  "2026-13-01",
  "2026-1-5",
  "15/01/2026",
  "2026-01-15T00:00:00Z",
  "",
  " ",
  20260115,
  0,
  [],
  {},
  "２０２６-01-15",
];
const notBooleans: readonly unknown[] = ["TRUE", "true", 0, 1, "", [], {}, [true], "oui"];
const notMembers: readonly unknown[] = [
  "toString",
  "__proto__",
  "constructor",
  "nobody",
  "",
  " ",
  0,
  true,
  [],
  {},
];

/** An entry that must be read as `invalid`, whatever the rest of the person. `about` holds a sound value to spoil. */
export function invalidEntry(chance: Chance, fact: Fact, about: { at: string; value: unknown }): unknown {
  const { at, value } = about;
  const day = addDays(at, -1);
  if (chance.often(0.5)) return wrongValue(chance, fact);
  return chance.pick<unknown>([
    { value },
    { value, observedOn: null },
    { value, observedOn: addDays(at, 1) },
    { value, observedOn: "2025-02-30" },
    { value, observedOn: 20260101 },
    { value, observedOn: `${day}T00:00:00` },
    { value: wrongValue(chance, fact), observedOn: day },
    { value: wrongValue(chance, fact), observedOn: addDays(at, -9000) },
    { value: { value, observedOn: day }, observedOn: day },
    { value: null, observedOn: day },
    { value, observedOn: day, note: "x" },
    { observedOn: day },
    { unknown: "never-mind" },
    { unknown: null },
    { unknown: "declined", value },
    { unknown: ["declined"] },
    ...wrongOf(fact, value, day),
  ]);
}

function wrongOf(fact: Fact, value: unknown, day: string): readonly unknown[] {
  if (fact.type !== "set" || !Array.isArray(value))
    return [
      { value, of: [value] },
      { value, of: [], observedOn: day },
    ];
  const members = membersOf(fact);
  return [
    { value, of: [...members, "nobody"] },
    { value, of: [...members, ...members.slice(0, 1)] },
    { value: members.slice(0, 1), of: members.slice(1) },
    { value, of: null },
    { value, of: "all" },
    { value, of: [...members, 3], observedOn: day },
    { of: members },
  ];
}

/** Something that is no value of the fact: never coerced, never guessed at. */
function wrongValue(chance: Chance, fact: Fact): unknown {
  switch (fact.type) {
    case "boolean":
      return chance.pick(notBooleans);
    case "integer":
    case "decimal": {
      const beyond = fact.range === undefined ? [] : [fact.range.min - 1, fact.range.max + 1];
      const between = fact.type === "integer" ? [2.5, 1e-7] : [1 / 3, 1.23456789];
      const wrong = notNumbers.filter(
        (n) => fact.type === "integer" || typeof n !== "number" || !Number.isFinite(n),
      );
      return chance.pick([...wrong, ...beyond, ...between]);
    }
    case "date":
      return chance.pick(notDates);
    case "enum":
      return chance.pick([...notMembers, membersOf(fact).slice(0, 1)]);
    case "set": {
      const [first, second] = membersOf(fact);
      return chance.pick<unknown>([
        first,
        "",
        0,
        {},
        [first, "nobody"],
        [first, first],
        [second, first, second],
        ["__proto__"],
        [["nobody"]],
        [null],
        [0],
        { 0: first, length: 1 },
      ]);
    }
    default:
      return fact.type satisfies never;
  }
}
