// Rows numbered by what stands in them: the same as by their text, whatever the sizes.
import { expect, test } from "vitest";
import { array, assert, integer, property } from "fast-check";
import { Branches } from "./branches.ts";

/** Rows in batches, and how many different numbers each batch may have in each column. */
const batches = integer({ min: 0, max: 3 }).chain((columns) =>
  array(
    integer({ min: 1, max: 3000 }).chain((size) =>
      array(array(integer({ min: 0, max: size - 1 }), { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 60,
      }),
    ),
    { minLength: 1, maxLength: 6 },
  ),
);

test("rows have the same number exactly where they say the same, numbered as they come", () => {
  assert(
    property(batches, (all) => {
      const width = all[0]?.[0]?.length ?? 0;
      const branches = new Branches(width, 60);
      const known = new Map<string, number>();
      const greatest = Array.from({ length: width }, () => 0);
      for (const rows of all) {
        const columns = Array.from({ length: width }, (_, column) => {
          const numbers = Int32Array.from(rows, (row) => row[column] ?? 0);
          greatest[column] = Math.max(greatest[column] ?? 0, ...numbers);
          return { numbers, size: (greatest[column] ?? 0) + 1 };
        });
        const fresh: number[] = [];
        const found = branches.numbersOf(columns, rows.length, (row) => fresh.push(row));
        const expectedFresh: number[] = [];
        const expected = rows.map((row, i) => {
          const key = row.join();
          const number = known.get(key) ?? known.size;
          if (!known.has(key)) expectedFresh.push(i);
          known.set(key, number);
          return number;
        });
        expect([...found.subarray(0, rows.length)]).toEqual(expected);
        expect(fresh).toEqual(expectedFresh);
      }
    }),
    { numRuns: 300 },
  );
});

test("beyond a table of a million places only the ways that are taken are kept, and none is lost", () => {
  const branches = new Branches(2, 2000);
  const size = 200_000;
  const numbersOf = (step: number): Int32Array => {
    const numbers = Int32Array.from({ length: 2000 }, (_, i) => (i * step) % size);
    const which = branches.numbersOf(
      [
        { numbers, size },
        { numbers, size },
      ],
      2000,
      () => undefined,
    );
    return which.slice();
  };
  const few = branches.numbersOf(
    [
      { numbers: Int32Array.of(1, 2), size: 4 },
      { numbers: Int32Array.of(3, 3), size: 4 },
    ],
    2,
    () => undefined,
  );
  expect([...few.subarray(0, 2)]).toEqual([0, 1]);
  const first = numbersOf(97);
  expect(new Set(first).size).toBe(2000);
  expect(numbersOf(97)).toEqual(first);
  expect(branches.count).toBe(2 * 2002);
});
