// What the question of a proof of equivalence asks, by hand: of which criteria, decisions and facts, and in which words.
import { describe, expect, test } from "vitest";
import { criterion, many, one, tiny } from "../../test/tiny.ts";
import type { Condition } from "../model/condition.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { differs, type Formula } from "../question/index.ts";
import { noticeQuestion, sameRemarks } from "./notice-question.ts";

const text = { fr: "t", en: "t" };
const young: Condition = { fact: "age", operator: "lessThan", value: 18 };
const old: Condition = { fact: "age", operator: "greaterThan", value: 64 };
const kindA: Condition = { fact: "kind", operator: "equal", value: "a" };
const danger: Condition = { fact: "danger", operator: "equal", value: true };
const off = (made: Readonly<Record<string, unknown>>) => ({ ...made, enabled: false });
const rules = (...criteria: readonly unknown[]): RuleSet => tiny({ criteria });

function parts(base: RuleSet, head: RuleSet): readonly Formula[] {
  const { worlds, ask } = noticeQuestion(base, head);
  expect(worlds).toEqual([base, head].map((ruleSet) => ({ ruleSet, person: { kind: "same" } })));
  if (!("any" in ask)) throw new Error("any of several");
  return ask.any;
}

const never: Formula = { any: [] };
const either = (a: Formula, b: Formula): Formula => ({
  any: [{ all: [a, { not: b }] }, { all: [b, { not: a }] }],
});
const isTrue = (world: number, of: Condition): Formula => ({ world, verdict: "true", of });
const unknown = (world: number, of: Condition): Formula => ({ world, verdict: "unknown", of });
/** The decision rests on an unknown criterion, and the walk is not stopped by a true one. */
const rests = (resting: readonly Formula[], stops: readonly Formula[]): Formula => ({
  all: [{ any: resting }, { not: { any: stops } }],
});
const d = (ruleSet: RuleSet): Formula => {
  const [decision] = ruleSet.decisions;
  if (!decision) throw new Error("no decision");
  return differs(decision);
};

test("nothing is asked of two that are the same", () => {
  const same = rules(criterion("A", young, "stop"));
  expect(parts(same, same)).toEqual([]);
});

test("of a changed criterion: whether it is true, how its decision stands, which of its facts are asked for", () => {
  const [base, head] = [rules(criterion("A", young, "stop")), rules(criterion("A", old, "stop"))];
  expect(parts(base, head)).toEqual([
    either(isTrue(0, young), isTrue(1, old)),
    d(base),
    either(
      { any: [rests([unknown(0, young)], [isTrue(0, young)])] },
      { any: [rests([unknown(1, old)], [isTrue(1, old)])] },
    ),
  ]);
});

test("a criterion that is switched off is never true, and rests on nothing", () => {
  const [base, head] = [rules(criterion("A", young, "stop")), rules(off(criterion("A", young, "stop")))];
  const asked = { any: [rests([unknown(0, young)], [isTrue(0, young)])] };
  expect(parts(base, head)).toEqual([either(isTrue(0, young), never), d(base), either(asked, never)]);
  expect(parts(head, base)).toEqual([
    either(never, isTrue(1, young)),
    d(base),
    either(never, { any: [rests([unknown(1, young)], [isTrue(1, young)])] }),
  ]);
});

test("facts that only the other rule set reads are asked about too", () => {
  const [base, head] = [rules(criterion("A", young, "stop")), rules(criterion("A", kindA, "stop"))];
  expect(parts(base, head).slice(2)).toEqual([
    either({ any: [rests([unknown(0, young)], [isTrue(0, young)])] }, never),
    either(never, { any: [rests([unknown(1, kindA)], [isTrue(1, kindA)])] }),
  ]);
});

test("the walk is stopped by true criteria of its own outcome and of those before it, and not after", () => {
  const made = (when: Condition) =>
    rules(
      criterion("GO", kindA, "go"),
      criterion("STOP", danger, "stop"),
      criterion("CARE", when, "care"),
      criterion("CARE-TOO", kindA, "care"),
    );
  const [base, head] = [made(young), made(old)];
  const asked = (world: number, when: Condition): Formula => ({
    any: [rests([unknown(world, when)], [isTrue(world, danger), isTrue(world, when), isTrue(world, kindA)])],
  });
  const [fires, differing, ...facts] = parts(base, head);
  expect([fires, differing]).toEqual([either(isTrue(0, young), isTrue(1, old)), d(base)]);
  // In the order of the vocabulary: danger, age, kind.
  expect(facts).toHaveLength(3);
  expect(facts[1]).toEqual(either(asked(0, young), asked(1, old)));
  // The kind is asked for by two outcomes.
  expect(facts[2]).toEqual(
    either(
      ...(([0, 1] as const).map((world): Formula => {
        const own = [young, old][world] ?? young;
        const care = [isTrue(world, danger), isTrue(world, own), isTrue(world, kindA)];
        return {
          any: [
            rests([unknown(world, kindA)], care),
            rests([unknown(world, kindA)], [...care, isTrue(world, kindA)]),
          ],
        };
      }) as [Formula, Formula]),
    ),
  );
});

