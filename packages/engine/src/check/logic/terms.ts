// Conditions as terms: negations pushed down to the leaves, named conditions followed, leaves read as tests. What can
// be told about the truth of one term from another's is told here; it is sound and, being syntactic, not complete.
import type { DraftCondition } from "../../model/condition.ts";
import type { Names } from "../../model/typing/index.ts";
import { decisionTest, factTests, type Test } from "./tests.ts";
import { common, isPartOf, type ValueSet } from "./value-set.ts";

export type Term =
  | { readonly kind: "always" }
  | { readonly kind: "test"; readonly test: Test }
  | { readonly kind: "all" | "any"; readonly of: readonly Term[] }
  | { readonly kind: "atLeast"; readonly count: number; readonly of: readonly Term[] };

const always: Term = { kind: "always" };
/** True of nobody: an "or" of nothing. */
const never: Term = { kind: "any", of: [] };

/** Makes terms from the conditions of one document; each named condition is followed once. */
export function termsOf(names: Names): (condition: DraftCondition) => Term {
  const named = new Map<string, Term>();
  const make = (condition: DraftCondition, negated: boolean): Term => {
    const below = (of: readonly DraftCondition[]): readonly Term[] =>
      of.map((member) => make(member, negated));
    if ("always" in condition) return negated ? never : always;
    if ("hole" in condition) return never;
    if ("not" in condition) return make(condition.not, !negated);
    if ("all" in condition) return { kind: negated ? "any" : "all", of: below(condition.all) };
    if ("any" in condition) return { kind: negated ? "all" : "any", of: below(condition.any) };
    if ("atLeast" in condition) {
      const { count, of } = condition.atLeast;
      return { kind: "atLeast", count: negated ? of.length - count + 1 : count, of: below(of) };
    }
    if ("condition" in condition) {
      const key = `${negated ? "not " : ""}${condition.condition}`;
      const found = named.get(key);
      if (found) return found;
      const when = names.conditions.get(condition.condition)?.when;
      const made = when === undefined ? never : make(when, negated);
      named.set(key, made);
      return made;
    }
    const tests =
      "fact" in condition ? factTests(condition, negated, names) : decisionTest(condition, negated, names);
    const [only, ...more] = tests.map((test): Term => ({ kind: "test", test }));
    return only === undefined ? never : more.length === 0 ? only : { kind: "any", of: [only, ...more] };
  };
  return (condition) => make(condition, false);
}

/** Remembers the answer for each term: terms share their parts, and a part would else be visited once per path. */
function remembered(decide: (term: Term) => boolean): (term: Term) => boolean {
  const known = new WeakMap<Term, boolean>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const answer = decide(term);
    known.set(term, answer);
    return answer;
  };
}

/** Whether the term is true of everybody, whatever is known. */
export const isAlways: (term: Term) => boolean = remembered((term) => {
  switch (term.kind) {
    case "always":
      return true;
    case "test":
      return false;
    case "all":
      return term.of.every(isAlways);
    case "any":
      return term.of.some(isAlways);
    case "atLeast":
      return term.of.filter(isAlways).length >= term.count;
    default:
      return term satisfies never;
  }
});

/** Whether the term is seen to be true of nobody: its tests contradict one another. */
export const isNever: (term: Term) => boolean = remembered((term) => {
  switch (term.kind) {
    case "always":
    case "test":
      return false;
    case "all":
      return term.of.some(isNever) || contradict(conjuncts(term));
    case "any":
      return term.of.every(isNever);
    case "atLeast":
      return term.of.filter((member) => !isNever(member)).length < term.count;
    default:
      return term satisfies never;
  }
});

/** The tests that must all be true for the term to be, each once. */
function conjuncts(term: Term): readonly Test[] {
  const tests = new Set<Test>();
  const seen = new Set<Term>();
  const visit = (part: Term): void => {
    if (seen.has(part)) return;
    seen.add(part);
    if (part.kind === "test") tests.add(part.test);
    else if (part.kind === "all") part.of.forEach(visit);
  };
  visit(term);
  return [...tests];
}

