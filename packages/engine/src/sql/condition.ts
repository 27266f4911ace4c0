// Conditions in a query: the verdict, and whether an unknown one rests on a safety fact. A condition is written for the
// polarity it stands in, so negations are gone; a named condition is defined once per polarity.
import type { Condition, DecisionLeaf, RuleSet, StateLeaf } from "../model/index.ts";
import type { Definitions } from "./definitions.ts";
import type { Dialect } from "./dialect.ts";
import { firstOf, joined, sql, type Expr } from "./expression.ts";
import { literalOf, testOf } from "./leaf.ts";
import type { FactReading } from "./person.ts";
import { Unqueryable } from "./unqueryable.ts";

export interface Judged {
  readonly verdict: Expr;
  /** A plain condition: unknown, and resting on a safety fact; undefined where that cannot be. */
  readonly safety: Expr | undefined;
}

/** A `one` decision that was made. */
export interface Made {
  readonly state: Expr;
  /** A plain condition: it waits for a safety fact; undefined where that cannot be. */
  readonly safety: Expr | undefined;
  /** By outcome, a plain condition: it is still possible. */
  readonly possible: ReadonlyMap<string, Expr>;
}

/** What the conditions of a rule set are read against. */
export interface Ground {
  readonly dialect: Dialect;
  readonly definitions: Definitions;
  readonly facts: ReadonlyMap<string, FactReading>;
  readonly parameters: ReadonlyMap<string, number>;
  readonly named: ReadonlyMap<string, Condition>;
  /** The conditions on the way here, to find a circle. */
  readonly within: readonly string[];
  /** What was judged before, by name and polarity. */
  readonly judged: Map<string, Judged>;
  readonly made: Map<string, Made>;
}

export function groundOf(ruleSet: RuleSet, base: Pick<Ground, "dialect" | "definitions" | "facts">): Ground {
  return {
    ...base,
    parameters: new Map(ruleSet.parameters.map((p) => [p.id, p.value])),
    named: new Map(ruleSet.conditions.map((c) => [c.id, c.when])),
    within: [],
    judged: new Map(),
    made: new Map(),
  };
}

export function judge(condition: Condition, negated: boolean, ground: Ground): Judged {
  const { algebra } = ground.dialect;
  if ("always" in condition) return { verdict: negated ? algebra.false : algebra.true, safety: undefined };
  if ("not" in condition) return judge(condition.not, !negated, ground);
  if ("all" in condition || "any" in condition) {
    const members = "all" in condition ? condition.all : condition.any;
    const together = "all" in condition !== negated ? algebra.all : algebra.any;
    return group(members, together, { negated, ground });
  }
  if ("atLeast" in condition) {
    const { count, of } = condition.atLeast;
    // Fewer than k of n hold exactly when more than n − k fail.
    const needed = negated ? of.length - count + 1 : count;
    return group(of, (verdicts) => algebra.atLeast(needed, verdicts), { negated, ground });
  }
  if ("condition" in condition) return judgeNamed(condition.condition, negated, ground);
  if ("fact" in condition) {
    const reading = ground.facts.get(condition.fact);
    if (!reading) throw new Unqueryable("undeclared-fact", condition.fact);
    const test = {
      operator: condition.operator,
      literal: literalOf(condition, ground.parameters),
      negated,
    };
    return leaf(testOf(reading, test, ground.dialect), reading.fact.safety, ground);
  }
  return "state" in condition
    ? stateTest(condition, negated, ground)
    : outcomeTest(condition, negated, ground);
}

function leaf(verdict: Expr, safety: boolean, { dialect }: Ground): Judged {
  return { verdict, safety: safety ? dialect.algebra.isUnknown(verdict) : undefined };
}

function group(
  members: readonly Condition[],
  together: (verdicts: readonly Expr[]) => Expr,
  { negated, ground }: { readonly negated: boolean; readonly ground: Ground },
): Judged {
  const { definitions, dialect } = ground;
  const judged = members.map((member) => judge(member, negated, ground));
  const whole = together(judged.map((j) => shared(j.verdict, definitions)));
  const resting = judged.flatMap((j) => (j.safety === undefined ? [] : [j.safety]));
  if (resting.length === 0) return { verdict: whole, safety: undefined };
  // Whether it rests on a safety fact is a second reading of all of it.
  const verdict = shared(whole, definitions);
  return {
    verdict,
    safety: sql`(${dialect.algebra.isUnknown(verdict)} AND (${joined(resting, " OR ")}))`,
  };
}

/** A long piece that is read more than once gets a name; a short one is quicker to read again. */
function shared(verdict: Expr, definitions: Definitions): Expr {
  return verdict.text.length > 100 ? definitions.define(verdict) : verdict;
}

function judgeNamed(id: string, negated: boolean, ground: Ground): Judged {
  const when = ground.named.get(id);
  if (!when) throw new Unqueryable("undeclared-condition", id);
  if (ground.within.includes(id)) throw new Unqueryable("circular-conditions", id);
  const key = `${negated ? "not " : ""}${id}`;
  const before = ground.judged.get(key);
  if (before) return before;
  const { verdict, safety } = judge(when, negated, { ...ground, within: [...ground.within, id] });
  const judged = {
    verdict: ground.definitions.define(verdict),
    safety: safety && ground.definitions.define(safety),
  };
  ground.judged.set(key, judged);
  return judged;
}

function madeBefore(id: string, ground: Ground): Made {
  const made = ground.made.get(id);
  if (!made) throw new Unqueryable("unavailable-decision", id);
  return made;
}

/** Reads an earlier decision through what is still possible. */
function outcomeTest(test: DecisionLeaf, negated: boolean, ground: Ground): Judged {
  const { algebra, no } = ground.dialect;
  const made = madeBefore(test.decision, ground);
  const wanted = typeof test.value === "string" ? [test.value] : test.value;
  for (const outcome of wanted)
    if (!made.possible.has(outcome)) throw new Unqueryable("undeclared-outcome", outcome);
  const some = (inside: boolean): Expr => {
    const possible = [...made.possible].filter(([id]) => wanted.includes(id) === inside).map(([, p]) => p);
    return possible.length === 0 ? no : sql`(${joined(possible, " OR ")})`;
  };
  const verdict = firstOf(
    [
      { when: sql`NOT ${some(false)}`, then: negated ? algebra.false : algebra.true },
      { when: sql`NOT ${some(true)}`, then: negated ? algebra.true : algebra.false },
    ],
    algebra.unknown,
  );
  return {
    verdict,
    safety: made.safety && sql`(${algebra.isUnknown(verdict)} AND ${made.safety})`,
  };
}

function stateTest(test: StateLeaf, negated: boolean, ground: Ground): Judged {
  const { algebra, text } = ground.dialect;
  const { state } = madeBefore(test.decision, ground);
  const wanted = joined(test.state.map(text), ", ");
  const [yes, no] = negated ? [algebra.false, algebra.true] : [algebra.true, algebra.false];
  return { verdict: firstOf([{ when: sql`${state} IN (${wanted})`, then: yes }], no), safety: undefined };
}
