// What is there is given back, whatever it is; what is missing is a fault.
import { expect, test } from "vitest";
import { present } from "./present.ts";

test.each([[0], [""], [false], [null], ["something"]])("%j is there", (thing) => {
  expect(present(thing)).toBe(thing);
});

test("nothing is a fault", () => {
  expect(() => present(undefined)).toThrow(new TypeError("something that must be there is missing"));
});
