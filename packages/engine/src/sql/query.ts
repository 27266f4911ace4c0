// A rule set as one query over a table of persons: pure text, nothing is run. What it answers, and of which table, is in
// SPEC.md, section 9.
import {
  dayNumber,
  nodesOf,
  type Columns,
  type Condition,
  type LocalDate,
  type RuleSet,
} from "../model/index.ts";
import { groundOf } from "./condition.ts";
import { decideMany, decideOne, judgeCriteria, type JudgedCriterion } from "./decide.ts";
import { definitions, type Output } from "./definitions.ts";
import { dialects, type SqlDialect } from "./dialect.ts";
import { firstOf, joined, sql, type Expr } from "./expression.ts";
import { distinctNames, freePrefix } from "./names.ts";
import { codes } from "./own.ts";
import { readFacts, type FactReading } from "./person.ts";
import { columnsFor, columnsOf, tableColumns, type TableColumn } from "./table.ts";
import { Unqueryable } from "./unqueryable.ts";

/** How much the query answers: decisions; with every criterion; with what is known of every fact too. */
export const queryDetails = ["decisions", "criteria", "facts"] as const;
export type QueryDetail = (typeof queryDetails)[number];

export interface QueryOptions {
  readonly dialect: SqlDialect;
  /** The date of the evaluation, in the time zone of the rule set. */
  readonly at: LocalDate;
  /** The name of the table, after that of its schema or database if need be. */
  readonly table?: readonly string[];
  /** Columns to be answered as they are. */
  readonly key?: readonly string[];
  /** By fact; those of `columnsFor` when not given. */
  readonly columns?: Columns | undefined;
  readonly detail?: QueryDetail;
}

/** What a column of the answer says. */
export type AnswerColumn = { readonly column: string } & (
  | { readonly holds: "key" }
  /** The state of a `one` decision: an outcome, `@undetermined` or `@safety-unknown`. */
  | { readonly holds: "state"; readonly decision: string }
  /** `suggested`, `undetermined`, `withheld` or `not-suggested`. */
  | { readonly holds: "suggestion"; readonly decision: string; readonly outcome: string }
  /** Whether the criterion is true, and whether it is false: unknown when it is neither. */
  | { readonly holds: "true" | "false"; readonly criterion: string }
  /** `known`, `assumed`, `unknown`, `invalid`, `stale` or `incomplete`. */
  | { readonly holds: "standing"; readonly fact: string }
);

export interface CohortQuery {
  readonly sql: string;
  /** The columns it reads, keys aside. */
  readonly reads: readonly TableColumn[];
  readonly answers: readonly AnswerColumn[];
  /** Facts that criteria read and that have no column, nor parts that do: unknown for everybody. */
  readonly without: readonly string[];
}

type Answer = readonly [wish: string, about: Unnamed, value: Expr];
type Unnamed = AnswerColumn extends infer A ? (A extends AnswerColumn ? Omit<A, "column"> : never) : never;

/**
 * The query of a rule set that was parsed.
 * @throws Unqueryable for names the database cannot have, and for what parsing would have refused.
 */
export function cohortQuery(ruleSet: RuleSet, options: QueryOptions): CohortQuery {
  const { at, key = [], table = ["persons"], detail = "criteria" } = options;
  if (dayNumber(at) === undefined) throw new Unqueryable("not-a-date", at);
  if (table.length === 0) throw new Unqueryable("name", "");
  const dialect = dialects[options.dialect];
  const columns = options.columns ?? columnsFor(ruleSet, { key });
  const declared = tableColumns(ruleSet, columns);
  const layers = definitions(freePrefix([...key, ...declared.map((c) => c.column)]));
  const facts = readFacts(ruleSet, { dialect, definitions: layers, columns, at });
  const ground = groundOf(ruleSet, { dialect, definitions: layers, facts });
  const criteria: JudgedCriterion[] = [];
  const decisions: Answer[] = [];
  for (const decision of ruleSet.decisions) {
    const judged = judgeCriteria(
      ruleSet.criteria.filter((c) => c.enabled && c.then.decision === decision.id),
      ground,
    );
    criteria.push(...judged);
    if (decision.kind === "one") {
      const made = decideOne(decision, judged, ground);
      ground.made.set(decision.id, made);
      decisions.push([decision.id, { holds: "state", decision: decision.id }, made.state]);
      continue;
    }
    for (const [outcome, state] of decideMany(decision, judged, ground))
      decisions.push([
        `${decision.id}__${outcome}`,
        { holds: "suggestion", decision: decision.id, outcome },
        state,
      ]);
  }
  const answers: Answer[] = [
    ...key.map((name): Answer => [name, { holds: "key" }, layers.define(dialect.name(name))]),
    ...decisions,
    ...(detail === "decisions" ? [] : inOrder(ruleSet, criteria).flatMap(criterionAnswers)),
    ...(detail === "facts" ? [...facts.values()].map(factAnswer) : []),
  ];
  function criterionAnswers({ criterion: { id }, verdict }: JudgedCriterion): readonly Answer[] {
    const { isTrue, isFalse } = dialect.algebra;
    return [
      [`${id}__true`, { holds: "true", criterion: id }, isTrue(verdict)],
      [`${id}__false`, { holds: "false", criterion: id }, isFalse(verdict)],
    ];
  }
  function factAnswer(reading: FactReading): Answer {
    const { fact, code } = reading;
    const cases = standings.map(([n, standing]) => ({
      when: sql`${code} = ${n}`,
      then: dialect.text(standing),
    }));
    const last = dialect.text(typeof fact.whenUnknown === "object" ? "assumed" : "unknown");
    return [`${fact.id}__standing`, { holds: "standing", fact: fact.id }, firstOf(cases, last)];
  }
  function hasColumns(id: string): boolean {
    const parts = ruleSet.facts.find((f) => f.id === id)?.derive?.sum ?? [];
    return [id, ...parts].some((of) => Object.keys(columnsOf(columns, of)).length > 0);
  }
  const names = distinctNames(answers.map(([wish]) => wish));
  const outputs = answers.map(([, , value], i): Output => ({ name: dialect.name(names[i] ?? ""), value }));
  const from = joined(table.map(dialect.name), ".");
  return {
    sql: layers.query(outputs, from, dialect.fence),
    reads: declared,
    answers: answers.map(([, about], i) => ({ column: names[i] ?? "", ...about })),
    without: factsRead(ruleSet).filter((id) => !hasColumns(id)),
  };
}

const standings = [
  [codes.known, "known"],
  [codes.invalid, "invalid"],
  [codes.stale, "stale"],
  [codes.partial, "incomplete"],
  [codes.incomplete, "incomplete"],
] as const;

function inOrder({ criteria }: RuleSet, judged: readonly JudgedCriterion[]): readonly JudgedCriterion[] {
  return criteria.flatMap((c) => judged.filter((j) => j.criterion === c));
}

/** The facts that enabled criteria read, in the order of the vocabulary. */
function factsRead(ruleSet: RuleSet): readonly string[] {
  const facts = new Set<string>();
  const named = new Set<string>();
  const waiting: Condition[] = ruleSet.criteria.filter((c) => c.enabled).map((c) => c.when);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const { node } of nodesOf(next)) {
      if ("fact" in node) facts.add(node.fact);
      else if ("condition" in node && !named.has(node.condition)) {
        named.add(node.condition);
        waiting.push(...ruleSet.conditions.filter((c) => c.id === node.condition).map((c) => c.when));
      }
    }
  }
  return ruleSet.facts.filter((f) => facts.has(f.id)).map((f) => f.id);
}
