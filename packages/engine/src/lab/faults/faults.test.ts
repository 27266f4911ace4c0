// Seeded faults: one place each, well typed, and only where an answer may rest on it.
import { describe, expect, test } from "vitest";
import { freshSeed } from "../../../test/arbitraries.ts";
import { someProgram } from "../../../test/lab.ts";
import { programs } from "../../../test/reference-programs.ts";
import { criterion, fact, members, one, tiny } from "../../../test/tiny.ts";
import { check } from "../../check/index.ts";
import type { Condition } from "../../model/condition.ts";
import type { Path } from "../../model/diagnostic.ts";
import { faultKinds, faultSchema, type Fault } from "../../model/lab.ts";
import { parseRuleSet } from "../../model/parse.ts";
import type { RuleSet } from "../../model/rule-set.ts";
import { applyFault, valueAt } from "../apply-fault.ts";
import { seededFaults, type SeededFault } from "./index.ts";

const seed = Number(process.env["SEED"] ?? freshSeed());

// Most of a faulty document is the original's own.
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The deepest place below which two documents differ, and nothing beside it does; undefined when they are the same. */
function differingPlace(a: unknown, b: unknown, at: Path = []): Path | undefined {
  if (isSame(a, b)) return undefined;
  const both = [a, b].map((v) => (typeof v === "object" && v !== null ? v : undefined));
  const [left, right] = both;
  if (!left || !right || Array.isArray(left) !== Array.isArray(right)) return at;
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const apart = keys.filter((k) => !isSame(valueAt(left, [k]), valueAt(right, [k])));
  const [only] = apart;
  if (apart.length !== 1 || only === undefined) return at;
  const step = Array.isArray(left) ? Number(only) : only;
  return differingPlace(valueAt(left, [step]), valueAt(right, [step]), [...at, step]);
}

/** Whether the fault is the one difference between the two, at its place. */
function isOnePlace(base: RuleSet, { fault, ruleSet }: SeededFault): boolean {
  const place = differingPlace(base, ruleSet);
  const upTo = (path: Path): Path => (fault.after === null ? path.slice(0, -1) : path);
  const within = (outer: Path, inner: Path): boolean => outer.every((step, i) => step === inner[i]);
  return place !== undefined && within(upTo(fault.at), place);
}

describe.each([
  ...programs,
  ...Array.from({ length: 8 }, (_, i) => ({
    program: `SEED=${seed + i}`,
    ruleSet: someProgram(seed + i, 0).ruleSet,
  })),
])("$program", ({ ruleSet }) => {
  const faults = seededFaults(ruleSet);

  test("each differs from the original in exactly one place, the one it names", () => {
    expect(faults.filter((f) => !isOnePlace(ruleSet, f)).map((f) => f.fault.id)).toEqual([]);
    for (const { fault } of faults) {
      const was = valueAt(ruleSet, fault.at);
      const before = fault.kind === "precedence" ? (was as { id: string }[]).map((o) => o.id) : was;
      expect(before, fault.id).toEqual(fault.before);
    }
  });

  test("each is well typed, a fault by its shape, and has an id of its own", () => {
    for (const [i, { fault, ruleSet: faulty }] of faults.entries()) {
      expect(faultSchema.safeParse(JSON.parse(JSON.stringify(fault))).success, fault.id).toBe(true);
      // Every fault of the small ones, and a different sample of the large ones each time.
      if (faults.length > 150 && (i + seed) % 5 !== 0) continue;
      expect(parseRuleSet(JSON.parse(JSON.stringify(faulty))), fault.id).toMatchObject({ ok: true });
    }
    expect(new Set(faults.map((f) => f.fault.id)).size).toBe(faults.length);
  });

  test("each is made again from its description alone", () => {
    for (const { fault, ruleSet: faulty } of faults) {
      const stored = JSON.parse(JSON.stringify(fault)) as Fault;
      expect(applyFault(ruleSet, stored), fault.id).toEqual(faulty);
    }
  });
});

test("the reference programs have faults of every kind, and none breaks a law of the vocabulary", () => {
  const all = programs.flatMap(({ ruleSet }) => seededFaults(ruleSet));
  expect(new Set(all.map((f) => f.fault.kind))).toEqual(new Set(faultKinds));
  const ofFacts = all.filter((f) => f.fault.at[0] === "facts");
  const broken = ofFacts.flatMap(({ fault, ruleSet }) =>
    check(ruleSet)
      .filter((d) => d.code.startsWith("safety-"))
      .map((d) => [fault.id, d.code]),
  );
  expect(broken).toEqual([]);
});

test("a change in two places is not taken for one (control)", () => {
  const [first] = seededFaults(tiny({ criteria: [criterion("K", { always: true }, "go")] }));
  if (!first) throw new Error("no fault");
  const base = tiny({ criteria: [criterion("K", { always: true }, "go")] });
  expect(isOnePlace(base, first)).toBe(true);
  expect(isOnePlace(base, { ...first, ruleSet: { ...first.ruleSet, program: "other" } })).toBe(false);
});

const leaf = (name: string, operator: string, value?: unknown): Condition =>
  ({ fact: name, operator, ...(value === undefined ? {} : { value }) }) as Condition;

function of(when: Condition, kind: Fault["kind"], rest: Record<string, unknown> = {}): readonly unknown[] {
  const ruleSet = tiny({ criteria: [criterion("K", when, "go")], ...rest });
  return seededFaults(ruleSet)
    .filter((f) => f.fault.kind === kind)
    .map((f) => f.fault.after);
}

