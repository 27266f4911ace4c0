import { expect, test } from "vitest";
import { idsAt } from "./ids.ts";

test.each([0, 1, 2, 3, 4, 5, 6, 7])("the first %d of many places, each list as long as that", (count) => {
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const places = Int32Array.from([7, 2, 5, 0, 6, 1, 4]);
  const found = idsAt(ids, places, count);
  expect(found).toEqual(["h", "c", "f", "a", "g", "b", "e"].slice(0, count));
  expect(idsAt(ids, places, count)).not.toBe(found);
});