test("an outcome of a decision of several asks while it is undetermined", () => {
  const made = (when: Condition) =>
    rules(criterion("T", when, "tell", "m"), criterion("T2", kindA, "tell", "m"));
  const [base, head] = [made(young), made(old)];
  const undetermined = (world: number, when: Condition): Formula => ({
    any: [
      {
        all: [{ world, decision: "m", outcome: "tell", is: "undetermined" }, { any: [unknown(world, when)] }],
      },
    ],
  });
  const [m] = base.decisions.slice(1);
  expect(parts(base, head)).toEqual([
    either(isTrue(0, young), isTrue(1, old)),
    m && differs(m),
    either(undetermined(0, young), undetermined(1, old)),
    either(undetermined(0, kindA), undetermined(1, kindA)),
  ]);
});

describe("an unknown leaf counts with nothing but unknown nodes above it", () => {
  /** What the first world's question says of the age, for a criterion with this condition. */
  const ofAge = (when: Condition, conditions: readonly unknown[] = []): Formula => {
    const base = tiny({ conditions, criteria: [criterion("A", when, "stop")] });
    const head = tiny({ conditions, criteria: [off(criterion("A", when, "stop"))] });
    const asked = parts(base, head).slice(2);
    const ages = base.facts.filter((f) => JSON.stringify(asked).includes(`"fact":"${f.id}"`));
    expect(ages.map((f) => f.id)).toContain("age");
    const [mine] = asked.filter((f) => JSON.stringify(f).includes('"verdict":"unknown"'));
    const found = mine && "any" in mine && mine.any[0] && "all" in mine.any[0] && mine.any[0].all[0];
    if (!found || !("any" in found) || !found.any[0] || !("all" in found.any[0]))
      throw new Error("not asked for");
    const [resting] = found.any[0].all;
    if (!resting || !("any" in resting) || !resting.any[0]) throw new Error("rests on nothing");
    return resting.any[0];
  };

  test.each<readonly [Condition, Formula]>([
    [young, unknown(0, young)],
    [{ not: young }, unknown(0, { not: young })],
    [{ not: { not: young } }, unknown(0, young)],
    [{ all: [young] }, { all: [unknown(0, { all: [young] }), { any: [unknown(0, young)] }] }],
    [
      { any: [young, old] },
      { all: [unknown(0, { any: [young, old] }), { any: [unknown(0, young), unknown(0, old)] }] },
    ],
    [
      { not: { all: [young, old] } },
      {
        all: [
          unknown(0, { not: { all: [young, old] } }),
          { any: [unknown(0, { not: young }), unknown(0, { not: old })] },
        ],
      },
    ],
    [
      { atLeast: { count: 1, of: [{ always: true }, young] } },
      {
        all: [
          unknown(0, { atLeast: { count: 1, of: [{ always: true }, young] } }),
          { any: [unknown(0, young)] },
        ],
      },
    ],
    [
      { any: [{ all: [{ always: true }] }, { all: [young] }] },
      {
        all: [
          unknown(0, { any: [{ all: [{ always: true }] }, { all: [young] }] }),
          { any: [{ all: [unknown(0, { all: [young] }), { any: [unknown(0, young)] }] }] },
        ],
      },
    ],
  ])("%j", (when, formula) => {
    expect(ofAge(when)).toEqual(formula);
  });

  test("a named condition is read where it is named", () => {
    const minor = { id: "minor", label: text, when: { any: [young, old] } };
    const any: Condition = { any: [young, old] };
    expect(ofAge({ condition: "minor" }, [minor])).toEqual({
      all: [unknown(0, any), { any: [unknown(0, young), unknown(0, old)] }],
    });
    expect(ofAge({ not: { condition: "minor" } }, [minor])).toEqual({
      all: [unknown(0, { not: any }), { any: [unknown(0, { not: young }), unknown(0, { not: old })] }],
    });
  });

  test("leaves on decisions ask for nothing of their own", () => {
    const when: Condition = { any: [{ decision: "d", operator: "equal", value: "go" }, young] };
    const base = rules(criterion("T", when, "tell", "m"));
    const head = rules(off(criterion("T", when, "tell", "m")));
    const undetermined: Formula = { world: 0, decision: "m", outcome: "tell", is: "undetermined" };
    expect(parts(base, head).slice(2)).toEqual([
      either(
        {
          any: [
            { all: [undetermined, { any: [{ all: [unknown(0, when), { any: [unknown(0, young)] }] }] }] },
          ],
        },
        never,
      ),
    ]);
  });
});

