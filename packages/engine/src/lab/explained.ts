// Which changes of an answer the profiles explain: a profile of the new rule set makes the move, and expects where it
// ends (changing an expectation takes a reason of its own).
import { evaluate } from "../evaluate/index.ts";
import type { Transition } from "../model/lab.ts";
import type { Profile } from "../model/profile.ts";
import type { Result } from "../model/result.ts";
import type { RuleSet } from "../model/rule-set.ts";
import { compareWithExpected } from "../simulate/index.ts";
import { anyDay } from "./neighbours.ts";

export interface UnexplainedTransition {
  readonly transition: Transition;
  /** Whether somebody had an outcome of tone `stop` and has none any more: only a profile can explain that. */
  readonly losesStop: boolean;
}

/** The transitions from `base` to `head` that no profile makes and expects, in their order. */
export function unexplainedTransitions(
  transitions: readonly Transition[],
  {
    base,
    head,
    profiles,
  }: { readonly base: RuleSet; readonly head: RuleSet; readonly profiles: readonly Profile[] },
): readonly UnexplainedTransition[] {
  const shown = movesOfProfiles(profiles, base, head);
  return transitions
    .filter((transition) => !shown.has(keyOf(transition)))
    .map((transition) => ({ transition, losesStop: losesStop(base, transition) }));
}

/** The moves that profiles make, those whose new answer they expect. */
function movesOfProfiles(profiles: readonly Profile[], base: RuleSet, head: RuleSet): ReadonlySet<string> {
  const moves = new Set<string>();
  for (const profile of profiles) {
    const at = profile.evaluatedOn ?? anyDay;
    const after = evaluate(head, profile.facts, at).result;
    if (compareWithExpected(profile.expected, after).length > 0) continue;
    const before = standingsOf(base, evaluate(base, profile.facts, at).result);
    for (const [place, to] of standingsOf(head, after)) {
      const from = before.get(place);
      if (from !== undefined && from.standing !== to.standing) {
        moves.add(keyOf({ decision: to.decision, from: from.standing, to: to.standing }));
      }
    }
  }
  return moves;
}

interface Standing {
  readonly decision: string;
  /** In the words of a transition. */
  readonly standing: string;
}

/** How each `one` decision and each outcome of the others stands. */
function standingsOf(ruleSet: RuleSet, result: Result): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const { id, outcomes } of ruleSet.decisions) {
    const answer = result.decisions[id];
    if (answer === undefined) continue;
    if (answer.kind === "one") {
      standings.set(id, { decision: id, standing: answer.state });
      continue;
    }
    for (const { id: outcome } of outcomes) {
      const standing = answer.suggested.includes(outcome)
        ? "suggested"
        : answer.undetermined.includes(outcome)
          ? "undetermined"
          : answer.withheld.includes(outcome)
            ? "withheld"
            : "not-suggested";
      standings.set(`${id}/${outcome}`, { decision: id, standing: `${outcome}:${standing}` });
    }
  }
  return standings;
}

/** Whether somebody had an outcome of tone `stop` and has none any more. */
function losesStop(base: RuleSet, { decision, from, to }: Transition): boolean {
  const stops = (base.decisions.find((d) => d.id === decision)?.outcomes ?? [])
    .filter((o) => o.tone === "stop")
    .map((o) => o.id);
  const had = (standing: string): boolean =>
    stops.some((id) => standing === id || standing === `${id}:suggested`);
  return had(from) && !had(to);
}

function keyOf({ decision, from, to }: Pick<Transition, "decision" | "from" | "to">): string {
  return `${decision}/${from}/${to}`;
}
