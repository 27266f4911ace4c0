// All seeded faults, made: the correct program, the faulty one, and the check that must tell them apart.
import { referencePrograms } from "@jumelage/content";
import { parseRuleSet, type RuleSet } from "@jumelage/engine";
import { withEdits } from "./edit.ts";
import type { Seeded, SeededFault } from "./fault.ts";
import { inDifferences } from "./in-differences.ts";
import { inLaws } from "./in-laws.ts";
import { inSelfCare } from "./in-self-care.ts";
import { inService } from "./in-service.ts";

const faults: readonly SeededFault[] = [...inSelfCare, ...inService, ...inLaws, ...inDifferences];

export const programs: ReadonlyMap<string, RuleSet> = new Map(
  referencePrograms.map((p) => [p.program, parsed(p.ruleSet)]),
);

export const corpus: readonly Seeded[] = faults.map((fault) => {
  const program = programs.get(fault.program);
  if (!program) throw new Error(`no such program: ${fault.program}`);
  const correct = parsed(withEdits(program, fault.given ?? []));
  return { fault, correct, faulty: parsed(withEdits(correct, fault.edits)) };
});

/** A fault that would not even parse is none that a check has to find. */
function parsed(document: unknown): RuleSet {
  const outcome = parseRuleSet(document);
  if (!outcome.ok) throw new Error(`does not parse: ${JSON.stringify(outcome.diagnostics)}`);
  return outcome.value;
}
