// Reports of proofs, with methods that answer what a test makes them answer: what is asked, what is made of the answers,
// when methods contradict one another, and what is remembered.
import { breaksClaim, standardQuestions, type Question } from "@jumelage/engine";
import { criterion, fact, many, one, tiny } from "@jumelage/engine/test/tiny";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Answer, AskOptions } from "./answer.ts";
import { createDiagrams } from "./diagrams.ts";
import { memoryCache, type ProofCache, type Remembered } from "./cache.ts";
import { prove, type Method, type ProofProgress } from "./prove.ts";
import { questionKey } from "./question-key.ts";

const at = "2026-03-02";
const statement = { fr: "texte", en: "text" };
const danger = { fact: "danger", operator: "equal", value: true } as const;
/** `danger` stops, unless `calm`; the property asks for more: whoever is in danger is stopped, calm or not. */
const ruleSet = tiny({
  facts: [fact("danger", "boolean", { safety: true, validFor: "P0D" }), fact("calm", "boolean")],
  decisions: [{ ...one, outcomes: one.outcomes.slice(0, 2), otherwise: "care" }, many],
  criteria: [
    criterion("C1", { all: [danger, { fact: "calm", operator: "equal", value: false }] }, "stop"),
    criterion("C2", danger, "tell", "m"),
  ],
  properties: [
    { id: "P1", statement, claim: { kind: "implies", given: danger, decision: "d", states: ["stop"] } },
    { id: "P2", statement, claim: { kind: "never", given: danger, decision: "m", states: ["halt"] } },
  ],
});
const common = { at, milliseconds: 1000 };
const always = (method: Method["method"], answer: Answer & { classes?: number }): Method => ({
  method,
  ask: async () => answer,
});

const nobody: Answer = { status: "nobody" };
/** Breaks P1. */
const somebody: Answer = { status: "somebody", witness: { at, people: [{ danger: true, calm: true }] } };
/** Breaks nothing. */
const wrong: Answer = { status: "somebody", witness: { at, people: [{}] } };
const open = (reason: "time" | "size" | "cancelled" | "disagreement"): Answer => ({
  status: "undecided",
  reason,
});

/** What of P1 is reported with these answers. */
async function ofFirst(...answers: readonly Answer[]) {
  const names = ["solver", "enumeration", "diagram"] as const;
  const answerers = answers.map((answer, i) => always(names[i] ?? "diagram", answer));
  const [property] = (await prove(ruleSet, { ...common, answerers })).properties;
  return property;
}

