// Conditions in a query: joints in both polarities, what is defined, and what rests on a safety fact; text by hand.
import { describe, expect, test } from "vitest";
import { fact, members, tiny } from "../../test/tiny.ts";
import type { Condition, Fact, RuleSet } from "../model/index.ts";
import { groundOf, judge, type Ground, type Made } from "./condition.ts";
import { dialects, type SqlDialect } from "./dialect.ts";
import { raw } from "./expression.ts";
import type { FactReading } from "./person.ts";
import { Unqueryable } from "./unqueryable.ts";

const leaf = (id: string): Condition => ({ fact: id, operator: "equal", value: true });
const [p, q, s, t] = ["p", "q", "s", "t"].map(leaf) as [Condition, Condition, Condition, Condition];
/** Facts named like their values; `s` and `t` are safety facts. */
function factReading(id: string): FactReading {
  const made = fact(id, "boolean", { safety: id === "s" || id === "t", validFor: "P0D" }) as unknown as Fact;
  return { fact: made, code: raw("c"), isKnown: raw("k"), value: raw(id), members: new Map() };
}

interface Asked {
  readonly dialect?: SqlDialect;
  readonly negated?: boolean;
  readonly ruleSet?: Partial<RuleSet>;
  readonly made?: ReadonlyMap<string, Made>;
  readonly facts?: readonly FactReading[];
}
/** What is defined stands in square brackets. */
function ground({ dialect = "postgres", ruleSet = {}, made = new Map(), facts }: Asked = {}): Ground {
  const readings = facts ?? ["p", "q", "s", "t"].map(factReading);
  return {
    ...groundOf(
      { ...tiny(), ...ruleSet },
      {
        dialect: dialects[dialect],
        definitions: { define: (value) => raw(`[${value.text}]`), query: () => "" },
        facts: new Map(readings.map((r) => [r.fact.id, r])),
      },
    ),
    made: new Map(made),
  };
}
function texts(condition: Condition, asked: Asked = {}): readonly (string | undefined)[] {
  const { verdict, safety } = judge(condition, asked.negated ?? false, ground(asked));
  return [verdict.text, safety?.text];
}
function refusal(condition: Condition, asked: Asked = {}): readonly string[] {
  try {
    texts(condition, asked);
  } catch (error) {
    if (error instanceof Unqueryable) return [error.code, error.about];
    throw error;
  }
  return [];
}

describe("a verdict", () => {
  test.each<readonly [Condition, string, string]>([
    [{ always: true }, "TRUE", "FALSE"],
    [p, "p", "(NOT p)"],
    [{ not: p }, "(NOT p)", "p"],
    [{ not: { not: p } }, "p", "(NOT p)"],
    [{ all: [p, q] }, "(p AND q)", "((NOT p) OR (NOT q))"],
    [{ any: [p, q] }, "(p OR q)", "((NOT p) AND (NOT q))"],
    [{ all: [p, { any: [q, p] }] }, "(p AND (q OR p))", "((NOT p) OR ((NOT q) AND (NOT p)))"],
    [{ any: [p, { not: { all: [q, p] } }] }, "(p OR ((NOT q) OR (NOT p)))", "((NOT p) AND (q AND p))"],
  ])("%j", (condition, plain, negated) => {
    expect(texts(condition)).toEqual([plain, undefined]);
    expect(texts(condition, { negated: true })).toEqual([negated, undefined]);
  });

  test("at least so many, or under a not more than the rest", () => {
    const sum = (test: string, ...names: readonly string[]) =>
      names.map((name) => `CASE WHEN ${name} IS ${test} THEN 1 ELSE 0 END`).join(" + ");
    const two: Condition = { atLeast: { count: 2, of: [p, q, p] } };
    const three: Condition = { atLeast: { count: 3, of: [p, q, p] } };
    const [ps, nots] = [
      ["p", "q", "p"],
      ["(NOT p)", "(NOT q)", "(NOT p)"],
    ];
    const atLeast = (count: number, names: readonly string[] = []): string =>
      `CASE WHEN ${sum("TRUE", ...names)} >= ${count} THEN TRUE WHEN ${sum("NOT FALSE", ...names)} < ${count} THEN FALSE END`;
    expect(texts(two)[0]).toBe(atLeast(2, ps));
    expect(texts(two, { negated: true })[0]).toBe(atLeast(2, nots));
    expect(texts(three)[0]).toBe(atLeast(3, ps));
    expect(texts(three, { negated: true })[0]).toBe(atLeast(1, nots));
  });

  test("of a comparison with a parameter", () => {
    const dose: FactReading = {
      ...factReading("p"),
      fact: fact("dose", "decimal", { scale: 1 }) as unknown as Fact,
    };
    const when: Condition = { fact: "dose", operator: "lessThan", value: { parameter: "limit" } };
    expect(texts(when, { facts: [dose] })).toEqual(["(p < 10)", undefined]);
  });

  test("long pieces of a group are defined, short ones are read again", () => {
    const long = Array.from({ length: 20 }, () => p);
    const all = `(${long.map(() => "p").join(" AND ")})`;
    expect(all.length).toBe(20 + 19 * 5 + 2);
    expect(texts({ any: [{ all: long }, q] })[0]).toBe(`([${all}] OR q)`);
    // Up to a hundred characters are short: names of 18 characters in all, 16 times AND, and brackets.
    for (const [name, expected] of [
      ["pq", (text: string) => `(${text} OR q)`],
      ["pqr", (text: string) => `([${text}] OR q)`],
    ] as const) {
      const other = { ...factReading("p"), fact: fact("o", "boolean") as unknown as Fact, value: raw(name) };
      const inner = `(${[name, ...long.slice(4).map(() => "p")].join(" AND ")})`;
      expect(inner.length).toBe(98 + name.length);
      const facts = [factReading("p"), factReading("q"), other];
      expect(texts({ any: [{ all: [leaf("o"), ...long.slice(4)] }, q] }, { facts })[0]).toBe(expected(inner));
    }
  });
});

