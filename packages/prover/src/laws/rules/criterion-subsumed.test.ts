// Criteria that never decide: `criterion-subsumed` where one other criterion is the reason, `criterion-never-decides`
// where several together are.
import type { Condition } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { applied, tired } from "../../../test/applied.ts";
import { criterionNeverDecides } from "./criterion-never-decides.ts";
import { criterionSubsumed } from "./criterion-subsumed.ts";

const is = (id: string, value = true): Condition => ({ fact: id, operator: "equal", value });
const ruleSetOf = (...criteria: readonly object[]) =>
  tiny({ facts: [fact("a", "boolean"), fact("b", "boolean")], decisions: [one, many], criteria });
const narrow: Condition = { all: [is("a"), is("b")] };

test("a narrower criterion of the same outcome is subsumed", async () => {
  const ruleSet = ruleSetOf(criterion("Narrow", narrow, "stop"), criterion("Wide", is("a"), "stop"));
  expect(await applied(criterionSubsumed, ruleSet)).toEqual({
    findings: [
      {
        severity: "warning",
        at: ["criteria", 0],
        also: [["criteria", 1]],
        params: { criterion: "Narrow", by: "Wide", sameOutcome: true },
      },
    ],
    undecided: [],
  });
  expect((await applied(criterionNeverDecides, ruleSet)).findings).toEqual([]);
});

test("a criterion behind a more cautious outcome is subsumed, and said to be of another outcome", async () => {
  const ruleSet = ruleSetOf(criterion("First", is("a"), "stop"), criterion("Second", is("a"), "care"));
  const { findings } = await applied(criterionSubsumed, ruleSet);
  expect(findings.map((f) => f.params)).toEqual([{ criterion: "Second", by: "First", sameOutcome: false }]);
});

describe("behind several together", () => {
  const ruleSet = ruleSetOf(
    criterion("One", { all: [is("a"), is("b")] }, "stop"),
    criterion("Other", { all: [is("a"), is("b", false)] }, "stop"),
    criterion("Open", is("a"), "stop"),
    criterion("Behind", { all: [is("a"), { any: [is("b"), is("b", false)] }] }, "care"),
  );

  test("it never decides, with its place and its outcome, and is not subsumed", async () => {
    // `Open` is true without `b`, and stands before all of them; without it the two narrow ones would do.
    const shorter = { ...ruleSet, criteria: ruleSet.criteria.filter((c) => c.id !== "Open") };
    expect(await applied(criterionNeverDecides, shorter)).toEqual({
      findings: [
        {
          severity: "warning",
          at: ["criteria", 2],
          params: { criterion: "Behind", decision: "d", outcome: "care" },
        },
      ],
      undecided: [],
    });
    expect((await applied(criterionSubsumed, shorter)).findings).toEqual([]);
  });
});

test("of two with the very same meaning neither law speaks: they are duplicates", async () => {
  const ruleSet = ruleSetOf(criterion("One", is("a"), "stop"), criterion("Twin", is("a"), "stop"));
  expect((await applied(criterionSubsumed, ruleSet)).findings).toEqual([]);
  expect((await applied(criterionNeverDecides, ruleSet)).findings).toEqual([]);
});

test.each<[string, object]>([
  ["that decides", criterion("C", is("b"), "stop")],
  [
    "that is kept on purpose",
    { ...criterion("C", narrow, "stop"), shadowedOnPurpose: { fr: "voulu", en: "meant" } },
  ],
  ["that is switched off", { ...criterion("C", narrow, "stop"), enabled: false }],
])("nothing is said of a criterion %s", async (_, own) => {
  const ruleSet = ruleSetOf(criterion("Wide", is("a"), "stop"), own);
  for (const law of [criterionSubsumed, criterionNeverDecides])
    expect((await applied(law, ruleSet)).findings).toEqual([]);
});

test("what could not be decided is told once, by the law of what never decides", async () => {
  const ruleSet = ruleSetOf(criterion("Wide", is("a"), "stop"), criterion("C", narrow, "stop"));
  expect(await applied(criterionNeverDecides, ruleSet, tired)).toEqual({
    findings: [],
    undecided: [["criteria", 1]],
  });
  expect(await applied(criterionSubsumed, ruleSet, tired)).toEqual({ findings: [], undecided: [] });
});

test("they keep their names", () => {
  expect([criterionSubsumed.id, criterionNeverDecides.id]).toEqual([
    "criterion-subsumed",
    "criterion-never-decides",
  ]);
});
