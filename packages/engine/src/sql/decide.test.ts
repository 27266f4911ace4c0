// Decisions in a query: from verdicts of criteria to states, as text derived by hand.
import { describe, expect, test } from "vitest";
import { criterion, fact, many, one, tiny } from "../../test/tiny.ts";
import type { Condition, Criterion, Decision, Fact } from "../model/index.ts";
import { groundOf, type Ground, type Made } from "./condition.ts";
import { decideMany, decideOne, judgeCriteria, type JudgedCriterion } from "./decide.ts";
import { dialects, type SqlDialect } from "./dialect.ts";
import { raw } from "./expression.ts";
import { Unqueryable } from "./unqueryable.ts";

/** What is defined stands in square brackets. */
function ground(dialect: SqlDialect = "postgres", made: ReadonlyMap<string, Made> = new Map()): Ground {
  const named = (id: string, safety: boolean) => ({
    fact: fact(id, "boolean", { safety }) as unknown as Fact,
    code: raw("c"),
    isKnown: raw("k"),
    value: raw(id),
    members: new Map(),
  });
  return {
    ...groundOf(tiny(), {
      dialect: dialects[dialect],
      definitions: { define: (value) => raw(`[${value.text}]`), query: () => "" },
      facts: new Map([
        ["p", named("p", false)],
        ["s", named("s", true)],
      ]),
    }),
    made: new Map(made),
  };
}
const judgedAs = (outcome: string, verdict: string, safety?: string): JudgedCriterion => ({
  criterion: criterion(verdict, { always: true }, outcome) as unknown as Criterion,
  verdict: raw(verdict),
  safety: safety === undefined ? undefined : raw(safety),
});
const [decision, several] = [one, many] as unknown as [Decision, Decision];

test("criteria are judged as they stand: the verdict defined, what rests on safety not", () => {
  const leaf = (id: string): Condition => ({ fact: id, operator: "equal", value: true });
  const criteria = [
    criterion("P", { not: leaf("p") }, "go"),
    criterion("S", leaf("s"), "stop"),
  ] as unknown as Criterion[];
  expect(judgeCriteria(criteria, ground())).toEqual([
    { criterion: criteria[0], verdict: raw("[(NOT p)]"), safety: undefined },
    { criterion: criteria[1], verdict: raw("[s]"), safety: raw("(s IS NULL)") },
  ]);
});

