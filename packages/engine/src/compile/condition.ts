// Conditions as closures. A condition is compiled for the polarity it stands in, so negations are gone before
// anything runs; a named condition is compiled once per polarity and answers once per run.
import type { Condition, DecisionLeaf, RuleSet, StateLeaf } from "../model/index.ts";
import { layoutOf, type Layout } from "./encode.ts";
import { compileLeaf, literalOf } from "./leaf.ts";
import {
  distinctFrom,
  FALSE,
  mirror,
  push,
  SAFETY_UNKNOWN,
  TRUE,
  UNDETERMINED,
  UNKNOWN,
  type Code,
  type Run,
  type Verdict3,
} from "./run.ts";
import { Unmodelled } from "./unmodelled.ts";

interface Polarities {
  readonly when: Condition;
  readonly index: number;
  readonly codes: Map<boolean, Code>;
  compiling: boolean;
}

/** A decision that later criteria may read: its place, and the place of each of its outcomes. */
interface Readable {
  readonly index: number;
  readonly outcomes: ReadonlyMap<string, number>;
}

/** What compiling a condition needs to know of the rule set it stands in. */
export interface Scope {
  readonly layout: Layout;
  readonly parameters: ReadonlyMap<string, number>;
  readonly named: ReadonlyMap<string, Polarities>;
  readonly decisions: ReadonlyMap<string, Readable>;
}

export function scopeOf(ruleSet: RuleSet): Scope {
  return {
    layout: layoutOf(ruleSet.facts),
    parameters: new Map(ruleSet.parameters.map((p) => [p.id, p.value])),
    named: new Map(
      ruleSet.conditions.map((c, index) => [
        c.id,
        { when: c.when, index, codes: new Map(), compiling: false },
      ]),
    ),
    decisions: new Map(
      ruleSet.decisions.flatMap((d, index) =>
        d.kind === "one"
          ? [[d.id, { index, outcomes: new Map(d.outcomes.map((o, i) => [o.id, i])) }] as const]
          : [],
      ),
    ),
  };
}

/** Compiles a criterion's condition; it may read the decisions before the place `before`. */
export function compileCondition(condition: Condition, scope: Scope, before: number): Code {
  return compileNode(condition, false, { scope, before });
}

interface Place {
  readonly scope: Scope;
  readonly before: number;
}

function compileNode(node: Condition, negated: boolean, place: Place): Code {
  if ("always" in node) return negated ? () => FALSE : () => TRUE;
  if ("not" in node) return compileNode(node.not, !negated, place);
  if ("all" in node || "any" in node) {
    const below = ("all" in node ? node.all : node.any).map((child) => compileNode(child, negated, place));
    return "all" in node !== negated ? every(below) : some(below);
  }
  if ("atLeast" in node) {
    const { count, of } = node.atLeast;
    // Fewer than k of n hold exactly when more than n − k fail.
    return atLeast(
      negated ? of.length - count + 1 : count,
      of.map((child) => compileNode(child, negated, place)),
    );
  }
  if ("condition" in node) return compileNamed(node.condition, negated, place);
  if ("fact" in node) {
    const slot = place.scope.layout.byId.get(node.fact);
    if (!slot) throw new Unmodelled("undeclared-fact", node.fact);
    return compileLeaf({
      slot,
      operator: node.operator,
      literal: literalOf(node, place.scope.parameters),
      negated,
    });
  }
  return "state" in node ? stateTest(node, negated, place) : outcomeTest(node, negated, place);
}

// One child is its parent: nothing to combine.
function every(codes: readonly Code[]): Code {
  const [only] = codes;
  if (codes.length === 1 && only) return only;
  return (run) => {
    const start = run.top;
    let verdict: Verdict3 = TRUE;
    for (const code of codes) {
      const next = code(run);
      if (next === FALSE) {
        run.top = start;
        return FALSE;
      }
      if (next === UNKNOWN) verdict = UNKNOWN;
    }
    return verdict;
  };
}

