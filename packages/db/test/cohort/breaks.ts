// One-line breaks of the query: controls that must turn a test red. A snippet that no longer occurs in its file exactly once
// fails the test, so that the list stays true.
import type { Break } from "@jumelage/engine/test/broken";

export const breaks: readonly Break[] = [
  {
    what: "a value is stale on the last day it is good for",
    file: "sql/own.ts",
    source: "${observed} < ${dialect.date(oldest)}",
    replacement: "${observed} <= ${dialect.date(oldest)}",
  },
  {
    what: "a value from tomorrow is believed",
    file: "sql/own.ts",
    source: "when: sql`${observed} > ${dialect.date(at)}`",
    replacement: "when: dialect.no",
  },
  {
    what: "a retired member not asked about counts as unasked",
    file: "sql/own.ts",
    source: ".filter((v) => v.retired !== true)",
    replacement: "",
  },
  {
    what: "the ends of a range are out of it",
    file: "sql/own.ts",
    source: "${value} >= ${min} AND ${value} <= ${max}",
    replacement: "${value} > ${min} AND ${value} < ${max}",
  },
  {
    what: "a stale part of a sum weighs more than an invalid one",
    file: "sql/sum.ts",
    source: "[invalid, stale, incomplete].map",
    replacement: "[stale, invalid, incomplete].map",
  },
  {
    what: "a partial questionnaire counts as never asked",
    file: "sql/sum.ts",
    source: "when: any((p) => p.isKnown), then: code(incomplete)",
    replacement: "when: any((p) => p.isKnown), then: code(plain)",
  },
  {
    what: "a total is believed beside parts that make another",
    file: "sql/sum.ts",
    source: "when: sql`${total.value} = ${sum}`",
    replacement: "when: dialect.yes",
  },
  {
    what: "a doubtful fact is assumed",
    file: "sql/person.ts",
    source: "sql`${read} <= ${plain}`",
    replacement: "sql`${read} >= ${known}`",
  },
  {
    what: "a set asked in part counts as known",
    file: "sql/person.ts",
    source: ": sql`${read} = ${known}`",
    replacement: ": sql`(${read} = ${known} OR ${read} = ${partial})`",
  },
  {
    what: "a member nobody asked about reads as a no",
    file: "sql/person.ts",
    source: "retired === true ? algebra.false : algebra.unknown",
    replacement: "algebra.false",
  },
  {
    what: "the negation of lessThan leaves its boundary out",
    file: "sql/leaf.ts",
    source: `lessThan: "greaterThanInclusive"`,
    replacement: `lessThan: "greaterThan"`,
  },
  {
    what: "an old optional answer counts as nothing at all",
    file: "sql/leaf.ts",
    source: "${reading.code} = ${codes.plain}",
    replacement: "${reading.code} >= ${codes.plain}",
  },
  {
    what: "containsAll is content with one member",
    file: "sql/leaf.ts",
    source: "algebra.all(listOf(fact, literal).map(member))",
    replacement: "algebra.any(listOf(fact, literal).map(member))",
  },
  {
    what: "the negation of all stays an all",
    file: "sql/condition.ts",
    source: `"all" in condition !== negated ? algebra.all`,
    replacement: `"all" in condition ? algebra.all`,
  },
  {
    what: "the negation of at least k of n asks for one fewer",
    file: "sql/condition.ts",
    source: "of.length - count + 1",
    replacement: "of.length - count",
  },
  {
    what: "an open condition rests on safety facts below decided nodes too",
    file: "sql/condition.ts",
    source: 'sql`(${dialect.algebra.isUnknown(verdict)} AND (${joined(resting, " OR ")}))`',
    replacement: 'sql`(${joined(resting, " OR ")})`',
  },
  {
    what: "what waits for a safety fact lends that to nobody",
    file: "sql/condition.ts",
    source: "safety: made.safety && sql`(${algebra.isUnknown(verdict)} AND ${made.safety})`",
    replacement: "safety: undefined",
  },
  {
    what: "the candidate itself can be open",
    file: "sql/decide.ts",
    source: "(${place} > ${i} AND",
    replacement: "(${place} >= ${i} AND",
  },
  {
    what: "an outcome of tone stop is withheld too",
    file: "sql/decide.ts",
    source: ` && tone !== "stop"`,
    replacement: "",
  },
  {
    what: "otherwise is never possible",
    file: "sql/decide.ts",
    source: "...(id === otherwise.id ? [sql`${place} = ${beyond}`] : [])",
    replacement: "",
  },
  {
    what: "a disabled criterion counts",
    file: "sql/query.ts",
    source: "c.enabled && c.then.decision",
    replacement: "c.then.decision",
  },
  {
    what: "at least k gives up while all that is open might hold",
    file: "sql/algebra.ts",
    source: "${v} IS NOT FALSE",
    replacement: "${v} IS TRUE",
  },
];