describe("what each kind changes", () => {
  test("thresholds move by the finest step of the fact, and never out of its range", () => {
    expect(of(leaf("age", "lessThan", 18), "threshold")).toEqual([17, 19]);
    expect(of(leaf("age", "equal", 0), "threshold")).toEqual([1]);
    expect(of(leaf("dose", "greaterThan", 0.3), "threshold")).toEqual([0.2, 0.4]);
    expect(of(leaf("since", "lessThan", "2024-03-01"), "threshold")).toEqual(["2024-02-29", "2024-03-02"]);
    expect(
      of(leaf("dose", "lessThan", { parameter: "limit" }), "threshold", {
        parameters: [
          {
            id: "limit",
            label: { fr: "a", en: "a" },
            value: 1,
            rationale: { fr: "a", en: "a" },
            sources: [],
          },
        ],
      }),
    ).toEqual([0.9, 1.1]);
  });

  test("a parameter nobody reads is left alone", () => {
    expect(of(leaf("age", "lessThan", 18), "threshold")).toHaveLength(2);
  });

  test("at least so many: one fewer, one more, as far as there are members", () => {
    const three = [leaf("danger", "equal", true), leaf("kind", "equal", "a"), leaf("age", "isKnown")];
    expect(of({ atLeast: { count: 2, of: three } }, "threshold")).toEqual([1, 3]);
    expect(of({ atLeast: { count: 3, of: three } }, "threshold")).toEqual([2]);
  });

  test("operators: the boundary on the wrong side and the opposite; no change that says the same", () => {
    expect(of(leaf("age", "lessThan", 18), "operator")).toEqual([
      "lessThanInclusive",
      "greaterThanInclusive",
    ]);
    expect(of(leaf("traits", "containsAny", ["a"]), "operator")).toEqual(["containsNone"]);
    expect(of(leaf("traits", "containsAny", ["a", "b"]), "operator")).toEqual([
      "containsNone",
      "containsAll",
    ]);
    expect(of(leaf("danger", "equal", true), "operator")).toEqual([false]);
    expect(of({ not: leaf("danger", "equal", true) }, "operator")).toEqual([
      leaf("danger", "equal", true),
      false,
    ]);
    // isUnknown has no place in a `one` decision, so it is not seeded there.
    expect(of(leaf("age", "isKnown"), "operator")).toEqual([]);
  });

  test("all for any, and dropped members, only in groups of several", () => {
    const two = [leaf("danger", "equal", true), leaf("kind", "in", ["a", "b"])];
    expect(of({ all: two }, "all-any")).toEqual([{ any: two }]);
    expect(of({ any: two.slice(0, 1) }, "all-any")).toEqual([]);
    expect(of({ any: two }, "dropped-condition")).toEqual([null, null, null, null]);
    expect(of({ any: two.slice(0, 1) }, "dropped-condition")).toEqual([]);
  });

  test("criteria are switched off, and speak for every other outcome of a `one` decision", () => {
    expect(of({ always: true }, "dropped-criterion")).toEqual([false]);
    expect(of({ always: true }, "re-aimed-criterion")).toEqual(["stop", "care", "rest"]);
    expect(of({ always: true }, "precedence")).toEqual([
      ["care", "stop", "go", "rest"],
      ["stop", "go", "care", "rest"],
      ["stop", "care", "rest", "go"],
    ]);
  });

  test("the vocabulary: only facts that are read, and never against the laws of safety facts", () => {
    const read = (id: string): Condition => leaf(id, "isKnown");
    expect(of(read("danger"), "when-unknown")).toEqual([]);
    expect(of(read("danger"), "safety")).toEqual([false]);
    expect(of(read("danger"), "valid-for")).toEqual(["P1D"]);
    expect(of(read("age"), "when-unknown")).toEqual(["ignore"]);
    expect(of(read("age"), "safety")).toEqual([]);
    expect(of(read("score"), "when-unknown")).toEqual(["block"]);
    expect(of(read("score"), "valid-for")).toEqual(["P13D", "P15D", null]);
    expect(of(read("wish"), "when-unknown")).toEqual(["block", "ignore", { assume: true }]);
    expect(of(read("traits"), "safety")).toEqual([true]);
  });

  test("parts of a total that is read count as read", () => {
    const facts = [
      fact("a", "integer", { range: { min: 0, max: 3 } }),
      fact("b", "integer", { range: { min: 0, max: 3 } }),
      fact("total", "integer", { range: { min: 0, max: 6 }, derive: { sum: ["a", "b"] } }),
      fact("other", "enum", { values: members }),
    ];
    const ruleSet = tiny({ facts, criteria: [criterion("K", leaf("total", "lessThan", 3), "go")] });
    const touched = seededFaults(ruleSet).flatMap(({ fault }) =>
      fault.kind === "when-unknown" ? [fault.at[1]] : [],
    );
    expect(touched).toEqual([0, 1, 2]);
  });

  test("what does not run is left alone: disabled criteria, conditions that nothing reaches", () => {
    const named = [{ id: "unused", label: { fr: "x", en: "x" }, when: leaf("age", "lessThan", 5) }];
    const ruleSet = tiny({
      decisions: [one],
      conditions: named,
      criteria: [{ ...criterion("K", leaf("age", "lessThan", 18), "go"), enabled: false }],
    });
    expect(new Set(seededFaults(ruleSet).map((f) => f.fault.kind))).toEqual(new Set(["precedence"]));
  });
});
