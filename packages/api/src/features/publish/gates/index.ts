// The gates, in the order people see them. A draft is ready when every one of them finds nothing.
import { parseRuleSet, type DraftRuleSet } from "@jumelage/engine";
import type { Gate, Gates } from "../publish.schemas.ts";
import { approvalGate } from "./approval.ts";
import { diagnosticsGate } from "./diagnostics.ts";
import { evaluatorsGate } from "./evaluators.ts";
import type { Candidate, GateRule } from "./gate.ts";
import { profilesGate } from "./profiles.ts";

export type { Candidate } from "./gate.ts";

export const gates: readonly GateRule[] = [diagnosticsGate, profilesGate, evaluatorsGate, approvalGate];

/** The draft's content with what of it can be run, as the gates want it. */
export function candidateOf(
  content: Omit<Candidate, "complete"> & { readonly ruleSet: DraftRuleSet },
): Candidate {
  const parsed = parseRuleSet(content.ruleSet);
  return { ...content, complete: parsed.ok ? parsed.value : undefined };
}

/** Runs every gate, whatever the ones before it found, so that everything to mend is seen at once. */
export async function runGates(candidate: Candidate, rules: readonly GateRule[] = gates): Promise<Gates> {
  const reports: Gate[] = [];
  for (const rule of rules) {
    const { count, findings } = await rule.run(candidate);
    reports.push({
      id: rule.id,
      status: findings.length === 0 ? "passed" : "failed",
      count,
      waivable: false,
      findings: [...findings],
    });
  }
  return { hash: candidate.hash, gates: reports, ready: reports.every((g) => g.status === "passed") };
}
