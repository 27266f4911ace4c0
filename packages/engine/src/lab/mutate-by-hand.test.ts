// A report of mutation by hand: counts, what is told of each survivor, whom a proof is asked about, and progress.
import { describe, expect, test } from "vitest";
import { profileOf, today } from "../../test/lab.ts";
import { criterion, fact, many, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { seededFaults, type SeededFault } from "./faults/index.ts";
import { mutate, MutationCancelled, type MutateOptions, type Noticed } from "./mutate.ts";

const leaf = (name: string, operator: string, value?: unknown): Condition =>
  ({ fact: name, operator, ...(value === undefined ? {} : { value }) }) as Condition;
const young = leaf("age", "lessThan", 18);
const ruleSet = tiny({ criteria: [criterion("A", young, "stop")] });
const adult = profileOf(ruleSet, { age: 40 }, "P07");

const faultsOf = (of: RuleSet, ...ids: readonly string[]): readonly SeededFault[] =>
  ids.map((id) => {
    const found = seededFaults(of).find((f) => f.fault.id === id);
    if (!found) throw new Error(id);
    return found;
  });
const [lower, higher, off] = [
  "threshold/criteria/A/when.value/17",
  "threshold/criteria/A/when.value/19",
  "dropped-criterion/criteria/A/enabled/false",
] as const;

test("a survivor is told as somebody near a profile, ready to be saved", async () => {
  const report = await mutate(ruleSet, [adult], { faults: faultsOf(ruleSet, higher) });
  expect(report).toMatchObject({ seeded: 1, killed: 0, equivalent: 0, score: 0, ms: 0 });
  expect(report).not.toHaveProperty("failing");
  expect(report.survivors).toEqual([
    {
      fault: faultsOf(ruleSet, higher)[0]?.fault,
      status: "survived",
      witness: {
        at: "2026-01-01",
        facts: { age: 18 },
        answers: [
          { decision: "d", answer: ["rest"] },
          { decision: "d", answer: ["stop"] },
        ],
      },
      profile: {
        id: "P08",
        title: {
          fr: "Comme «\u00a0P07\u00a0», mais «\u00a0texte\u00a0»\u00a0: 18",
          en: "Like “P07”, but “text”: 18",
        },
        story: report.survivors[0]?.profile?.story,
        tags: ["mutation"],
        facts: { age: 18 },
        provenance: "accepted-output",
        expected: expect.objectContaining({ decisions: expect.objectContaining({ d: "rest" }), fired: [] }),
      },
    },
  ]);
  expect(report.survivors[0]?.profile?.story?.en).toMatch(/^Would notice this fault: /);
});

test("whoever is told once is told again of every other fault that they notice, and gets one id", async () => {
  const both = leaf("age", "greaterThan", 64);
  const two = tiny({ criteria: [criterion("A", young, "stop"), criterion("B", both, "care")] });
  const faults = faultsOf(
    two,
    lower,
    "operator/criteria/A/when.operator/greaterThanInclusive",
    "threshold/criteria/B/when.value/65",
    off,
  );
  const report = await mutate(two, [], { faults });
  const told = report.survivors.map((s) => [s.profile?.id, s.witness?.facts]);
  expect(told).toEqual([
    ["P01", { age: 17 }],
    ["P01", { age: 17 }],
    ["P02", { age: 65 }],
    ["P01", { age: 17 }],
  ]);
  expect(report.survivors[1]?.profile).toBe(report.survivors[0]?.profile);
});

// Three facts away from everybody here: no neighbour of a profile shows its faults.
const farAway = criterion(
  "A",
  { all: [young, leaf("score", "greaterThan", 5), leaf("wish", "equal", true)] },
  "stop",
);

test("killed, equivalent and open ones are counted apart; the score leaves out what nobody could notice", async () => {
  const two = tiny({ criteria: [criterion("K", leaf("danger", "equal", true), "stop"), farAway] });
  const stopped = profileOf(two, { danger: true, age: 40, score: 1, wish: false }, "P1");
  const faults = faultsOf(
    two,
    "operator/criteria/K/when.value/false",
    "threshold/criteria/A/when.all.0.value/17",
    "threshold/criteria/A/when.all.0.value/19",
    "threshold/criteria/A/when.all.1.value/6",
  );
  const isEquivalent = (faulty: RuleSet): Promise<Noticed> =>
    Promise.resolve({ status: JSON.stringify(faulty.criteria).includes("17") ? "nobody" : "undecided" });
  const report = await mutate(two, [stopped], { faults, isEquivalent });
  expect(report).toMatchObject({ seeded: 4, killed: 1, equivalent: 1, score: 1 / 3 });
  expect(report.survivors.map((s) => [s.fault.id, s.status])).toEqual([
    ["threshold/criteria/A/when.all.0.value/19", "undecided"],
    ["threshold/criteria/A/when.all.1.value/6", "undecided"],
  ]);
  // Without anybody to prove it, everything that nobody notices stays open.
  expect(await mutate(two, [stopped], { faults })).toMatchObject({ killed: 1, equivalent: 0, score: 1 / 4 });
});

describe("a proof", () => {
  const far = tiny({ criteria: [farAway] });
  const profile = profileOf(far, { age: 40, score: 1, wish: false }, "P1");
  const faults = faultsOf(far, "threshold/criteria/A/when.all.0.value/19");
  const asking = (answer: Noticed, more: Partial<MutateOptions> = {}) =>
    mutate(far, [profile], { faults, isEquivalent: () => Promise.resolve(answer), ...more });
  const person = { age: 18, score: 6, wish: true };

  test("that finds somebody tells them, with a title of their own", async () => {
    const report = await asking({ status: "somebody", witness: { at: today, people: [person, person] } });
    expect(report.survivors).toMatchObject([
      {
        status: "survived",
        witness: { facts: person },
        profile: {
          id: "P2",
          title: { fr: "Profil témoin trouvé par la preuve", en: "Witness profile found by the proof" },
          facts: person,
        },
      },
    ]);
  });

  test("that finds nobody makes the fault equivalent: there is nothing to tell, and nothing counts", async () => {
    expect(await asking({ status: "nobody" })).toMatchObject({
      seeded: 1,
      equivalent: 1,
      survivors: [],
      score: 1,
    });
  });

  test.each<readonly [string, Noticed]>([
    ["that is undecided", { status: "undecided" }],
    ["whose somebody does not notice", { status: "somebody", witness: { at: today, people: [{ age: 18 }] } }],
    ["whose somebody is missing", { status: "somebody", witness: { at: today, people: [] } }],
  ])("%s leaves the fault open", async (_, answer) => {
    const report = await asking(answer);
    expect(report).toMatchObject({ equivalent: 0, score: 0 });
    expect(report.survivors).toEqual([{ fault: faults[0]?.fault, status: "undecided" }]);
  });

  test("is never asked where other facts would be remarked on", async () => {
    // The score is no longer ignored: whoever has none is no longer told that it was not verified.
    const remarked = faultsOf(far, "when-unknown/facts/score/whenUnknown/block");
    let asked = 0;
    const report = await asking(
      { status: "nobody" },
      {
        faults: remarked,
        isEquivalent: () => {
          asked += 1;
          return Promise.resolve({ status: "nobody" });
        },
      },
    );
    expect([asked, report.equivalent]).toEqual([0, 0]);
  });
});

describe("the answers of a witness", () => {
  const answers = async (of: RuleSet, id: string) =>
    (await mutate(of, [], { faults: faultsOf(of, id) })).survivors[0]?.witness?.answers;
  const danger = leaf("danger", "equal", true);

  test("are those of the first decision that is another one", async () => {
    const two = tiny({
      criteria: [criterion("A", { always: true }, "go"), criterion("B", young, "tell", "m")],
    });
    expect(await answers(two, "threshold/criteria/B/when.value/19")).toEqual([
      { decision: "m", answer: [] },
      { decision: "m", answer: ["tell"] },
    ]);
  });

  test("of several outcomes say which are suggested, and how others stand", async () => {
    const some = tiny({
      decisions: [one, { ...many, withheldWhileSafetyUnknown: true }],
      criteria: [
        criterion("S", danger, "stop"),
        criterion("H", young, "halt", "m"),
        criterion("T", { always: true }, "tell", "m"),
      ],
    });
    expect(await answers(some, "threshold/criteria/H/when.value/19")).toEqual([
      { decision: "m", answer: ["tell:withheld"] },
      { decision: "m", answer: ["halt", "tell:withheld"] },
    ]);
    expect(await answers(some, "dropped-criterion/criteria/H/enabled/false")).toEqual([
      { decision: "m", answer: ["halt:undetermined", "tell:withheld"] },
      { decision: "m", answer: ["tell:withheld"] },
    ]);
  });

  test("are none where no decision is another one", async () => {
    // A second criterion for the same people: only which criteria are true tells.
    const twice = tiny({
      criteria: [criterion("A", { always: true }, "go"), criterion("B", { always: true }, "go")],
    });
    const report = await mutate(twice, [], {
      faults: faultsOf(twice, "dropped-criterion/criteria/B/enabled/false"),
      isEquivalent: () => Promise.resolve({ status: "somebody", witness: { at: today, people: [{}] } }),
    });
    expect(report.survivors[0]?.witness).toEqual({ at: "2026-01-01", facts: {}, answers: [] });
  });
});

test("a fault of a fact that only a sum reads is looked for in what is read, too", async () => {
  const facts = [
    fact("first", "integer", { range: { min: 0, max: 9 }, whenUnknown: { assume: 1 } }),
    fact("second", "integer", { range: { min: 0, max: 9 } }),
    fact("total", "integer", { range: { min: 0, max: 18 }, derive: { sum: ["first", "second"] } }),
  ];
  const sums = tiny({ facts, criteria: [criterion("A", leaf("total", "greaterThan", 4), "stop")] });
  const known = profileOf(sums, { first: 4, second: 4 }, "P1");
  const [report] = (
    await mutate(sums, [known], { faults: faultsOf(sums, "when-unknown/facts/first/whenUnknown/block") })
  ).survivors;
  expect(report).toMatchObject({ status: "survived", witness: { facts: {} } });
});

describe("progress", () => {
  const many17 = (): readonly SeededFault[] => {
    const [fault] = faultsOf(ruleSet, lower);
    if (!fault) throw new Error("no fault");
    return Array.from({ length: 17 }, (_, i) => ({
      ...fault,
      fault: { ...fault.fault, id: `F${i}` },
    }));
  };

  test("is told before every sixteenth fault, before each that nobody noticed, and at the end", async () => {
    const child = profileOf(ruleSet, { age: 17 }, "CHILD");
    const steps: unknown[] = [];
    const onProgress: MutateOptions["onProgress"] = ({ done, total, current }) =>
      steps.push([done, total, current]);
    await mutate(ruleSet, [child], { faults: many17(), onProgress });
    expect(steps).toEqual([
      [0, 17, "F0"],
      [16, 17, "F16"],
      [17, 17, ""],
    ]);
    steps.length = 0;
    await mutate(ruleSet, [adult], { faults: many17().slice(0, 2), onProgress });
    expect(steps).toEqual([
      [0, 2, "F0"],
      [0, 2, "F0"],
      [1, 2, "F1"],
      [2, 2, ""],
    ]);
  });

  test("pauses at every turn, and stops when it is cancelled, with an error that says so", async () => {
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses += 1;
      return Promise.resolve();
    };
    await mutate(ruleSet, [adult], { faults: many17(), pause });
    expect(pauses).toBe(2 + 17);
    const cancelled = mutate(ruleSet, [adult], { faults: many17(), signal: { aborted: true } });
    await expect(cancelled).rejects.toThrow(new MutationCancelled());
    await expect(cancelled).rejects.toMatchObject({ name: "MutationCancelled", message: "cancelled" });
    await expect(mutate(ruleSet, [], { faults: [], signal: { aborted: true } })).resolves.toMatchObject({
      seeded: 0,
    });
  });

  test("takes as long as the clock says, and never less than nothing", async () => {
    const clock = (...times: readonly number[]) => {
      const left = [...times];
      return () => left.shift() ?? Number.NaN;
    };
    expect((await mutate(ruleSet, [], { faults: [], now: clock(100, 140) })).ms).toBe(40);
    expect((await mutate(ruleSet, [], { faults: [], now: clock(100, 60) })).ms).toBe(0);
  });
});