describe("what rests on a safety fact", () => {
  test("a leaf of one, while it is unknown", () => {
    expect(texts(s)).toEqual(["s", "(s IS NULL)"]);
    expect(texts({ not: s })).toEqual(["(NOT s)", "((NOT s) IS NULL)"]);
    expect(texts(s, { dialect: "clickhouse" })).toEqual([
      "CASE WHEN s IS NULL THEN 1 WHEN s = 1 THEN 2 ELSE 0 END",
      "(CASE WHEN s IS NULL THEN 1 WHEN s = 1 THEN 2 ELSE 0 END = 1)",
    ]);
  });

  test("a group that is unknown itself, on any member that does", () => {
    expect(texts({ all: [p, s] })).toEqual(["(p AND s)", "(((p AND s) IS NULL) AND ((s IS NULL)))"]);
    expect(texts({ any: [s, p, t] })).toEqual([
      "(s OR p OR t)",
      "(((s OR p OR t) IS NULL) AND ((s IS NULL) OR (t IS NULL)))",
    ]);
    expect(texts({ all: [p, { any: [q, s] }] })[1]).toBe(
      "(((p AND (q OR s)) IS NULL) AND ((((q OR s) IS NULL) AND ((s IS NULL)))))",
    );
    expect(texts({ all: [p, q] })[1]).toBeUndefined();
    expect(texts({ always: true })[1]).toBeUndefined();
  });
});

describe("named conditions", () => {
  const named = (id: string, when: Condition) => ({ id, label: { fr: "t", en: "t" }, when });
  const ruleSet = { conditions: [named("n", { all: [p, s] }), named("m", { not: { condition: "n" } })] };

  test("are defined, once in each polarity", () => {
    const shared = ground({ ruleSet });
    const first = judge({ condition: "n" }, false, shared);
    expect([first.verdict.text, first.safety?.text]).toEqual([
      "[(p AND s)]",
      "[(((p AND s) IS NULL) AND ((s IS NULL)))]",
    ]);
    expect(judge({ condition: "n" }, false, shared)).toBe(first);
    const negated = judge({ condition: "n" }, true, shared);
    expect(negated.verdict.text).toBe("[((NOT p) OR (NOT s))]");
    expect(judge({ not: { condition: "n" } }, false, shared)).toBe(negated);
    expect(texts({ condition: "m" }, { ruleSet })[0]).toBe("[[((NOT p) OR (NOT s))]]");
  });

  test("that rest on no safety fact have nothing to define of it", () => {
    expect(texts({ condition: "n" }, { ruleSet: { conditions: [named("n", p)] } })).toEqual([
      "[p]",
      undefined,
    ]);
  });

  test("in a circle are refused, twice beside one another are not", () => {
    const circle = {
      conditions: [named("x", { any: [p, { condition: "y" }] }), named("y", { condition: "x" })],
    };
    expect(refusal({ condition: "x" }, { ruleSet: circle })).toEqual(["circular-conditions", "x"]);
    expect(refusal({ condition: "y" }, { ruleSet: circle })).toEqual(["circular-conditions", "y"]);
    expect(texts({ all: [{ condition: "n" }, { condition: "n" }, { condition: "m" }] }, { ruleSet })[0]).toBe(
      "([(p AND s)] AND [(p AND s)] AND [[((NOT p) OR (NOT s))]])",
    );
  });
});

