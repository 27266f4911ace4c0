// One rule set, whole: everybody is in a class of the right answer, whatever is asked of its decisions and conditions.
import { describe, expect, test } from "vitest";
import { answering, everyAnswer, everybody, faultsOf, today } from "../../test/small/index.ts";
import { criterion, fact, one, tiny } from "../../test/tiny.ts";
import { evaluate } from "../evaluate/index.ts";
import { askOne, type Formula } from "../question/index.ts";
import { atomList } from "./atoms.ts";
import { graphBuilder } from "./builder.ts";
import { graphOf, ruleSetGraph } from "./graph-of.ts";
import { valuesOf } from "./graph.ts";
import { readingOf } from "./reading.ts";

test.each(Object.keys(everyAnswer))("%s", (kind) => {
  expect((everyAnswer[kind] ?? []).flatMap(faultsOf)).toEqual([]);
});

describe("everything a rule set answers", () => {
  const made = ruleSetGraph(answering);
  if ("unmodelled" in made) throw new Error(made.unmodelled);
  const { graph, space, decisions, criteria } = made;

  test("is there by the ids of decisions, outcomes and enabled criteria", () => {
    const kinds = [...decisions].map(([id, d]) => [
      id,
      ...[d.states, d.possible, d.suggested, d.undetermined, d.withheld].map((nodes) =>
        [...nodes.keys()].join(),
      ),
    ]);
    const outcomes = "stop,care,go,rest";
    const computed = "@undetermined,@safety-unknown";
    expect(kinds).toEqual([
      ["d", `${outcomes},${computed}`, outcomes, "", "", ""],
      ["e", `first,second,third,${computed}`, "first,second,third", "", "", ""],
      ["m", "", "", "halt,tell", "halt,tell", "halt,tell"],
      ["later", `${outcomes},${computed}`, outcomes, "", "", ""],
      ["n", "", "", "halt,tell", "halt,tell", "halt,tell"],
    ]);
    expect([...criteria.keys()]).toEqual(answering.criteria.filter((c) => c.enabled).map((c) => c.id));
  });

  test("is everybody's answer", () => {
    for (const [facts = {}] of everybody(askOne(answering, { all: [] })) ?? []) {
      const values = valuesOf(graph, space.classOf([facts], today));
      const trueOf = (nodes: ReadonlyMap<string, number> | undefined): readonly string[] =>
        [...(nodes ?? [])].flatMap(([id, node]) => (values[node] ? [id] : []));
      const { result } = evaluate(answering, facts, today);
      for (const [id, decided] of Object.entries(result.decisions)) {
        const nodes = decisions.get(id);
        if (decided.kind === "one") {
          expect(trueOf(nodes?.states)).toEqual([decided.state]);
          expect(trueOf(nodes?.possible).toSorted()).toEqual(decided.possible.toSorted());
        } else {
          expect(trueOf(nodes?.suggested)).toEqual(decided.suggested);
          expect(trueOf(nodes?.undetermined)).toEqual(decided.undetermined);
          expect(trueOf(nodes?.withheld)).toEqual(decided.withheld);
        }
      }
      const judged = (node: "isTrue" | "isUnknown"): readonly string[] =>
        [...criteria].flatMap(([id, nodes]) => (values[nodes[node]] ? [id] : []));
      expect(judged("isTrue")).toEqual(result.fired);
      expect(judged("isUnknown")).toEqual(result.undecided);
    }
  });

  test("of some decisions, over no more facts than they read", () => {
    const few = ruleSetGraph(answering, ["later"]);
    if ("unmodelled" in few) throw new Error(few.unmodelled);
    expect([...few.decisions.keys()]).toEqual(["later"]);
    expect([...few.criteria.keys()]).toEqual(["l1"]);
    expect(few.space.dimensions.map((d) => d.fact)).toEqual(["danger"]);
    const none = ruleSetGraph(answering, []);
    if ("unmodelled" in none) throw new Error(none.unmodelled);
    expect([none.decisions.size, none.criteria.size, none.space.dimensions.length]).toEqual([0, 0, 0]);
  });
});

test("one question has one graph", () => {
  const question = askOne(answering, { world: 0, decision: "d", state: ["stop"] });
  expect(graphOf(question)).toBe(graphOf(question));
});

test("what cannot be said of a question, or of a rule set", () => {
  const parts = ["left", "right"].map((id) => fact(id, "integer"));
  const ruleSet = tiny({
    facts: [
      fact("total", "integer", { range: { min: 0, max: 9 }, derive: { sum: ["left", "right"] } }),
      ...parts,
    ],
    decisions: [one],
    criteria: [
      criterion("c", { fact: "total", operator: "equal", value: 3 }, "stop"),
      criterion("p", { fact: "left", operator: "equal", value: 3 }, "stop"),
    ],
  });
  const why = { unmodelled: "a part without a small range: left" };
  expect(ruleSetGraph(ruleSet)).toEqual(why);
  expect(graphOf(askOne(ruleSet, { world: 0, decision: "d", state: ["stop"] }))).toEqual(why);
});

test.each<[string, Formula]>([
  ["not declared: world 1", { world: 1, decision: "d", state: ["stop"] }],
  ["not declared: nothing", { world: 0, decision: "nothing", state: ["stop"] }],
  ["not declared: nothing", { world: 0, verdict: "true", of: { condition: "nothing" } }],
  ["not declared: nothing", { world: 0, holds: { condition: "nothing" } }],
  [
    "not declared: nothing",
    { world: 0, holds: { fact: "block", operator: "equal", value: { parameter: "nothing" } } },
  ],
  ["not a decision of kind one: m", { world: 0, holds: { decision: "m", operator: "equal", value: "tell" } }],
])("%s", (message, ask) => {
  expect(() => graphOf(askOne(answering, ask))).toThrow(new TypeError(message));
});

test("a decision of kind one is not read as many", () => {
  const reading = readingOf(answering, { world: 0, builder: graphBuilder(), atoms: atomList() });
  expect(() => reading.many("d")).toThrow(new TypeError("not a decision of kind many: d"));
  expect(() => reading.one("m")).toThrow(new TypeError("not a decision of kind one: m"));
  expect(reading.one("d")).toBe(reading.one("d"));
  expect(reading.many("m")).toBe(reading.many("m"));
});
