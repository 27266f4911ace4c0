import { expect, test } from "vitest";
import { criterion, many, one, tiny } from "../../test/tiny.ts";
import type { Way } from "./choose.ts";
import { compile } from "./compile.ts";
import type { Condition, RuleSet } from "../model/index.ts";

const danger: Condition = { fact: "danger", operator: "equal", value: true };
const at = "2026-03-02";

test.each<Way>(["closures", "generated"])(
  "%s: what results have in common is frozen, and what is one person's is not another's",
  (way) => {
    const { runFacts } = compile(tiny({ criteria: [criterion("k", danger, "stop")] }), { ways: [way] });
    const [first, second] = [runFacts({ danger: true }, at), runFacts({ danger: true }, at)];
    expect(second).toEqual(first);
    expect(second).not.toBe(first);
    expect(second.decisions).not.toBe(first.decisions);
    expect(first.decisions["d"]).toEqual({
      kind: "one",
      state: "stop",
      outcome: "stop",
      possible: ["stop"],
      missing: [],
    });
    expect(second.decisions["d"]).toBe(first.decisions["d"]);
    expect(Object.isFrozen(first.decisions["d"])).toBe(true);
    expect(Object.isFrozen(first.missing)).toBe(true);
    // An open decision is told anew each time.
    const [open, again] = [runFacts({}, at), runFacts({}, at)];
    expect(open.decisions["d"]).toMatchObject({ state: "@safety-unknown", missing: ["danger"] });
    expect(again.decisions["d"]).not.toBe(open.decisions["d"]);
    const invalid = [runFacts({ danger: 3 }, at), runFacts({ danger: 3 }, at)];
    expect(invalid[0]?.problems).toEqual([{ fact: "danger", code: "invalid" }]);
    expect(invalid[1]?.problems[0]).not.toBe(invalid[0]?.problems[0]);
  },
);

/** A first decision whose last resort stands among its outcomes, not behind them. */
function otherwiseAmong(count: number): RuleSet {
  const outcomes = Array.from({ length: count }, (_, i) => ({ ...one.outcomes[0], id: `o${i}` }));
  return tiny({
    decisions: [{ ...one, outcomes, otherwise: "o1" }, many],
    criteria: [criterion("first", danger, "o0"), criterion("last", danger, `o${count - 1}`)],
  });
}

test.each<[Way, number]>([
  ["closures", 3],
  ["generated", 3],
  ["closures", 40],
  ["generated", 40],
])(
  "%s, %d outcomes: what the walk ends at comes after all that is open, wherever it stands",
  (way, count) => {
    const { runFacts } = compile(otherwiseAmong(count), { ways: [way] });
    expect(runFacts({}, at).decisions["d"]).toMatchObject({ possible: ["o0", `o${count - 1}`, "o1"] });
  },
);
