// Decisions in a query: from the verdicts of criteria to states.
import type { Criterion, Decision } from "../model/index.ts";
import { judge, type Ground, type Judged, type Made } from "./condition.ts";
import { firstOf, joined, sql, type Expr } from "./expression.ts";
import { Unqueryable } from "./unqueryable.ts";

/** What an enabled criterion says, defined. */
export interface JudgedCriterion extends Judged {
  readonly criterion: Criterion;
}

export function judgeCriteria(criteria: readonly Criterion[], ground: Ground): readonly JudgedCriterion[] {
  return criteria.map((criterion) => {
    const { verdict, safety } = judge(criterion.when, false, ground);
    return { criterion, verdict: ground.definitions.define(verdict), safety };
  });
}

/** Walks the outcomes from the most cautious one up to the first with a true criterion. */
export function decideOne(
  decision: Decision,
  judged: readonly JudgedCriterion[],
  { dialect, definitions }: Ground,
): Made {
  const { algebra, no, text } = dialect;
  const outcomes = decision.outcomes.map(({ id }) => judged.filter((j) => j.criterion.then.outcome === id));
  const otherwise = decision.outcomes.find((o) => o.id === decision.otherwise);
  if (!otherwise) throw new Unqueryable("undeclared-outcome", decision.id);
  const any = (of: readonly Expr[]): Expr => (of.length === 0 ? no : sql`(${joined(of, " OR ")})`);
  const beyond = outcomes.length;
  /** The place of the first outcome with a true criterion; one beyond the last when there is none. */
  const place = definitions.define(
    firstOf(
      outcomes.flatMap((own, i) =>
        own.length === 0 ? [] : [{ when: any(own.map((j) => algebra.isTrue(j.verdict))), then: sql`${i}` }],
      ),
      sql`${beyond}`,
    ),
  );
  const before = (own: readonly Expr[], i: number): Expr[] =>
    own.length === 0 ? [] : [sql`(${place} > ${i} AND ${any(own)})`];
  const open = outcomes.map((own, i) =>
    before(
      own.map((j) => algebra.isUnknown(j.verdict)),
      i,
    ),
  );
  const resting = outcomes.flatMap((own, i) =>
    before(
      own.flatMap((j) => (j.safety === undefined ? [] : [j.safety])),
      i,
    ),
  );
  const safety = resting.length === 0 ? undefined : definitions.define(any(resting));
  const state = firstOf(
    [
      ...(safety === undefined ? [] : [{ when: safety, then: text("@safety-unknown") }]),
      { when: any(open.flat()), then: text("@undetermined") },
      ...decision.outcomes.map(({ id }, i) => ({ when: sql`${place} = ${i}`, then: text(id) })),
    ],
    text(otherwise.id),
  );
  const possible = decision.outcomes.map(({ id }, i): [string, Expr] => {
    const chosen = [sql`${place} = ${i}`, ...(id === otherwise.id ? [sql`${place} = ${beyond}`] : [])];
    return [id, definitions.define(any([...chosen, ...(open[i] ?? [])]))];
  });
  return { state: definitions.define(state), safety, possible: new Map(possible) };
}

/** Takes every outcome on its own: `withheld`, `suggested`, `undetermined` or `not-suggested`. */
export function decideMany(
  decision: Decision,
  judged: readonly JudgedCriterion[],
  { dialect, definitions, made }: Ground,
): ReadonlyMap<string, Expr> {
  const { algebra, text } = dialect;
  const waiting = [...made.values()].flatMap((m) => (m.safety === undefined ? [] : [m.safety]));
  return new Map(
    decision.outcomes.map(({ id, tone }) => {
      const own = judged.filter((j) => j.criterion.then.outcome === id);
      const withheld =
        decision.withheldWhileSafetyUnknown === true && tone !== "stop"
          ? waiting.map((when) => ({ when, then: text("withheld") }))
          : [];
      const state = firstOf(
        [
          ...withheld,
          ...own.map((j) => ({ when: algebra.isTrue(j.verdict), then: text("suggested") })),
          ...own.map((j) => ({ when: algebra.isUnknown(j.verdict), then: text("undetermined") })),
        ],
        text("not-suggested"),
      );
      return [id, definitions.define(state)];
    }),
  );
}
