// Every pair of states an answer can change between, what is asked of each, and which happen to one person.
import { readBy, type Formula } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { describe, expect, test } from "vitest";
import { happening, pairsOf } from "./transitions.ts";

const at = "2026-03-02";
const isTrue = { fact: "a", operator: "equal", value: true } as const;
const two = { ...one, outcomes: one.outcomes.slice(0, 2), otherwise: "care" };
const ruleSetOf = (decisions: readonly object[], ...criteria: readonly object[]) =>
  tiny({ facts: [fact("a", "boolean")], decisions, criteria });
const names = (pairs: ReturnType<typeof pairsOf>) => pairs.map((p) => `${p.decision} ${p.from} ${p.to}`);

describe("a decision with a single answer", () => {
  const base = ruleSetOf([two]);

  test("every two different states, computed ones included, in the order of the outcomes", () => {
    expect(names(pairsOf(base, base, ["d"]))).toEqual([
      "d stop care",
      "d stop @undetermined",
      "d stop @safety-unknown",
      "d care stop",
      "d care @undetermined",
      "d care @safety-unknown",
      "d @undetermined stop",
      "d @undetermined care",
      "d @undetermined @safety-unknown",
      "d @safety-unknown stop",
      "d @safety-unknown care",
      "d @safety-unknown @undetermined",
    ]);
  });

  test("is asked for as one state in the first world and the other in the second", () => {
    expect(pairsOf(base, base, ["d"])[0]?.ask).toEqual({
      all: [
        { world: 0, decision: "d", state: ["stop"] },
        { world: 1, decision: "d", state: ["care"] },
      ],
    });
  });

  test("outcomes of each side are its own", () => {
    const head = ruleSetOf([{ ...two, outcomes: one.outcomes.slice(1, 3) }]);
    const pairs = names(pairsOf(base, head, ["d"]));
    expect(pairs).toContain("d stop go");
    expect(pairs).not.toContain("d go stop");
    expect(pairs).toHaveLength(13);
  });
});

describe("a decision with several answers", () => {
  const base = ruleSetOf([{ ...many, outcomes: many.outcomes.slice(1) }]);
  const is = (world: number, standing: "suggested" | "undetermined" | "withheld"): Formula => ({
    world,
    decision: "m",
    outcome: "tell",
    is: standing,
  });
  const isNone = (world: number): Formula => ({
    not: { any: (["suggested", "undetermined", "withheld"] as const).map((s) => is(world, s)) },
  });

  test("every outcome from every standing to every other", () => {
    const standings = ["suggested", "undetermined", "withheld", "not-suggested"];
    const expected = standings.flatMap((from) =>
      standings.filter((to) => to !== from).map((to) => `m tell:${from} tell:${to}`),
    );
    expect(names(pairsOf(base, base, ["m"]))).toEqual(expected);
  });

  test("is asked for by how the outcome stands in each world", () => {
    const pairs = pairsOf(base, base, ["m"]);
    const asked = (from: string, to: string) =>
      pairs.find((p) => p.from === `tell:${from}` && p.to === `tell:${to}`)?.ask;
    expect(asked("suggested", "withheld")).toEqual({ all: [is(0, "suggested"), is(1, "withheld")] });
    expect(asked("undetermined", "not-suggested")).toEqual({ all: [is(0, "undetermined"), isNone(1)] });
    expect(asked("not-suggested", "suggested")).toEqual({ all: [isNone(0), is(1, "suggested")] });
  });

  test("an outcome that one side does not have is not suggested there, whoever asks", () => {
    const wider = ruleSetOf([many]);
    const added = pairsOf(base, wider, ["m"]).filter((p) => p.from.startsWith("halt"));
    expect(added.map((p) => `${p.from} ${p.to}`)).toEqual([
      "halt:not-suggested halt:suggested",
      "halt:not-suggested halt:undetermined",
      "halt:not-suggested halt:withheld",
    ]);
    expect(added[0]?.ask).toEqual({
      all: [{ all: [] }, { world: 1, decision: "m", outcome: "halt", is: "suggested" }],
    });
    const removed = pairsOf(wider, base, ["m"]).filter((p) => p.from.startsWith("halt"));
    expect(removed.map((p) => `${p.from} ${p.to}`)).toEqual([
      "halt:suggested halt:not-suggested",
      "halt:undetermined halt:not-suggested",
      "halt:withheld halt:not-suggested",
    ]);
  });
});

test("decisions that are named, that both have and take in the same way, in the order given", () => {
  const base = ruleSetOf([two, many]);
  const decisionsIn = (pairs: ReturnType<typeof pairsOf>) => [...new Set(pairs.map((p) => p.decision))];
  expect(decisionsIn(pairsOf(base, base, ["m", "d"]))).toEqual(["m", "d"]);
  expect(decisionsIn(pairsOf(base, base, ["d"]))).toEqual(["d"]);
  expect(pairsOf(base, base, ["none"])).toEqual([]);
  expect(pairsOf(base, ruleSetOf([many]), ["d"])).toEqual([]);
  const swapped = ruleSetOf([
    { ...many, id: "d" },
    { ...two, id: "m" },
  ]);
  expect(pairsOf(base, swapped, ["d", "m"])).toEqual([]);
});

test("those that happen to one person", () => {
  const base = ruleSetOf([two, many], criterion("C1", isTrue, "stop"), criterion("C2", isTrue, "tell", "m"));
  const head = ruleSetOf([two, many]);
  const pairs = pairsOf(base, head, ["d", "m"]);
  const happeningTo = (facts: object) =>
    names(
      happening(
        pairs,
        [base, head].map((r) => readBy(r, { ...facts }, at)),
      ),
    );
  expect(happeningTo({ a: true })).toEqual(["d stop care", "m tell:suggested tell:not-suggested"]);
  expect(happeningTo({ a: false })).toEqual([]);
  expect(happeningTo({})).toEqual(["d @undetermined care", "m tell:undetermined tell:not-suggested"]);
});
