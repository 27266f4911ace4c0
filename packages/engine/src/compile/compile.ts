// From a rule set to a function of a person, by closures alone (nothing is generated as text, so that a strict content
// security policy allows it). Results only, no trace.
import type { Decision, DecisionResult, Person, Result, RuleSet } from "../model/index.ts";
import { nodesOf, type Condition } from "../model/index.ts";
import { compileCondition, scopeOf, type Scope } from "./condition.ts";
import { encode, newWords, PLAIN, wipe, type EncodedPerson, type Layout } from "./encode.ts";
import {
  begin,
  distinctFrom,
  end,
  newRun,
  SAFETY_UNKNOWN,
  TRUE,
  UNDETERMINED,
  UNKNOWN,
  type Code,
  type Run,
  type Verdict3,
} from "./run.ts";
import { Unmodelled } from "./unmodelled.ts";

/** A rule set ready to be run many times. */
export interface Compiled {
  /** The result for a person read against this rule set's facts; a fresh object each time. */
  readonly run: (person: Person) => Result;
  /** Prepares a person once; good for every rule set with the same `vocabulary`. */
  readonly encode: (person: Person) => EncodedPerson;
  /** The same result as `run`, for bulk work and for every keystroke. */
  readonly runEncoded: (person: EncodedPerson) => Result;
  /** The key of the vocabulary that encoded persons must carry. */
  readonly vocabulary: string;
}

interface Criterion {
  readonly id: string;
  readonly code: Code;
  /** The place in the document, and with it in the verdicts of a run. */
  readonly index: number;
}

interface Outcome {
  readonly id: string;
  readonly stop: boolean;
  readonly criteria: readonly Criterion[];
}

interface Step {
  readonly decision: Decision;
  readonly index: number;
  readonly outcomes: readonly Outcome[];
  readonly otherwise: number;
  /** Whether the decision keeps its answers back while an earlier one waits for safety facts. */
  readonly withholds: boolean;
}

interface Plan {
  readonly layout: Layout;
  readonly steps: readonly Step[];
  readonly criteria: readonly { readonly id: string; readonly index: number }[];
  readonly safety: readonly boolean[];
  /** The optional facts that some enabled criterion reads, by place. */
  readonly optional: readonly number[];
  readonly memory: Run;
}

/**
 * Compiles a rule set that was parsed.
 * @throws Unmodelled on a reference or a literal that parsing would have refused.
 */
export function compile(ruleSet: RuleSet): Compiled {
  const plan = planOf(ruleSet, scopeOf(ruleSet));
  const runEncoded = (person: EncodedPerson): Result => {
    if (person.key !== plan.layout.key) throw new Unmodelled("other-vocabulary", ruleSet.program);
    return execute(plan, person);
  };
  // A run ends before another can begin: all of them share one memory, instead of making one each.
  const words = newWords(plan.layout);
  return {
    run(person) {
      try {
        return execute(plan, encode(plan.layout, person, words));
      } finally {
        wipe(words);
      }
    },
    encode: (person) => encode(plan.layout, person),
    runEncoded,
    vocabulary: plan.layout.key,
  };
}

function planOf(ruleSet: RuleSet, scope: Scope): Plan {
  const enabled = ruleSet.criteria.filter((c) => c.enabled);
  const steps = ruleSet.decisions.map((decision, index): Step => {
    const codes = enabled.flatMap((c, place) =>
      c.then.decision === decision.id
        ? [{ id: c.id, index: place, outcome: c.then.outcome, code: compileCondition(c.when, scope, index) }]
        : [],
    );
    const outcomes = decision.outcomes.map((o) => ({
      id: o.id,
      stop: o.tone === "stop",
      criteria: codes.filter((c) => c.outcome === o.id),
    }));
    const otherwise = outcomes.findIndex((o) => o.id === decision.otherwise);
    if (decision.kind === "one" && otherwise < 0) throw new Unmodelled("undeclared-outcome", decision.id);
    return { decision, index, outcomes, otherwise, withholds: decision.withheldWhileSafetyUnknown === true };
  });
  const read = factsRead(
    ruleSet,
    enabled.map((c) => c.when),
  );
  return {
    layout: scope.layout,
    steps,
    criteria: enabled.map((c, index) => ({ id: c.id, index })),
    safety: ruleSet.facts.map((f) => f.safety),
    optional: ruleSet.facts.flatMap((f, i) => (f.whenUnknown === "ignore" && read.has(f.id) ? [i] : [])),
    memory: newRun({ criteria: enabled.length, cells: ruleSet.conditions.length * 2 }),
  };
}

function factsRead(ruleSet: RuleSet, roots: readonly Condition[]): ReadonlySet<string> {
  const facts = new Set<string>();
  const named = new Set<string>();
  const waiting = [...roots];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const { node } of nodesOf(next)) {
      if ("fact" in node) facts.add(node.fact);
      else if ("condition" in node && !named.has(node.condition)) {
        named.add(node.condition);
        waiting.push(...ruleSet.conditions.filter((c) => c.id === node.condition).map((c) => c.when));
      }
    }
  }
  return facts;
}

