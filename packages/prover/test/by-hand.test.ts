// Laws and kinds of change on rule sets written by hand, where what must be said is plain to see.
import type { Condition, RuleSet } from "@jumelage/engine";
import { describe, expect, test } from "vitest";
import { kindOf } from "../src/difference/kind.ts";
import { silentOf } from "../src/difference/silent.ts";
import { findFaults } from "../src/index.ts";
import { bruteForce, today } from "./everybody.ts";
import { chanceFrom, tinyRuleSet } from "./tiny-rule-sets.ts";

const model = tinyRuleSet(chanceFrom(1));

/** Criteria of the decision `way` over an optional score from 0 to 4; whatever no criterion says is `go`. */
function scored(...criteria: readonly (readonly [outcome: string, when: Condition])[]): RuleSet {
  const copy = structuredClone(model);
  const [like] = copy.criteria;
  if (!like) throw new Error("a criterion to copy");
  for (const f of copy.facts) if (f.id === "score") f.whenUnknown = "ignore";
  for (const d of copy.decisions) if (d.kind === "one") d.otherwise = "go";
  copy.criteria = criteria.map(([outcome, when], i) => ({
    ...like,
    id: `h${i}`,
    enabled: true,
    then: { decision: "way", outcome },
    when,
  }));
  return copy;
}

const score = (operator: "lessThan" | "greaterThan" | "greaterThanInclusive", value: number): Condition => ({
  fact: "score",
  operator,
  value,
});

async function toldOf(ruleSet: RuleSet, law: string): Promise<readonly unknown[]> {
  const { findings } = await findFaults(ruleSet, { answerer: bruteForce, at: today });
  return findings.filter((f) => f.law === law).map((f) => f.params["threshold"] ?? f.at);
}

describe("laws", () => {
  test("a gap at a threshold has a criterion on either side", async () => {
    const [below, above] = [score("lessThan", 2), score("greaterThan", 2)];
    expect(await toldOf(scored(["stop", below], ["care", above]), "gap-at-threshold")).toEqual([2]);
    expect(await toldOf(scored(["stop", below]), "gap-at-threshold")).toEqual([]);
    expect(await toldOf(scored(["care", above]), "gap-at-threshold")).toEqual([]);
    const closed = score("greaterThanInclusive", 2);
    expect(await toldOf(scored(["stop", below], ["care", closed]), "gap-at-threshold")).toEqual([]);
  });

  test("a test of an optional fact that every answer passes is always true, though it is not true unanswered", async () => {
    const every = scored(["care", { all: [score("greaterThanInclusive", 0), score("lessThan", 3)] }]);
    const place = ["criteria", 0, "when", "all", 0];
    expect(await toldOf(every, "condition-always-true")).toEqual([place]);
    const one = scored(["care", score("greaterThanInclusive", 0)]);
    expect(await toldOf(one, "condition-always-true")).toEqual([["criteria", 0, "when"]]);
    const some = scored(["care", { all: [score("greaterThanInclusive", 1), score("lessThan", 3)] }]);
    expect(await toldOf(some, "condition-always-true")).toEqual([]);
  });

  test("a threshold that only the last value passes", async () => {
    expect(await toldOf(scored(["care", score("greaterThanInclusive", 4)]), "threshold-at-edge")).toEqual([
      4,
    ]);
    expect(await toldOf(scored(["care", score("greaterThan", 3)]), "threshold-at-edge")).toEqual([3]);
    expect(await toldOf(scored(["care", score("lessThan", 1)]), "threshold-at-edge")).toEqual([1]);
    expect(await toldOf(scored(["care", score("greaterThanInclusive", 3)]), "threshold-at-edge")).toEqual([]);
  });
});

describe("kinds of change", () => {
  const kind = (...changes: readonly (readonly [string, string])[]) =>
    kindOf(model, model, {
      transitions: changes.map(([from, to]) => ({
        decision: from.includes(":") ? "duties" : "way",
        from,
        to,
      })),
      silent: false,
      reshaped: false,
    });

  test.each([
    ["more-cautious", [["go", "care"]]],
    ["more-cautious", [["care", "@undetermined"]]],
    ["more-cautious", [["@undetermined", "@safety-unknown"]]],
    ["more-cautious", [["tell:suggested", "tell:not-suggested"]]],
    ["more-cautious", [["halt:undetermined", "halt:suggested"]]],
    ["decides-more", [["@undetermined", "go"]]],
    [
      "decides-more",
      [
        ["@safety-unknown", "stop"],
        ["@undetermined", "care"],
      ],
    ],
    ["changes-outcomes", [["care", "go"]]],
    [
      "changes-outcomes",
      [
        ["go", "care"],
        ["care", "go"],
      ],
    ],
    [
      "changes-outcomes",
      [
        ["@undetermined", "go"],
        ["go", "care"],
      ],
    ],
    [
      "changes-outcomes",
      [
        ["@undetermined", "go"],
        ["@undetermined", "@safety-unknown"],
      ],
    ],
    ["changes-outcomes", [["halt:suggested", "halt:undetermined"]]],
    ["decides-more", [["halt:undetermined", "halt:not-suggested"]]],
  ] as const)("%s: %j", (expected, changes) => {
    expect(kind(...changes)).toBe(expected);
  });

  test("an order of precedence that differs makes no step earlier unless both say so", () => {
    const turned = structuredClone(model);
    for (const d of turned.decisions) if (d.id === "way") d.outcomes.reverse();
    const transitions = [{ decision: "way", from: "go", to: "care" }];
    expect(kindOf(model, turned, { transitions, silent: false, reshaped: false })).toBe("changes-outcomes");
  });

  test("what only answers show is not silent; everything else is", () => {
    const head = structuredClone(model);
    for (const p of head.parameters) p.value += 1;
    for (const f of head.facts) if (f.id === "score") f.whenUnknown = { assume: 1 };
    expect(silentOf(model, head)).toEqual([]);
    for (const p of head.parameters) p.rationale = { fr: "autre", en: "other" };
    for (const d of head.decisions) for (const o of d.outcomes) if (o.id === "go") o.override = false;
    for (const f of head.facts) if (f.id === "danger") f.validFor = "P1D";
    expect(silentOf(model, head)).toEqual([
      { what: "parameter", id: "limit", parts: ["rationale"] },
      { what: "fact", id: "danger", parts: ["validFor"] },
      { what: "outcome", id: "go", of: "way", parts: ["override"] },
    ]);
  });
});
