// One stage by json-rules-engine: verdicts, what they rest on, and what is refused.
import { describe, expect, test } from "vitest";
import type { LoweredRule, LoweredStage, PlainNode } from "./lowered-rules.ts";
import { runStage } from "./run-stage.ts";

const rule = (criterion: string, type: "must" | "may", node: PlainNode, outcome = "go"): LoweredRule => ({
  name: `${criterion}.${type}`,
  event: { type, params: { criterion, decision: "d", outcome } },
  conditions: { all: [node] },
});
const is = (name: string, fact: string, value = true): PlainNode => ({
  name,
  fact,
  operator: "equal",
  value,
});
/** A stage whose criterion `K` rests on what must be and on what may be. */
const stage = (must: PlainNode, may: PlainNode, ...more: readonly LoweredRule[]): LoweredStage => ({
  decision: "d",
  reads: ["p", "q"],
  rules: [rule("K", "must", must), rule("K", "may", may), ...more],
});
const facts = (p: unknown, q: unknown) =>
  new Map<string, unknown>([
    ["p", p],
    ["q", q],
    ["other", 1],
  ]);
const verdict = (of: string, ...restsOn: readonly string[]) => ({
  criterion: "K",
  outcome: "go",
  verdict: of,
  restsOn: new Set(restsOn),
});

describe("the verdict of a criterion", () => {
  const simple = stage(is("age", "p"), is("age", "q"));
  test.each([
    ["true: what must hold does", true, true, verdict("true")],
    ["false: not even what may hold does", false, false, verdict("false")],
    ["unknown: it may hold and need not", false, true, verdict("unknown", "age")],
    ["null is neither", null, null, verdict("false")],
  ])("%s", async (_, p, q, expected) => {
    expect(await runStage(simple, facts(p, q))).toEqual([expected]);
  });

  test("unknown rests on the leaves below that are undecided, each once", async () => {
    const group = (...of: readonly PlainNode[]): PlainNode => ({ all: of });
    const must = group(is("age", "p"), is("kind", "q"), is("age", "p"), { any: [is("score", "p")] });
    const may = group(is("age", "q"), is("kind", "q"), is("age", "q"), { any: [is("score", "q")] });
    expect(await runStage(stage(must, may), facts(false, true))).toEqual([
      verdict("unknown", "age", "score"),
    ]);
  });

  test("criteria come in the order of the rules, whatever fires", async () => {
    const more = [
      rule("L", "may", is("age", "p"), "stop"),
      rule("L", "must", is("age", "p"), "stop"),
      rule("M", "must", is("age", "q"), "rest"),
      rule("M", "may", is("age", "q"), "rest"),
    ];
    const all = await runStage(stage(is("age", "p"), is("age", "q"), ...more), facts(false, true));
    expect(all.map((v) => [v.criterion, v.outcome, v.verdict])).toEqual([
      ["K", "go", "unknown"],
      ["L", "stop", "false"],
      ["M", "rest", "true"],
    ]);
  });

  test("no rules, no criteria", async () => {
    expect(await runStage({ decision: "d", reads: [], rules: [] }, facts(1, 2))).toEqual([]);
  });
});

describe("what is refused", () => {
  test("a fact that is read and not there", async () => {
    const reading = { ...stage(is("age", "p"), is("age", "q")), reads: ["p", "nobody"] };
    await expect(runStage(reading, facts(true, true))).rejects.toThrow(
      new Error("the lowered rules read nobody, which the rule set does not have"),
    );
  });

  test("a fact that is read without being listed, since it would not be passed", async () => {
    const reading = { ...stage(is("age", "p"), is("age", "q")), reads: ["p"] };
    await expect(runStage(reading, facts(true, true))).rejects.toThrow("Undefined fact: q");
  });

  test("a criterion without its second rule", async () => {
    const lonely = { ...stage(is("age", "p"), is("age", "q")), rules: [rule("K", "must", is("age", "p"))] };
    await expect(runStage(lonely, facts(true, true))).rejects.toThrow(
      new Error("json-rules-engine gave no result for the rule K.may"),
    );
  });

  test("a path", async () => {
    const path = Object.assign(is("age", "p"), { path: "$.a" });
    await expect(runStage(stage(path, is("age", "q")), facts({ a: true }, true))).rejects.toThrow(
      new Error("lowered rules have no paths"),
    );
  });
});
