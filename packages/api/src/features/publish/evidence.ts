// What a release carries beside its rules, for whoever wants to know why it was made: gates and their exceptions,
// proofs, scores, confirmations, hazards, what apps lacked for it, and how it differs from the one before, with persons that show it.
import type { DifferenceReport, Evidence, ProofReport, ReleasePayload } from "@jumelage/engine";
import { lacksOf, type Candidate } from "./gates/index.ts";
import type { Gate, Gates } from "./publish.schemas.ts";

export interface CheckedEvidence {
  readonly evidence: Pick<Evidence, "gates" | "proofs" | "scores" | "approvals" | "waivers"> &
    Readonly<Record<"hazards" | "confirmations" | "consumers", unknown>>;
  readonly change: Pick<ReleasePayload["change"], "kind" | "witnesses">;
}

/** The evidence for a draft whose gates are open. */
export function evidenceOf(candidate: Candidate, gates: Gates["gates"]): CheckedEvidence {
  const { approvals, hazards, lab, ledger, base } = candidate;
  const evidence = {
    gates: gates.map(({ id, status, count, score, floor }) => ({
      id,
      status: status === "waived" ? status : passedOrFailed(status),
      count,
      ...(score === undefined ? {} : { score }),
      ...(floor === undefined ? {} : { floor }),
    })),
    proofs: lab.proofs.report ? proofsOf(lab.proofs.report) : [],
    scores: scoresOf(candidate, gates),
    approvals: approvals
      .filter((a) => a.current)
      .map(({ by, at, hash, meaning }) => ({ by, at, hash, meaning })),
    waivers: gates.flatMap(waiverOf),
    hazards,
    // Apps by their ids: whoever reads the release may be another of them.
    consumers: lacksOf(candidate).map(({ name: _name, ...lack }) => lack),
    confirmations: ledger.flatMap(({ kind, id, hash, confirmed }) =>
      confirmed ? [{ kind, id, hash, by: confirmed.by, at: confirmed.at, note: confirmed.note }] : [],
    ),
  };
  const unknown = base === undefined ? "initial" : "not-computed";
  return { evidence, change: changeOf(unknown, lab.difference.report) };
}

/** A waived gate's waiver, as a release says it. */
function waiverOf({ id, status, waiver }: Gate): Evidence["waivers"] {
  if (status !== "waived" || !waiver) return [];
  const { by, at, reason, until } = waiver;
  return [{ name: id, by, at, reason, until }];
}

function passedOrFailed(status: Gate["status"]): "passed" | "failed" {
  return status === "passed" ? "passed" : "failed";
}

function proofsOf({ properties, standard }: ProofReport): Evidence["proofs"] {
  return [
    ...properties.map(({ id, status, methods }) => ({ property: id, status, methods: namesOf(methods) })),
    ...standard.map(({ check, status, methods }) => ({ check, status, methods: namesOf(methods) })),
  ];
}

/** The methods that reached an answer. */
function namesOf(methods: ProofReport["properties"][number]["methods"]): readonly string[] {
  return methods.filter((m) => m.status !== "not-applicable").map((m) => m.method);
}

function scoresOf({ lab, floors }: Candidate, gates: Gates["gates"]): Evidence["scores"] {
  const { report } = lab.mutation;
  const boundaries = gates.find((g) => g.id === "boundaries")?.score;
  return {
    ...(report
      ? {
          mutants: {
            score: report.score,
            floor: floors.mutants,
            seeded: report.seeded,
            killed: report.killed,
            equivalent: report.equivalent,
          },
        }
      : {}),
    ...(boundaries === undefined ? {} : { boundaries: { score: boundaries, floor: floors.boundaries } }),
  };
}

/** A difference that was not settled for everybody is stated as unknown. */
function changeOf(
  unknown: "initial" | "not-computed",
  report: DifferenceReport | undefined,
): CheckedEvidence["change"] {
  if (unknown === "initial" || report?.status !== "complete" || report.kind === undefined)
    return { kind: unknown, witnesses: [] };
  return {
    kind: report.kind,
    witnesses: report.transitions.map(({ decision, from, to, witness }) => ({ decision, from, to, witness })),
  };
}
