// What a test says of one fact, in the polarity it stands in: negation is already part of a leaf.
import type { Fact, FactLeaf, FactOperator } from "../model/index.ts";
import { numberLiteral, type Dialect } from "./dialect.ts";
import { firstOf, joined, raw, sql, type Expr } from "./expression.ts";
import { codes } from "./own.ts";
import type { FactReading } from "./person.ts";
import { Unqueryable } from "./unqueryable.ts";

/** A leaf with its parameter resolved; `negated` says that it stands under an odd number of `not`. */
export interface Test {
  readonly operator: FactOperator;
  readonly literal: unknown;
  readonly negated: boolean;
}

export function literalOf(leaf: FactLeaf, parameters: ReadonlyMap<string, number>): unknown {
  const { value } = leaf;
  if (typeof value !== "object" || !("parameter" in value)) return value;
  const number = parameters.get(value.parameter);
  if (number === undefined) throw new Unqueryable("undeclared-parameter", value.parameter);
  return number;
}

/** The verdict of a test of a fact. */
export function testOf(reading: FactReading, test: Test, dialect: Dialect): Expr {
  const { algebra } = dialect;
  const optional = reading.fact.whenUnknown === "ignore";
  const plainly = { when: sql`${reading.code} = ${codes.plain}`, then: algebra.false };
  const verdictOf = (holds: boolean): Expr => (holds !== test.negated ? algebra.true : algebra.false);
  if (test.operator === "isUnknown")
    return firstOf([{ when: reading.isKnown, then: verdictOf(false) }], verdictOf(true));
  if (test.operator === "isKnown")
    return firstOf(
      [{ when: reading.isKnown, then: verdictOf(true) }, ...(optional ? [plainly] : [])],
      algebra.unknown,
    );
  const verdict =
    reading.fact.type === "set" ? memberTest(reading, test, dialect) : valueTest(reading, test, dialect);
  // An optional fact nobody gave is not established, whatever the polarity.
  return optional ? firstOf([plainly], verdict) : verdict;
}

const signs = {
  equal: "=",
  notEqual: "<>",
  lessThan: "<",
  lessThanInclusive: "<=",
  greaterThan: ">",
  greaterThanInclusive: ">=",
} as const;
type Comparison = keyof typeof signs;

const opposite: Readonly<Record<Comparison, Comparison>> = {
  equal: "notEqual",
  notEqual: "equal",
  lessThan: "greaterThanInclusive",
  lessThanInclusive: "greaterThan",
  greaterThan: "lessThanInclusive",
  greaterThanInclusive: "lessThan",
};

function valueTest({ fact, value }: FactReading, test: Test, dialect: Dialect): Expr {
  const { operator, literal, negated } = test;
  if (operator === "in" || operator === "notIn") {
    const listed = joined(
      listOf(fact, literal).map((v) => scalar(fact, v, dialect)),
      ", ",
    );
    const inside = (operator === "in") !== negated;
    return dialect.algebra.tested(value, sql`${value} ${raw(inside ? "IN" : "NOT IN")} (${listed})`);
  }
  if (!(operator in signs)) throw new Unqueryable("literal-type", `${fact.id} ${operator}`);
  const comparison = operator as Comparison;
  if (fact.type === "boolean") {
    if (typeof literal !== "boolean") throw new Unqueryable("literal-type", fact.id);
    return dialect.algebra.tested(
      value,
      dialect.is(value, (literal !== negated) === (comparison === "equal")),
    );
  }
  const sign = raw(signs[negated ? opposite[comparison] : comparison]);
  return dialect.algebra.tested(value, sql`(${value} ${sign} ${scalar(fact, literal, dialect)})`);
}

function scalar(fact: Fact, value: unknown, dialect: Dialect): Expr {
  if (typeof value === "number" && (fact.type === "integer" || fact.type === "decimal"))
    return numberLiteral(value);
  if (typeof value === "string" && fact.type === "date") return dialect.date(value);
  if (typeof value === "string" && fact.type === "enum") return dialect.text(value);
  throw new Unqueryable("literal-type", fact.id);
}

function memberTest(reading: FactReading, test: Test, { algebra }: Dialect): Expr {
  const { fact, members } = reading;
  const member = (id: unknown): Expr => {
    const found = typeof id === "string" ? members.get(id) : undefined;
    if (found === undefined) throw new Unqueryable("literal-type", fact.id);
    return found;
  };
  const { operator, literal, negated } = test;
  const turned = (verdict: Expr, turn: boolean): Expr => (turn ? algebra.not(verdict) : verdict);
  switch (operator) {
    case "contains":
      return turned(member(literal), negated);
    case "doesNotContain":
      return turned(member(literal), !negated);
    case "containsAny":
      return turned(algebra.any(listOf(fact, literal).map(member)), negated);
    case "containsNone":
      return turned(algebra.any(listOf(fact, literal).map(member)), !negated);
    case "containsAll":
      return turned(algebra.all(listOf(fact, literal).map(member)), negated);
    case "isEmpty":
      return turned(algebra.any([...members.values()]), !negated);
    case "isNotEmpty":
      return turned(algebra.any([...members.values()]), negated);
    default:
      throw new Unqueryable("literal-type", `${fact.id} ${operator}`);
  }
}

function listOf(fact: Fact, literal: unknown): readonly unknown[] {
  if (!Array.isArray(literal) || literal.length === 0) throw new Unqueryable("literal-type", fact.id);
  return literal;
}
