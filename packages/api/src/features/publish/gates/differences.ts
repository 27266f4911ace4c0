// Every way in which an answer changes since the release in force is explained. A move is explained
// - by a profile of the draft that makes it: its answer was the one and becomes the other, and the draft expects the
//   other (changing an expectation takes a reason of its own);
// - or by the note its author wrote to the reviewers for this very content, unless somebody loses an outcome that
//   stops: that takes a profile, so that the reviewers see a person.
import { compareWithExpected, evaluate, type RuleSet, type Result, type Transition } from "@jumelage/engine";
import { evaluationDate } from "./evaluation-date.ts";
import { awaited, type Candidate, type GateRule } from "./gate.ts";

export const differencesGate: GateRule = {
  id: "differences",
  waivable: true,
  jobs: ["difference"],
  run(candidate) {
    const { lab, base, complete } = candidate;
    // Nothing was there before: there is nothing to differ from.
    if (lab.difference.obstacle === "no-base") return { count: 0, findings: [] };
    const answer = awaited(lab.difference);
    if ("wait" in answer) return answer.wait;
    const { status, reason, transitions } = answer.report;
    if (status === "undecided" || !base || !complete) {
      return {
        count: transitions.length,
        findings: [{ code: "difference-undecided", params: reason ? { reason } : {} }],
      };
    }
    const shown = movesOfProfiles(candidate, base, complete);
    const noted = isNoted(candidate);
    const findings = transitions.flatMap((transition) => {
      const { decision, from, to } = transition;
      if (shown.has(keyOf(transition))) return [];
      const lost = losesStop(base, transition);
      if (noted && !lost) return [];
      return [
        {
          code: lost ? "difference-needs-profile" : "difference-unexplained",
          params: { decision, from, to },
        },
      ];
    });
    return { count: transitions.length, findings };
  },
};

/** Whether the author's note is there and was written for the content as it stands: an edit ends the review. */
function isNoted({ status, note }: Candidate): boolean {
  return (status === "in-review" || status === "approved") && note.trim() !== "";
}

/** The moves that profiles of the draft make, those whose new answer the draft expects. */
function movesOfProfiles({ profiles }: Candidate, base: RuleSet, head: RuleSet): ReadonlySet<string> {
  const moves = new Set<string>();
  for (const profile of profiles) {
    const at = evaluationDate(profile);
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