function execute(plan: Plan, person: EncodedPerson): Result {
  begin(plan.memory, person);
  try {
    return answersOf(plan, person);
  } finally {
    end(plan.memory);
  }
}

function answersOf(plan: Plan, person: EncodedPerson): Result {
  const run = plan.memory;
  const { verdicts } = run;
  const decisions: Record<string, DecisionResult> = {};
  const asked: number[] = [];
  let safetyUnknown = false;
  for (const step of plan.steps) {
    const answers = step.outcomes.map((outcome) => answerOf(run, outcome));
    if (step.decision.kind === "one") {
      decisions[step.decision.id] = walk(plan, step, run, answers);
      asked.push(...(run.missing[step.index] ?? []));
      if (run.state[step.index] === SAFETY_UNKNOWN) safetyUnknown = true;
    } else {
      decisions[step.decision.id] = suggest(answers, step.withholds && safetyUnknown, asked);
    }
  }
  const withVerdict = (verdict: Verdict3): string[] => {
    const found: string[] = [];
    for (const c of plan.criteria) if (verdicts[c.index] === verdict) found.push(c.id);
    return found;
  };
  return {
    decisions,
    fired: withVerdict(TRUE),
    undecided: withVerdict(UNKNOWN),
    missing: idsOf(plan, safetyFirst(asked, plan.safety)),
    unverified: idsOf(
      plan,
      plan.optional.filter((i) => person.status[i] === PLAIN),
    ),
    assumed: [...person.person.assumed],
    doubtful: person.person.doubtful.map((d) => ({ ...d })),
    problems: person.person.problems.map((p) => ({ ...p })),
  };
}

function idsOf(plan: Plan, facts: readonly number[]): string[] {
  return facts.map((i) => plan.layout.slots[i]?.fact.id ?? "");
}

/** What the criteria of one outcome say together; open, with the distinct facts it rests on. */
interface Answer {
  readonly outcome: Outcome;
  readonly verdict: Verdict3;
  readonly rests: readonly number[];
}
const nothing: readonly number[] = [];

function answerOf(run: Run, outcome: Outcome): Answer {
  let best: Verdict3 = 0;
  run.top = 0;
  for (const criterion of outcome.criteria) {
    const verdict = criterion.code(run);
    run.verdicts[criterion.index] = verdict;
    if (verdict > best) best = verdict;
  }
  return { outcome, verdict: best, rests: best === UNKNOWN ? distinctFrom(run, 0) : nothing };
}

function walk(plan: Plan, step: Step, run: Run, answers: readonly Answer[]): DecisionResult {
  const possible: number[] = [];
  const rests: number[] = [];
  let end = step.otherwise;
  // By place: an iterator of entries costs more here than the criteria themselves.
  for (let outcome = 0; outcome < answers.length; outcome++) {
    const answer = answers[outcome];
    if (answer?.verdict === TRUE) {
      end = outcome;
      break;
    }
    if (answer?.verdict === UNKNOWN) {
      possible.push(outcome);
      rests.push(...answer.rests);
    }
  }
  if (!possible.includes(end)) possible.push(end);
  const missing = safetyFirst(rests, plan.safety);
  const state =
    missing.length === 0 ? end : plan.safety[missing[0] ?? -1] === true ? SAFETY_UNKNOWN : UNDETERMINED;
  run.state[step.index] = state;
  run.possible[step.index] = possible;
  run.missing[step.index] = missing;
  const idOf = (outcome: number): string => step.outcomes[outcome]?.id ?? "";
  const open = possible.map(idOf);
  const asks = idsOf(plan, missing);
  return state < 0
    ? {
        kind: "one",
        state: state === SAFETY_UNKNOWN ? "@safety-unknown" : "@undetermined",
        possible: open,
        missing: asks,
      }
    : { kind: "one", state: idOf(state), outcome: idOf(state), possible: open, missing: asks };
}

function suggest(answers: readonly Answer[], withheld: boolean, asked: number[]): DecisionResult {
  const result = {
    kind: "many" as const,
    suggested: [] as string[],
    undetermined: [] as string[],
    withheld: [] as string[],
  };
  for (const answer of answers) {
    const { id, stop } = answer.outcome;
    if (withheld && !stop) result.withheld.push(id);
    else if (answer.verdict === TRUE) result.suggested.push(id);
    else if (answer.verdict === UNKNOWN) {
      result.undetermined.push(id);
      asked.push(...answer.rests);
    }
  }
  return result;
}

/** The distinct facts in the order they came in, the safety facts before the others. */
function safetyFirst(facts: readonly number[], safety: readonly boolean[]): readonly number[] {
  if (facts.length === 0) return nothing;
  const ordered: number[] = [];
  for (const wanted of [true, false])
    for (const fact of facts)
      if ((safety[fact] ?? false) === wanted && !ordered.includes(fact)) ordered.push(fact);
  return ordered;
}
