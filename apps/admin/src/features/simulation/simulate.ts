// The saved profiles as rows of a matrix: what a draft and the release before it answer, and which criteria each answer
// rests on. `draft/run.ts` runs the engine; here nothing is run, and what was read once is kept by identity.
import type {
  Decision,
  Difference,
  DraftRuleSet,
  LocalDate,
  Profile,
  Result,
  Verdict,
} from "@jumelage/engine";
import { effectsOf } from "../../draft/effects.ts";
import { anyDay } from "../../draft/run.ts";
import type { Baseline } from "../../draft/use-draft.ts";

/** One profile's answer, with what the matrix needs to know of each criterion. */
export interface Answer {
  readonly result: Result;
  readonly fired: ReadonlySet<string>;
  readonly undecided: ReadonlySet<string>;
  /** The criteria the answer rests on: change one of them and the answer may change. */
  readonly decisive: ReadonlySet<string>;
}

export interface SimulatedRow {
  readonly profile: Profile;
  /** The release's answer for its own copy of the profile; null for a new profile or a program never published. */
  readonly before: Answer | null;
  readonly after: Answer;
  /** The decisions whose answer is not what it was. */
  readonly moved: readonly string[];
  /** Where the draft's answer is not what is expected. */
  readonly differences: readonly Difference[];
}

export interface Simulation {
  readonly rows: readonly SimulatedRow[];
  /** The profiles for which some decision answers otherwise than before. */
  readonly moved: readonly SimulatedRow[];
  /** The profiles that do not answer as expected. */
  readonly failing: readonly SimulatedRow[];
}

export interface SimulationInput {
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
  readonly baseline: Baseline | null;
}

/** The day a profile is judged on. */
export function dayOf(profile: Pick<Profile, "evaluatedOn">): LocalDate {
  return profile.evaluatedOn ?? anyDay;
}

const answers = new WeakMap<DraftRuleSet, WeakMap<Result, Answer>>();

/** A result of a document with the criteria it rests on, made once. */
export function answerIn(document: DraftRuleSet, result: Result): Answer {
  const byResult = answers.get(document) ?? new WeakMap<Result, Answer>();
  answers.set(document, byResult);
  const known = byResult.get(result);
  if (known) return known;
  const answer = readAnswer(document, result);
  byResult.set(result, answer);
  return answer;
}

/** A result with the criteria it rests on. */
export function readAnswer(ruleSet: DraftRuleSet, result: Result): Answer {
  const fired = new Set(result.fired);
  const undecided = new Set(result.undecided);
  const decisive = ruleSet.criteria.filter((c) => {
    const decided = result.decisions[c.then.decision];
    if (!decided) return false;
    if (decided.kind === "many") {
      const { outcome } = c.then;
      return (
        (fired.has(c.id) && decided.suggested.includes(outcome)) ||
        (undecided.has(c.id) && decided.undetermined.includes(outcome))
      );
    }
    if (!decided.state.startsWith("@")) return fired.has(c.id) && c.then.outcome === decided.state;
    return undecided.has(c.id) && decided.possible.includes(c.then.outcome);
  });
  return { result, fired, undecided, decisive: new Set(decisive.map((c) => c.id)) };
}

/** The verdict of an enabled criterion in an answer. */
export function verdictOf(answer: Answer, criterion: string): Verdict {
  return answer.fired.has(criterion) ? "true" : answer.undecided.has(criterion) ? "unknown" : "false";
}

/** Every profile's row, for the draft and for the release before it. */
export function simulate({ ruleSet, profiles, baseline }: SimulationInput): Simulation {
  const effects = effectsOf({ ruleSet, profiles }, baseline);
  const rows = effects.profiles.map((effect): SimulatedRow => {
    const { profile, moved, differences } = effect;
    const before = effect.before && baseline ? answerIn(baseline.ruleSet, effect.before) : null;
    return { profile, before, after: answerIn(ruleSet, effect.after), moved, differences };
  });
  return {
    rows,
    moved: rows.filter((row) => row.moved.length > 0),
    failing: rows.filter((row) => row.differences.length > 0),
  };
}

/** How many profiles get each state of a decision, in the order of the outcomes, computed states last. */
export function countsOf(
  simulation: Simulation,
  decision: Decision,
  which: "before" | "after" = "after",
): readonly { readonly state: string; readonly count: number }[] {
  const states = [...decision.outcomes.map((o) => o.id), "@safety-unknown", "@undetermined"];
  const counts = new Map<string, number>(states.map((s) => [s, 0]));
  for (const row of simulation.rows) {
    const decided = row[which]?.result.decisions[decision.id];
    if (decided?.kind === "one") counts.set(decided.state, (counts.get(decided.state) ?? 0) + 1);
    else for (const outcome of decided?.suggested ?? []) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return [...counts].map(([state, count]) => ({ state, count }));
}
