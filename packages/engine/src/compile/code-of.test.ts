import { afterEach, expect, test, vi } from "vitest";
import { functionOf } from "./code-of.ts";

afterEach(() => void vi.unstubAllGlobals());

test("what the body answers, given things by name", () => {
  expect(functionOf("return a - b;", { a: 7, b: 2 })).toBe(5);
  const made = functionOf("return (n) => n * by;", { by: 3 }) as (n: number) => number;
  expect(made(4)).toBe(12);
});

test("nothing where no code may be made from text", () => {
  vi.stubGlobal("Function", function forbidden() {
    throw new EvalError("forbidden");
  });
  expect(functionOf("return 1;", {})).toBeUndefined();
});

test("a text that is no code is a fault, and so is what it throws", () => {
  expect(() => functionOf("return (", {})).toThrow(SyntaxError);
  expect(() => functionOf("throw new RangeError('here');", {})).toThrow(new RangeError("here"));
});