describe("leaves on decisions", () => {
  const possible = new Map(["stop", "care", "go"].map((id) => [id, raw(`p${id}`)]));
  const made = new Map<string, Made>([
    ["d", { state: raw("state"), safety: raw("waits"), possible }],
    ["e", { state: raw("other"), safety: undefined, possible }],
  ]);
  const asked = { made };

  test("an outcome: true when nothing else is possible, false when it is not", () => {
    const text =
      "CASE WHEN NOT (pcare OR pgo) THEN TRUE WHEN NOT (pstop) THEN FALSE ELSE CAST(NULL AS BOOLEAN) END";
    const negated = text.replace("TRUE", "X").replace("FALSE", "TRUE").replace("X", "FALSE");
    for (const when of [
      { decision: "d", operator: "equal", value: "stop" },
      { decision: "d", operator: "in", value: ["stop"] },
    ] as Condition[]) {
      expect(texts(when, asked)).toEqual([text, `((${text} IS NULL) AND waits)`]);
      expect(texts({ not: when }, asked)).toEqual([negated, `((${negated} IS NULL) AND waits)`]);
    }
    expect(texts({ decision: "e", operator: "equal", value: "stop" }, asked)).toEqual([text, undefined]);
  });

  test("several outcomes, or all of them", () => {
    expect(texts({ decision: "e", operator: "in", value: ["go", "stop"] }, asked)[0]).toBe(
      "CASE WHEN NOT (pcare) THEN TRUE WHEN NOT (pstop OR pgo) THEN FALSE ELSE CAST(NULL AS BOOLEAN) END",
    );
    expect(texts({ decision: "e", operator: "in", value: ["go", "care", "stop"] }, asked)[0]).toBe(
      "CASE WHEN NOT FALSE THEN TRUE WHEN NOT (pstop OR pcare OR pgo) THEN FALSE ELSE CAST(NULL AS BOOLEAN) END",
    );
  });

  test("a state is always settled, and rests on nothing", () => {
    const when: Condition = { decision: "d", state: ["stop", "@undetermined"] };
    expect(texts(when, asked)).toEqual([
      "CASE WHEN state IN ('stop', '@undetermined') THEN TRUE ELSE FALSE END",
      undefined,
    ]);
    expect(texts({ not: when }, asked)).toEqual([
      "CASE WHEN state IN ('stop', '@undetermined') THEN FALSE ELSE TRUE END",
      undefined,
    ]);
    expect(texts(when, { made, dialect: "clickhouse" })[0]).toBe(
      "CASE WHEN state IN ('stop', '@undetermined') THEN 2 ELSE 0 END",
    );
  });

  test("of a decision that is not made yet, or of an outcome it does not have, are refused", () => {
    expect(refusal({ decision: "x", operator: "equal", value: "stop" }, asked)).toEqual([
      "unavailable-decision",
      "x",
    ]);
    expect(refusal({ decision: "x", state: ["stop"] }, asked)).toEqual(["unavailable-decision", "x"]);
    expect(refusal({ decision: "d", operator: "in", value: ["stop", "z"] }, asked)).toEqual([
      "undeclared-outcome",
      "z",
    ]);
  });
});

test("what is not declared is refused", () => {
  expect(refusal(leaf("nobody"))).toEqual(["undeclared-fact", "nobody"]);
  expect(refusal({ condition: "nobody" })).toEqual(["undeclared-condition", "nobody"]);
  const kind = { ...factReading("p"), fact: fact("p", "enum", { values: members }) as unknown as Fact };
  expect(refusal({ fact: "p", operator: "equal", value: { parameter: "none" } }, { facts: [kind] })).toEqual([
    "undeclared-parameter",
    "none",
  ]);
});
