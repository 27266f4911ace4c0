import { describe, expect, test } from "vitest";
import { lazyCodes, codeAt } from "./closures.ts";
import { FALSE, TRUE, UNKNOWN, type Node, type Verdict3 } from "./graph.ts";
import { layoutOf, KNOWN, PLAIN, INCOMPLETE, STALE, slotAt } from "./layout.ts";
import type { Fact } from "../model/index.ts";
import { fact } from "../../test/tiny.ts";
import { newWords } from "./person.ts";
import type { Plan } from "./plan.ts";
import { newRun, type Run } from "./run.ts";
import { restsOf } from "./rests.ts";

const text = { fr: "texte", en: "text" };
const values = Array.from({ length: 40 }, (_, i) => ({ id: `v${i}`, label: text }));
const facts = [
  fact("flag", "boolean"),
  fact("dose", "decimal", { scale: 1, whenUnknown: "ignore" }),
  fact("set", "set", { values }),
  fact("late", "set", { values, whenUnknown: "ignore" }),
] as unknown as readonly Fact[];
const layout = layoutOf(facts);

/** A plan of these nodes, with a decision of forty outcomes and one of three. */
function planOfNodes(nodes: readonly Node[]): Plan {
  const step = (index: number, count: number) => ({
    index,
    outcomes: Array.from({ length: count }, () => ({})),
    words: Math.ceil(count / 32),
  });
  return { layout, nodes, steps: [step(0, 40), step(1, 3)], words: 0 } as unknown as Plan;
}

/** What the last of these nodes answers in a run. */
function answer(nodes: readonly Node[], prepare: (run: Run) => void): Verdict3 {
  const plan = planOfNodes(nodes);
  const run = newRun(plan);
  run.person = newWords(layout);
  run.number = 1;
  prepare(run);
  return codeAt(lazyCodes(plan)(), nodes.length - 1)(run);
}

const constant = (verdict: Verdict3): Node => ({ kind: "constant", verdict });
const verdicts: readonly Verdict3[] = [FALSE, UNKNOWN, TRUE];

describe("connectives", () => {
  const triples = verdicts.flatMap((a) => verdicts.flatMap((b) => verdicts.map((c) => [a, b, c] as const)));
  test.each(triples)("of %d, %d and %d", (...given) => {
    const children = [0, 1, 2];
    const of = (node: Node): Verdict3 => answer([...given.map(constant), node], () => {});
    // The order of verdicts is that of the connectives: `all` is the least, `any` the greatest, `atLeast` the k-th.
    const sorted = given.toSorted((a, b) => b - a);
    expect(of({ kind: "all", children })).toBe(Math.min(...given));
    expect(of({ kind: "any", children })).toBe(Math.max(...given));
    expect(of({ kind: "atLeast", count: 2, children })).toBe(sorted[1]);
    expect(of({ kind: "atLeast", count: 3, children })).toBe(sorted[2]);
  });
});

describe("a number beside a bound", () => {
  const slot = slotAt(layout, 1);
  const node: Node = { kind: "compare", slot: 1, operator: "lessThan", bound: 2.5 };
  test.each<[string, number, number, Verdict3]>([
    ["below", KNOWN, 2.4, TRUE],
    ["at it", KNOWN, 2.5, FALSE],
    ["plainly unknown and optional", PLAIN, 1, FALSE],
    ["stale", STALE, 1, UNKNOWN],
  ])("%s", (_, code, number, expected) => {
    const said = answer([node], ({ person }) => {
      person.words[1] = slot.base + code;
      person.numbers[0] = number;
    });
    expect(said).toBe(expected);
  });
});

describe("members", () => {
  const slot = slotAt(layout, 2);
  // Two members in the first word, one in the second.
  const masks = [
    { word: 0, bits: 0b11 },
    { word: 1, bits: 0b100 },
  ];
  const said = (
    kind: "overlap" | "inclusion",
    code: number,
    chosen: readonly number[],
    unasked: readonly number[],
  ) =>
    [true, false].map((wanted) =>
      answer([{ kind, slot: 2, masks, wanted }], ({ person: { words } }) => {
        words[2] = slot.base + code;
        words.set(chosen, slot.chosen);
        words.set(unasked, slot.unasked);
      }),
    );

  test.each<[string, number, readonly number[], readonly number[], Verdict3, Verdict3]>([
    ["none of them", KNOWN, [0b1100, 0b1011], [0, 0], FALSE, FALSE],
    ["one of the first word", KNOWN, [0b10, 0], [0, 0], TRUE, FALSE],
    ["one of the second word", KNOWN, [0, 0b100], [0, 0], TRUE, FALSE],
    ["all of them and others", KNOWN, [0b111, 0b101], [0, 0], TRUE, TRUE],
    ["none, and others were not asked about", INCOMPLETE, [0, 0], [0b100, 0b1], FALSE, FALSE],
    ["none, one was not asked about", INCOMPLETE, [0, 0], [0, 0b100], UNKNOWN, FALSE],
    ["one, the rest was not asked about", INCOMPLETE, [0b1, 0], [0b10, 0b100], TRUE, UNKNOWN],
    ["two, the third was not asked about", INCOMPLETE, [0b11, 0], [0, 0b100], TRUE, UNKNOWN],
    ["one, one was asked about and not chosen", INCOMPLETE, [0b1, 0], [0, 0b100], TRUE, FALSE],
    ["one was not asked about, another was not chosen", INCOMPLETE, [0, 0], [0b1, 0], UNKNOWN, FALSE],
  ])("%s", (_, code, chosen, unasked, some, all) => {
    expect(said("overlap", code, chosen, unasked)).toEqual([some, 2 - some]);
    expect(said("inclusion", code, chosen, unasked)).toEqual([all, 2 - all]);
  });

  test("of an unknown set every test is open, in either polarity; not even that of an optional one", () => {
    for (const kind of ["overlap", "inclusion"] as const) {
      expect(said(kind, PLAIN, [0, 0], [-1, -1])).toEqual([UNKNOWN, UNKNOWN]);
      expect(said(kind, STALE, [-1, -1], [0, 0])).toEqual([UNKNOWN, UNKNOWN]);
      const optional = slotAt(layout, 3);
      const node: Node = { kind, slot: 3, masks, wanted: false };
      expect(answer([node], ({ person }) => (person.words[3] = optional.base + PLAIN))).toBe(FALSE);
    }
  });
});

