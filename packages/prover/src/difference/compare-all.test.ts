// The difference of two rule sets, found question by question: what is asked, what one person settles, what is reported.
import type { Question, RuleSet } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { bruteForce, today } from "../../test/everybody.ts";
import type { Answer, AskOptions } from "../answer.ts";
import type { SearchOptions } from "../search-options.ts";
import { compareAll } from "./compare-all.ts";

const at = today;
const isTrue = { fact: "a", operator: "equal", value: true } as const;
const two = { ...one, outcomes: one.outcomes.slice(0, 2), otherwise: "care" };
function ruleSetOf(...criteria: readonly object[]): RuleSet {
  return tiny({ facts: [fact("a", "boolean"), fact("b", "boolean")], decisions: [two, many], criteria });
}
const base = ruleSetOf(criterion("C1", isTrue, "stop"));
const head = ruleSetOf(criterion("C1", { not: isTrue }, "stop"));
const compare = (from: RuleSet, to: RuleSet, rest: Partial<SearchOptions> = {}) =>
  compareAll(from, to, { answerer: bruteForce, at, ...rest });
const person = (facts: object): Answer => ({
  status: "somebody",
  witness: { at, people: [{ ...facts }, { ...facts }] },
});
const nobody: Answer = { status: "nobody" };

/** An answerer that gives these answers one after another, and what it was asked. */
function scripted(...answers: readonly Answer[]) {
  const asked: { question: Question; options: AskOptions | undefined }[] = [];
  const left = [...answers];
  const answerer = {
    ask: async (question: Question, options?: AskOptions) => {
      asked.push({ question, options });
      const answer = left.shift();
      if (!answer) throw new Error("asked once too often");
      return answer;
    },
  };
  return { asked, answerer, left };
}

describe("a complete report", () => {
  test("every change that happens, in the order of the states, each with its own small person", async () => {
    expect(await compare(base, head)).toStrictEqual({
      status: "complete",
      equivalent: false,
      kind: "changes-outcomes",
      transitions: [
        {
          decision: "d",
          from: "stop",
          to: "care",
          witness: {
            at,
            facts: { a: true },
            answers: [
              { decision: "d", answer: ["stop"] },
              { decision: "d", answer: ["care"] },
            ],
          },
        },
        {
          decision: "d",
          from: "care",
          to: "stop",
          witness: {
            at,
            facts: { a: false },
            answers: [
              { decision: "d", answer: ["care"] },
              { decision: "d", answer: ["stop"] },
            ],
          },
        },
      ],
      silent: [],
      ms: expect.any(Number),
    });
  });

  test("nobody changes: equivalent, whether or not something silent differs", async () => {
    expect(await compare(base, base)).toStrictEqual({
      status: "complete",
      equivalent: true,
      kind: "equivalent",
      transitions: [],
      silent: [],
      ms: expect.any(Number),
    });
    const title = { fr: "autre", en: "other" };
    expect(await compare(base, { ...base, title })).toMatchObject({
      equivalent: true,
      kind: "texts-only",
      silent: [{ what: "rule-set", id: "tiny", parts: ["title"] }],
    });
  });

  test.each<[string, RuleSet, RuleSet]>([
    ["went", base, { ...base, decisions: base.decisions.slice(0, 1) }],
    ["came", { ...base, decisions: base.decisions.slice(0, 1) }, base],
    [
      "is taken otherwise",
      base,
      tiny({
        decisions: [two, { ...two, id: "m" }],
        facts: [fact("a", "boolean"), fact("b", "boolean")],
        criteria: [criterion("C1", isTrue, "stop")],
      }),
    ],
  ])("a decision that %s is no equivalence, though nobody of the others changes", async (_, from, to) => {
    expect(await compare(from, to)).toMatchObject({
      status: "complete",
      equivalent: false,
      kind: "changes-outcomes",
      transitions: [],
    });
  });
});

