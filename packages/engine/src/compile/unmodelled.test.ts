import { expect, test } from "vitest";
import { Unmodelled } from "./unmodelled.ts";

test("a refusal says what could not be modelled, and about what", () => {
  const refusal = new Unmodelled("undeclared-fact", "age");
  expect(refusal).toBeInstanceOf(Error);
  expect(refusal).toMatchObject({
    name: "Unmodelled",
    code: "undeclared-fact",
    about: "age",
    message: "cannot be compiled exactly: undeclared-fact (age)",
  });
});
