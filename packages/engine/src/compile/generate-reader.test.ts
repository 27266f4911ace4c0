// What the generated reader does itself, and what it leaves to the reader of one fact.
import { expect, test } from "vitest";
import type { Fact } from "../model/index.ts";
import { fact } from "../../test/tiny.ts";
import { functionOf } from "./code-of.ts";
import { readerSource, type FastReader } from "./generate-reader.ts";
import { hasOwn } from "./has-own.ts";
import { KNOWN, layoutOf } from "./layout.ts";
import { nobodyOf } from "./person.ts";

const text = { fr: "texte", en: "text" };
const values = ["a", "b", "cc"].map((id) => ({ id, label: text }));
const facts = [
  fact("flag", "boolean"),
  fact("kind", "enum", { values, whenUnknown: { assume: "b" } }),
  fact("small", "integer", { range: { min: -3, max: 5 }, whenUnknown: { assume: 1 } }),
  fact("edge", "integer", { range: { min: -(2 ** 31), max: -(2 ** 31) + 1 } }),
  fact("upper", "integer", { range: { min: 2 ** 31 - 2, max: 2 ** 31 - 1 } }),
  fact("below", "integer", { range: { min: -(2 ** 31) - 1, max: -(2 ** 31) } }),
  fact("above", "integer", { range: { min: 2 ** 31 - 1, max: 2 ** 31 } }),
  fact("large", "integer", { range: { min: 0, max: 999 } }),
  fact("dose", "decimal", { scale: 1, range: { min: 0, max: 2 } }),
  fact("since", "date"),
  fact("traits", "set", { values, whenUnknown: { assume: ["a"] } }),
  fact("valueOf", "boolean"),
] as unknown as readonly Fact[];
const layout = layoutOf(facts);
const assumed = 0b10000000110;

/** What the generated reader makes of facts: its answer, the codes, what is still assumed, and what it asked about. */
function read(sent: Readonly<Record<string, unknown>>, one: 0 | 1 | 2 = 0) {
  const asked: (readonly unknown[])[] = [];
  const into = nobodyOf(layout);
  // Whatever stood there before is gone.
  into.words.fill(99);
  into.numbers.fill(99);
  const readOne = (index: number, value: unknown, day: number, words: unknown) => {
    expect([day, words]).toEqual([77, into]);
    asked.push([facts[index]?.id, value]);
    return one;
  };
  const reader = functionOf(readerSource(layout), { hasOwn, readOne, isArray: Array.isArray }) as FastReader;
  const answer = reader(sent, 77, into);
  const nobody = nobodyOf(layout);
  for (const { id, index, number, kind } of layout.slots)
    if (!Object.hasOwn(sent, id)) {
      expect(into.words[index]).toBe(nobody.words[index]);
      if (kind === "number") expect(into.numbers[number]).toBe(nobody.numbers[number]);
    }
  const codes = Object.keys(sent)
    .flatMap((id) => layout.byId.get(id) ?? [])
    .map(({ index, base }) => (into.words[index] ?? 0) - base);
  return { answer, codes, assumed: into.words[layout.assumed], asked };
}

test.each<[string, Readonly<Record<string, unknown>>, readonly number[], number]>([
  ["nothing", {}, [], assumed],
  ["truth values", { flag: false, valueOf: true }, [KNOWN, KNOWN + 1], assumed],
  ["values by their ids, known by length first", { kind: "cc" }, [KNOWN + 2], assumed & ~2],
  ["the second of a length", { kind: "b" }, [KNOWN + 1], assumed & ~2],
  ["the least of an integer", { small: -3 }, [KNOWN], assumed & ~4],
  ["its greatest", { small: 5 }, [KNOWN + 8], assumed & ~4],
  ["the least of 32 bits", { edge: -(2 ** 31) }, [KNOWN], assumed],
  [
    "facts in any order",
    { valueOf: true, small: 0, flag: true },
    [KNOWN + 1, KNOWN + 3, KNOWN + 1],
    assumed & ~4,
  ],
  ["a set of nobody", { traits: [] }, [KNOWN], assumed & ~(1 << 10)],
  ["some members", { traits: ["cc", "a"] }, [KNOWN], assumed & ~(1 << 10)],
  ["the greatest of 32 bits", { upper: 2 ** 31 - 1 }, [KNOWN + 1], assumed],
])("%s: read without asking", (_, sent, codes, still) => {
  expect(read(sent)).toEqual({ answer: 0, codes, assumed: still, asked: [] });
});

test.each<[string, unknown]>([
  ["flag", "true"],
  ["flag", null],
  ["kind", "d"],
  ["kind", "ddd"],
  ["kind", 1],
  ["small", -4],
  ["small", 6],
  ["small", 1.5],
  ["small", "1"],
  ["below", -(2 ** 31)],
  ["above", 2 ** 31 - 1],
  ["large", 5],
  ["dose", 1],
  ["since", "2026-01-01"],
  ["traits", "a"],
  ["traits", ["a", "a"]],
  ["traits", ["a", "d"]],
  ["traits", ["a", 1]],
  ["flag", undefined],
])("%s sent as %j is left to the reader of one fact", (id, value) => {
  expect(read({ [id]: value })).toMatchObject({ answer: 0, asked: [[id, value]] });
  expect(read({ [id]: value }, 1)).toMatchObject({ answer: 1, asked: [[id, value]] });
});

test("what was sent is assumed no more; what came to nothing still is", () => {
  expect(read({ traits: { value: ["a"] } }, 0).assumed).toBe(assumed & ~(1 << 10));
  expect(read({ traits: 3 }, 1).assumed).toBe(assumed & ~(1 << 10));
  expect(read({ traits: null }, 2).assumed).toBe(assumed);
  expect(read({ small: null, kind: 3 }, 2)).toMatchObject({ answer: 0, assumed });
});

test("one that is invalid is enough, and the rest is read all the same", () => {
  expect(read({ flag: 3, since: "2026-01-01", small: 2 }, 1)).toMatchObject({
    answer: 1,
    codes: [0, 0, KNOWN + 5],
    asked: [
      ["flag", 3],
      ["since", "2026-01-01"],
    ],
  });
});

test("not only what is read was sent: nothing of it counts", () => {
  expect(read({ flag: true, nobody: 1 }).answer).toBe(2);
  expect(read({ nobody: undefined }).answer).toBe(2);
  expect(read({ flag: true, nobody: 1 }, 1).answer).toBe(2);
});

test("members are bits, and all of them were asked about", () => {
  const into = nobodyOf(layout);
  const reader = functionOf(readerSource(layout), { hasOwn, readOne: () => 1, isArray: Array.isArray });
  expect((reader as FastReader)({ traits: ["cc", "a"] }, 77, into)).toBe(0);
  const { chosen, unasked } = layout.byId.get("traits") ?? { chosen: 0, unasked: 0 };
  expect([into.words[chosen], into.words[unasked]]).toEqual([0b101, 0]);
});

test("the text is strict, and has a function only for facts with values to choose one from", () => {
  const source = readerSource(layout);
  expect(source.startsWith('"use strict";\nconst ids = ["flag",')).toBe(true);
  expect(source.match(/const k\d+/g)).toEqual(["const k1", "const k10"]);
});
