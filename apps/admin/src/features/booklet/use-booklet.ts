// The booklet of a draft or of a published version, put together from what the screen and the server have.
import type { Release, ReleaseEvidence } from "@jumelage/api/schemas";
import type { ProofReport } from "@jumelage/engine";
import { useQuery } from "@tanstack/react-query";
import { trpc } from "../../api/client.ts";
import { useWorkspace, type Workspace } from "../../draft/use-draft.ts";
import { useJob } from "../../lab/use-job.ts";
import type { Booklet, DraftStanding, ProofStanding } from "./booklet.ts";

export interface Fetched {
  readonly booklet: Booklet | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** The booklet of the draft on screen; undefined without one. The error is of its proofs: it can be read without them. */
export function useDraftBooklet(): Fetched {
  const workspace = useWorkspace();
  const { report, stale, error, retry } = useJob("proofs");
  const { program, ruleSet, profiles, baseline } = workspace;
  const standing = standingOf(workspace);
  const booklet: Booklet | undefined = standing && {
    program,
    ruleSet,
    profiles,
    standing,
    proofs: report && !stale ? proofsOf(report) : undefined,
    before: baseline,
  };
  return { booklet, error, retry };
}

function standingOf({ draft, served }: Workspace): DraftStanding | undefined {
  if (draft === null || served === null) return undefined;
  return {
    kind: "draft",
    id: draft.id,
    name: draft.name,
    status: draft.status,
    updatedAt: served.updatedAt,
    sha256: served.hash,
    authors: served.authors.map((author) => author.name),
    note: served.note,
    // An approval of another content says nothing of this paper.
    approvals: served.approvals
      .filter((approval) => approval.current)
      .map(({ by, at, meaning }) => ({ name: by.name, at, meaning })),
  };
}

function proofsOf({ properties, standard }: ProofReport): ProofStanding {
  return {
    byProperty: new Map(properties.map(({ id, status }) => [id, status])),
    standard: { proved: standard.filter((s) => s.status === "proved").length, all: standard.length },
  };
}

/** The booklet of a published version, with the one it was made from beside it. */
export function useReleaseBooklet(program: string, number: number): Fetched {
  const asked = { program, number };
  // What is published never changes.
  const release = useQuery(trpc.releases.get.queryOptions(asked, { staleTime: Infinity }));
  const evidence = useQuery(trpc.releases.evidence.queryOptions(asked, { staleTime: Infinity }));
  const from = evidence.data?.changedFrom ?? null;
  const before = useQuery(
    trpc.releases.get.queryOptions(
      { program, number: from ?? 1 },
      { staleTime: Infinity, enabled: from !== null },
    ),
  );
  const isWhole = release.data && evidence.data && (from === null || before.data);
  return {
    booklet: isWhole
      ? releaseBooklet(program, release.data, evidence.data, from === null ? undefined : before.data)
      : undefined,
    // What is published never changes: what is here already need not come again.
    error: isWhole ? null : (release.error ?? evidence.error ?? before.error),
    retry: () => {
      for (const query of [release, evidence, before]) if (query.isError) void query.refetch();
    },
  };
}

function releaseBooklet(
  program: string,
  release: Release,
  evidence: ReleaseEvidence,
  before: Release | undefined,
): Booklet {
  const { number, sha256, createdAt, publishedBy, reviewBy, note, ruleSet, profiles } = release;
  const { approvals, waivers, proofs } = evidence;
  return {
    program,
    ruleSet,
    profiles,
    standing: { kind: "release", number, sha256, createdAt, publishedBy, reviewBy, note, approvals, waivers },
    // A version published without proofs says so; it does not borrow those of another day.
    proofs:
      proofs.properties.length + proofs.standard.all === 0
        ? undefined
        : { byProperty: new Map(proofs.properties.map((p) => [p.id, p.status])), standard: proofs.standard },
    before: before ? { number: before.number, ruleSet: before.ruleSet } : null,
  };
}
