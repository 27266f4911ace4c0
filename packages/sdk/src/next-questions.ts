// What to ask next. Where a release carries the decision diagram of a decision, the shortest interview from where the
// person stands; elsewhere what the answer rests on, in the order of `result.missing`. The answer says which it was.
import {
  evaluate,
  interview,
  readPerson,
  undecidedFacts,
  type DecisionResult,
  type Diagram,
  type Facts,
  type OneResult,
  type Person,
} from "@jumelage/engine";
import type { Serving } from "./accept.ts";
import { judge, type EvaluateOptions, type NoAnswer, type Origin, type Standing } from "./answer.ts";

export interface NextQuestion {
  readonly fact: string;
  /** The decision it is asked for: the first one that is open. */
  readonly decision: string;
  /** `exact`: of the shortest interview of its decision. `heuristic`: the first of what the answer rests on. */
  readonly method: "exact" | "heuristic";
  /** `safety`: an open safety question, which comes before all others. `open`: the decision is not settled without. */
  readonly why: "safety" | "open";
}

/** Where a person stands in a decision whose interview is known exactly. */
export interface Plan {
  /** The outcomes that some answers still lead to; one: it is settled, and there is nothing to ask. */
  readonly outcomes: readonly string[];
  /** The fact to ask first; absent when there is nothing to ask. */
  readonly first?: string;
  /** How many questions there are left at most, whatever the answers. */
  readonly atMost: number;
  /** The same on average, when every answer that is told apart is as likely as another. */
  readonly onAverage: number;
}

export type NextQuestions =
  | (Origin &
      Standing & {
        readonly kind: "questions";
        /** Absent: nothing is left to ask. */
        readonly next?: NextQuestion;
        /** Per `one` decision; absent where the release has no diagram of it, or the interview is too long to plan. */
        readonly plans: Readonly<Record<string, Plan>>;
        /** All that the answer rests on, as in the result: safety facts first, then by decision and precedence. */
        readonly missing: readonly string[];
      })
  | NoAnswer;

/** The most points of interviews weighed for one answer: a tenth of a second, at most, in a page. */
const budget = 2000;

/** What to ask one person next, at a moment (`now`, in milliseconds since 1970). */
export function nextQuestions(
  serving: Serving,
  facts: Facts,
  options: Pick<EvaluateOptions, "at" | "lenient"> & { readonly now: number },
): NextQuestions {
  const judged = judge(serving, facts, options);
  if (judged.kind !== "judged") return judged;
  const { standing, result } = judged;
  const { ruleSet } = serving.release;
  const person = readPerson(ruleSet, facts, standing.at);
  const plans = new Map(
    serving.diagrams.flatMap((diagram) => {
      const plan = planOf(diagram, person, result.decisions[diagram.decision]);
      return plan === undefined ? [] : [[diagram.decision, plan] as const];
    }),
  );
  const safety = new Set(ruleSet.facts.filter((f) => f.safety).map((f) => f.id));
  const { trace } = evaluate(ruleSet, facts, standing.at);
  const open = ruleSet.decisions.flatMap(({ id }): readonly Candidate[] => {
    const made = result.decisions[id];
    if (made?.kind === "one") return candidatesOf(id, made, { plan: plans.get(id), safety });
    const criteria = ruleSet.criteria
      .filter(({ then }) => then.decision === id && made?.undetermined.includes(then.outcome) === true)
      .map((c) => c.id);
    const rested = trace.filter(({ criterion }) => criteria.includes(criterion));
    return [{ decision: id, method: "heuristic", facts: rested.flatMap(({ node }) => undecidedFacts(node)) }];
  });
  const next = firstOf(open, result.missing, safety);
  return {
    kind: "questions",
    ...standing,
    ...(next === undefined ? {} : { next }),
    plans: Object.fromEntries(plans),
    missing: result.missing,
  };
}

/** The plan of a decision, or undefined when making one would take too long. */
function planOf(diagram: Diagram, person: Person, made: DecisionResult | undefined): Plan | undefined {
  // What is determined stays as it is, whatever is answered.
  if (made?.kind === "one" && made.outcome !== undefined)
    return { outcomes: [made.outcome], atMost: 0, onAverage: 0 };
  const found = interview(diagram, person, { budget });
  if ("tooLarge" in found) return undefined;
  const { outcomes, question, worst, mean } = found;
  return {
    outcomes,
    ...(question === undefined ? {} : { first: question.fact }),
    atMost: worst,
    onAverage: mean,
  };
}

interface Candidate {
  readonly decision: string;
  readonly method: NextQuestion["method"];
  /** In no order where there is no plan; the first alone where there is one. */
  readonly facts: readonly string[];
}

/** What a `one` decision could ask; nothing when it is settled. */
function candidatesOf(
  decision: string,
  { missing }: OneResult,
  { plan, safety }: { readonly plan: Plan | undefined; readonly safety: ReadonlySet<string> },
): readonly Candidate[] {
  if (plan === undefined) return [{ decision, method: "heuristic", facts: missing }];
  const exact: readonly Candidate[] =
    plan.first === undefined ? [] : [{ decision, method: "exact", facts: [plan.first] }];
  // A safety question that is open stays to be asked, also where no answer to it can change the outcome.
  return [...exact, { decision, method: "heuristic", facts: missing.filter((f) => safety.has(f)) }];
}

/** An open safety question first, by a plan where one asks it; then the first decision that is open. */
function firstOf(
  open: readonly Candidate[],
  missing: readonly string[],
  safety: ReadonlySet<string>,
): NextQuestion | undefined {
  const inOrder = open.flatMap(({ decision, method, facts }): readonly NextQuestion[] => {
    const fact = method === "exact" ? facts[0] : missing.find((m) => facts.includes(m));
    if (fact === undefined) return [];
    return [{ fact, decision, method, why: safety.has(fact) ? "safety" : "open" }];
  });
  return inOrder.find(({ why }) => why === "safety") ?? inOrder[0];
}