describe("a whole report", () => {
  test("properties and standard checks in the order of the document, each with its status", async () => {
    const seen: ProofProgress[] = [];
    const report = await prove(ruleSet, {
      ...common,
      answerers: [createDiagrams()],
      onProgress: (progress) => seen.push(progress),
    });
    const expected = [
      ["P1", "P1", "refuted"],
      ["P2", "P2", "proved"],
      [{ kind: "criterion-fires", criterion: "C1" }, "C1", "proved"],
      [{ kind: "criterion-decides", criterion: "C1" }, "C1", "proved"],
      [{ kind: "criterion-fires", criterion: "C2" }, "C2", "proved"],
      [{ kind: "criterion-decides", criterion: "C2" }, "C2", "proved"],
      [{ kind: "outcome-reached", decision: "d", outcome: "stop" }, "d stop", "proved"],
      [{ kind: "outcome-reached", decision: "d", outcome: "care" }, "d care", "proved"],
      [{ kind: "determined-is-stable", decision: "d" }, "d", "proved"],
      [{ kind: "safety-is-asked", decision: "d" }, "d", "refuted"],
      [{ kind: "outcome-reached", decision: "m", outcome: "halt" }, "m halt", "refuted"],
      [{ kind: "outcome-reached", decision: "m", outcome: "tell" }, "m tell", "proved"],
    ] as const;
    const [properties, standard] = [report.properties, report.standard];
    expect([
      ...properties.map((p) => [p.id, p.id, p.status]),
      ...standard.map((p, i) => [p.check, expected[i + 2]?.[1], p.status]),
    ]).toEqual(expected);
    expect(seen).toEqual([
      ...expected.map(([, current], done) => ({ done, total: 12, current })),
      { done: 12, total: 12, current: "" },
    ]);
    // Whoever can be shown is: who breaks what never happens, and to whom happens what sometimes does.
    const hidden = [...properties, ...standard].flatMap((p, i) => (p.witness ? [] : [expected[i]?.[0]]));
    expect(hidden).toEqual(["P2", { kind: "determined-is-stable", decision: "d" }, expected[10][0]]);
  });

  test("a refuted property shows who breaks it, with the decision it speaks of", async () => {
    expect(await ofFirst(somebody)).toStrictEqual({
      id: "P1",
      status: "refuted",
      witness: {
        at,
        facts: { danger: true, calm: true },
        answers: [{ decision: "d", answer: ["care"] }],
      },
      ms: expect.any(Number),
      methods: [{ method: "solver", status: "refuted", ms: expect.any(Number) }],
    });
  });

  test("a standard check shows to whom it happens, with the decision of its criterion", async () => {
    const facts = { danger: true, calm: false };
    const answer: Answer = { status: "somebody", witness: { at, people: [facts] } };
    const { standard } = await prove(ruleSet, { ...common, answerers: [always("solver", answer)] });
    const answersOf = (kind: string, id: string) =>
      standard.find((s) => s.check.kind === kind && Object.values(s.check).includes(id))?.witness?.answers;
    expect(answersOf("criterion-fires", "C1")).toEqual([{ decision: "d", answer: ["stop"] }]);
    expect(answersOf("criterion-fires", "C2")).toEqual([{ decision: "m", answer: ["tell"] }]);
    expect(answersOf("outcome-reached", "stop")).toEqual([{ decision: "d", answer: ["stop"] }]);
    expect(answersOf("outcome-reached", "tell")).toEqual([{ decision: "m", answer: ["tell"] }]);
  });

  test("what must never happen is proved by nobody, what must sometimes happen refuted by nobody", async () => {
    const { properties, standard } = await prove(ruleSet, {
      ...common,
      answerers: [always("solver", nobody)],
    });
    expect(properties.map((p) => [p.status, p.methods[0]?.status])).toEqual(
      ["proved", "proved"].map((s) => [s, s]),
    );
    const never = new Set(["determined-is-stable", "safety-is-asked"]);
    for (const { check, status, methods, witness } of standard) {
      const expected = never.has(check.kind) ? "proved" : "refuted";
      expect([status, methods[0]?.status, witness], check.kind).toEqual([expected, expected, undefined]);
    }
  });

  test("what is open says why, and shows nobody", async () => {
    expect(await ofFirst(open("time"))).toStrictEqual({
      id: "P1",
      status: "undecided",
      reason: "time",
      ms: expect.any(Number),
      methods: [{ method: "solver", status: "undecided", ms: expect.any(Number) }],
    });
  });

  test("classes that a method went through are told", async () => {
    const answerers = [always("enumeration", { ...nobody, classes: 12 }), always("diagram", nobody)];
    const [property] = (await prove(ruleSet, { ...common, answerers })).properties;
    expect(property?.methods).toStrictEqual([
      { method: "enumeration", status: "proved", classes: 12, ms: expect.any(Number) },
      { method: "diagram", status: "proved", ms: expect.any(Number) },
    ]);
  });

  test("every method is asked every question, with the day, the time and the signal that were given", async () => {
    const asked: [Question, AskOptions | undefined][] = [];
    const listening: Method = {
      method: "solver",
      ask: async (question, options) => {
        asked.push([question, options]);
        return nobody;
      },
    };
    await prove(ruleSet, { ...common, answerers: [listening, listening] });
    const questions = [
      ...ruleSet.properties.map((p) => breaksClaim(ruleSet, p.claim)),
      ...standardQuestions(ruleSet).map((s) => s.question),
    ];
    expect(asked).toStrictEqual(
      questions.flatMap((question) => [0, 1].map(() => [question, { at, milliseconds: 1000 }])),
    );
    asked.length = 0;
    const { signal } = new AbortController();
    await prove(ruleSet, { ...common, answerers: [listening], signal });
    expect(asked[0]?.[1]).toStrictEqual({ at, milliseconds: 1000, signal });
  });
});

describe("how long it took", () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => vi.useRealTimers());

  test("for each method and for all together, in whole milliseconds", async () => {
    const taking = (method: Method["method"], ms: number): Method => ({
      method,
      ask: async () => {
        vi.advanceTimersByTime(ms);
        return nobody;
      },
    });
    const kept: Remembered[] = [];
    const cache: ProofCache = {
      get: async () => undefined,
      set: async (_, value) => void kept.push(value),
    };
    const answerers = [taking("solver", 40), taking("diagram", 2)];
    const [property] = (await prove(ruleSet, { ...common, answerers, cache })).properties;
    expect(property?.ms).toBe(42);
    // They are asked at the same time: the first one waits while the second works.
    expect(property?.methods.map((m) => m.ms)).toEqual([42, 2]);
    expect(kept[0]?.ms).toBe(42);
  });
});