function contradict(tests: readonly Test[]): boolean {
  return [...new Set(tests.map((t) => t.subject))].some((subject) => {
    const { values, has, lacks, any } = joined(tests.filter((t) => t.subject === subject));
    return (
      (values !== undefined &&
        values.length === 0 &&
        tests.every((t) => t.kind !== "values" || t.values.length > 0)) ||
      has.some((m) => lacks.includes(m)) ||
      any.some((of) => of.every((m) => lacks.includes(m)))
    );
  });
}

/** What several tests of one subject say together. */
function joined(tests: readonly Test[]) {
  const values = tests.reduce<ValueSet | undefined>(
    (all, t) => (t.kind === "values" ? (all === undefined ? t.values : common(all, t.values)) : all),
    undefined,
  );
  return {
    values,
    has: tests.flatMap((t) => (t.kind === "members" ? t.has : [])),
    lacks: tests.flatMap((t) => (t.kind === "members" ? t.lacks : [])),
    any: tests.flatMap((t) => (t.kind === "any-member" ? [t.of] : [])),
    known: tests.some((t) => t.kind === "known"),
    unknown: tests.some((t) => t.kind === "unknown"),
  };
}

/** Whether tests that are all true make another one true. */
function testsImply(given: readonly Test[], wanted: Test): boolean {
  const { values, has, lacks, any, known, unknown } = joined(
    given.filter((t) => t.subject === wanted.subject),
  );
  switch (wanted.kind) {
    case "values":
      return values !== undefined && isPartOf(values, wanted.values);
    case "members":
      return wanted.has.every((m) => has.includes(m)) && wanted.lacks.every((m) => lacks.includes(m));
    case "any-member":
      return (
        wanted.of.some((m) => has.includes(m)) || any.some((of) => of.every((m) => wanted.of.includes(m)))
      );
    case "known":
      return known;
    case "unknown":
      return unknown;
    default:
      return wanted satisfies never;
  }
}

/** Decides implications between terms of one document; pairs already decided are remembered. */
export function implication(): (given: Term, wanted: Term) => boolean {
  const decided = new WeakMap<Term, WeakMap<Term, boolean>>();
  const implies = (given: Term, wanted: Term): boolean => {
    const known = decided.get(given) ?? new WeakMap<Term, boolean>();
    decided.set(given, known);
    const before = known.get(wanted);
    if (before !== undefined) return before;
    const answer = decide(given, wanted);
    known.set(wanted, answer);
    return answer;
  };
  const decide = (given: Term, wanted: Term): boolean => {
    if (given === wanted || isAlways(wanted)) return true;
    if (given.kind === "any") return given.of.every((member) => implies(member, wanted));
    if (wanted.kind === "all") return wanted.of.every((member) => implies(given, member));
    if (given.kind === "atLeast" && wanted.kind === "atLeast" && atLeastImplies(given, wanted)) return true;
    if (wanted.kind === "test" && testsImply(conjuncts(given), wanted.test)) return true;
    if (wanted.kind === "any" && wanted.of.some((member) => implies(given, member))) return true;
    if (
      wanted.kind === "atLeast" &&
      wanted.of.filter((member) => implies(given, member)).length >= wanted.count
    )
      return true;
    if (given.kind === "all") return given.of.some((member) => implies(member, wanted));
    // At least one member of an "at least" is true, whichever it is.
    return given.kind === "atLeast" && given.of.every((member) => implies(member, wanted));
  };
  /** Each member of one stands for a member of its own in the other, and no fewer are asked for. */
  const atLeastImplies = (given: Term & { kind: "atLeast" }, wanted: Term & { kind: "atLeast" }): boolean => {
    const free = [...wanted.of];
    const paired = given.of.filter((member) => {
      const i = free.findIndex((candidate) => implies(member, candidate));
      if (i >= 0) free.splice(i, 1);
      return i >= 0;
    });
    return given.count - (given.of.length - paired.length) >= wanted.count;
  };
  return implies;
}
