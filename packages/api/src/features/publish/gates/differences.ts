// Every way in which an answer changes since the release in force is explained. A move is explained
// - by a profile of the draft that makes it: its answer was the one and becomes the other, and the draft expects the
//   other (changing an expectation takes a reason of its own);
// - or by the note its author wrote to the reviewers for this very content, unless somebody loses an outcome that
//   stops: that takes a profile, so that the reviewers see a person.
import { unexplainedTransitions } from "@jumelage/engine";
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
    const noted = isNoted(candidate);
    const open = unexplainedTransitions(transitions, {
      base,
      head: complete,
      profiles: candidate.profiles,
    });
    const findings = open.flatMap(({ transition: { decision, from, to }, losesStop }) => {
      if (noted && !losesStop) return [];
      return [
        {
          code: losesStop ? "difference-needs-profile" : "difference-unexplained",
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
