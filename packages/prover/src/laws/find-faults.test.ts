// The report of several laws: order, progress, what the answerer is asked with; and the list of all laws.
import { askOne } from "@jumelage/engine";
import { criterion, fact, one, tiny } from "@jumelage/engine/test/tiny";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AskOptions } from "../answer.ts";
import { bruteForce, today } from "../../test/everybody.ts";
import { findFaults, laws, type FaultOptions } from "./find-faults.ts";
import type { Law, Verdicts } from "./law.ts";

const at = today;
const ruleSet = tiny({
  facts: [fact("a", "boolean")],
  decisions: [{ ...one, outcomes: [one.outcomes[0]], otherwise: "stop" }],
  criteria: [criterion("C1", { fact: "a", operator: "equal", value: true }, "stop")],
});
const saying = (id: string, verdicts: Verdicts): Law => ({ id, apply: async () => verdicts });
const finding = (severity: "error" | "warning" | "info", place: string) => ({
  severity,
  at: [place],
  params: {},
});

test("every law once, those that speak of the gravest faults first", () => {
  expect(laws.map((l) => l.id)).toEqual([
    "criterion-never-fires",
    "outcome-unreachable",
    "gap-at-threshold",
    "criterion-duplicated",
    "criterion-subsumed",
    "criterion-never-decides",
    "condition-always-true",
    "condition-always-false",
    "fact-without-effect",
    "no-criterion-speaks",
    "outcomes-overlap",
    "threshold-at-edge",
  ]);
});

test("the gravest findings first, then in the order of the laws; what is open in the order of the laws", async () => {
  const report = await findFaults(ruleSet, {
    answerer: bruteForce,
    at,
    laws: [
      saying("first", {
        findings: [finding("info", "a"), finding("error", "b")],
        undecided: [["x"], ["y", 1]],
      }),
      saying("second", {
        findings: [finding("warning", "c"), finding("info", "d"), finding("error", "e")],
        undecided: [["z"]],
      }),
    ],
  });
  expect(report).toEqual({
    findings: [
      { law: "first", ...finding("error", "b") },
      { law: "second", ...finding("error", "e") },
      { law: "second", ...finding("warning", "c") },
      { law: "first", ...finding("info", "a") },
      { law: "second", ...finding("info", "d") },
    ],
    undecided: [
      { law: "first", at: ["x"] },
      { law: "first", at: ["y", 1] },
      { law: "second", at: ["z"] },
    ],
    ms: expect.any(Number),
  });
});

test("progress before every law, and at the end", async () => {
  const seen: unknown[] = [];
  const nothing = { findings: [], undecided: [] };
  await findFaults(ruleSet, {
    answerer: bruteForce,
    at,
    laws: [saying("first", nothing), saying("second", nothing)],
    onProgress: (progress) => seen.push(progress),
  });
  expect(seen).toEqual([
    { done: 0, total: 2, current: "first" },
    { done: 1, total: 2, current: "second" },
    { done: 2, total: 2, current: "" },
  ]);
});

test("without a list all laws are applied", async () => {
  const seen: unknown[] = [];
  const report = await findFaults(ruleSet, { answerer: bruteForce, at, onProgress: (p) => seen.push(p) });
  expect(seen).toHaveLength(laws.length + 1);
  // Who answers no has the default without a reason.
  expect(report.findings.map((f) => f.law)).toEqual(["no-criterion-speaks"]);
});

test("the answerer is asked with the time and the signal that were given, and with none where none were", async () => {
  const asked: unknown[] = [];
  const asking: Law = {
    id: "asking",
    apply: async (scene) => {
      await scene.ask(askOne(scene.ruleSet, { all: [] }));
      return { findings: [], undecided: [] };
    },
  };
  const options: FaultOptions = {
    answerer: {
      ask: async (_, own?: AskOptions) => {
        asked.push(own);
        return { status: "nobody" };
      },
    },
    at,
    laws: [asking],
  };
  const { signal } = new AbortController();
  await findFaults(ruleSet, options);
  await findFaults(ruleSet, { ...options, milliseconds: 9 });
  await findFaults(ruleSet, { ...options, signal });
  expect(asked).toStrictEqual([{}, { milliseconds: 9 }, { signal }]);
});

describe("how long it took", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => vi.useRealTimers());

  test("is told in milliseconds", async () => {
    vi.advanceTimersByTime(1000);
    const slow: Law = {
      id: "slow",
      apply: async () => {
        vi.advanceTimersByTime(30);
        return { findings: [], undecided: [] };
      },
    };
    expect((await findFaults(ruleSet, { answerer: bruteForce, at, laws: [slow, slow] })).ms).toBe(60);
  });
});
