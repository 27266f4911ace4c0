import { describe, expect, test } from "vitest";
import { compareWithExpected } from "../simulate/compare.ts";
import { anyDay, programs } from "../../test/reference-programs.ts";
import { evaluate } from "./evaluate.ts";

describe.each(programs)("$program", ({ ruleSet, profiles }) => {
  test.each(profiles)("$id: $title.fr", (profile) => {
    const { result } = evaluate(ruleSet, profile.facts, profile.evaluatedOn ?? anyDay);
    expect(compareWithExpected(profile.expected, result)).toEqual([]);
  });
});
