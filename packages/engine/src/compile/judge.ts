// The verdicts of all criteria by closures: the judge for where no code may be generated.
import { codesOf, type Code } from "./closures.ts";
import type { Decider, MaskedStep } from "./decide.ts";
import { FALSE, TRUE } from "./graph.ts";
import type { Plan } from "./plan.ts";
import type { Run } from "./run.ts";

/** Fills the masks of a run that has begun. */
export type Judge = (run: Run) => void;

/** What a judge is made from, besides the plan. */
export interface Parts {
  readonly steps: readonly MaskedStep[];
  readonly codes: () => readonly Code[];
  readonly decider: Decider;
}

export function closureJudge(plan: Plan, { steps, codes, decider }: Parts): Judge {
  const read = decisionsRead(plan);
  const asked = steps.map((step) => ({
    step: read.has(step.index) ? step : undefined,
    criteria: step.outcomes.flatMap((o) =>
      o.criteria.map(({ index, node }) => ({
        word: index >>> 5,
        bit: 1 << (index & 31),
        code: codes()[node] ?? (() => FALSE),
      })),
    ),
  }));
  return (run) => {
    const { yes, no } = run.masks;
    for (let i = 0; i < yes.length; i++) yes[i] = no[i] = 0;
    for (const { step, criteria } of asked) {
      for (const { word, bit, code } of criteria) {
        const verdict = code(run);
        if (verdict === TRUE) yes[word] = (yes[word] ?? 0) | bit;
        else if (verdict === FALSE) no[word] = (no[word] ?? 0) | bit;
      }
      if (step !== undefined) decider.one(run, step);
    }
  };
}

/** The decisions that some criterion reads, by place. */
export function decisionsRead({ nodes }: Plan): ReadonlySet<number> {
  return new Set(nodes.flatMap((n) => ("decision" in n ? [n.decision] : [])));
}

/** The closures of a plan, made when they are first asked for. */
export function lazyCodes(plan: Plan): () => readonly Code[] {
  let codes: readonly Code[] | undefined;
  return () => (codes ??= codesOf(plan));
}
