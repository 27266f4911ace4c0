import { describe, expect, test } from "vitest";
import type { Fact, FactState, Person } from "../model/index.ts";
import { fact } from "../../test/tiny.ts";
import { INCOMPLETE, INVALID, KNOWN, layoutOf, PLAIN, slotAt, STALE } from "./layout.ts";
import { doubtOfCode, encodePerson, newWords, nobodyOf, placeOf, scalar, writeUnknown } from "./person.ts";

const text = { fr: "texte", en: "text" };
const values = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `v${i}`, label: text }));
const facts = [
  fact("flag", "boolean"),
  fact("small", "integer", { range: { min: -3, max: 5 }, whenUnknown: { assume: 2 } }),
  fact("dose", "decimal", { scale: 1 }),
  fact("since", "date", { whenUnknown: { assume: "1970-01-03" } }),
  fact("kind", "enum", { values: values(3) }),
  fact("set", "set", { values: values(33), whenUnknown: { assume: ["v0", "v32"] } }),
  fact("traits", "set", { values: values(2) }),
] as unknown as readonly Fact[];
const layout = layoutOf(facts);
const slot = (id: string) => layout.byId.get(id) ?? slotAt(layout, 99);
const known = (value: unknown, assumed = false): FactState =>
  ({ kind: "known", value, assumed }) as FactState;
const person = (states: Readonly<Record<string, FactState>>): Person => ({
  states: new Map(Object.entries(states)),
  assumed: [],
  doubtful: [],
  problems: [{ fact: "x", code: "undeclared-fact" }],
});

/** Where a fact stands, and what stands beside. */
function at(id: string, state: FactState) {
  const { words, numbers } = encodePerson(layout, person({ [id]: state }));
  const { index, base, kind, number, chosen, unasked, words: size } = slot(id);
  return {
    code: (words[index] ?? 0) - base,
    ...(kind === "number" ? { number: numbers[number] } : {}),
    ...(kind === "set"
      ? {
          chosen: [...words.subarray(chosen, chosen + size)],
          unasked: [...words.subarray(unasked, unasked + size)],
        }
      : {}),
    assumed: ((words[layout.assumed] ?? 0) >>> index) & 1,
  };
}

test.each<[string, FactState, object]>([
  ["flag", known(false), { code: KNOWN, assumed: 0 }],
  ["flag", known(true), { code: KNOWN + 1, assumed: 0 }],
  ["small", known(-3), { code: KNOWN, assumed: 0 }],
  ["small", known(5), { code: KNOWN + 8, assumed: 0 }],
  ["small", known(2, true), { code: KNOWN + 5, assumed: 1 }],
  ["dose", known(2.5), { code: KNOWN, number: 2.5, assumed: 0 }],
  ["since", known("1970-01-02"), { code: KNOWN, number: 1, assumed: 0 }],
  ["since", known("1970-01-03", true), { code: KNOWN, number: 2, assumed: 1 }],
  ["kind", known("v2"), { code: KNOWN + 2, assumed: 0 }],
  ["set", known(["v1", "v32"]), { code: KNOWN, chosen: [2, 1], unasked: [0, 0], assumed: 0 }],
  ["set", known([]), { code: KNOWN, chosen: [0, 0], unasked: [0, 0], assumed: 0 }],
  [
    "set",
    { kind: "partial", value: ["v3"], unasked: ["v0", "v32"] },
    { code: INCOMPLETE, chosen: [8, 0], unasked: [1, 1], assumed: 0 },
  ],
  [
    "set",
    { kind: "unknown", reason: "stale" },
    { code: STALE, chosen: [0, 0], unasked: [-1, -1], assumed: 0 },
  ],
  ["dose", { kind: "unknown", reason: "invalid" }, { code: INVALID, number: Number.NaN, assumed: 0 }],
  ["flag", { kind: "unknown", reason: "incomplete" }, { code: INCOMPLETE, assumed: 0 }],
  ["flag", { kind: "unknown", reason: "not-asked" }, { code: PLAIN, assumed: 0 }],
  ["flag", { kind: "unknown", reason: "declined" }, { code: PLAIN, assumed: 0 }],
  ["flag", { kind: "unknown", reason: "not-known" }, { code: PLAIN, assumed: 0 }],
])("%s in the state %j", (id, state, expected) => {
  expect(at(id, state)).toEqual(expected);
});

