// What a run of random cases has covered: each operator on each type of fact, with every verdict that can be, every
// way to be unknown and every doubt; and each state of a decision. What cannot be is listed with its reason.
import {
  operatorsOf,
  type Evaluation,
  type FactOperator,
  type FactType,
  type RuleSet,
  type TraceNode,
  type Verdict,
} from "../src/index.ts";
import { wayOf } from "./arbitraries/conditions.ts";
import { allFocuses, type Focus, type WhenUnknown } from "./arbitraries/vocabulary.ts";

export const doubts = ["known", "plainly-unknown", "invalid", "stale", "incomplete"] as const;
export type Doubt = (typeof doubts)[number];

/** One combination of what a leaf can meet. */
export interface Cell {
  readonly operator: FactOperator;
  readonly type: FactType;
  readonly whenUnknown: WhenUnknown;
  readonly doubt: Doubt;
  readonly verdict: Verdict;
}

const types: readonly FactType[] = ["boolean", "integer", "decimal", "date", "enum", "set"];
const ways: readonly WhenUnknown[] = ["block", "ignore", "assume"];
const verdicts: readonly Verdict[] = ["true", "false", "unknown"];

export const allCells: readonly Cell[] = types.flatMap((type) =>
  operatorsOf(type).flatMap((operator) =>
    ways.flatMap((whenUnknown) =>
      doubts.flatMap((doubt) => verdicts.map((verdict) => ({ operator, type, whenUnknown, doubt, verdict }))),
    ),
  ),
);

/** Why a combination cannot be, or undefined when it can. Verdicts are those of the leaf in the polarity it stands in. */
export function impossible({ operator, type, whenUnknown, doubt, verdict }: Cell): string | undefined {
  if (doubt === "plainly-unknown" && whenUnknown === "assume")
    return "an assumed fact is never plainly unknown";
  if (doubt === "incomplete" && type !== "integer" && type !== "set")
    return "only sums and sets can be incomplete";
  if (operator === "isUnknown") return verdict === "unknown" ? "isUnknown is two-valued" : undefined;
  if (doubt === "known") return verdict === "unknown" ? "a test of a known fact is decided" : undefined;
  if (doubt === "plainly-unknown" && whenUnknown === "ignore") {
    return verdict === "false"
      ? undefined
      : "an optional fact nobody gave is not established, in either polarity";
  }
  if (doubt === "incomplete" && type === "set" && operator !== "isKnown") return undefined;
  return verdict === "unknown" ? undefined : "a required or doubtful fact leaves its tests open";
}

export const decisionStates = [
  "one: an outcome",
  "one: @undetermined",
  "one: @safety-unknown",
  "many: suggested",
  "many: undetermined",
  "many: withheld",
  "many: not-suggested",
] as const;
export type DecisionState = (typeof decisionStates)[number];

export interface Coverage {
  cases: number;
  readonly cells: Map<string, number>;
  readonly states: Map<DecisionState, number>;
}

export function newCoverage(): Coverage {
  return { cases: 0, cells: new Map(), states: new Map() };
}

export function nameOf(cell: Cell): string {
  return [cell.operator, cell.type, cell.whenUnknown, cell.doubt, cell.verdict].join(" ");
}

/** Counts the leaves of every enabled criterion, and each state that some decision of the case is in. */
export function count(coverage: Coverage, ruleSet: RuleSet, { result, trace }: Evaluation): void {
  coverage.cases += 1;
  const facts = new Map(ruleSet.facts.map((f) => [f.id, f]));
  const visit = (node: TraceNode): void => {
    if ("children" in node) node.children.forEach(visit);
    else if (node.kind === "condition") visit(node.child);
    else if (node.kind === "fact") {
      const fact = facts.get(node.fact);
      if (!fact) throw new Error(`a trace names a fact that is not declared: ${node.fact}`);
      const cell = nameOf({
        operator: node.operator,
        type: fact.type,
        whenUnknown: wayOf(fact),
        doubt: doubtOf(node.person),
        verdict: node.verdict,
      });
      coverage.cells.set(cell, (coverage.cells.get(cell) ?? 0) + 1);
    }
  };
  for (const { node } of trace) visit(node);
  const seen = new Set<DecisionState>();
  for (const { id, outcomes } of ruleSet.decisions) {
    const decided = result.decisions[id];
    if (decided === undefined) continue;
    if (decided.kind === "one") {
      seen.add(
        decided.state.startsWith("@") ? (`one: ${decided.state}` as DecisionState) : "one: an outcome",
      );
      continue;
    }
    const { suggested, undetermined, withheld } = decided;
    if (suggested.length > 0) seen.add("many: suggested");
    if (undetermined.length > 0) seen.add("many: undetermined");
    if (withheld.length > 0) seen.add("many: withheld");
    if (suggested.length + undetermined.length + withheld.length < outcomes.length)
      seen.add("many: not-suggested");
  }
  for (const state of seen) coverage.states.set(state, (coverage.states.get(state) ?? 0) + 1);
}

function doubtOf(person: Extract<TraceNode, { kind: "fact" }>["person"]): Doubt {
  if ("value" in person) return person.unasked === undefined ? "known" : "incomplete";
  switch (person.unknown) {
    case "not-asked":
    case "declined":
    case "not-known":
      return "plainly-unknown";
    case "invalid":
    case "stale":
    case "incomplete":
      return person.unknown;
    default:
      return person.unknown satisfies never;
  }
}

/** What was seen too rarely, and what was seen although it cannot be. */
export function gaps(
  coverage: Coverage,
  floor: { readonly cell: number; readonly stateShare: number },
): readonly string[] {
  const found: string[] = [];
  for (const cell of allCells) {
    const seen = coverage.cells.get(nameOf(cell)) ?? 0;
    const reason = impossible(cell);
    if (reason === undefined && seen < floor.cell)
      found.push(`${nameOf(cell)}: seen ${seen} times of ${floor.cell}`);
    if (reason !== undefined && seen > 0) found.push(`${nameOf(cell)}: seen ${seen} times, though ${reason}`);
  }
  for (const state of decisionStates) {
    const share = (coverage.states.get(state) ?? 0) / coverage.cases;
    if (share < floor.stateShare) found.push(`${state}: in ${(share * 100).toFixed(1)} % of cases`);
  }
  return found;
}

/** The combinations some of whose cells were seen too rarely; all of them once none is left. */
export function wantedFocuses(coverage: Coverage, floor: number): readonly Focus[] {
  const short = new Set(
    allCells
      .filter((cell) => impossible(cell) === undefined && (coverage.cells.get(nameOf(cell)) ?? 0) < floor)
      .map((cell) => `${cell.operator} ${cell.type} ${cell.whenUnknown}`),
  );
  const wanted = allFocuses.filter((f) => short.has(`${f.operator} ${f.type} ${f.whenUnknown}`));
  return wanted.length === 0 ? allFocuses : wanted;
}

/** One line on what was covered. */
export function summary(coverage: Coverage): string {
  const seen = [...coverage.cells.values()];
  const states = decisionStates.map(
    (s) => `${s} ${(((coverage.states.get(s) ?? 0) / coverage.cases) * 100).toFixed(1)} %`,
  );
  const leaves = seen.reduce((a, b) => a + b, 0);
  return `${coverage.cases} cases, ${leaves} leaves, ${seen.length} combinations at least ${Math.min(...seen)} times; ${states.join(", ")}`;
}
