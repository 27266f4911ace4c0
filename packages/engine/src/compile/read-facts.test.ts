// Every fact, sent in every way there is: read straight into words as `readPerson` reads it, by plain and generated code.
import { afterEach, describe, expect, test, vi } from "vitest";
import { readPerson, type Fact, type Facts } from "../model/index.ts";
import { fact } from "../../test/tiny.ts";
import { layoutOf } from "./layout.ts";
import { encodePerson, newWords, nobodyOf, type EncodedPerson } from "./person.ts";
import { factsReader } from "./read-facts.ts";

const today = { at: "2026-03-15", number: 20_527 };
const text = { fr: "texte", en: "text" };
const values = (...ids: readonly string[]) =>
  ids.map((id) => ({ id, label: text, ...(id.startsWith("old") ? { retired: true } : {}) }));
const wide = values(...Array.from({ length: 34 }, (_, i) => `m${i}`), "old");

const facts = [
  fact("flag", "boolean"),
  fact("toString", "boolean", { whenUnknown: { assume: true }, validFor: "P0D" }),
  fact("kind", "enum", { values: values("a", "bb", "cc", "old"), whenUnknown: { assume: "bb" } }),
  fact("small", "integer", { range: { min: -3, max: 5 }, validFor: "P14D", whenUnknown: { assume: 4 } }),
  fact("far", "integer", { range: { min: 2 ** 31 - 2, max: 2 ** 31 + 3 } }),
  fact("below", "integer", { range: { min: -(2 ** 31) - 1, max: -(2 ** 31) + 3 } }),
  fact("edge", "integer", { range: { min: 2 ** 31 - 4, max: 2 ** 31 - 1 } }),
  fact("large", "integer", { range: { min: -300, max: 300 }, whenUnknown: { assume: -300 } }),
  fact("free", "integer", { whenUnknown: "ignore" }),
  fact("dose", "decimal", { scale: 2, range: { min: -0.5, max: 9.25 } }),
  fact("whole", "decimal", { scale: 0, whenUnknown: { assume: 2 } }),
  fact("since", "date", { whenUnknown: { assume: "2020-02-29" }, validFor: "P30D" }),
  fact("set", "set", { values: wide, validFor: "P14D", whenUnknown: { assume: ["m0", "m33"] } }),
  fact("traits", "set", { values: values("a", "bb", "old") }),
] as unknown as readonly Fact[];
const layout = layoutOf(facts);

const plain: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  1,
  -3,
  -4,
  5,
  6,
  2.5,
  9.25,
  9.26,
  -0.5,
  -0.51,
  0.255,
  300,
  -300,
  301,
  -301,
  2 ** 31 - 2,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 31 + 1,
  2 ** 31 - 3,
  2 ** 31 - 4,
  2 ** 31 - 5,
  2 ** 31 + 3,
  2 ** 31 + 4,
  2 ** 32,
  -(2 ** 31) - 2,
  -(2 ** 31) - 1,
  -(2 ** 31),
  -(2 ** 31) + 3,
  -(2 ** 31) + 4,
  2 ** 53 - 1,
  2 ** 53,
  Number.NaN,
  Infinity,
  -Infinity,
  "",
  "a",
  "bb",
  "cc",
  "dd",
  "old",
  "true",
  "1",
  "2026-03-15",
  "2026-02-29",
  "2020-02-29",
  [],
  ["a"],
  ["bb", "a"],
  ["a", "a"],
  ["a", 1],
  ["a", "zz"],
  ["old"],
  ["m0"],
  ["m33", "m32", "m1"],
  ["m33", "m33"],
  wide.map((v) => v.id),
  Object.assign(Array<unknown>(2), { 1: "a" }),
];
const asked: readonly unknown[] = [
  ["a", "bb"],
  ["a", "bb", "old"],
  ["bb"],
  [],
  ["a", "a", "bb"],
  ["a", 3],
  "a",
  null,
  wide.slice(0, 34).map((v) => v.id),
  wide.slice(1, 33).map((v) => v.id),
  wide.map((v) => v.id),
];
const dates: readonly unknown[] = [
  "2026-03-15",
  "2026-03-16",
  "2026-03-14",
  "2026-03-01",
  "2026-02-28",
  "2026-02-13",
  "2026-02-12",
  "someday",
  20_527,
  null,
];
const within = (value: unknown): readonly unknown[] => [
  { value },
  ...dates.map((observedOn) => ({ value, observedOn })),
  ...asked.map((of) => ({ value, of })),
  { value, of: ["a", "bb"], observedOn: "2026-03-14" },
  { value, of: ["a", "bb"], observedOn: "2026-02-01" },
  { value, of: ["bb"], observedOn: "2026-03-14" },
  { value, of: ["bb"], observedOn: "2026-02-01" },
  { value, of: ["bb"], observedOn: "2027-02-01" },
  { value, note: 1 },
  { value, observedOn: "2026-03-15", note: 1 },
  { value, unknown: "declined" },
  { value, of: undefined },
  { value, observedOn: undefined },
  Object.create({ value, observedOn: "2026-03-15" }),
];
const others: readonly unknown[] = [
  {},
  { observedOn: "2026-03-15" },
  { of: ["a"] },
  { observedOn: "2026-03-15", of: ["a"] },
  ...["not-asked", "declined", "not-known", "stale", "invalid", "", null, 1].map((unknown) => ({ unknown })),
  { unknown: "declined", observedOn: "2026-03-15" },
  { unknown: "declined", note: 1 },
  new Date(0),
  () => true,
  Symbol("s"),
  10n,
];
/** Of every kind of value some that are a fact's. */
const inEnvelopes: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -0,
  4,
  2.5,
  2 ** 31 + 1,
  "bb",
  "2026-02-01",
  [],
  ["a"],
  ["bb", "a"],
  ["a", "a"],
  ["old"],
  ["m0"],
  ["m33", "m32"],
  wide.slice(0, 34).map((v) => v.id),
];
const everything: readonly unknown[] = [...plain, ...inEnvelopes.flatMap(within), ...others];

