// Whether a fault changes nothing for anybody, asked of the solver, which is loaded only when something is asked.
import { noticeQuestion, type Noticed, type RuleSet } from "@jumelage/engine";
import { createSolver, type Solver } from "@jumelage/prover";

export interface EquivalenceProver {
  readonly isEquivalent: (faulty: RuleSet) => Promise<Noticed>;
  /** Ends the solver, if it was loaded. */
  readonly close: () => Promise<void>;
}

/** Asks about faults of one rule set; each question may take so long. */
export function openProver(ruleSet: RuleSet, milliseconds: number): EquivalenceProver {
  let solver: Promise<Solver> | undefined;
  return {
    async isEquivalent(faulty) {
      solver ??= createSolver();
      return (await solver).ask(noticeQuestion(ruleSet, faulty), { milliseconds });
    },
    async close() {
      await (await solver)?.close();
    },
  };
}