function some(codes: readonly Code[]): Code {
  const [only] = codes;
  if (codes.length === 1 && only) return only;
  return (run) => {
    const start = run.top;
    let verdict: Verdict3 = FALSE;
    for (const code of codes) {
      const next = code(run);
      if (next === TRUE) {
        run.top = start;
        return TRUE;
      }
      if (next === UNKNOWN) verdict = UNKNOWN;
    }
    return verdict;
  };
}

function atLeast(count: number, codes: readonly Code[]): Code {
  return (run) => {
    const start = run.top;
    let holding = 0;
    let open = 0;
    for (const code of codes) {
      const next = code(run);
      if (next === TRUE) holding += 1;
      else if (next === UNKNOWN) open += 1;
    }
    if (holding < count && holding + open >= count) return UNKNOWN;
    run.top = start;
    return holding >= count ? TRUE : FALSE;
  };
}

function compileNamed(id: string, negated: boolean, { scope }: Place): Code {
  const named = scope.named.get(id);
  if (!named) throw new Unmodelled("undeclared-condition", id);
  const before = named.codes.get(negated);
  if (before) return before;
  if (named.compiling) throw new Unmodelled("circular-conditions", id);
  named.compiling = true;
  const inner = compileNode(named.when, negated, { scope, before: 0 });
  named.compiling = false;
  const code = once(inner, named.index * 2 + (negated ? 1 : 0));
  named.codes.set(negated, code);
  return code;
}

// Conditions that name conditions can double at every level; answering once per run keeps a run linear in the document.
function once(inner: Code, cell: number): Code {
  return (run) => {
    const before = run.answered[cell];
    if (before !== undefined) {
      for (const fact of before.rests) push(run, fact);
      return before.verdict;
    }
    const start = run.top;
    const verdict = inner(run);
    const rests = distinctFrom(run, start);
    run.answered[cell] = { verdict, rests };
    run.top = start;
    for (const fact of rests) push(run, fact);
    return verdict;
  };
}

function readable(id: string, { scope, before }: Place): Readable {
  const decision = scope.decisions.get(id);
  if (!decision || decision.index >= before) throw new Unmodelled("unavailable-decision", id);
  return decision;
}

function placesOf(decision: Readable, outcomes: readonly string[]): ReadonlySet<number> {
  return new Set(
    outcomes.map((outcome) => {
      const place = decision.outcomes.get(outcome);
      if (place === undefined) throw new Unmodelled("undeclared-outcome", outcome);
      return place;
    }),
  );
}

/** Reads an earlier decision through what is still possible; open, it rests on what that decision misses. */
function outcomeTest(leaf: DecisionLeaf, negated: boolean, place: Place): Code {
  const decision = readable(leaf.decision, place);
  const wanted = placesOf(decision, typeof leaf.value === "string" ? [leaf.value] : leaf.value);
  return (run: Run) => {
    const possible = run.possible[decision.index] ?? [];
    let inside = 0;
    for (const outcome of possible) if (wanted.has(outcome)) inside += 1;
    const verdict = inside === 0 ? FALSE : inside === possible.length ? TRUE : UNKNOWN;
    if (verdict === UNKNOWN) for (const fact of run.missing[decision.index] ?? []) push(run, fact);
    return negated ? mirror(verdict) : verdict;
  };
}

function stateTest(leaf: StateLeaf, negated: boolean, place: Place): Code {
  const decision = readable(leaf.decision, place);
  const wanted = new Set<number>();
  for (const state of leaf.state) {
    if (state === "@undetermined") wanted.add(UNDETERMINED);
    else if (state === "@safety-unknown") wanted.add(SAFETY_UNKNOWN);
    else for (const outcome of placesOf(decision, [state])) wanted.add(outcome);
  }
  return (run) => (wanted.has(run.state[decision.index] ?? UNDETERMINED) !== negated ? TRUE : FALSE);
}
