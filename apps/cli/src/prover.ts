// Whether a fault changes nothing for anybody, asked of the prover, which is loaded only when something is asked.
import type { Noticed, RuleSet } from "@jumelage/engine";

export interface EquivalenceProver {
  readonly isEquivalent: (faulty: RuleSet) => Promise<Noticed>;
  readonly close: () => Promise<void>;
}

export function openProver(_ruleSet: RuleSet): EquivalenceProver {
  return {
    isEquivalent: () => Promise.resolve({ status: "undecided" }),
    close: () => Promise.resolve(),
  };
}
