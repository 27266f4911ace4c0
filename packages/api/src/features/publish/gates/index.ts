// The gates, in the order people see them. A draft is ready when every one of them finds nothing, or is waived by
// somebody who may.
import { parseRuleSet, type DraftRuleSet } from "@jumelage/engine";
import type { Gate, Gates } from "../publish.schemas.ts";
import { approvalGate } from "./approval.ts";
import { baseGate } from "./base.ts";
import { boundariesGate } from "./boundaries.ts";
import { consumersGate } from "./consumers.ts";
import { diagnosticsGate } from "./diagnostics.ts";
import { differencesGate } from "./differences.ts";
import { evaluatorsGate } from "./evaluators.ts";
import type { Candidate, GateRule } from "./gate.ts";
import { hazardsGate } from "./hazards.ts";
import { mutantsGate } from "./mutants.ts";
import { profilesGate } from "./profiles.ts";
import { propertiesGate } from "./properties.ts";
import { remembered } from "./remembered.ts";
import { sentencesGate } from "./sentences.ts";
import { signOffGate } from "./sign-off.ts";
import { sourcesGate } from "./sources.ts";

export { appsIn, consumersGate, lacksOf } from "./consumers.ts";
export type { Candidate } from "./gate.ts";

export const gates: readonly GateRule[] = [
  baseGate,
  diagnosticsGate,
  profilesGate,
  evaluatorsGate,
  propertiesGate,
  differencesGate,
  mutantsGate,
  boundariesGate,
  signOffGate,
  hazardsGate,
  sourcesGate,
  sentencesGate,
  consumersGate,
  approvalGate,
];

/** The gates that need neither the lab nor people: what the content itself answers, also that of a seed. */
export const contentGates: readonly GateRule[] = [
  diagnosticsGate,
  profilesGate,
  evaluatorsGate,
  boundariesGate,
  hazardsGate,
  sourcesGate,
];

/** The same gates; those that rest on the content alone run once for it while it is among the last few looked at. */
export const rememberingGates: readonly GateRule[] = gates.map((rule) =>
  rule.restsOnContent ? remembered(rule) : rule,
);

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
  for (const rule of rules) reports.push(await runGate(rule, candidate));
  const ready = reports.every((g) => g.status === "passed" || g.status === "waived");
  return { hash: candidate.hash, gates: reports, ready };
}

async function runGate(rule: GateRule, candidate: Candidate): Promise<Gate> {
  const { count, findings, pending, final, score, floor } = await rule.run(candidate);
  const waivable = rule.waivable && final !== true;
  const waiver = candidate.waivers.find((w) => w.gate === rule.id);
  const found = pending ?? (findings.length === 0 ? "passed" : "failed");
  const isCovered = waiver?.current === true && (rule.isCoveredBy?.(waiver, findings) ?? true);
  return {
    id: rule.id,
    status: found !== "passed" && waivable && isCovered ? "waived" : found,
    count,
    findings: [...findings],
    waivable: waivable && found !== "passed",
    ...(score === undefined ? {} : { score }),
    ...(floor === undefined ? {} : { floor }),
    ...(waiver ? { waiver } : {}),
    ...(rule.jobs ? { jobs: rule.jobs } : {}),
  };
}
