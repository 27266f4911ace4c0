// Releases that the database has lost, put back from the vault: each verified first, all in one transaction, on record.
import { openRelease, type ReleasePayload } from "@jumelage/engine";
import { and, eq, sql } from "drizzle-orm";
import { appendAudit } from "../audit.ts";
import { raiseSequenceFloor } from "../channels.ts";
import { inTransaction, type Act, type Db, type Tx } from "../db.ts";
import { asHazards, asProfiles, asRuleSet } from "../documents.ts";
import { createProgram, lockProgram } from "../programs.ts";
import { pointerHistory, pointers, programs, releases } from "../schema.ts";
import { inspectVault, type Inspection, type VaultRelease, type VaultTerms } from "./inspect.ts";
import type { Vault } from "./vault.ts";

const note = "Rétablie du coffre / Put back from the vault";

export interface PutBack {
  readonly releases: readonly VaultRelease[];
  /** How many pointers. */
  readonly pointers: number;
  /** What the vault looked like before. */
  readonly found: Inspection;
}

/**
 * Puts back every release that the vault has and the database lost, and the channels as they last stood. Sequences go on
 * above whatever was served: a server points every channel anew when it starts.
 * @param options.interrupted also those of which no commit is known; of several with one number, the newest
 */
export async function putBack(
  db: Db,
  act: Act,
  options: VaultTerms & { readonly vault: Vault; readonly interrupted?: boolean },
): Promise<PutBack> {
  const { vault, interrupted = false } = options;
  return inTransaction(db, async (tx) => {
    const found = await inspectVault(tx, vault, options);
    const newestFirst = found.interrupted.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
    const done: VaultRelease[] = [];
    for (const one of inOrder([...found.lost, ...(interrupted ? newestFirst : [])])) {
      if (await putBackRelease(tx, act, one, options)) done.push(one);
    }
    const moved = await putBackPointers(tx, act, vault, found, interrupted);
    if (done.length > 0 || moved > 0) await raiseSequenceFloor(tx, act);
    return { releases: done, pointers: moved, found };
  });
}

/** By number, so that the head of each program goes up step by step; what came first of one number stays first. */
function inOrder(found: readonly VaultRelease[]): readonly VaultRelease[] {
  return found.toSorted((a, b) => a.program.localeCompare(b.program) || a.number - b.number);
}

async function putBackRelease(
  tx: Tx,
  act: Act,
  { program, number, sha256 }: VaultRelease,
  options: VaultTerms & { readonly vault: Vault },
): Promise<boolean> {
  const envelope = await options.vault.release(sha256);
  const opened = await openRelease(envelope ?? new Uint8Array(), {
    ...options,
    program,
    expected: { sha256, release: number },
  });
  // It verified a moment ago: a file that changes meanwhile is not put back.
  if (!opened.ok || !envelope) return false;
  const { release } = opened.value;
  await createProgram(tx, act, { id: program, title: release.ruleSet.title, origin: { vault: sha256 } });
  const { headRelease = 0 } = (await lockProgram(tx, program)) ?? {};
  const put = await tx
    .insert(releases)
    .values({ ...rowOf(release), sha256, envelope, publishedBy: act.by })
    .onConflictDoNothing()
    .returning({ number: releases.number });
  if (put.length === 0) return false;
  // One by one: the database lets the number of a program go up in no other way.
  for (let head = headRelease; head < number; head += 1) {
    await tx
      .update(programs)
      .set({ headRelease: head + 1 })
      .where(eq(programs.id, program));
  }
  await appendAudit(tx, act, {
    action: "release.put-back",
    subject: `release:${program}/${number}`,
    payload: { sha256 },
  });
  return true;
}

/** The row of a release, as far as what was signed tells it. */
function rowOf(release: ReleasePayload) {
  const { program, number, ruleSet, evidence, change, createdAt } = release;
  return {
    program,
    number,
    ruleSet: asRuleSet(ruleSet),
    profiles: asProfiles(evidence.profiles),
    hazards: asHazards(evidence["hazards"] ?? []),
    approvedBy: evidence.approvals.map(({ by }) => by.id),
    note,
    waivers: evidence.waivers.map(({ name }) => name),
    changeKind: change.kind,
    reviewBy: evidence.reviewBy ?? null,
    draft: null,
    draftHash: null,
    idempotencyKey: `vault:${number}`,
    createdAt: new Date(createdAt),
  };
}

async function putBackPointers(
  tx: Tx,
  act: Act,
  vault: Vault,
  found: Inspection,
  interrupted: boolean,
): Promise<number> {
  let put = 0;
  const named = found.pointers
    .filter(({ confirmed }) => confirmed || interrupted)
    .toSorted((a, b) => a.pointer.sequence - b.pointer.sequence);
  for (const { pointer, sha256: name, confirmed } of named) {
    const { program, channel, sequence, release, sha256 } = pointer;
    const [target] = await tx
      .select({ sha256: releases.sha256 })
      .from(releases)
      .where(and(eq(releases.program, program), eq(releases.number, release)));
    const envelope = await vault.pointer({ sha256: name, confirmed });
    if (target?.sha256 !== sha256 || !envelope) continue;
    const [issuedAt, expires] = [new Date(pointer.issuedAt), new Date(pointer.expires)];
    const hardEnd = pointer.hardExpires === undefined ? undefined : new Date(pointer.hardExpires);
    const row = {
      program,
      channel,
      sequence,
      release,
      sha256,
      envelope,
      issuedAt,
      expires,
      movedBy: act.by,
      reason: null,
      message: null,
      // A suspended channel is one whose pointer ended before it was issued.
      suspendedSince: hardEnd && hardEnd <= issuedAt ? hardEnd : null,
    };
    const added = await tx
      .insert(pointerHistory)
      .values(row)
      .onConflictDoNothing()
      .returning({ at: pointerHistory.sequence });
    if (added.length === 0) continue;
    put += 1;
    await tx
      .insert(pointers)
      .values(row)
      .onConflictDoUpdate({
        target: [pointers.program, pointers.channel],
        set: row,
        setWhere: sql`${pointers.sequence} < ${sequence}`,
      });
  }
  return put;
}
