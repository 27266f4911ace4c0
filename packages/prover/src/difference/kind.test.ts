// The kind of a change: the mildest that fits all its transitions.
import { many, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { kindOf } from "./kind.ts";

/** `stop` before `care` before `go` before `rest`; of `m`, `halt` is of tone stop and `tell` is not. */
const base = tiny({ decisions: [one, many] });
const turned = tiny({ decisions: [{ ...one, outcomes: one.outcomes.toReversed() }, many] });
const none = { transitions: [], silent: false, reshaped: false };
const changes = (...pairs: readonly (readonly [string, string])[]) => ({
  ...none,
  transitions: pairs.map(([from, to]) => ({ decision: from.includes(":") ? "m" : "d", from, to })),
});
const kind = (...pairs: readonly (readonly [string, string])[]) => kindOf(base, base, changes(...pairs));

describe("without a transition", () => {
  test.each([
    [none, "equivalent"],
    [{ ...none, silent: true }, "texts-only"],
    [{ ...none, reshaped: true }, "changes-outcomes"],
    [{ ...none, silent: true, reshaped: true }, "changes-outcomes"],
  ])("%j: %s", (shown, expected) => {
    expect(kindOf(base, base, shown)).toBe(expected);
  });
});

test("with a transition texts say nothing, and what is reshaped is never milder", () => {
  expect(kindOf(base, base, { ...changes(["go", "care"]), silent: true })).toBe("more-cautious");
  expect(kindOf(base, base, { ...changes(["go", "care"]), reshaped: true })).toBe("changes-outcomes");
});

describe("one transition", () => {
  test.each([
    ["go", "care", "more-cautious"],
    ["go", "stop", "more-cautious"],
    ["rest", "go", "more-cautious"],
    ["care", "stop", "more-cautious"],
    ["care", "go", "changes-outcomes"],
    ["stop", "rest", "changes-outcomes"],
    ["stop", "@undetermined", "more-cautious"],
    ["go", "@safety-unknown", "more-cautious"],
    ["@undetermined", "@safety-unknown", "more-cautious"],
    ["@safety-unknown", "@undetermined", "more-cautious"],
    ["@undetermined", "stop", "decides-more"],
    ["@undetermined", "rest", "decides-more"],
    ["@safety-unknown", "go", "decides-more"],
    ["gone", "care", "changes-outcomes"],
    ["care", "gone", "changes-outcomes"],
    ["halt:suggested", "halt:undetermined", "changes-outcomes"],
    ["halt:suggested", "halt:not-suggested", "changes-outcomes"],
    ["halt:undetermined", "halt:suggested", "more-cautious"],
    ["halt:undetermined", "halt:not-suggested", "decides-more"],
    ["halt:not-suggested", "halt:suggested", "more-cautious"],
    ["halt:not-suggested", "halt:undetermined", "more-cautious"],
    ["halt:withheld", "halt:not-suggested", "more-cautious"],
    ["tell:suggested", "tell:not-suggested", "more-cautious"],
    ["tell:undetermined", "tell:not-suggested", "more-cautious"],
    ["tell:withheld", "tell:suggested", "more-cautious"],
  ])("from %s to %s: %s", (from, to, expected) => {
    expect(kind([from, to])).toBe(expected);
  });
});

describe("several transitions", () => {
  test.each([
    [
      "each more cautious",
      [
        ["go", "care"],
        ["rest", "@undetermined"],
      ],
      "more-cautious",
    ],
    [
      "each decided",
      [
        ["@undetermined", "go"],
        ["@safety-unknown", "stop"],
      ],
      "decides-more",
    ],
    [
      "one more cautious, one decided",
      [
        ["go", "care"],
        ["@undetermined", "go"],
      ],
      "changes-outcomes",
    ],
    [
      "one decided, one no longer",
      [
        ["@undetermined", "go"],
        ["go", "@undetermined"],
      ],
      "changes-outcomes",
    ],
    [
      "one less cautious",
      [
        ["go", "care"],
        ["care", "go"],
      ],
      "changes-outcomes",
    ],
    [
      "what was lost and decided, and an open one decided",
      [
        ["halt:undetermined", "halt:not-suggested"],
        ["@undetermined", "go"],
      ],
      "decides-more",
    ],
    [
      "a stop lost, and a duty that was withheld",
      [
        ["halt:undetermined", "halt:not-suggested"],
        ["tell:withheld", "tell:suggested"],
      ],
      "decides-more",
    ],
    [
      "a stop lost, and a duty still open",
      [
        ["halt:undetermined", "halt:not-suggested"],
        ["tell:withheld", "tell:undetermined"],
      ],
      "changes-outcomes",
    ],
    [
      "a stop lost, and a duty then withheld",
      [
        ["halt:undetermined", "halt:not-suggested"],
        ["tell:undetermined", "tell:withheld"],
      ],
      "changes-outcomes",
    ],
    [
      "a stop lost, and a duty that was decided",
      [
        ["halt:undetermined", "halt:not-suggested"],
        ["tell:suggested", "tell:not-suggested"],
      ],
      "changes-outcomes",
    ],
  ] as const)("%s", (_, pairs, expected) => {
    expect(kind(...pairs)).toBe(expected);
  });
});

test("where the order of precedence differs a step is earlier only when both say so", () => {
  for (const [from, to] of [
    ["go", "care"],
    ["care", "go"],
  ] as const) {
    expect(kindOf(base, turned, changes([from, to]))).toBe("changes-outcomes");
    expect(kindOf(turned, base, changes([from, to]))).toBe("changes-outcomes");
  }
  expect(kindOf(turned, turned, changes(["care", "go"]))).toBe("more-cautious");
  expect(kindOf(base, turned, changes(["@undetermined", "go"]))).toBe("decides-more");
});

test("of a decision that one of the two does not have nothing milder is said", () => {
  const less = tiny({ decisions: [many] });
  expect(kindOf(base, less, changes(["go", "care"]))).toBe("changes-outcomes");
  expect(kindOf(less, base, changes(["@undetermined", "care"]))).toBe("changes-outcomes");
});

test("the tone is that of the rule set before", () => {
  const softer = tiny({
    decisions: [one, { ...many, outcomes: many.outcomes.map((o) => ({ ...o, tone: "neutral" })) }],
  });
  const lost = changes(["halt:suggested", "halt:not-suggested"]);
  expect(kindOf(base, softer, lost)).toBe("changes-outcomes");
  expect(kindOf(softer, base, lost)).toBe("more-cautious");
});
