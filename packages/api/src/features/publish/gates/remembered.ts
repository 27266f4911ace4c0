// Gates whose answer rests on the content alone are dear to run and often looked at: the answers about the last few
// contents are kept as long as the process lives. Keyed by the content itself, so nothing ever needs to be forgotten.
import { canonicalJson } from "@jumelage/engine";
import type { Candidate, GateReport, GateRule } from "./gate.ts";

/** So many contents are kept: those of the drafts that people look at in the same minutes. */
const most = 8;

/** The rule, run once for all candidates of the same rule set and profiles. It must look at nothing else of them. */
export function remembered(rule: GateRule): GateRule {
  const kept = new Map<string, Promise<GateReport>>();
  const run = (candidate: Candidate): Promise<GateReport> => {
    const { ruleSet, complete, profiles } = candidate;
    const key = canonicalJson({ ruleSet, complete: complete !== undefined, profiles });
    const report = kept.get(key) ?? started(rule, candidate);
    // The one looked at last is forgotten last.
    kept.delete(key);
    kept.set(key, report);
    report.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return report;
  };
  return { ...rule, run };
}

async function started(rule: GateRule, candidate: Candidate): Promise<GateReport> {
  return rule.run(candidate);
}
