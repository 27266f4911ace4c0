// A draft that every gate lets through, made from a reference program, for tests that then spoil one thing of it.
import { referencePrograms } from "@jumelage/content";
import {
  hazardsSchema,
  parseProfiles,
  parseRuleSet,
  parseShape,
  type Hazard,
  type Profile,
  type ProofReport,
  type RuleSet,
} from "@jumelage/engine";
import type { Approval } from "../src/features/drafts/drafts.schemas.ts";
import { candidateOf, type Candidate } from "../src/features/publish/gates/index.ts";

const [reference] = referencePrograms;
const ruleSetParsed = parseRuleSet(reference?.ruleSet);
const profilesParsed = parseProfiles(reference?.profiles);
const hazardsParsed = parseShape<readonly Hazard[]>(hazardsSchema, reference?.hazards);
if (!ruleSetParsed.ok || !profilesParsed.ok || !hazardsParsed.ok)
  throw new Error("the reference program does not parse");

export const ruleSet: RuleSet = ruleSetParsed.value;
export const allProfiles: readonly Profile[] = profilesParsed.value;
export const profiles: readonly Profile[] = allProfiles.slice(0, 10);
export const hazards: readonly Hazard[] = hazardsParsed.value;
export const hash = "a".repeat(64);

export function approval(id: string, of: string = hash): Approval {
  return {
    by: { id, name: id },
    at: "2026-03-01T00:00:00Z",
    hash: of,
    meaning: "clinical-approval",
    current: of === hash,
  };
}

type Proved = ProofReport["properties"][number];
export const proved: Omit<Proved, "id"> = { status: "proved", ms: 1, methods: [] };

/** Every property of the program, proved. */
export const proofs: ProofReport = {
  properties: ruleSet.properties.map(({ id }) => ({ id, ...proved })),
  standard: [],
};

export function candidate(change: Partial<Candidate> = {}): Candidate {
  const base: Omit<Candidate, "complete"> = {
    ruleSet,
    profiles,
    // With the few profiles of these tests; what tests a hazard is not their matter.
    hazards: hazards.map((h) => ({ ...h, profiles: [profiles[0]?.id ?? ""] })),
    base: ruleSet,
    basedOn: 1,
    inForce: 1,
    hash,
    status: "approved",
    note: "",
    authors: [{ id: "author" }],
    approvals: [approval("reviewer")],
    approvalsNeeded: 1,
    ledger: [],
    waivers: [],
    consumers: [],
    lab: {
      proofs: { state: "done", report: proofs },
      mutation: {
        state: "done",
        report: { seeded: 100, killed: 98, equivalent: 2, survivors: [], score: 1, ms: 1 },
      },
      difference: {
        state: "done",
        report: {
          status: "complete",
          equivalent: true,
          kind: "equivalent",
          transitions: [],
          silent: [],
          ms: 1,
        },
      },
    },
    boundaryScore: () => ({ boundaries: [], covered: 0, score: 1 }),
    floors: { mutants: 0.95, boundaries: 0.9 },
  };
  return candidateOf({ ...base, ...change });
}