describe("a `one` decision", () => {
  const decide = (...judged: readonly JudgedCriterion[]) => {
    const { state, safety, possible } = decideOne(decision, judged, ground());
    return {
      state: state.text,
      safety: safety?.text,
      possible: [...possible].map(([id, p]) => [id, p.text]),
    };
  };

  test("without criteria is always the outcome by default", () => {
    expect(decide()).toEqual({
      state:
        "[CASE WHEN FALSE THEN '@undetermined' WHEN [4] = 0 THEN 'stop' WHEN [4] = 1 THEN 'care'" +
        " WHEN [4] = 2 THEN 'go' WHEN [4] = 3 THEN 'rest' ELSE 'rest' END]",
      safety: undefined,
      possible: [
        ["stop", "[([4] = 0)]"],
        ["care", "[([4] = 1)]"],
        ["go", "[([4] = 2)]"],
        ["rest", "[([4] = 3 OR [4] = 4)]"],
      ],
    });
  });

  test("walks to the first outcome with a true criterion; what is unknown before it leaves it open", () => {
    const place = "[CASE WHEN ((a IS TRUE) OR (b IS TRUE)) THEN 0 WHEN ((g IS TRUE)) THEN 2 ELSE 4 END]";
    const openStop = `(${place} > 0 AND ((a IS NULL) OR (b IS NULL)))`;
    const openGo = `(${place} > 2 AND ((g IS NULL)))`;
    expect(decide(judgedAs("stop", "a"), judgedAs("go", "g"), judgedAs("stop", "b"))).toEqual({
      state:
        `[CASE WHEN (${openStop} OR ${openGo}) THEN '@undetermined' WHEN ${place} = 0 THEN 'stop'` +
        ` WHEN ${place} = 1 THEN 'care' WHEN ${place} = 2 THEN 'go' WHEN ${place} = 3 THEN 'rest' ELSE 'rest' END]`,
      safety: undefined,
      possible: [
        ["stop", `[(${place} = 0 OR ${openStop})]`],
        ["care", `[(${place} = 1)]`],
        ["go", `[(${place} = 2 OR ${openGo})]`],
        ["rest", `[(${place} = 3 OR ${place} = 4)]`],
      ],
    });
  });

  test("waits for safety when what leaves it open rests on a safety fact", () => {
    const place = "[CASE WHEN ((a IS TRUE)) THEN 0 WHEN ((g IS TRUE) OR (h IS TRUE)) THEN 2 ELSE 4 END]";
    const { state, safety } = decide(
      judgedAs("stop", "a", "wa"),
      judgedAs("go", "g"),
      judgedAs("go", "h", "wh"),
    );
    expect(safety).toBe(`[((${place} > 0 AND (wa)) OR (${place} > 2 AND (wh)))]`);
    expect(state.startsWith(`[CASE WHEN ${safety} THEN '@safety-unknown' WHEN ((${place} > 0 AND`)).toBe(
      true,
    );
    const { safety: first } = decide(judgedAs("stop", "a"), judgedAs("go", "g", "wg"));
    expect(first).toBe(
      "[(([CASE WHEN ((a IS TRUE)) THEN 0 WHEN ((g IS TRUE)) THEN 2 ELSE 4 END] > 2 AND (wg)))]",
    );
  });

  test("whose default is not one of its outcomes is refused", () => {
    expect(() => decideOne({ ...decision, otherwise: "none" }, [], ground())).toThrow(
      new Unqueryable("undeclared-outcome", "d"),
    );
  });

  test("may have its default anywhere among its outcomes", () => {
    const { state, possible } = decideOne({ ...decision, otherwise: "care" }, [], ground("clickhouse"));
    expect(state.text.endsWith("WHEN [4] = 3 THEN 'rest' ELSE 'care' END]")).toBe(true);
    expect(state.text.startsWith("[CASE WHEN 0 THEN '@undetermined' WHEN [4] = 0")).toBe(true);
    expect([...possible.values()].map((p) => p.text)).toEqual([
      "[([4] = 0)]",
      "[([4] = 1 OR [4] = 4)]",
      "[([4] = 2)]",
      "[([4] = 3)]",
    ]);
  });
});

describe("a `many` decision", () => {
  const waiting = new Map<string, Made>([
    ["d", { state: raw("x"), safety: raw("wd"), possible: new Map() }],
    ["e", { state: raw("y"), safety: undefined, possible: new Map() }],
    ["f", { state: raw("z"), safety: raw("wf"), possible: new Map() }],
  ]);
  const judged = [judgedAs("tell", "a"), judgedAs("halt", "h"), judgedAs("tell", "b", "wb")];
  const decide = (withheldWhileSafetyUnknown: boolean | undefined, made = waiting) =>
    [
      ...decideMany(
        { ...several, ...(withheldWhileSafetyUnknown === undefined ? {} : { withheldWhileSafetyUnknown }) },
        judged,
        ground("postgres", made),
      ),
    ].map(([id, state]) => [id, state.text]);
  const halt =
    "[CASE WHEN (h IS TRUE) THEN 'suggested' WHEN (h IS NULL) THEN 'undetermined' ELSE 'not-suggested' END]";
  const tell =
    "WHEN (a IS TRUE) THEN 'suggested' WHEN (b IS TRUE) THEN 'suggested'" +
    " WHEN (a IS NULL) THEN 'undetermined' WHEN (b IS NULL) THEN 'undetermined' ELSE 'not-suggested' END]";

  test("takes every outcome on its own: suggested before undetermined", () => {
    for (const withheld of [undefined, false])
      expect(decide(withheld)).toEqual([
        ["halt", halt],
        ["tell", `[CASE ${tell}`],
      ]);
  });

  test("keeps back all but what stops while an earlier decision waits for safety", () => {
    expect(decide(true)).toEqual([
      ["halt", halt],
      ["tell", `[CASE WHEN wd THEN 'withheld' WHEN wf THEN 'withheld' ${tell}`],
    ]);
    expect(decide(true, new Map())).toEqual([
      ["halt", halt],
      ["tell", `[CASE ${tell}`],
    ]);
  });

  test("does not suggest what no criterion speaks for", () => {
    const [, last] = [...decideMany(several, [], ground()).values()];
    expect(last?.text).toBe("['not-suggested']");
  });
});