describe("an earlier decision", () => {
  test.each<[string, readonly number[], number, readonly [number, number], Verdict3]>([
    ["it ended inside, nothing else is open", [2, 35], 35, [0, 0], TRUE],
    ["it ended outside, nothing else is open", [2, 35], 34, [0, 0], FALSE],
    ["it ended inside, another inside is open", [2, 35], 35, [0b100, 0], TRUE],
    ["it ended inside, one outside is open", [2, 35], 35, [0b1000, 0], UNKNOWN],
    ["it ended outside, one inside is open", [2, 35], 36, [0b100, 0], UNKNOWN],
    ["it ended outside, one inside of the second word is open", [2, 35], 36, [0, 0b1000], UNKNOWN],
    ["it ended outside, others outside are open", [2, 35], 36, [0b1000, 0b1], FALSE],
  ])("what is possible: %s", (_, among, end, open, expected) => {
    const node: Node = { kind: "outcomes", decision: 0, among };
    const said = answer([node], (run) => {
      run.end[0] = end;
      run.open[0]?.set(open);
    });
    expect(said).toBe(expected);
  });

  test.each<[number, Verdict3]>([
    [-2, TRUE],
    [-1, FALSE],
    [0, FALSE],
    [2, TRUE],
  ])("its state %d among two others", (state, expected) => {
    const node: Node = { kind: "states", decision: 1, among: [-2, 2] };
    expect(answer([node], (run) => (run.state[1] = state))).toBe(expected);
  });
});

test("what stands in several places answers once in a run; everything else keeps nothing", () => {
  const leaf: Node = { kind: "rows", slot: 0, verdicts: [UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, FALSE, TRUE] };
  const nodes: readonly Node[] = [
    leaf,
    constant(UNKNOWN),
    { kind: "any", children: [0, 1] },
    { kind: "all", children: [0, 2] },
    { kind: "atLeast", count: 2, children: [0, 2, 3] },
  ];
  const plan = planOfNodes(nodes);
  const run = newRun(plan);
  run.person = newWords(layout);
  run.person.words[0] = KNOWN;
  run.number = 5;
  const code = codeAt(lazyCodes(plan)(), 4);
  expect(code(run)).toBe(FALSE);
  // Only the group that two others have remembers: the number of the run, and unknown.
  expect([...run.verdicts]).toEqual([0, 0, (5 << 2) | UNKNOWN, 0, 0]);
  // In the same run it is not asked again, in the next one it is.
  run.verdicts[2] = (5 << 2) | TRUE;
  expect(code(run)).toBe(FALSE);
  run.person.words[0] = KNOWN + 1;
  expect(code(run)).toBe(TRUE);
  run.number = 6;
  expect(code(run)).toBe(TRUE);
  expect(run.verdicts[2]).toBe((6 << 2) | TRUE);
});

test("closures are made once, when they are first asked for", () => {
  const codes = lazyCodes(planOfNodes([constant(TRUE)]));
  expect(codes()).toBe(codes());
  expect(() => codeAt(codes(), 1)).toThrow(new RangeError("no node 1"));
});

test("an open verdict rests on the open leaves under open nodes, each visited once in a collection", () => {
  const open = (slot: number): Node => ({ kind: "rows", slot, verdicts: [UNKNOWN] });
  const nodes: readonly Node[] = [
    open(0),
    open(1),
    { kind: "overlap", slot: 2, masks: [{ word: 0, bits: 1 }], wanted: true },
    constant(TRUE),
    { kind: "any", children: [1, 3] },
    { kind: "all", children: [0, 4] },
    { kind: "outcomes", decision: 1, among: [0] },
    { kind: "states", decision: 1, among: [0] },
    { kind: "any", children: [5, 6, 7] },
  ];
  const plan = planOfNodes(nodes);
  const rests = restsOf(plan, lazyCodes(plan));
  const run = newRun(plan);
  run.person = newWords(layout);
  run.number = 1;
  run.collection = 1;
  // The decision ended outside, with the first outcome open, which rests on the fourth fact.
  run.end[1] = 2;
  run.open[1]?.fill(1);
  run.missing[1]?.fill(0b1000);
  const of = (node: number): number => {
    const into = new Int32Array(1);
    rests(run, node, into);
    return into[0] ?? 0;
  };
  expect(of(8)).toBe(0b1001);
  // All of it was visited already.
  expect(of(8)).toBe(0);
  expect(of(0)).toBe(0);
  run.collection = 2;
  expect(of(2)).toBe(0b100);
  expect(of(1)).toBe(0b10);
  expect(of(3)).toBe(0);
  expect(of(99)).toBe(0);
});