describe("several methods", () => {
  test.each<[string, readonly Answer[], readonly unknown[]]>([
    ["agree that nobody does", [nobody, nobody], ["proved", undefined, "proved", "proved"]],
    ["agree that somebody does", [somebody, somebody], ["refuted", undefined, "refuted", "refuted"]],
    ["contradict each other", [nobody, somebody], ["undecided", "disagreement", "proved", "refuted"]],
    ["contradict, the other way", [somebody, nobody], ["undecided", "disagreement", "refuted", "proved"]],
    ["one cannot say", [nobody, open("size")], ["proved", undefined, "proved", "not-applicable"]],
    ["one ran out of time", [open("time"), somebody], ["refuted", undefined, "undecided", "refuted"]],
    ["one was cancelled", [nobody, open("cancelled")], ["proved", undefined, "proved", "undecided"]],
    ["none can say", [open("size"), open("size")], ["undecided", "size", "not-applicable", "not-applicable"]],
    [
      "out of time is graver than size",
      [open("size"), open("time")],
      ["undecided", "time", "not-applicable", "undecided"],
    ],
    [
      "cancelled is graver than time",
      [open("time"), open("cancelled")],
      ["undecided", "cancelled", "undecided", "undecided"],
    ],
    ["one has a fault", [open("disagreement"), nobody], ["undecided", "disagreement", "undecided", "proved"]],
    ["a person does not replay", [wrong], ["undecided", "disagreement", "refuted"]],
    [
      "one of two persons does not replay",
      [somebody, wrong],
      ["undecided", "disagreement", "refuted", "refuted"],
    ],
  ])("%s", async (_, answers, expected) => {
    const property = await ofFirst(...answers);
    expect([property?.status, property?.reason, ...(property?.methods ?? []).map((m) => m.status)]).toEqual(
      expected,
    );
  });

  test("the first one's person is shown", async () => {
    const other: Answer = { status: "somebody", witness: { at, people: [{ danger: true }] } };
    expect((await ofFirst(open("size"), other, somebody))?.witness?.facts).toEqual({ danger: true });
    expect((await ofFirst(somebody, other))?.witness?.facts).toEqual({ danger: true, calm: true });
  });

  test("without any method everything is open", async () => {
    expect(await ofFirst()).toMatchObject({ status: "undecided", reason: "size", methods: [] });
  });
});

describe("remembering", () => {
  const question = breaksClaim(
    ruleSet,
    ruleSet.properties[0]?.claim ?? { kind: "independent", decision: "d", facts: [] },
  );
  const onlyFirst = { ...ruleSet, properties: ruleSet.properties.slice(0, 1) };

  /** A cache with this in it for P1, and a method that counts how often it is asked about P1. */
  async function remembering(kept: Remembered | undefined, answer: Answer) {
    const key = await questionKey(question);
    const cache = memoryCache();
    if (kept) await cache.set(key, kept);
    let asked = 0;
    const counting: Method = {
      method: "solver",
      ask: async (about) => {
        asked += (await questionKey(about)) === key ? 1 : 0;
        return answer;
      },
    };
    const [property] = (await prove(onlyFirst, { ...common, answerers: [counting], cache })).properties;
    return { asked, property, now: await cache.get(key) };
  }

  const methods = [{ method: "diagram", status: "proved", ms: 5 }] as const;

  test("what is remembered is not asked again, and reported with the methods of then", async () => {
    const { asked, property } = await remembering({ answer: nobody, methods, ms: 5 }, open("time"));
    expect(asked).toBe(0);
    expect(property).toMatchObject({ status: "proved", methods });
  });

  test("somebody remembered is shown when they replay, and asked for again when not", async () => {
    const kept = { methods, ms: 5 };
    const good = await remembering({ ...kept, answer: somebody as Remembered["answer"] }, nobody);
    expect([good.asked, good.property?.status]).toEqual([0, "refuted"]);
    const bad = await remembering({ ...kept, answer: wrong as Remembered["answer"] }, nobody);
    expect([bad.asked, bad.property?.status, bad.now?.answer]).toEqual([1, "proved", nobody]);
  });

  test("an answer is remembered under the question's name, one that is open is not", async () => {
    const settled = await remembering(undefined, nobody);
    expect(settled.now).toEqual({
      answer: nobody,
      methods: [{ method: "solver", status: "proved", ms: expect.any(Number) }],
      ms: expect.any(Number),
    });
    expect((await remembering(undefined, open("time"))).now).toBeUndefined();
  });

  test("methods in a report are copies of what is remembered", async () => {
    const { property } = await remembering({ answer: nobody, methods, ms: 5 }, nobody);
    expect(property?.methods[0]).not.toBe(methods[0]);
  });
});
