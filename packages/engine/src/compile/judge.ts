// The verdicts of all criteria by closures: the judge for where no code may be generated.
import { setBit } from "./bits.ts";
import { codeAt, type Code } from "./closures.ts";
import type { Decider } from "./decide.ts";
import { FALSE, TRUE } from "./graph.ts";
import type { Plan } from "./plan.ts";
import type { Run } from "./run.ts";

/** Fills the masks of a run that has begun. */
export type Judge = (run: Run) => void;

export function closureJudge(plan: Plan, codes: readonly Code[], decider: Decider): Judge {
  const read = decisionsRead(plan);
  const asked = plan.steps.map((step) => ({
    step,
    isRead: read.has(step.index),
    outcomes: step.outcomes.map((o) =>
      o.criteria.map(({ index, node }) => ({ index, code: codeAt(codes, node) })),
    ),
  }));
  return (run) => {
    const { yes, no } = run.masks;
    yes.fill(0);
    no.fill(0);
    for (const { step, isRead, outcomes } of asked) {
      for (let place = 0; place < outcomes.length; place++) {
        let together: number = FALSE;
        for (const { index, code } of outcomes[place] ?? []) {
          const verdict = code(run);
          if (verdict > together) together = verdict;
          if (verdict === TRUE) setBit(yes, 0, index);
          else if (verdict === FALSE) setBit(no, 0, index);
        }
        if (together === TRUE) setBit(yes, step.word, place);
        else if (together === FALSE) setBit(no, step.word, place);
      }
      if (isRead) decider.one(run, step);
    }
  };
}

/** The decisions that some criterion reads, by place. */
export function decisionsRead({ nodes }: Plan): ReadonlySet<number> {
  return new Set(nodes.flatMap((n) => ("decision" in n ? [n.decision] : [])));
}