describe("what a change touches", () => {
  const parameter = (value: number) => [{ id: "limit", label: text, value, rationale: text, sources: [] }];
  const named = (when: Condition) => [
    { id: "named", label: text, when },
    { id: "outer", label: text, when: { condition: "named" } },
  ];
  const limited: Condition = { fact: "dose", operator: "lessThan", value: { parameter: "limit" } };
  const waiting = { ...many, withheldWhileSafetyUnknown: true };
  const reading: Condition = { decision: "d", operator: "equal", value: "go" };
  const criteria = [
    criterion("AGE", young, "stop"),
    criterion("KIND", kindA, "care"),
    criterion("DOSE", limited, "go"),
    criterion("NAMED", { not: { condition: "outer" } }, "go"),
    criterion("READS", reading, "tell", "m"),
    criterion("APART", danger, "halt", "m"),
  ];
  const base = {
    parameters: parameter(5),
    conditions: named({ fact: "wish", operator: "isKnown" }),
    criteria,
  };
  /** The criteria that are compared, then the decisions. */
  const touched = (change: Readonly<Record<string, unknown>>): readonly unknown[] => {
    const [before, after] = [tiny(base), tiny({ ...base, ...change })];
    const asked = parts(before, after);
    const ids = before.criteria.filter((c) =>
      asked.some((f) =>
        JSON.stringify(f).startsWith(JSON.stringify({ any: [{ all: [isTrue(0, c.when)] }] }).slice(0, -4)),
      ),
    );
    const decisions = before.decisions.filter((decision) =>
      asked.some((f) => JSON.stringify(f) === JSON.stringify(differs(decision))),
    );
    return [...ids.map((c) => c.id), ...decisions.map((x) => x.id)];
  };
  const facts = (id: string, change: Readonly<Record<string, unknown>>) => ({
    facts: tiny().facts.map((f) => (f.id === id ? { ...f, ...change } : f)),
  });

  test("a criterion itself, and what reads its decision", () => {
    const changed = criteria.map((c) => (c["id"] === "KIND" ? { ...c, when: { not: kindA } } : c));
    expect(touched({ criteria: changed })).toEqual(["KIND", "READS", "d", "m"]);
    const last = criteria.map((c) => (c["id"] === "APART" ? { ...c, when: { not: danger } } : c));
    expect(touched({ criteria: last })).toEqual(["APART", "m"]);
  });

  test("whoever reads a changed fact", () => {
    expect(touched(facts("age", { whenUnknown: "ignore" }))).toEqual(["AGE", "READS", "d", "m"]);
    expect(touched(facts("danger", { validFor: "P1D" }))).toEqual(["APART", "m"]);
    expect(touched(facts("since", { whenUnknown: "ignore" }))).toEqual([]);
  });

  test("whoever reads a changed parameter", () => {
    expect(touched({ parameters: parameter(6) })).toEqual(["DOSE", "READS", "d", "m"]);
  });

  test("whoever names a changed condition, through another one too", () => {
    const changed = { conditions: named({ not: { fact: "wish", operator: "isKnown" } }) };
    expect(touched(changed)).toEqual(["NAMED", "READS", "d", "m"]);
    expect(touched(facts("wish", { whenUnknown: "block" }))).toEqual(["NAMED", "READS", "d", "m"]);
  });

  test("a decision whose outcomes changed places, and what reads it", () => {
    const [stop, care, ...rest] = one.outcomes;
    const turned = { ...one, outcomes: [care, stop, ...rest] };
    expect(touched({ decisions: [turned, many] })).toEqual(["READS", "d", "m"]);
  });

  test("what is kept back while an earlier decision waits for safety facts", () => {
    const without = criteria.filter((c) => c["id"] !== "READS");
    const changed = without.map((c) => (c["id"] === "KIND" ? { ...c, when: { not: kindA } } : c));
    const ask = (decisions: readonly unknown[]) => {
      const [before, after] = [without, changed].map((list) => tiny({ ...base, decisions, criteria: list }));
      if (!before || !after) throw new Error("two rule sets");
      const asked = JSON.stringify(parts(before, after));
      return before.decisions.filter((x) => asked.includes(JSON.stringify(differs(x)))).map((x) => x.id);
    };
    expect(ask([one, many])).toEqual(["d"]);
    expect(ask([one, waiting])).toEqual(["d", "m"]);
    // An earlier one, not a later one.
    expect(ask([waiting, one])).toEqual(["d"]);
  });
});

describe("the same remarks", () => {
  const base = rules(criterion("A", { any: [young, { fact: "score", operator: "isKnown" }] }, "stop"));
  const facts = (id: string, whenUnknown: unknown) =>
    ({
      ...base,
      facts: base.facts.map((f) => (f.id === id ? { ...f, whenUnknown } : f)),
    }) as RuleSet;
  test.each<readonly [string, RuleSet, boolean]>([
    ["itself", base, true],
    ["a fact that is read is ignored while unknown, and was not", facts("age", "ignore"), false],
    ["a fact that is read was ignored, and is not", facts("score", "block"), false],
    ["a fact that nobody reads is ignored", facts("kind", "ignore"), true],
    ["a fact is assumed, read or not", facts("danger", { assume: false }), false],
    ["a fact was assumed, and is not", facts("wish", "block"), false],
    ["a fact is assumed to be something else", facts("wish", { assume: true }), true],
    ["an ignored fact is no longer read", rules(criterion("A", young, "stop")), false],
  ])("%s: %s", (_, head, same) => {
    expect(sameRemarks(base, head)).toBe(same);
  });
});
