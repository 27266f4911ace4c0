// The saved profiles run against a draft and against the release it started from, in the browser, with the engine
// itself. Answers are remembered by document identity: an edit re-runs only what it may have changed.
import {
  compareWithExpected,
  evaluate,
  runnable,
  sameJson,
  type Difference,
  type DraftRuleSet,
  type LocalDate,
  type Profile,
  type Result,
  type RuleSet,
  type Verdict,
} from "@jumelage/engine";

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
  /** The release's answer for the same facts; null for a program never published. */
  readonly before: Answer | null;
  readonly after: Answer;
  /** The decisions whose answer is not what it was. */
  readonly moved: readonly string[];
  /** Where the draft's answer is not what is expected. */
  readonly differences: readonly Difference[];
}

export interface Simulation {
  /** What of the draft can be run: criteria with gaps are disabled. */
  readonly ruleSet: RuleSet;
  readonly rows: readonly SimulatedRow[];
  /** The profiles for which some decision answers otherwise than before. */
  readonly moved: readonly SimulatedRow[];
  /** The profiles that do not answer as expected. */
  readonly failing: readonly SimulatedRow[];
}

export interface SimulationInput {
  readonly ruleSet: DraftRuleSet;
  readonly profiles: readonly Profile[];
  readonly baseline: { readonly ruleSet: DraftRuleSet } | null;
}

// A profile without dates answers the same on every day; one with dates says which day it is judged on.
const anyDay: LocalDate = "2000-01-01";

/** The day a profile is judged on. */
export function dayOf(profile: Pick<Profile, "evaluatedOn">): LocalDate {
  return profile.evaluatedOn ?? anyDay;
}

interface Runner {
  readonly ruleSet: RuleSet;
  readonly answers: WeakMap<Profile, Answer>;
}
const runners = new WeakMap<DraftRuleSet, Runner>();

function runnerOf(document: DraftRuleSet): Runner {
  const known = runners.get(document);
  if (known) return known;
  const made: Runner = { ruleSet: runnable(document), answers: new WeakMap() };
  runners.set(document, made);
  return made;
}

/** What a document answers for a profile. */
export function answerOf(document: DraftRuleSet, profile: Profile): Answer {
  const runner = runnerOf(document);
  const known = runner.answers.get(profile);
  if (known) return known;
  const answer = readAnswer(runner.ruleSet, evaluate(runner.ruleSet, profile.facts, dayOf(profile)).result);
  runner.answers.set(profile, answer);
  return answer;
}

/** A result with the criteria it rests on. */
export function readAnswer(ruleSet: RuleSet, result: Result): Answer {
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
  const rows = profiles.map((profile): SimulatedRow => {
    const after = answerOf(ruleSet, profile);
    const before = baseline ? answerOf(baseline.ruleSet, profile) : null;
    return {
      profile,
      before,
      after,
      moved: before ? movedDecisions(before.result, after.result) : [],
      differences: compareWithExpected(profile.expected, after.result),
    };
  });
  return {
    ruleSet: runnerOf(ruleSet).ruleSet,
    rows,
    moved: rows.filter((row) => row.moved.length > 0),
    failing: rows.filter((row) => row.differences.length > 0),
  };
}

/** The decisions that answer differently in two results. What is still possible or missing is not an answer. */
export function movedDecisions(before: Result, after: Result): readonly string[] {
  return Object.entries(after.decisions).flatMap(([id, now]) => {
    const was = before.decisions[id];
    if (was?.kind !== now.kind) return [id];
    if (now.kind === "one") return was.kind === "one" && was.state === now.state ? [] : [id];
    return was.kind === "many" && sameJson(was, now) ? [] : [id];
  });
}

/** How many profiles get each state of a decision, in the order of the outcomes, computed states last. */
export function countsOf(
  simulation: Simulation,
  decision: RuleSet["decisions"][number],
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