describe("what is asked", () => {
  test("all pairs together, of the same person read by both, who need not be small", async () => {
    const { asked, answerer } = scripted(nobody);
    await compare(base, head, { answerer });
    const [first] = asked;
    expect(first?.question.worlds).toEqual([
      { ruleSet: base, person: { kind: "same" } },
      { ruleSet: head, person: { kind: "same" } },
    ]);
    const { ask } = first?.question ?? { ask: { any: [] } };
    // Four states each way but the same one, and twice four standings.
    expect("any" in ask && ask.any.length).toBe(12 + 24);
    expect(asked.map((q) => q.options)).toStrictEqual([{ small: false }]);
  });

  test("with the time and the signal that were given", async () => {
    const { signal } = new AbortController();
    for (const given of [{ milliseconds: 7 }, { signal }]) {
      const { asked, answerer } = scripted(nobody);
      await compare(base, head, { answerer, ...given });
      expect(asked[0]?.options).toStrictEqual({ small: false, ...given });
    }
  });

  test("then what the persons found do not show", async () => {
    const { asked, answerer, left } = scripted(person({ a: true, b: true }), person({ a: false }), nobody);
    const { transitions } = await compare(base, head, { answerer });
    expect(left).toEqual([]);
    expect(transitions.map((t) => [t.from, t.to, t.witness.facts])).toEqual([
      ["stop", "care", { a: true }],
      ["care", "stop", { a: false }],
    ]);
    expect(asked.map(({ question: { ask } }) => "any" in ask && ask.any.length)).toEqual([36, 35, 34]);
  });

  test("nothing where no decision is shared", async () => {
    const { asked, answerer } = scripted();
    const from = { ...base, decisions: base.decisions.slice(0, 1) };
    const to = { ...base, decisions: base.decisions.slice(1) };
    expect((await compare(from, { ...to, criteria: [] }, { answerer })).kind).toBe("changes-outcomes");
    expect(asked).toEqual([]);
  });

  test("somebody to whom nothing happens is a fault", async () => {
    const { answerer } = scripted(person({}));
    await expect(compare(base, head, { answerer })).rejects.toThrow(
      new TypeError("a witness of a difference to whom nothing happens"),
    );
  });
});

test("what could not be decided keeps what was found, has no kind, and is not equivalent", async () => {
  const { answerer } = scripted(person({ a: false }), { status: "undecided", reason: "cancelled" });
  const report = await compare(base, head, { answerer });
  expect(report).toMatchObject({ status: "undecided", reason: "cancelled", equivalent: false });
  expect(report.transitions.map((t) => [t.from, t.to])).toEqual([["care", "stop"]]);
  expect(report).not.toHaveProperty("kind");
  const none = await compare(base, base, {
    answerer: scripted({ status: "undecided", reason: "time" }).answerer,
  });
  expect(none).toMatchObject({ status: "undecided", reason: "time", equivalent: false, transitions: [] });
});

test("progress: how many decisions are done, and which is next", async () => {
  const seen: unknown[] = [];
  const onProgress = (progress: unknown) => seen.push(progress);
  await compare(base, head, { answerer: scripted(person({ a: true }), nobody).answerer, onProgress });
  expect(seen).toEqual([
    { done: 0, total: 2, current: "d" },
    { done: 0, total: 2, current: "d" },
    { done: 2, total: 2, current: "" },
  ]);
  // Of a decision with one outcome that only comes, each change in turn; then the decision is done.
  seen.length = 0;
  const decision = { ...many, outcomes: many.outcomes.slice(0, 1) };
  const few = (...outcomes: readonly object[]) =>
    tiny({
      facts: [fact("a", "boolean")],
      decisions: [
        { ...decision, outcomes: [many.outcomes[1]], id: "e" },
        { ...decision, outcomes: [many.outcomes[1], ...outcomes] },
      ],
      criteria: outcomes.length === 0 ? [] : [criterion("C1", isTrue, "halt", "m")],
    });
  await compare(few(), few(many.outcomes[0] ?? {}), { onProgress });
  expect(seen.at(-1)).toEqual({ done: 2, total: 2, current: "" });
  expect(seen[0]).toEqual({ done: 0, total: 2, current: "e" });
});

describe("how long it took", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => vi.useRealTimers());

  test("is told in milliseconds", async () => {
    vi.advanceTimersByTime(1000);
    const slow = {
      ask: async () => {
        vi.advanceTimersByTime(30);
        return nobody;
      },
    };
    expect((await compare(base, head, { answerer: slow })).ms).toBe(30);
  });
});
