import { afterEach, describe, expect, test, vi } from "vitest";
import type { Condition } from "../model/index.ts";
import { criterion, fact, one, tiny } from "../../test/tiny.ts";
import { chosenFor, type Way } from "./choose.ts";
import { begin, newRun } from "./run.ts";
import { nobodyOf } from "./person.ts";
import { planOf, type Plan } from "./plan.ts";

afterEach(() => void vi.unstubAllGlobals());

const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const planWith = (count: number, when: Condition = young): Plan =>
  planOf(tiny({ criteria: Array.from({ length: count }, (_, i) => criterion(`k${i}`, when, "go")) }));
const wayOf = (plan: Plan, ways: readonly Way[] | undefined): Way => chosenFor(plan, ways).way;
const all: readonly Way[] = ["closures", "generated", "index"];

test.each<[number, readonly Way[] | undefined, Way]>([
  [1, undefined, "closures"],
  [1, [], "closures"],
  [1, ["closures"], "closures"],
  [1, ["generated"], "generated"],
  [1, ["index"], "index"],
  [1, all, "generated"],
  [1, ["closures", "index"], "closures"],
  [100, all, "generated"],
  [101, all, "index"],
  [101, ["closures", "index"], "index"],
  [101, ["closures", "generated"], "generated"],
  [101, ["closures"], "closures"],
  [101, undefined, "closures"],
])("%d criteria, when %j may be taken: %s", (count, ways, way) => {
  expect(wayOf(planWith(count), ways)).toBe(way);
});

describe("what does not fit", () => {
  test("where nothing can be looked up, the index leaves it to the next best", () => {
    const nothing = planWith(101, { always: true });
    expect(wayOf(nothing, ["index"])).toBe("closures");
    expect(wayOf(nothing, all)).toBe("generated");
    expect(wayOf(planWith(0), ["index"])).toBe("closures");
  });

  test("where there is no WebAssembly", () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(wayOf(planWith(101), all)).toBe("generated");
  });

  test("where no code may be made from text", () => {
    vi.stubGlobal("Function", function forbidden() {
      throw new EvalError("forbidden");
    });
    expect(wayOf(planWith(1), all)).toBe("closures");
    expect(wayOf(planWith(101), all)).toBe("index");
  });

  test("where an index would be too large", () => {
    // So many rows and criteria that their bits take more than 64 MB: 8 facts of 256 rows, 6 terms, 32 bytes for every 128 criteria.
    const facts = Array.from({ length: 8 }, (_, i) =>
      fact(`f${i}`, "integer", { range: { min: 0, max: 251 } }),
    );
    const leaf = (i: number): Condition => ({ fact: `f${i % 8}`, operator: "equal", value: i });
    const base = planOf(
      tiny({
        facts,
        criteria: [
          criterion(
            "six",
            { any: [0, 1, 2, 3, 4, 5].map((i) => ({ all: [leaf(i), leaf(i + 1), leaf(i + 2)] })) },
            "go",
          ),
          criterion("single", leaf(6), "go"),
        ],
      }),
    );
    const [six, single] = base.criteria;
    if (!six || !single) throw new Error("there are no criteria");
    const of = (count: number): Plan => ({
      ...base,
      criteria: [six, ...Array.from({ length: count - 1 }, () => single)],
    });
    const most = 2 ** 26 / (8 * 256 * 6 * 32);
    expect(wayOf(of(128 * (Math.floor(most) + 1)), ["index"])).toBe("closures");
  });
});

test("a decision that is read is decided by whichever way was taken", () => {
  const plan = planOf(
    tiny({
      decisions: [one, { ...one, id: "late" }],
      criteria: [
        criterion("k", { fact: "danger", operator: "equal", value: true }, "stop"),
        criterion("l", { decision: "d", operator: "equal", value: "stop" }, "care", "late"),
      ],
    }),
  );
  for (const way of all) {
    const { judge, decider, way: taken } = chosenFor(plan, [way]);
    const run = newRun(plan);
    begin(run, nobodyOf(plan.layout));
    judge(run);
    const [step] = plan.steps;
    if (!step) throw new Error("there is no decision");
    decider.one(run, step);
    expect(taken).toBe(way);
    // Nothing is known: whether there is danger is open, and all that rests on it.
    expect([...run.masks.yes, ...run.masks.no]).toEqual([0, 0, 0, 0, 0b1110, 0b1101]);
    expect(run.state[0]).toBe(-2);
    expect([...decider.factsOf(run, step, 0)]).toEqual([1]);
  }
});
