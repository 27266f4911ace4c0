import type { Condition } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { expect, test } from "vitest";
import { applied, tired } from "../../../test/applied.ts";
import { bruteForce, today } from "../../../test/everybody.ts";
import type { Answerer } from "../../answer.ts";
import { outcomesOverlap } from "./outcomes-overlap.ts";

const is = (id: string, value = true): Condition => ({ fact: id, operator: "equal", value });
const toned = (...tones: readonly string[]) => ({
  ...one,
  outcomes: tones.map((tone, i) => ({ ...one.outcomes[0], id: `o${i}`, tone })),
  otherwise: "o0",
});
const ruleSetOf = (decision: object, ...criteria: readonly object[]) =>
  tiny({ facts: [fact("a", "boolean"), fact("b", "boolean")], decisions: [decision, many], criteria });

test("criteria for two outcomes that are true of one person: a note at the one that loses, with that person", async () => {
  const ruleSet = ruleSetOf(one, criterion("C1", is("a"), "stop"), criterion("C2", is("b"), "care"));
  expect(await applied(outcomesOverlap, ruleSet)).toEqual({
    findings: [
      {
        severity: "info",
        at: ["decisions", 0, "outcomes", 1],
        params: { decision: "d", wins: "stop", loses: "care", reversed: false },
        witness: { at: today, facts: { a: true, b: true }, answers: [{ decision: "d", answer: ["stop"] }] },
      },
    ],
    undecided: [],
  });
});

test.each([
  ["stop", "go", false],
  ["caution", "go", false],
  ["caution", "neutral", false],
  ["neutral", "caution", false],
  ["caution", "stop", true],
  ["neutral", "stop", true],
  ["go", "stop", true],
  ["go", "neutral", true],
  ["go", "caution", true],
])("%s before %s: is a warning: %s", async (wins, loses, reversed) => {
  const ruleSet = ruleSetOf(
    toned(wins, loses),
    criterion("C1", is("a"), "o0"),
    criterion("C2", is("a"), "o1"),
  );
  const { findings } = await applied(outcomesOverlap, ruleSet);
  expect(findings.map((f) => [f.severity, f.params["reversed"]])).toEqual([
    [reversed ? "warning" : "info", reversed],
  ]);
});

test("every two outcomes of different tones, in the order of precedence", async () => {
  const ruleSet = ruleSetOf(
    toned("stop", "caution", "caution", "go"),
    ...[0, 1, 2, 3].map((i) => criterion(`C${i}`, is("a"), `o${i}`)),
  );
  const { findings } = await applied(outcomesOverlap, ruleSet);
  expect(findings.map((f) => [f.params["wins"], f.params["loses"], f.at.at(-1)])).toEqual([
    ["o0", "o1", 1],
    ["o0", "o2", 2],
    ["o0", "o3", 3],
    ["o1", "o3", 3],
    ["o2", "o3", 3],
  ]);
});

test.each<[string, readonly object[]]>([
  [
    "that are never true together",
    [criterion("C1", is("a"), "stop"), criterion("C2", is("a", false), "care")],
  ],
  [
    "of which one is switched off",
    [criterion("C1", is("a"), "stop"), { ...criterion("C2", is("a"), "care"), enabled: false }],
  ],
  [
    "of a decision with several answers",
    [criterion("C1", is("a"), "halt", "m"), criterion("C2", is("a"), "tell", "m")],
  ],
  ["of one outcome", [criterion("C1", is("a"), "stop"), criterion("C2", is("b"), "stop")]],
])("nothing is said of criteria %s", async (_, criteria) => {
  expect(await applied(outcomesOverlap, ruleSetOf(one, ...criteria))).toEqual({
    findings: [],
    undecided: [],
  });
});

test("somebody in the crowd is enough for a finding; without a small person none is shown", async () => {
  const ruleSet = ruleSetOf(one, criterion("C1", is("a"), "stop"), criterion("C2", is("a"), "care"));
  const { findings, undecided } = await applied(outcomesOverlap, ruleSet, tired);
  expect(findings).toStrictEqual([
    {
      severity: "info",
      at: ["decisions", 0, "outcomes", 1],
      params: { decision: "d", wins: "stop", loses: "care", reversed: false },
    },
  ]);
  // What no criterion is for could overlap with nothing, and yet has to be asked.
  expect(undecided).toEqual([
    ["decisions", 0, "outcomes", 2],
    ["decisions", 0, "outcomes", 3],
    ["decisions", 0, "outcomes", 2],
    ["decisions", 0, "outcomes", 3],
    ["decisions", 0, "outcomes", 3],
  ]);
});

test("the person shown is asked for as one of whom criteria for both are true", async () => {
  const asked: unknown[] = [];
  const listening: Answerer = {
    ask: (question) => {
      asked.push(question.ask);
      return bruteForce.ask(question);
    },
  };
  const ruleSet = ruleSetOf(
    toned("stop", "go"),
    criterion("C1", is("a"), "o0"),
    criterion("C2", is("b"), "o0"),
    criterion("C3", is("a"), "o1"),
  );
  await applied(outcomesOverlap, ruleSet, listening);
  const isTrue = (of: Condition) => ({ world: 0, verdict: "true", of });
  expect(asked).toEqual([{ all: [{ any: [isTrue(is("a")), isTrue(is("b"))] }, { any: [isTrue(is("a"))] }] }]);
});

test("it keeps its name", () => {
  expect(outcomesOverlap.id).toBe("outcomes-overlap");
});