const textOf = ({ words, numbers, problems }: Omit<EncodedPerson, "key">): string =>
  [
    words.join(" "),
    [...numbers].map((n) => (Object.is(n, -0) ? "-0" : n)).join(" "),
    JSON.stringify(problems),
  ].join("; ");

describe.each([
  ["plain", false],
  ["generated", true],
] as const)("%s code", (_, mayGenerate) => {
  const read = factsReader(layout, mayGenerate);
  /** What both readings make of some facts, as texts: there are very many of them. */
  const both = (sent: Facts): readonly [string, string] => {
    const into = newWords(layout);
    into.words.fill(-7);
    into.numbers.fill(-7);
    const problems = read(sent, today, into);
    const person = encodePerson(layout, readPerson({ facts: [...facts] }, sent, today.at));
    return [textOf({ ...into, problems }), textOf(person)];
  };

  test.each(facts.map((f) => f.id))("%s, sent in every way", (id) => {
    const different = everything.filter((sent) => {
      const [obtained, expected] = both({ [id]: sent });
      return obtained !== expected;
    });
    expect(different).toEqual([]);
  });

  test.each<[string, Facts]>([
    ["nothing", {}],
    ["a fact that is not declared", { nobody: 1 }],
    ["one beside those that are", { flag: true, nobody: undefined, small: 2 }],
    ["as many that are not declared as are absent", Object.fromEntries(facts.map((f) => [`${f.id}x`, 1]))],
    ["a name that every object has", { valueOf: true, flag: false }],
    ["facts in another order", { traits: ["a"], flag: true, kind: "a", small: 3 }],
    ["what was assumed beside what was sent", { kind: "cc", set: [], large: 0, flag: null }],
    ["several that are invalid", { traits: 3, small: 99, flag: "yes", nobody: 2 }],
    ["an object without a prototype", Object.assign(Object.create(null) as Facts, { flag: true, nobody: 1 })],
    [
      "an object with a prototype of its own",
      Object.assign(Object.create({ flag: true }) as Facts, { small: 3 }),
    ],
    ["a list", [true] as unknown as Facts],
  ])("%s", (__, sent) => {
    const [obtained, expected] = both(sent);
    expect(obtained).toEqual(expected);
  });

  test("names that are on every object were not sent", () => {
    const common = Object.prototype as Record<string, unknown>;
    common["small"] = 3;
    common["nobody"] = 3;
    try {
      const [obtained, expected] = both({ flag: true });
      expect(obtained).toEqual(expected);
    } finally {
      delete common["small"];
      delete common["nobody"];
    }
  });

  test("of one who was read before, nothing is left", () => {
    const into = newWords(layout);
    read({ flag: true, large: 7, set: ["m1"], traits: { value: [], of: ["a"] }, small: 1 }, today, into);
    read({}, today, into);
    expect(into).toEqual(nobodyOf(layout));
  });
});

describe("where no code may be made from text", () => {
  afterEach(() => void vi.unstubAllGlobals());
  test("the plain code reads", () => {
    vi.stubGlobal("Function", function forbidden() {
      throw new EvalError("forbidden");
    });
    const into = newWords(layout);
    expect(factsReader(layout, true)({ small: 99 }, today, into)).toEqual([
      { fact: "small", code: "invalid" },
    ]);
  });
});