test("a fact without a state was not asked for; problems and the key come along", () => {
  const encoded = encodePerson(layout, person({}));
  expect(encoded.key).toBe(layout.key);
  expect(encoded.problems).toEqual([{ fact: "x", code: "undeclared-fact" }]);
  expect(layout.slots.map((s) => (encoded.words[s.index] ?? 0) - s.base)).toEqual(facts.map(() => PLAIN));
});

test("of nobody nothing is known but what is assumed", () => {
  const { words, numbers } = nobodyOf(layout);
  const codes = layout.slots.map((s) => (words[s.index] ?? 0) - s.base);
  expect(codes).toEqual([PLAIN, KNOWN + 5, PLAIN, KNOWN, PLAIN, KNOWN, PLAIN]);
  expect([...numbers]).toEqual([Number.NaN, 2]);
  const { chosen, unasked } = slot("set");
  expect([...words.subarray(chosen, chosen + 2), ...words.subarray(unasked, unasked + 2)]).toEqual([
    1, 1, 0, 0,
  ]);
  expect(words[slot("traits").unasked]).toBe(-1);
  expect(words[layout.assumed]).toBe((1 << 1) | (1 << 3) | (1 << 5));
});

test("an unknown leaves nothing of what stood there, and touches nothing beside", () => {
  const made = newWords(layout);
  made.words.fill(9);
  made.numbers.fill(9);
  writeUnknown(made, slot("set"), STALE);
  writeUnknown(made, slot("dose"), INVALID);
  const { index, base, chosen, unasked } = slot("set");
  const expected = Array<number>(made.words.length).fill(9);
  expected[index] = base + STALE;
  expected.fill(0, chosen, chosen + 2).fill(-1, unasked, unasked + 2);
  expected[slot("dose").index] = slot("dose").base + INVALID;
  expect([...made.words]).toEqual(expected);
  expect([...made.numbers]).toEqual([Number.NaN, 9]);
});

test.each([
  [PLAIN, undefined],
  [INVALID, "invalid"],
  [STALE, "stale"],
  [INCOMPLETE, "incomplete"],
  [KNOWN, undefined],
  [KNOWN + 1, undefined],
])("the doubt of code %d is %s", (code, doubt) => {
  expect(doubtOfCode(code)).toBe(doubt);
});

describe("what no reading makes is refused", () => {
  test.each<[string, FactState, string]>([
    ["flag", known(1), "literal-type"],
    ["flag", known("true"), "literal-type"],
    ["small", known("2"), "literal-type"],
    ["dose", known(true), "literal-type"],
    ["since", known("someday"), "literal-type"],
    ["since", known(7), "literal-type"],
    ["since", known(null), "literal-type"],
    ["kind", known(null), "literal-type"],
    ["flag", known(null), "literal-type"],
    ["kind", known("nobody"), "literal-type"],
    ["kind", known(0), "literal-type"],
    ["set", known("v0"), "state-type"],
    ["set", known(["nobody"]), "literal-type"],
    ["set", { kind: "partial", value: [], unasked: ["nobody"] }, "literal-type"],
    ["flag", { kind: "partial", value: true, unasked: [] } as unknown as FactState, "state-type"],
  ])("%s in the state %j", (id, state, code) => {
    expect(() => encodePerson(layout, person({ [id]: state }))).toThrow(
      expect.objectContaining({ name: "Unmodelled", code, about: id }),
    );
  });

  test("a set has no number, and a member has to be a text and a value", () => {
    expect(() => scalar(slot("set"), ["v0"])).toThrow(
      expect.objectContaining({ code: "literal-type", about: "set" }),
    );
    expect(placeOf(slot("kind"), "v1")).toBe(1);
    expect(() => placeOf(slot("kind"), 1)).toThrow(
      expect.objectContaining({ code: "literal-type", about: "kind" }),
    );
    expect(() => placeOf(slot("kind"), "v3")).toThrow(
      expect.objectContaining({ code: "literal-type", about: "kind" }),
    );
  });
});
