// Totals and their parts in every combination of states, against `readPerson`.
import { describe, expect, test } from "vitest";
import { dayNumber, readPerson, type Fact } from "../model/index.ts";
import { fact } from "../../test/tiny.ts";
import { layoutOf } from "./layout.ts";
import { encodePerson, newWords } from "./person.ts";
import { factsReader } from "./read-facts.ts";
import { sumsOf } from "./sums.ts";

const at = "2026-03-15";
const number = dayNumber(at) ?? Number.NaN;
const stale = (value: number) => ({ value, observedOn: "2026-01-01" });
const rows = { range: { min: 0, max: 9 }, validFor: "P7D" };

/** A total before its parts, one of which has rows, one a number and one, in the last vocabulary, an assumption. */
const vocabularies: readonly (readonly [string, Readonly<Record<string, unknown>>, unknown])[] = [
  ["with rows", rows, "block"],
  ["with rows, too few for every sum", { range: { min: 1, max: 6 }, validFor: "P7D" }, "ignore"],
  ["a number", { validFor: "P7D" }, "block"],
  ["a number that is assumed, as a part is", { validFor: "P7D", whenUnknown: { assume: 3 } }, { assume: 2 }],
  ["with rows, and assumed, as a part is", { ...rows, whenUnknown: { assume: 3 } }, { assume: 2 }],
];

describe.each(vocabularies)("a total %s", (_, total, whenUnknown) => {
  const facts = [
    fact("total", "integer", total),
    fact("p", "integer", rows),
    fact("q", "integer", { validFor: "P7D", whenUnknown }),
    fact("other", "integer", { derive: { sum: ["q", "r"] } }),
    fact("r", "integer", rows),
  ] as unknown as readonly Fact[];
  const summed = facts.map((f) => (f.id === "total" ? { ...f, derive: { sum: ["p", "q"] } } : f));
  const layout = layoutOf(summed);

  test.each([false, true])("and its parts in every state (generated: %s)", (mayGenerate) => {
    const read = factsReader(layout, mayGenerate);
    const into = newWords(layout);
    for (const t of [undefined, { unknown: "declined" }, 3, 5, 0, "x", stale(5)])
      for (const p of [undefined, 0, 3, 9, -1, stale(3)])
        for (const q of [undefined, null, 0, 2, 1.5, stale(2)]) {
          const sent = { total: t, p, q, r: 4 };
          const problems = read(sent, { at, number }, into);
          const { key, ...expected } = encodePerson(layout, readPerson({ facts: summed }, sent, at));
          expect({ problems, ...into, key }, JSON.stringify(sent)).toEqual({ ...expected, key: layout.key });
        }
  });
});

test("a vocabulary without sums has nothing to add up", () => {
  expect(sumsOf(layoutOf([fact("p", "integer") as unknown as Fact]))).toBeUndefined();
});
