// Every evaluator gives exactly the results that were written down from the specification.
import { describe, expect, test } from "vitest";
import { conformance } from "./conformance-cases.ts";
import { all, ask } from "./evaluators.ts";

describe.each(conformance)("$file", ({ cases }) => {
  test.each(cases)("$name", async ({ expected, ...question }) => {
    for (const evaluator of all) expect(await ask(evaluator, question), evaluator.name).toEqual(expected);
  });
});
