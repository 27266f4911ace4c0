import { expect, test } from "vitest";
import { collector, hasErrors, type Diagnostic, type Severity } from "./diagnostic.ts";

const of = (severity: Severity): Diagnostic => ({ code: "x", severity, at: [], params: {} });

test("only an error has to be mended before a document may be used", () => {
  expect(hasErrors([])).toBe(false);
  expect(hasErrors([of("warning"), of("info")])).toBe(false);
  expect(hasErrors([of("warning"), of("error")])).toBe(true);
});

test("a collector keeps what it is told in order, with the severity of its law", () => {
  const { found, add } = collector("warning");
  add("first", ["a", 0]);
  add("second", [], { id: "x" }, [["b"]]);
  expect(found).toStrictEqual([
    { code: "first", severity: "warning", at: ["a", 0], params: {} },
    { code: "second", severity: "warning", at: [], params: { id: "x" }, also: [["b"]] },
  ]);
  const errors = collector();
  expect(errors.found).toEqual([]);
  errors.add("third", []);
  expect(errors.found).toEqual([{ code: "third", severity: "error", at: [], params: {} }]);
});
